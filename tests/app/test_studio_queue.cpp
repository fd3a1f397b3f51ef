#include "app/studio_fixture.h"
#include "queue_storage.h"
#include "run_times.h"
#include "studio_app.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

#include <filesystem>

using namespace lpd::studio;
using State = GenerationController::State;

namespace {

QStringList titles(const GenerationQueue& queue) {
  QStringList list;
  for (int row = 0; row < queue.rowCount(); ++row)
    list << queue.data(queue.index(row), GenerationQueue::TitleRole).toString();
  return list;
}

QString phaseOf(const GenerationQueue& queue, int row) {
  return queue.data(queue.index(row), GenerationQueue::PhaseRole).toString();
}

Run runOf(int steps, int images, double guidance = 1.0, const std::string& folder = "a") {
  Run run;
  run.model.folder = folder;
  run.request.classes.assign(static_cast<std::size_t>(images), 0);
  run.request.plan.steps = steps;
  run.request.guidance.scale = guidance;
  return run;
}

}  // namespace

class StudioQueueTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void expectsARunToTakeAsLongAsOneLikeIt();
  void beginsAtOnceWhereNothingRuns();
  void makesWhatWaitsInTurn();
  void putsBeforeAllThatWait();
  void keepsWhatWasSetAtItsClick();
  void changesTheOrderButNeverOfTheRunningOne();
  void removesAndPutsBack();
  void removesAllAndPutsThemBack();
  void isNotPausedForNothing();
  void pausesAfterTheRunningOne();
  void stopsTheRunningOneOnly();
  void tellsHowLongItTakes();
  void aFailureLetsTheOthersGoOnAndIsRetried();
  void eachItemIsMadeByTheModelItWasAskedOf();
  void aModelThatCannotBeLoadedFailsItsItemsOnly();
  void loadsTheChosenModelWhenNothingWaits();
  void isBlockedWithoutAModelAndWhenFull();
  void outlivesACrashButMakesNothingByItself();
  void waitsForTheNextSession();
  void countsOnlyWhatWaitsOfAnEarlierSession();
  void leavesNonsenseOfAnEarlierSessionOut();

 private:
  std::unique_ptr<StudioApp> openStudio(const QString& model = QStringLiteral("tiny-a"));
  static bool waitUntilDone(StudioApp& app);

  QTemporaryDir m_folder;
};

void StudioQueueTest::initTestCase() {
  lpd::studio::test::importTinyModel(m_folder.path(), "tiny-a");
  lpd::studio::test::importTinyModel(m_folder.path(), "tiny-b");
}

/// A studio whose model is loaded, set to make one small picture.
std::unique_ptr<StudioApp> StudioQueueTest::openStudio(const QString& model) {
  const QString name = QString::fromLatin1(QTest::currentTestFunction());
  auto app = std::make_unique<StudioApp>(lpd::studio::test::optionsIn(m_folder.path(), model, name));
  app->start();
  if (!QTest::qWaitFor([&] { return app->controller()->state() == State::Ready; }, 30000)) return nullptr;
  app->plan()->setSteps(4);
  return app;
}

bool StudioQueueTest::waitUntilDone(StudioApp& app) {
  return QTest::qWaitFor([&] { return app.queue()->count() == 0 && app.controller()->state() == State::Ready; }, 30000);
}

void StudioQueueTest::expectsARunToTakeAsLongAsOneLikeIt() {
  RunTimes times;
  QVERIFY(!times.estimate(runOf(20, 1)));
  times.add(runOf(20, 2), 1000);
  QCOMPARE(times.estimate(runOf(20, 1)).value(), 500.0);
  QCOMPARE(times.estimate(runOf(20, 8)).value(), 4000.0);
  QCOMPARE(times.estimate(runOf(40, 1)).value(), 1000.0);
  times.add(runOf(256, 1), 3000);
  QCOMPARE(times.estimate(runOf(256, 1)).value(), 3000.0);
  QCOMPARE(times.estimate(runOf(128, 1)).value(), 1500.0);  // 256 is nearer than 20
  QCOMPARE(times.estimate(runOf(20, 1, 4.0)).value(), 1000.0);
  QVERIFY(!times.estimate(runOf(20, 1, 1.0, "another")));
}

