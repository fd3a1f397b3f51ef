#include "app/studio_fixture.h"
#include "picture_list.h"
#include "picture_view.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

#include <cmath>

using namespace lpd::studio;
using lpd::studio::test::describedModel;

namespace {

constexpr int kVocab = 9;

/// Token t is a swatch of the one colour (t, 2t, 3t).
std::shared_ptr<const SwatchTable> plainSwatches() {
  std::vector<std::uint8_t> bytes;
  for (int token = 0; token < kVocab; ++token)
    for (int pixel = 0; pixel < 16; ++pixel)
      for (int channel = 1; channel <= 3; ++channel)
        bytes.push_back(static_cast<std::uint8_t>(token * channel));
  return std::make_shared<const SwatchTable>(std::move(bytes));
}

std::shared_ptr<const Run> runOf(int images, int side = 3) {
  auto run = std::make_shared<Run>();
  run->model = describedModel(side);
  run->request.classes.assign(static_cast<std::size_t>(images), 1);
  run->request.seed = 284119073;
  return run;
}

/// The centre, then two corners, then the rest. Position p gets token p.
lpd::ImagePlan knownPlan(int image = 0) {
  lpd::ImagePlan plan;
  plan.image = image;
  plan.grid = {3, 3};
  plan.order = {4, 0, 8, 1, 3, 5, 7, 2, 6};
  plan.groupSizes = {1, 2, 6};
  plan.reasons.resize(9);
  plan.reasons[3] = {.pick = lpd::Pick::Proximity, .support = 2.0F, .rank = 2, .candidates = 6, .nearestInGroup = 1.5F};
  plan.reasons[7] = {.pick = lpd::Pick::Spread, .blockedBy = 5, .deferredBy = 8, .deferredAtStep = 1};
  return plan;
}

lpd::StepRecord stepOf(const lpd::ImagePlan& plan, int step) {
  lpd::StepRecord record;
  record.image = plan.image;
  record.step = step;
  record.elapsedMs = 10.0 + step;
  for (int i = 0; i < step; ++i)
    record.firstIndex += plan.groupSizes[static_cast<std::size_t>(i)];
  for (int i = 0; i < plan.groupSizes[static_cast<std::size_t>(step)]; ++i) {
    const int position = plan.order[static_cast<std::size_t>(record.firstIndex + i)];
    record.positions.push_back(position);
    record.tokens.push_back(position);
    record.probability.push_back(0.5F);
    record.entropy.push_back(1.25F);
    record.alternatives.push_back({{position, 0.5F}, {(position + 1) % kVocab, 0.25F}});
  }
  return record;
}

lpd::GeneratedImage finished(int image) {
  lpd::GeneratedImage result;
  result.image = image;
  result.tokens = {0, 1, 2, 3, 4, 5, 6, 7, 8};
  result.pixels = lpd::Image(48, 48);
  result.pixels.pixel(5, 7)[0] = 200;
  return result;
}

/// As the gallery reads it.
std::shared_ptr<Picture> stored() {
  auto picture = std::make_shared<Picture>(runOf(1), knownPlan(0));
  for (int step = 0; step < 3; ++step)
    picture->addStep(stepOf(picture->plan, step));
  picture->image = QImage(48, 48, QImage::Format_RGB32);
  picture->finished = true;
  picture->file = QStringLiteral("/history/a.png");
  return picture;
}

void makePictures(PictureList& list, int runs) {
  for (int i = 0; i < runs; ++i) {
    list.beginRun(runOf(1));
    list.addPicture(knownPlan());
    list.finishPicture(finished(0));
    list.endRun();
  }
}

qint64 bytesOf(const PictureList& list) {
  qint64 bytes = 0;
  for (int i = 0; i < list.count(); ++i)
    bytes += list.at(i)->sizeBytes();
  return bytes;
}

}  // namespace

class StudioPicturesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void listsPicturesNewestLast();
  void turnsToThePictureBeingMade();
  void staysWhereThePersonLooks();
  void marksWhatWasNotFinishedAsCancelled();
  void dropsPicturesWithoutASingleStep();
  void showsAStoredPictureOnceAndBesideARun();
  void aDayOfPicturesNeedsNoMoreMemoryThanAnHour();
  void keepsWhatIsLookedAtAndWhatIsMadeWhateverTheRoom();
  void keepsAllWhileTheyHaveNowhereElseToBe();
  void aPictureThatLeftComesBackFromTheGallery();
  void showsTheOrderOfThePicture();
  void paintsTokensAsTheyAreMade();
  void paintsStepsMadeBeforeTheColoursCame();
  void passesManyStepsOnAsFewChangesAndLosesNone();
  void describesAPatch();
  void describesAPatchThatIsNotMadeYet();
  void hasNoFactsBeyondTheGrid();
  void supportIsTheSumOfTheFinishedNeighbours();
  void measuresEveryPatchAsItIsMade();
  void showsWhatStandsAtAPatch();
  void knowsHowLocalTheOrderIs();
};

void StudioPicturesTest::listsPicturesNewestLast() {
  PictureList list;
  QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
  list.beginRun(runOf(2));
  list.addPicture(knownPlan(0));
  list.addPicture(knownPlan(1));
  list.finishPicture(finished(0));
  QCOMPARE(list.count(), 2);
  const auto value = [&](int row, int role) { return list.data(list.index(row), role); };
  QCOMPARE(value(1, PictureList::TitleRole).toString(), QStringLiteral("Desert dunes"));
  QCOMPARE(value(1, PictureList::SeedTextRole).toString(), QStringLiteral("284 119 073"));
  QCOMPARE(value(1, PictureList::IndexRole).toInt(), 1);
  QVERIFY2(!list.roleNames().values().contains("index"), "it would hide the row from a delegate");
  QVERIFY(value(0, PictureList::DoneRole).toBool());
  QVERIFY(!value(1, PictureList::DoneRole).toBool());
  QVERIFY(!value(0, PictureList::ThumbnailRole).value<QImage>().isNull());
  QCOMPARE(list.at(0)->indexText(), QStringLiteral("1 of 2"));
}

void StudioPicturesTest::turnsToThePictureBeingMade() {
  PictureList list;
  list.beginRun(runOf(2));
  list.addPicture(knownPlan(0));
  QCOMPARE(list.current(), 0);
  list.finishPicture(finished(0));
  list.addPicture(knownPlan(1));
  QCOMPARE(list.current(), 1);
  list.finishPicture(finished(1));
  list.endRun();
  list.beginRun(runOf(1));
  list.addPicture(knownPlan(0));
  QCOMPARE(list.current(), 2);
}

void StudioPicturesTest::staysWhereThePersonLooks() {
  PictureList list;
  list.beginRun(runOf(3));
  list.addPicture(knownPlan(0));
  list.finishPicture(finished(0));
  list.addPicture(knownPlan(1));
  list.setCurrent(0);
  list.finishPicture(finished(1));
  list.addPicture(knownPlan(2));
  QCOMPARE(list.current(), 0);
  list.setCurrent(9);
  QCOMPARE(list.current(), 0);
  list.endRun();
  list.beginRun(runOf(1));  // nor does another run turn away from it
  list.addPicture(knownPlan(0));
  QCOMPARE(list.current(), 0);
  list.finishPicture(finished(0));
  list.endRun();
  list.follow();
  list.beginRun(runOf(1));
  list.addPicture(knownPlan(0));
  QCOMPARE(list.current(), list.count() - 1);
}

void StudioPicturesTest::marksWhatWasNotFinishedAsCancelled() {
  PictureList list;
  const lpd::ImagePlan plan = knownPlan();
  list.beginRun(runOf(1));
  list.addPicture(plan);
  list.addStep(stepOf(plan, 0));
  list.endRun();
  QVERIFY(list.at(0)->cancelled);
  QVERIFY(!list.at(0)->finished);
  QCOMPARE(list.at(0)->stepsMade(), 1);
  QVERIFY(list.data(list.index(0), PictureList::CancelledRole).toBool());
}

void StudioPicturesTest::dropsPicturesWithoutASingleStep() {
  PictureList list;
  const lpd::ImagePlan plan = knownPlan();
  list.beginRun(runOf(1));
  list.addPicture(plan);
  list.finishPicture(finished(0));
  list.endRun();
  list.beginRun(runOf(1));
  list.addPicture(plan);
  QCOMPARE(list.current(), 1);
  list.endRun();
  QCOMPARE(list.count(), 1);
  QCOMPARE(list.current(), 0);
}

