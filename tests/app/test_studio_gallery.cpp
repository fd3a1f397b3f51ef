#include "app/history_fixture.h"
#include "app/studio_fixture.h"
#include "gallery.h"
#include "history_images.h"
#include "history_store.h"
#include "model_library.h"
#include "picture_restore.h"
#include "plan_settings.h"

#include <lpd/order.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

#include <time.h>

#include <functional>

using namespace lpd::studio;
using namespace lpd::studio::test;

Q_DECLARE_METATYPE(std::function<void(Gallery&)>)

namespace {

const QDate kToday(2026, 11, 23);

QDateTime at(const QDate& day, int hour = 12) {
  return QDateTime(day, QTime(hour, 0));
}

/// What this thread has worked, whatever else the machine is busy with.
double threadMs() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// What the program has around a gallery.
struct Room {
  QTemporaryDir folder;
  PlanSettings plan;
  ModelLibrary models{lpd::ModelSearchPath()};
  HistoryStore store{folder.filePath(QStringLiteral("history"))};
  Gallery gallery{store, plan, models};

  Room() { plan.setModel(describedModel(4)); }
  QString file(const QString& name) const { return store.folder() + QLatin1Char('/') + name; }
  QString index() const { return file(QStringLiteral("index-1.sqlite")); }
  /// Three pictures of today (fish, dunes, dunes) and one of yesterday (sailboat), newest first.
  bool fill() {
    QDir().mkpath(store.folder());
    const QDateTime now = QDateTime::currentDateTime();
    const QDateTime noon(now.date(), QTime(0, 0, 30));
    writeHistoryFile(file(QStringLiteral("a.png")), storedPicture(noon.addSecs(3), 11, 2));
    writeHistoryFile(file(QStringLiteral("b.png")), storedPicture(noon.addSecs(2), 12, 1));
    writeHistoryFile(file(QStringLiteral("c.png")), storedPicture(noon.addSecs(1), 13, 1));
    writeHistoryFile(file(QStringLiteral("d.png")), storedPicture(noon.addDays(-1), 14, 0));
    store.start();
    return QTest::qWaitFor([this] { return gallery.model()->count() == 4 && gallery.filter()->allCount() == 4; }, 5000);
  }
  bool known(int index) {
    return QTest::qWaitFor([&] { return gallery.model()->row(index) != nullptr; }, 5000);
  }
  QStringList cellTitles(int line) {
    QStringList titles;
    for (const QVariant& cell : gallery.layout()->line(line).toMap().value(QStringLiteral("cells")).toList())
      titles << cell.toMap().value(QStringLiteral("title")).toString();
    return titles;
  }
};

}  // namespace

class StudioGalleryTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void understandsWhatIsTyped_data();
  void understandsWhatIsTyped();
  void filtersBySubjectStarStepsAndOrder();
  void showsNewestFirstOrOldest();
  void countsWhatThereIs();
  void arrangesDaysAndTiles();
  void linesAreNeverOlderThanThePictures();
  void knowsWhereEverythingIs();
  void movesByLinesAndStaysInItsColumn();
  void choosesSeveral();
  void keepsTheChoiceThroughAFilter();
  void choosesNothingInAnotherFolder();
  void choosesNothingInAnotherIndex();
  void showsAllThePictureSays();
  void showsTheModelByItsTitle();
  void starsAndTakesTheStarAway();
  void deletesAndBringsBack();
  void goesOnBehindThePicturesThatWereDeleted();
  void takesSettingsOver_data();
  void takesSettingsOver();
  void saysWhatCannotBeTakenOver();
  void racesOnlyWithTheModelThatMadeIt();
  void opensAPictureForReplay();
  void opensALargePictureWithoutTheWindowWaiting();
  void actsOnAPictureWhosePageIsNotHereYet();
  void saysThatAPictureIsGone();
  void letsGoOfAPictureWhoseFileIsGone_data();
  void letsGoOfAPictureWhoseFileIsGone();
  void exportsThoseThatAreThere();
  void saysThatTheGalleryCannotBeRead();
  void opensADroppedPicture();
  void explainsADroppedFileThatIsNotOurs();
  void showsPicturesOfAnotherProgram();
  void keepsThumbnailsWithinBounds();
};

