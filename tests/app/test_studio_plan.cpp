#include "app/studio_fixture.h"
#include "group_balance.h"
#include "plan_settings.h"
#include "plan_storage.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

#include <limits>
#include <numeric>

using namespace lpd::studio;
using lpd::studio::test::describedModel;

class StudioPlanTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void startsWithWhatTheModelRecommends();
  void groupSizesAlwaysSumToTheGrid();
  void rebalancesTheOtherStepsWhenOneIsDrawn_data();
  void rebalancesTheOtherStepsWhenOneIsDrawn();
  void asksForTheSizesThatWereDrawn();
  void forgetsDrawnSizesWithAnotherStepCountOrGrid();
  void takesOnlySizesThatFit();
  void clampsWhatTheModelCannotDo_data();
  void clampsWhatTheModelCannotDo();
  void ignoresNumbersThatAreNone();
  void clampsStepsWhenAModelWithFewerPatchesIsChosen();
  void plansEveryPatchOfAnyModelWheneverAsked();
  void findsTheClassAgainByNameInAnotherModel();
  void keepsChosenSettingsButNotTheOldRecommendation();
  void groupsGrowAsTheyAreTold();
  void readsSeedsAsPeopleTypeThem_data();
  void readsSeedsAsPeopleTypeThem();
  void rollsAUsedSeedUnlessItIsLocked();
  void requestHoldsWhatWasSet();
  void remembersEverySetting();
  void restoresAModelsDefaultsWhereStoredValuesMakeNoSense_data();
  void restoresAModelsDefaultsWhereStoredValuesMakeNoSense();

 private:
  QTemporaryDir m_folder;
};

void StudioPlanTest::startsWithWhatTheModelRecommends() {
  PlanSettings plan;
  plan.setModel(describedModel(16));
  QCOMPARE(plan.steps(), 12);
  QCOMPARE(plan.guidance(), 5.0);
  QCOMPARE(plan.temperature(), 0.8);
  QCOMPARE(plan.repulsion(), 2.0);
  QCOMPARE(plan.classIndex(), 0);
  QCOMPARE(plan.problem(), QString());
}

void StudioPlanTest::groupSizesAlwaysSumToTheGrid() {
  PlanSettings plan;
  plan.setModel(describedModel(16));
  for (int steps : {1, 2, 8, 20, 100, 256}) {
    plan.setSteps(steps);
    const QList<int> sizes = plan.groupSizes();
    QCOMPARE(sizes.size(), steps);
    QCOMPARE(std::accumulate(sizes.begin(), sizes.end(), 0), 256);
    QCOMPARE(plan.largestGroup(), *std::max_element(sizes.begin(), sizes.end()));
    QCOMPARE(plan.property("passesRatio").toReal(), 256.0 / steps);
  }
  QVERIFY(plan.publishedSteps().contains(20));
}

void StudioPlanTest::rebalancesTheOtherStepsWhenOneIsDrawn_data() {
  QTest::addColumn<QList<int>>("before");
  QTest::addColumn<int>("index");
  QTest::addColumn<int>("wanted");
  QTest::addColumn<QList<int>>("after");
  QTest::newRow("up") << QList<int>{1, 3, 5, 7} << 3 << 10 << QList<int>{1, 2, 3, 10};
  QTest::newRow("down") << QList<int>{1, 3, 5, 7} << 3 << 1 << QList<int>{1, 5, 9, 1};
  QTest::newRow("the same") << QList<int>{1, 3, 5, 7} << 1 << 3 << QList<int>{1, 3, 5, 7};
  QTest::newRow("beyond all there is") << QList<int>{1, 3, 5, 7} << 0 << 99 << QList<int>{13, 1, 1, 1};
  QTest::newRow("below one") << QList<int>{1, 3, 5, 7} << 1 << -4 << QList<int>{1, 1, 6, 8};
  QTest::newRow("from the smallest") << QList<int>{1, 1, 4} << 2 << 2 << QList<int>{2, 2, 2};
  QTest::newRow("all of one") << QList<int>{1, 1, 1} << 1 << 3 << QList<int>{1, 1, 1};
  QTest::newRow("a single step") << QList<int>{9} << 0 << 3 << QList<int>{9};
  QTest::newRow("no such step") << QList<int>{4, 5} << 2 << 3 << QList<int>{4, 5};
}

