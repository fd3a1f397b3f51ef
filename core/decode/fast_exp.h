#pragma once

#include "random/cpu_dispatch.h"

#include <bit>
#include <cstdint>

namespace lpd {

/// exp(x) for x <= 0 by IEEE single-precision multiplications and additions in a fixed order: the same bits on every
/// processor, and loops over it vectorise. Relative error below 3e-7; 0 where x < -87 (exp would be below 1.7e-38).
LPD_INLINE_BODY float fastExp(float x) {
  constexpr float kLog2E = 1.44269504f;
  constexpr float kLn2High = 0.693359375f;  // few bits: its products with whole numbers are exact
  constexpr float kLn2Low = -2.12194440e-4f;
  constexpr float kRound = 12582912.0f;  // 1.5 * 2^23: adding it leaves the nearest whole number in the low bits
  const float clamped = x > -87.0f ? x : -87.0f;
  const float shifted = clamped * kLog2E + kRound;
  const float whole = shifted - kRound;
  const float r = (clamped - whole * kLn2High) - whole * kLn2Low;  // |r| <= ln(2) / 2
  // The power series up to r^7 by pairs (Estrin): shorter chains than Horner's rule.
  const float square = r * r;
  const float pairs67 = 1.0f / 720 + r * (1.0f / 5040), pairs45 = 1.0f / 24 + r * (1.0f / 120);
  const float pairs23 = 0.5f + r * (1.0f / 6);
  const float series = 1.0f + (r + square * (pairs23 + square * (pairs45 + square * pairs67)));
  const std::int32_t exponent = std::bit_cast<std::int32_t>(shifted) - std::bit_cast<std::int32_t>(kRound);
  const float scale = std::bit_cast<float>((exponent + 127) << 23);
  return x < -87.0f ? 0.0f : series * scale;
}

}  // namespace lpd
