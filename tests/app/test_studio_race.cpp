#include "app/history_fixture.h"
#include "app/studio_fixture.h"
#include "studio_app.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace lpd::studio;
using lpd::studio::test::describedModel;
using Phase = RaceLane::Phase;

namespace {

/// A race and what it stands on; nothing is loaded.
struct PlannedRace {
  PlanSettings plan;
  GenerationController controller{plan};
  GenerationQueue queue{plan, controller};
  Race race{plan, controller, queue};
};

/// A picture of the third subject of `describedModel(16)`.
lpd::ImageRecord fishMadeBy(lpd::OrderKind kind, int steps) {
  lpd::ImageRecord record;
  record.className = "fish";
  record.classIndex = 0;  // of the model it was made with, which had another list
  record.seed = 77;
  record.orderKind = kind;
  record.groupSizes = lpd::groupSizesFor(steps, 256);
  record.guidance.scale = 3.5;
  return record;
}

QStringList waysOf(const Race& race) {
  QStringList ways;
  for (const RaceLane* lane : race.lanes())
    ways << QStringLiteral("%1 %2").arg(lane->orderKind()).arg(lane->steps());
  return ways;
}

}  // namespace

class StudioRaceTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void beginsWithLocalityAgainstRasterAgainstOneByOne();
  void lanesFollowTheGridOfTheModel();
  void tellsHowLocalALanesOrderIs();
  void showsThePlanOfTheSeedBeforeAnythingIsMade();
  void hasASubjectAndASeedOfItsOwn();
  void racesAPictureAgainstWhatTellsMost_data();
  void racesAPictureAgainstWhatTellsMost();
  void racesSeveralPicturesAgainstEachOther();
  void saysWhatALaneDoesNotTakeOfItsPicture();
  void racesThePictureItIsGiven();
  void racesAPictureOfTheGallery();
  void racesTheChosenPicturesOfTheGallery();
  void aRaceBeingMadeIsNotEndedByAPictureOfAnotherModel();
  void doesNotRaceASubjectTheModelDoesNotKnow();
  void twoToFourLanesAreAddedChangedAndRemoved();
  void makesEveryLaneWithTheSameNoise();
  void racesDoNotMixWithThePicturesOfTheSession();
  void onlyTheLanesThatMissAreMade();
  void racesAgainWhereThePlanHasChanged();
  void stopsAllLanesAtOnce();
  void showsEachLaneAsFarAsItsOwnTimesSay();
  void showsTheSameStepEverywhereByStep();
  void playsAtItsSpeedAndStopsAtTheEnd();
  void goesOnAfterALaneWasTakenOutOfTheQueue();
  void aModelOfFewerSubjectsIsNoDanger();
  void anotherModelClearsTheLanes();

 private:
  std::unique_ptr<StudioApp> openStudio();
  static bool makeRace(StudioApp& app);

  QTemporaryDir m_folder;
};

void StudioRaceTest::initTestCase() {
  lpd::studio::test::importTinyModel(m_folder.path(), "tiny-a");
  lpd::studio::test::importTinyModel(m_folder.path(), "tiny-b");
}

std::unique_ptr<StudioApp> StudioRaceTest::openStudio() {
  const QString name = QString::fromLatin1(QTest::currentTestFunction());
  auto app = std::make_unique<StudioApp>(lpd::studio::test::optionsIn(m_folder.path(), QStringLiteral("tiny-a"), name));
  app->start();
  const auto ready = [&] { return app->controller()->state() == GenerationController::State::Ready; };
  if (!QTest::qWaitFor(ready, 30000)) return nullptr;
  app->plan()->setSeed(4711);
  return app;
}

bool StudioRaceTest::makeRace(StudioApp& app) {
  app.race()->start();
  return QTest::qWaitFor([&] { return app.race()->state() == Race::State::Ready; }, 30000);
}

void StudioRaceTest::beginsWithLocalityAgainstRasterAgainstOneByOne() {
  PlannedRace planned;
  auto& [plan, controller, queue, race] = planned;
  plan.setModel(describedModel(16));
  QCOMPARE(race.state(), Race::State::Planned);
  QCOMPARE(race.lanes().size(), 3);
  QCOMPARE(race.lanes()[0]->orderKind(), QStringLiteral("lpd"));
  QCOMPARE(race.lanes()[0]->steps(), 20);
  QCOMPARE(race.lanes()[1]->orderKind(), QStringLiteral("raster"));
  QCOMPARE(race.lanes()[1]->steps(), 20);
  QCOMPARE(race.lanes()[2]->orderKind(), QStringLiteral("raster"));
  QCOMPARE(race.lanes()[2]->steps(), 256);
}

