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
constexpr int kMosaicSide = 16;  ///< tokens decoded at once, in a square

/// Area averages of one patch [stride, stride, 3] at (row, column) of a decoded mosaic, as bytes.
void averagePatch(const Image& mosaic, int row, int column, int stride, std::uint8_t* out) {
  const int cell = stride / kSwatchSide;
  for (int y = 0; y < kSwatchSide; ++y)
    for (int x = 0; x < kSwatchSide; ++x)
      for (int channel = 0; channel < 3; ++channel) {
        int total = 0;
        for (int dy = 0; dy < cell; ++dy)
          for (int dx = 0; dx < cell; ++dx)
            total += mosaic.pixel(column * stride + x * cell + dx, row * stride + y * cell + dy)[channel];
        *out++ = static_cast<std::uint8_t>((total + cell * cell / 2) / (cell * cell));
      }
}

}  // namespace

std::vector<std::uint8_t> computeSwatches(const Tokenizer& tokenizer, std::stop_token stop) {
  const auto& config = tokenizer.config();
  const int stride = config.stride(), vocab = config.codebookSize, mosaic = kMosaicSide * kMosaicSide;
  if (stride % kSwatchSide != 0)
    throw Error(ErrorCode::Unsupported, "patches of " + std::to_string(stride) + " pixels have no 4 x 4 swatch");
  constexpr std::size_t kBytes = kSwatchSide * kSwatchSide * 3;
  std::vector<std::uint8_t> swatches(vocab * kBytes);
  for (int first = 0; first < vocab; first += mosaic) {
    if (stop.stop_requested()) return {};
    std::vector<int> tokens(mosaic);
    for (int i = 0; i < mosaic; ++i)
      tokens[i] = (first + i) % vocab;
    const auto picture = toImage(tokenizer.decode({kMosaicSide, kMosaicSide}, tokens));
    for (int i = 0; i < mosaic && first + i < vocab; ++i)
      averagePatch(picture, i / kMosaicSide, i % kMosaicSide, stride, &swatches[(first + i) * kBytes]);
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
