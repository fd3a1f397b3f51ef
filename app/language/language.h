#pragma once

#include <QtCore/QLocale>
#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtCore/QTranslator>

namespace lpd::studio {

/// The languages there are, each as its translation's file is named. English is written in the sources; its own
/// translation holds plural forms only.
QStringList languages();

/// The locale that a choice of the settings means: one of languages(), or "system" for the first of the system's
/// languages that is here, else English. Numbers and dates follow the system where it speaks the language.
QLocale localeOf(const QString& choice, const QLocale& system = QLocale::system());

/// While it lives, the program speaks the language of `locale`: its own texts, Qt's, and the default of QLocale.
/// Made once, before anything with a text: texts that were made stay in the language they were made in. What the
/// core says in English, for it has no Qt, is translated where the window shows it: see core_text.h.
class Language : public QObject {
  Q_OBJECT

 public:
  explicit Language(const QLocale& locale, QObject* parent = nullptr);
  ~Language() override;

 private:
  QLocale m_before;
  QTranslator m_qt;
  QTranslator m_studio;
};

}  // namespace lpd::studio