void StudioGalleryTest::understandsWhatIsTyped_data() {
  QTest::addColumn<QString>("typed");
  QTest::addColumn<QString>("found");  // numbers of the pictures below, newest first
  QTest::newRow("nothing") << ""
                           << "4321";
  QTest::newRow("a subject") << "sailboat"
                             << "31";
  QTest::newRow("part of one, in capitals") << "SAIL"
                                            << "31";
  QTest::newRow("an order") << "raster"
                            << "42";
  QTest::newRow("an order by its name") << "locality"
                                        << "31";
  QTest::newRow("subject, order and steps") << "sailboat lpd 20"
                                            << "1";
  QTest::newRow("steps") << "steps:20"
                         << "21";
  QTest::newRow("a range of steps") << "steps:30-256"
                                    << "43";
  QTest::newRow("a seed") << "seed:284119073"
                          << "3";
  QTest::newRow("a number") << "20"
                            << "21";
  QTest::newRow("a seed without its key") << "284119073"
                                          << "3";
  QTest::newRow("the beginning of a seed") << "28411"
                                           << "3";
  QTest::newRow("a seed as it is shown") << "284 119 073"
                                         << "3";
  QTest::newRow("a month") << "2026-11"
                           << "43";
  QTest::newRow("a day") << "2026-11-22"
                         << "3";
  QTest::newRow("a year") << "2025"
                          << "1";
  QTest::newRow("today") << "today"
                         << "4";
  QTest::newRow("yesterday") << "yesterday"
                             << "3";
  QTest::newRow("two words in quotes") << "class:\"desert dunes\""
                                       << "42";
  QTest::newRow("the model") << "model:scenes"
                             << "4321";
  QTest::newRow("contradiction") << "sailboat fish"
                                 << "";
  QTest::newRow("an unknown key") << "colour:red"
                                  << "";
  QTest::newRow("signs LIKE knows") << "%"
                                    << "";
  QTest::newRow("a quote nobody closed") << "\"desert"
                                         << "42";
}

void StudioGalleryTest::understandsWhatIsTyped() {
  QFETCH(QString, typed);
  QFETCH(QString, found);
  HistoryIndex index(QStringLiteral("memory:typed"));
  const QString boat = QStringLiteral("sailboat");
  const QString dunes = QStringLiteral("desert dunes");
  const QString lpd = QStringLiteral("lpd");
  const QString raster = QStringLiteral("raster");
  const QList<qint64> ids = index.add(
      {rowWith(boat, lpd, 20, 1, at(QDate(2025, 3, 1))), rowWith(dunes, raster, 20, 2, at(QDate(2026, 10, 31))),
       rowWith(boat, lpd, 32, 284119073, at(kToday.addDays(-1))), rowWith(dunes, raster, 256, 99, at(kToday))});
  HistoryFilter filter;
  filter.search = typed;
  QString numbers;
  for (const HistoryKey& key : index.find(filter, kToday))
    numbers += QString::number(ids.indexOf(key.id) + 1);
  QCOMPARE(numbers, found);
}

void StudioGalleryTest::filtersBySubjectStarStepsAndOrder() {
  Room room;
  QVERIFY(room.fill());
  GalleryFilter* filter = room.gallery.filter();
  filter->setSubject(QStringLiteral("desert dunes"));
  QTRY_COMPARE(room.gallery.model()->count(), 2);
  QVERIFY(filter->narrowed());
  filter->setSearch(QStringLiteral("seed:12"));
  QTRY_COMPARE(room.gallery.model()->count(), 1);
  filter->clear();
  QTRY_COMPARE(room.gallery.model()->count(), 4);
  QVERIFY(!filter->narrowed());
  filter->setSteps(4, 0);
  QTRY_COMPARE(room.gallery.model()->count(), 0);
  filter->setSteps(0, 3);
  QTRY_COMPARE(room.gallery.model()->count(), 4);
  filter->choose(QStringLiteral("order:raster"));
  QTRY_COMPARE(room.gallery.model()->count(), 0);
  filter->clear();
  filter->setCollection(QStringLiteral("starred"));
  QTRY_COMPARE(room.gallery.model()->count(), 0);
  filter->setCollection(QStringLiteral("all"));
  QTRY_COMPARE(room.gallery.model()->count(), 4);
}

