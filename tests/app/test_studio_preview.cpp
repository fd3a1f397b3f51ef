#include "app/studio_fixture.h"
#include "live_preview.h"
#include "picture_list.h"
#include "picture_view.h"

#include <QtCore/QThread>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace lpd::studio;

class StudioPreviewTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void startsNoDecodeBeforeItsCostIsKnown();
  void spendsASmallShareOfTheTime();
  void decodesTheNewestStepOnce();
  void staysQuietWhenTurnedOffOrRacing_data();
  void staysQuietWhenTurnedOffOrRacing();
  void dropsAPreviewOfAnotherRun();
  void showsThePreviewUntilThePictureIsThere();
  void cleanupTestCase();

 private:
  lpd::StepRecord step(int index, int image = 0) const;
  lpd::GeneratedImage finishedImage() const;

  QTemporaryDir m_folder;
  std::shared_ptr<lpd::Engine> m_engine;
  QThread m_thread;
  PreviewWorker* m_worker = nullptr;
};

void StudioPreviewTest::initTestCase() {
  m_engine = lpd::Engine::load(lpd::studio::test::importTinyModel(m_folder.path()));
  m_worker = new PreviewWorker;
  m_worker->moveToThread(&m_thread);
  connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
  m_thread.start();
}

void StudioPreviewTest::cleanupTestCase() {
  m_thread.quit();
  m_thread.wait();
}

/// Step `index` makes position `index`, token 1.
lpd::StepRecord StudioPreviewTest::step(int index, int image) const {
  lpd::StepRecord record;
  record.image = image;
  record.step = record.firstIndex = index;
  record.positions = {index};
  record.tokens = {1};
  return record;
}

lpd::GeneratedImage StudioPreviewTest::finishedImage() const {
  lpd::GeneratedImage image;
  image.tokens.assign(static_cast<std::size_t>(m_engine->model().grid.count()), 1);
  image.pixels = lpd::Image(8, 8);
  return image;
}

void StudioPreviewTest::startsNoDecodeBeforeItsCostIsKnown() {
  PreviewBudget budget;
  budget.beginRun();
  QVERIFY(!budget.allows(1e9));
  budget.learn(10);
  QVERIFY(budget.allows(1e9));
}

void StudioPreviewTest::spendsASmallShareOfTheTime() {
  PreviewBudget budget;
  budget.learn(10);
  budget.beginRun();
  QVERIFY(!budget.allows(799));
  QVERIFY(budget.allows(800));
  budget.spend(20);  // took longer than thought: that counts, and so will the next
  QVERIFY(!budget.allows(3199));
  QVERIFY(budget.allows(3200));
  double spent = 0;
  budget.beginRun();
  for (int ms = 0; ms < 60'000; ++ms)
    if (budget.allows(ms)) {
      budget.spend(20);
      spent += 20;
    }
  QVERIFY(spent > 0.01 * 60'000 && spent <= PreviewBudget::kShare * 60'000);
}

void StudioPreviewTest::decodesTheNewestStepOnce() {
  LivePreview preview(*m_worker);
  QSignalSpy made(&preview, &LivePreview::made);
  preview.setEngine(m_engine);
  preview.beginRun(1, true);
  preview.stepMade(step(0));
  preview.imageMade(finishedImage());  // milliseconds after its last step: now a decode's cost is known
  preview.stepMade(step(0, 1));
  QTest::qWait(200);
  for (int index = 1; index < 4; ++index)
    preview.stepMade(step(index, 1));
  QVERIFY(made.wait(20000));
  QTest::qWait(100);
  QCOMPARE(made.count(), 1);  // never two at once
  QCOMPARE(made[0][0].toInt(), 1);
  QCOMPARE(made[0][1].toInt(), 2);
  const QImage image = made[0][2].value<QImage>();
  QCOMPARE(image.width(), m_engine->model().imageSize);
  std::vector<int> tokens(static_cast<std::size_t>(m_engine->model().grid.count()), -1);
  tokens[0] = tokens[1] = 1;
  QCOMPARE(image, toQImage(m_engine->decodePartial(m_engine->model().grid, tokens)));
}

void StudioPreviewTest::staysQuietWhenTurnedOffOrRacing_data() {
  QTest::addColumn<bool>("enabled");
  QTest::addColumn<bool>("forPictures");
  QTest::newRow("off") << false << true;
  QTest::newRow("race") << true << false;
}

void StudioPreviewTest::staysQuietWhenTurnedOffOrRacing() {
  QFETCH(bool, enabled);
  QFETCH(bool, forPictures);
  LivePreview preview(*m_worker);
  QSignalSpy made(m_worker, &PreviewWorker::made);
  preview.setEngine(m_engine);
  preview.setEnabled(enabled);
  preview.beginRun(1, forPictures);
  preview.stepMade(step(0));
  preview.imageMade(finishedImage());
  preview.stepMade(step(0, 1));
  QTest::qWait(200);
  preview.stepMade(step(1, 1));
  QTest::qWait(200);
  QCOMPARE(made.count(), 0);
}

void StudioPreviewTest::dropsAPreviewOfAnotherRun() {
  LivePreview preview(*m_worker);
  QSignalSpy made(&preview, &LivePreview::made);
  QSignalSpy decoded(m_worker, &PreviewWorker::made);
  preview.setEngine(m_engine);
  preview.beginRun(1, true);
  preview.stepMade(step(0));
  preview.imageMade(finishedImage());
  preview.stepMade(step(0, 1));
  QTest::qWait(200);
  preview.stepMade(step(1, 1));
  preview.endRun();
  preview.beginRun(2, true);
  QVERIFY(decoded.wait(20000));
  QTest::qWait(50);
  QCOMPARE(made.count(), 0);
}

void StudioPreviewTest::showsThePreviewUntilThePictureIsThere() {
  auto run = std::make_shared<Run>();
  run->model = lpd::studio::test::describedModel(2);
  run->request.classes = {0};
  lpd::ImagePlan plan;
  plan.grid = {2, 2};
  plan.order = {0, 1, 2, 3};
  plan.groupSizes = {1, 3};
  PictureList list;
  PictureView view;
  connect(&list, &PictureList::currentChanged, &view, [&] { view.setPicture(list.currentPicture()); });
  connect(&list, &PictureList::advanced, &view, &PictureView::refresh);
  list.beginRun(run);
  list.addPicture(plan);
  list.addStep(step(0));
  QImage pixels(32, 32, QImage::Format_RGB32);
  pixels.fill(Qt::red);
  list.showPreview(0, 1, pixels);
  QTRY_COMPARE(view.previewSteps(), 1);
  QCOMPARE(view.preview(), pixels);
  QVERIFY(view.image().isNull() && !view.finished());
  lpd::GeneratedImage image;
  image.tokens = {1, 1, 1, 1};
  image.pixels = lpd::Image(32, 32);
  list.finishPicture(image);
  QTRY_VERIFY(view.finished());
  QCOMPARE(view.previewSteps(), 0);
  QVERIFY(view.preview().isNull());
  list.showPreview(0, 1, pixels);  // came too late
  QTest::qWait(50);
  QCOMPARE(view.previewSteps(), 0);
}

QTEST_GUILESS_MAIN(StudioPreviewTest)
#include "test_studio_preview.moc"