void StudioQueueTest::beginsAtOnceWhereNothingRuns() {
  const auto app = openStudio();
  QVERIFY(app);
  GenerationQueue* queue = app->queue();
  QAbstractItemModelTester tester(queue);
  QVERIFY(queue->canEnqueue());
  queue->enqueue();
  QCOMPARE(app->controller()->state(), State::Generating);
  QCOMPARE(queue->count(), 1);
  QCOMPARE(queue->waiting(), 0);
  QCOMPARE(phaseOf(*queue, 0), QStringLiteral("running"));
  QVERIFY(waitUntilDone(*app));
  QCOMPARE(app->pictures()->count(), 1);
  QVERIFY(app->pictures()->at(0)->finished);
}

void StudioQueueTest::makesWhatWaitsInTurn() {
  const auto app = openStudio();
  QVERIFY(app);
  QAbstractItemModelTester tester(app->queue());
  for (int classIndex : {3, 1, 2}) {
    app->plan()->setClassIndex(classIndex);
    app->queue()->enqueue();
  }
  QCOMPARE(app->queue()->waiting(), 2);
  QVERIFY(waitUntilDone(*app));
  QCOMPARE(app->pictures()->count(), 3);
  for (int i = 0; i < 3; ++i)
    QCOMPARE(app->pictures()->at(i)->run->request.classes.front(), (std::vector{3, 1, 2})[static_cast<std::size_t>(i)]);
}

void StudioQueueTest::putsBeforeAllThatWait() {
  const auto app = openStudio();
  QVERIFY(app);
  app->plan()->setClassIndex(0);
  app->queue()->enqueue();
  app->plan()->setClassIndex(1);
  app->queue()->enqueue();
  app->plan()->setClassIndex(2);
  app->queue()->enqueueFirst();
  const ClassModel* classes = app->classes();
  QCOMPARE(titles(*app->queue()), QStringList({classes->nameOf(0), classes->nameOf(2), classes->nameOf(1)}));
  QVERIFY(waitUntilDone(*app));
}

void StudioQueueTest::keepsWhatWasSetAtItsClick() {
  const auto app = openStudio();
  QVERIFY(app);
  app->plan()->setSeedLocked(true);
  app->queue()->setPaused(true);
  app->plan()->setSteps(3);
  app->plan()->setSeed(11);
  app->queue()->enqueue();
  app->plan()->setSteps(5);
  app->plan()->setSeed(22);
  app->queue()->enqueue();
  app->plan()->setSteps(9);
  QCOMPARE(app->queue()->data(app->queue()->index(0), GenerationQueue::DetailRole).toString(),
           QStringLiteral("3 steps · Locality · seed 11"));
  app->queue()->setPaused(false);
  QVERIFY(waitUntilDone(*app));
  QCOMPARE(app->pictures()->at(0)->stepCount(), 3);
  QCOMPARE(app->pictures()->at(0)->run->request.seed, 11U);
  QCOMPARE(app->pictures()->at(1)->stepCount(), 5);
  QCOMPARE(app->pictures()->at(1)->run->request.seed, 22U);
}

void StudioQueueTest::changesTheOrderButNeverOfTheRunningOne() {
  const auto app = openStudio();
  QVERIFY(app);
  GenerationQueue* queue = app->queue();
  QAbstractItemModelTester tester(queue);
  app->plan()->setSteps(64);
  for (int classIndex : {0, 1, 2, 3}) {
    app->plan()->setClassIndex(classIndex);
    queue->enqueue();
  }
  const QStringList start = titles(*queue);
  queue->reorder(3, 0);  // not before the running one
  QCOMPARE(titles(*queue), QStringList({start[0], start[3], start[1], start[2]}));
  queue->reorder(1, 3);
  QCOMPARE(titles(*queue), start);
  queue->reorder(0, 2);
  QCOMPARE(titles(*queue), start);
  queue->reorder(9, 1);
  queue->reorder(2, 99);
  QCOMPARE(titles(*queue), QStringList({start[0], start[1], start[3], start[2]}));
}

