#pragma once

#include <torch/types.h>

namespace lpd::training {

/// The layers of a transformer in training whose products are in bfloat16, differentiable, for CPUs: activations
/// between products are bf16, everything added up is fp32, weights are fp32 and are rounded for the product.
/// Hand-written but for the products: LibTorch's own would go over memory two to four times as often.

/// LayerNorm of fp32 rows [.., width] -> bf16.
torch::Tensor bf16Norm(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias, double epsilon);

/// x [.., in] bf16, weight [out, in] and bias [out] fp32 (the bias may be undefined) -> bf16 [.., out].
torch::Tensor bf16Linear(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias);
/// gelu(bf16Linear(x, weight, bias)), the exact one.
torch::Tensor bf16LinearGelu(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias);

/// sum + x: fp32 + bf16 -> fp32.
torch::Tensor bf16Add(const torch::Tensor& sum, const torch::Tensor& x);

/// Mean cross entropy in nats of logits bf16 [rows, vocab] with int64 targets [rows]; fp32 scalar.
torch::Tensor bf16CrossEntropy(const torch::Tensor& logits, const torch::Tensor& targets);

}  // namespace lpd::training
