#include "training/transformer/row_math.h"

#include "decode/fast_exp.h"
#include "random/cpu_dispatch.h"

#include <cmath>
#include <limits>

namespace lpd::training {
namespace {

// Reductions go over eight lanes, whatever the vector width: the same sums everywhere.
constexpr int kLanes = 8;

LPD_INLINE_BODY float largestScaled(const float* x, int begin, int end, float scale, float least) {
  float lanes[kLanes];
  for (float& lane : lanes)
    lane = least;
  int i = begin;
  for (; i + kLanes <= end; i += kLanes) {
    for (int k = 0; k < kLanes; ++k) {
      const float value = x[i + k] * scale;
      lanes[k] = value > lanes[k] ? value : lanes[k];
    }
  }
  float largest = least;
  for (; i < end; ++i)
    largest = x[i] * scale > largest ? x[i] * scale : largest;
  for (const float lane : lanes)
    largest = lane > largest ? lane : largest;
  return largest;
}

/// x = exp(x * scale - shift); returns the sum.
LPD_INLINE_BODY float exponentials(float* x, int begin, int end, float scale, float shift) {
  float lanes[kLanes] = {};
  int i = begin;
  for (; i + kLanes <= end; i += kLanes) {
    for (int k = 0; k < kLanes; ++k) {
      const float value = fastExp(x[i + k] * scale - shift);
      x[i + k] = value;
      lanes[k] += value;
    }
  }
  float sum = 0;
  for (; i < end; ++i) {
    x[i] = fastExp(x[i] * scale - shift);
    sum += x[i];
  }
  for (const float lane : lanes)
    sum += lane;
  return sum;
}

LPD_INLINE_BODY void fill(float* x, int begin, int end, float value) {
  for (int i = begin; i < end; ++i)
    x[i] = value;
}

LPD_INLINE_BODY void multiply(float* x, int begin, int end, float factor) {
  for (int i = begin; i < end; ++i)
    x[i] *= factor;
}

LPD_INLINE_BODY float softmaxBody(float* scores, int width, const VisibleCells& visible, float scale) {
  float shift = largestScaled(scores, 0, visible.prefix, scale, -std::numeric_limits<float>::infinity());
  shift = largestScaled(scores, visible.ownBegin, visible.ownEnd, scale, shift);
  const float sum = exponentials(scores, 0, visible.prefix, scale, shift) +
                    exponentials(scores, visible.ownBegin, visible.ownEnd, scale, shift);
  multiply(scores, 0, visible.prefix, 1 / sum);
  multiply(scores, visible.ownBegin, visible.ownEnd, 1 / sum);
  fill(scores, visible.prefix, visible.ownBegin, 0);
  fill(scores, visible.ownEnd, width, 0);
  return shift + std::log(sum);
}

LPD_INLINE_BODY void repeatBody(float* scores, int width, const VisibleCells& visible, float scale, float logSum) {
  exponentials(scores, 0, visible.prefix, scale, logSum);
  exponentials(scores, visible.ownBegin, visible.ownEnd, scale, logSum);
  fill(scores, visible.prefix, visible.ownBegin, 0);
  fill(scores, visible.ownEnd, width, 0);
}

LPD_INLINE_BODY void gradientBody(const float* p, float* g, int width, float scale) {
  float lanes[kLanes] = {};
  int i = 0;
  for (; i + kLanes <= width; i += kLanes) {
    for (int k = 0; k < kLanes; ++k)
      lanes[k] += p[i + k] * g[i + k];
  }
  float sum = 0;
  for (; i < width; ++i)
    sum += p[i] * g[i];
  for (const float lane : lanes)
    sum += lane;
  for (i = 0; i < width; ++i)
    g[i] = p[i] * (g[i] - sum) * scale;
}

/// Chris Wellons' two-round hash with the lowest known bias ("lowbias32").
LPD_INLINE_BODY std::uint32_t avalanche(std::uint32_t x) {
  x ^= x >> 16;
  x *= 0x7feb352du;
  x ^= x >> 15;
  x *= 0x846ca68bu;
  return x ^ x >> 16;
}

LPD_INLINE_BODY float dropped(float value, std::uint32_t key, std::uint32_t index, const DropRule& rule) {
  const std::uint32_t hash = avalanche(key + index * 0x9E3779B9u);
  return hash >= rule.threshold ? value * rule.keptScale : 0.0f;
}

LPD_INLINE_BODY void dropBody(const float* in, float* out, int width, std::uint32_t key, const DropRule& rule) {
  const DropRule local = rule;  // `out` may not alias it
  for (int i = 0; i < width; ++i)
    out[i] = dropped(in[i], key, static_cast<std::uint32_t>(i), local);
}

LPD_INLINE_BODY void addDroppedBody(const float* sum, const float* in, float* out, int width, std::uint32_t key,
                                    const DropRule& rule) {
  const DropRule local = rule;
  for (int i = 0; i < width; ++i)
    out[i] = sum[i] + dropped(in[i], key, static_cast<std::uint32_t>(i), local);
}

#if LPD_DISPATCH_AVX2
LPD_TARGET_AVX2 float softmaxAvx2(float* scores, int width, const VisibleCells& visible, float scale) {
  return softmaxBody(scores, width, visible, scale);
}
LPD_TARGET_AVX2 void repeatAvx2(float* scores, int width, const VisibleCells& visible, float scale, float logSum) {
  repeatBody(scores, width, visible, scale, logSum);
}
LPD_TARGET_AVX2 void gradientAvx2(const float* p, float* g, int width, float scale) {
  gradientBody(p, g, width, scale);
}
LPD_TARGET_AVX2 void dropAvx2(const float* in, float* out, int width, std::uint32_t key, const DropRule& rule) {
  dropBody(in, out, width, key, rule);
}
LPD_TARGET_AVX2 void addDroppedAvx2(const float* sum, const float* in, float* out, int width, std::uint32_t key,
                                    const DropRule& rule) {
  addDroppedBody(sum, in, out, width, key, rule);
}
#endif

}  // namespace

float softmaxRow(float* scores, int width, const VisibleCells& visible, float scale) {
#if LPD_DISPATCH_AVX2
  if (hasAvx2()) return softmaxAvx2(scores, width, visible, scale);
#endif
  return softmaxBody(scores, width, visible, scale);
}

void repeatSoftmax(float* scores, int width, const VisibleCells& visible, float scale, float logSum) {
#if LPD_DISPATCH_AVX2
  if (hasAvx2()) return repeatAvx2(scores, width, visible, scale, logSum);
#endif
  repeatBody(scores, width, visible, scale, logSum);
}

void softmaxGradientRow(const float* probabilities, float* gradients, int width, float scale) {
#if LPD_DISPATCH_AVX2
  if (hasAvx2()) return gradientAvx2(probabilities, gradients, width, scale);
#endif
  gradientBody(probabilities, gradients, width, scale);
}

DropRule DropRule::of(double rate) {
  return {static_cast<std::uint32_t>(rate * 4294967296.0), static_cast<float>(1 / (1 - rate))};
}

std::uint32_t mixKey(std::uint32_t key, std::uint32_t word) {
  return avalanche(key ^ avalanche(word + 0x9E3779B9u));
}

void dropRow(const float* in, float* out, int width, std::uint32_t key, const DropRule& rule) {
#if LPD_DISPATCH_AVX2
  if (hasAvx2()) return dropAvx2(in, out, width, key, rule);
#endif
  dropBody(in, out, width, key, rule);
}

void addDroppedRow(const float* sum, const float* in, float* out, int width, std::uint32_t key, const DropRule& rule) {
#if LPD_DISPATCH_AVX2
  if (hasAvx2()) return addDroppedAvx2(sum, in, out, width, key, rule);
#endif
  addDroppedBody(sum, in, out, width, key, rule);
}

}  // namespace lpd::training
