#include "weights/bundle_folder.h"
#include "weights/fault.h"
#include "weights/imagenet_classes.h"
#include "weights/import_config.h"
#include "weights/released_models.h"
#include "weights/safetensors_writer.h"
#include "weights/tensor_layout.h"

#include <lpd/error.h>
#include <lpd/version.h>
#include <lpd/weights.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace lpd {

namespace fs = std::filesystem;
using weights::failFile;
using weights::quoteName;

namespace {

constexpr const char* kCodebook = "quantize.embedding.weight";
constexpr std::size_t kLongestName = 64;

/// Both inputs, opened and understood.
struct Source {
  std::unique_ptr<WeightFile> transformer;
  std::unique_ptr<WeightFile> tokenizer;
};

void checkOptions(const ImportOptions& options) {
  if (!isModelName(options.name))
    throw Error(ErrorCode::Usage, "the model name " + quoteName(options.name) + " cannot be used",
                "use up to 64 letters, digits, '-', '_' and '.', not starting with '.'");
  if (options.type != DType::F32 && options.type != DType::F16 && options.type != DType::BF16)
    throw Error(ErrorCode::Usage, "weights can be stored as F32, F16 or BF16");
}

std::vector<std::string> classNamesFor(const ImportOptions& options, const weights::ImportConfig& config, int count) {
  std::vector<std::string> names = config.classNames;
  fs::path source = options.config;
  if (!options.classes.empty()) {
    names = weights::readClassNames(options.classes);
    source = options.classes;
  }
  if (names.empty() && count == weights::kImagenetClasses) return weights::imagenetClassNames();
  if (names.empty()) {
    for (int i = 0; i < count; ++i)
      names.push_back("class " + std::to_string(i));
  }
  if (names.size() != static_cast<std::size_t>(count)) {
    failFile(source, "names " + std::to_string(names.size()) + " classes; the model has " + std::to_string(count));
  }
  return names;
}

Grid gridOf(const TransformerConfig& config, const fs::path& file) {
  const int side = static_cast<int>(std::lround(std::sqrt(config.tokens)));
  if (side * side != config.tokens)
    failFile(file, "its " + std::to_string(config.tokens) + " positions do not form a square");
  return {side, side};
}

ModelInfo describe(const ImportOptions& options, const Source& source) {
  const weights::ImportConfig config = weights::readImportConfig(options.config);
  ModelInfo info;
  info.name = options.name;
  info.transformer = inferTransformer(*source.transformer, options.heads > 0 ? options.heads : config.heads);
  info.tokenizer = inferTokenizer(*source.tokenizer, config.normGroups);
  if (info.transformer.vocab != info.tokenizer.codebookSize) {
    throw Error(ErrorCode::InvalidFile,
                "the transformer knows " + std::to_string(info.transformer.vocab) + " tokens, the tokenizer " +
                    std::to_string(info.tokenizer.codebookSize),
                "give the tokenizer that the transformer was trained with");
  }
  info.grid = gridOf(info.transformer, options.transformer);
  info.imageSize = info.grid.height * info.tokenizer.stride();
  info.classNames = classNamesFor(options, config, info.transformer.classCount);
  const weights::ReleasedModel released = weights::releasedModel(info.transformer, info.imageSize);
  for (const std::string& title : {options.title, config.title, released.title, options.name})
    if (info.title.empty()) info.title = title;
  info.license = config.license;
  info.recommended.steps = config.steps.value_or(std::min(released.recommended.steps, info.grid.count()));
  info.recommended.cfg = config.cfg.value_or(released.recommended.cfg);
  info.recommended.schedule = config.schedule.value_or(released.recommended.schedule);
  info.recommended.temperature = config.temperature.value_or(released.recommended.temperature);
  info.recommended.repulsion = config.repulsion.value_or(released.recommended.repulsion);
  info.recommended.growth = config.growth.value_or(released.recommended.growth);
  if (info.recommended.steps > info.grid.count())
    failFile(options.config, "'steps' is more than the model's " + std::to_string(info.grid.count()) + " tokens");
  return info;
}

DType storedType(const TensorInfo& tensor, DType matrices) {
  return tensor.shape.size() >= 2 && tensor.name != kCodebook ? matrices : DType::F32;
}

/// Throws InvalidFile where a stored value is infinite or not a number: the source was, or the type is too narrow.
void checkFinite(const TensorBytes& stored, DType type, const std::string& name, const fs::path& file) {
  const std::size_t width = sizeOf(type);
  const std::uint32_t exponent = type == DType::F32 ? 0x7f800000 : type == DType::BF16 ? 0x7f80 : 0x7c00;
  std::uint32_t value = 0;
  for (std::size_t at = 0; at < stored.bytes.size(); at += width) {
    std::memcpy(&value, stored.bytes.data() + at, width);
    if ((value & exponent) != exponent) continue;
    failFile(file,
             "tensor " + quoteName(name) + " has a value that is infinite, not a number or too large for " +
                 std::string(toString(type)),
             type == DType::F16 ? "store the weights as bf16 or f32" : "the checkpoint is broken; take another");
  }
}

/// What one import reports and how it is stopped.
class Progress {
 public:
  Progress(const ImportProgress& report, std::stop_token stop, std::uint64_t totalBytes)
      : report_(report), stop_(std::move(stop)), totalBytes_(std::max<std::uint64_t>(totalBytes, 1)) {}