void StudioGalleryTest::showsNewestFirstOrOldest() {
  Room room;
  QAbstractItemModelTester tester(room.gallery.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
  QVERIFY(room.fill());
  QVERIFY(room.known(0));
  QCOMPARE(room.gallery.model()->row(0)->file, QStringLiteral("a.png"));
  const auto value = [&](int role) { return room.gallery.model()->data(room.gallery.model()->index(0), role); };
  QCOMPARE(value(GalleryModel::TitleRole).toString(), QStringLiteral("Fish"));
  QCOMPARE(value(GalleryModel::StepsRole).toInt(), 3);
  QCOMPARE(value(GalleryModel::DayRole).toString(), QStringLiteral("Today"));
  QCOMPARE(value(GalleryModel::SeedTextRole).toString(), QStringLiteral("11"));
  room.gallery.filter()->setOldestFirst(true);
  QTRY_VERIFY(room.gallery.model()->row(0) && room.gallery.model()->row(0)->file == QLatin1String("d.png"));
}

void StudioGalleryTest::countsWhatThereIs() {
  Room room;
  QVERIFY(room.fill());
  const QVariantList subjects = room.gallery.filter()->subjects();
  QCOMPARE(subjects.size(), 3);
  QCOMPARE(subjects[0].toMap().value(QStringLiteral("title")).toString(), QStringLiteral("Desert dunes"));
  QCOMPARE(subjects[0].toMap().value(QStringLiteral("count")).toInt(), 2);
  QVERIFY(subjects[0].toMap().value(QStringLiteral("thumbnail")).toString().contains(QLatin1String("b.png")));
  QCOMPARE(room.gallery.filter()->leastSteps(), 3);
  QCOMPARE(room.gallery.filter()->greatestSteps(), 3);
  QCOMPARE(room.gallery.filter()->choices().size(), 2);  // one order, one model
}

void StudioGalleryTest::arrangesDaysAndTiles() {
  Room room;
  GalleryLayout* layout = room.gallery.layout();
  layout->setWidth(2 * 100 + GalleryLayout::kGap);
  layout->setWantedTile(100);
  QVERIFY(room.fill());
  QVERIFY(room.known(0));
  QCOMPARE(layout->columns(), 2);
  QCOMPARE(layout->lineCount(), 5);  // Today, two lines, Yesterday, one line
  QCOMPARE(layout->line(0).toMap().value(QStringLiteral("title")).toString(), QStringLiteral("Today"));
  QCOMPARE(layout->line(0).toMap().value(QStringLiteral("count")).toInt(), 3);
  QCOMPARE(room.cellTitles(1), (QStringList{QStringLiteral("Fish"), QStringLiteral("Desert dunes")}));
  QCOMPARE(room.cellTitles(2), QStringList{QStringLiteral("Desert dunes")});
  QCOMPARE(layout->line(3).toMap().value(QStringLiteral("title")).toString(), QStringLiteral("Yesterday"));
  QCOMPARE(room.cellTitles(4), QStringList{QStringLiteral("Sailboat")});
  QVERIFY(layout->line(5).isNull() || !layout->line(5).canConvert<QVariantMap>());
  layout->setWantedTile(400);
  QCOMPARE(layout->columns(), 1);
  QCOMPARE(layout->lineCount(), 6);
}

void StudioGalleryTest::linesAreNeverOlderThanThePictures() {
  Room room;
  GalleryLayout* layout = room.gallery.layout();
  int asked = 0;
  const auto askForAll = [&] {
    for (int line = 0; line < layout->lineCount(); ++line)
      for (const QVariant& cell : layout->line(line).toMap().value(QStringLiteral("cells")).toList())
        asked += cell.toMap().value(QStringLiteral("index")).toInt() < room.gallery.model()->count() ? 1 : 1000;
  };
  connect(layout, &GalleryLayout::revisionChanged, this, askForAll);  // as the window does
  QVERIFY(room.fill());
  room.gallery.selection()->moveTo(3);
  room.gallery.filter()->setSubject(QStringLiteral("desert dunes"));
  QTRY_COMPARE(room.gallery.model()->count(), 2);
  room.gallery.filter()->setSearch(QStringLiteral("nothing"));
  QTRY_COMPARE(room.gallery.model()->count(), 0);
  QVERIFY(asked > 0);
  QVERIFY(asked < 1000);
}

void StudioGalleryTest::knowsWhereEverythingIs() {
  Room room;
  GalleryLayout* layout = room.gallery.layout();
  layout->setWidth(2 * 100 + GalleryLayout::kGap);
  layout->setWantedTile(100);
  QVERIFY(room.fill());
  for (int line = 0; line < layout->lineCount(); ++line) {
    QCOMPARE(layout->lineAt(layout->yOf(line)), line);
    QCOMPARE(layout->lineAt(layout->yOf(line + 1) - 0.5), line);
  }
  QCOMPARE(layout->yOf(2) - layout->yOf(1), 100 + GalleryLayout::kCaption);
  QCOMPARE(layout->contentHeight(), layout->yOf(layout->lineCount()));
  const qint64 id = room.gallery.model()->idAt(2);
  QCOMPARE(layout->idAt(layout->yOf(2)), id);
  QCOMPARE(layout->yOfId(id), layout->yOf(2));
  QCOMPARE(layout->yOfId(12345), -1.0);
}

void StudioGalleryTest::movesByLinesAndStaysInItsColumn() {
  Room room;
  GalleryLayout* layout = room.gallery.layout();
  layout->setWidth(2 * 100 + GalleryLayout::kGap);
  layout->setWantedTile(100);
  QCOMPARE(layout->below(0, 1), -1);
  QVERIFY(room.fill());
  QCOMPARE(layout->below(0, 1), 2);
  QCOMPARE(layout->below(1, 1), 2);  // the last line of a day is shorter
  QCOMPARE(layout->below(2, 1), 3);  // over the next day's title
  QCOMPARE(layout->below(3, 1), 3);
  QCOMPARE(layout->below(3, -2), 0);
  QCOMPARE(layout->below(0, 99), 3);
}

void StudioGalleryTest::choosesSeveral() {
  Room room;
  QVERIFY(room.fill());
  GallerySelection* selection = room.gallery.selection();
  const auto idAt = [&](int index) { return room.gallery.model()->idAt(index); };
  QCOMPARE(selection->current(), -1);
  QVERIFY(selection->targets().isEmpty());
  selection->moveTo(1);
  QCOMPARE(selection->count(), 0);
  QCOMPARE(selection->targets(), QList<qint64>{idAt(1)});
  selection->toggle(3);
  QCOMPARE(selection->targets(), (QList<qint64>{idAt(1), idAt(3)}));
  selection->toggle(1);
  QCOMPARE(selection->targets(), QList<qint64>{idAt(3)});
  selection->moveTo(0);
  selection->extendTo(2);
  QCOMPARE(selection->count(), 3);
  QCOMPARE(selection->current(), 2);
  selection->selectAll();
  QCOMPARE(selection->count(), 4);
  selection->clear();
  QCOMPARE(selection->count(), 0);
  QCOMPARE(selection->current(), 2);
}

void StudioGalleryTest::keepsTheChoiceThroughAFilter() {
  Room room;
  QVERIFY(room.fill());
  GallerySelection* selection = room.gallery.selection();
  selection->toggle(1);
  selection->toggle(3);
  const qint64 dunes = room.gallery.model()->idAt(1);
  room.gallery.filter()->setSubject(QStringLiteral("desert dunes"));
  QTRY_COMPARE(room.gallery.model()->count(), 2);
  QCOMPARE(selection->targets(), QList<qint64>{dunes});  // what cannot be seen is not acted on
}

void StudioGalleryTest::choosesNothingInAnotherFolder() {
  Room room;
  QVERIFY(room.fill());
  room.store.setRemember([](const QString&) { return true; });
  room.gallery.selection()->toggle(0);
  room.gallery.selection()->toggle(1);
  QTRY_VERIFY(room.gallery.details()->hasPicture());
  QSignalSpy moved(&room.store, &HistoryStore::moved);
  room.store.moveTo(QUrl::fromLocalFile(room.folder.filePath(QStringLiteral("elsewhere"))), true);
  QVERIFY(moved.wait());
  QTRY_COMPARE(room.gallery.model()->count(), 4);
  QCOMPARE(room.gallery.selection()->count(), 0);
  QCOMPARE(room.gallery.selection()->current(), -1);
  QVERIFY(!room.gallery.details()->hasPicture());
  room.gallery.remove();
  QTest::qWait(200);
  QCOMPARE(picturesIn(room.store.folder()).size(), 4);
}

void StudioGalleryTest::choosesNothingInAnotherIndex() {
  Room room;
  QVERIFY(room.fill());
  room.gallery.selection()->selectAll();
  QSignalSpy opened(&room.store, &HistoryStore::opened);
  room.store.repair();
  QVERIFY(opened.wait());
  QTRY_COMPARE(room.gallery.model()->count(), 4);
  QCOMPARE(room.gallery.selection()->count(), 0);
}

void StudioGalleryTest::showsAllThePictureSays() {
  Room room;
  QVERIFY(room.fill());
  GalleryDetails* details = room.gallery.details();
  QVERIFY(!details->hasPicture());
  room.gallery.selection()->moveTo(1);
  QTRY_VERIFY(details->hasPicture());
  QCOMPARE(details->title(), QStringLiteral("Desert dunes"));
  QVERIFY(details->when().startsWith(QStringLiteral("Today, 00:00 · 0.03 s")));
  QCOMPARE(details->seedText(), QStringLiteral("12"));
  QCOMPARE(details->steps(), 3);
  QCOMPARE(details->orderLabel(), QStringLiteral("Locality"));
  QCOMPARE(details->guidance(), 4.5);
  QCOMPARE(details->groupSizes(), (QList<int>{1, 6, 9}));
  QCOMPARE(details->sizeText(), QStringLiteral("PNG 64 × 64"));
  QFile broken(room.file(QStringLiteral("d.png")));
  QVERIFY(broken.resize(900));
  room.gallery.selection()->moveTo(3);
  QTRY_COMPARE(details->problem(), QStringLiteral("d.png is damaged or no PNG of LPD Studio"));
  QVERIFY(!details->hasPicture());
}

void StudioGalleryTest::showsTheModelByItsTitle() {
  QTemporaryDir folder;
  ModelLibrary models({{folder.path().toStdString()}});
  GalleryDetails details(models);
  QCOMPARE(details.modelTitle(), QString());
  LoadedPicture loaded;
  loaded.picture = storedPicture(at(kToday));
  details.show(std::make_shared<const LoadedPicture>(loaded));
  QCOMPARE(details.modelTitle(), QStringLiteral("described-4"));  // it is not here
  GalleryFilter filter(models);
  const auto offered = [&filter] {
    return filter.choices().value(0).toMap().value(QStringLiteral("label")).toString();
  };
  HistoryCounts counts;
  counts.models = {QStringLiteral("described-4")};
  filter.setCounts(counts, folder.path());
  QCOMPARE(offered(), QStringLiteral("described-4"));
  QSignalSpy changed(&details, &GalleryDetails::changed);
  importTinyModel(folder.path(), "described-4");
  models.rescan();
  QCOMPARE(changed.size(), 1);
  QVERIFY(details.modelTitle().startsWith(QStringLiteral("Tiny model")));
  QCOMPARE(details.modelName(), QStringLiteral("described-4"));
  QCOMPARE(offered(), details.modelTitle());
  filter.choose(QStringLiteral("model:described-4"));  // asked for by its name all the same
  QCOMPARE(filter.model(), QStringLiteral("described-4"));
  QCOMPARE(filter.modelLabel(filter.model()), details.modelTitle());
}

void StudioGalleryTest::starsAndTakesTheStarAway() {
  Room room;
  QVERIFY(room.fill());
  room.gallery.selection()->moveTo(0);
  QTRY_VERIFY(room.gallery.details()->hasPicture());
  room.gallery.toggleStar();
  QTRY_VERIFY(room.gallery.details()->starred());
  QTRY_COMPARE(room.gallery.filter()->starredCount(), 1);
  QTRY_VERIFY(room.gallery.allStarred());
  room.gallery.selection()->selectAll();
  QVERIFY(!room.gallery.allStarred());
  room.gallery.toggleStar();  // not all have one yet
  QTRY_COMPARE(room.gallery.filter()->starredCount(), 4);
  QTRY_VERIFY(room.gallery.allStarred());
  room.gallery.toggleStar();
  QTRY_COMPARE(room.gallery.filter()->starredCount(), 0);
}

void StudioGalleryTest::deletesAndBringsBack() {
  Room room;
  QVERIFY(room.fill());
  QSignalSpy removed(&room.gallery, &Gallery::removed);
  room.gallery.selection()->moveTo(1);
  room.gallery.remove();
  QVERIFY(removed.wait());
  QTRY_COMPARE(room.gallery.model()->count(), 3);
  QCOMPARE(room.gallery.selection()->current(), 1);  // the next one
  QVERIFY(!QFile::exists(room.file(QStringLiteral("b.png"))));
  room.gallery.undoRemove();
  QTRY_COMPARE(room.gallery.model()->count(), 4);
  QVERIFY(QFile::exists(room.file(QStringLiteral("b.png"))));
}

void StudioGalleryTest::goesOnBehindThePicturesThatWereDeleted() {
  Room room;
  QVERIFY(room.fill());
  GallerySelection* selection = room.gallery.selection();
  const qint64 next = room.gallery.model()->idAt(2);
  selection->moveTo(0);
  selection->extendTo(1);
  room.gallery.remove();
  QTRY_COMPARE(room.gallery.model()->count(), 2);
  QCOMPARE(selection->currentId(), next);
  QCOMPARE(selection->current(), 0);
  room.gallery.undoRemove();
  QTRY_COMPARE(room.gallery.model()->count(), 4);
  QCOMPARE(selection->currentId(), next);
  selection->moveTo(3);
  room.gallery.remove();
  QTRY_COMPARE(room.gallery.model()->count(), 3);
  QCOMPARE(selection->currentId(), next);  // none stood behind the last one
}

void StudioGalleryTest::takesSettingsOver_data() {
  QTest::addColumn<QString>("part");
  QTest::addColumn<bool>("seed");
  QTest::addColumn<bool>("steps");
  QTest::addColumn<bool>("guidance");
  QTest::addColumn<bool>("subject");
  QTest::newRow("all") << "all" << true << true << true << true;
  QTest::newRow("remix") << "remix" << false << true << true << true;
  QTest::newRow("seed") << "seed" << true << false << false << false;
  QTest::newRow("steps") << "steps" << false << true << false << false;
  QTest::newRow("guidance") << "guidance" << false << false << true << false;
}

void StudioGalleryTest::takesSettingsOver() {
  QFETCH(QString, part);
  QFETCH(bool, seed);
  QFETCH(bool, steps);
  QFETCH(bool, guidance);
  QFETCH(bool, subject);
  Room room;
  QVERIFY(room.fill());
  PlanSettings& plan = room.plan;
  plan.setClassIndex(0);
  plan.setSteps(8);
  plan.setGrowth(3);
  plan.setOrderKind(QStringLiteral("raster"));
  plan.setSeed(777);
  QSignalSpy recalled(&room.gallery, &Gallery::recalled);
  room.gallery.selection()->moveTo(0);
  QVERIFY(room.known(0));
  room.gallery.recall(part);
  QVERIFY(recalled.wait());
  QCOMPARE(plan.seed() == 11, seed);
  QCOMPARE(plan.seedLocked(), seed);
  QCOMPARE(plan.steps() == 3, steps);
  QCOMPARE(plan.growth() == 0, steps);  // its sizes are the published ones, so nothing is drawn by hand
  QVERIFY(!plan.groupsEdited());
  QCOMPARE(plan.orderKind() == QLatin1String("lpd"), steps);
  QCOMPARE(plan.guidance() == 4.5, guidance);
  QCOMPARE(plan.guidanceSchedule() == QLatin1String("constant"), guidance);
  QCOMPARE(plan.classIndex() == 2, subject);
  if (part == QLatin1String("remix")) QVERIFY(plan.seed() != 777);
}

void StudioGalleryTest::saysWhatCannotBeTakenOver() {
  Room room;
  QVERIFY(room.fill());
  QSignalSpy recalled(&room.gallery, &Gallery::recalled);
  room.gallery.selection()->moveTo(0);
  QVERIFY(room.known(0));
  room.gallery.recall(QStringLiteral("all"));
  QVERIFY(recalled.wait());
  QCOMPARE(recalled[0][0].toString(),
           QStringLiteral("Settings taken over. It was made with the model described-4, which is not here"));
  QCOMPARE(room.plan.seed(), 11.0);
}

void StudioGalleryTest::racesOnlyWithTheModelThatMadeIt() {
  Room room;
  QVERIFY(room.fill());
  QSignalSpy failed(&room.gallery, &Gallery::failed);
  QSignalSpy wanted(&room.gallery, &Gallery::raceRequested);
  room.gallery.selection()->moveTo(0);
  QVERIFY(room.known(0));
  room.gallery.race();
  QVERIFY(failed.wait());
  QCOMPARE(failed[0][0].toString(), QStringLiteral("It was made with the model described-4, which is not here"));
  QVERIFY(!failed[0][1].toString().isEmpty());
  QCOMPARE(wanted.size(), 0);
}

void StudioGalleryTest::opensAPictureForReplay() {
  Room room;
  QVERIFY(room.fill());
  QSignalSpy opened(&room.gallery, &Gallery::pictureOpened);
  room.gallery.selection()->moveTo(0);
  QVERIFY(room.known(0));
  room.gallery.replay();
  QVERIFY(opened.wait());
  const auto picture = opened[0][0].value<std::shared_ptr<Picture>>();
  QCOMPARE(picture->title(), QStringLiteral("Fish"));
  QCOMPARE(picture->stepsMade(), 3);
  QCOMPARE(picture->image.size(), QSize(64, 64));
  QCOMPARE(picture->file, room.file(QStringLiteral("a.png")));
}

/// A picture of another program: 64x64 patches, one at a time.
void StudioGalleryTest::opensALargePictureWithoutTheWindowWaiting() {
  Room room;
  HistoryPicture large = storedPicture(at(kToday));
  large.record.grid = {64, 64};
  large.record.groupSizes.assign(64 * 64, 1);
  large.record.order = lpd::explainOrder({.kind = lpd::OrderKind::Lpd,
                                          .grid = large.record.grid,
                                          .groupSizes = large.record.groupSizes,
                                          .proximity = large.record.proximity,
                                          .repulsion = large.record.repulsion,
                                          .seed = large.record.seed})
                           .order;
  large.record.tokens.assign(64 * 64, 1);
  large.facts = {};
  large.image = QImage(256, 256, QImage::Format_RGB888);
  large.image.fill(Qt::gray);
  const QString file = room.folder.filePath(QStringLiteral("large.png"));
  writeHistoryFile(file, large);
  const double before = threadMs();
  restorePicture(*readHistoryFile(file, true), nullptr);
  const double alone = threadMs() - before;
  QSignalSpy opened(&room.gallery, &Gallery::pictureOpened);
  QSignalSpy recalled(&room.gallery, &Gallery::recalled);
  const double asked = threadMs();
  room.gallery.openFile(QUrl::fromLocalFile(file));
  QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 30000);
  const double worked = threadMs() - asked;
  QVERIFY2(worked < alone / 2, qPrintable(QStringLiteral("%1 of %2 ms").arg(worked).arg(alone)));
  QTRY_COMPARE(recalled.size(), 1);
}

