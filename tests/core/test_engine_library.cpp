// The engine as a shared library: opened when it is first needed, and no different from one that is linked.
#include "engine_library/engine_library.h"
#include "golden/golden_model.h"

#include <QtTest/QtTest>

#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

using namespace lpd;

namespace {

bool isTorchLoaded() {
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);)
    if (line.find("/libtorch") != std::string::npos) return true;
  return false;
}

std::unique_ptr<Engine> load(const ModelInfo& model) {
  return Engine::load(model, {"cpu", Precision::Fp32, 1});
}

/// Runs `work`, which must throw an lpd::Error of this kind. It says how to mend it where `hinted`.
template <typename Work>
void expectError(ErrorCode code, bool hinted, Work work) {
  try {
    work();
  } catch (const Error& error) {
    QCOMPARE(error.code(), code);
    QVERIFY(!QString(error.what()).isEmpty());
    QVERIFY(!QString(error.what()).contains('\n'));
    if (hinted) QVERIFY(!error.hint().empty());
    return;
  }
  QFAIL("nothing was thrown");
}

struct ObserverProblem {
  int image;
};

}  // namespace

class TestEngineLibrary : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { golden_ = std::make_unique<GoldenModel>(LPD_TEST_DATA "/golden"); }

  void saysThatTheLibraryIsMissing() {
    expectError(ErrorCode::NotFound, true, [] { openEngineLibrary("/nowhere/liblpd_engine.so"); });
  }

  void refusesALibraryThatIsNoEngine() {
    expectError(ErrorCode::Unsupported, true, [] { openEngineLibrary("libm.so.6"); });
  }

  void refusesTheEngineOfAnotherBuild() {
    expectError(ErrorCode::Unsupported, true, [] { openEngineLibrary(LPD_FOREIGN_ENGINE); });
  }

  void loadsNothingBeforeItIsNeeded() { QVERIFY(!isTorchLoaded()); }

  void isOpenedOnceByManyThreads() {
    std::vector<std::vector<DeviceInfo>> lists(4);
    std::vector<std::jthread> threads;
    for (auto& list : lists)
      threads.emplace_back([&list] { list = listDevices(); });
    threads.clear();
    for (const auto& list : lists)
      QCOMPARE(QString::fromStdString(list.front().id), QString("cpu"));
    QVERIFY(isTorchLoaded());
  }

  void throwsErrorsThatAreCaughtByTheirType() {
    const ScratchFolder folder;
    auto missing = golden_->info();
    missing.folder = folder.path();
    expectError(ErrorCode::NotFound, false, [&] { load(missing); });
    std::filesystem::copy(golden_->info().folder, folder.path(), std::filesystem::copy_options::recursive);
    std::ofstream(missing.transformerFile(), std::ios::trunc) << "these are no weights";
    expectError(ErrorCode::InvalidFile, false, [&] { load(missing); });
    expectError(ErrorCode::Usage, true, [&] { Engine::load(golden_->info(), {"abacus"}); });
    const auto engine = load(golden_->info());
    expectError(ErrorCode::Usage, false, [&] { engine->decode({8, 8}, {1, 2, 3}); });
  }

  void makesWhatTheReleasedCodeMade() {
    const auto engine = load(golden_->info());
    QCOMPARE(engine->model().name, golden_->info().name);
    QCOMPARE(engine->runtime().device, std::string("cpu"));
    QVERIFY(!golden_->cases().empty());
    for (const auto& golden : golden_->cases()) {
      std::vector<std::vector<int>> tokens(golden.tokens.size());
      GenerationObserver observer;
      observer.onImage = [&](const GeneratedImage& image) { tokens.at(image.image) = image.tokens; };
      engine->generate(golden.request, observer);
      QCOMPARE(tokens, golden.tokens);
    }
  }

  void stopsWhenAsked() {
    const auto engine = load(golden_->info());
    std::stop_source stop;
    int steps = 0;
    GenerationObserver observer;
    observer.onStep = [&](const StepRecord&) {
      ++steps;
      stop.request_stop();
    };
    const auto result = engine->generate(golden_->cases().front().request, observer, stop.get_token());
    QVERIFY(result.cancelled);
    QCOMPARE(result.images, 0);
    QVERIFY(steps >= 1 && steps <= static_cast<int>(golden_->cases().front().tokens.size()));
  }

  void letsAnObserversExceptionThrough() {
    const auto engine = load(golden_->info());
    GenerationObserver observer;
    observer.onPlan = [](const ImagePlan& plan) { throw ObserverProblem{plan.image}; };
    int image = -1;
    try {
      engine->generate(golden_->cases().front().request, observer);
    } catch (const ObserverProblem& problem) {
      image = problem.image;
    }
    QCOMPARE(image, 0);
  }

 private:
  std::unique_ptr<GoldenModel> golden_;
};

QTEST_GUILESS_MAIN(TestEngineLibrary)
#include "test_engine_library.moc"
