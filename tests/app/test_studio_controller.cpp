#include "app/studio_fixture.h"
#include "generation_controller.h"
#include "plan_settings.h"
#include "studio_app.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

#include <filesystem>

using namespace lpd::studio;
using State = GenerationController::State;

class StudioControllerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void blocksGenerateUntilAModelIsLoaded();
  void makesAPictureStepByStep();
  void reportsProgressThatOnlyGrows();
  void makesSeveralPictures();
  void theSameSeedMakesTheSamePicture();
  void stopsWithinAStepAndKeepsWhatIsThere();
  void goesOnAfterACancel();
  void ignoresASecondClick();
  void explainsABundleThatCannotBeLoaded();
  void switchesModelsWhenTheRunIsOver();
  void loadsOnlyTheLastModelOfAQuickChange();
  void loadsNothingWhileItIsHeld();
  void givesTokensTheirColours();
  void survivesTeardownAtAnyTime_data();
  void survivesTeardownAtAnyTime();
  void remembersTheModelAndThePlan();

 private:
  static int finishedPictures(StudioApp& app);
  StudioOptions options(const QString& model = QStringLiteral("tiny-a")) const;
  static bool waitFor(GenerationController* controller, State state);

  QTemporaryDir m_folder;
  lpd::ModelInfo m_a;
  lpd::ModelInfo m_b;
};

void StudioControllerTest::initTestCase() {
  m_a = lpd::studio::test::importTinyModel(m_folder.path(), "tiny-a");
  m_b = lpd::studio::test::importTinyModel(m_folder.path(), "tiny-b");
}

int StudioControllerTest::finishedPictures(StudioApp& app) {
  int finished = 0;
  for (int i = 0; i < app.pictures()->count(); ++i)
    finished += app.pictures()->at(i)->finished;
  return finished;
}

StudioOptions StudioControllerTest::options(const QString& model) const {
  // Settings of its own for every test: they are remembered.
  return lpd::studio::test::optionsIn(m_folder.path(), model, QString::fromLatin1(QTest::currentTestFunction()));
}

bool StudioControllerTest::waitFor(GenerationController* controller, State state) {
  return QTest::qWaitFor([&] { return controller->state() == state; }, 30000);
}

void StudioControllerTest::blocksGenerateUntilAModelIsLoaded() {
  PlanSettings plan;
  plan.setModel(m_a);
  GenerationController controller(plan);
  QSignalSpy runs(&controller, &GenerationController::runStarted);
  QCOMPARE(controller.state(), State::NoModel);
  QVERIFY(!controller.canGenerate());
  QVERIFY(!controller.blockedReason().isEmpty());
  controller.generate();
  QSignalSpy ready(&controller, &GenerationController::modelReady);
  controller.load(m_a);
  QCOMPARE(controller.state(), State::Loading);
  controller.generate();
  QCOMPARE(runs.size(), 0);
  QVERIFY(waitFor(&controller, State::Ready));
  QCOMPARE(ready.size(), 1);
  QVERIFY(controller.canGenerate());
  QCOMPARE(controller.blockedReason(), QString());
}

void StudioControllerTest::makesAPictureStepByStep() {
  StudioApp app(options());
  app.start();
  QVERIFY(waitFor(app.controller(), State::Ready));
  app.plan()->setSteps(11);
  app.plan()->setClassIndex(3);
  QSignalSpy steps(app.controller(), &GenerationController::stepMade);
  app.controller()->generate();
  QCOMPARE(app.controller()->state(), State::Generating);
  QVERIFY(waitFor(app.controller(), State::Ready));
  QCOMPARE(steps.size(), 11);
  QCOMPARE(app.controller()->errorText(), QString());
  QCOMPARE(app.pictures()->count(), 1);
  QTRY_VERIFY(app.picture()->finished());
  QCOMPARE(app.picture()->image().size(), QSize(128, 128));
  QCOMPARE(app.picture()->stepsMade(), 11);
  QCOMPARE(app.picture()->groupSizes(), app.plan()->groupSizes());
  QTRY_COMPARE(app.timeline()->shownSteps(), 11);
  QVERIFY(!app.timeline()->live());
  QVERIFY(app.exporter()->canSave());
  const auto picture = app.pictures()->currentPicture();
  for (int step = 0; step < 11; ++step)
    QCOMPARE(picture->steps[static_cast<std::size_t>(step)].step, step);
  for (int token : picture->tokens)
    QVERIFY(token >= 0 && token < app.plan()->vocab());
  QVERIFY(app.controller()->lastSummary().startsWith("last took "));
}