void StudioPlanTest::rebalancesTheOtherStepsWhenOneIsDrawn() {
  QFETCH(QList<int>, before);
  QFETCH(int, index);
  QFETCH(int, wanted);
  QTEST(withGroupSize(before, index, wanted), "after");
}

void StudioPlanTest::asksForTheSizesThatWereDrawn() {
  PlanSettings plan;
  plan.setModel(describedModel(16));
  plan.setSteps(20);
  const QList<int> usual = plan.groupSizes();
  QVERIFY(plan.request().plan.groupSizes.empty());
  QSignalSpy planned(&plan, &PlanSettings::planChanged);
  plan.reshapeGroups(usual, 10, 40);
  QCOMPARE(planned.count(), 1);
  QVERIFY(plan.groupsEdited());
  QCOMPARE(plan.groupSizes().at(9), 40);
  QCOMPARE(plan.largestGroup(), 40);
  const lpd::GroupSizes asked = plan.request().plan.groupSizes;
  QCOMPARE(QList<int>(asked.begin(), asked.end()), plan.groupSizes());
  QCOMPARE(plan.problem(), QString());
  const QList<int> steps = plan.plannedSteps();
  QCOMPARE(std::count(steps.begin(), steps.end(), 9), 40);
  plan.reshapeGroups(usual, 10, usual.at(9));
  QVERIFY(!plan.groupsEdited());
  plan.reshapeGroups(usual, 10, 40);
  plan.resetGroups();
  QCOMPARE(plan.groupSizes(), usual);
  QVERIFY(plan.request().plan.groupSizes.empty());
}

void StudioPlanTest::forgetsDrawnSizesWithAnotherStepCountOrGrid() {
  PlanSettings plan;
  plan.setModel(describedModel(16));
  plan.reshapeGroups(plan.groupSizes(), 2, 30);
  plan.setModel(describedModel(16));
  QVERIFY(plan.groupsEdited());
  plan.setModel(describedModel(8));
  QVERIFY(!plan.groupsEdited());
  plan.reshapeGroups(plan.groupSizes(), 2, 9);
  plan.setSteps(plan.steps() + 1);
  QVERIFY(!plan.groupsEdited());
  const QList<int> sizes = plan.groupSizes();
  QCOMPARE(std::accumulate(sizes.begin(), sizes.end(), 0), 64);
}

void StudioPlanTest::takesOnlySizesThatFit() {
  PlanSettings plan;
  plan.setModel(describedModel(4));
  plan.setSteps(3);
  const QList<int> usual = plan.groupSizes();
  for (const QList<int>& wrong : {QList<int>{8, 8}, QList<int>{0, 8, 8}, QList<int>{5, 5, 5}, QList<int>{}}) {
    plan.setGroupSizes(wrong);
    QCOMPARE(plan.groupSizes(), usual);
  }
  plan.setGroupSizes({10, 5, 1});
  QCOMPARE(plan.groupSizes(), (QList<int>{10, 5, 1}));
}

void StudioPlanTest::clampsWhatTheModelCannotDo_data() {
  QTest::addColumn<QByteArray>("property");
  QTest::addColumn<QVariant>("asked");
  QTest::addColumn<double>("got");
  QTest::newRow("no steps") << QByteArray("steps") << QVariant(0) << 1.0;
  QTest::newRow("too many steps") << QByteArray("steps") << QVariant(300) << 256.0;
  QTest::newRow("class above the last") << QByteArray("classIndex") << QVariant(3) << 2.0;
  QTest::newRow("class below unconditional") << QByteArray("classIndex") << QVariant(-2) << -1.0;
  QTest::newRow("guidance below one") << QByteArray("guidance") << QVariant(0.2) << 1.0;
  QTest::newRow("guidance above twenty") << QByteArray("guidance") << QVariant(21.0) << 20.0;
  QTest::newRow("negative temperature") << QByteArray("temperature") << QVariant(-1.0) << 0.0;
  QTest::newRow("top-k above the codebook") << QByteArray("topK") << QVariant(513) << 512.0;
  QTest::newRow("top-p of nothing") << QByteArray("topP") << QVariant(0.0) << 0.01;
  QTest::newRow("no picture") << QByteArray("imageCount") << QVariant(0) << 1.0;
  QTest::newRow("too many pictures") << QByteArray("imageCount") << QVariant(65) << 64.0;
  QTest::newRow("negative repulsion") << QByteArray("repulsion") << QVariant(-0.5) << 0.0;
  QTest::newRow("growth above the most") << QByteArray("growth") << QVariant(9.0) << 8.0;
  QTest::newRow("seed beyond JavaScript") << QByteArray("seed") << QVariant(1e300) << PlanSettings::kLargestSeed;
  QTest::newRow("negative seed") << QByteArray("seed") << QVariant(-1.0) << 0.0;
}

