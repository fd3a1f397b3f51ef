// The history's folder is changed: nothing is lost, whatever happens on the way.
#include "app/full_disk.h"
#include "app/history_fixture.h"
#include "app/studio_fixture.h"
#include "history_move.h"
#include "history_store.h"
#include "history_worker.h"

#include <lpd/error.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QStorageInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace lpd::studio;
using namespace lpd::studio::test;

class StudioFolderTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void takesThePicturesAlong();
  void leavesNothingOfItsOwnBehind();
  void leavesTheIndexToAProgramThatUsesIt();
  void leavesWhatIsNotOurs();
  void leavesThemWhereThatIsWanted();
  void takesAlongWhatIsSavedMeanwhile();
  void starsAndDeletesOnTheWay();
  void starsAndDeletesUnderTheNewName();
  void bringsBackWhatWasDeletedOnTheWay();
  void starsAndDeletesWhereTheMoveIsAbandoned();
  void undoesTheMoveWhereTheProgramEnds();
  void takesAlongTheStarOfAnotherProgram();
  void saysHowManyPicturesDidNotComeAlong();
  void savesWhatTheOldFolderWouldNotTake();
  void replacesNoPictureOfTheNewFolder();
  void findsThosePicturesThatAreThereAlready();
  void refusesAFolderThatCannotBeTheHistorys_data();
  void refusesAFolderThatCannotBeTheHistorys();
  void copiesToAnotherDisk();
  void losesNothingWhereTheOtherDiskIsFull();
  void leavesTheNewFolderAsItWasWhereItIsStopped();
  void staysWhereTheSettingsCannotBeWritten();
  void isNotChangedWhereItWasGivenForThisRun();
  void isOpenedByTheNextStart();
  void triesAgainAfterTheSettingsCouldNotBeWrittenOnce();

 private:
  StudioOptions studioOptions() const;
  QString path(const QString& name) const { return m_folder->filePath(name); }
  QString oldFolder() const { return path(QStringLiteral("history")); }
  QString newFolder() const { return path(QStringLiteral("elsewhere/pictures")); }
  std::unique_ptr<HistoryStore> openStore();
  bool move(HistoryStore& store, const QString& to, bool takePictures) const;
  static QList<HistoryRow> rowsOf(const QString& folder);

  std::unique_ptr<QTemporaryDir> m_folder;
  QString m_remembered;
};

namespace {

/// A worker whose pictures are in both folders: the window has not decided yet.
struct Moving {
  HistoryWorker worker;
  QSignalSpy prepared{&worker, &HistoryWorker::movePrepared};

  Moving(const QString& from, const QString& to) : worker(from) {
    worker.open();
    worker.prepareMove(to, true, std::make_shared<std::atomic<bool>>(false));
  }
};

}  // namespace

void StudioFolderTest::init() {
  m_folder = std::make_unique<QTemporaryDir>();
  m_remembered.clear();
  HistoryStore store(oldFolder());
  store.start();
  for (quint64 seed = 1; seed <= 3; ++seed)
    store.add(*finishedPicture(seed), QStringLiteral("generated"));
}

std::unique_ptr<HistoryStore> StudioFolderTest::openStore() {
  auto store = std::make_unique<HistoryStore>(oldFolder());
  store->setRemember([this](const QString& folder) {
    m_remembered = folder;
    return true;
  });
  QSignalSpy opened(store.get(), &HistoryStore::opened);
  store->start();
  return opened.wait(5000) ? std::move(store) : nullptr;
}

/// False where it failed.
bool StudioFolderTest::move(HistoryStore& store, const QString& to, bool takePictures) const {
  QSignalSpy moved(&store, &HistoryStore::moved);
  store.moveTo(QUrl::fromLocalFile(to), takePictures);
  return QTest::qWaitFor([&] { return !store.moving(); }, 10000) && moved.size() == 1;
}

QList<HistoryRow> StudioFolderTest::rowsOf(const QString& folder) {
  HistoryIndex index(folder + QStringLiteral("/index-1.sqlite"));
  return index.rows(index.files().values());
}