void StudioPicturesTest::showsAStoredPictureOnceAndBesideARun() {
  PictureList list;
  list.beginRun(runOf(1));
  list.showStored(stored());
  list.addPicture(knownPlan(0));
  list.addStep(stepOf(knownPlan(0), 0));
  QCOMPARE(list.count(), 2);
  QCOMPARE(list.at(1)->stepsMade(), 1);  // not the stored one's, which has the same number in its run
  QCOMPARE(list.at(0)->stepsMade(), 3);
  list.showStored(stored());
  QCOMPARE(list.count(), 2);
  QCOMPARE(list.current(), 0);
  list.endRun();
  QVERIFY(!list.at(0)->cancelled);
}

void StudioPicturesTest::aDayOfPicturesNeedsNoMoreMemoryThanAnHour() {
  constexpr qint64 kRoom = 1 << 20;
  PictureList list(nullptr, kRoom);
  QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
  makePictures(list, 2);
  const std::weak_ptr<const Picture> first = list.at(0);
  const qint64 each = first.lock()->sizeBytes();
  QVERIFY(each >= 4 * 48 * 48);
  QVERIFY(!list.olderLeft());
  makePictures(list, 500);
  const int hour = list.count();
  QVERIFY(list.olderLeft());
  QVERIFY(first.expired());
  makePictures(list, 9498);
  QCOMPARE(list.count(), hour);
  QVERIFY2(qAbs(bytesOf(list) - kRoom) <= 2 * each, "full, and not fuller");
  QCOMPARE(list.current(), list.count() - 1);
}

void StudioPicturesTest::keepsWhatIsLookedAtAndWhatIsMadeWhateverTheRoom() {
  PictureList list(nullptr, 1);
  QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
  makePictures(list, 1);
  list.beginRun(runOf(4));
  list.addPicture(knownPlan(0));
  list.showStored(stored());
  const auto looked = list.currentPicture();
  for (int image = 1; image < 4; ++image)
    list.addPicture(knownPlan(image));  // all in the making
  QCOMPARE(list.count(), 5);
  QCOMPARE(list.currentPicture(), looked);
  for (int image = 0; image < 4; ++image) {
    list.addStep(stepOf(knownPlan(image), 0));
    list.finishPicture(finished(image));
  }
  list.endRun();
  QCOMPARE(list.currentPicture(), looked);
  QCOMPARE(list.count(), 5);
  for (int i = 0; i < list.count(); ++i)
    QVERIFY(list.at(i) == looked || (list.at(i)->finished && list.at(i)->stepsMade() == 1));
  list.follow();
  list.beginRun(runOf(2));
  list.addPicture(knownPlan(0));
  QCOMPARE(list.count(), 1);  // turned to
  list.addPicture(knownPlan(1));
  list.setCurrent(0);
  list.finishPicture(finished(0));
  list.finishPicture(finished(1));
  QVERIFY(list.at(0)->finished && list.at(1)->finished);
}

void StudioPicturesTest::keepsAllWhileTheyHaveNowhereElseToBe() {
  PictureList list(nullptr, 1);
  bool mayLeave = false;
  list.setMayLeave([&] { return mayLeave; });
  makePictures(list, 5);
  QCOMPARE(list.count(), 5);
  QVERIFY(!list.olderLeft());
  mayLeave = true;
  makePictures(list, 1);
  QCOMPARE(list.count(), 1);
  QVERIFY(list.olderLeft());
}

void StudioPicturesTest::aPictureThatLeftComesBackFromTheGallery() {
  PictureList list(nullptr, 1);
  list.showStored(stored());
  list.follow();
  makePictures(list, 3);
  QCOMPARE(list.count(), 1);
  QVERIFY(list.at(0)->file.isEmpty());
  list.showStored(stored());
  QCOMPARE(list.currentPicture()->file, QStringLiteral("/history/a.png"));
  QCOMPARE(list.currentPicture()->stepsMade(), 3);
  QCOMPARE(list.current(), list.count() - 1);
}