void StudioGalleryTest::actsOnAPictureWhosePageIsNotHereYet() {
  Room room;
  QVERIFY(room.fill());
  QSignalSpy opened(&room.gallery, &Gallery::pictureOpened);
  QSignalSpy recalled(&room.gallery, &Gallery::recalled);
  room.gallery.selection()->moveTo(0);
  room.gallery.replay();
  room.gallery.recall(QStringLiteral("seed"));
  QTRY_COMPARE(opened.size(), 1);
  QTRY_COMPARE(recalled.size(), 1);
  QCOMPARE(opened[0][0].value<std::shared_ptr<Picture>>()->file, room.file(QStringLiteral("a.png")));
  QCOMPARE(room.plan.seed(), 11.0);
}

void StudioGalleryTest::saysThatAPictureIsGone() {
  Room room;
  QVERIFY(room.fill());
  QSignalSpy failed(&room.gallery, &Gallery::failed);
  room.gallery.selection()->moveTo(0);
  HistoryIndex(room.index()).remove({QStringLiteral("a.png")});  // by another program
  room.gallery.replay();
  QVERIFY(failed.wait());
  QCOMPARE(failed[0][0].toString(), QStringLiteral("1 picture is not there any more"));
}

void StudioGalleryTest::letsGoOfAPictureWhoseFileIsGone_data() {
  QTest::addColumn<std::function<void(Gallery&)>>("use");
  const auto row = [](const char* name, std::function<void(Gallery&)> use) { QTest::newRow(name) << std::move(use); };
  row("looking at it", [](Gallery&) {});
  row("replay", [](Gallery& gallery) { gallery.replay(); });
  row("taking its settings over", [](Gallery& gallery) { gallery.recall(QStringLiteral("all")); });
  row("a star", [](Gallery& gallery) { gallery.toggleStar(); });
  row("a race", [](Gallery& gallery) { gallery.race(); });
  row("export", [](Gallery& gallery) { gallery.exportChosen(); });
}

