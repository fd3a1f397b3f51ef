#include "language.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLibraryInfo>

#include <clocale>

namespace lpd::studio {

QStringList languages() {
  return {QStringLiteral("en"), QStringLiteral("de")};
}

QLocale localeOf(const QString& choice, const QLocale& system) {
  QString code = choice;
  if (!languages().contains(code)) {
    code = languages().constFirst();
    const QStringList wanted = system.uiLanguages();
    for (const QString& tag : wanted)
      if (const QString language = QLocale::languageToCode(QLocale(tag).language()); languages().contains(language)) {
        code = language;
        break;
      }
  }
  const QLocale plain(code);
  return system.language() == plain.language() ? system : plain;
}

Language::Language(const QLocale& locale, QObject* parent) : QObject(parent) {
  QLocale::setDefault(locale);
  std::setlocale(LC_NUMERIC,
                 "C");  // the C library writes numbers into files, where they have a point in every language
  const QString code = QLocale::languageToCode(locale.language());
  if (m_qt.load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    QCoreApplication::installTranslator(&m_qt);
  if (!m_studio.load(QStringLiteral(":/i18n/lpd-studio_") + code)) qFatal("no translation for %s", qPrintable(code));
  QCoreApplication::installTranslator(&m_studio);
}

Language::~Language() {
  QLocale::setDefault(m_before);
}

}  // namespace lpd::studio