void StudioQueueTest::removesAndPutsBack() {
  const auto app = openStudio();
  QVERIFY(app);
  GenerationQueue* queue = app->queue();
  QAbstractItemModelTester tester(queue);
  QSignalSpy discarded(queue, &GenerationQueue::discarded);
  queue->setPaused(true);
  for (int classIndex : {0, 1, 2}) {
    app->plan()->setClassIndex(classIndex);
    queue->enqueue();
  }
  const QStringList start = titles(*queue);
  queue->discard(1);
  QCOMPARE(titles(*queue), QStringList({start[0], start[2]}));
  QCOMPARE(discarded.size(), 1);
  QCOMPARE(discarded[0][0].toString(), start[1]);
  queue->restoreDiscarded();
  QCOMPARE(titles(*queue), start);
  queue->restoreDiscarded();
  queue->discard(7);
  QCOMPARE(titles(*queue), start);
  queue->discardAll();
  QCOMPARE(queue->count(), 0);
}

void StudioQueueTest::removesAllAndPutsThemBack() {
  const auto app = openStudio();
  QVERIFY(app);
  GenerationQueue* queue = app->queue();
  QAbstractItemModelTester tester(queue);
  QSignalSpy discarded(queue, &GenerationQueue::discarded);
  queue->discardAll();
  QCOMPARE(discarded.size(), 0);  // nothing was there
  app->plan()->setSteps(64);
  app->plan()->setImageCount(64);
  for (int classIndex : {0, 1, 2, 3}) {
    app->plan()->setClassIndex(classIndex);
    queue->enqueue();
  }
  const QStringList start = titles(*queue);
  queue->discardAll();
  QCOMPARE(titles(*queue), QStringList{start[0]});  // the running one
  QCOMPARE(discarded.size(), 1);
  QVERIFY2(discarded[0][0].toString().startsWith(QLatin1String("3 ")), qPrintable(discarded[0][0].toString()));
  queue->restoreDiscarded();
  QCOMPARE(titles(*queue), start);
  queue->restoreDiscarded();
  QCOMPARE(titles(*queue), start);
  queue->discardAll();
  app->plan()->setClassIndex(4);
  queue->enqueue();
  queue->restoreDiscarded();  // in their order, though another has come
  QCOMPARE(titles(*queue).mid(0, 4), start);
  QCOMPARE(queue->count(), 5);
}

void StudioQueueTest::isNotPausedForNothing() {
  const auto app = openStudio();
  QVERIFY(app);
  GenerationQueue* queue = app->queue();
  queue->setPaused(true);
  queue->enqueue();
  queue->enqueue();
  queue->discard(0);
  QVERIFY(queue->paused());
  queue->discard(0);
  QVERIFY(!queue->paused());
  queue->restoreDiscarded();
  QVERIFY(queue->paused());  // as it was
  QTest::qWait(50);
  QCOMPARE(app->controller()->state(), State::Ready);
  queue->discardAll();
  QVERIFY(!queue->paused());
  app->plan()->setSteps(64);
  app->plan()->setImageCount(64);
  queue->enqueue();
  QCOMPARE(app->controller()->state(), State::Generating);
  queue->setPaused(true);
  queue->discard(0);
  QVERIFY(waitUntilDone(*app));
  QVERIFY(!queue->paused());
}

void StudioQueueTest::pausesAfterTheRunningOne() {
  const auto app = openStudio();
  QVERIFY(app);
  app->queue()->enqueue();
  app->queue()->enqueue();
  app->queue()->setPaused(true);
  QTRY_COMPARE_WITH_TIMEOUT(app->controller()->state(), State::Ready, 30000);
  QTest::qWait(50);
  QCOMPARE(app->controller()->state(), State::Ready);
  QCOMPARE(app->pictures()->count(), 1);
  QVERIFY(app->pictures()->at(0)->finished);
  QCOMPARE(app->queue()->waiting(), 1);
  app->queue()->setPaused(false);
  QVERIFY(waitUntilDone(*app));
  QCOMPARE(app->pictures()->count(), 2);
}

