#include "language.h"
#include "preferences.h"
#include "studio_app.h"
#include "studio_window.h"

#include <lpd/version.h>

#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>
#include <QtCore/QSettings>
#include <QtGui/QGuiApplication>
#include <QtGui/QIcon>
#include <QtQml/QQmlApplicationEngine>
#include <QtQuickControls2/QQuickStyle>

#include <algorithm>
#include <string_view>

using namespace lpd::studio;

namespace {

const QCommandLineOption kModel(QStringLiteral("model"), QStringLiteral("Start with this model."),
                                QStringLiteral("NAME|DIR"));
const QCommandLineOption kModelsDir(QStringLiteral("models-dir"), QStringLiteral("Look for more models here."),
                                    QStringLiteral("DIR"));
const QCommandLineOption kHistoryDir(QStringLiteral("history-dir"), QStringLiteral("Keep the pictures here."),
                                     QStringLiteral("DIR"));

void describeProgram() {
  QCoreApplication::setApplicationName(QStringLiteral("lpd-studio"));
  QCoreApplication::setApplicationVersion(QString::fromLatin1(lpd::versionString()));
  QGuiApplication::setApplicationDisplayName(QStringLiteral("LPD Studio"));
  QGuiApplication::setDesktopFileName(QStringLiteral("lpd-studio"));
}

void parse(QCommandLineParser& parser, const QCoreApplication& app) {
  parser.setApplicationDescription(QStringLiteral("Makes images in a few parallel steps and shows how."));
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addOptions({kModel, kModelsDir, kHistoryDir});
  parser.addPositionalArgument(QStringLiteral("files"),
                               QStringLiteral("Pictures to explain and replay, weights to import, presets."),
                               QStringLiteral("[FILE...]"));
  parser.process(app);
}

/// Of names in the working folder, or of whatever else a file manager hands over.
QList<QUrl> urlsOf(const QStringList& names) {
  QList<QUrl> urls;
  for (const QString& name : names)
    urls << QUrl::fromUserInput(name, QDir::currentPath(), QUrl::AssumeLocalFile);
  return urls;
}

Language languageOf(const StudioOptions& options) {
  const QSettings settings(StudioApp::settingsFile(options), QSettings::IniFormat);
  return Language(localeOf(Preferences::storedLanguage(settings)));
}

/// Help and version need no display.
bool asksForText(int argc, char** argv) {
  constexpr std::string_view kWords[] = {"--help", "-h", "--help-all", "--version", "-v"};
  return std::any_of(argv + 1, argv + argc, [&](std::string_view argument) {
    return std::find(std::begin(kWords), std::end(kWords), argument) != std::end(kWords);
  });
}

}  // namespace

int main(int argc, char** argv) {
  describeProgram();
  QCommandLineParser parser;
  if (asksForText(argc, argv)) {
    const QCoreApplication app(argc, argv);
    parse(parser, app);  // prints and exits
    return 0;
  }
  const QGuiApplication app(argc, argv);
  QGuiApplication::setWindowIcon(QIcon::fromTheme(QStringLiteral("lpd-studio")));
  QQuickStyle::setStyle(QStringLiteral("Fusion"));
  parse(parser, app);

  StudioOptions options;
  options.model = parser.value(kModel);
  options.modelsFolder = parser.value(kModelsDir);
  options.historyFolder = parser.value(kHistoryDir);
  options.welcome = true;
  options.files = urlsOf(parser.positionalArguments());
  const Language language = languageOf(options);  // before anything has a text
  StudioApp studio(options);
  QQmlApplicationEngine engine;
  if (!openWindow(engine, studio)) return 1;
  return QGuiApplication::exec();
}
