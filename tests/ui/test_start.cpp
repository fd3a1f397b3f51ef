// The window comes first, then the engine: loading LibTorch takes longer than everything else at the start.
#include "studio_app.h"
#include "studio_window.h"
#include "window_robot.h"

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtQml/QQmlApplicationEngine>
#include <QtQuick/QQuickWindow>
#include <QtQuickControls2/QQuickStyle>
#include <QtTest/QtTest>

#include <atomic>

using namespace lpd::studio;
using State = GenerationController::State;

namespace {

constexpr int kLoadMs = 120'000;  // the longest a start may take on a slow machine

bool isTorchLoaded() {
  QFile maps(QStringLiteral("/proc/self/maps"));
  return maps.open(QFile::ReadOnly) && maps.readAll().contains("/libtorch");
}

}  // namespace

class StartTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QQuickStyle::setStyle(QStringLiteral("Fusion")); }
  void theProgramItselfNeedsNoTorch();
  void theWindowComesBeforeTheEngine();
  void oneClickMakesTheFirstPicture();

 private:
  StudioOptions options() const;

  QTemporaryDir m_folder;
};

StudioOptions StartTest::options() const {
  StudioOptions options;
  options.model = QString::fromLatin1(lpd::kDefaultModel);
  options.modelsFolder = QStringLiteral(LPD_RESOURCES "/models");
  options.settingsFile = m_folder.filePath(QStringLiteral("settings.ini"));
  options.welcome = true;
  return options;
}

/// With this variable set, the system's loader lists what a program loads at its start, and does not run it.
void StartTest::theProgramItselfNeedsNoTorch() {
  QProcess program;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("LD_TRACE_LOADED_OBJECTS"), QStringLiteral("1"));
  program.setProcessEnvironment(environment);
  program.start(QStringLiteral(LPD_PROGRAM), {});
  QVERIFY(program.waitForFinished());
  const QByteArray libraries = program.readAllStandardOutput();
  QVERIFY2(libraries.contains("libQt6Quick.so"), libraries.constData());
  for (const char* late : {"libtorch", "libc10", "liblpd_engine"})
    QVERIFY2(!libraries.contains(late), late);
}

void StartTest::theWindowComesBeforeTheEngine() {
  QVERIFY(!isTorchLoaded());
  StudioApp studio(options());
  QQmlApplicationEngine engine;
  QVERIFY(openWindow(engine, studio));
  auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
  QVERIFY(window);
  // Looked at on the thread that draws, as the frame reaches the screen: 1 with LibTorch in memory, 0 without it.
  std::atomic<int> torchAtFirstFrame = -1;
  const auto once = static_cast<Qt::ConnectionType>(Qt::DirectConnection | Qt::SingleShotConnection);
  connect(
      window, &QQuickWindow::frameSwapped, window, [&] { torchAtFirstFrame = isTorchLoaded() ? 1 : 0; }, once);
  QTRY_VERIFY_WITH_TIMEOUT(torchAtFirstFrame >= 0, kLoadMs);
  QCOMPARE(torchAtFirstFrame.load(), 0);
  QTRY_COMPARE_WITH_TIMEOUT(studio.controller()->state(), State::Ready, kLoadMs);
  QVERIFY(isTorchLoaded());
  QVERIFY(studio.controller()->canGenerate());
  QVERIFY(!studio.models()->torchVersion().isEmpty());
}

void StartTest::oneClickMakesTheFirstPicture() {
  StudioApp studio(options());
  QQmlApplicationEngine engine;
  QVERIFY(openWindow(engine, studio));
  const WindowRobot robot(qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst()));
  QVERIFY(QTest::qWaitForWindowExposed(robot.window()));
  QVERIFY(studio.welcome());
  QTRY_COMPARE_WITH_TIMEOUT(studio.controller()->state(), State::Ready, kLoadMs);
  // Of a subject that nobody has chosen yet: the window was there before the model was found.
  QTRY_VERIFY(robot.item(QStringLiteral("startPage"))->property("pictured").toBool());
  QVERIFY(robot.click(QStringLiteral("startButton")));
  QTRY_VERIFY(!studio.welcome());
  QTRY_VERIFY(robot.isShown(QStringLiteral("canvas")) && !robot.isShown(QStringLiteral("startPage")));
  QTRY_VERIFY_WITH_TIMEOUT(studio.picture()->finished(), kLoadMs);

  const StudioApp nextDay(options());
  QVERIFY(!nextDay.welcome());
}

QTEST_MAIN(StartTest)
#include "test_start.moc"