void StudioQueueTest::stopsTheRunningOneOnly() {
  const auto app = openStudio();
  QVERIFY(app);
  app->plan()->setSteps(64);
  app->plan()->setImageCount(64);
  app->queue()->enqueue();
  app->plan()->setSteps(4);
  app->plan()->setImageCount(1);
  app->queue()->enqueue();
  QTRY_VERIFY(app->pictures()->count() > 0 && app->pictures()->at(0)->stepsMade() > 0);
  app->queue()->discard(0);
  QCOMPARE(app->controller()->state(), State::Cancelling);
  QVERIFY(waitUntilDone(*app));
  const int last = app->pictures()->count() - 1;
  QVERIFY(last > 0);
  // Where the stop falls between two pictures none is left unfinished, but the others are not begun.
  QVERIFY(app->pictures()->at(last - 1)->plan.image < 63);
  QVERIFY(app->pictures()->at(last)->finished);
}

void StudioQueueTest::tellsHowLongItTakes() {
  const auto app = openStudio();
  QVERIFY(app);
  GenerationQueue* queue = app->queue();
  queue->setPaused(true);
  queue->enqueue();
  QCOMPARE(queue->remainingMs(), -1.0);  // nothing is known of this model yet
  queue->setPaused(false);
  QVERIFY(waitUntilDone(*app));
  QCOMPARE(queue->remainingMs(), 0.0);
  queue->setPaused(true);
  queue->enqueue();
  const double one = queue->remainingMs();
  QVERIFY(one > 0);
  queue->enqueue();
  QCOMPARE(queue->remainingMs(), 2 * one);
  QCOMPARE(queue->data(queue->index(1), GenerationQueue::RemainingRole).toDouble(), one);
}

void StudioQueueTest::aFailureLetsTheOthersGoOnAndIsRetried() {
  const auto app = openStudio();
  QVERIFY(app);
  GenerationQueue* queue = app->queue();
  QAbstractItemModelTester tester(queue);
  queue->setPaused(true);
  Run wrong{.model = app->models()->model(), .request = app->plan()->request()};
  wrong.request.plan.steps = 9999;  // the model has 64 patches
  queue->add({wrong});
  queue->enqueue();
  queue->setPaused(false);
  QTRY_COMPARE_WITH_TIMEOUT(app->pictures()->count(), 1, 30000);
  QTRY_COMPARE_WITH_TIMEOUT(queue->count(), 1, 30000);
  QCOMPARE(queue->failed(), 1);
  QVERIFY(!queue->data(queue->index(0), GenerationQueue::ProblemRole).toString().isEmpty());
  QCOMPARE(queue->remainingMs(), 0.0);
  QSignalSpy failures(app->controller(), &GenerationController::runFailed);
  queue->retry(0);
  QTRY_COMPARE_WITH_TIMEOUT(failures.size(), 1, 30000);
  QTRY_COMPARE(queue->failed(), 1);
}

void StudioQueueTest::eachItemIsMadeByTheModelItWasAskedOf() {
  const auto app = openStudio();
  QVERIFY(app);
  app->plan()->setSteps(64);
  app->queue()->enqueue();
  app->queue()->enqueue();
  app->models()->selectByName(QStringLiteral("tiny-b"));
  QCOMPARE(app->controller()->state(), State::Generating);  // what runs is not stopped by a choice
  QCOMPARE(app->models()->state(), ModelLibrary::State::Waiting);
  app->queue()->enqueue();
  QVERIFY(app->queue()->data(app->queue()->index(0), GenerationQueue::DetailRole).toString().startsWith("Tiny model"));
  QVERIFY(waitUntilDone(*app));
  QCOMPARE(app->pictures()->count(), 3);
  QCOMPARE(app->pictures()->at(0)->run->model.name, std::string("tiny-a"));
  QCOMPARE(app->pictures()->at(1)->run->model.name, std::string("tiny-a"));
  QCOMPARE(app->pictures()->at(2)->run->model.name, std::string("tiny-b"));
  QCOMPARE(app->models()->state(), ModelLibrary::State::Ready);
}

