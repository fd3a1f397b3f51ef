#pragma once

#include "backends/bf16_matrix.h"
#include "backends/compute.h"
#include "backends/packed_matrix.h"

namespace lpd {

/// y = x W^T + b. On the kernel path a row's result does not depend on the other rows nor on the number of threads.
class Linear {
 public:
  Linear() = default;
  /// `weight` fp32 [out, in]; `bias` fp32 [out] or undefined.
  Linear(const torch::Tensor& weight, const torch::Tensor& bias, const Compute& compute);

  torch::Tensor operator()(const torch::Tensor& x) const;        ///< [..., in] -> [..., out]
  torch::Tensor gelu(const torch::Tensor& x) const;              ///< exact GELU of the product
  void addTo(torch::Tensor& sum, const torch::Tensor& x) const;  ///< sum (fp32, contiguous) += product

 private:
  torch::Tensor product(const torch::Tensor& x) const;
  torch::Tensor run(const torch::Tensor& x, kernels::Epilogue epilogue) const;
  void runInto(torch::Tensor& out, const torch::Tensor& x, kernels::Epilogue epilogue) const;
  void runBf16(torch::Tensor& out, const torch::Tensor& x, kernels::Epilogue epilogue) const;

  Compute compute_;
  std::int64_t inner_ = 0, columns_ = 0;
  PackedMatrix packed_;  ///< one of these three
  Bf16Matrix bf16_;
  torch::Tensor weight_;  ///< LibTorch's products
  torch::Tensor bias_;
};

}  // namespace lpd
