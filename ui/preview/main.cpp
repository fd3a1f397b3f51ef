// ui_preview: the window on fake data.
//   ui_preview [--theme dark|light|auto] [--size 1440x900] [--steps-shown N] [--select POSITION] [--script NAME]
//   [--grab FILE]
#include "language.h"
#include "mock_art.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QGuiApplication>
#include <QQmlAbstractUrlInterceptor>
#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTimer>

namespace {

QObject* makeMock(QQmlEngine& engine) {
  QQmlComponent component(&engine);
  component.setData("import LpdStudio.App\nStudioApp {}", QUrl());
  QObject* studio = component.create();
  if (!studio) qFatal("%s", qPrintable(component.errorString()));
  return studio;
}

// Reads QML from the source folder, so that a change shows without a build.
class SourceFiles : public QQmlAbstractUrlInterceptor {
 public:
  explicit SourceFiles(const QString& folder) : m_folder(folder) {}
  QUrl intercept(const QUrl& url, DataType type) override {
    static const QHash<QString, QString> folders = {
        {"Style", "style"}, {"Controls", "controls"}, {"Ui", "studio"}, {"Gallery", "gallery"}};
    const QStringList parts = url.path().split('/');
    if (type != QmlFile || url.scheme() != QLatin1String("qrc") || parts.size() < 3) return url;
    const QString file = m_folder + '/' + folders.value(parts[parts.size() - 2]) + '/' + parts.last();
    return QFileInfo::exists(file) ? QUrl::fromLocalFile(file) : url;
  }

 private:
  QString m_folder;
};

QObject* child(QObject* studio, const char* name) {
  return qvariant_cast<QObject*>(studio->property(name));
}

}  // namespace

int main(int argc, char* argv[]) {
  QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
  QQuickStyle::setStyle(QStringLiteral("Fusion"));
  QGuiApplication app(argc, argv);
  QCommandLineParser options;
  options.addOptions({{"theme", "Theme", "name", "dark"},
                      {"language", "en or de", "code", "en"},
                      {"size", "Window size", "WxH", "1440x900"},
                      {"make", "Generate, then show this many steps (0: stay in the middle of the run)", "steps"},
                      {"select", "Select a position", "position"},
                      {"layer", "Show this layer: picture, order, support, entropy or confidence", "name"},
                      {"set", "Set a property of the plan", "name=value"},
                      {"error", "Show an error"},
                      {"gallery", "Show the gallery with this many pictures", "count"},
                      {"click", "Click the control of this objectName", "name"},
                      {"live", "Read QML from this source folder (ui/)", "folder"},
                      {"delay", "Milliseconds before the grab", "ms", "1500"},
                      {"grab", "Write a picture of the window and leave", "file"}});
  options.addHelpOption();
  options.process(app);

  const lpd::studio::Language language(lpd::studio::localeOf(options.value("language")));
  SourceFiles sources(options.value("live"));
  QQmlApplicationEngine engine;
  if (options.isSet("live")) engine.addUrlInterceptor(&sources);
  engine.addImportPath(QStringLiteral("qrc:/mock"));
  engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
  MockArt::installImageProvider(engine);
  QObject* studio = makeMock(engine);
  child(studio, "preferences")->setProperty("theme", options.value("theme"));
  engine.setInitialProperties({{"studio", QVariant::fromValue(studio)}});
  engine.load(QUrl(QStringLiteral("qrc:/qt/qml/LpdStudio/Ui/Main.qml")));
  if (engine.rootObjects().isEmpty()) return 1;
  auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
  const QStringList size = options.value("size").split('x');
  window->resize(size.value(0).toInt(), size.value(1).toInt());

  for (const QString& assignment : options.values("set"))
    child(studio, "plan")->setProperty(assignment.section('=', 0, 0).toUtf8(), assignment.section('=', 1));
  if (options.isSet("gallery")) {
    QMetaObject::invokeMethod(child(studio, "gallery"), "fill", Q_ARG(int, options.value("gallery").toInt()));
    studio->setProperty("page", "gallery");
  }
  if (options.isSet("error"))
    QMetaObject::invokeMethod(child(studio, "controller"), "fail",
                              Q_ARG(QString, "There is not enough memory for 8 images at once"),
                              Q_ARG(QString, "Make fewer images, or close other programs"));
  if (options.isSet("make")) {
    const int steps = options.value("make").toInt();
    child(studio, "controller")->setProperty("stepDuration", steps > 0 ? 12 : 41);
    QMetaObject::invokeMethod(child(studio, "controller"), "generate");
    if (steps > 0)
      QTimer::singleShot(900, window,
                         [=] { QMetaObject::invokeMethod(child(studio, "timeline"), "seek", Q_ARG(int, steps)); });
  }
  if (options.isSet("layer")) child(studio, "layers")->setProperty("view", options.value("layer"));
  if (options.isSet("select"))
    child(studio, "picture")->setProperty("selectedPosition", options.value("select").toInt());
  for (const QString& name : options.values("click"))
    QTimer::singleShot(options.value("delay").toInt() / 2, window, [=] {
      if (auto* control = window->findChild<QObject*>(name)) QMetaObject::invokeMethod(control, "clicked");
    });
  if (options.isSet("grab"))
    QTimer::singleShot(options.value("delay").toInt(), window,
                       [&] { app.exit(window->grabWindow().save(options.value("grab")) ? 0 : 1); });
  return app.exec();
}
