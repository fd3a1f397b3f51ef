#pragma once

#include "backends/compute.h"

namespace lpd {

/// Layer normalisation over the last dimension, epsilon 1e-6, in fp32.
class LayerNorm {
 public:
  LayerNorm() = default;
  /// `feedsProduct`: the result is a linear layer's input (rounded to bf16 where that multiplies in bf16).
  LayerNorm(const torch::Tensor& weight, const torch::Tensor& bias, bool feedsProduct, const Compute& compute);
  torch::Tensor operator()(const torch::Tensor& x) const;

 private:
  Compute compute_;
  torch::Tensor weight_, bias_;
  bool round_ = false;
};

/// What group normalisation (epsilon 1e-6, fp32 and better) does to each channel: y = x * scale + shift.
struct ChannelAffine {
  torch::Tensor scale;  ///< fp32 [C]
  torch::Tensor shift;
};

/// Group normalisation of pictures [H, W, C].
class GroupNorm {
 public:
  GroupNorm() = default;
  GroupNorm(const torch::Tensor& weight, const torch::Tensor& bias, int groups, const Compute& compute);
  ChannelAffine affine(const torch::Tensor& picture) const;      ///< of one picture [H, W, C]; kernels only
  torch::Tensor operator()(const torch::Tensor& picture) const;  ///< [H, W, C] -> [H, W, C]

 private:
  Compute compute_;
  torch::Tensor weight_, bias_;
  int groups_ = 1;
};

}  // namespace lpd
