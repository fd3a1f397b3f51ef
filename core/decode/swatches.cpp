#include "decode/swatches.h"

#include <lpd/error.h>
#include <lpd/weights.h>

#include <cmath>
#include <cstdlib>
#include <memory>

namespace lpd {
namespace {

constexpr const char* kTensor = "swatches";
constexpr const char* kTokenizerKey = "tokenizer";

/// Area averages of one decoded patch [stride, stride, 3], as bytes.
void averagePatch(const Image& patch, std::uint8_t* out) {
  const int cell = patch.width / kSwatchSide;
  for (int y = 0; y < kSwatchSide; ++y)
    for (int x = 0; x < kSwatchSide; ++x)
      for (int channel = 0; channel < 3; ++channel) {
        int total = 0;
        for (int dy = 0; dy < cell; ++dy)
          for (int dx = 0; dx < cell; ++dx)
            total += patch.pixel(x * cell + dx, y * cell + dy)[channel];
        *out++ = static_cast<std::uint8_t>((total + cell * cell / 2) / (cell * cell));
      }
}

}  // namespace

std::vector<std::uint8_t> computeSwatches(const Tokenizer& tokenizer, std::stop_token stop) {
  // Each token alone in a picture of one patch. Against the patches of generated pictures that is as close as the
  // middle of 3 x 3 equal tokens (25.9 and 24.5 levels on the starter model) at a ninth of the work; a mosaic of
  // different tokens, cheapest of all, is far off (48), because neighbours bleed into each other.
  const int vocab = tokenizer.config().codebookSize;
  if (tokenizer.config().stride() % kSwatchSide != 0)
    throw Error(ErrorCode::Unsupported,
                "patches of " + std::to_string(tokenizer.config().stride()) + " pixels have no 4 x 4 swatch");
  constexpr std::size_t kBytes = kSwatchSide * kSwatchSide * 3;
  std::vector<std::uint8_t> swatches(vocab * kBytes);
  for (int token = 0; token < vocab; ++token) {
    if (stop.stop_requested()) return {};
    averagePatch(toImage(tokenizer.decode({1, 1}, {token})), &swatches[token * kBytes]);
  }
  return swatches;
}

std::filesystem::path bundleSwatchesFile(const ModelInfo& model) {
  return model.folder / "swatches.safetensors";
}

std::filesystem::path cachedSwatchesFile(const ModelInfo& model) {
  const char* cache = std::getenv("XDG_CACHE_HOME");
  const char* home = std::getenv("HOME");
  std::filesystem::path folder;
  if (cache && *cache == '/')
    folder = cache;
  else if (home && *home == '/')
    folder = std::filesystem::path(home) / ".cache";
  else
    return {};
  return model.tokenizerSha256.empty() ? std::filesystem::path()
                                       : folder / "lpd-studio" / (model.tokenizerSha256 + ".swatches");
}

std::optional<std::vector<std::uint8_t>> readSwatches(const std::filesystem::path& file, const ModelInfo& model) {
  std::error_code problem;
  if (file.empty() || !std::filesystem::is_regular_file(file, problem)) return std::nullopt;
  try {
    const auto weights = WeightFile::open(file);
    const auto* info = weights->find(kTensor);
    const auto sha = weights->metadata().find(kTokenizerKey);
    const std::vector<std::int64_t> shape{model.tokenizer.codebookSize, kSwatchSide, kSwatchSide, 3};
    if (!info || info->type != DType::U8 || info->shape != shape || sha == weights->metadata().end() ||
        sha->second != model.tokenizerSha256)
      return std::nullopt;
    const auto data = weights->read(kTensor);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(data.bytes.data());
    return std::vector<std::uint8_t>(bytes, bytes + data.bytes.size());
  } catch (const Error&) {
    return std::nullopt;
  }
}

void saveSwatches(const std::filesystem::path& file, const ModelInfo& model,
                  const std::vector<std::uint8_t>& swatches) {
  auto copy = std::make_shared<std::vector<std::uint8_t>>(swatches);
  const std::span<const std::byte> bytes = std::as_bytes(std::span<const std::uint8_t>(*copy));
  const TensorInfo info{kTensor, DType::U8, {model.tokenizer.codebookSize, kSwatchSide, kSwatchSide, 3}};
  writeSafetensors(file, {{info, {bytes, copy}}}, {{kTokenizerKey, model.tokenizerSha256}});
}

}  // namespace lpd