void StudioPlanTest::clampsWhatTheModelCannotDo() {
  QFETCH(QByteArray, property);
  QFETCH(QVariant, asked);
  PlanSettings plan;
  plan.setModel(describedModel(16));
  QVERIFY(plan.setProperty(property.constData(), asked));
  QTEST(plan.property(property.constData()).toDouble(), "got");
  QCOMPARE(plan.problem(), QString());
}

void StudioPlanTest::ignoresNumbersThatAreNone() {
  PlanSettings plan;
  plan.setModel(describedModel(16));
  const double nan = std::numeric_limits<double>::quiet_NaN();
  plan.setGuidance(nan);
  plan.setTemperature(nan);
  plan.setSeed(nan);
  plan.setOrderKind(QStringLiteral("sideways"));
  plan.setGuidanceSchedule(QStringLiteral("sideways"));
  QCOMPARE(plan.guidance(), 5.0);
  QCOMPARE(plan.temperature(), 0.8);
  QCOMPARE(plan.orderKind(), QStringLiteral("lpd"));
  QCOMPARE(plan.guidanceSchedule(), QStringLiteral("linear"));
}

void StudioPlanTest::clampsStepsWhenAModelWithFewerPatchesIsChosen() {
  PlanSettings plan;
  plan.setModel(describedModel(16));
  plan.setSteps(200);
  QSignalSpy groups(&plan, &PlanSettings::groupSizesChanged);
  plan.setModel(describedModel(8));
  QCOMPARE(plan.tokenCount(), 64);
  QCOMPARE(plan.steps(), 64);
  QCOMPARE(plan.groupSizes().size(), 64);
  QVERIFY(!groups.isEmpty());
  QCOMPARE(plan.problem(), QString());
}

void StudioPlanTest::plansEveryPatchOfAnyModelWheneverAsked() {
  PlanSettings plan;
  int asked = 0;
  const auto ask = [&] {
    const QList<int> steps = plan.plannedSteps();
    QCOMPARE(steps.size(), plan.tokenCount());
    QVERIFY(*std::min_element(steps.begin(), steps.end()) >= 0);
    ++asked;
  };
  for (auto signal : {&PlanSettings::modelChanged, &PlanSettings::stepsChanged, &PlanSettings::groupSizesChanged,
                      &PlanSettings::classIndexChanged, &PlanSettings::planChanged})
    connect(&plan, signal, this, ask);
  plan.setModel(describedModel(16));
  plan.setClassIndex(1);
  plan.setModel(describedModel(3, {"aurora"}));  // fewer patches than steps, fewer classes
  plan.setModel(describedModel(32));
  QVERIFY(asked >= 8);
}

void StudioPlanTest::findsTheClassAgainByNameInAnotherModel() {
  PlanSettings plan;
  plan.setModel(describedModel(16, {"aurora", "fish", "house"}));
  plan.setClassIndex(1);
  plan.setModel(describedModel(16, {"cactus", "aurora", "mushroom", "fish"}));
  QCOMPARE(plan.classIndex(), 3);
  plan.setModel(describedModel(16, {"cactus", "aurora"}));
  QCOMPARE(plan.classIndex(), 0);
  plan.setClassIndex(lpd::kUnconditional);
  plan.setModel(describedModel(16));
  QCOMPARE(plan.classIndex(), lpd::kUnconditional);
}

