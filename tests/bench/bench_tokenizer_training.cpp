// How fast the tokenizer is trained at the starter's size, and what bounds it: the hand-written convolution and norm
// against LibTorch's in the same process, and whole passes. Usage: bench_tokenizer_training [THREADS].
#include "best_seconds.h"
#include "training/run/memory_reuse.h"
#include "training/tokenizer/norm_swish.h"
#include "training/tokenizer/trainable_tokenizer.h"
#include "training/tokenizer/winograd_convolution.h"

#include <ATen/Parallel.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <thread>

using namespace lpd;
using namespace lpd::training;

namespace {

constexpr std::int64_t kBatch = 8;

TokenizerConfig starter() {
  TokenizerConfig config;
  config.baseChannels = 32;
  config.encoderMultipliers = config.decoderMultipliers = {1, 1, 2, 4, 4};
  config.encoderBlocks = 1;
  config.decoderBlocks = 2;
  config.zChannels = 128;
  config.codebookSize = 2048;
  config.codebookDim = 8;
  config.normGroups = 8;
  return config;
}

/// Forward and backward of one operation, in ms a picture.
double bothWays(const torch::Tensor& x, const std::function<torch::Tensor()>& operation) {
  const auto upstream = torch::ones_like(operation());
  return bestSeconds(4, [&] { operation().backward(upstream); }) * 1e3 / static_cast<double>(x.size(0));
}

void showLayer(std::int64_t channels, std::int64_t side) {
  const auto leaf = [](const torch::Tensor& values) { return values.clone().requires_grad_(); };
  const auto planes = leaf(torch::randn({kBatch, channels, side, side}));
  const auto pixels = leaf(planes.detach().contiguous(torch::MemoryFormat::ChannelsLast));
  const auto taps = leaf(torch::randn({channels, channels, 3, 3})), bias = leaf(torch::randn({channels}));
  const double hand = bothWays(pixels, [&] { return winogradConvolution(pixels, taps, bias); });
  const double library = bothWays(planes, [&] { return at::conv2d(planes, taps, bias, {1, 1}, {1, 1}); });
  const double handNorm = bothWays(pixels, [&] { return normSwish(pixels, bias, bias, 8); });
  const double libraryNorm = bothWays(planes, [&] { return normSwishByTorch(planes, bias, bias, 8); });
  const double gflop = 3 * 18e-9 * static_cast<double>(channels * channels * side * side);
  std::printf(
      "%3d channels, %3d x %-3d  3x3 convolution %5.2f ms, LibTorch's %5.2f (%.1f x), as if %3.0f GFLOP/s; norm and "
      "swish %5.2f ms, LibTorch's %5.2f (%.1f x)\n",
      static_cast<int>(channels), static_cast<int>(side), static_cast<int>(side), hand, library, library / hand,
      gflop / hand * 1e3, handNorm, libraryNorm, libraryNorm / handNorm);
}

void showPasses(bool bf16) {
  const TrainableTokenizer network(starter(), 1, torch::kCPU, bf16);
  for (const std::int64_t side : {64, 128, 256}) {
    const std::int64_t batch = kBatch * (256 / side);
    const auto pictures = torch::rand({batch, 3, side, side}) * 2 - 1;
    const double seconds =
        bestSeconds(3, [&] { (network.decode(network.encode(pictures)) - pictures).abs().mean().backward(); });
    std::printf("passes of %2d crops of %3d pixels in %s: %.2f whole pictures/s\n", static_cast<int>(batch),
                static_cast<int>(side), bf16 ? "bf16" : "fp32",
                static_cast<double>(batch * side * side) / (256.0 * 256.0 * seconds));
  }
}

}  // namespace

int main(int argc, char** argv) {
  keepFreedMemory();  // as training does
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  const int threads = argc > 1 ? std::atoi(argv[1]) : static_cast<int>(std::thread::hardware_concurrency());
  at::set_num_threads(threads);
  std::printf("%d threads; forward and backward, a picture:\n", threads);
  showLayer(32, 256);
  showLayer(64, 128);
  showLayer(128, 64);
  showLayer(128, 16);
  showPasses(false);
  showPasses(true);
  return 0;
}
