#include "app/full_disk.h"
#include "app/history_fixture.h"
#include "app/studio_fixture.h"
#include "history_folder.h"
#include "history_reader.h"
#include "history_store.h"
#include "history_worker.h"
#include "picture_restore.h"
#include "session_guard.h"

#include <lpd/picture_io.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

#include <cmath>

using namespace lpd::studio;
using namespace lpd::studio::test;

class StudioHistoryTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void storesEverythingInThePicture();
  void givesAPictureBackAsItWasMade();
  void inventsNothingAPictureDoesNotSay();
  void saysWhyAFileIsNotOurs_data();
  void saysWhyAFileIsNotOurs();
  void savesEveryFinishedPicture();
  void neverReplacesAPicture();
  void makesADamagedIndexAnewFromThePictures_data();
  void makesADamagedIndexAnewFromThePictures();
  void findsPicturesTheIndexDoesNotKnow();
  void forgetsPicturesThatAreGone();
  void givesNoIdTwice();
  void keepsThePicturesWhileTheDiskIsFull();
  void keepsThePicturesWhileTheFolderCannotBeWritten();
  void saysWhereAnotherFolderIsChosen();
  void showsAReadOnlyHistory();
  void twoProgramsShareTheFolder();
  void keepsTheStarInThePicture();
  void deletesWithUndo();
  void deletesForGoodOnceTheUndoHasPassed();
  void deletesNothingForGoodWhereNothingElseIsDeleted();
  void keepsWhatCannotBeBroughtBack();
  void bringsBackUnderAnotherNameWhereItsOwnIsTaken();
  void bringsTheStarBackWithThePicture();
  void noticesAProgramThatDidNotClose();
  void findsWhatAProgramLeftAsItClosed();

 private:
  QString path(const QString& name) const { return m_folder->filePath(name); }
  QString folder() const { return path(QStringLiteral("history")); }
  QString fileOf(const HistoryRow& row) const { return folder() + QLatin1Char('/') + row.file; }
  QList<HistoryRow> rows() const;
  std::unique_ptr<HistoryStore> openStore() const;
  void saveThree();

  std::unique_ptr<QTemporaryDir> m_folder;
};

void StudioHistoryTest::init() {
  m_folder = std::make_unique<QTemporaryDir>();
}

QList<HistoryRow> StudioHistoryTest::rows() const {
  HistoryIndex index(folder() + QStringLiteral("/index-1.sqlite"));
  return index.rows(index.files().values());
}

std::unique_ptr<HistoryStore> StudioHistoryTest::openStore() const {
  auto store = std::make_unique<HistoryStore>(folder());
  QSignalSpy opened(store.get(), &HistoryStore::opened);
  store->start();
  return opened.wait(5000) ? std::move(store) : nullptr;
}

void StudioHistoryTest::saveThree() {
  HistoryStore store(folder());
  store.start();
  for (quint64 seed = 1; seed <= 3; ++seed)
    store.add(*finishedPicture(seed), QStringLiteral("generated"));
}

void StudioHistoryTest::storesEverythingInThePicture() {
  const HistoryPicture written = storedPicture(QDateTime(QDate(2026, 11, 23), QTime(13, 14, 22, 183)));
  const QString file = path(QStringLiteral("a.png"));
  writeHistoryFile(file, written);
  const auto read = readHistoryFile(file, true);
  QVERIFY(read.has_value());
  QVERIFY(read->record == written.record);
  QVERIFY(toImage(read->image) == toImage(written.image));
  QCOMPARE(read->facts.createdMs, written.facts.createdMs);
  QCOMPARE(read->facts.seconds, 0.0345);
  QCOMPARE(read->facts.kind, QStringLiteral("generated"));
  QCOMPARE(read->facts.stepMs, (std::vector<double>{10.5, 11.5, 12.5}));
  QCOMPARE(read->facts.probability.size(), 16U);
  QVERIFY(std::abs(read->facts.probability[7] - 0.35F) < 1e-4F);
  QVERIFY(std::abs(read->facts.entropy[7] - 1.75F) < 1e-4F);
  QVERIFY(lpd::readPictureText(file.toStdString()).contains(lpd::kParametersKey));
  QCOMPARE(historyName(written.record, written.facts.createdMs),
           QStringLiteral("2026-11/20261123-131422-183-desert-dunes-284119073-0.png"));
}

