#include "backends/device.h"
#include "decode/engine_edge.h"
#include "decode/generator.h"
#include "decode/partial_grid.h"
#include "decode/request_plan.h"
#include "decode/swatches.h"
#include "model/tokenizer.h"
#include "model/transformer.h"

#include <lpd/engine.h>

#include <chrono>
#include <mutex>

namespace lpd {
namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* kSmallerBatch = "use a smaller batch or fewer images at once";
constexpr const char* kFreeMemory = "close other programs, or choose a smaller model";

/// Adds the time until its end to a sum of seconds.
class Timed {
 public:
  explicit Timed(double& seconds) : seconds_(seconds) {}
  ~Timed() { seconds_ += std::chrono::duration<double>(Clock::now() - start_).count(); }
  Timed(const Timed&) = delete;
  Timed& operator=(const Timed&) = delete;

 private:
  double& seconds_;
  Clock::time_point start_ = Clock::now();
};

/// On a CPU, images one after the other show the first picture soonest; together they take a quarter less time, which
/// counts where many are asked for.
constexpr int kManyImages = 8;
constexpr int kCpuBatch = 4;
constexpr int kCudaBatch = 64;

class TorchEngine final : public Engine {
 public:
  TorchEngine(const ModelInfo& model, const EngineOptions& options);

  const ModelInfo& model() const override { return model_; }
  const RuntimeInfo& runtime() const override { return runtime_; }
  GenerationResult generate(const GenerationRequest& request, const GenerationObserver& observer,
                            std::stop_token stop) override;
  std::vector<int> encode(const Image& image) override;
  Image decode(const Grid& grid, const std::vector<int>& tokens) override;
  Image decodePartial(const Grid& grid, const std::vector<int>& tokens) override;
  std::vector<std::uint8_t> swatches(std::stop_token stop) override;
  bool writeSwatches(std::stop_token stop) override;

 private:
  /// The engine's own work, never the caller's callbacks.
  template <typename Work>
  auto run(const char* what, const char* memoryHint, Work&& work) const {
    // On the kernels' path LibTorch only moves small tensors: threads of its own would spin where the pool's work.
    return atEdge(compute_.torchAll() ? runtime_.threads : 1, what, memoryHint, std::forward<Work>(work));
  }

  int batchSize(const GenerationRequest& request) const;
  bool generateBatch(const GenerationRequest& request, const std::vector<ImagePlan>& plans,
                     const GenerationObserver& observer, std::stop_token stop, GenerationResult& result) const;
  void checkTokens(const Grid& grid, const std::vector<int>& tokens, int least) const;
  Image decoded(const Grid& grid, const std::vector<int>& tokens) const;

