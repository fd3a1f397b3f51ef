#pragma once

#include "backends/compute.h"
#include "backends/cpu/amx_product.h"

#include <torch/types.h>

namespace lpd {

/// A matrix in the layout of the AMX kernels, in bf16.
class AmxMatrix {
 public:
  AmxMatrix() = default;
  /// `matrix`: fp32 [columns, inner], row n holding the factors of output n; `inner` in equal segments.
  AmxMatrix(const torch::Tensor& matrix, int segments);
  bool defined() const { return data_.defined(); }
  kernels::AmxPanels view() const;

 private:
  torch::Tensor data_;  ///< [panels, segments, padded inner / 32, 16, 32]
  std::int64_t columns_ = 0;
};

/// fp32 rows [rows, width] as bf16, `padded` values apart with zeros between, and what the kernel may read behind them.
torch::Tensor asAmxRows(const torch::Tensor& rows, std::int64_t padded, const Compute& compute);

}  // namespace lpd