void StudioHistoryTest::givesAPictureBackAsItWasMade() {
  const auto made = finishedPicture();
  const HistoryPicture stored = storedPicture(QDateTime::currentDateTime());
  const auto back = restorePicture(stored, &made->run->model);
  QVERIFY(back->finished);
  QCOMPARE(back->title(), made->title());
  QCOMPARE(back->seedText(), made->seedText());
  QCOMPARE(back->tokens, made->tokens);
  QCOMPARE(back->stepOfPosition, made->stepOfPosition);
  QCOMPARE(back->stepsMade(), 3);
  QCOMPARE(back->steps[1].positions, made->steps[1].positions);
  QCOMPARE(back->steps[1].probability, made->steps[1].probability);
  QCOMPARE(back->steps[2].elapsedMs, 12.5);
  QCOMPARE(back->plan.reasons.size(), made->plan.reasons.size());
  for (std::size_t i = 0; i < made->plan.reasons.size(); ++i) {
    QVERIFY(back->plan.reasons[i].pick == made->plan.reasons[i].pick);
    QCOMPARE(back->plan.reasons[i].deferredBy, made->plan.reasons[i].deferredBy);
  }
  QVERIFY(recordOf(*back) == recordOf(*made));
}

void StudioHistoryTest::inventsNothingAPictureDoesNotSay() {
  const auto made = finishedPicture();
  const QString file = path(QStringLiteral("cli.png"));
  lpd::writePicture(file.toStdString(), toImage(made->image), lpd::recordText(recordOf(*made)));
  const auto stored = readHistoryFile(file, true);
  QVERIFY(stored.has_value());
  QVERIFY(std::abs(stored->facts.createdMs - QDateTime::currentMSecsSinceEpoch()) < 60'000);
  const auto back = restorePicture(*stored, nullptr);
  QCOMPARE(back->title(), QStringLiteral("Desert dunes"));
  QVERIFY(std::isnan(back->steps[0].probability[0]));
  QVERIFY(std::isnan(back->steps[0].entropy[0]));
  QVERIFY(back->steps[0].alternatives[0].empty());
  QCOMPARE(back->drawSwatches().size(), QSize(16, 16));
}

void StudioHistoryTest::saysWhyAFileIsNotOurs_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("problem");
  QTest::newRow("a PNG of another program") << "foreign.png"
                                            << "foreign.png does not say how it was made";
  QTest::newRow("a broken PNG") << "broken.png"
                                << "broken.png is damaged or no PNG of LPD Studio";
  QTest::newRow("a text") << "text.png"
                          << "text.png does not say how it was made";
  QTest::newRow("nothing") << "gone.png"
                           << "gone.png is not there any more";
}

void StudioHistoryTest::saysWhyAFileIsNotOurs() {
  QFETCH(QString, name);
  QFETCH(QString, problem);
  QVERIFY(finishedPicture()->image.save(path(QStringLiteral("foreign.png"))));
  writeHistoryFile(path(QStringLiteral("whole.png")), storedPicture(QDateTime::currentDateTime()));
  QFile whole(path(QStringLiteral("whole.png")));
  QVERIFY(whole.open(QFile::ReadOnly));
  QFile broken(path(QStringLiteral("broken.png")));
  QVERIFY(broken.open(QFile::WriteOnly));
  broken.write(whole.readAll().left(900));
  broken.close();
  QFile text(path(QStringLiteral("text.png")));
  QVERIFY(text.open(QFile::WriteOnly));
  text.write("not a picture");
  text.close();
  const LoadedPicture loaded = loadPicture(path(name), true);
  QVERIFY(!loaded.picture);
  QCOMPARE(loaded.problem, problem);
}

void StudioHistoryTest::savesEveryFinishedPicture() {
  const auto store = openStore();
  QVERIFY(store);
  QSignalSpy saved(store.get(), &HistoryStore::saved);
  store->add(*finishedPicture(), QStringLiteral("race"));
  QCOMPARE(store->unsaved(), 1);
  QVERIFY(saved.wait());
  QCOMPARE(store->unsaved(), 0);
  const QList<HistoryRow> known = rows();
  QCOMPARE(known.size(), 1);
  QCOMPARE(known[0].className, QStringLiteral("desert dunes"));
  QCOMPARE(known[0].seed, QStringLiteral("284119073"));
  QCOMPARE(known[0].order, QStringLiteral("lpd"));
  QCOMPARE(known[0].steps, 3);
  QCOMPARE(known[0].guidance, 4.5);
  QCOMPARE(known[0].kind, QStringLiteral("race"));
  QCOMPARE(known[0].modelSha256, QString(64, QLatin1Char('b')));
  QCOMPARE(saved[0][0].toString(), folder() + QLatin1Char('/') + known[0].file);
  QVERIFY(readHistoryFile(saved[0][0].toString(), true).has_value());
  QTRY_VERIFY(QFile::exists(thumbnailFile(folder(), known[0].file)));
}

