#pragma once

#include <cstdint>

/// The loops of norm-then-swish over one channel of one picture, contiguous, without torch.
namespace lpd::training::norm_rows {

struct Sums {
  double first = 0;
  double second = 0;
};

/// Sum and sum of squares of x - shift, with a shift near the mean so that little cancels later.
Sums moments(const float* x, float shift, std::int64_t count);

/// y = swish(v) with v = x * scale + shift and swish(v) = v / (1 + exp(-v)).
void forward(const float* x, float scale, float shift, float* y, std::int64_t count);

/// Gradient with respect to v into `dv`; returns the sums of dv and of dv * (x - mean).
Sums backward(const float* x, const float* dy, float scale, float shift, float mean, float* dv, std::int64_t count);

/// dv becomes dv * a + x * b + c.
void combine(float* dv, const float* x, float a, float b, float c, std::int64_t count);

}  // namespace lpd::training::norm_rows
