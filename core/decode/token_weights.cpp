#include "decode/token_weights.h"

#include "decode/fast_exp.h"
#include "random/cpu_dispatch.h"

#include <lpd/error.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace lpd {

namespace {

constexpr int kLanes = 4;  // partial sums of a chunk: loops vectorise, and add in the same order at any width
constexpr int kChunk = TokenWeights::kChunk;
using Chunk = float[kChunk];

// The last, incomplete chunk of the logits, filled up with values that get the weight 0.
std::array<float, kChunk> paddedTail(std::span<const float> logits) {
  std::array<float, kChunk> tail;
  tail.fill(std::numeric_limits<float>::lowest());
  std::copy(logits.end() - static_cast<std::ptrdiff_t>(logits.size() % kChunk), logits.end(), tail.begin());
  return tail;
}

struct Peak {
  float max = std::numeric_limits<float>::lowest();
  float zero = 0;  // stays 0 while every logit is finite
};

LPD_INLINE_BODY void findPeak(const float* logits, int chunks, Peak& peak) {
  Chunk max, zero;
  for (int i = 0; i < kChunk; ++i) {
    max[i] = peak.max;
    zero[i] = 0;
  }
  for (int chunk = 0; chunk < chunks; ++chunk) {
    for (int i = 0; i < kChunk; ++i) {
      const float x = logits[chunk * kChunk + i];
      max[i] = x > max[i] ? x : max[i];
      zero[i] += x - x;
    }
  }
  for (int i = 0; i < kChunk; ++i) {
    peak.max = std::max(peak.max, max[i]);
    peak.zero += zero[i];
  }
}

struct WeightJob {
  float maxLogit;
  float inverseTemperature;
  LogitCut cut;
};

struct ChunkSums {
  float max = 0;
  double weights = 0;
  double weightedExponents = 0;
};

// Halves the chunk until kLanes values are left; every level vectorises.
template <class Combine>
LPD_INLINE_BODY void fold(Chunk& values, Combine combine) {
  for (int half = kChunk / 2; half >= kLanes; half /= 2)
    for (int i = 0; i < half; ++i)
      values[i] = combine(values[i], values[half + i]);
}

// One chunk of weights; `first` is the vocabulary index of its first entry.
LPD_INLINE_BODY ChunkSums weighChunk(const float* logits, int first, const WeightJob& job, float* weights) {
  Chunk max, sum, weighted;
  for (int i = 0; i < kChunk; ++i) {
    const float logit = logits[i];
    const float scaled = (logit - job.maxLogit) * job.inverseTemperature;
    const float exponent = scaled > -100.0f ? scaled : -100.0f;  // keeps 0 * infinity out of the sums
    const bool above = logit > job.cut.value, level = logit == job.cut.value, early = first + i <= job.cut.lastIndex;
    const float weight = fastExp(exponent) * static_cast<float>(above | (level & early));
    weights[i] = max[i] = sum[i] = weight;
    weighted[i] = weight * exponent;
  }
  fold(max, [](float a, float b) { return a > b ? a : b; });
  fold(sum, [](float a, float b) { return a + b; });
  fold(weighted, [](float a, float b) { return a + b; });
  ChunkSums sums;
  for (int lane = 0; lane < kLanes; ++lane) {
    sums.max = std::max(sums.max, max[lane]);
    sums.weights += double{sum[lane]};
    sums.weightedExponents += double{weighted[lane]};
  }
  return sums;
}

LPD_INLINE_BODY void weighChunks(const float* logits, int firstChunk, int chunks, const WeightJob& job, float* weights,
                                 float* chunkMax, ChunkSums& total) {
  for (int chunk = 0; chunk < chunks; ++chunk) {
    const ChunkSums sums = weighChunk(logits + chunk * kChunk, (firstChunk + chunk) * kChunk, job,
                                      weights + static_cast<std::ptrdiff_t>(firstChunk + chunk) * kChunk);
    chunkMax[firstChunk + chunk] = sums.max;
    total.weights += sums.weights;
    total.weightedExponents += sums.weightedExponents;
  }
}

#if LPD_DISPATCH_AVX2
LPD_TARGET_AVX2 void findPeakAvx2(const float* logits, int chunks, Peak& peak) {
  findPeak(logits, chunks, peak);
}
LPD_TARGET_AVX2 void weighChunksAvx2(const float* logits, int firstChunk, int chunks, const WeightJob& job,
                                     float* weights, float* chunkMax, ChunkSums& total) {
  weighChunks(logits, firstChunk, chunks, job, weights, chunkMax, total);
}
#endif
void findPeakBaseline(const float* logits, int chunks, Peak& peak) {
  findPeak(logits, chunks, peak);
}
void weighChunksBaseline(const float* logits, int firstChunk, int chunks, const WeightJob& job, float* weights,
                         float* chunkMax, ChunkSums& total) {
  weighChunks(logits, firstChunk, chunks, job, weights, chunkMax, total);
}

}  // namespace

TokenWeights::TokenWeights(std::span<const float> logits, double temperature)
    : logits_(logits), inverseTemperature_(static_cast<float>(1 / std::max(temperature, 1e-5))) {
  if (logits.empty()) throw Error(ErrorCode::Internal, "the model gave no logits");
#if LPD_DISPATCH_AVX2
  const auto peakOf = hasAvx2() ? findPeakAvx2 : findPeakBaseline;
#else
  const auto peakOf = findPeakBaseline;
#endif
  Peak peak;
  peakOf(logits.data(), vocab() / kChunk, peak);
  peakOf(paddedTail(logits).data(), 1, peak);
  if (!(peak.zero == 0))
    throw Error(ErrorCode::Internal, "the model gave a logit that is not a finite number",
                "the weights may be damaged; if precision is bf16, try fp32");
  maxLogit_ = peak.max;
  const auto chunkCount = static_cast<std::size_t>(chunks());
  weights_ = std::make_unique_for_overwrite<float[]>(chunkCount * kChunk);
  chunkMax_.resize(chunkCount);
}

void TokenWeights::apply(const LogitCut& cut) {
#if LPD_DISPATCH_AVX2
  const auto weigh = hasAvx2() ? weighChunksAvx2 : weighChunksBaseline;
#else
  const auto weigh = weighChunksBaseline;
#endif
  // The padding behind the last logit has the lowest value and an index outside the vocabulary: no cut keeps it.
  const WeightJob job{
      maxLogit_,
      inverseTemperature_,
      {std::max(cut.value, std::numeric_limits<float>::lowest()), std::min(cut.lastIndex, vocab() - 1)}};
  ChunkSums total;
  const int full = vocab() / kChunk;
  weigh(logits_.data(), 0, full, job, weights_.get(), chunkMax_.data(), total);
  if (full < chunks()) weigh(paddedTail(logits_).data(), full, 1, job, weights_.get(), chunkMax_.data(), total);
  total_ = total.weights;
  weightedExponents_ = total.weightedExponents;
}

int TokenWeights::argMax() const {
  for (int chunk = 0;; ++chunk) {
    if (chunkMax(chunk) < 1) continue;  // the largest logit has the weight 1 exactly
    const auto begin = logits_.begin() + chunk * kChunk;
    const auto end = logits_.begin() + std::min((chunk + 1) * kChunk, vocab());
    const auto found = std::find(begin, end, maxLogit_);
    if (found != end) return static_cast<int>(found - logits_.begin());
  }
}

float TokenWeights::entropyBits() const {
  const double nats = std::log(total_) - weightedExponents_ / total_;
  return static_cast<float>(std::max(0.0, nats * std::numbers::log2e));
}

}  // namespace lpd