void StudioControllerTest::reportsProgressThatOnlyGrows() {
  StudioApp app(options());
  app.start();
  QVERIFY(waitFor(app.controller(), State::Ready));
  app.plan()->setSteps(64);
  GenerationController* controller = app.controller();
  double last = 0;
  bool grows = true;
  int largest = 0;
  connect(controller, &GenerationController::progressChanged, this, [&] {
    grows = grows && controller->progress() >= last && controller->step() <= 64 && controller->tokensDone() <= 64;
    last = controller->progress();
    largest = std::max(largest, controller->groupSize());
  });
  controller->generate();
  QCOMPARE(controller->progress(), 0.0);
  QVERIFY(waitFor(controller, State::Ready));
  QVERIFY(grows);
  QCOMPARE(last, 1.0);
  QCOMPARE(largest, 1);
  QCOMPARE(controller->images(), 1);
  QCOMPARE(controller->image(), 0);
  QCOMPARE(controller->tokenCount(), 64);
  QVERIFY(controller->msPerStep() > 0);
  QVERIFY(controller->elapsedMs() >= controller->msPerStep());
  QCOMPARE(controller->remainingMs(), 0.0);
}

void StudioControllerTest::makesSeveralPictures() {
  StudioApp app(options());
  app.start();
  QVERIFY(waitFor(app.controller(), State::Ready));
  app.plan()->setSteps(5);
  app.plan()->setImageCount(3);
  app.controller()->generate();
  QVERIFY(waitFor(app.controller(), State::Ready));
  QCOMPARE(app.pictures()->count(), 3);
  for (int i = 0; i < 3; ++i) {
    QVERIFY(app.pictures()->at(i)->finished);
    QCOMPARE(app.pictures()->at(i)->stepsMade(), 5);
  }
  QVERIFY(app.pictures()->at(0)->tokens != app.pictures()->at(1)->tokens);
}

void StudioControllerTest::theSameSeedMakesTheSamePicture() {
  StudioApp app(options());
  app.start();
  QVERIFY(waitFor(app.controller(), State::Ready));
  app.plan()->setSteps(6);
  app.plan()->setSeed(77);
  app.plan()->setSeedLocked(true);
  for (int i = 0; i < 2; ++i) {
    app.controller()->generate();
    QVERIFY(waitFor(app.controller(), State::Ready));
  }
  app.plan()->setSeedLocked(false);
  app.controller()->generate();
  QVERIFY(waitFor(app.controller(), State::Ready));
  QCOMPARE(app.pictures()->at(0)->tokens, app.pictures()->at(1)->tokens);
  QVERIFY(app.pictures()->at(1)->tokens != app.pictures()->at(2)->tokens);
}