void StudioPicturesTest::showsTheOrderOfThePicture() {
  PictureView view;
  view.setEmptyGrid({8, 4});
  QVERIFY(!view.hasPicture());
  QCOMPARE(view.columns(), 4);
  QCOMPARE(view.swatches().size(), QSize(16, 32));
  view.setPicture(std::make_shared<Picture>(runOf(1), knownPlan()));
  QCOMPARE(view.columns(), 3);
  QCOMPARE(view.stepOfPosition(), QList<int>({1, 2, 2, 2, 0, 2, 2, 2, 1}));
  QCOMPARE(view.groupSizes(), QList<int>({1, 2, 6}));
  QCOMPARE(view.orderLabel(), QStringLiteral("Locality"));
  QCOMPARE(view.indexText(), QString());
  view.setPicture(nullptr);
  QVERIFY(!view.hasPicture());
  QCOMPARE(view.columns(), 4);
}

void StudioPicturesTest::paintsTokensAsTheyAreMade() {
  const lpd::ImagePlan plan = knownPlan();
  auto picture = std::make_shared<Picture>(runOf(1), plan);
  picture->swatches = plainSwatches();
  PictureView view;
  view.setPicture(picture);
  picture->addStep(stepOf(plan, 0));
  picture->addStep(stepOf(plan, 1));
  view.refresh();
  QTRY_COMPARE(view.stepsMade(), 2);
  QCOMPARE(view.swatches().size(), QSize(12, 12));
  QCOMPARE(view.swatches().pixel(4, 4), qRgb(4, 8, 12));
  QCOMPARE(view.swatches().pixel(11, 11), qRgb(8, 16, 24));
  QCOMPARE(qAlpha(view.swatches().pixel(4, 0)), 0);
  QCOMPARE(view.stepMs(), QList<qreal>({10, 11}));
  QVERIFY(view.image().isNull());
  QCOMPARE(view.swatches(), picture->drawSwatches());
}

void StudioPicturesTest::paintsStepsMadeBeforeTheColoursCame() {
  const lpd::ImagePlan plan = knownPlan();
  auto picture = std::make_shared<Picture>(runOf(1), plan);
  picture->addStep(stepOf(plan, 0));
  PictureView view;
  view.setPicture(picture);
  QCOMPARE(qAlpha(view.swatches().pixel(4, 4)), 0);
  picture->swatches = plainSwatches();
  view.refresh();
  QTRY_COMPARE(view.swatches().pixel(4, 4), qRgb(4, 8, 12));
}

void StudioPicturesTest::passesManyStepsOnAsFewChangesAndLosesNone() {
  constexpr int kSide = 16;
  lpd::ImagePlan plan;
  plan.grid = {kSide, kSide};
  plan.groupSizes.assign(kSide * kSide, 1);
  for (int i = 0; i < kSide * kSide; ++i)
    plan.order.push_back(i);
  auto picture = std::make_shared<Picture>(runOf(1, kSide), plan);
  PictureView view;
  view.setPicture(picture);
  QSignalSpy changes(&view, &PictureView::advanced);
  for (int step = 0; step < kSide * kSide; ++step) {
    lpd::StepRecord record;
    record.step = record.firstIndex = step;
    record.positions = {step};
    record.tokens = {step % kVocab};
    record.elapsedMs = step;
    picture->addStep(record);
    view.refresh();
  }
  QTRY_COMPARE(view.stepsMade(), kSide * kSide);
  QVERIFY2(changes.size() < 50, qPrintable(QString::number(changes.size())));
  QCOMPARE(view.stepMs().size(), kSide * kSide);
  for (int step = 0; step < kSide * kSide; ++step)
    QCOMPARE(view.stepMs().at(step), static_cast<qreal>(step));
}