void StudioHistoryTest::neverReplacesAPicture() {
  const QDateTime now = QDateTime::currentDateTime();
  HistoryWorker worker(folder());
  worker.open();
  worker.save(1, storedPicture(now));
  worker.save(2, storedPicture(now));
  QCOMPARE(picturesIn(folder()).size(), 2);
  QCOMPARE(rows().size(), 2);
}

void StudioHistoryTest::makesADamagedIndexAnewFromThePictures_data() {
  QTest::addColumn<QByteArray>("content");
  QTest::newRow("not a database") << QByteArray(5000, 'x');
  QTest::newRow("a head and rubbish") << QByteArray("SQLite format 3\0", 16) + QByteArray(9000, '\x7f');
}

void StudioHistoryTest::makesADamagedIndexAnewFromThePictures() {
  QFETCH(QByteArray, content);
  saveThree();
  for (const char* ending : {"-wal", "-shm"})
    QFile::remove(folder() + QStringLiteral("/index-1.sqlite") + QLatin1String(ending));
  QFile index(folder() + QStringLiteral("/index-1.sqlite"));
  QVERIFY(index.open(QFile::WriteOnly | QFile::Truncate));
  index.write(content);
  index.close();

  HistoryStore store(folder());
  QSignalSpy rebuilt(&store, &HistoryStore::rebuilt);
  store.start();
  QVERIFY(rebuilt.wait());
  QCOMPARE(rebuilt[0][0].toInt(), 3);
  QCOMPARE(rows().size(), 3);
  QCOMPARE(picturesIn(folder()).size(), 3);
  QCOMPARE(QDir(folder()).entryList({QStringLiteral("*.damaged-*")}).size(), 1);  // moved, not thrown away
}

void StudioHistoryTest::findsPicturesTheIndexDoesNotKnow() {
  saveThree();
  QFile::remove(folder() + QStringLiteral("/index-1.sqlite"));
  writeHistoryFile(folder() + QStringLiteral("/copied here.png"), storedPicture(QDateTime::currentDateTime()));
  QVERIFY(finishedPicture()->image.save(folder() + QStringLiteral("/foreign.png")));
  const auto store = openStore();
  QVERIFY(store);
  QTRY_COMPARE(rows().size(), 4);
}

void StudioHistoryTest::forgetsPicturesThatAreGone() {
  saveThree();
  QVERIFY(QFile::remove(folder() + QLatin1Char('/') + picturesIn(folder()).constFirst()));
  const auto store = openStore();
  QVERIFY(store);
  QTRY_COMPARE(rows().size(), 2);
}

void StudioHistoryTest::givesNoIdTwice() {
  const auto row = [](quint64 seed) {
    return rowWith(QStringLiteral("fish"), QStringLiteral("lpd"), 20, seed, QDateTime::currentDateTime());
  };
  QSet<qint64> ids;
  int given = 0;
  const auto note = [&](const QList<qint64>& fresh) {
    for (const qint64 id : fresh)
      ids.insert(id);
    given += static_cast<int>(fresh.size());
  };
  HistoryIndex one(QStringLiteral("memory:one"));
  const HistoryRow newest = row(2);
  note(one.add({row(1), newest}));
  one.remove({newest.file});
  QTest::qWait(2);
  note(one.add({row(3), row(4)}));
  HistoryIndex other(QStringLiteral("memory:other"));
  QTest::qWait(2);
  note(other.add({row(1), row(2), row(3)}));
  QCOMPARE(given, 7);
  QCOMPARE(ids.size(), given);
  QVERIFY(std::all_of(ids.begin(), ids.end(), [](qint64 id) { return id > 0 && id < (qint64{1} << 53); }));
}

