#pragma once

#include "backends/compute.h"
#include "backends/cpu/bf16_product.h"

#include <torch/types.h>

namespace lpd {

/// A matrix in the layout of the bf16 kernels.
class Bf16Matrix {
 public:
  Bf16Matrix() = default;
  /// `matrix`: fp32 [columns, inner], row n holding the factors of output n; `inner` in equal segments.
  Bf16Matrix(const torch::Tensor& matrix, int segments);
  bool defined() const { return data_.defined(); }
  kernels::Bf16Panels view() const;

 private:
  torch::Tensor data_;  ///< [panels, segments, padded inner / 32, 16, 32]
  std::int64_t columns_ = 0;
};

/// fp32 rows [rows, width] as bf16, `padded` values apart with zeros between, and what the kernel may read behind them.
torch::Tensor asBf16Rows(const torch::Tensor& rows, std::int64_t padded, const Compute& compute);

}  // namespace lpd
