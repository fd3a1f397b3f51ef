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

}  // namespace

struct Engine::Impl {
  ModelInfo model;
  RuntimeInfo runtime;
  Compute compute;
  std::unique_ptr<Transformer> transformer;
  std::unique_ptr<Tokenizer> tokenizer;
  std::mutex swatchesMutex;
  std::vector<std::uint8_t> swatches;

  /// The engine's own work, never the caller's callbacks.
  template <typename Work>
  auto run(const char* what, const char* memoryHint, Work&& work) const {
    // On the kernels' path LibTorch only moves small tensors: threads of its own would spin where the pool's work.
    return atEdge(compute.torchProducts() ? runtime.threads : 1, what, memoryHint, std::forward<Work>(work));
  }

  int batchSize(const GenerationRequest& request) const {
    const int images = std::max(1, static_cast<int>(request.classes.size()));
    if (request.batchSize > 0) return std::min(request.batchSize, images);
    if (!compute.device.is_cuda()) return images < kManyImages ? 1 : kCpuBatch;
    // A quarter of the free memory for the caches; the rest for activations and logits.
    const auto each = KvCache::bytes(transformer->cacheShape(2), compute);
    const auto fitting = static_cast<int>(std::min<std::uint64_t>(freeMemory(compute) / 4 / each, kCudaBatch));
    return std::clamp(fitting, 1, images);
  }

  Image decoded(const Grid& grid, const std::vector<int>& tokens) const {
    return run("decoding", kFreeMemory, [&] { return toImage(tokenizer->decode(grid, tokens)); });
  }

  void checkTokens(const Grid& grid, const std::vector<int>& tokens, int least) const;
  bool generateBatch(const GenerationRequest& request, const std::vector<ImagePlan>& plans,
                     const GenerationObserver& observer, std::stop_token stop, GenerationResult& result) const;
};

void Engine::Impl::checkTokens(const Grid& grid, const std::vector<int>& tokens, int least) const {
  if (grid.height < 1 || grid.width < 1 || grid.height > kMaxGridSide || grid.width > kMaxGridSide)
    throw Error(
        ErrorCode::Usage,
        "a grid of " + std::to_string(grid.height) + " x " + std::to_string(grid.width) + " patches cannot be decoded",
        "each side is 1 to 64 patches");
  if (static_cast<int>(tokens.size()) != grid.count())
    throw Error(ErrorCode::Usage, std::to_string(tokens.size()) + " tokens do not fill a grid of " +
                                      std::to_string(grid.height) + " x " + std::to_string(grid.width) + " patches");
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (tokens[i] < least || tokens[i] >= model.tokenizer.codebookSize)
      throw Error(ErrorCode::Usage, "token " + std::to_string(tokens[i]) + " at position " + std::to_string(i) +
                                        " is not in the codebook of " + std::to_string(model.tokenizer.codebookSize));
}

/// Makes the images of `plans` together. False if stopped.
bool Engine::Impl::generateBatch(const GenerationRequest& request, const std::vector<ImagePlan>& plans,
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
    return run("preparing to generate", kSmallerBatch, [&] { return Generator(*transformer, std::move(batch)); });
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
      image.pixels = decoded(model.grid, image.tokens);
    }
    ++result.images;
    if (observer.onImage) observer.onImage(image);
  }
  return true;
}

std::unique_ptr<Engine> Engine::load(const ModelInfo& model, const EngineOptions& options) {
  auto impl = std::make_unique<Impl>();
  auto chosen = chooseDevice(options);
  impl->model = model;
  impl->runtime = std::move(chosen.info);
  impl->compute = chosen.compute;
  const auto transformerFile = WeightFile::open(model.transformerFile());
  const auto tokenizerFile = WeightFile::open(model.tokenizerFile());
  impl->run("loading the model", kFreeMemory, [&] {
    impl->transformer = std::make_unique<Transformer>(*transformerFile, model.transformer, model.grid, impl->compute);
    impl->tokenizer = std::make_unique<Tokenizer>(*tokenizerFile, model.tokenizer, impl->compute);
  });
  if (model.transformer.vocab != model.tokenizer.codebookSize)
    throw Error(ErrorCode::InvalidFile, model.folder.string() + ": the transformer knows " +
                                            std::to_string(model.transformer.vocab) + " tokens, the tokenizer " +
                                            std::to_string(model.tokenizer.codebookSize));
  return std::unique_ptr<Engine>(new Engine(std::move(impl)));
}

Engine::Engine(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Engine::~Engine() = default;

const ModelInfo& Engine::model() const {
  return impl_->model;
}
const RuntimeInfo& Engine::runtime() const {
  return impl_->runtime;
}

GenerationResult Engine::generate(const GenerationRequest& request, const GenerationObserver& observer,
                                  std::stop_token stop) {
  const auto& grid = impl_->model.grid;
  request.validate(grid, impl_->model.transformer.classCount);
  GenerationResult result;
  result.batchSize = impl_->batchSize(request);
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
    result.cancelled = !impl_->generateBatch(request, plans, observer, stop, result);
  }
  result.seconds.total = std::chrono::duration<double>(Clock::now() - start).count();
  return result;
}

std::vector<int> Engine::encode(const Image& image) {
  const int stride = impl_->model.tokenizer.stride();
  if (image.empty() || image.width % stride != 0 || image.height % stride != 0)
    throw Error(ErrorCode::Usage,
                "a picture of " + std::to_string(image.width) + " x " + std::to_string(image.height) +
                    " pixels is no whole number of patches",
                "its sides must be multiples of " + std::to_string(stride));
  if (image.width > stride * kMaxGridSide || image.height > stride * kMaxGridSide)
    throw Error(ErrorCode::Usage, "the picture is larger than " + std::to_string(kMaxGridSide) + " patches a side",
                "scale it down first");
  return impl_->run("encoding", kFreeMemory, [&] { return impl_->tokenizer->encode(toTensor(image)); });
}

Image Engine::decode(const Grid& grid, const std::vector<int>& tokens) {
  impl_->checkTokens(grid, tokens, 0);
  return impl_->decoded(grid, tokens);
}

Image Engine::decodePartial(const Grid& grid, const std::vector<int>& tokens) {
  impl_->checkTokens(grid, tokens, -1);
  return impl_->decoded(grid, filledWithNearest(grid, tokens));
}

std::vector<std::uint8_t> Engine::swatches(std::stop_token stop) {
  const std::lock_guard lock(impl_->swatchesMutex);
  auto& kept = impl_->swatches;
  if (!kept.empty()) return kept;
  const auto& model = impl_->model;
  for (const auto& file : {bundleSwatchesFile(model), cachedSwatchesFile(model)})
    if (auto read = readSwatches(file, model)) return kept = std::move(*read);

  kept = impl_->run("computing swatches", kFreeMemory, [&] { return computeSwatches(*impl_->tokenizer, stop); });
  if (const auto file = cachedSwatchesFile(model); !kept.empty() && !file.empty()) {
    // The cache only saves time: where it cannot be written, the swatches are computed again next time.
    std::error_code problem;
    std::filesystem::create_directories(file.parent_path(), problem);
    try {
      saveSwatches(file, model, kept);
    } catch (const Error&) {
    }
  }
  return kept;
}

bool Engine::writeSwatches(std::stop_token stop) {
  const auto bytes = swatches(stop);
  if (bytes.empty()) return false;
  saveSwatches(bundleSwatchesFile(impl_->model), impl_->model, bytes);
  return true;
}

}  // namespace lpd
