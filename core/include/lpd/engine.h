#pragma once

#include <lpd/error.h>
#include <lpd/image.h>
#include <lpd/model_info.h>
#include <lpd/request.h>
#include <lpd/trace.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace lpd {

enum class Precision { Auto, Fp32, Bf16 };
std::string_view toString(Precision precision);   ///< "auto", "fp32", "bf16"
Precision parsePrecision(std::string_view word);  ///< throws Usage

struct EngineOptions {
  std::string device = "auto";  ///< "auto" (CUDA if usable, else CPU), "cpu", "cuda", "cuda:N"
  Precision precision =
      Precision::Auto;  ///< auto: bf16 where the device multiplies it natively and the model gains, else fp32
  int threads = 0;      ///< CPU threads of the computation; 0 = all cores

  void validate() const;
};

/// What was chosen, and why; shown to the user.
struct RuntimeInfo {
  std::string device;      ///< "cpu" or "cuda:0"
  std::string deviceName;  ///< "AMD EPYC ...", "NVIDIA ..."
  Precision precision = Precision::Fp32;
  std::string reason;  ///< one sentence for the choice of device and precision
  int threads = 1;
  std::string torchVersion;
};

/// Called on the thread that called generate; host values only. Each may be empty. An exception thrown by one leaves
/// generate as it is.
struct GenerationObserver {
  std::function<void(const ImagePlan&)> onPlan;        ///< once an image, before its first step
  std::function<void(const StepRecord&)> onStep;       ///< once an image and step
  std::function<void(const GeneratedImage&)> onImage;  ///< once an image, when it is complete
};

/// Wall seconds by phase, summed over the request.
struct PhaseSeconds {
  double plan = 0;         ///< orders
  double transformer = 0;  ///< forward passes and sampling
  double decode = 0;       ///< tokens to pixels
  double total = 0;
};

struct GenerationResult {
  bool cancelled = false;
  int images = 0;  ///< complete ones
  PhaseSeconds seconds;
  int batchSize = 1;  ///< what was used
};

/// A loaded model. Calls on one Engine must not overlap, except `decode`, `decodePartial` and `swatches`, which may run
/// on another thread beside `generate`. Throws only lpd::Error.
class Engine {
 public:
  /// Loads a bundle. Throws NotFound, InvalidFile, Unsupported (device not usable), OutOfMemory.
  static std::unique_ptr<Engine> load(const ModelInfo& model, const EngineOptions& options = {});
  virtual ~Engine() = default;
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  virtual const ModelInfo& model() const = 0;
  virtual const RuntimeInfo& runtime() const = 0;

  /// Makes request.classes.size() images. Stops between two steps when asked; finished images were reported already.
  virtual GenerationResult generate(const GenerationRequest& request, const GenerationObserver& observer = {},
                                    std::stop_token stop = {}) = 0;

  /// Tokens (raster order) of a picture whose sides are multiples of the tokenizer's stride.
  virtual std::vector<int> encode(const Image& image) = 0;
  /// The picture of a full grid of tokens in raster order. Throws Usage on a wrong count or token.
  virtual Image decode(const Grid& grid, const std::vector<int>& tokens) = 0;
  /// The same where some positions hold -1: they take the nearest generated token (Euclidean, lower index wins ties).
  virtual Image decodePartial(const Grid& grid, const std::vector<int>& tokens) = 0;

  /// Every codebook entry's mean look: [vocab][4][4][3] bytes, row-major. From the bundle, the per-user cache, or
  /// computed now and cached. Empty if stopped.
  virtual std::vector<std::uint8_t> swatches(std::stop_token stop = {}) = 0;
  /// Puts the swatches into the bundle's folder (swatches.safetensors), so that nobody computes them again. Throws Io.
  /// False, having written nothing, when stopped.
  virtual bool writeSwatches(std::stop_token stop = {}) = 0;

 protected:
  Engine() = default;
};

/// Devices this machine offers, for a list to choose from; "cpu" is always there.
struct DeviceInfo {
  std::string id;  ///< "cpu", "cuda:0"
  std::string name;
  std::uint64_t memory = 0;  ///< bytes in all
};
std::vector<DeviceInfo> listDevices();

}  // namespace lpd