void StudioPlanTest::keepsChosenSettingsButNotTheOldRecommendation() {
  PlanSettings plan;
  plan.setModel(describedModel(16));
  plan.setGuidance(7.5);
  lpd::ModelInfo other = describedModel(16);
  other.recommended = {.steps = 32,
                       .cfg = 3.0,
                       .schedule = lpd::GuidanceSchedule::Steps,
                       .temperature = 1.0,
                       .repulsion = 4.0,
                       .growth = 3.0};
  plan.setModel(other);
  QCOMPARE(plan.guidance(), 7.5);
  QCOMPARE(plan.steps(), 32);
  QCOMPARE(plan.temperature(), 1.0);
  QCOMPARE(plan.repulsion(), 4.0);
  QCOMPARE(plan.growth(), 3.0);
  QCOMPARE(plan.guidanceSchedule(), QStringLiteral("steps"));
  plan.setGuidanceSchedule(QStringLiteral("constant"));
  plan.resetToRecommended();
  QCOMPARE(plan.guidance(), 3.0);
  QCOMPARE(plan.guidanceSchedule(), QStringLiteral("steps"));
}

void StudioPlanTest::groupsGrowAsTheyAreTold() {
  const auto usual = [](int steps, double growth) {
    const lpd::GroupSizes sizes = lpd::groupSizesFor(steps, 256, growth);
    return QList<int>(sizes.begin(), sizes.end());
  };
  PlanSettings plan;
  lpd::ModelInfo model = describedModel(16);
  model.recommended.growth = 3;
  plan.setModel(model);
  QCOMPARE(plan.groupSizes(), usual(12, 3));
  plan.setSteps(20);
  QCOMPARE(plan.groupSizes(), usual(20, 3));
  plan.reshapeGroups(plan.groupSizes(), 4, 20);
  QVERIFY(plan.groupsEdited());
  plan.setGrowth(1.5);
  QVERIFY(!plan.groupsEdited());
  QCOMPARE(plan.groupSizes(), usual(20, 1.5));
  QCOMPARE(plan.request().plan.growth, 1.5);
  plan.setModel(describedModel(16));  // recommends another, but this one was chosen
  QCOMPARE(plan.growth(), 1.5);
  plan.resetToRecommended();
  QCOMPARE(plan.groupSizes(), usual(12, 0));
}

void StudioPlanTest::readsSeedsAsPeopleTypeThem_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<bool>("accepted");
  QTest::addColumn<QString>("shown");
  QTest::newRow("plain") << "284119073" << true << "284 119 073";
  QTest::newRow("grouped") << " 284 119 073 " << true << "284 119 073";
  QTest::newRow("small") << "7" << true << "7";
  QTest::newRow("four digits") << "1000" << true << "1 000";
  QTest::newRow("largest") << "9007199254740991" << true << "9 007 199 254 740 991";
  QTest::newRow("one too large") << "9007199254740992" << false << "5";
  QTest::newRow("far too large") << "99999999999999999999999" << false << "5";
  QTest::newRow("negative") << "-1" << false << "5";
  QTest::newRow("words") << "twelve" << false << "5";
  QTest::newRow("nothing") << "" << false << "5";
  QTest::newRow("only spaces") << "   " << false << "5";
}

void StudioPlanTest::readsSeedsAsPeopleTypeThem() {
  QFETCH(QString, text);
  PlanSettings plan;
  plan.setSeed(5);
  QTEST(plan.setSeedText(text), "accepted");
  QTEST(plan.seedText(), "shown");
}

void StudioPlanTest::rollsAUsedSeedUnlessItIsLocked() {
  PlanSettings plan;
  plan.setModel(describedModel(16));
  QVERIFY(plan.setSeedText(QStringLiteral("42")));
  QCOMPARE(plan.takeRequest().seed, 42U);  // a typed seed is used as it is
  QCOMPARE(plan.seedText(), QStringLiteral("42"));
  const quint64 second = plan.takeRequest().seed;
  QVERIFY(second != 42U);
  QCOMPARE(plan.seed(), static_cast<double>(second));  // the window shows the newest picture's seed
  plan.setSeedLocked(true);
  QCOMPARE(plan.takeRequest().seed, second);
  QCOMPARE(plan.takeRequest().seed, second);
}