void StudioGalleryTest::letsGoOfAPictureWhoseFileIsGone() {
  QFETCH(std::function<void(Gallery&)>, use);
  Room room;
  QVERIFY(room.fill());
  QVERIFY(room.known(1));
  QSignalSpy failed(&room.gallery, &Gallery::failed);
  QVERIFY(QFile::remove(room.file(QStringLiteral("b.png"))));
  const qint64 next = room.gallery.model()->idAt(2);
  room.gallery.selection()->moveTo(1);
  use(room.gallery);
  QTRY_COMPARE(room.gallery.model()->count(), 3);
  QCOMPARE(room.gallery.selection()->currentId(), next);
  QTRY_VERIFY(room.gallery.details()->hasPicture());
  QCOMPARE(HistoryIndex(room.index()).files().size(), 3);
  QCOMPARE(failed.size(), 1);  // though it was looked at, too
  QCOMPARE(failed[0][0].toString(), QStringLiteral("b.png is not there any more"));
  QVERIFY(!failed[0][1].toString().isEmpty());
}

void StudioGalleryTest::exportsThoseThatAreThere() {
  Room room;
  QVERIFY(room.fill());
  QSignalSpy wanted(&room.gallery, &Gallery::exportRequested);
  QVERIFY(QFile::remove(room.file(QStringLiteral("b.png"))));
  room.gallery.selection()->selectAll();
  room.gallery.exportChosen();
  QVERIFY(wanted.wait());
  QCOMPARE(wanted[0][0].toStringList().size(), 3);
  QTRY_COMPARE(room.gallery.model()->count(), 3);
}