void StudioRaceTest::lanesFollowTheGridOfTheModel() {
  PlannedRace planned;
  auto& [plan, controller, queue, race] = planned;
  plan.setModel(describedModel(4));
  QCOMPARE(race.lanes()[0]->steps(), 16);
  QCOMPARE(race.lanes()[2]->steps(), 16);
  QCOMPARE(race.lanes()[0]->guidance(), 5.0);  // what its maker recommends
  race.changeLane(0, QStringLiteral("lpd"), 9, 2.0);
  plan.setModel(describedModel(32));
  QCOMPARE(race.lanes()[0]->steps(), 9);
  QCOMPARE(race.lanes()[2]->steps(), 1024);
}

void StudioRaceTest::tellsHowLocalALanesOrderIs() {
  PlannedRace planned;
  auto& [plan, controller, queue, race] = planned;
  plan.setModel(describedModel(2));  // small enough to count by hand: 0 1 / 2 3
  race.changeLane(0, QStringLiteral("raster"), 4, 1.0);
  const RaceLane* lane = race.lanes()[0];
  // Positions 0..3 find 0, 1, 1 + 1/sqrt(2) and 2 + 1/sqrt(2) beside them.
  QVERIFY(qAbs(lane->support() - (4 + std::sqrt(2.0)) / 4) < 1e-6);
  QCOMPARE(lane->beside(), 0.75);
  QCOMPARE(lane->apart(), 0.0);  // one at a time
  race.changeLane(0, QStringLiteral("raster"), 1, 1.0);
  QCOMPARE(lane->support(), 0.0);
  QCOMPARE(lane->beside(), 0.0);
  QCOMPARE(lane->apart(), 1.0);
}

void StudioRaceTest::showsThePlanOfTheSeedBeforeAnythingIsMade() {
  PlannedRace planned;
  auto& [plan, controller, queue, race] = planned;
  plan.setModel(describedModel(16));
  plan.setSteps(20);
  plan.setSeed(5);
  QCOMPARE(race.lanes()[0]->plannedSteps(), plan.plannedSteps());
  const QList<int> before = race.lanes()[0]->plannedSteps();
  plan.setSeed(6);
  QVERIFY(race.lanes()[0]->plannedSteps() != before);
  QCOMPARE(race.seedText(), QStringLiteral("6"));
  plan.setClassIndex(2);
  QCOMPARE(race.title(), QStringLiteral("Fish"));
}

void StudioRaceTest::hasASubjectAndASeedOfItsOwn() {
  PlannedRace planned;
  auto& [plan, controller, queue, race] = planned;
  plan.setModel(describedModel(16));
  plan.setSeed(5);
  RaceSubject* subject = race.subject();
  QVERIFY(!subject->own());
  subject->chooseClass(2);
  QVERIFY(subject->own());
  QCOMPARE(race.title(), QStringLiteral("Fish"));
  QCOMPARE(plan.classIndex(), 0);
  QVERIFY(!subject->setSeedText(QStringLiteral("none")));
  QVERIFY(subject->setSeedText(QStringLiteral("284 119 073")));
  QCOMPARE(race.seedText(), QStringLiteral("284 119 073"));
  plan.setSeed(6);
  plan.setClassIndex(1);
  QCOMPARE(race.title(), QStringLiteral("Fish"));
  QCOMPARE(race.seedText(), QStringLiteral("284 119 073"));
  plan.setTemperature(0.3);  // sampling is still the plan's
  QCOMPARE(subject->request().sampling.temperature, 0.3);
  subject->chooseClass(99);
  QCOMPARE(race.classIndex(), 2);
  plan.setModel(describedModel(8, {"fish", "bird"}));  // found again by its name
  QCOMPARE(race.classIndex(), 0);
  plan.setModel(describedModel(4, {"bird", "tree"}));
  QVERIFY(!subject->own());
  QCOMPARE(race.seedText(), QStringLiteral("6"));
  subject->chooseClass(1);
  subject->followPlan();
  QCOMPARE(race.classIndex(), plan.classIndex());
}

