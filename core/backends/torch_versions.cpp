#include "backends/torch_versions.h"

#include <torch/cuda.h>
#include <torch/version.h>

#include <cmath>
#include <limits>

#ifdef LPD_HAVE_CUDA
#include <cuda_runtime_api.h>
#endif

namespace lpd {

torch::Tensor scaledDotProduct(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values) {
#if TORCH_VERSION_MAJOR >= 2
  return at::scaled_dot_product_attention(queries, keys, values);
#else
  const double scale = 1.0 / std::sqrt(static_cast<double>(queries.size(-1)));
  const auto weights = at::softmax(at::matmul(queries * scale, keys.transpose(-2, -1)), -1, torch::kFloat32);
  return at::matmul(weights.to(values.scalar_type()), values);
#endif
}

torch::Tensor maskedAttention(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values,
                              const torch::Tensor& mask, double dropout) {
#if TORCH_VERSION_MAJOR >= 2
  return at::scaled_dot_product_attention(queries, keys, values, mask, dropout);
#else
  const double scale = 1.0 / std::sqrt(static_cast<double>(queries.size(-1)));
  const auto scores = at::matmul(queries * scale, keys.transpose(-2, -1)).to(torch::kFloat32);
  const auto hidden = scores.masked_fill(mask.logical_not(), -std::numeric_limits<float>::infinity());
  const auto weights = at::dropout(at::softmax(hidden, -1), dropout, /*train=*/dropout > 0);
  return at::matmul(weights.to(values.scalar_type()), values);
#endif
}

std::string torchVersion() {
  return std::to_string(TORCH_VERSION_MAJOR) + "." + std::to_string(TORCH_VERSION_MINOR) + "." +
         std::to_string(TORCH_VERSION_PATCH);
}

#ifdef LPD_HAVE_CUDA

std::vector<DeviceInfo> cudaDevices() {
  std::vector<DeviceInfo> devices;
  int count = 0;
  if (!torch::cuda::is_available() || cudaGetDeviceCount(&count) != cudaSuccess) return devices;
  for (int i = 0; i < count; ++i) {
    cudaDeviceProp properties{};
    if (cudaGetDeviceProperties(&properties, i) != cudaSuccess) break;
    devices.push_back({"cuda:" + std::to_string(i), properties.name, properties.totalGlobalMem});
  }
  return devices;
}

std::string cudaProblem() {
  return "no NVIDIA driver or device was found";
}

std::uint64_t cudaFreeMemory(int device) {
  int before = 0;
  std::size_t free = 0, total = 0;
  if (cudaGetDevice(&before) != cudaSuccess || cudaSetDevice(device) != cudaSuccess) return 0;
  const bool known = cudaMemGetInfo(&free, &total) == cudaSuccess;
  cudaSetDevice(before);
  return known ? free : 0;
}

void keepFp32Exact() {
  at::globalContext().setAllowTF32CuDNN(false);
}

#else

std::vector<DeviceInfo> cudaDevices() {
  return {};
}
std::string cudaProblem() {
  return "this LibTorch was built without CUDA";
}
std::uint64_t cudaFreeMemory(int) {
  return 0;
}
void keepFp32Exact() {}

#endif

}  // namespace lpd
