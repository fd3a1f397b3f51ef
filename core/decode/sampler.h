#pragma once

#include <lpd/request.h>
#include <lpd/trace.h>

#include <cstdint>
#include <span>
#include <vector>

namespace lpd {

/// A token drawn for one position, and what it was drawn from.
struct SampledToken {
  int token = 0;
  float probability = 0;                  ///< of `token` in the distribution it was drawn from, 0..1
  float entropyBits = 0;                  ///< of that distribution
  std::vector<TokenChoice> alternatives;  ///< its most probable tokens, descending, lower index first among equals
};

/// The distribution tokens are drawn from: logits / max(temperature, 1e-5), top-k, top-p, softmax (reference section
/// 3); with `greedy`, the plain softmax. [vocab] in, [vocab] out. Throws Internal if a logit is not finite.
std::vector<float> filteredProbabilities(std::span<const float> logits, const SamplingOptions& options);

/// Draws tokens with counter-based noise. A token depends on (options, seed, image index, position, logits) only, so
/// it is the same whatever the batch, the thread or the order of calls; runs that differ in order or steps share
/// their noise.
///
/// Gumbel-max sampling in its exponential form: the token with the smallest E_v / w_v wins, where w_v is the
/// unnormalised probability and E_v = -log(1 - t_v) a standard exponential variable; -log of this ratio is the logit
/// plus Gumbel noise. t_v = (word + 1/2) / 2^32 with the Philox word of vocabulary entry v (see PhiloxAddress,
/// domain Token). Since E_v >= t_v, few entries ever need the logarithm. Arithmetic is IEEE without contraction in a
/// fixed order: the same token on every processor.
class Sampler {
 public:
  Sampler(const SamplingOptions& options, std::uint64_t seed) : options_(options), seed_(seed) {}

  /// Draws the token of raster position `position` of image `imageIndex` from its guided logits [vocab]; lists at
  /// most `alternatives` alternatives. Safe to call from several threads. Throws Internal if a logit is not finite.
  SampledToken sample(std::span<const float> logits, std::uint64_t imageIndex, int position,
                      int alternatives = 5) const;

 private:
  SamplingOptions options_;
  std::uint64_t seed_;
};

}  // namespace lpd
