#pragma once

#include "backends/bf16_matrix.h"
#include "backends/compute.h"
#include "backends/norm.h"
#include "backends/packed_matrix.h"

namespace lpd {

/// A convolution of pictures [H, W, C], fused with what the tokenizer does around it. On the CPU, 3x3 taps go by
/// Winograd's method where that pays.
class Convolution {
 public:
  enum class Kind {
    Same,        ///< zero padding of kernel / 2 on all sides
    Downsample,  ///< pads one pixel right and bottom, stride 2
    Upsample,    ///< nearest x2 first, then like Same
  };
  struct Fused {
    const GroupNorm* normThenSwish = nullptr;  ///< applied to the input first
    const torch::Tensor* residual = nullptr;   ///< [H', W', C'] added to the output
  };

  Convolution() = default;
  /// `weight` fp32 [out, in, kernel, kernel], `bias` [out].
  Convolution(const torch::Tensor& weight, const torch::Tensor& bias, Kind kind, const Compute& compute);

  torch::Tensor operator()(const torch::Tensor& picture, const Fused& fused) const;  ///< fp32 [H', W', C']
  torch::Tensor operator()(const torch::Tensor& picture) const { return (*this)(picture, Fused{}); }

 private:
  torch::Tensor runTorch(const torch::Tensor& picture, const Fused& fused) const;
  torch::Tensor runWinograd(const torch::Tensor& picture, const Fused& fused) const;
  torch::Tensor runDirect(const torch::Tensor& picture, const Fused& fused) const;
  torch::Tensor runBf16(const torch::Tensor& picture, const Fused& fused) const;
  /// The picture normalised, doubled (Upsample) and with `before` and `after` zeros around.
  torch::Tensor prepared(const torch::Tensor& picture, const GroupNorm* norm, std::int64_t before,
                         std::int64_t after) const;

  Compute compute_;
  Kind kind_ = Kind::Same;
  int kernel_ = 3;
  PackedMatrix packed_;  ///< one of these four
  Bf16Matrix bf16_;
  torch::Tensor winograd_;  ///< weights of kernels::Table::winograd
  torch::Tensor weight_;    ///< LibTorch's products
  torch::Tensor bias_;
};

}  // namespace lpd