void StudioFolderTest::takesThePicturesAlong() {
  const QStringList before = picturesIn(oldFolder());
  QCOMPARE(before.size(), 3);
  const auto store = openStore();
  QVERIFY(store);
  store->setStarred({oldFolder() + QLatin1Char('/') + before[1]}, true);
  QVERIFY(move(*store, newFolder(), true));
  QCOMPARE(store->folder(), newFolder());
  QCOMPARE(m_remembered, newFolder());
  QCOMPARE(picturesIn(newFolder()), before);
  QCOMPARE(picturesIn(oldFolder()), QStringList());
  QTRY_COMPARE(rowsOf(newFolder()).size(), 3);
  const QList<HistoryRow> rows = rowsOf(newFolder());
  QCOMPARE(std::count_if(rows.begin(), rows.end(), [](const HistoryRow& row) { return row.starred; }), 1);
  QSignalSpy saved(store.get(), &HistoryStore::saved);
  store->add(*finishedPicture(4), QStringLiteral("generated"));
  QVERIFY(saved.wait());
  QVERIFY(saved[0][0].toString().startsWith(newFolder()));
}

void StudioFolderTest::leavesNothingOfItsOwnBehind() {
  const auto store = openStore();
  QVERIFY(store);
  QSignalSpy removed(store.get(), &HistoryStore::removed);
  store->remove({oldFolder() + QLatin1Char('/') + picturesIn(oldFolder()).constFirst()});
  QVERIFY(removed.wait());
  QVERIFY(move(*store, newFolder(), true));
  QTRY_COMPARE(QDir(oldFolder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
  QCOMPARE(rowsOf(newFolder()).size(), 2);
}

void StudioFolderTest::leavesTheIndexToAProgramThatUsesIt() {
  const QString index = oldFolder() + QStringLiteral("/index-1.sqlite");
  const auto store = openStore();
  {
    const auto other = openStore();
    QVERIFY(store && other);
    QVERIFY(move(*store, newFolder(), true));
    QTRY_COMPARE(rowsOf(newFolder()).size(), 3);
    store->leaveOldFolder();
    QTest::qWait(200);
    QVERIFY(QFile::exists(index));
    QSignalSpy saved(other.get(), &HistoryStore::saved);
    other->add(*finishedPicture(4), QStringLiteral("generated"));
    QVERIFY(saved.wait());
  }
  store->leaveOldFolder();
  QTest::qWait(200);
  QVERIFY(QFile::exists(index));  // there is a picture again
  QVERIFY(QFile::remove(oldFolder() + QLatin1Char('/') + picturesIn(oldFolder()).constFirst()));
  store->leaveOldFolder();
  QTRY_VERIFY(!QFile::exists(index));
}

/// The folder may be one where a person keeps other pictures, too.
void StudioFolderTest::leavesWhatIsNotOurs() {
  const QString album = oldFolder() + QStringLiteral("/holidays");
  QVERIFY(QDir().mkpath(album) && QDir().mkpath(oldFolder() + QStringLiteral("/empty")));
  QImage photo(8, 8, QImage::Format_RGB32);
  photo.fill(Qt::red);
  QVERIFY(photo.save(album + QStringLiteral("/beach.png")) && photo.save(album + QStringLiteral("/.hidden.png")));
  QFile old(album + QStringLiteral("/.hidden.png"));
  QVERIFY(old.open(QFile::ReadWrite));
  QVERIFY(old.setFileTime(QDateTime::currentDateTime().addDays(-2), QFileDevice::FileModificationTime));
  old.close();
  const auto store = openStore();
  QVERIFY(store);
  QVERIFY(move(*store, newFolder(), true));
  QCOMPARE(picturesIn(newFolder()).size(), 3);
  QCOMPARE(picturesIn(oldFolder()), QStringList{QStringLiteral("holidays/beach.png")});
  QVERIFY(QFile::exists(album + QStringLiteral("/.hidden.png")));
  QVERIFY(QFile::exists(oldFolder() + QStringLiteral("/empty")));
}

void StudioFolderTest::leavesThemWhereThatIsWanted() {
  const QStringList before = picturesIn(oldFolder());
  const auto store = openStore();
  QVERIFY(store);
  QVERIFY(move(*store, newFolder(), false));
  QCOMPARE(picturesIn(oldFolder()), before);
  QCOMPARE(picturesIn(newFolder()), QStringList());
  QVERIFY(move(*store, oldFolder(), false));  // and back
  QCOMPARE(store->folder(), oldFolder());
  QCOMPARE(rowsOf(oldFolder()).size(), 3);
}

void StudioFolderTest::takesAlongWhatIsSavedMeanwhile() {
  const auto store = openStore();
  QVERIFY(store);
  QSignalSpy saved(store.get(), &HistoryStore::saved);
  store->add(*finishedPicture(4), QStringLiteral("generated"));
  store->moveTo(QUrl::fromLocalFile(newFolder()), true);
  store->add(*finishedPicture(5), QStringLiteral("generated"));
  QTRY_VERIFY(!store->moving());
  QTRY_COMPARE(saved.size(), 2);
  QCOMPARE(store->unsaved(), 0);
  QCOMPARE(picturesIn(newFolder()).size(), 5);
  QCOMPARE(picturesIn(oldFolder()), QStringList());
}

void StudioFolderTest::starsAndDeletesOnTheWay() {
  const QStringList before = picturesIn(oldFolder());
  {
    Moving moving(oldFolder(), newFolder());
    QCOMPARE(moving.prepared.size(), 1);
    moving.worker.setStarred({oldFolder() + QLatin1Char('/') + before[0]}, true);
    moving.worker.trash({oldFolder() + QLatin1Char('/') + before[1]});
    moving.worker.finishMove();
    // The window has not heard of it yet.
    moving.worker.setStarred({oldFolder() + QLatin1Char('/') + before[2]}, true);
  }
  QCOMPARE(picturesIn(newFolder()), (QStringList{before[0], before[2]}));
  QCOMPARE(picturesIn(oldFolder()), QStringList());
  for (const HistoryRow& row : rowsOf(newFolder())) {
    QVERIFY(row.starred);
    QVERIFY(readHistoryFile(newFolder() + QLatin1Char('/') + row.file, false)->facts.starred);
  }
}

void StudioFolderTest::starsAndDeletesUnderTheNewName() {
  const QStringList before = picturesIn(oldFolder());
  const QString taken = newFolder() + QLatin1Char('/') + before[0];
  QVERIFY(QDir().mkpath(QFileInfo(taken).path()));
  writeHistoryFile(taken, storedPicture(QDateTime::currentDateTime(), 77));
  Moving moving(oldFolder(), newFolder());
  moving.worker.trash({oldFolder() + QLatin1Char('/') + before[0]});
  moving.worker.finishMove();
  QCOMPARE(picturesIn(newFolder()), before);  // two came along, and the one of that name is another
  QCOMPARE(readHistoryFile(taken, false)->record.seed, 77U);
}

void StudioFolderTest::bringsBackWhatWasDeletedOnTheWay() {
  const QStringList before = picturesIn(oldFolder());
  const auto store = openStore();
  QVERIFY(store);
  QSignalSpy removed(store.get(), &HistoryStore::removed);
  QSignalSpy told(store.get(), &HistoryStore::failed);
  store->moveTo(QUrl::fromLocalFile(newFolder()), true);
  store->remove({oldFolder() + QLatin1Char('/') + before[1]});
  QCOMPARE(told.size(), 1);
  QTRY_VERIFY(!store->moving());
  QTRY_COMPARE(removed.size(), 1);
  QTRY_COMPARE(rowsOf(newFolder()).size(), 2);
  store->undoRemove();
  QTRY_COMPARE(rowsOf(newFolder()).size(), 3);
  QCOMPARE(picturesIn(newFolder()), before);
  QCOMPARE(picturesIn(oldFolder()), QStringList());
  QCOMPARE(told.size(), 1);
}

void StudioFolderTest::starsAndDeletesWhereTheMoveIsAbandoned() {
  const QStringList before = picturesIn(oldFolder());
  {
    Moving moving(oldFolder(), newFolder());
    moving.worker.setStarred({oldFolder() + QLatin1Char('/') + before[0]}, true);
    moving.worker.trash({oldFolder() + QLatin1Char('/') + before[1]});
    QCOMPARE(picturesIn(oldFolder()), before);
    moving.worker.abandonMove();
    QCOMPARE(picturesIn(oldFolder()), (QStringList{before[0], before[2]}));
  }
  QVERIFY(readHistoryFile(oldFolder() + QLatin1Char('/') + before[0], false)->facts.starred);
  QVERIFY(!QFileInfo::exists(newFolder()));
}

void StudioFolderTest::undoesTheMoveWhereTheProgramEnds() {
  const QStringList before = picturesIn(oldFolder());
  {
    Moving moving(oldFolder(), newFolder());
    QCOMPARE(picturesIn(newFolder()), before);
  }
  QCOMPARE(picturesIn(oldFolder()), before);
  QVERIFY(!QFileInfo::exists(newFolder()));
}

void StudioFolderTest::takesAlongTheStarOfAnotherProgram() {
  const QStringList before = picturesIn(oldFolder());
  HistoryMove move(oldFolder(), newFolder());
  move.check();
  QVERIFY(move.copy({}));
  const QString file = oldFolder() + QLatin1Char('/') + before[1];
  HistoryFacts facts = readHistoryFile(file, false)->facts;
  facts.starred = true;
  rewriteFacts(file, facts);
  QCOMPARE(move.removeOriginals(), 0);
  QCOMPARE(picturesIn(oldFolder()), QStringList());
  QCOMPARE(picturesIn(newFolder()), before);
  QVERIFY(readHistoryFile(newFolder() + QLatin1Char('/') + before[1], false)->facts.starred);
}

void StudioFolderTest::saysHowManyPicturesDidNotComeAlong() {
  const QStringList before = picturesIn(oldFolder());
  QStringList failures;
  {
    Moving moving(oldFolder(), newFolder());
    connect(&moving.worker, &HistoryWorker::failed, this,
            [&](const QString& text, const QString& hint) { failures << text << hint; });
    for (const char* name : {"late-1/a.png", "late-2/b.png", "late-3/c.png"}) {
      const QString late = oldFolder() + QLatin1Char('/') + QLatin1String(name);
      QVERIFY(QDir().mkpath(QFileInfo(late).path()));
      writeHistoryFile(late, storedPicture(QDateTime::currentDateTime()));
    }
    for (const char* name : {"late-1", "late-3"}) {  // no folder can be made where a file is
      QFile inTheWay(newFolder() + QLatin1Char('/') + QLatin1String(name));
      QVERIFY(inTheWay.open(QFile::WriteOnly));
    }
    moving.worker.finishMove();
  }
  QCOMPARE(failures.size(), 2);
  QVERIFY2(failures[0].startsWith(QStringLiteral("2 pictures did not come along: ")), qPrintable(failures[0]));
  QCOMPARE(failures[1], QStringLiteral("Copy what is left in %1 into the new folder").arg(oldFolder()));
  QCOMPARE(picturesIn(oldFolder()), (QStringList{QStringLiteral("late-1/a.png"), QStringLiteral("late-3/c.png")}));
  QCOMPARE(picturesIn(newFolder()), before + QStringList{QStringLiteral("late-2/b.png")});
}

void StudioFolderTest::savesWhatTheOldFolderWouldNotTake() {
  // A file stands where the folder should be.
  const QString blocked = path(QStringLiteral("blocked"));
  QFile file(blocked);
  QVERIFY(file.open(QFile::WriteOnly));
  file.close();
  HistoryStore store(blocked);
  store.setRemember([](const QString&) { return true; });
  store.start();
  store.add(*finishedPicture(9), QStringLiteral("generated"));
  QTRY_VERIFY(!store.problem().isEmpty());
  QVERIFY(move(store, newFolder(), true));
  QTRY_COMPARE(store.unsaved(), 0);
  QCOMPARE(picturesIn(newFolder()).size(), 1);
  QVERIFY(store.problem().isEmpty());
}

void StudioFolderTest::replacesNoPictureOfTheNewFolder() {
  const QString name = picturesIn(oldFolder()).constFirst();
  const QString there = newFolder() + QLatin1Char('/') + name;
  QVERIFY(QDir().mkpath(QFileInfo(there).path()));
  writeHistoryFile(there, storedPicture(QDateTime::currentDateTime(), 77));
  const auto store = openStore();
  QVERIFY(store);
  QVERIFY(move(*store, newFolder(), true));
  QCOMPARE(picturesIn(newFolder()).size(), 4);
  QCOMPARE(readHistoryFile(there, false)->record.seed, 77U);
}

void StudioFolderTest::findsThosePicturesThatAreThereAlready() {
  const QString name = picturesIn(oldFolder()).constFirst();
  const QString there = newFolder() + QLatin1Char('/') + name;
  QVERIFY(QDir().mkpath(QFileInfo(there).path()));
  QVERIFY(QFile::copy(oldFolder() + QLatin1Char('/') + name, there));
  HistoryMove stopped(oldFolder(), newFolder());
  stopped.check();
  QVERIFY(stopped.copy({}));
  stopped.undo();
  QCOMPARE(picturesIn(newFolder()), QStringList{name});  // it was there before
  const auto store = openStore();
  QVERIFY(store);
  QVERIFY(move(*store, newFolder(), true));
  QCOMPARE(picturesIn(newFolder()).size(), 3);
  QCOMPARE(picturesIn(oldFolder()), QStringList());
}

void StudioFolderTest::refusesAFolderThatCannotBeTheHistorys_data() {
  QTest::addColumn<QString>("place");
  QTest::addColumn<QString>("reason");
  QTest::newRow("the same") << "history"
                            << "The pictures are kept there already";
  QTest::newRow("the same, said otherwise") << "elsewhere/../history/"
                                            << "The pictures are kept there already";
  QTest::newRow("one inside") << "history/more/pictures"
                              << "One of the two folders is inside the other";
  QTest::newRow("the one around it") << "."
                                     << "One of the two folders is inside the other";
  QTest::newRow("no folder") << "file/pictures"
                             << "cannot be written";
}

void StudioFolderTest::refusesAFolderThatCannotBeTheHistorys() {
  QFETCH(QString, place);
  QFETCH(QString, reason);
  QFile file(path(QStringLiteral("file")));
  QVERIFY(file.open(QFile::WriteOnly));
  file.close();
  const QStringList before = picturesIn(oldFolder());
  const auto store = openStore();
  QVERIFY(store);
  QSignalSpy failed(store.get(), &HistoryStore::failed);
  QVERIFY(!move(*store, m_folder->path() + QLatin1Char('/') + place, true));
  QCOMPARE(failed.size(), 1);
  QVERIFY2(failed[0][0].toString().contains(reason), qPrintable(failed[0][0].toString()));
  QCOMPARE(store->folder(), oldFolder());
  QCOMPARE(picturesIn(oldFolder()), before);
  QVERIFY(m_remembered.isEmpty());
}

void StudioFolderTest::copiesToAnotherDisk() {
  const QTemporaryDir other(QStringLiteral("/dev/shm/lpd-XXXXXX"));
  if (!other.isValid() || QStorageInfo(other.path()).device() == QStorageInfo(oldFolder()).device())
    QSKIP("this machine has no second file system to try it on");
  const QStringList before = picturesIn(oldFolder());
  const auto store = openStore();
  QVERIFY(store);
  QVERIFY(move(*store, other.filePath(QStringLiteral("pictures")), true));
  QCOMPARE(picturesIn(store->folder()), before);
  QCOMPARE(picturesIn(oldFolder()), QStringList());
  for (const QString& name : before)
    QVERIFY(readHistoryFile(store->folder() + QLatin1Char('/') + name, true).has_value());
}

void StudioFolderTest::losesNothingWhereTheOtherDiskIsFull() {
  const QTemporaryDir other(QStringLiteral("/dev/shm/lpd-XXXXXX"));
  if (!other.isValid() || QStorageInfo(other.path()).device() == QStorageInfo(oldFolder()).device())
    QSKIP("this machine has no second file system to try it on");
  const QStringList before = picturesIn(oldFolder());
  const auto store = openStore();
  QVERIFY(store);
  QSignalSpy failed(store.get(), &HistoryStore::failed);
  {
    const FullDisk full(512);
    QVERIFY(!move(*store, other.filePath(QStringLiteral("pictures")), true));
  }
  QCOMPARE(failed.size(), 1);
  QCOMPARE(store->folder(), oldFolder());
  QCOMPARE(picturesIn(oldFolder()), before);
  QVERIFY(!QFileInfo::exists(other.filePath(QStringLiteral("pictures"))));
}

void StudioFolderTest::leavesTheNewFolderAsItWasWhereItIsStopped() {
  const QStringList before = picturesIn(oldFolder());
  HistoryMove move(oldFolder(), newFolder());
  move.check();
  QVERIFY(!move.copy([](int done, int all) { return all == 3 && done < 2; }));
  QCOMPARE(picturesIn(newFolder()).size(), 2);
  QCOMPARE(picturesIn(oldFolder()), before);
  move.undo();
  QVERIFY(!QFileInfo::exists(newFolder()));
  QCOMPARE(picturesIn(oldFolder()), before);
}

void StudioFolderTest::staysWhereTheSettingsCannotBeWritten() {
  const QStringList before = picturesIn(oldFolder());
  const auto store = openStore();
  QVERIFY(store);
  store->setRemember([](const QString&) { return false; });
  QSignalSpy failed(store.get(), &HistoryStore::failed);
  QVERIFY(!move(*store, newFolder(), true));
  QCOMPARE(failed.size(), 1);
  QCOMPARE(store->folder(), oldFolder());
  QCOMPARE(picturesIn(oldFolder()), before);
  QTRY_VERIFY(!QFileInfo::exists(newFolder()));
}

void StudioFolderTest::isNotChangedWhereItWasGivenForThisRun() {
  HistoryStore store(oldFolder());
  store.start();
  QVERIFY(store.folderFixed());
  store.moveTo(QUrl::fromLocalFile(newFolder()), true);
  QVERIFY(!store.moving());
  QCOMPARE(picturesIn(oldFolder()).size(), 3);
}

/// A studio without models whose settings say where the history is.
StudioOptions StudioFolderTest::studioOptions() const {
  return {.model = {},
          .modelsFolder = m_folder->path(),
          .historyFolder = {},
          .settingsFile = path(QStringLiteral("settings.ini")),
          .presetsFolder = path(QStringLiteral("presets"))};
}

void StudioFolderTest::isOpenedByTheNextStart() {
  const StudioOptions options = studioOptions();
  {
    StudioApp app(options);
    app.start();
    QVERIFY(!app.history()->folderFixed());
    QVERIFY(move(*app.history(), newFolder(), true));
    QCOMPARE(app.gallery()->model()->absolute(QStringLiteral("a.png")), newFolder() + QStringLiteral("/a.png"));
    // The gallery has read it, too.
    QTRY_VERIFY(!QFile::exists(options.settingsFile + QStringLiteral(".history/index-1.sqlite")));
  }
  QCOMPARE(StudioApp(options).history()->folder(), newFolder());
}

void StudioFolderTest::triesAgainAfterTheSettingsCouldNotBeWrittenOnce() {
  const StudioOptions options = studioOptions();
  QDir().mkpath(options.settingsFile);  // a folder is in the way
  {
    StudioApp app(options);
    app.start();
    QVERIFY(!move(*app.history(), newFolder(), true));
    QVERIFY(QDir(options.settingsFile).removeRecursively());
    QVERIFY(move(*app.history(), newFolder(), true));
  }
  QCOMPARE(StudioApp(options).history()->folder(), newFolder());
}

QTEST_MAIN(StudioFolderTest)
#include "test_studio_folder.moc"
