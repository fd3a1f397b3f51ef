// How long the program takes until its window is drawn: a point of the screen takes another colour.
// The display has to be empty otherwise: xvfb-run -a -s "-screen 0 1600x1000x24" bench_start
#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtCore/QThread>
#include <QtGui/QGuiApplication>
#include <QtGui/QPixmap>
#include <QtGui/QScreen>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

constexpr int kStarts = 9;
constexpr int kLongestMs = 60'000;
constexpr int kPollMs = 4;

QRgb colourOnScreen() {
  QScreen* screen = QGuiApplication::primaryScreen();
  const QPoint inside(640, 400);  // of a window of any size, wherever a bare display puts it
  return screen->grabWindow(0, inside.x(), inside.y(), 1, 1).toImage().pixel(0, 0);
}

/// Milliseconds until something is `drawn` or nothing is; negative where that does not happen.
double waitFor(bool drawn, QRgb empty) {
  QElapsedTimer clock;
  clock.start();
  while ((colourOnScreen() != empty) != drawn) {
    if (clock.elapsed() > kLongestMs) return -1;
    QThread::msleep(kPollMs);
  }
  return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

}  // namespace

int main(int argc, char** argv) {
  const QGuiApplication app(argc, argv);
  const QTemporaryDir home;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  for (const char* name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
    environment.insert(QString::fromLatin1(name), home.filePath(QString::fromLatin1(name)));

  const QRgb empty = colourOnScreen();
  std::vector<double> times;
  for (int start = 0; start <= kStarts; ++start) {
    QProcess program;
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(LPD_PROGRAM), {});
    const double ms = waitFor(true, empty);
    program.kill();
    program.waitForFinished();
    if (ms < 0 || waitFor(false, empty) < 0) {
      std::fprintf(stderr, "the window does not come or does not go; is the display empty otherwise?\n");
      return 1;
    }
    if (start > 0) times.push_back(ms);  // the first one fills the caches
  }
  std::sort(times.begin(), times.end());
  std::printf("window drawn after %.0f ms (median of %d starts; %.0f to %.0f ms)\n", times[times.size() / 2], kStarts,
              times.front(), times.back());
}