void StudioRaceTest::racesAPictureAgainstWhatTellsMost_data() {
  QTest::addColumn<QString>("kind");
  QTest::addColumn<int>("steps");
  QTest::addColumn<QStringList>("lanes");
  QTest::newRow("locality in few") << "lpd" << 20 << QStringList{"lpd 20", "raster 20", "raster 256"};
  QTest::newRow("locality in many") << "lpd" << 64 << QStringList{"lpd 64", "raster 64", "raster 256"};
  QTest::newRow("one by one") << "raster" << 256 << QStringList{"raster 256", "lpd 20", "raster 20"};
  QTest::newRow("raster in few") << "raster" << 12 << QStringList{"raster 12", "lpd 12", "raster 256"};
  QTest::newRow("another") << "halton" << 32 << QStringList{"halton 32", "lpd 32", "raster 32"};
}

void StudioRaceTest::racesAPictureAgainstWhatTellsMost() {
  QFETCH(QString, kind);
  QFETCH(int, steps);
  QFETCH(QStringList, lanes);
  PlannedRace planned;
  auto& [plan, controller, queue, race] = planned;
  plan.setModel(describedModel(16));
  const lpd::ImageRecord record = fishMadeBy(lpd::parseOrderKind(kind.toStdString()), steps);
  QSignalSpy told(&race, &Race::told);
  QVERIFY(race.take({record}));
  QCOMPARE(told.size(), 0);
  QCOMPARE(waysOf(race), lanes);
  for (const RaceLane* lane : race.lanes())
    QCOMPARE(lane->guidance(), 3.5);
  QCOMPARE(race.classIndex(), 2);
  QCOMPARE(race.seedText(), QStringLiteral("77"));
}

void StudioRaceTest::racesSeveralPicturesAgainstEachOther() {
  PlannedRace planned;
  auto& [plan, controller, queue, race] = planned;
  plan.setModel(describedModel(16));
  const lpd::ImageRecord halton = fishMadeBy(lpd::OrderKind::Halton, 32);
  const lpd::ImageRecord raster = fishMadeBy(lpd::OrderKind::Raster, 256);
  lpd::ImageRecord guided = halton;
  guided.guidance.scale = 6;
  QSignalSpy told(&race, &Race::told);
  QVERIFY(race.take({halton, raster}));
  QCOMPARE(waysOf(race), (QStringList{"halton 32", "raster 256"}));
  QVERIFY(race.take({raster, halton, raster, guided}));
  QCOMPARE(waysOf(race), (QStringList{"raster 256", "halton 32", "halton 32"}));
  QCOMPARE(race.lanes()[1]->guidance(), 3.5);
  QCOMPARE(race.lanes()[2]->guidance(), 6.0);
  QVERIFY(race.take({halton, halton}));  // one lane alone is no race
  QCOMPARE(waysOf(race), (QStringList{"halton 32", "lpd 32", "raster 32"}));
  QCOMPARE(race.classIndex(), 2);
  QCOMPARE(race.seedText(), QStringLiteral("77"));
  QCOMPARE(told.size(), 0);
}

void StudioRaceTest::saysWhatALaneDoesNotTakeOfItsPicture() {
  PlannedRace planned;
  auto& [plan, controller, queue, race] = planned;
  plan.setModel(describedModel(16));
  const lpd::ImageRecord first = fishMadeBy(lpd::OrderKind::Lpd, 20);
  QSignalSpy told(&race, &Race::told);
  const auto toldOf = [&](const auto& change) {
    lpd::ImageRecord other = fishMadeBy(lpd::OrderKind::Raster, 64);
    change(other);
    told.clear();
    const bool taken = race.take({first, other});
    return taken && told.size() == 1 && !told[0][1].toBool() ? told[0][0].toString() : QString();
  };
  const QString shared = QStringLiteral("The race takes the subject and seed of the first");
  QCOMPARE(toldOf([](lpd::ImageRecord& other) { other.seed = 78; }), shared);
  QCOMPARE(toldOf([](lpd::ImageRecord& other) { other.index = 1; }), shared);
  QCOMPARE(toldOf([](lpd::ImageRecord& other) { other.className = "no such thing"; }), shared);
  QCOMPARE(race.classIndex(), 2);
  QCOMPARE(race.seedText(), QStringLiteral("77"));
  QCOMPARE(waysOf(race), (QStringList{"lpd 20", "raster 64"}));
  QCOMPARE(toldOf([](lpd::ImageRecord& other) { other.modelSha256 = std::string(64, 'c'); }),
           QStringLiteral("The race takes the model, subject and seed of the first"));
  QCOMPARE(toldOf([](lpd::ImageRecord& other) { other.sampling.temperature = 0.5; }),
           QStringLiteral("The race takes the sampling of the first"));
  QCOMPARE(toldOf([](lpd::ImageRecord& other) { other.customOrder = true; }),
           QStringLiteral("Where an order came from a file, its lane takes the usual one"));
  QCOMPARE(toldOf([](lpd::ImageRecord& other) { std::swap(other.groupSizes.front(), other.groupSizes.back()); }),
           QStringLiteral("Where group sizes were a picture's own, its lane takes the usual ones"));
}