void StudioQueueTest::aModelThatCannotBeLoadedFailsItsItemsOnly() {
  const auto app = openStudio();
  QVERIFY(app);
  app->queue()->setPaused(true);
  Run lost{.model = app->models()->model(), .request = app->plan()->request()};
  lost.model.folder /= "gone";
  app->queue()->add({lost, lost});
  app->queue()->enqueue();
  app->queue()->setPaused(false);
  QTRY_COMPARE_WITH_TIMEOUT(app->pictures()->count(), 1, 30000);
  QTRY_COMPARE_WITH_TIMEOUT(app->queue()->count(), 2, 30000);
  QCOMPARE(app->queue()->failed(), 2);
  const QString problem = app->queue()->data(app->queue()->index(0), GenerationQueue::ProblemRole).toString();
  QVERIFY2(problem.contains("gone"), qPrintable(problem));
  QVERIFY(app->queue()->canEnqueue());
}

void StudioQueueTest::loadsTheChosenModelWhenNothingWaits() {
  const auto app = openStudio();
  QVERIFY(app);
  app->models()->selectByName(QStringLiteral("tiny-b"));
  QCOMPARE(app->controller()->state(), State::Loading);
  app->queue()->enqueue();  // waits for it
  QVERIFY(waitUntilDone(*app));
  QCOMPARE(app->controller()->model().name, std::string("tiny-b"));
  QCOMPARE(app->pictures()->count(), 1);
}

void StudioQueueTest::isBlockedWithoutAModelAndWhenFull() {
  PlanSettings plan;
  GenerationController controller(plan);
  GenerationQueue queue(plan, controller);
  QVERIFY(!queue.canEnqueue());
  QVERIFY(!queue.blockedReason().isEmpty());
  queue.enqueue();
  QCOMPARE(queue.count(), 0);
  const auto app = openStudio();
  QVERIFY(app);
  app->queue()->setPaused(true);
  for (int i = 0; i < GenerationQueue::kMostItems; ++i)
    app->queue()->enqueue();
  QVERIFY(!app->queue()->canEnqueue());
  app->queue()->enqueue();
  QCOMPARE(app->queue()->count(), GenerationQueue::kMostItems);
  app->queue()->discard(0);
  QVERIFY(app->queue()->canEnqueue());
  app->plan()->setClassIndices({0, 1});
  QVERIFY(!app->queue()->canEnqueue());  // one would have no place
  app->queue()->enqueue();
  QCOMPARE(app->queue()->count(), GenerationQueue::kMostItems - 1);
  QSignalSpy changed(app->queue(), &GenerationQueue::changed);
  app->queue()->discardAll();
  QCOMPARE(changed.size(), 1);  // not written anew for each
}

void StudioQueueTest::outlivesACrashButMakesNothingByItself() {
  QByteArray left;
  std::vector<lpd::GenerationRequest> asked;
  {
    const auto app = openStudio();
    QVERIFY(app);
    app->plan()->setSeed(284119073);
    app->plan()->setSeedLocked(true);
    app->plan()->setOrderKind(QStringLiteral("raster"));
    app->queue()->enqueue();
    app->plan()->setSteps(6);
    app->plan()->setGuidance(3.5);
    app->queue()->enqueue();
    QCOMPARE(phaseOf(*app->queue(), 0), QStringLiteral("running"));
    for (const GenerationQueue::Item& item : app->queue()->items())
      asked.push_back(item.run.request);
    // What the session's file holds at this moment: the crash itself is not waited for.
    const QDir sessions(app->history()->folder().replace(QLatin1String("-history"), QLatin1String(".ini.sessions")));
    QFile file(sessions.filePath(sessions.entryList({QStringLiteral("*.session")}).value(0)));
    QVERIFY(file.open(QFile::ReadOnly));
    left = file.readAll();
  }
  const auto app = openStudio();
  QVERIFY(app);
  GenerationQueue* queue = app->queue();
  queue->discardAll();  // what the session left as it ended in order
  QSignalSpy restored(queue, &GenerationQueue::restored);
  queue->restore(queueFromJson(left, app->models()->entries()));
  QCOMPARE(restored.size(), 1);
  QCOMPARE(restored[0][0].toInt(), 1);  // the one that waits
  QCOMPARE(queue->count(), 2);
  QVERIFY(queue->paused());
  QCOMPARE(phaseOf(*queue, 0), QStringLiteral("failed"));
  QCOMPARE(phaseOf(*queue, 1), QStringLiteral("waiting"));
  QVERIFY(!queue->data(queue->index(0), GenerationQueue::ProblemRole).toString().isEmpty());
  for (std::size_t row = 0; row < 2; ++row) {
    const lpd::GenerationRequest& back = queue->items()[row].run.request;
    QCOMPARE(back.classes, asked[row].classes);
    QCOMPARE(back.seed, asked[row].seed);
    QVERIFY(back.plan == asked[row].plan);
    QVERIFY(back.guidance == asked[row].guidance);
    QVERIFY(back.sampling == asked[row].sampling);
  }
  QTest::qWait(100);
  QCOMPARE(app->controller()->state(), State::Ready);  // nothing has begun
  queue->setPaused(false);
  QVERIFY(QTest::qWaitFor([&] { return queue->count() == 1 && app->controller()->state() == State::Ready; }, 30000));
  QCOMPARE(queue->failed(), 1);
  queue->retry(0);
  QVERIFY(waitUntilDone(*app));
}

