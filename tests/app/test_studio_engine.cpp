#include "app/studio_fixture.h"
#include "engine_settings.h"
#include "idle_rest.h"
#include "memory_estimate.h"
#include "studio_app.h"

#include <lpd/weights.h>

#include <QtCore/QFile>
#include <QtCore/QSettings>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace lpd::studio;
using lpd::Precision;
using State = GenerationController::State;

class StudioEngineTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void estimatesTheReleasedModel();
  void estimatesGrowWithWhatIsDecodedTogether();
  void remembersWhatToComputeOn();
  void ignoresStoredSettingsThatCannotBe();
  void offersADeviceThatIsGoneAsSuch();
  void saysWhatTheProgramHolds();
  void loadsTheModelAgainWithOtherOptions();
  void explainsADeviceThatIsNotThere();
  void restsWhenIdleAndComesBackForTheNextPicture();
  void neverRestsUnlessAsked();
  void estimatesForWhatIsSet();

 private:
  StudioOptions options() const;
  static bool waitFor(const StudioApp& app, State state);

  QTemporaryDir m_folder;
};

namespace {

/// LPD-L at 256 px with the released tokenizer.
lpd::ModelInfo releasedL() {
  lpd::ModelInfo model;
  model.imageSize = 256;
  model.grid = {16, 16};
  model.transformer = {1024, 24, 16, 4096, 1000, 16384, 256};
  model.tokenizer = {128, {1, 1, 2, 2, 4}, {1, 1, 2, 2, 4}, 2, 3, 256, 16384, 8, 32};
  return model;
}

}  // namespace

void StudioEngineTest::initTestCase() {
  test::importTinyModel(m_folder.path(), "tiny");
}

StudioOptions StudioEngineTest::options() const {
  const QString name = QString::fromLatin1(QTest::currentTestFunction()) + QStringLiteral(".ini");
  return {.model = QStringLiteral("tiny"),
          .modelsFolder = m_folder.path(),
          .historyFolder = m_folder.filePath(QStringLiteral("history")),
          .settingsFile = m_folder.filePath(name),
          .presetsFolder = {}};
}

bool StudioEngineTest::waitFor(const StudioApp& app, State state) {
  return QTest::qWaitFor([&] { return const_cast<StudioApp&>(app).controller()->state() == state; }, 30000);
}

void StudioEngineTest::estimatesTheReleasedModel() {
  const lpd::ModelInfo model = releasedL();
  const MemoryEstimate full = estimateMemory(model, {});
  std::uint64_t elements = 0;
  for (const auto& tensors : {lpd::transformerTensors(model.transformer), lpd::tokenizerTensors(model.tokenizer)})
    for (const lpd::TensorInfo& tensor : tensors)
      elements += static_cast<std::uint64_t>(tensor.elements());
  QCOMPARE(full.weights, 4 * elements);
  // 24 blocks, keys and values, two sequences of 257 positions, 1024 numbers of 4 bytes
  QCOMPARE(full.cache, std::uint64_t{24} * 2 * 2 * 257 * 1024 * 4);
  QCOMPARE(full.working, std::uint64_t{256} * 256 * 128 * 4 * 4);
  QCOMPARE(full.total(), full.weights + full.cache + full.working);

  const MemoryEstimate half = estimateMemory(model, {.precision = Precision::Bf16});
  QCOMPARE(half.cache, full.cache);  // a CPU keeps it in fp32
  QVERIFY(half.weights > full.weights / 2 && half.weights < full.weights * 56 / 100);
  QCOMPARE(estimateMemory(model, {.cuda = true, .precision = Precision::Bf16}).cache, full.cache / 2);
}

void StudioEngineTest::estimatesGrowWithWhatIsDecodedTogether() {
  const lpd::ModelInfo model = releasedL();
  const auto cache = [&](int images, bool guided) {
    return estimateMemory(model, {.images = images, .guided = guided}).cache;
  };
  QCOMPARE(cache(1, true), 2 * cache(1, false));
  QCOMPARE(cache(4, false), 4 * cache(1, false));
  QCOMPARE(imagesTogether(1, false), 1);
  QCOMPARE(imagesTogether(4, false), 1);  // one after the other shows the first soonest
  QCOMPARE(imagesTogether(8, false), 4);
  QCOMPARE(imagesTogether(8, true), 8);
}

