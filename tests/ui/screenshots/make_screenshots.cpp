// Takes the pictures of docs/USER_GUIDE.md: the real program with the model that comes with it, every page and sheet,
// dark and light, small and large. Run by `cmake --build --preset release --target screenshots`.
//   make_screenshots FOLDER [1280x800|2560x1440|dark|light|de|130%|NAME ...]
#include "language.h"
#include "photo_home.h"
#include "photo_session.h"

#include <QtCore/QDir>
#include <QtCore/QRegularExpression>
#include <QtGui/QGuiApplication>
#include <QtQuickControls2/QQuickStyle>

namespace {

/// What was asked for; nothing said means all.
struct Wanted {
  QList<QSize> sizes;
  QStringList themes;
  QStringList names;
  QString language = QStringLiteral("en");
  double textScale = 1;
};

Wanted parse(const QStringList& words) {
  Wanted wanted;
  const QRegularExpression size(QStringLiteral("^(\\d+)x(\\d+)$")), percent(QStringLiteral("^(\\d+)%$"));
  for (const QString& word : words) {
    const QRegularExpressionMatch match = size.match(word);
    if (match.hasMatch())
      wanted.sizes << QSize(match.captured(1).toInt(), match.captured(2).toInt());
    else if (word == QLatin1String("dark") || word == QLatin1String("light"))
      wanted.themes << word;
    else if (const QRegularExpressionMatch scale = percent.match(word); scale.hasMatch())
      wanted.textScale = scale.captured(1).toInt() / 100.0;
    else if (lpd::studio::languages().contains(word))
      wanted.language = word;
    else
      wanted.names << word;
  }
  if (wanted.sizes.isEmpty()) wanted.sizes = {{1280, 800}, {2560, 1440}};
  if (wanted.themes.isEmpty()) wanted.themes = {QStringLiteral("dark"), QStringLiteral("light")};
  return wanted;
}

}  // namespace

int main(int argc, char** argv) {
  PhotoHome home;
  const QGuiApplication app(argc, argv);
  QQuickStyle::setStyle(QStringLiteral("Fusion"));
  const QStringList arguments = QGuiApplication::arguments();
  if (arguments.size() < 2)
    qFatal("usage: make_screenshots FOLDER [WIDTHxHEIGHT | dark | light | LANGUAGE | PERCENT%% | NAME ...]");
  const QDir folder(QDir::cleanPath(QDir::current().absoluteFilePath(arguments[1])));
  if (!QDir().mkpath(folder.path())) qFatal("%s cannot be made", qPrintable(folder.path()));
  const Wanted wanted = parse(arguments.mid(2));
  const lpd::studio::Language language(lpd::studio::localeOf(wanted.language, QLocale::c()));
  home.makeHistory();
  for (const QSize& size : wanted.sizes) {
    if (size.width() < 1024 || size.height() < 680) qFatal("the window cannot be that small");
    for (const QString& theme : wanted.themes)
      PhotoSession(home, {size, theme, wanted.textScale}, folder, wanted.names).takeAll();
  }
  return 0;
}
