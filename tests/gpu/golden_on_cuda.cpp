// The golden cases on a CUDA device, in fp32 against the fixtures and in bf16 without falling over. Exit status 77:
// there is no CUDA device.
#include "golden/golden_model.h"

#include <lpd/engine.h>
#include <lpd/error.h>

#include <algorithm>
#include <cstdio>

using namespace lpd;

namespace {

int failures = 0;

void expect(bool holds, const std::string& what) {
  if (holds) return;
  ++failures;
  std::printf("FAILED: %s\n", what.c_str());
}

void matchesTheFixtures(const GoldenModel& model) {
  const auto engine = Engine::load(model.info(), {"cuda", Precision::Fp32, 0});
  std::printf("%s, %s\n", engine->runtime().deviceName.c_str(), engine->runtime().reason.c_str());
  for (const auto& golden : model.cases()) {
    GenerationObserver observer;
    observer.onImage = [&](const GeneratedImage& image) {
      const auto name = golden.name + ", image " + std::to_string(image.image);
      expect(image.tokens == golden.tokens[image.image], name + ": tokens");
      expect(largestLogitError(model, golden, image) <= 1e-3, name + ": logits");
      expect(largestPixelError(model, golden, image) <= 1.0, name + ": pixels");
    };
    engine->generate(golden.request, observer);
  }
}

void generatesInBf16(const GoldenModel& model) {
  const auto engine = Engine::load(model.info(), {"cuda", Precision::Bf16, 0});
  const auto& golden = model.cases().front();
  int images = 0;
  GenerationObserver observer;
  observer.onImage = [&](const GeneratedImage& image) {
    ++images;
    // The first position saw no generated token: only rounding separates it from the fixture.
    const auto want = model.floats(golden.name + ".logits_gen_order");
    const std::size_t vocab = image.logits.size() / image.tokens.size();
    const float* first = want.data() + image.image * want.size() / 2;
    double error = 0;
    for (std::size_t i = 0; i < vocab; ++i)
      error = std::max(error, std::abs(double{image.logits[i]} - first[i]));
    expect(error < 0.3, "bf16 logits of the first position");
  };
  engine->generate(golden.request, observer);
  expect(images == 2, "bf16 makes both images");
}

}  // namespace

int main() {
  const auto devices = listDevices();
  if (std::none_of(devices.begin(), devices.end(), [](const auto& d) { return d.id.starts_with("cuda"); })) {
    std::puts("no CUDA device");
    return 77;
  }
  try {
    const GoldenModel model(LPD_TEST_DATA "/golden");
    matchesTheFixtures(model);
    generatesInBf16(model);
  } catch (const std::exception& problem) {
    expect(false, problem.what());
  }
  return failures == 0 ? 0 : 1;
}