void StudioPlanTest::requestHoldsWhatWasSet() {
  PlanSettings plan;
  plan.setModel(describedModel(16));
  plan.setClassIndex(2);
  plan.setSteps(32);
  plan.setOrderKind(QStringLiteral("halton"));
  plan.setProximity(1.5);
  plan.setRepulsion(3);
  plan.setGuidance(4.5);
  plan.setGuidanceSchedule(QStringLiteral("constant"));
  plan.setTemperature(0.7);
  plan.setTopK(100);
  plan.setTopP(0.9);
  plan.setGreedy(true);
  plan.setSeed(11);
  plan.setImageCount(3);
  const lpd::GenerationRequest request = plan.request();
  QCOMPARE(request.classes, std::vector<int>({2, 2, 2}));
  QCOMPARE(request.seed, 11U);
  QVERIFY(request.plan.kind == lpd::OrderKind::Halton);
  QCOMPARE(request.plan.steps, 32);
  QCOMPARE(request.plan.proximity, 1.5);
  QCOMPARE(request.plan.repulsion, 3.0);
  QVERIFY(request.guidance == lpd::GuidanceOptions({4.5, lpd::GuidanceSchedule::Constant}));
  QVERIFY(request.sampling == lpd::SamplingOptions({0.7, 100, 0.9, true}));
}

void StudioPlanTest::remembersEverySetting() {
  PlanSettings plan;
  plan.setModel(describedModel(16));
  plan.setClassIndex(1);
  plan.setSteps(33);
  plan.setGrowth(2.5);
  plan.reshapeGroups(plan.groupSizes(), 4, 20);
  plan.setOrderKind(QStringLiteral("coarse-to-fine"));
  plan.setProximity(1.25);
  plan.setRepulsion(4);
  plan.setGuidance(2.5);
  plan.setGuidanceSchedule(QStringLiteral("constant"));
  plan.setTemperature(1.2);
  plan.setTopK(64);
  plan.setTopP(0.95);
  plan.setGreedy(true);
  plan.setSeed(9007199254740991.0);
  plan.setSeedLocked(true);
  plan.setImageCount(4);
  const QString file = m_folder.filePath(QStringLiteral("all.ini"));
  {
    QSettings settings(file, QSettings::IniFormat);
    savePlan(settings, plan);
  }
  QSettings settings(file, QSettings::IniFormat);
  PlanSettings again;
  again.setModel(describedModel(16));
  restorePlan(settings, again);
  const QMetaObject* type = plan.metaObject();
  for (int i = type->propertyOffset(); i < type->propertyCount(); ++i)
    QVERIFY2(type->property(i).read(&again) == type->property(i).read(&plan), type->property(i).name());
}

void StudioPlanTest::restoresAModelsDefaultsWhereStoredValuesMakeNoSense_data() {
  QTest::addColumn<QString>("key");
  QTest::addColumn<QVariant>("stored");
  const auto row = [](const char* key, const QVariant& stored) {
    QTest::addRow("%s = %s", key, qPrintable(stored.toString())) << QString::fromLatin1(key) << stored;
  };
  for (const char* key : {"plan/steps", "plan/guidance", "plan/temperature", "plan/topK", "plan/topP",
                          "plan/imageCount", "plan/proximity", "plan/repulsion", "plan/growth"}) {
    row(key, QStringLiteral("rubbish"));
    row(key, -7);
    row(key, 1e9);
    row(key, QStringLiteral("nan"));
  }
  row("plan/steps", 12.5);
  row("plan/class", QStringLiteral("no such class"));
  row("plan/order", QStringLiteral("sideways"));
  row("plan/guidanceSchedule", 3);
  row("plan/greedy", QStringLiteral("perhaps"));
  row("plan/seedLocked", QStringLiteral("perhaps"));
}

void StudioPlanTest::restoresAModelsDefaultsWhereStoredValuesMakeNoSense() {
  QFETCH(QString, key);
  QFETCH(QVariant, stored);
  QSettings settings(m_folder.filePath(QStringLiteral("broken.ini")), QSettings::IniFormat);
  settings.clear();
  settings.setValue(key, stored);
  PlanSettings fresh;
  fresh.setModel(describedModel(16));
  PlanSettings plan;
  plan.setModel(describedModel(16));
  restorePlan(settings, plan);
  plan.setSeed(fresh.seed());
  const QMetaObject* type = plan.metaObject();
  for (int i = type->propertyOffset(); i < type->propertyCount(); ++i)
    QVERIFY2(type->property(i).read(&plan) == type->property(i).read(&fresh), type->property(i).name());
}

QTEST_GUILESS_MAIN(StudioPlanTest)
#include "test_studio_plan.moc"
