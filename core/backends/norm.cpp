#include "backends/norm.h"

#include "backends/cpu/kernels.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace lpd {
namespace {

constexpr double kEpsilon = 1e-6;
constexpr std::int64_t kRowsATask = 32;

}  // namespace

LayerNorm::LayerNorm(const torch::Tensor& weight, const torch::Tensor& bias, bool feedsProduct, const Compute& compute)
    : compute_(compute),
      weight_(weight.to(compute.device, torch::kFloat32).contiguous()),
      bias_(bias.to(compute.device, torch::kFloat32).contiguous()),
      round_(feedsProduct && compute.kernelsRound()) {}

torch::Tensor LayerNorm::operator()(const torch::Tensor& x) const {
  if (compute_.torchAll()) return at::layer_norm(x, {weight_.numel()}, weight_, bias_, kEpsilon);
  const auto input = x.contiguous();
  auto out = torch::empty_like(input);
  const std::int64_t width = weight_.numel();
  const float* in = input.data_ptr<float>();
  float* result = out.data_ptr<float>();
  const auto& kernel = kernels::table();
  const std::int64_t rows = input.numel() / width;
  compute_.pool->run((rows + kRowsATask - 1) / kRowsATask, [&](std::int64_t task) {
    const std::int64_t first = task * kRowsATask;
    kernel.layerNorm(in + first * width, weight_.data_ptr<float>(), bias_.data_ptr<float>(), result + first * width,
                     std::min(kRowsATask, rows - first), width, static_cast<float>(kEpsilon), round_);
  });
  return out;
}

GroupNorm::GroupNorm(const torch::Tensor& weight, const torch::Tensor& bias, int groups, const Compute& compute)
    : compute_(compute),
      weight_(weight.to(compute.device, torch::kFloat32).contiguous()),
      bias_(bias.to(compute.device, torch::kFloat32).contiguous()),
      groups_(groups) {}

ChannelAffine GroupNorm::affine(const torch::Tensor& picture) const {
  const std::int64_t rows = picture.size(0), width = picture.size(1), channels = picture.size(2);
  // One sum a picture row, added up in row order: the result does not depend on the number of threads.
  std::vector<double> rowSums(static_cast<std::size_t>(rows * 2 * channels), 0.0);
  const float* in = picture.data_ptr<float>();
  const auto& kernel = kernels::table();
  compute_.pool->run(rows, [&](std::int64_t row) {
    kernel.norm.channelSums(in + row * width * channels, width, channels, &rowSums[row * 2 * channels]);
  });
  std::vector<double> sums(static_cast<std::size_t>(2 * channels), 0.0);
  for (std::int64_t row = 0; row < rows; ++row)
    for (std::int64_t i = 0; i < 2 * channels; ++i)
      sums[i] += rowSums[row * 2 * channels + i];

  ChannelAffine result{torch::empty({channels}), torch::empty({channels})};
  float* scale = result.scale.data_ptr<float>();
  float* shift = result.shift.data_ptr<float>();
  const std::int64_t groupWidth = channels / groups_;
  const double count = static_cast<double>(rows * width * groupWidth);
  for (std::int64_t group = 0; group < groups_; ++group) {
    double total = 0, squares = 0;
    for (std::int64_t c = group * groupWidth; c < (group + 1) * groupWidth; ++c) {
      total += sums[c];
      squares += sums[channels + c];
    }
    const double mean = total / count;
    const double inverse = 1.0 / std::sqrt(std::max(0.0, squares / count - mean * mean) + kEpsilon);
    for (std::int64_t c = group * groupWidth; c < (group + 1) * groupWidth; ++c) {
      const double factor = weight_.data_ptr<float>()[c] * inverse;
      scale[c] = static_cast<float>(factor);
      shift[c] = static_cast<float>(bias_.data_ptr<float>()[c] - mean * factor);
    }
  }
  return result;
}

torch::Tensor GroupNorm::operator()(const torch::Tensor& picture) const {
  if (!compute_.torchAll()) {
    const auto [scale, shift] = affine(picture);
    return picture * scale + shift;
  }
  // Always in fp32 and contiguous: LibTorch 1.13's group_norm is wrong in bf16 on channels-last tensors.
  const auto planes = picture.to(torch::kFloat32).permute({2, 0, 1}).unsqueeze(0).contiguous();
  return at::group_norm(planes, groups_, weight_, bias_, kEpsilon).squeeze(0).permute({1, 2, 0});
}

}  // namespace lpd
