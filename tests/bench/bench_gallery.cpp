// The gallery with ten thousand pictures: how long it takes to open, to scroll and to search, and what it keeps in
// memory. The pictures are one file under ten thousand names.
#include "app/history_fixture.h"
#include "history_folder.h"
#include "history_worker.h"
#include "studio_app.h"
#include "studio_window.h"

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>
#include <QtQml/QQmlApplicationEngine>
#include <QtQuick/QQuickItem>
#include <QtQuick/QQuickWindow>
#include <QtQuickControls2/QQuickStyle>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

using namespace lpd::studio;
using namespace lpd::studio::test;

namespace {

constexpr int kPictures = 10'000;
constexpr int kADay = 40;
constexpr qint64 kLongestOpenMs = 300;

double residentMiB() {
  QFile statm(QStringLiteral("/proc/self/statm"));
  if (!statm.open(QFile::ReadOnly)) return 0;
  return statm.readAll().split(' ').value(1).toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

/// What the window's own thread has worked, whatever else the machine is busy with.
double threadMs() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

QQuickItem* findItem(QQuickItem* root, const QString& name) {
  if (root->objectName() == name) return root;
  const QList<QQuickItem*> children = root->childItems();
  for (QQuickItem* child : children)
    if (QQuickItem* found = findItem(child, name)) return found;
  return nullptr;
}

void linkFile(const QString& from, const QString& to) {
  std::filesystem::create_hard_link(from.toStdString(), to.toStdString());
}

}  // namespace

class GalleryBench : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void opens();
  void searches();
  void scrolls();
  void isMadeAnewFromThePictures();
  void cleanupTestCase();

 private:
  QString folder() const { return m_folder.filePath(QStringLiteral("history")); }
  QQuickItem* item(const QString& name) const { return findItem(m_window->contentItem(), name); }
  bool thumbnailsShown() const;

  QTemporaryDir m_folder;
  std::unique_ptr<StudioApp> m_studio;
  std::unique_ptr<QQmlApplicationEngine> m_engine;
  QQuickWindow* m_window = nullptr;
};

