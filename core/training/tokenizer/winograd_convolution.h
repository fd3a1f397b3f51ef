#pragma once

#include <torch/types.h>

namespace lpd::training {

/// A convolution of 3x3 taps, stride 1, with zeros around, and its gradients, by the CPU kernels (Winograd's F(4x4,
/// 3x3)): a quarter of the multiplications. x fp32 [B, C, H, W], weight [K, C, 3, 3], bias [K] -> [B, K, H, W], in
/// channels-last memory. The same bits for the same number of threads.
torch::Tensor winogradConvolution(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias);

}  // namespace lpd::training