void StudioHistoryTest::keepsThePicturesWhileTheDiskIsFull() {
  const auto store = openStore();
  QVERIFY(store);
  QSignalSpy problem(store.get(), &HistoryStore::problemChanged);
  QSignalSpy recovered(store.get(), &HistoryStore::recovered);
  {
    FullDisk full(512);
    store->add(*finishedPicture(1), QStringLiteral("generated"));
    store->add(*finishedPicture(2), QStringLiteral("generated"));
    store->add(*finishedPicture(3), QStringLiteral("generated"));
    QTRY_COMPARE(problem.size(), 1);
    store->retry();
    QTest::qWait(200);
  }
  QCOMPARE(problem.size(), 1);  // one message, not one a picture
  QVERIFY2(store->problem().startsWith(QStringLiteral("Pictures cannot be saved: ")), qPrintable(store->problem()));
  QVERIFY(!store->problemHint().isEmpty());
  QCOMPARE(store->unsaved(), 3);
  QCOMPARE(picturesIn(folder()), QStringList());
  store->retry();
  QVERIFY(recovered.wait());
  QCOMPARE(recovered[0][0].toInt(), 3);
  QCOMPARE(store->problem(), QString());
  QCOMPARE(store->unsaved(), 0);
  QCOMPARE(picturesIn(folder()).size(), 3);
  QCOMPARE(rows().size(), 3);
}

void StudioHistoryTest::keepsThePicturesWhileTheFolderCannotBeWritten() {
  QFile inTheWay(folder());  // no folder can be made where a file is; holds for every user
  QVERIFY(inTheWay.open(QFile::WriteOnly));
  inTheWay.close();
  {
    const auto store = openStore();
    QVERIFY(store);
    QSignalSpy recovered(store.get(), &HistoryStore::recovered);
    store->add(*finishedPicture(), QStringLiteral("generated"));
    QTRY_VERIFY(!store->problem().isEmpty());
    QVERIFY2(store->problemHint().startsWith(QStringLiteral("Give another folder with --history-dir. ")),
             qPrintable(store->problemHint()));
    QCOMPARE(store->unsaved(), 1);
    QVERIFY(inTheWay.remove());
    QVERIFY(recovered.wait(HistoryStore::kFirstRetryMs * 4));  // without being told
    QCOMPARE(store->problem(), QString());
  }
  QCOMPARE(rows().size(), 1);
}

void StudioHistoryTest::saysWhereAnotherFolderIsChosen() {
  QFile inTheWay(folder());
  QVERIFY(inTheWay.open(QFile::WriteOnly));
  inTheWay.close();
  const auto store = openStore();
  QVERIFY(store);
  store->setRemember([](const QString&) { return true; });  // it was not given for this run
  store->add(*finishedPicture(), QStringLiteral("generated"));
  QTRY_VERIFY(!store->problem().isEmpty());
  QVERIFY2(store->problemHint().startsWith(QStringLiteral("Choose another folder in the settings. ")),
           qPrintable(store->problemHint()));
}

void StudioHistoryTest::showsAReadOnlyHistory() {
  saveThree();
  QFile::remove(folder() + QStringLiteral("/index-1.sqlite"));
  // A folder in the index's place cannot be opened by anyone, root or not.
  QVERIFY(QDir().mkpath(folder() + QStringLiteral("/index-1.sqlite")));
  HistoryWorker worker(folder());
  QSignalSpy opened(&worker, &HistoryWorker::opened);
  worker.open();
  QVERIFY(opened[0][0].toString().startsWith(QStringLiteral("memory:")));
  HistoryReader reader;
  QSignalSpy found(&reader, &HistoryReader::found);
  reader.open(opened[0][0].toString());
  reader.find(1, {});
  QCOMPARE(found[0][1].value<HistoryKeys>()->size(), 3U);
}

void StudioHistoryTest::twoProgramsShareTheFolder() {
  const auto one = openStore();
  const auto other = openStore();
  QVERIFY(one && other);
  for (quint64 seed = 0; seed < 20; ++seed) {
    one->add(*finishedPicture(seed), QStringLiteral("generated"));
    other->add(*finishedPicture(seed + 100), QStringLiteral("generated"));
  }
  QTRY_COMPARE_WITH_TIMEOUT(one->unsaved() + other->unsaved(), 0, 20000);
  QCOMPARE(rows().size(), 40);
  QCOMPARE(picturesIn(folder()).size(), 40);

  HistoryReader reader;
  QSignalSpy changed(&reader, &HistoryReader::changedElsewhere);
  reader.open(folder() + QStringLiteral("/index-1.sqlite"));
  reader.poll();
  QCOMPARE(changed.size(), 0);
  QSignalSpy saved(other.get(), &HistoryStore::saved);
  other->add(*finishedPicture(999), QStringLiteral("generated"));
  QVERIFY(saved.wait());
  reader.poll();
  QCOMPARE(changed.size(), 1);
}