void StudioGalleryTest::saysThatTheGalleryCannotBeRead() {
  Room room;
  QVERIFY(room.fill());
  QSignalSpy failed(&room.gallery, &Gallery::failed);
  const auto rename = [&](const QString& from, const QString& to) {
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
    database.setDatabaseName(room.index());
    QVERIFY(database.open());
    QVERIFY(QSqlQuery(database).exec(QStringLiteral("ALTER TABLE %1 RENAME TO %2").arg(from, to)));
  };
  rename(QStringLiteral("pictures"), QStringLiteral("away"));
  room.gallery.selection()->moveTo(0);  // asks for its page, in vain
  room.gallery.toggleStar();
  QVERIFY(failed.wait());
  QCOMPARE(failed[0][0].toString(), QStringLiteral("The gallery is busy"));
  QCOMPARE(failed[0][1].toString(), QStringLiteral("Try again in a moment"));
  QVERIFY(!room.gallery.model()->row(0));
  rename(QStringLiteral("away"), QStringLiteral("pictures"));
  QVERIFY(room.known(0));  // it is asked for again
  QSqlDatabase::removeDatabase(QStringLiteral("other"));
}

void StudioGalleryTest::opensADroppedPicture() {
  Room room;
  const QString file = room.folder.filePath(QStringLiteral("from elsewhere.png"));
  writeHistoryFile(file, storedPicture(at(kToday), 4711, 2));
  QVERIFY(room.gallery.looksLikePicture(QUrl::fromLocalFile(file)));
  QSignalSpy opened(&room.gallery, &Gallery::pictureOpened);
  QSignalSpy recalled(&room.gallery, &Gallery::recalled);
  room.gallery.openFile(QUrl::fromLocalFile(file));
  QVERIFY(recalled.wait());
  QCOMPARE(opened.size(), 1);
  QCOMPARE(room.plan.seed(), 4711.0);
  QCOMPARE(room.plan.classIndex(), 2);
}