void StudioEngineTest::remembersWhatToComputeOn() {
  QSettings settings(m_folder.filePath(QStringLiteral("engine.ini")), QSettings::IniFormat);
  {
    EngineSettings engine(settings);
    QCOMPARE(engine.device(), QStringLiteral("auto"));
    QCOMPARE(engine.precision(), QStringLiteral("auto"));
    QCOMPARE(engine.threads(), 0);
    QCOMPARE(engine.restMinutes(), 0);
    QSignalSpy changes(&engine, &EngineSettings::optionsChanged);
    engine.setDevice(QStringLiteral("cpu"));
    engine.setPrecision(QStringLiteral("bf16"));
    engine.setThreads(1);
    engine.setRestMinutes(15);
    QCOMPARE(changes.size(), 3);
    engine.setDevice(QStringLiteral("abacus"));
    engine.setPrecision(QStringLiteral("fp3"));
    engine.setThreads(1);
    QCOMPARE(changes.size(), 3);
    engine.setRestMinutes(-4);
    QCOMPARE(engine.restMinutes(), 0);
    engine.setRestMinutes(15);
  }
  settings.sync();
  QSettings again(settings.fileName(), QSettings::IniFormat);
  const EngineSettings engine(again);
  QCOMPARE(engine.device(), QStringLiteral("cpu"));
  QVERIFY(engine.options().precision == Precision::Bf16);
  QCOMPARE(engine.threads(), 1);
  QCOMPARE(engine.restMinutes(), 15);
}

void StudioEngineTest::ignoresStoredSettingsThatCannotBe() {
  QFile file(m_folder.filePath(QStringLiteral("odd.ini")));
  QVERIFY(file.open(QFile::WriteOnly));
  file.write("[engine]\ndevice=abacus\nprecision=fp3\nthreads=-7\nrestMinutes=soon\n");
  file.close();
  QSettings settings(file.fileName(), QSettings::IniFormat);
  const EngineSettings engine(settings);
  QCOMPARE(engine.device(), QStringLiteral("auto"));
  QCOMPARE(engine.precision(), QStringLiteral("auto"));
  QCOMPARE(engine.threads(), 0);
  QCOMPARE(engine.restMinutes(), 0);
}