void StudioHistoryTest::keepsTheStarInThePicture() {
  saveThree();
  const HistoryRow row = rows().constFirst();
  {
    const auto store = openStore();
    QVERIFY(store);
    store->setStarred({fileOf(row)}, true);
    QTRY_VERIFY(rows().constFirst().starred);
  }
  const auto picture = readHistoryFile(folder() + QLatin1Char('/') + row.file, false);
  QVERIFY(picture->facts.starred);
  QCOMPARE(picture->facts.stepMs.size(), 3U);  // the rest stays
  QFile::remove(folder() + QStringLiteral("/index-1.sqlite"));
  const auto store = openStore();
  QTRY_COMPARE(rows().size(), 3);
  int starred = 0;
  for (const HistoryRow& known : rows())
    starred += known.starred ? 1 : 0;
  QCOMPARE(starred, 1);
}

void StudioHistoryTest::deletesWithUndo() {
  saveThree();
  const QStringList before = picturesIn(folder());
  const auto store = openStore();
  QVERIFY(store);
  QSignalSpy removed(store.get(), &HistoryStore::removed);
  store->remove({fileOf(rows()[0]), fileOf(rows()[2])});
  QVERIFY(removed.wait());
  QCOMPARE(removed[0][0].toInt(), 2);
  QCOMPARE(picturesIn(folder()).size(), 1);
  QCOMPARE(rows().size(), 1);
  store->undoRemove();
  QTRY_COMPARE(rows().size(), 3);
  QCOMPARE(picturesIn(folder()), before);
}

void StudioHistoryTest::deletesForGoodOnceTheUndoHasPassed() {
  saveThree();
  {
    const auto store = openStore();
    QVERIFY(store);
    store->remove({fileOf(rows()[0])});
    QTRY_COMPARE(rows().size(), 2);
    store->remove({fileOf(rows()[0])});
    QTRY_COMPARE(rows().size(), 1);
    store->undoRemove();
    QTRY_COMPARE(rows().size(), 2);
    store->remove({fileOf(rows()[0])});
  }
  QCOMPARE(rows().size(), 1);
  QCOMPARE(picturesIn(folder()).size(), 1);
  QVERIFY(QDir(folder() + QStringLiteral("/trash")).isEmpty());
}

/// A key that is pressed twice asks for the same picture twice.
void StudioHistoryTest::deletesNothingForGoodWhereNothingElseIsDeleted() {
  saveThree();
  const QStringList before = picturesIn(folder());
  const auto store = openStore();
  QVERIFY(store);
  QSignalSpy removed(store.get(), &HistoryStore::removed);
  const QString file = fileOf(rows()[0]);
  store->remove({file});
  store->remove({file});
  QTRY_COMPARE(rows().size(), 2);
  store->undoRemove();
  QTRY_COMPARE(rows().size(), 3);
  QCOMPARE(picturesIn(folder()), before);
  QCOMPARE(removed.size(), 1);
}

void StudioHistoryTest::keepsWhatCannotBeBroughtBack() {
  saveThree();
  const QString month = folder() + QLatin1Char('/') + picturesIn(folder()).constFirst().section(QLatin1Char('/'), 0, 0);
  QFile inTheWay(month);  // no folder can be made where a file is; holds for every user
  {
    const auto store = openStore();
    QVERIFY(store);
    QSignalSpy failed(store.get(), &HistoryStore::failed);
    store->remove({fileOf(rows()[0]), fileOf(rows()[1]), fileOf(rows()[2])});
    QTRY_COMPARE(rows().size(), 0);
    QVERIFY(QDir().rmdir(month));
    QVERIFY(inTheWay.open(QFile::WriteOnly));
    store->undoRemove();
    QVERIFY(failed.wait());
    QCOMPARE(failed[0][0].toString(), QStringLiteral("3 pictures could not be brought back"));
    const QString said = failed[0][1].toString();
    const QString place = said.section(QStringLiteral("safe in "), 1).section(QLatin1Char(';'), 0, 0);
    QCOMPARE(picturesIn(place).size(), 3);
    // What else is deleted and how the program ends changes nothing about it.
    writeHistoryFile(folder() + QStringLiteral("/other.png"), storedPicture(QDateTime::currentDateTime()));
    store->remove({folder() + QStringLiteral("/other.png")});
  }
  QVERIFY(inTheWay.remove());
  const auto store = openStore();
  QVERIFY(store);
  QTRY_COMPARE(rows().size(), 3);
  QCOMPARE(picturesIn(folder()).size(), 3);
  QVERIFY(QDir(folder() + QStringLiteral("/trash")).isEmpty());
}

