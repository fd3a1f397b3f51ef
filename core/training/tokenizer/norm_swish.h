#pragma once

#include <torch/types.h>

namespace lpd::training {

/// swish(GroupNorm(x)) with a gradient: x fp32 or bf16 [B, C, H, W] -> the same. On the CPU one hand-written operation
/// on channels-last memory that keeps nothing but x, reads memory half as often as LibTorch's two, and calculates in
/// fp32 whatever it reads and writes (LibTorch 1.13's bf16 GroupNorm is wrong on channels-last tensors).
torch::Tensor normSwish(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias, int groups);

/// The same out of LibTorch's operations: what runs on a GPU.
torch::Tensor normSwishByTorch(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias,
                               int groups);

inline constexpr double kNormEpsilon = 1e-6;

}  // namespace lpd::training