  ModelInfo model_;
  RuntimeInfo runtime_;
  Compute compute_;
  std::unique_ptr<Transformer> transformer_;
  std::unique_ptr<Tokenizer> tokenizer_;
  std::mutex swatchesMutex_;
  std::vector<std::uint8_t> swatches_;
};

TorchEngine::TorchEngine(const ModelInfo& model, const EngineOptions& options) : model_(model) {
  auto chosen = chooseDevice(options);
  runtime_ = std::move(chosen.info);
  compute_ = chosen.compute;
  const auto transformerFile = WeightFile::open(model.transformerFile());
  const auto tokenizerFile = WeightFile::open(model.tokenizerFile());
  run("loading the model", kFreeMemory, [&] {
    transformer_ = std::make_unique<Transformer>(*transformerFile, model.transformer, model.grid, compute_);
    tokenizer_ = std::make_unique<Tokenizer>(*tokenizerFile, model.tokenizer, compute_);
  });
  if (model.transformer.vocab != model.tokenizer.codebookSize)
    throw Error(ErrorCode::InvalidFile, model.folder.string() + ": the transformer knows " +
                                            std::to_string(model.transformer.vocab) + " tokens, the tokenizer " +
                                            std::to_string(model.tokenizer.codebookSize));
}

int TorchEngine::batchSize(const GenerationRequest& request) const {
  const int images = std::max(1, static_cast<int>(request.classes.size()));
  if (request.batchSize > 0) return std::min(request.batchSize, images);
  if (!compute_.device.is_cuda()) return images < kManyImages ? 1 : kCpuBatch;
  // A quarter of the free memory for the caches; the rest for activations and logits.
  const auto each = KvCache::bytes(transformer_->cacheShape(2), compute_);
  const auto fitting = static_cast<int>(std::min<std::uint64_t>(freeMemory(compute_) / 4 / each, kCudaBatch));
  return std::clamp(fitting, 1, images);
}

Image TorchEngine::decoded(const Grid& grid, const std::vector<int>& tokens) const {
  return run("decoding", kFreeMemory, [&] { return toImage(tokenizer_->decode(grid, tokens)); });
}

void TorchEngine::checkTokens(const Grid& grid, const std::vector<int>& tokens, int least) const {
  if (grid.height < 1 || grid.width < 1 || grid.height > kMaxGridSide || grid.width > kMaxGridSide)
    throw Error(
        ErrorCode::Usage,
        "a grid of " + std::to_string(grid.height) + " x " + std::to_string(grid.width) + " patches cannot be decoded",
        "each side is 1 to 64 patches");
  if (static_cast<int>(tokens.size()) != grid.count())
    throw Error(ErrorCode::Usage, std::to_string(tokens.size()) + " tokens do not fill a grid of " +
                                      std::to_string(grid.height) + " x " + std::to_string(grid.width) + " patches");
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (tokens[i] < least || tokens[i] >= model_.tokenizer.codebookSize)
      throw Error(ErrorCode::Usage, "token " + std::to_string(tokens[i]) + " at position " + std::to_string(i) +
                                        " is not in the codebook of " + std::to_string(model_.tokenizer.codebookSize));
}

/// Makes the images of `plans` together. False if stopped.
bool TorchEngine::generateBatch(const GenerationRequest& request, const std::vector<ImagePlan>& plans,
                                const GenerationObserver& observer, std::stop_token stop,
                                GenerationResult& result) const {
  const int first = plans.front().image;
  GenerationBatch batch;
  for (const auto& plan : plans) {
    batch.classes.push_back(request.classes[plan.image]);
    batch.orders.push_back(plan.order);
    batch.imageIndices.push_back(static_cast<std::uint64_t>(request.firstIndex) + plan.image);
  }
  batch.groupSizes = plans.front().groupSizes;
  batch.guidance = request.guidance;
  batch.sampling = request.sampling;
  batch.seed = request.seed;
  batch.keepLogits = request.keepLogits;

  auto generator = [&] {
    const Timed timed(result.seconds.transformer);
    return run("preparing to generate", kSmallerBatch, [&] { return Generator(*transformer_, std::move(batch)); });
  }();
  while (!generator.done()) {
    if (stop.stop_requested()) return false;
    auto records = [&] {
      const Timed timed(result.seconds.transformer);
      return run("generating", kSmallerBatch, [&] { return generator.step(); });
    }();
    for (auto& record : records) {
      record.image += first;
      if (observer.onStep) observer.onStep(record);
    }
  }
  for (int i = 0; i < generator.images(); ++i) {
    if (stop.stop_requested()) return false;
    GeneratedImage image{first + i, generator.tokens(i), {}, generator.logits(i)};
    if (request.decodePixels) {
      const Timed timed(result.seconds.decode);
      image.pixels = decoded(model_.grid, image.tokens);
    }
    ++result.images;
    if (observer.onImage) observer.onImage(image);
  }
  return true;
}

GenerationResult TorchEngine::generate(const GenerationRequest& request, const GenerationObserver& observer,
                                       std::stop_token stop) {
  const auto& grid = model_.grid;
  request.validate(grid, model_.transformer.classCount);
  GenerationResult result;
  result.batchSize = batchSize(request);
  const auto start = Clock::now();
  const auto groupSizes = plannedGroupSizes(request.plan, grid);
  const int images = static_cast<int>(request.classes.size());
  for (int first = 0; first < images && !result.cancelled; first += result.batchSize) {
    std::vector<ImagePlan> plans;
    for (int image = first; image < std::min(images, first + result.batchSize); ++image) {
      const Timed timed(result.seconds.plan);
      plans.push_back(planImage(request, grid, groupSizes, image));
    }
    for (const auto& plan : plans)
      if (observer.onPlan) observer.onPlan(plan);
    result.cancelled = !generateBatch(request, plans, observer, stop, result);
  }
  result.seconds.total = std::chrono::duration<double>(Clock::now() - start).count();
  return result;
}

std::vector<int> TorchEngine::encode(const Image& image) {
  const int stride = model_.tokenizer.stride();
  if (image.empty() || image.width % stride != 0 || image.height % stride != 0)
    throw Error(ErrorCode::Usage,
                "a picture of " + std::to_string(image.width) + " x " + std::to_string(image.height) +
                    " pixels is no whole number of patches",
                "its sides must be multiples of " + std::to_string(stride));
  if (image.width > stride * kMaxGridSide || image.height > stride * kMaxGridSide)
    throw Error(ErrorCode::Usage, "the picture is larger than " + std::to_string(kMaxGridSide) + " patches a side",
                "scale it down first");
  return run("encoding", kFreeMemory, [&] { return tokenizer_->encode(toTensor(image)); });
}

Image TorchEngine::decode(const Grid& grid, const std::vector<int>& tokens) {
  checkTokens(grid, tokens, 0);
  return decoded(grid, tokens);
}

Image TorchEngine::decodePartial(const Grid& grid, const std::vector<int>& tokens) {
  checkTokens(grid, tokens, -1);
  return decoded(grid, filledWithNearest(grid, tokens));
}

std::vector<std::uint8_t> TorchEngine::swatches(std::stop_token stop) {
  const std::lock_guard lock(swatchesMutex_);
  if (!swatches_.empty()) return swatches_;
  for (const auto& file : {bundleSwatchesFile(model_), cachedSwatchesFile(model_)})
    if (auto read = readSwatches(file, model_)) return swatches_ = std::move(*read);

  swatches_ = run("computing swatches", kFreeMemory, [&] { return computeSwatches(*tokenizer_, stop); });
  if (const auto file = cachedSwatchesFile(model_); !swatches_.empty() && !file.empty()) {
    // The cache only saves time: where it cannot be written, the swatches are computed again next time.
    std::error_code problem;
    std::filesystem::create_directories(file.parent_path(), problem);
    try {
      saveSwatches(file, model_, swatches_);
    } catch (const Error&) {
    }
  }
  return swatches_;
}

bool TorchEngine::writeSwatches(std::stop_token stop) {
  const auto bytes = swatches(stop);
  if (bytes.empty()) return false;
  saveSwatches(bundleSwatchesFile(model_), model_, bytes);
  return true;
}

}  // namespace

std::unique_ptr<Engine> Engine::load(const ModelInfo& model, const EngineOptions& options) {
  return std::make_unique<TorchEngine>(model, options);
}

}  // namespace lpd
