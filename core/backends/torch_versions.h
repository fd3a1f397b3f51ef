#pragma once

#include <lpd/engine.h>

#include <torch/types.h>

#include <cstdint>
#include <string>
#include <vector>

// What differs between LibTorch 1.13 and 2.x, and between builds with and without CUDA, is decided in
// torch_versions.cpp and nowhere else.
namespace lpd {

/// softmax(q k^T / sqrt(width)) v without a mask; [..., rows, width] each. Softmax in fp32.
torch::Tensor scaledDotProduct(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values);

/// The same where row i of `mask` (bool [rows, keys], true = may attend) says what query i sees, with dropout of the
/// probabilities; differentiable.
torch::Tensor maskedAttention(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values,
                              const torch::Tensor& mask, double dropout);

std::string torchVersion();

std::vector<DeviceInfo> cudaDevices();     ///< usable ones; empty without CUDA
std::string cudaProblem();                 ///< why cudaDevices() is empty, as part of a sentence
std::uint64_t cudaFreeMemory(int device);  ///< bytes; 0 if unknown
void keepFp32Exact();                      ///< no TF32 in cuDNN's convolutions (its default), a process-wide setting

}  // namespace lpd
