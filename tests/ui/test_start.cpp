// The window comes first, then the engine: loading LibTorch takes longer than everything else at the start.
#include "studio_app.h"
#include "studio_window.h"
#include "window_robot.h"

#include <QtCore/QEventLoop>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtQml/QQmlApplicationEngine>
#include <QtQuick/QQuickWindow>
#include <QtQuickControls2/QQuickStyle>
#include <QtTest/QtTest>

#include <sys/resource.h>

#include <atomic>

using namespace lpd::studio;
using State = GenerationController::State;

namespace {

constexpr int kLoadMs = 120'000;  // the longest a start may take on a slow machine

/// Of all threads of this program.
double cpuSeconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + time.tv_usec * 1e-6; };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Unlike QTest::qWait, which wakes a hundred times a second.
void sleepInEventLoop(int milliseconds) {
  QEventLoop loop;
  QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
  loop.exec();
}

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
  void costsNothingWhileItWaits();
  void oneClickMakesTheFirstPicture();

 private:
  StudioOptions options() const;

  QTemporaryDir m_folder;
};

/// Settings of their own for each test: the start page is shown once.
StudioOptions StartTest::options() const {
  StudioOptions options;
  options.model = QString::fromLatin1(lpd::kDefaultModel);
  options.modelsFolder = QStringLiteral(LPD_RESOURCES "/models");
  options.settingsFile = m_folder.filePath(QLatin1String(QTest::currentTestFunction()) + QStringLiteral(".ini"));
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

/// The start page, then every page with a picture there.
void StartTest::costsNothingWhileItWaits() {
  constexpr int kWatchedMs = 2000;
  constexpr double kMost = 0.02;  // of one core
  StudioApp studio(options());
  QQmlApplicationEngine engine;
  QVERIFY(openWindow(engine, studio));
  const WindowRobot robot(qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst()));
  QVERIFY(QTest::qWaitForWindowExposed(robot.window()));
  QTRY_COMPARE_WITH_TIMEOUT(studio.controller()->state(), State::Ready, kLoadMs);
  QVERIFY(studio.welcome());
  QStringList busy;
  const auto watch = [&](const QString& what) {
    double used = 1;
    for (int attempt = 0; attempt < 4 && used > kMost; ++attempt) {  // what was begun comes to its end first
      sleepInEventLoop(kWatchedMs);
      const double before = cpuSeconds();
      sleepInEventLoop(kWatchedMs);
      used = (cpuSeconds() - before) * 1e3 / kWatchedMs;
    }
    qInfo("%s: %.1f %% of a core", qPrintable(what), used * 100);
    if (used > kMost) busy << what;
  };
  watch(QStringLiteral("start page"));
  studio.endWelcome();
  watch(QStringLiteral("plan"));
  studio.controller()->generate();
  QTRY_VERIFY_WITH_TIMEOUT(studio.picture()->finished(), kLoadMs);
  for (const char* page : {"create", "race", "gallery", "models"}) {
    studio.setPage(QString::fromLatin1(page));
    watch(QString::fromLatin1(page));
  }
  QCOMPARE(busy, QStringList());
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