void GalleryBench::initTestCase() {
  const QString names[] = {QStringLiteral("sailboat"), QStringLiteral("desert dunes"), QStringLiteral("fish"),
                           QStringLiteral("aurora"),   QStringLiteral("lighthouse"),   QStringLiteral("mushroom")};
  const QString orders[] = {QStringLiteral("lpd"), QStringLiteral("raster"), QStringLiteral("halton")};
  const int steps[] = {20, 32, 64, 256};
  HistoryPicture picture = storedPicture(QDateTime::currentDateTime());
  picture.image = picture.image.scaled(256, 256, Qt::KeepAspectRatio, Qt::SmoothTransformation);
  const QString first = m_folder.filePath(QStringLiteral("one.png"));
  const QString thumbnail = m_folder.filePath(QStringLiteral("one.jpg"));
  writeHistoryFile(first, picture);
  makeThumbnail(picture.image, thumbnail);
  QVERIFY(QDir().mkpath(folder() + QStringLiteral("/2026-11")));
  QVERIFY(QDir().mkpath(folder() + QStringLiteral("/thumbnails/2026-11")));
  QRandomGenerator dice(7);
  QList<HistoryRow> rows;
  const QDateTime now = QDateTime::currentDateTime();
  for (int i = 0; i < kPictures; ++i) {
    HistoryRow row = rowWith(names[dice.bounded(6)], orders[dice.bounded(3)], steps[dice.bounded(4)],
                             dice.bounded(1'000'000'000), now.addDays(-i / kADay).addSecs(-i % kADay));
    row.file = QStringLiteral("2026-11/%1.png").arg(i);
    row.starred = dice.bounded(10) == 0;
    rows << row;
    linkFile(first, folder() + QLatin1Char('/') + row.file);
    linkFile(thumbnail, thumbnailFile(folder(), row.file));
  }
  HistoryIndex(folder() + QStringLiteral("/index-1.sqlite")).add(rows);

  QQuickStyle::setStyle(QStringLiteral("Fusion"));
  StudioOptions options;
  options.modelsFolder = QStringLiteral(LPD_RESOURCES "/models");
  options.historyFolder = folder();
  options.settingsFile = m_folder.filePath(QStringLiteral("settings.ini"));
  m_studio = std::make_unique<StudioApp>(options);
  m_engine = std::make_unique<QQmlApplicationEngine>();
  QVERIFY(openWindow(*m_engine, *m_studio));
  m_window = qobject_cast<QQuickWindow*>(m_engine->rootObjects().constFirst());
  m_window->resize(1440, 900);
  QVERIFY(QTest::qWaitForWindowExposed(m_window));
  // Neither a model that is being read nor the scan of the folder belongs to what is measured.
  QTRY_COMPARE_WITH_TIMEOUT(m_studio->controller()->state(), GenerationController::State::Ready, 120000);
  QTRY_COMPARE(m_studio->gallery()->model()->count(), kPictures);
  QTest::qWait(2000);
}

/// The tiles that can be seen have their pictures.
bool GalleryBench::thumbnailsShown() const {
  const QQuickItem* tile = item(QStringLiteral("galleryTile_0"));
  if (!tile) return false;
  const QList<QQuickItem*> parts = tile->childItems();
  return std::any_of(parts.begin(), parts.end(), [](const QQuickItem* part) {
    return part->inherits("QQuickImage") && part->property("status").toInt() == 1;
  });
}

void GalleryBench::opens() {
  QElapsedTimer clock;
  clock.start();
  const double before = threadMs();
  m_studio->setPage(QStringLiteral("gallery"));
  const qint64 made = clock.elapsed();
  QSignalSpy frames(m_window, &QQuickWindow::frameSwapped);
  QVERIFY(frames.wait(5000));
  const qint64 seen = clock.elapsed();
  const double worked = threadMs() - before;
  QVERIFY(QTest::qWaitFor([this] { return thumbnailsShown(); }, 5000));
  qInfo("opens in %lld ms (made in %lld, the window's thread works %.0f), thumbnails after %lld ms", seen, made, worked,
        clock.elapsed());
  QVERIFY2(worked <= kLongestOpenMs, "opening takes too long");

  // And the index by itself, as at the program's start.
  HistoryReader reader;
  QSignalSpy found(&reader, &HistoryReader::found);
  clock.restart();
  reader.open(folder() + QStringLiteral("/index-1.sqlite"));
  reader.find(1, {});
  qInfo("the index gives %d pictures in %lld ms", kPictures, clock.elapsed());
  QVERIFY(clock.elapsed() <= kLongestOpenMs);
  QCOMPARE(found[0][1].value<HistoryKeys>()->size(), static_cast<std::size_t>(kPictures));
}

void GalleryBench::searches() {
  GalleryFilter* filter = m_studio->gallery()->filter();
  QSignalSpy answered(m_studio->gallery()->model(), &GalleryModel::keysChanged);
  for (const char* typed : {"sail", "sailboat lpd 20", "seed:284119073", "steps:30-256", "2026", "yesterday", ""}) {
    QElapsedTimer clock;
    clock.start();
    filter->setSearch(QString::fromLatin1(typed));
    QVERIFY(answered.wait());
    qInfo("\"%s\": %d pictures in %lld ms", typed, m_studio->gallery()->model()->count(), clock.elapsed());
  }
  QCOMPARE(m_studio->gallery()->model()->count(), kPictures);
}

void GalleryBench::scrolls() {
  QQuickItem* view = item(QStringLiteral("galleryView"));
  QVERIFY(view);
  const double bottom = view->property("contentHeight").toDouble() - view->height();
  const auto walk = [&](int frames, double step) {
    QList<double> work;
    for (int i = 0; i < frames; ++i) {
      const double before = threadMs();
      const double y = std::fmod(view->property("contentY").toDouble() + step, bottom);
      view->setProperty("contentY", y);
      work << threadMs() - before;
      QTest::qWait(16);
    }
    std::sort(work.begin(), work.end());
    return work;
  };
  walk(100, 900);  // fills the caches
  const double before = residentMiB();
  for (const double step : {60.0, 400.0, 20'000.0}) {
    const QList<double> work = walk(200, step);
    qInfo("%.0f px a frame: window's thread works %.2f ms in the middle, %.2f ms at 99 %%, %.2f ms at most", step,
          work[work.size() / 2], work[work.size() * 99 / 100], work.constLast());
    QVERIFY2(work[work.size() * 99 / 100] < 16, "scrolling holds the window up");
  }
  const double after = residentMiB();
  qInfo("memory %.0f MiB before, %.0f MiB after scrolling through", before, after);
  QVERIFY2(after - before < 48, "scrolling keeps what it has shown");
  view->setProperty("contentY", bottom);
  QTRY_VERIFY(item(QStringLiteral("galleryTile_%1").arg(kPictures - 1)));
}

void GalleryBench::isMadeAnewFromThePictures() {
  const QString index = folder() + QStringLiteral("/index-1.sqlite");
  HistoryWorker worker(m_folder.filePath(QStringLiteral("copy")));
  QDir().mkpath(m_folder.filePath(QStringLiteral("copy")));
  for (int i = 0; i < kPictures; ++i)
    linkFile(m_folder.filePath(QStringLiteral("one.png")), m_folder.filePath(QStringLiteral("copy/%1.png").arg(i)));
  QFile damaged(m_folder.filePath(QStringLiteral("copy/index-1.sqlite")));
  QVERIFY(damaged.open(QFile::WriteOnly));
  damaged.write(QByteArray(4096, 'x'));
  damaged.close();
  QSignalSpy rebuilt(&worker, &HistoryWorker::rebuilt);
  QElapsedTimer clock;
  clock.start();
  worker.open();
  QVERIFY(rebuilt.wait(120000));
  qInfo("made anew from %d pictures in %lld ms", rebuilt[0][0].toInt(), clock.elapsed());
  QCOMPARE(rebuilt[0][0].toInt(), kPictures);
}

void GalleryBench::cleanupTestCase() {
  m_window = nullptr;
  m_engine.reset();
  m_studio.reset();
}

QTEST_MAIN(GalleryBench)
#include "bench_gallery.moc"