void StudioControllerTest::stopsWithinAStepAndKeepsWhatIsThere() {
  StudioApp app(options());
  app.start();
  QVERIFY(waitFor(app.controller(), State::Ready));
  app.plan()->setSteps(64);
  app.plan()->setImageCount(64);
  GenerationController* controller = app.controller();
  int stepsAfterCancel = 0;
  connect(controller, &GenerationController::stepMade, this, [&](const lpd::StepRecord& record) {
    if (record.image == 0 && record.step == 2) controller->cancel();
    if (controller->state() == State::Cancelling) ++stepsAfterCancel;
  });
  controller->generate();
  QVERIFY(waitFor(controller, State::Cancelling));
  QVERIFY(waitFor(controller, State::Ready));
  QCOMPARE(controller->errorText(), QString());
  QVERIFY(app.pictures()->count() >= 1);
  QVERIFY(finishedPictures(app) < 64);
  const auto picture = app.pictures()->at(app.pictures()->count() - 1);
  if (picture->finished) return;  // on a fast machine a stop may fall between two pictures, or into their decoding
  QVERIFY(picture->cancelled);
  app.pictures()->setCurrent(app.pictures()->count() - 1);
  QTRY_VERIFY(app.picture()->cancelled());
  QTRY_COMPARE(app.timeline()->shownSteps(), app.picture()->stepsMade());
  QVERIFY(!app.exporter()->canSave());
}

void StudioControllerTest::goesOnAfterACancel() {
  StudioApp app(options());
  app.start();
  QVERIFY(waitFor(app.controller(), State::Ready));
  app.plan()->setSteps(64);
  app.controller()->generate();
  app.controller()->cancel();
  QCOMPARE(app.controller()->state(), State::Cancelling);
  QVERIFY(waitFor(app.controller(), State::Ready));
  app.plan()->setSteps(4);
  app.controller()->generate();
  QVERIFY(waitFor(app.controller(), State::Ready));
  QVERIFY(app.pictures()->currentPicture()->finished);
}

void StudioControllerTest::ignoresASecondClick() {
  StudioApp app(options());
  app.start();
  QVERIFY(waitFor(app.controller(), State::Ready));
  QSignalSpy runs(app.controller(), &GenerationController::runStarted);
  app.controller()->generate();
  QVERIFY(!app.controller()->canGenerate());
  app.controller()->generate();
  QVERIFY(waitFor(app.controller(), State::Ready));
  QCOMPARE(runs.size(), 1);
  QCOMPARE(app.pictures()->count(), 1);
}

void StudioControllerTest::explainsABundleThatCannotBeLoaded() {
  StudioApp app(options());
  app.start();
  QVERIFY(waitFor(app.controller(), State::Ready));
  // Its weights go between the choice and the loading.
  const lpd::ModelInfo lost = lpd::studio::test::importTinyModel(m_folder.path(), "tiny-lost");
  const std::filesystem::path kept = lost.folder / "kept";
  app.controller()->load(m_b);  // so that the choice has to wait
  app.models()->selectByName(QStringLiteral("tiny-lost"));
  std::filesystem::rename(lost.transformerFile(), kept);
  QVERIFY(waitFor(app.controller(), State::NoModel));
  QCOMPARE(app.models()->state(), ModelLibrary::State::Failed);
  QVERIFY2(app.models()->problem().contains("transformer.safetensors"), qPrintable(app.models()->problem()));
  QVERIFY(!app.controller()->canGenerate());
  QVERIFY(!app.queue()->canEnqueue());
  std::filesystem::rename(kept, lost.transformerFile());
  app.models()->retry();
  QVERIFY(waitFor(app.controller(), State::Ready));
  QCOMPARE(app.models()->state(), ModelLibrary::State::Ready);
}

void StudioControllerTest::switchesModelsWhenTheRunIsOver() {
  StudioApp app(options());
  app.start();
  QVERIFY(waitFor(app.controller(), State::Ready));
  app.plan()->setSteps(64);
  app.plan()->setImageCount(64);
  QSignalSpy steps(app.controller(), &GenerationController::stepMade);
  app.controller()->generate();
  QVERIFY(steps.wait());
  app.models()->selectByName(QStringLiteral("tiny-b"));
  QCOMPARE(app.controller()->state(), State::Generating);
  app.controller()->cancel();
  QVERIFY(waitFor(app.controller(), State::Loading));
  QVERIFY(finishedPictures(app) < 64);
  QVERIFY(waitFor(app.controller(), State::Ready));
  const qsizetype before = steps.size();
  app.plan()->setSteps(3);
  app.plan()->setImageCount(1);
  app.controller()->generate();
  QVERIFY(waitFor(app.controller(), State::Ready));
  QCOMPARE(steps.size(), before + 3);
  QCOMPARE(app.pictures()->currentPicture()->run->model.name, m_b.name);
}