void StudioHistoryTest::bringsBackUnderAnotherNameWhereItsOwnIsTaken() {
  saveThree();
  const auto store = openStore();
  QVERIFY(store);
  const HistoryRow row = rows().constFirst();
  store->remove({fileOf(row)});
  QTRY_COMPARE(rows().size(), 2);
  writeHistoryFile(fileOf(row), storedPicture(QDateTime::currentDateTime(), 77));
  store->undoRemove();
  QTRY_COMPARE(picturesIn(folder()).size(), 4);
  QCOMPARE(readHistoryFile(fileOf(row), false)->record.seed, 77U);
  const QString other = fileOf(row).chopped(4) + QStringLiteral("-2.png");
  QCOMPARE(QString::number(readHistoryFile(other, false)->record.seed), row.seed);
}

void StudioHistoryTest::bringsTheStarBackWithThePicture() {
  saveThree();
  const auto store = openStore();
  QVERIFY(store);
  const QString file = fileOf(rows().constFirst());
  store->setStarred({fileOf(rows()[1]), fileOf(rows()[2]), file}, true);
  store->remove({file});  // before the star is in the file
  store->undoRemove();
  const auto starred = [this] {
    const QList<HistoryRow> known = rows();
    return std::count_if(known.begin(), known.end(), [](const HistoryRow& row) { return row.starred; });
  };
  QTRY_COMPARE(rows().size(), 3);
  QTRY_COMPARE(starred(), 3);
}

void StudioHistoryTest::noticesAProgramThatDidNotClose() {
  const QString place = path(QStringLiteral("sessions"));
  {
    SessionGuard first(place);
    QVERIFY(!first.crashed());
    first.remember("job 7");
    SessionGuard second(place);
    QVERIFY(!second.crashed());  // the first is open, not gone
  }
  QVERIFY(QDir(place).isEmpty());
  QVERIFY(!SessionGuard(place).crashed());

  // What a program leaves that was killed: its file, and a lock whose process is gone.
  QFile file(place + QStringLiteral("/old.session"));
  QVERIFY(file.open(QFile::WriteOnly));
  file.write("job 8");
  file.close();
  QProcess gone;
  gone.start(QStringLiteral("true"), {});
  QVERIFY(gone.waitForStarted());
  const qint64 pid = gone.processId();
  QVERIFY(gone.waitForFinished());
  QFile lock(place + QStringLiteral("/old.session.lock"));
  QVERIFY(lock.open(QFile::WriteOnly));
  lock.write(QByteArray::number(pid) + "\ntest_studio_history\n" + QSysInfo::machineHostName().toUtf8() + "\n\n\n");
  lock.close();
  {
    SessionGuard next(place);
    QVERIFY(next.crashed());
    QCOMPARE(next.leftBehind(), QList<QByteArray>{QByteArray("job 8")});
  }
  {
    SessionGuard next(place);  // that one ended before it had taken it over
    QVERIFY(!next.crashed());
    QCOMPARE(next.leftBehind(), QList<QByteArray>{QByteArray("job 8")});
    next.forgetLeftBehind();
  }
  QVERIFY(!SessionGuard(place).crashed());
}

void StudioHistoryTest::findsWhatAProgramLeftAsItClosed() {
  const QString place = path(QStringLiteral("sessions"));
  {
    SessionGuard first(place);
    first.remember("job 7");
    first.leaveBehind("job 7");
  }
  {
    SessionGuard next(place);
    QVERIFY(!next.crashed());
    QCOMPARE(next.leftBehind(), QList<QByteArray>{QByteArray("job 7")});
    QVERIFY(SessionGuard(place).leftBehind().isEmpty());  // whoever comes first has it
    next.forgetLeftBehind();
    next.leaveBehind({});
  }
  QVERIFY(SessionGuard(place).leftBehind().isEmpty());
  QVERIFY(QDir(place).isEmpty());
}

QTEST_MAIN(StudioHistoryTest)
#include "test_studio_history.moc"
