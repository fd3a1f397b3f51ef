// Seconds of one image: transformer at 20, 64 and 256 steps, and decoding. Usage: bench_decode [MODEL_FOLDER [BATCH
// [PRECISION]]]; without a folder, the default model where it is installed.
#include <lpd/engine.h>
#include <lpd/error.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace lpd;
using Clock = std::chrono::steady_clock;

namespace {

double milliseconds(Clock::time_point since) {
  return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
}

struct Timing {
  double transformer = 1e9, decode = 1e9, total = 1e9, firstStep = 1e9;  ///< ms, best of several runs
};

Timing measure(Engine& engine, int steps, int batch) {
  Timing best;
  for (int run = 0; run < 5; ++run) {
    GenerationRequest request;
    request.classes.assign(batch, 0);
    request.batchSize = batch;
    request.plan.steps = steps;
    request.guidance.scale = 5;
    request.sampling.temperature = 0.8;
    const auto start = Clock::now();
    double firstStep = 0;
    GenerationObserver observer;
    observer.onStep = [&](const StepRecord&) {
      if (firstStep == 0) firstStep = milliseconds(start);
    };
    const auto result = engine.generate(request, observer);
    best.transformer = std::min(best.transformer, result.seconds.transformer * 1000);
    best.decode = std::min(best.decode, result.seconds.decode * 1000);
    best.total = std::min(best.total, result.seconds.total * 1000);
    best.firstStep = std::min(best.firstStep, firstStep);
  }
  return best;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const auto model = findModel(argc > 1 ? argv[1] : "", ModelSearchPath::standard());
    const int batch = argc > 2 ? std::max(1, std::atoi(argv[2])) : 1;
    const auto loading = Clock::now();
    EngineOptions options;
    if (argc > 3) options.precision = parsePrecision(argv[3]);
    const auto engine = Engine::load(model, options);
    std::printf("%s on %s in %s, %d threads, loaded in %.0f ms, batch %d\n", model.name.c_str(),
                engine->runtime().deviceName.c_str(), std::string(toString(engine->runtime().precision)).c_str(),
                engine->runtime().threads, milliseconds(loading), batch);
    double fewest = 0;
    for (int steps : {20, 64, 256}) {
      steps = std::min(steps, model.grid.count());
      const auto best = measure(*engine, steps, batch);
      if (fewest == 0) fewest = best.transformer;
      std::printf(
          "%3d steps: first step after %5.1f ms, transformer %6.1f ms (%.1f x), decode %5.1f ms, total %6.1f ms\n",
          steps, best.firstStep, best.transformer, best.transformer / fewest, best.decode, best.total);
    }
  } catch (const Error& error) {
    std::printf("%s\n", error.what());
    return error.code() == ErrorCode::NotFound ? 0 : 1;
  }
  return 0;
}