void StudioRaceTest::racesThePictureItIsGiven() {
  const auto app = openStudio();
  QVERIFY(app);
  app->plan()->setSteps(7);
  app->plan()->setOrderKind(QStringLiteral("spiral"));
  app->plan()->setTemperature(0.6);
  app->plan()->setImageCount(2);
  app->queue()->enqueue();
  QTRY_COMPARE_WITH_TIMEOUT(app->queue()->count(), 0, 30000);
  QTRY_VERIFY(app->pictures()->count() == 2 && app->pictures()->at(1)->finished);
  const auto second = app->pictures()->at(1);  // the second of its seed
  app->plan()->setTemperature(1.5);
  app->plan()->setSeed(99);
  const Picture& picture = *second;
  QVERIFY(app->race()->take({recordOf(picture)}));
  QVERIFY(makeRace(*app));
  QCOMPARE(app->race()->lanes()[0]->picture()->tokens, picture.tokens);
  QVERIFY(app->race()->lanes()[1]->picture()->tokens != picture.tokens);
}

void StudioRaceTest::racesAPictureOfTheGallery() {
  const auto app = openStudio();
  QVERIFY(app);
  app->plan()->setClassIndex(4);
  app->plan()->setSteps(9);
  app->queue()->enqueue();
  Gallery* gallery = app->gallery();
  QTRY_COMPARE_WITH_TIMEOUT(gallery->model()->count(), 1, 30000);
  app->plan()->setClassIndex(1);
  app->plan()->setSeed(1);
  gallery->selection()->moveTo(0);
  QTRY_VERIFY(gallery->model()->row(0) != nullptr);
  gallery->race();
  QTRY_COMPARE(app->page(), QStringLiteral("race"));
  QCOMPARE(app->race()->classIndex(), 4);
  QCOMPARE(app->race()->seedText(), QStringLiteral("4 711"));
  QCOMPARE(app->race()->lanes()[0]->steps(), 9);
  QCOMPARE(app->plan()->classIndex(), 1);  // the Create page keeps what it has
}

void StudioRaceTest::racesTheChosenPicturesOfTheGallery() {
  const auto app = openStudio();
  QVERIFY(app);
  Gallery* gallery = app->gallery();
  const auto make = [&](int classIndex, int steps, const QString& order) {
    app->plan()->setClassIndex(classIndex);
    app->plan()->setSteps(steps);
    app->plan()->setOrderKind(order);
    const int before = gallery->model()->count();
    app->queue()->enqueue();
    return QTest::qWaitFor([&] { return gallery->model()->count() > before; }, 30000);
  };
  QVERIFY(make(4, 9, QStringLiteral("raster")));
  QVERIFY(make(4, 9, QStringLiteral("spiral")));
  QVERIFY(make(1, 12, QStringLiteral("lpd")));  // the newest, at the place of the first
  gallery->selection()->toggle(0);
  gallery->raceChosen();  // one is too few
  gallery->selection()->toggle(1);
  gallery->selection()->toggle(2);  // looked at, so it leads
  QSignalSpy told(app->race(), &Race::told);
  gallery->raceChosen();
  QTRY_COMPARE(app->page(), QStringLiteral("race"));
  QCOMPARE(waysOf(*app->race()), (QStringList{"raster 9", "lpd 12", "spiral 9"}));
  QCOMPARE(app->race()->classIndex(), 4);
  QCOMPARE(told.size(), 1);
  QCOMPARE(told[0][0].toString(), QStringLiteral("The race takes the subject and seed of the first"));
}