void StudioControllerTest::loadsOnlyTheLastModelOfAQuickChange() {
  PlanSettings plan;
  plan.setModel(m_a);
  GenerationController controller(plan);
  QSignalSpy ready(&controller, &GenerationController::modelReady);
  for (int i = 0; i < 5; ++i)
    controller.load(i % 2 == 0 ? m_a : m_b);
  QVERIFY(waitFor(&controller, State::Ready));
  QTest::qWait(50);
  QCOMPARE(ready.size(), 1);
}

void StudioControllerTest::loadsNothingWhileItIsHeld() {
  PlanSettings plan;
  plan.setModel(m_a);
  {
    GenerationController neverLetGo(plan);
    neverLetGo.hold();
    neverLetGo.load(m_a);
  }
  GenerationController controller(plan);
  QSignalSpy devices(&controller, &GenerationController::devicesListed);
  controller.hold();
  controller.listDevices();
  controller.load(m_a);
  QTest::qWait(100);
  QCOMPARE(controller.state(), State::Loading);
  QCOMPARE(devices.size(), 0);
  controller.letGo();
  QVERIFY(waitFor(&controller, State::Ready));
  QCOMPARE(devices.size(), 1);
}

void StudioControllerTest::givesTokensTheirColours() {
  StudioApp app(options());
  QSignalSpy colours(app.controller(), &GenerationController::swatchesReady);
  app.start();
  QVERIFY(waitFor(app.controller(), State::Ready));
  app.plan()->setSteps(4);
  app.controller()->generate();
  QVERIFY(waitFor(app.controller(), State::Ready));
  QTRY_COMPARE_WITH_TIMEOUT(colours.size(), 1, 30000);
  QTRY_COMPARE(qAlpha(app.picture()->swatches().pixel(0, 0)), 255);
  const QVariantList alternatives = app.picture()->cell(0).toMap()["alternatives"].toList();
  QVERIFY(!alternatives.isEmpty());
  QCOMPARE(alternatives[0].toMap()["swatch"].value<QImage>().size(), QSize(4, 4));
}

void StudioControllerTest::survivesTeardownAtAnyTime_data() {
  QTest::addColumn<int>("waitMs");
  for (int waitMs : {0, 1, 5, 20, 60, 150})
    QTest::addRow("after %d ms", waitMs) << waitMs;
}

void StudioControllerTest::survivesTeardownAtAnyTime() {
  QFETCH(int, waitMs);
  {
    StudioApp loading(options());
    loading.start();
    QTest::qWait(waitMs);
  }
  StudioApp app(options());
  app.start();
  QVERIFY(waitFor(app.controller(), State::Ready));
  app.plan()->setSteps(64);
  app.plan()->setImageCount(64);
  app.controller()->generate();
  QTest::qWait(waitMs);
  QCOMPARE(app.controller()->state(), State::Generating);
}

void StudioControllerTest::remembersTheModelAndThePlan() {
  {
    StudioApp app(options(QStringLiteral("tiny-b")));
    app.start();
    app.plan()->setSteps(17);
    app.plan()->setClassIndex(4);
    app.plan()->setOrderKind(QStringLiteral("spiral"));
  }
  StudioApp again(options(QString()));
  again.start();
  QCOMPARE(again.models()->currentName(), QStringLiteral("tiny-b"));
  QCOMPARE(again.plan()->steps(), 17);
  QCOMPARE(again.plan()->classIndex(), 4);
  QCOMPARE(again.plan()->orderKind(), QStringLiteral("spiral"));
}

QTEST_GUILESS_MAIN(StudioControllerTest)
#include "test_studio_controller.moc"