void StudioPicturesTest::describesAPatch() {
  const lpd::ImagePlan plan = knownPlan();
  auto picture = std::make_shared<Picture>(runOf(1), plan);
  picture->swatches = plainSwatches();
  for (int step = 0; step < 3; ++step)
    picture->addStep(stepOf(plan, step));
  PictureView view;
  view.setPicture(picture);

  const QVariantMap facts = view.cell(1).toMap();  // top row, middle: generated fourth
  QCOMPARE(facts["position"].toInt(), 1);
  QCOMPARE(facts["row"].toInt(), 1);
  QCOMPARE(facts["column"].toInt(), 2);
  QCOMPARE(facts["step"].toInt(), 3);
  QCOMPARE(facts["groupSize"].toInt(), 6);
  QCOMPARE(facts["number"].toInt(), 4);
  QCOMPARE(facts["pick"].toString(), QStringLiteral("proximity"));
  QCOMPARE(facts["support"].toDouble(), 2.0);
  QCOMPARE(facts["rank"].toInt(), 2);
  QCOMPARE(facts["candidates"].toInt(), 6);
  QCOMPARE(facts["nearest"].toDouble(), 1.5);
  QCOMPARE(facts["blockedBy"].toInt(), -1);
  QVERIFY(facts["made"].toBool());
  QCOMPARE(facts["token"].toInt(), 1);
  QCOMPARE(facts["probability"].toDouble(), 0.5);
  QCOMPARE(facts["entropy"].toDouble(), 1.25);

  const QVariantList neighbours = facts["neighbours"].toList();
  QCOMPARE(neighbours.size(), 2);  // the corner left of it and the centre; the others come in the same step
  QCOMPARE(neighbours[0].toMap()["position"].toInt(), 0);
  QCOMPARE(neighbours[0].toMap()["weight"].toDouble(), 1.0);
  QCOMPARE(neighbours[0].toMap()["step"].toInt(), 2);
  QCOMPARE(neighbours[1].toMap()["position"].toInt(), 4);
  QCOMPARE(neighbours[1].toMap()["step"].toInt(), 1);

  const QVariantList alternatives = facts["alternatives"].toList();
  QCOMPARE(alternatives.size(), 2);
  QCOMPARE(alternatives[1].toMap()["token"].toInt(), 2);
  QCOMPARE(alternatives[1].toMap()["probability"].toDouble(), 0.25);
  const QImage swatch = alternatives[1].toMap()["swatch"].value<QImage>();
  QCOMPARE(swatch.size(), QSize(4, 4));
  QCOMPARE(swatch.pixel(3, 3), qRgb(2, 4, 6));

  const QVariantMap spread = view.cell(2).toMap();
  QCOMPARE(spread["pickLabel"].toString(), QStringLiteral("Spread pick"));
  QCOMPARE(spread["blockedBy"].toInt(), 5);
  QCOMPARE(spread["deferredBy"].toInt(), 8);
  QCOMPARE(spread["deferredAtStep"].toInt(), 2);
}

void StudioPicturesTest::describesAPatchThatIsNotMadeYet() {
  const lpd::ImagePlan plan = knownPlan();
  auto picture = std::make_shared<Picture>(runOf(1), plan);
  picture->addStep(stepOf(plan, 0));
  PictureView view;
  view.setPicture(picture);
  const QVariantMap facts = view.cell(8).toMap();
  QVERIFY(!facts["made"].toBool());
  QCOMPARE(facts["step"].toInt(), 2);
  QCOMPARE(facts["token"].toInt(), -1);
  QVERIFY(facts["alternatives"].toList().isEmpty());
  QCOMPARE(facts["neighbours"].toList().size(), 1);
}

void StudioPicturesTest::hasNoFactsBeyondTheGrid() {
  PictureView view;
  QVERIFY(view.cell(0).isNull());
  view.setPicture(std::make_shared<Picture>(runOf(1), knownPlan()));
  QVERIFY(view.cell(-1).isNull());
  QVERIFY(view.cell(9).isNull());
  view.setSelectedPosition(9);
  QCOMPARE(view.selectedPosition(), -1);
}

void StudioPicturesTest::supportIsTheSumOfTheFinishedNeighbours() {
  lpd::OrderOptions options;
  options.grid = {16, 16};
  options.groupSizes = lpd::groupSizesFor(20, 256);
  options.seed = 5;
  const lpd::PlannedOrder planned = lpd::explainOrder(options);
  lpd::ImagePlan plan;
  plan.grid = options.grid;
  plan.order = planned.order;
  plan.groupSizes = options.groupSizes;
  plan.reasons = planned.reasons;
  PictureView view;
  view.setPicture(std::make_shared<Picture>(runOf(1, 16), plan));
  for (int position = 0; position < 256; ++position) {
    const QVariantMap facts = view.cell(position).toMap();
    double sum = 0;
    const QVariantList neighbours = facts["neighbours"].toList();
    for (const QVariant& neighbour : neighbours)
      sum += neighbour.toMap()["weight"].toDouble();
    QVERIFY2(std::abs(sum - facts["support"].toDouble()) < 1e-4, qPrintable(QString::number(position)));
  }
}

