#pragma once

#include <lpd/order.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace lpd {

/// The class of an image made without one (the model's `fake_latent`).
inline constexpr int kUnconditional = -1;

/// How guidance grows while a picture is made.
enum class GuidanceSchedule {
  Linear,    ///< with the patches, as published: s = 1 + (scale - 1) * p / N for the token at generation index p
  Steps,     ///< with the steps: s = 1 + (scale - 1) * k / (K - 1) in step k = 0..K-1; scale where K is 1
  Constant,  ///< not at all: s = scale
};
inline constexpr GuidanceSchedule kGuidanceSchedules[] = {GuidanceSchedule::Linear, GuidanceSchedule::Steps,
                                                          GuidanceSchedule::Constant};
/// "linear", "steps" or "constant".
std::string_view toString(GuidanceSchedule schedule);
/// Throws Usage naming the words that are known.
GuidanceSchedule parseGuidanceSchedule(std::string_view word);

/// Classifier-free guidance: logits = u + s * (c - u) (reference section 3).
struct GuidanceOptions {
  double scale = 1.0;  ///< 1 = no second pass; >= 0
  GuidanceSchedule schedule = GuidanceSchedule::Linear;
  bool operator==(const GuidanceOptions&) const = default;
};

/// How a token is drawn from its logits (reference section 3).
struct SamplingOptions {
  double temperature = 1.0;  ///< logits are divided by max(temperature, 1e-5); >= 0
  int topK = 0;              ///< keep values >= the k-th largest; 0 = all
  double topP = 1.0;         ///< drop tokens whose preceding cumulative probability exceeds p; 1 = all; (0, 1]
  bool greedy = false;       ///< arg-max of the guided logits, first index wins ties; the three above are ignored
  bool operator==(const SamplingOptions&) const = default;
};

/// Which positions are made together, and in which order.
struct PlanOptions {
  OrderKind kind = OrderKind::Lpd;
  int steps = 20;          ///< 1..N; ignored where groupSizes is not empty
  double growth = 0;       ///< of the group sizes of `steps` steps: see groupSizesFor
  GroupSizes groupSizes;   ///< explicit sizes; must sum to N
  double proximity = 1.0;  ///< see OrderOptions
  double repulsion = 2.0;  ///< see OrderOptions
  /// Explicit orders: image i of the seed takes order i modulo their number; overrides kind.
  std::vector<Order> orders;
  bool operator==(const PlanOptions&) const = default;
};

/// One call of Engine::generate.
struct GenerationRequest {
  std::vector<int> classes;  ///< one image each: 0..classCount-1, or kUnconditional
  std::uint64_t seed = 0;
  int firstIndex = 0;  ///< image i of this request is image firstIndex + i of the seed
  PlanOptions plan;
  GuidanceOptions guidance;
  SamplingOptions sampling;
  int batchSize = 0;         ///< images decoded together; 0 = chosen from device and memory. Never changes a token
  bool keepLogits = false;   ///< GeneratedImage::logits is filled
  bool decodePixels = true;  ///< false: tokens only
  bool explain = true;       ///< ImagePlan::reasons is filled

  /// Throws Usage naming the first field out of range for a model of this grid and class count.
  void validate(const Grid& grid, int classCount) const;
};

}  // namespace lpd
