#pragma once

#include "backends/cpu/bf16_kernels.h"
#include "base/task_pool.h"

#include <torch/types.h>

#include <memory>

namespace lpd {

/// Where a loaded model computes and what multiplies its matrices.
struct Compute {
  enum class Path {
    Kernels,  ///< CPU: the kernels of backends/cpu do everything
    Torch,    ///< LibTorch does everything (CUDA; on a CPU only in tests)
  };
  torch::Device device{torch::kCPU};
  Path path = Path::Kernels;
  bool bf16 = false;  ///< products take bfloat16 factors; sums, norms, softmax and the residual stream stay fp32

  std::shared_ptr<TaskPool> pool = std::make_shared<TaskPool>(1);  ///< who runs the kernels

  bool torchAll() const { return path == Path::Torch; }
  torch::ScalarType productType() const { return bf16 ? torch::kBFloat16 : torch::kFloat32; }
  /// Whether a kernel must round what it writes because a bf16 product reads it.
  bool kernelsRound() const { return bf16 && path == Path::Kernels; }
  /// Whether the kernels multiply in bf16 by the CPU's own units, not by rounding what they multiply in fp32.
  bool inBf16() const { return kernelsRound() && kernels::bf16Table(); }
};

}  // namespace lpd
