// How fast the transformer is trained at the starter's size, and what bounds it: images a second and multiplications a
// second of whole steps, against plain matrix products of the same shapes in the same process.
#include "best_seconds.h"
#include "training/optim/adamw.h"
#include "training/optim/muon.h"
#include "training/run/memory_reuse.h"
#include "training/transformer/group_attention.h"
#include "training/transformer/trainable_transformer.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <thread>

using namespace lpd;
using namespace lpd::training;

namespace {

const TransformerConfig kStarter{
    .width = 256, .depth = 6, .heads = 4, .mlpHidden = 1024, .classCount = 28, .vocab = 2048, .tokens = 256};

/// Floating-point operations of the forward pass of one image: products and visible attention cells.
double forwardFlops(const TransformerConfig& c, const AttentionLayout& layout) {
  const double width = c.width, rows = layout.length(), queries = layout.queries();
  double cells = 0, queryCells = 0;
  for (int r = 0; r < layout.length(); ++r) {
    const auto& row = layout.row(r);
    cells += row.prefix + row.ownEnd - row.ownBegin;
    if (r >= layout.context()) queryCells += row.prefix + row.ownEnd - row.ownBegin;
  }
  const double behind = width * width + 2 * width * c.mlpHidden;  // projection and MLP
  double flops = 0;
  for (int i = 0; i < c.depth; ++i) {
    const bool last = i + 1 == c.depth;
    flops += 2 * rows * 3 * width * width + 2 * (last ? queries : rows) * behind;
    flops += 4 * width * (last ? queryCells : cells);
  }
  return flops + 2 * queries * width * c.vocab;
}

TeacherForcedBatch batchOf(int images, int steps) {
  TeacherForcedBatch batch;
  batch.tokens = at::randint(kStarter.vocab, {images, kStarter.tokens}, torch::kInt64);
  std::vector<torch::Tensor> orders;
  for (int i = 0; i < images; ++i)
    orders.push_back(at::randperm(kStarter.tokens, torch::kInt64));
  batch.orders = at::stack(orders);
  batch.labels = at::randint(kStarter.classCount, {images}, torch::kInt64);
  batch.groupSizes = groupSizesFor(steps, kStarter.tokens);
  return batch;
}

double productGflops(std::int64_t m, std::int64_t n, std::int64_t k) {
  const c10::InferenceMode inference;
  const auto a = at::randn({m, k}), b = at::randn({n, k});
  return 2e-9 * static_cast<double>(m) * static_cast<double>(n) * static_cast<double>(k) /
         bestSeconds(8, [&] { at::mm(a, b.t()); });
}

void showAttention(int steps) {
  const AttentionLayout layout(groupSizesFor(steps, kStarter.tokens));
  const int images = 8;
  const auto qkv = at::randn({images, layout.length(), 3 * kStarter.width}).requires_grad_();
  const auto both = [&](const std::function<torch::Tensor()>& attention) {
    return bestSeconds(4, [&] { attention().sum().backward(); }) / images * 1e3;
  };
  const double hand = both([&] { return groupAttention(qkv, layout, kStarter.heads, false, {}, 0); });
  const auto rounded = qkv.detach().to(torch::kBFloat16).requires_grad_();
  const double inBf16 = both([&] { return groupAttention(rounded, layout, kStarter.heads, false, {}, 0); });
  const double dense = both([&] { return denseGroupAttention(qkv, layout, kStarter.heads, false, 0); });
  std::printf(
      "attention, %3d steps: %5.2f ms an image and block by hand, %5.2f ms in bf16, %5.2f ms by LibTorch with the "
      "mask; %.2f of the square is computed\n",
      steps, hand, inBf16, dense, layout.density());
}

void showPasses(const TrainableTransformer& model, int images, int steps, bool bf16, double product) {
  const auto batch = batchOf(images, steps);
  PassOptions options;
  options.bf16 = bf16;
  const double seconds = bestSeconds(3, [&] { model.loss(batch, options).backward(); }) / images;
  const double flops = 3 * forwardFlops(kStarter, AttentionLayout(batch.groupSizes));
  std::printf(
      "passes of %2d images, %3d steps, %s: %5.1f images/s, %4.1f GFLOP an image, %3.0f GFLOP/s = %.0f %% of the "
      "fp32 products' rate\n",
      images, steps, bf16 ? "bf16" : "fp32", 1 / seconds, flops * 1e-9, flops * 1e-9 / seconds,
      flops * 1e-7 / seconds / product);
}

}  // namespace

int main(int argc, char** argv) {
  keepFreedMemory();  // as training does
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  const int threads = argc > 1 ? std::atoi(argv[1]) : static_cast<int>(std::thread::hardware_concurrency());
  at::set_num_threads(threads);
  const double product = std::max(productGflops(4000, 1024, 256), productGflops(4000, 256, 1024));
  std::printf("%d threads; matrix products of a block's shapes: %.0f GFLOP/s\n", threads, product);
  for (const int steps : {8, 20, 64, 256})
    showAttention(steps);

  const TrainableTransformer model(kStarter, torch::kCPU, 1);
  for (const bool bf16 : {false, true})
    for (const int images : {4, 8, 16})
      for (const int steps : {8, 20, 64})
        showPasses(model, images, steps, bf16, product);
  Muon muon(model.blockMatrices(), {});
  AdamW adam(model.otherParameters(), {});
  std::printf("an update of all weights: Muon %.0f ms, AdamW %.0f ms\n", 1e3 * bestSeconds(3, [&] { muon.step(1e-6); }),
              1e3 * bestSeconds(3, [&] { adam.step(1e-6); }));
  return 0;
}