void StudioRaceTest::aRaceBeingMadeIsNotEndedByAPictureOfAnotherModel() {
  lpd::ModelInfo other = lpd::studio::test::importTinyModel(m_folder.path(), "tiny-other");
  QFile description(m_folder.filePath(QStringLiteral("tiny-other/model.json")));
  QVERIFY(description.open(QFile::ReadWrite));
  QByteArray text = description.readAll();
  const std::string digest = std::exchange(other.transformerSha256, std::string(64, 'c'));
  text.replace(QByteArray::fromStdString(digest), QByteArray::fromStdString(other.transformerSha256));
  QVERIFY(description.seek(0) && description.write(text) == text.size());
  description.close();

  const auto app = openStudio();
  QVERIFY(app);
  const auto picture = lpd::studio::test::finishedPicture();
  const auto run = std::make_shared<Run>(*picture->run);
  run->model.transformerSha256 = other.transformerSha256;
  run->model.tokenizerSha256 = other.tokenizerSha256;
  picture->run = run;
  app->history()->add(*picture, QStringLiteral("generated"));
  Gallery* gallery = app->gallery();
  QTRY_COMPARE_WITH_TIMEOUT(gallery->model()->count(), 1, 30000);
  QSignalSpy told(app->race(), &Race::told);
  app->queue()->setPaused(true);  // the race lasts as long as the question
  app->race()->start();
  QCOMPARE(app->race()->state(), Race::State::Making);
  gallery->selection()->moveTo(0);
  gallery->race();
  QTRY_COMPARE(told.size(), 1);
  QVERIFY(told[0][0].toString().startsWith(QStringLiteral("A race is being made")));
  QCOMPARE(app->models()->currentName(), QStringLiteral("tiny-a"));
  QCOMPARE(app->race()->state(), Race::State::Making);
  QVERIFY(QDir(m_folder.filePath(QStringLiteral("tiny-other"))).removeRecursively());
}

void StudioRaceTest::doesNotRaceASubjectTheModelDoesNotKnow() {
  PlannedRace planned;
  auto& [plan, controller, queue, race] = planned;
  plan.setModel(describedModel(16));
  lpd::ImageRecord record;
  record.className = "no such thing";
  record.classIndex = 1;
  record.groupSizes = lpd::groupSizesFor(20, 256);
  QSignalSpy told(&race, &Race::told);
  QVERIFY(!race.take({record}));
  QCOMPARE(told.size(), 1);
  QCOMPARE(told[0][0].toString(), QStringLiteral("This model does not know the subject “No such thing”"));
  QVERIFY(!race.subject()->own());
  record.className = plan.model().classNames[1];
  record.customOrder = true;
  QVERIFY(race.take({record}));
  QVERIFY(told[1][0].toString().contains(QLatin1String("came from a file")));
}

void StudioRaceTest::twoToFourLanesAreAddedChangedAndRemoved() {
  PlannedRace planned;
  auto& [plan, controller, queue, race] = planned;
  plan.setModel(describedModel(16));
  race.addLane();
  race.addLane();
  QCOMPARE(race.lanes().size(), 4);
  QVERIFY(race.lanes()[3]->orderKind() != QStringLiteral("lpd"));
  QVERIFY(race.lanes()[3]->orderKind() != QStringLiteral("raster"));
  for (int i = 0; i < 4; ++i)
    race.removeLane(0);
  QCOMPARE(race.lanes().size(), 2);
  race.removeLane(-1);
  race.changeLane(7, QStringLiteral("lpd"), 3, 1);
  race.changeLane(0, QStringLiteral("no such order"), 3000, 99);
  QCOMPARE(race.lanes()[0]->steps(), 256);
  QCOMPARE(race.lanes()[0]->guidance(), PlanSettings::kMaxGuidance);
  race.useDefaultLanes();
  QCOMPARE(race.lanes().size(), 3);
}

void StudioRaceTest::makesEveryLaneWithTheSameNoise() {
  const auto app = openStudio();
  QVERIFY(app);
  Race* race = app->race();
  // Two lanes that ask for the same must make the same picture; another order makes another.
  race->changeLane(0, QStringLiteral("spiral"), 7, 2.0);
  race->changeLane(1, QStringLiteral("spiral"), 7, 2.0);
  race->changeLane(2, QStringLiteral("raster"), 7, 2.0);
  QSignalSpy progressed(race->lanes()[0], &RaceLane::progressed);
  QVERIFY(makeRace(*app));
  QVERIFY(progressed.size() >= 7);  // it was shown while it was made
  const auto tokens = [&](int lane) { return race->lanes()[lane]->picture()->tokens; };
  QCOMPARE(tokens(0), tokens(1));
  QVERIFY(tokens(0) != tokens(2));
  for (const RaceLane* lane : race->lanes()) {
    QCOMPARE(lane->phase(), Phase::Made);
    const QList<qreal> ends = lane->stepEnds();
    QCOMPARE(ends.size(), 7);
    QVERIFY(std::is_sorted(ends.begin(), ends.end()));
    QCOMPARE(lane->picture()->run->request.seed, 4711U);
    double sum = 0;
    for (const lpd::StepRecord& step : lane->picture()->steps)
      sum += step.elapsedMs;
    QCOMPARE(lane->totalMs(), sum);  // measured, nothing else
  }
}