void StudioPicturesTest::measuresEveryPatchAsItIsMade() {
  lpd::ImagePlan plan = knownPlan();
  auto picture = std::make_shared<Picture>(runOf(1), plan);
  PictureView view;
  QVERIFY(view.support().isEmpty() && view.entropy().isEmpty());
  view.setPicture(picture);
  QCOMPARE(view.support().at(1), 2.0);  // generated fourth
  QCOMPARE(view.support().at(4), 0.0);
  QCOMPARE(view.entropy(), QList<qreal>(9, -1.0));
  QCOMPARE(view.largestEntropy(), 1.0);

  picture->addStep(stepOf(plan, 0));
  lpd::StepRecord second = stepOf(plan, 1);
  second.entropy = {2.25F, 3.5F};
  second.probability = {0.125F, 1.0F};
  picture->addStep(second);
  view.refresh();
  QTRY_COMPARE(view.stepsMade(), 2);
  QCOMPARE(view.entropy(), (QList<qreal>{2.25, -1, -1, -1, 1.25, -1, -1, -1, 3.5}));
  QCOMPARE(view.confidence(), (QList<qreal>{0.125, -1, -1, -1, 0.5, -1, -1, -1, 1}));
  QCOMPARE(view.largestEntropy(), 4.0);

  plan.reasons.clear();
  view.setPicture(std::make_shared<Picture>(runOf(1), plan));
  QVERIFY(view.support().isEmpty());  // nobody knows: not the same as none
  QCOMPARE(view.entropy(), QList<qreal>(9, -1.0));
}

void StudioPicturesTest::showsWhatStandsAtAPatch() {
  const lpd::ImagePlan plan = knownPlan();
  auto picture = std::make_shared<Picture>(runOf(1), plan);
  picture->swatches = plainSwatches();
  picture->addStep(stepOf(plan, 0));
  PictureView view;
  view.setPicture(picture);
  QVERIFY(view.cell(0).toMap()["look"].value<QImage>().isNull());
  QCOMPARE(view.cell(4).toMap()["look"].value<QImage>().pixel(1, 1), qRgb(4, 8, 12));
  picture->image = toQImage(finished(0).pixels);
  const QImage look = view.cell(0).toMap()["look"].value<QImage>();
  QCOMPARE(look.size(), QSize(16, 16));
  QCOMPARE(look.pixel(5, 7), qRgb(200, 0, 0));
  QCOMPARE(view.cell(0).toMap()["place"].toInt(), 1);
  QCOMPARE(view.cell(8).toMap()["place"].toInt(), 2);
  QCOMPARE(view.cell(6).toMap()["place"].toInt(), 6);
}

void StudioPicturesTest::knowsHowLocalTheOrderIs() {
  PictureView view;
  QVERIFY(view.locality().isEmpty());
  QCOMPARE(view.repulsion(), 0.0);
  auto run = std::make_shared<Run>(*runOf(1));
  run->request.plan.repulsion = 3;
  view.setPicture(std::make_shared<Picture>(run, knownPlan()));
  QCOMPARE(view.repulsion(), 3.0);
  const QVariantMap facts = view.locality();
  const QVariantList bySteps = facts["supportByStep"].toList();
  QCOMPARE(bySteps.size(), 3);
  QCOMPARE(bySteps[0].toDouble(), 0.0);
  QVERIFY(std::abs(bySteps[1].toDouble() - M_SQRT1_2) < 1e-6);  // two corners of the centre
  QVERIFY(std::abs(facts["beside"].toDouble() - 8.0 / 9) < 1e-6);
  run = std::make_shared<Run>(*run);
  run->request.plan.kind = lpd::OrderKind::Raster;
  view.setPicture(std::make_shared<Picture>(run, knownPlan()));
  QCOMPARE(view.repulsion(), 0.0);  // a raster order keeps nothing apart
}

QTEST_GUILESS_MAIN(StudioPicturesTest)
#include "test_studio_pictures.moc"