void StudioEngineTest::offersADeviceThatIsGoneAsSuch() {
  QSettings settings(m_folder.filePath(QStringLiteral("gone.ini")), QSettings::IniFormat);
  EngineSettings engine(settings);
  QCOMPARE(engine.devices().size(), 2);
  engine.setDevices({{"cpu", "Some CPU", 8'000'000'000}, {"cuda:0", "Some card", 24'000'000'000}});
  QCOMPARE(engine.devices().size(), 3);
  QCOMPARE(engine.devices()[2].toMap().value("detail").toString(), QStringLiteral("Some card · 24.0 GB"));
  QCOMPARE(engine.memoryOf(QStringLiteral("cuda:0")), quint64{24'000'000'000});
  engine.setDevice(QStringLiteral("cuda:3"));
  QCOMPARE(engine.devices().size(), 4);
  QCOMPARE(engine.devices()[3].toMap().value("detail").toString(), QStringLiteral("Not found on this computer"));
}

void StudioEngineTest::saysWhatTheProgramHolds() {
  QSettings settings(m_folder.filePath(QStringLiteral("held.ini")), QSettings::IniFormat);
  const QString held = EngineSettings(settings).memoryInUse();
  QVERIFY2(held.endsWith(" MB") || held.endsWith(" GB"), qPrintable(held));
}

void StudioEngineTest::loadsTheModelAgainWithOtherOptions() {
  StudioApp app(options());
  app.start();
  QVERIFY(waitFor(app, State::Ready));
  QSignalSpy loads(app.controller(), &GenerationController::modelReady);
  const Precision other = app.controller()->runtime().precision == Precision::Fp32 ? Precision::Bf16 : Precision::Fp32;
  app.engine()->setPrecision(other == Precision::Bf16 ? QStringLiteral("bf16") : QStringLiteral("fp32"));
  QTRY_COMPARE_WITH_TIMEOUT(loads.size(), 1, 30000);
  QVERIFY(app.controller()->runtime().precision == other);
  QVERIFY(app.models()->deviceText().endsWith(app.engine()->precision()));
  app.engine()->setThreads(1);
  QTRY_COMPARE_WITH_TIMEOUT(loads.size(), 2, 30000);
  QCOMPARE(app.controller()->runtime().threads, 1);
}

void StudioEngineTest::explainsADeviceThatIsNotThere() {
  StudioApp app(options());
  app.start();
  QVERIFY(waitFor(app, State::Ready));
  app.engine()->setDevice(QStringLiteral("cuda:63"));
  QTRY_COMPARE_WITH_TIMEOUT(app.models()->state(), ModelLibrary::State::Failed, 30000);
  QVERIFY2(app.models()->problem().contains("CUDA"), qPrintable(app.models()->problem()));
  QCOMPARE(app.models()->problemHint(), QStringLiteral("Choose another device in the settings"));
  QVERIFY(!app.queue()->canEnqueue());
  app.engine()->setDevice(QStringLiteral("auto"));
  QTRY_COMPARE_WITH_TIMEOUT(app.models()->state(), ModelLibrary::State::Ready, 30000);
  QVERIFY2(app.queue()->canEnqueue(), qPrintable(app.queue()->blockedReason()));
}

void StudioEngineTest::restsWhenIdleAndComesBackForTheNextPicture() {
  StudioApp app(options());
  IdleRest hurried(*app.engine(), *app.controller(), 20);  // ms a minute
  app.start();
  QVERIFY(waitFor(app, State::Ready));
  app.engine()->setRestMinutes(1);
  QVERIFY(waitFor(app, State::Resting));
  QCOMPARE(app.models()->state(), ModelLibrary::State::Resting);
  QVERIFY2(app.queue()->canEnqueue(), qPrintable(app.queue()->blockedReason()));
  QTest::qWait(60);
  QCOMPARE(app.controller()->state(), State::Resting);  // nothing loads it unasked
  app.plan()->setSteps(8);
  app.queue()->enqueue();
  QTRY_COMPARE_WITH_TIMEOUT(app.pictures()->count(), 1, 30000);
  QTRY_VERIFY_WITH_TIMEOUT(app.picture()->finished(), 30000);
  QVERIFY(waitFor(app, State::Resting));
}

void StudioEngineTest::neverRestsUnlessAsked() {
  StudioApp app(options());
  const IdleRest hurried(*app.engine(), *app.controller(), 1);
  app.start();
  QVERIFY(waitFor(app, State::Ready));
  QTest::qWait(80);
  QCOMPARE(app.controller()->state(), State::Ready);
}

void StudioEngineTest::estimatesForWhatIsSet() {
  StudioApp app(options());
  app.start();
  QVERIFY(waitFor(app, State::Ready));
  const auto detail = [&] {
    const QModelIndex row = app.models()->index(app.models()->currentIndex());
    return app.models()->data(row, ModelLibrary::MemoryDetailRole).toString();
  };
  app.plan()->setClassIndex(2);
  app.plan()->setGuidance(3);
  QTRY_VERIFY2(detail().contains("one picture at once with guidance"), qPrintable(detail()));
  app.plan()->setGuidance(1);
  QTRY_VERIFY(!detail().contains("guidance"));
  app.engine()->setPrecision(QStringLiteral("bf16"));
  QTRY_VERIFY(detail().contains("in bf16"));
  const QModelIndex row = app.models()->index(app.models()->currentIndex());
  QVERIFY(!app.models()->data(row, ModelLibrary::TightRole).toBool());
}

QTEST_GUILESS_MAIN(StudioEngineTest)
#include "test_studio_engine.moc"