void StudioRaceTest::racesDoNotMixWithThePicturesOfTheSession() {
  const auto app = openStudio();
  QVERIFY(app);
  app->plan()->setSteps(5);
  app->queue()->enqueue();
  app->queue()->enqueue();
  app->race()->start();
  QCOMPARE(app->race()->state(), Race::State::Making);
  QTRY_COMPARE_WITH_TIMEOUT(app->race()->state(), Race::State::Ready, 30000);
  QTRY_COMPARE_WITH_TIMEOUT(app->queue()->count(), 0, 30000);
  QCOMPARE(app->pictures()->count(), 2);
  for (int i = 0; i < 2; ++i)
    QVERIFY(app->pictures()->at(i)->finished);
  for (const RaceLane* lane : app->race()->lanes())
    QCOMPARE(lane->picture()->stepsMade(), lane->steps());
}

void StudioRaceTest::onlyTheLanesThatMissAreMade() {
  const auto app = openStudio();
  QVERIFY(app);
  QVERIFY(makeRace(*app));
  const auto first = app->race()->lanes()[0]->picture();
  app->race()->changeLane(1, QStringLiteral("halton"), 6, 1.0);
  QCOMPARE(app->race()->state(), Race::State::Planned);
  QCOMPARE(app->race()->lanes()[1]->phase(), Phase::Planned);
  QVERIFY(makeRace(*app));
  QCOMPARE(app->race()->lanes()[0]->picture(), first);
  QCOMPARE(app->race()->lanes()[1]->stepEnds().size(), 6);
}

void StudioRaceTest::racesAgainWhereThePlanHasChanged() {
  const auto app = openStudio();
  QVERIFY(app);
  QVERIFY(makeRace(*app));
  QVERIFY(!app->race()->outdated());
  QSignalSpy outdated(app->race(), &Race::outdatedChanged);
  app->plan()->setClassIndex(5);
  QVERIFY(app->race()->outdated());
  QVERIFY(outdated.size() >= 1);
  QCOMPARE(app->race()->lanes()[0]->phase(), Phase::Made);  // what was made stays until the next start
  QVERIFY(makeRace(*app));
  QVERIFY(!app->race()->outdated());
  QCOMPARE(app->race()->lanes()[0]->picture()->run->request.classes, std::vector{5});
}

void StudioRaceTest::stopsAllLanesAtOnce() {
  const auto app = openStudio();
  QVERIFY(app);
  app->race()->changeLane(0, QStringLiteral("raster"), 64, 3.0);
  // In the moment the first lane begins: all three are made before a test looks twice.
  const auto stop = connect(app->race(), &Race::stateChanged, app->race(), [race = app->race()] {
    if (race->makingLane() == 0) race->stop();
  });
  app->race()->start();
  QTRY_COMPARE_WITH_TIMEOUT(app->race()->state(), Race::State::Planned, 30000);
  disconnect(stop);
  QCOMPARE(app->queue()->count(), 0);
  QVERIFY(app->race()->lanes()[0]->phase() != Phase::Making);
  QCOMPARE(app->race()->lanes()[1]->phase(), Phase::Stopped);
  QCOMPARE(app->race()->lanes()[2]->phase(), Phase::Stopped);
  QVERIFY(makeRace(*app));
}

void StudioRaceTest::showsEachLaneAsFarAsItsOwnTimesSay() {
  const auto app = openStudio();
  QVERIFY(app);
  QVERIFY(makeRace(*app));
  Race* race = app->race();
  race->pause();
  race->seek(0);
  for (const RaceLane* lane : race->lanes())
    QCOMPARE(lane->shownSteps(), 0);
  const RaceLane* last = race->lanes()[2];
  const double at = last->stepEnds()[10];
  race->seek(at);
  QCOMPARE(last->shownSteps(), 11);
  for (const RaceLane* lane : race->lanes()) {
    const QList<qreal> ends = lane->stepEnds();
    QCOMPARE(lane->shownSteps(), std::count_if(ends.begin(), ends.end(), [&](double end) { return end <= at; }));
  }
  race->seek(1e9);
  QCOMPARE(race->clockMs(), race->durationMs());
  for (const RaceLane* lane : race->lanes())
    QCOMPARE(lane->shownPatches(), 64);
}