void StudioGalleryTest::explainsADroppedFileThatIsNotOurs() {
  Room room;
  const QString file = room.folder.filePath(QStringLiteral("holiday.png"));
  QVERIFY(finishedPicture()->image.save(file));
  QSignalSpy failed(&room.gallery, &Gallery::failed);
  QSignalSpy opened(&room.gallery, &Gallery::pictureOpened);
  const double seed = room.plan.seed();
  room.gallery.openFile(QUrl::fromLocalFile(file));
  QVERIFY(failed.wait());
  QCOMPARE(failed[0][0].toString(), QStringLiteral("holiday.png does not say how it was made"));
  QVERIFY(!failed[0][1].toString().isEmpty());
  room.gallery.openFile(QUrl(QStringLiteral("https://example.org/a.png")));
  QCOMPARE(failed.size(), 2);
  room.gallery.openFile(QUrl::fromLocalFile(QStringLiteral("/nowhere/a.png")));
  QCOMPARE(failed.size(), 3);
  QCOMPARE(failed[2][0].toString(), QStringLiteral("There is no file /nowhere/a.png"));
  QCOMPARE(opened.size(), 0);
  QCOMPARE(room.plan.seed(), seed);
  QVERIFY(!room.gallery.looksLikePicture(QUrl::fromLocalFile(QStringLiteral("/a/b.txt"))));
}

