// What happens to people: two windows at once, a model that is gone, a history that cannot be read any more.
#include "app/history_fixture.h"
#include "app/studio_fixture.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace lpd::studio;
using namespace lpd::studio::test;
using State = GenerationController::State;

class StudioMishapsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void twoWindowsKeepThePicturesOfBoth();
  void aSecondWindowTakesNothingFromTheFirst();
  void goesOnWithAnotherModelWhereTheLastOneIsGone();
  void saysWhatToDoWhereNoModelIsLeft();
  void bringsThePicturesBackWhereTheIndexIsDamaged();
  void opensTheFilesItIsStartedWith();
  void takesWeightsItIsStartedWithToTheModels();

 private:
  StudioOptions options() const;
  std::unique_ptr<StudioApp> openStudio() const;
  static bool makeOne(StudioApp& app, int seed);
  QString modelFolder(const QString& name) const { return m_folder->filePath(name); }

  std::unique_ptr<QTemporaryDir> m_folder;
};

void StudioMishapsTest::init() {
  m_folder = std::make_unique<QTemporaryDir>();
  importTinyModel(m_folder->path(), "tiny-a");
  importTinyModel(m_folder->path(), "tiny-b");
}

StudioOptions StudioMishapsTest::options() const {
  return optionsIn(m_folder->path(), {}, QStringLiteral("person"));
}

std::unique_ptr<StudioApp> StudioMishapsTest::openStudio() const {
  auto app = std::make_unique<StudioApp>(options());
  app->start();
  app->models()->selectByName(QStringLiteral("tiny-b"));
  const bool ready = QTest::qWaitFor([&] { return app->controller()->state() == State::Ready; }, 30000);
  return ready ? std::move(app) : nullptr;
}

bool StudioMishapsTest::makeOne(StudioApp& app, int seed) {
  app.plan()->setSteps(4);
  app.plan()->setSeed(seed);
  QSignalSpy saved(app.history(), &HistoryStore::saved);
  app.queue()->enqueue();
  return saved.wait(30000);
}

void StudioMishapsTest::twoWindowsKeepThePicturesOfBoth() {
  {
    const auto first = openStudio();
    const auto second = openStudio();
    QVERIFY(first && second);
    QVERIFY(second->unexpectedEnd().isEmpty());
    QVERIFY(makeOne(*first, 1));
    QVERIFY(makeOne(*second, 2));
    QVERIFY(makeOne(*first, 3));
    // Each sees what the other has made, once it is looked at.
    first->gallery()->setWatching(true);
    QTRY_COMPARE_WITH_TIMEOUT(first->gallery()->model()->count(), 3, 10000);
  }
  const auto later = openStudio();
  QVERIFY(later);
  QVERIFY(later->unexpectedEnd().isEmpty());
  QTRY_COMPARE(later->gallery()->model()->count(), 3);
}

void StudioMishapsTest::aSecondWindowTakesNothingFromTheFirst() {
  const auto first = openStudio();
  QVERIFY(first);
  first->queue()->setPaused(true);
  first->queue()->enqueue();
  const auto second = openStudio();
  QVERIFY(second);
  QCOMPARE(second->queue()->count(), 0);
  QCOMPARE(first->queue()->count(), 1);
}

void StudioMishapsTest::goesOnWithAnotherModelWhereTheLastOneIsGone() {
  QVERIFY(openStudio());  // with tiny-b, and closed again
  QVERIFY(QDir(modelFolder(QStringLiteral("tiny-b"))).removeRecursively());
  StudioApp app(options());
  app.start();
  QVERIFY(QTest::qWaitFor([&] { return app.controller()->state() == State::Ready; }, 30000));
  QVERIFY(app.models()->currentName() != QLatin1String("tiny-b"));
  QVERIFY(app.controller()->canGenerate());
}

void StudioMishapsTest::saysWhatToDoWhereNoModelIsLeft() {
  StudioOptions lost = options();
  lost.model = QStringLiteral("tiny-c");
  StudioApp app(lost);
  app.start();
  QTRY_COMPARE(app.models()->state(), ModelLibrary::State::Failed);
  QVERIFY(app.models()->problem().contains(QLatin1String("tiny-c")));
  QVERIFY(!app.models()->problemHint().isEmpty());
  QVERIFY2(!app.models()->problemHint().contains(QLatin1String("--")), qPrintable(app.models()->problemHint()));
  QVERIFY(!app.queue()->canEnqueue());
  QVERIFY(!app.queue()->blockedReason().isEmpty());
}

void StudioMishapsTest::bringsThePicturesBackWhereTheIndexIsDamaged() {
  {
    const auto app = openStudio();
    QVERIFY(app);
    QVERIFY(makeOne(*app, 1));
    QVERIFY(makeOne(*app, 2));
  }
  QFile index(options().historyFolder + QStringLiteral("/index-1.sqlite"));
  QVERIFY(index.open(QFile::ReadWrite));
  index.write(QByteArray(4096, 'x'));
  index.close();
  StudioApp app(options());
  QSignalSpy rebuilt(app.history(), &HistoryStore::rebuilt);
  app.start();
  QVERIFY(rebuilt.wait(10000));
  QCOMPARE(rebuilt[0][0].toInt(), 2);
  QTRY_COMPARE(app.gallery()->model()->count(), 2);
}

void StudioMishapsTest::opensTheFilesItIsStartedWith() {
  const QString file = m_folder->filePath(QStringLiteral("given.png"));
  writeHistoryFile(file, storedPicture(QDateTime::currentDateTime(), 4711));
  StudioOptions given = options();
  given.files = {QUrl::fromLocalFile(file), QUrl::fromLocalFile(m_folder->filePath(QStringLiteral("gone.png")))};
  StudioApp app(given);
  QSignalSpy failed(app.gallery(), &Gallery::failed);
  app.start();
  QCOMPARE(failed.size(), 1);
  QVERIFY2(failed[0][0].toString().contains(QLatin1String("gone.png")), qPrintable(failed[0][0].toString()));
  QTRY_COMPARE(app.plan()->seed(), 4711.0);
  QTRY_COMPARE(app.pictures()->count(), 1);
  QCOMPARE(app.pictures()->at(0)->file, file);
  QCOMPARE(app.page(), QStringLiteral("create"));
}

void StudioMishapsTest::takesWeightsItIsStartedWithToTheModels() {
  StudioOptions given = options();
  given.files = {QUrl::fromLocalFile(m_folder->filePath(QStringLiteral("gone.safetensors")))};
  StudioApp app(given);
  app.start();
  QCOMPARE(app.page(), QStringLiteral("models"));
  QTRY_VERIFY(!app.modelImport()->problem().isEmpty());
}

QTEST_GUILESS_MAIN(StudioMishapsTest)
#include "test_studio_mishaps.moc"
