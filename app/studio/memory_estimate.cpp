#include "memory_estimate.h"

#include <lpd/weights.h>

#include <algorithm>
#include <string_view>

namespace lpd::studio {

namespace {

/// Tables that are looked up, not multiplied, stay fp32 whatever the precision.
bool isTable(std::string_view name) {
  constexpr std::string_view kTables[] = {"class_emb.weight", "token_emb.weight", "fake_latent",
                                          "mask_token",       "pos_embed",        "quantize.embedding.weight"};
  return std::find(std::begin(kTables), std::end(kTables), name) != std::end(kTables);
}

std::uint64_t heldBytes(const std::vector<TensorInfo>& tensors, Precision precision) {
  std::uint64_t bytes = 0;
  for (const TensorInfo& tensor : tensors) {
    const bool multiplied = tensor.shape.size() >= 2 && !isTable(tensor.name);
    const std::uint64_t width = multiplied && precision == Precision::Bf16 ? 2 : 4;
    bytes += static_cast<std::uint64_t>(tensor.elements()) * width;
  }
  return bytes;
}

std::uint64_t cacheBytes(const ModelInfo& model, const MemoryUse& use) {
  const auto& t = model.transformer;
  const std::uint64_t width = use.cuda && use.precision == Precision::Bf16 ? 2 : 4;  // on CPUs the cache is fp32
  const std::uint64_t sequences = static_cast<std::uint64_t>(use.images) * (use.guided ? 2 : 1);
  return 2 * width * static_cast<std::uint64_t>(t.depth) * sequences * static_cast<std::uint64_t>(t.width) *
         static_cast<std::uint64_t>(model.grid.count() + 1);
}

/// A step's widest results: the inner layer and the logits of its largest group, as they come and once more sorted.
std::uint64_t stepBytes(const ModelInfo& model, const MemoryUse& use) {
  const auto& t = model.transformer;
  const int largestGroup = 2 * model.grid.count() / std::max(1, std::min(model.recommended.steps, model.grid.count()));
  const std::uint64_t rows = static_cast<std::uint64_t>(largestGroup) * static_cast<std::uint64_t>(use.images);
  return 4 * rows * (use.guided ? 2 : 1) * static_cast<std::uint64_t>(2 * t.vocab + 4 * t.width + t.mlpHidden);
}

/// The decoder's last level, one picture at a time: a residual block holds its input and that input padded, its
/// shortcut and its result, each as large as the picture.
std::uint64_t decoderBytes(const ModelInfo& model) {
  const auto& levels = model.tokenizer.decoderMultipliers;
  if (levels.empty()) return 0;
  const int out = levels[0];
  const int in = levels.size() > 1 ? levels[1] : out;
  const std::uint64_t pixels =
      static_cast<std::uint64_t>(model.imageSize) * static_cast<std::uint64_t>(model.imageSize);
  return 4 * pixels * static_cast<std::uint64_t>(model.tokenizer.baseChannels) *
         static_cast<std::uint64_t>(2 * in + 2 * out);
}

}  // namespace

int imagesTogether(int images, bool cuda) {
  if (cuda) return std::clamp(images, 1, 64);
  return images < 8 ? 1 : 4;
}

MemoryEstimate estimateMemory(const ModelInfo& model, const MemoryUse& use) {
  return {.weights = heldBytes(transformerTensors(model.transformer), use.precision) +
                     heldBytes(tokenizerTensors(model.tokenizer), use.precision),
          .cache = cacheBytes(model, use),
          .working = std::max(stepBytes(model, use), decoderBytes(model))};
}

}  // namespace lpd::studio
