#pragma once

#include "backends/cpu/kernels.h"

#include <torch/types.h>

namespace lpd {

/// A matrix in the kernels' panel layout, in fp32 or bf16.
class PackedMatrix {
 public:
  PackedMatrix() = default;
  /// `matrix`: fp32 [columns, inner], row n holding the factors of output n.
  PackedMatrix(const torch::Tensor& matrix, bool bf16);
  kernels::Panels view() const;
  std::int64_t inner() const { return inner_; }
  std::int64_t columns() const { return columns_; }

 private:
  torch::Tensor data_;  ///< [panels, inner, kPanel]
  std::int64_t inner_ = 0;
  std::int64_t columns_ = 0;
};

}  // namespace lpd
