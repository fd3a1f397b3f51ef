#include "training/tokenizer/norm_rows.h"

#include "decode/fast_exp.h"
#include "random/cpu_dispatch.h"

#include <algorithm>
#include <cmath>

namespace lpd::training::norm_rows {

namespace {

// Sums in this many lanes, whose order is the same at any vector width, emptied into doubles block by block.
constexpr int kLanes = 16;
constexpr std::int64_t kBlock = 1024;

LPD_INLINE_BODY float sigmoid(float v) {
  const float e = fastExp(-std::fabs(v));
  const float inverse = 1.0f / (1.0f + e);
  return v >= 0 ? inverse : e * inverse;
}

LPD_INLINE_BODY void forwardBody(const float* x, float scale, float shift, float* y, std::int64_t count) {
  for (std::int64_t i = 0; i < count; ++i) {
    const float v = x[i] * scale + shift;
    y[i] = v * sigmoid(v);
  }
}

/// Sums of a - shift and of its square; or of a and of a * (b - shift).
template <bool Squares>
LPD_INLINE_BODY Sums sumsBody(const float* a, const float* b, float shift, std::int64_t count) {
  Sums total;
  for (std::int64_t start = 0; start < count; start += kBlock) {
    const std::int64_t end = std::min(count, start + kBlock);
    float first[kLanes] = {}, second[kLanes] = {};
    const auto add = [&](int lane, std::int64_t i) {
      const float value = Squares ? a[i] - shift : a[i];
      first[lane] += value;
      second[lane] += value * (Squares ? value : b[i] - shift);
    };
    std::int64_t i = start;
    for (; i + kLanes <= end; i += kLanes)
      for (int lane = 0; lane < kLanes; ++lane)
        add(lane, i + lane);
    for (; i < end; ++i)
      add(0, i);
    for (int lane = 0; lane < kLanes; ++lane) {
      total.first += first[lane];
      total.second += second[lane];
    }
  }
  return total;
}

LPD_INLINE_BODY Sums backwardBody(const float* x, const float* dy, float scale, float shift, float mean, float* dv,
                                  std::int64_t count) {
  Sums total;
  for (std::int64_t start = 0; start < count; start += kBlock) {
    const std::int64_t size = std::min(kBlock, count - start);
    const float* in = x + start;
    for (std::int64_t i = 0; i < size; ++i) {
      const float v = in[i] * scale + shift;
      const float s = sigmoid(v);
      dv[start + i] = dy[start + i] * (s * (1.0f + v * (1.0f - s)));
    }
    const Sums block = sumsBody<false>(dv + start, in, mean, size);
    total.first += block.first;
    total.second += block.second;
  }
  return total;
}

LPD_INLINE_BODY void combineBody(float* dv, const float* x, float a, float b, float c, std::int64_t count) {
  for (std::int64_t i = 0; i < count; ++i)
    dv[i] = dv[i] * a + x[i] * b + c;
}

#if LPD_DISPATCH_AVX2
LPD_TARGET_AVX2 void forwardAvx2(const float* x, float scale, float shift, float* y, std::int64_t count) {
  forwardBody(x, scale, shift, y, count);
}
LPD_TARGET_AVX2 Sums momentsAvx2(const float* x, float shift, std::int64_t count) {
  return sumsBody<true>(x, nullptr, shift, count);
}
LPD_TARGET_AVX2 Sums backwardAvx2(const float* x, const float* dy, float scale, float shift, float mean, float* dv,
                                  std::int64_t count) {
  return backwardBody(x, dy, scale, shift, mean, dv, count);
}
LPD_TARGET_AVX2 void combineAvx2(float* dv, const float* x, float a, float b, float c, std::int64_t count) {
  combineBody(dv, x, a, b, c, count);
}
#endif

}  // namespace

Sums moments(const float* x, float shift, std::int64_t count) {
#if LPD_DISPATCH_AVX2
  if (hasAvx2()) return momentsAvx2(x, shift, count);
#endif
  return sumsBody<true>(x, nullptr, shift, count);
}

void forward(const float* x, float scale, float shift, float* y, std::int64_t count) {
#if LPD_DISPATCH_AVX2
  if (hasAvx2()) return forwardAvx2(x, scale, shift, y, count);
#endif
  forwardBody(x, scale, shift, y, count);
}

Sums backward(const float* x, const float* dy, float scale, float shift, float mean, float* dv, std::int64_t count) {
#if LPD_DISPATCH_AVX2
  if (hasAvx2()) return backwardAvx2(x, dy, scale, shift, mean, dv, count);
#endif
  return backwardBody(x, dy, scale, shift, mean, dv, count);
}

void combine(float* dv, const float* x, float a, float b, float c, std::int64_t count) {
#if LPD_DISPATCH_AVX2
  if (hasAvx2()) return combineAvx2(dv, x, a, b, c, count);
#endif
  combineBody(dv, x, a, b, c, count);
}

}  // namespace lpd::training::norm_rows
