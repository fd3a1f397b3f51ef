#pragma once

#include <lpd/request.h>

#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace lpd {

/// Which vocabulary entries stay: those with a logit above `value`, and of those equal to it the ones up to
/// `lastIndex`. The default keeps everything.
struct LogitCut {
  float value = -std::numeric_limits<float>::infinity();
  int lastIndex = std::numeric_limits<int>::max();
};

/// Unnormalised probabilities of one position: exp((logit - largest logit) / temperature), 0 for what a cut removed.
class TokenWeights {
 public:
  static constexpr int kChunk = 64;  ///< entries that are looked at, or passed over, together

  /// Throws Internal if `logits` is empty or holds a value that is not finite.
  TokenWeights(std::span<const float> logits, double temperature);

  /// Computes all weights anew, keeping what the cut keeps. The entry with the largest logit must stay.
  void apply(const LogitCut& cut);

  std::span<const float> logits() const { return logits_; }
  int vocab() const { return static_cast<int>(logits_.size()); }
  float maxLogit() const { return maxLogit_; }
  float inverseTemperature() const { return inverseTemperature_; }
  int argMax() const;  ///< first index wins ties

  /// [chunks() * kChunk]; zeros behind the vocabulary.
  const float* weights() const { return weights_.get(); }
  int chunks() const { return (vocab() + kChunk - 1) / kChunk; }
  float chunkMax(int chunk) const { return chunkMax_[static_cast<std::size_t>(chunk)]; }
  double total() const { return total_; }  ///< sum of the weights, >= 1
  float probability(int token) const { return static_cast<float>(weights_[static_cast<std::size_t>(token)] / total_); }
  float entropyBits() const;  ///< of the normalised distribution

 private:
  std::span<const float> logits_;
  float maxLogit_ = 0;
  float inverseTemperature_ = 1;
  std::unique_ptr<float[]> weights_;
  std::vector<float> chunkMax_;
  double total_ = 0;
  double weightedExponents_ = 0;  // sum of weight * (logit - largest) / temperature, <= 0
};

}  // namespace lpd
