#include "training/transformer/start_weights.h"

#include "training/run/noise.h"

#include <cmath>
#include <numbers>

namespace lpd::training {

torch::Tensor normalTensor(const std::vector<std::int64_t>& shape, double deviation, std::uint64_t seed,
                           std::int64_t number) {
  auto stream = noise(seed, number, Purpose::Weights);
  const auto tensor = at::empty(shape, torch::kFloat32);
  float* values = tensor.data_ptr<float>();
  for (std::int64_t i = 0; i < tensor.numel(); i += 2) {  // Box and Muller's pairs
    const double radius = deviation * std::sqrt(-2 * std::log(stream.uniform()));
    const double angle = 2 * std::numbers::pi * stream.uniform();
    values[i] = static_cast<float>(radius * std::cos(angle));
    if (i + 1 < tensor.numel()) values[i + 1] = static_cast<float>(radius * std::sin(angle));
  }
  return tensor;
}

torch::Tensor uniformTensor(const std::vector<std::int64_t>& shape, double limit, std::uint64_t seed,
                            std::int64_t number) {
  auto stream = noise(seed, number, Purpose::Weights);
  const auto tensor = at::empty(shape, torch::kFloat32);
  float* values = tensor.data_ptr<float>();
  for (std::int64_t i = 0; i < tensor.numel(); ++i)
    values[i] = static_cast<float>(limit * (2 * stream.uniform() - 1));
  return tensor;
}

}  // namespace lpd::training
