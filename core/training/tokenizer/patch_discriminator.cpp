#include "training/tokenizer/patch_discriminator.h"

#include "training/run/noise.h"

#include <array>
#include <cmath>

namespace lpd::training {

namespace {

struct Layer {
  std::int64_t kernel, stride;
};
constexpr std::array<Layer, 4> kLayers{{{4, 2}, {4, 2}, {3, 1}, {1, 1}}};
/// Beside the tokenizer's tensors, which count from 0.
constexpr std::int64_t kFirstNumber = 1 << 20;

torch::Tensor uniform(std::vector<std::int64_t> shape, double limit, std::uint64_t seed, std::int64_t number) {
  auto tensor = torch::empty(shape);
  auto stream = noise(seed, kFirstNumber + number, Purpose::Weights);
  for (std::int64_t i = 0; i < tensor.numel(); ++i)
    tensor.data_ptr<float>()[i] = static_cast<float>((2 * stream.uniform() - 1) * limit);
  return tensor;
}

}  // namespace

PatchDiscriminator::PatchDiscriminator(int channels, std::uint64_t seed, const torch::Device& device) {
  const std::array<std::int64_t, 5> widths{3, channels, 2 * channels, 4 * channels, 1};
  for (std::size_t i = 0; i < kLayers.size(); ++i) {
    const std::int64_t in = widths[i], out = widths[i + 1], kernel = kLayers[i].kernel;
    const double limit = 1 / std::sqrt(static_cast<double>(in * kernel * kernel));
    const std::string name = "discriminator." + std::to_string(i);
    const auto number = static_cast<std::int64_t>(i);
    parameters_.push_back(
        {name + ".weight", uniform({out, in, kernel, kernel}, limit, seed, number).to(device).requires_grad_()});
    parameters_.push_back({name + ".bias", torch::zeros({out}, device).requires_grad_()});
  }
}

torch::Tensor PatchDiscriminator::operator()(torch::Tensor x, bool frozen) const {
  for (std::size_t i = 0; i < kLayers.size(); ++i) {
    auto weight = parameters_[2 * i].value, bias = parameters_[2 * i + 1].value;
    if (frozen) {
      weight = weight.detach();
      bias = bias.detach();
    }
    const auto [kernel, stride] = kLayers[i];
    const std::int64_t padding = (kernel - 1) / 2;
    x = at::conv2d(x, weight, bias, {stride, stride}, {padding, padding});
    if (i + 1 < kLayers.size()) x = at::leaky_relu(x, 0.2);
  }
  return x;
}

torch::Tensor discriminatorLoss(const torch::Tensor& onReal, const torch::Tensor& onMade) {
  return at::relu(1 - onReal).mean() + at::relu(1 + onMade).mean();
}

}  // namespace lpd::training