void StudioQueueTest::waitsForTheNextSession() {
  {
    const auto app = openStudio();
    QVERIFY(app);
    app->plan()->setSteps(64);
    app->plan()->setImageCount(16);  // still running as the window closes
    app->queue()->enqueue();
    app->plan()->setSteps(7);
    app->plan()->setImageCount(1);
    app->queue()->enqueue();
    QCOMPARE(phaseOf(*app->queue(), 0), QStringLiteral("running"));
  }
  {
    const auto app = openStudio();
    QVERIFY(app);
    GenerationQueue* queue = app->queue();
    QVERIFY(app->unexpectedEnd().isEmpty());
    QCOMPARE(queue->count(), 2);
    QVERIFY(queue->paused());
    QCOMPARE(phaseOf(*queue, 0), QStringLiteral("waiting"));
    QCOMPARE(queue->items()[1].run.request.plan.steps, 7);
    QTest::qWait(100);
    QCOMPARE(app->controller()->state(), State::Ready);  // nothing has begun
    queue->discardAll();
  }
  const auto app = openStudio();
  QVERIFY(app);
  QCOMPARE(app->queue()->count(), 0);  // an empty queue leaves nothing
  QVERIFY(!app->queue()->paused());
}

void StudioQueueTest::countsOnlyWhatWaitsOfAnEarlierSession() {
  const auto app = openStudio();
  QVERIFY(app);
  GenerationQueue* queue = app->queue();
  QSignalSpy restored(queue, &GenerationQueue::restored);
  GenerationQueue::Item failed;
  failed.run = {.model = app->models()->model(), .request = app->plan()->request()};
  failed.phase = GenerationQueue::Phase::Failed;
  queue->restore({failed});
  QCOMPARE(queue->failed(), 1);
  QCOMPARE(restored.size(), 0);
  QVERIFY(!queue->paused());  // it is not made by itself anyway
  GenerationQueue::Item waiting = failed;
  waiting.phase = GenerationQueue::Phase::Waiting;
  queue->restore({failed, waiting, waiting});
  QCOMPARE(restored.size(), 1);
  QCOMPARE(restored[0][0].toInt(), 2);
  QCOMPARE(queue->waiting(), 2);
  QVERIFY(queue->paused());
}

void StudioQueueTest::leavesNonsenseOfAnEarlierSessionOut() {
  const auto app = openStudio();
  QVERIFY(app);
  const auto& models = app->models()->entries();
  QVERIFY(queueFromJson("", models).empty());
  QVERIFY(queueFromJson("[1, {}, null]", models).empty());
  const QByteArray elsewhere = R"([{"phase":"waiting","model":"gone","request":{"classes":[0],"steps":4}}])";
  QVERIFY(queueFromJson(elsewhere, models).empty());
  QJsonArray others;  // kept for a session that has the model
  QVERIFY(queueFromJson(elsewhere, models, &others).empty());
  QCOMPARE(others.size(), 1);
  QVERIFY(queueToJson({}, others).contains("gone"));
  QVERIFY(
      queueFromJson(R"([{"phase":"waiting","model":"tiny-a","request":{"classes":[99],"steps":-4}}])", models).empty());
}

QTEST_GUILESS_MAIN(StudioQueueTest)
#include "test_studio_queue.moc"