void StudioGalleryTest::showsPicturesOfAnotherProgram() {
  Room room;
  QVERIFY(room.fill());
  room.gallery.setWatching(true);
  HistoryStore other(room.store.folder());
  other.start();
  other.add(*finishedPicture(15), QStringLiteral("generated"));
  QTRY_COMPARE_WITH_TIMEOUT(room.gallery.model()->count(), 5, 8000);
}

void StudioGalleryTest::keepsThumbnailsWithinBounds() {
  Room room;
  QVERIFY(room.fill());
  HistoryImages images(room.store.folder(), 64);
  const QString file = room.file(QStringLiteral("a.png"));
  const QImage thumbnail = images.image(file, false, {});
  QCOMPARE(thumbnail.size(), QSize(64, 64));
  QVERIFY(QFile::exists(room.store.folder() + QStringLiteral("/thumbnails/a.png.jpg")));  // made, as it was missing
  QCOMPARE(images.image(file, true, {}).size(), QSize(64, 64));
  QCOMPARE(images.image(file, true, QSize(32, 32)).size(), QSize(32, 32));
  QVERIFY(images.image(room.file(QStringLiteral("gone.png")), false, {}).isNull());
  for (int size = 20; size < 60; ++size)
    images.image(file, true, QSize(size, size));
  QVERIFY(images.cachedKiB() > 0);
  QVERIFY(images.cachedKiB() <= 64);
}

QTEST_MAIN(StudioGalleryTest)
#include "test_studio_gallery.moc"
