#include "studio_window.h"

#include "studio_app.h"

#include <QtCore/QTimer>
#include <QtCore/QUrl>
#include <QtCore/QVariant>
#include <QtQml/QQmlApplicationEngine>
#include <QtQuick/QQuickWindow>

/// Made by qt_add_qml_module; naming it keeps the linker from dropping the types of this static library.
extern void qml_register_types_LpdStudio_App();  // NOLINT(readability-identifier-naming)

namespace lpd::studio {

namespace {
constexpr int kLongestWaitMs = 1500;
constexpr int kSettleMs = 300;
constexpr int kCalmMs = 200;

/// What Qt's file dialog says, and Qt has no translation of.
[[maybe_unused]] constexpr const char* kOfFileDialog[] = {QT_TRANSLATE_NOOP("FileDialog", "File name"),
                                                          QT_TRANSLATE_NOOP("FileDialog", "Filter")};

/// The first frame shows the window, and then the models are looked for. The engine has to wait until they are shown
/// and nothing moves: while its library is being opened, no thread can be started and software rendering can make no
/// new shader, so the window would stand still.
void beginWithFirstFrame(QQuickWindow& window, StudioApp& app) {
  const auto onceQueued = static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection);
  QObject::connect(
      &window, &QQuickWindow::frameSwapped, &app,
      [&app] {
        app.prepare();
        QTimer::singleShot(kSettleMs, &app, &StudioApp::start);
      },
      onceQueued);
}

/// QML's collector stops the window for some milliseconds whenever enough garbage is there. Taken out while nothing
/// moves, it seldom has to while something does.
void collectGarbageInCalm(QQmlApplicationEngine& engine, StudioApp& app) {
  auto* calm = new QTimer(&engine);
  calm->setSingleShot(true);
  calm->setInterval(kCalmMs);
  const auto moved = [calm] { calm->start(); };
  QObject::connect(calm, &QTimer::timeout, &engine, &QJSEngine::collectGarbage);
  QObject::connect(app.timeline(), &Timeline::visibleStepsChanged, calm, moved);
  QObject::connect(app.controller(), &GenerationController::stateChanged, calm, moved);
}

}  // namespace

bool openWindow(QQmlApplicationEngine& engine, StudioApp& app) {
  [[maybe_unused]] void (*volatile registration)() = &qml_register_types_LpdStudio_App;
  engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
  engine.addImageProvider(QStringLiteral("classes"), new ClassImageProvider(app.thumbnails()));
  engine.addImageProvider(QStringLiteral("history"), new HistoryImageProvider(app.historyImages()));
  engine.setInitialProperties({{QStringLiteral("studio"), QVariant::fromValue(&app)}});
  engine.load(QUrl(QStringLiteral("qrc:/qt/qml/LpdStudio/Ui/Main.qml")));
  if (engine.rootObjects().isEmpty()) return false;
  auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
  if (!window) return false;
  beginWithFirstFrame(*window, app);
  collectGarbageInCalm(engine, app);
  // A window that starts minimised draws no frame; one that is on the screen is only slow.
  QTimer::singleShot(kLongestWaitMs, window, [window, &app] {
    if (!window->isExposed()) app.start();
  });
  return true;
}

}  // namespace lpd::studio