void StudioRaceTest::showsTheSameStepEverywhereByStep() {
  const auto app = openStudio();
  QVERIFY(app);
  QVERIFY(makeRace(*app));
  Race* race = app->race();
  race->pause();
  race->setByStep(true);
  QCOMPARE(race->durationMs(), 64 * Race::kStepMs);
  race->seek(12.5 * Race::kStepMs);
  QCOMPARE(race->clockStep(), 12);
  for (const RaceLane* lane : race->lanes())
    QCOMPARE(lane->shownSteps(), 12);
  race->seek(40 * Race::kStepMs);
  QCOMPARE(race->lanes()[0]->shownSteps(), 20);
  QCOMPARE(race->lanes()[2]->shownSteps(), 40);
}

void StudioRaceTest::playsAtItsSpeedAndStopsAtTheEnd() {
  const auto app = openStudio();
  QVERIFY(app);
  QVERIFY(makeRace(*app));
  Race* race = app->race();
  QVERIFY(race->playing());  // begins by itself
  race->setByStep(true);     // 64 steps of 120 ms
  race->setSpeed(4);
  race->restart();
  QElapsedTimer clock;
  clock.start();
  QTRY_VERIFY_WITH_TIMEOUT(!race->playing(), 10000);
  const double expected = 64 * Race::kStepMs / 4;
  QVERIFY2(clock.elapsed() > expected * 0.95 && clock.elapsed() < expected * 1.6,
           qPrintable(QString::number(clock.elapsed())));
  QCOMPARE(race->clockMs(), race->durationMs());
  race->toggle();
  QVERIFY(race->playing());
  QVERIFY(race->clockMs() < race->durationMs());
  race->toggle();
  QVERIFY(!race->playing());
}

void StudioRaceTest::goesOnAfterALaneWasTakenOutOfTheQueue() {
  const auto app = openStudio();
  QVERIFY(app);
  app->queue()->setPaused(true);
  app->race()->start();
  QCOMPARE(app->queue()->waiting(), 4);  // a run to warm up comes first
  app->queue()->discard(2);
  app->queue()->setPaused(false);
  QTRY_COMPARE_WITH_TIMEOUT(app->race()->state(), Race::State::Planned, 30000);
  QCOMPARE(app->race()->lanes()[0]->phase(), Phase::Made);
  QCOMPARE(app->race()->lanes()[1]->phase(), Phase::Stopped);
  QCOMPARE(app->race()->lanes()[2]->phase(), Phase::Made);
}

void StudioRaceTest::aModelOfFewerSubjectsIsNoDanger() {
  PlannedRace planned;
  planned.plan.setModel(describedModel(16, {"sailboat", "desert dunes", "fish", "owl"}));
  planned.plan.setClassIndex(3);
  QCOMPARE(planned.race.title(), QStringLiteral("Owl"));
  QStringList titles;
  connect(&planned.race, &Race::subjectChanged, this, [&] { titles << planned.race.title(); });
  planned.plan.setModel(describedModel(8, {"sailboat"}));
  QVERIFY(!titles.isEmpty());
  QCOMPARE(titles.last(), planned.race.title());
  QVERIFY(planned.race.title() != QStringLiteral("Owl"));
}

void StudioRaceTest::anotherModelClearsTheLanes() {
  const auto app = openStudio();
  QVERIFY(app);
  QVERIFY(makeRace(*app));
  app->models()->selectByName(QStringLiteral("tiny-b"));
  QCOMPARE(app->race()->state(), Race::State::Planned);
  QVERIFY(!app->race()->playing());
  for (const RaceLane* lane : app->race()->lanes())
    QCOMPARE(lane->phase(), Phase::Planned);
  QVERIFY(makeRace(*app));
  QCOMPARE(app->race()->lanes()[0]->picture()->run->model.name, std::string("tiny-b"));
}

QTEST_GUILESS_MAIN(StudioRaceTest)
#include "test_studio_race.moc"