  bool stopped() const { return stop_.stop_requested(); }
  void advance(std::uint64_t bytes, const std::string& what) {
    doneBytes_ += bytes;
    if (report_) report_(static_cast<double>(doneBytes_) / static_cast<double>(totalBytes_), what);
  }

 private:
  const ImportProgress& report_;
  std::stop_token stop_;
  std::uint64_t totalBytes_;
  std::uint64_t doneBytes_ = 0;
};

/// Writes one half of the model under the released names; returns its SHA-256, or nothing when stopped.
std::optional<std::string> writeHalf(const WeightFile& source, std::vector<TensorInfo> tensors, DType matrices,
                                     const fs::path& out, Progress& progress) {
  for (TensorInfo& tensor : tensors)
    tensor.type = storedType(tensor, matrices);
  weights::SafetensorsWriter writer(out, std::move(tensors), {{"format", "pt"}, {"generator", generatorString()}});
  for (const TensorInfo& tensor : writer.order()) {
    if (progress.stopped()) return std::nullopt;
    const TensorBytes stored = convert(source.read(tensor.name), source.find(tensor.name)->type, tensor.type);
    checkFinite(stored, tensor.type, tensor.name, source.path());
    writer.append(stored);
    progress.advance(tensor.bytes(), tensor.name);
  }
  return writer.finish();
}

std::uint64_t totalBytes(const std::vector<TensorInfo>& tensors, DType matrices) {
  std::uint64_t total = 0;
  for (const TensorInfo& tensor : tensors)
    total += static_cast<std::uint64_t>(tensor.elements()) * sizeOf(storedType(tensor, matrices));
  return total;
}

}  // namespace

bool isModelName(std::string_view name) {
  const auto isAllowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.';
  };
  return !name.empty() && name.size() <= kLongestName && name.front() != '.' &&
         std::all_of(name.begin(), name.end(), isAllowed);
}

std::optional<ModelInfo> importModel(const ImportOptions& options, const ImportProgress& progress,
                                     std::stop_token stop) {
  checkOptions(options);
  const Source source{WeightFile::open(options.transformer), WeightFile::open(options.tokenizer)};
  ModelInfo info = describe(options, source);
  weights::BundleFolder folder(options.out, options.force);
  info.folder = folder.temporary();

  const std::vector<TensorInfo> transformer = transformerTensors(info.transformer);
  const std::vector<TensorInfo> tokenizer = tokenizerTensors(info.tokenizer);
  Progress reporter(progress, std::move(stop),
                    totalBytes(transformer, options.type) + totalBytes(tokenizer, options.type));
  const auto first = writeHalf(*source.transformer, transformer, options.type, info.transformerFile(), reporter);
  if (!first) return std::nullopt;
  const auto second = writeHalf(*source.tokenizer, tokenizer, options.type, info.tokenizerFile(), reporter);
  if (!second || reporter.stopped()) return std::nullopt;
  info.transformerSha256 = *first;
  info.tokenizerSha256 = *second;
  writeModelInfo(info);
  folder.commit();
  return readModelInfo(options.out);
}

}  // namespace lpd
