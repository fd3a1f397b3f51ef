#pragma once

#include <torch/types.h>

#include <cstdint>
#include <vector>

namespace lpd::training {

/// Random fp32 tensors on the CPU that depend on (seed, tensor number) alone.
torch::Tensor normalTensor(const std::vector<std::int64_t>& shape, double deviation, std::uint64_t seed,
                           std::int64_t number);
torch::Tensor uniformTensor(const std::vector<std::int64_t>& shape, double limit, std::uint64_t seed,
                            std::int64_t number);

}  // namespace lpd::training
