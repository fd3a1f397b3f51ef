// What decoding a picture while it is made costs: the same runs with previews on and off, in turns, as the window asks
// for them. Usage: bench_preview [MODEL_FOLDER [PAIRS]]; without a folder, the default model where it is installed.
// Generation never waits for a decode, so a run cannot grow by more than its decodes take, and that is what must stay
// below 3 %: whole runs differ by more from one to the next on a machine that is not alone.
#include "generation_controller.h"
#include "plan_settings.h"

#include <lpd/error.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace lpd;
using namespace lpd::studio;

namespace {

constexpr double kMostShare = 0.03;

bool waitReady(GenerationController& controller) {
  QEventLoop loop;
  QObject::connect(&controller, &GenerationController::stateChanged, &loop, [&] {
    if (controller.state() == GenerationController::State::Ready) loop.exit(0);
    if (controller.state() == GenerationController::State::NoModel) loop.exit(1);
  });
  return loop.exec() == 0;
}

/// Milliseconds of one run.
double timeOfRun(GenerationController& controller, bool previews) {
  controller.setLivePreviews(previews);
  QElapsedTimer clock;
  clock.start();
  controller.generate();
  waitReady(controller);
  return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

}  // namespace

int main(int argc, char** argv) {
  const QCoreApplication app(argc, argv);
  try {
    const ModelInfo model = findModel(argc > 1 ? argv[1] : "", ModelSearchPath::standard());
    const int pairs = argc > 2 ? std::max(1, std::atoi(argv[2])) : 2;
    PlanSettings plan;
    plan.setModel(model);
    plan.setSteps(plan.tokenCount());
    plan.setImageCount(32);
    plan.setSeed(1);
    plan.setSeedLocked(true);
    GenerationController controller(plan);
    int previews = 0;
    QObject::connect(&controller, &GenerationController::previewMade, &app, [&] { ++previews; });
    controller.load(model);
    if (!waitReady(controller)) return 1;
    timeOfRun(controller, false);  // warms up, and tells what a decode takes
    double on = 1e18, off = 1e18, share = 0;
    for (int pair = 0; pair < pairs; ++pair) {
      off = std::min(off, timeOfRun(controller, false));
      const double ms = timeOfRun(controller, true);
      on = std::min(on, ms);
      share = std::max(share, controller.previewMs() / ms);
    }
    std::printf(
        "%s, %d pictures of %d steps: %.1f previews a run, at most %.1f %% of its time; best of %d runs without "
        "%.0f ms, with %.0f ms\n",
        model.name.c_str(), plan.imageCount(), plan.steps(), static_cast<double>(previews) / pairs, 100 * share, pairs,
        off, on);
    return previews > 0 && share <= kMostShare ? 0 : 1;
  } catch (const Error& error) {
    std::printf("%s\n", error.what());
    return error.code() == ErrorCode::NotFound ? 0 : 1;
  }
}
