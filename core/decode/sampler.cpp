#include "decode/sampler.h"

#include "decode/logit_filter.h"
#include "decode/token_weights.h"
#include "random/cpu_dispatch.h"
#include "random/philox.h"

#include <lpd/error.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string>

namespace lpd {

namespace {

constexpr int kChunk = TokenWeights::kChunk;
using ChunkNoise = std::array<std::uint32_t, kChunk>;

TokenWeights weigh(std::span<const float> logits, const SamplingOptions& options) {
  if (options.greedy) {
    TokenWeights weights(logits, 1.0);
    weights.apply({});
    return weights;
  }
  TokenWeights weights(logits, options.temperature);
  const LogitCut topK = topKCut(weights, options.topK);
  weights.apply(topK);
  if (options.topP < 1) weights.apply(topPCut(weights, options.topP, topK));
  return weights;
}

// log(x) for x in (0, 1] from exact operations and one series, so that no C library has a say in which token wins.
// Relative error below 1e-15.
double portableLog(double x) {
  int exponent = 0;
  double mantissa = std::frexp(x, &exponent);
  if (mantissa < std::numbers::sqrt2 / 2) {
    mantissa *= 2;
    --exponent;
  }
  const double s = (mantissa - 1) / (mantissa + 1), square = s * s;  // |s| < 0.1716
  double series = 0;
  for (int k = 23; k >= 1; k -= 2)
    series = series * square + 1.0 / k;
  return exponent * std::numbers::ln2 + 2 * s * series;
}

// E / w of the entry that drew `word`.
double raceTime(std::uint32_t word, float weight) {
  return -portableLog((4294967295.5 - word) * 0x1p-32) / double{weight};
}

// A lower bound of t in single precision, exactly representable.
LPD_INLINE_BODY float noiseFloor(std::uint32_t word) {
  return static_cast<float>(static_cast<std::int32_t>(word >> 8)) * 0x1p-24f;
}

LPD_INLINE_BODY bool anyMayWin(const std::uint32_t* noise, const float* weights, float bound) {
  std::uint32_t hits = 0;
  for (int i = 0; i < kChunk; ++i)
    hits |= noiseFloor(noise[i]) < bound * weights[i] ? 1u : 0u;
  return hits != 0;
}
#if LPD_DISPATCH_AVX2
LPD_TARGET_AVX2 bool anyMayWinAvx2(const std::uint32_t* noise, const float* weights, float bound) {
  return anyMayWin(noise, weights, bound);
}
#endif
bool anyMayWinBaseline(const std::uint32_t* noise, const float* weights, float bound) {
  return anyMayWin(noise, weights, bound);
}

struct Leader {
  int token;
  double time;

  // A little above `time`, so that rounding never passes over a winner.
  float bound() const { return static_cast<float>(time) * 1.000001f; }

  void challenge(int rival, double rivalTime) {
    if (rivalTime < time || (rivalTime == time && rival < token)) *this = {rival, rivalTime};
  }
};

int drawToken(const TokenWeights& weights, const PhiloxAddress& address) {
#if LPD_DISPATCH_AVX2
  const auto mayWin = hasAvx2() ? anyMayWinAvx2 : anyMayWinBaseline;
#else
  const auto mayWin = anyMayWinBaseline;
#endif
  // Starting with the likeliest token makes the bound tight from the beginning.
  const int first = weights.argMax();
  const auto firstWord = address.block(static_cast<std::uint32_t>(first) / 4)[static_cast<std::size_t>(first) % 4];
  Leader leader{first, raceTime(firstWord, weights.weights()[first])};
  ChunkNoise noise;
  for (int chunk = 0; chunk < weights.chunks(); ++chunk) {
    float bound = leader.bound();
    if (bound * weights.chunkMax(chunk) < 0x1p-34f) continue;  // t is at least 2^-33
    philoxFill(address, static_cast<std::uint32_t>(chunk * kChunk / 4), noise);
    const float* chunkWeights = weights.weights() + chunk * kChunk;
    if (!mayWin(noise.data(), chunkWeights, bound)) continue;
    for (int i = 0; i < kChunk; ++i) {
      if (!(noiseFloor(noise[static_cast<std::size_t>(i)]) < bound * chunkWeights[i])) continue;
      leader.challenge(chunk * kChunk + i, raceTime(noise[static_cast<std::size_t>(i)], chunkWeights[i]));
      bound = leader.bound();
    }
  }
  return leader.token;
}

std::vector<TokenChoice> mostProbable(const TokenWeights& weights, int count) {
  std::vector<TokenChoice> best;
  if (count <= 0) return best;
  const auto limit = static_cast<std::size_t>(count);
  best.reserve(limit + 1);
  for (int chunk = 0; chunk < weights.chunks(); ++chunk) {
    float least = best.size() == limit ? best.back().probability : 0.0f;
    if (!(weights.chunkMax(chunk) > least)) continue;
    for (int token = chunk * kChunk; token < (chunk + 1) * kChunk; ++token) {
      const float weight = weights.weights()[token];
      if (!(weight > least)) continue;
      const auto place = std::find_if(best.begin(), best.end(),
                                      [&](const TokenChoice& choice) { return choice.probability < weight; });
      best.insert(place, {token, weight});
      if (best.size() > limit) best.pop_back();
      if (best.size() == limit) least = best.back().probability;
    }
  }
  for (TokenChoice& choice : best)
    choice.probability = weights.probability(choice.token);
  return best;
}

}  // namespace

std::vector<float> filteredProbabilities(std::span<const float> logits, const SamplingOptions& options) {
  const TokenWeights weights = weigh(logits, options);
  std::vector<float> probabilities(logits.size());
  for (int token = 0; token < weights.vocab(); ++token)
    probabilities[static_cast<std::size_t>(token)] = weights.probability(token);
  return probabilities;
}

SampledToken Sampler::sample(std::span<const float> logits, std::uint64_t imageIndex, int position,
                             int alternatives) const {
  try {
    const TokenWeights weights = weigh(logits, options_);
    const auto address = PhiloxAddress::of(seed_, imageIndex, NoiseDomain::Token, static_cast<std::uint32_t>(position));
    SampledToken sampled;
    sampled.token = options_.greedy ? weights.argMax() : drawToken(weights, address);
    sampled.probability = weights.probability(sampled.token);
    sampled.entropyBits = weights.entropyBits();
    sampled.alternatives = mostProbable(weights, alternatives);
    return sampled;
  } catch (const Error& error) {
    throw Error(error.code(),
                std::string(error.what()) + " (image " + std::to_string(imageIndex) + ", position " +
                    std::to_string(position) + ")",
                error.hint());
  }
}

}  // namespace lpd
