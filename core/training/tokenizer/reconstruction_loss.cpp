#include "training/tokenizer/reconstruction_loss.h"

namespace lpd::training {

namespace {

torch::Tensor steps(const torch::Tensor& x, std::int64_t dim) {
  const std::int64_t length = x.size(dim) - 1;
  return x.narrow(dim, 1, length) - x.narrow(dim, 0, length);
}

torch::Tensor blurred(const torch::Tensor& x) {
  constexpr std::int64_t kReach = 5;
  constexpr double kSigma = 1.5;
  auto window = at::arange(-kReach, kReach + 1, x.options());
  window = (-window.square() / (2 * kSigma * kSigma)).exp();
  window = window / window.sum();
  return at::conv2d(at::conv2d(x, window.reshape({1, 1, -1, 1})), window.reshape({1, 1, 1, -1}));
}

/// Mean over the places where the whole window lies in the picture.
torch::Tensor ssim(const torch::Tensor& made, const torch::Tensor& wanted) {
  constexpr double kRange = 2, kLuminance = 0.01 * kRange * 0.01 * kRange, kContrast = 0.03 * kRange * 0.03 * kRange;
  const auto grey = [](const torch::Tensor& x) {  // from 0: that a mean is near another depends on how bright both are
    return (0.299 * x.select(1, 0) + 0.587 * x.select(1, 1) + 0.114 * x.select(1, 2) + 1).unsqueeze(1);
  };
  const auto x = grey(made), y = grey(wanted);
  const auto means = blurred(at::cat({x, y, x * x, y * y, x * y})).chunk(5);
  const auto xx = means[0].square(), yy = means[1].square(), xy = means[0] * means[1];
  const auto above = (2 * xy + kLuminance) * (2 * (means[4] - xy) + kContrast);
  const auto below = (xx + yy + kLuminance) * (means[2] - xx + means[3] - yy + kContrast);
  return (above / below).mean();
}

}  // namespace

ReconstructionLoss ReconstructionLoss::of(const torch::Tensor& made, const torch::Tensor& wanted,
                                          const LossWeights& weights) {
  const auto difference = made - wanted;
  ReconstructionLoss loss;
  loss.absolute = difference.abs().mean();
  loss.edge = steps(difference, 2).abs().mean() + steps(difference, 3).abs().mean();
  loss.quarter = at::avg_pool2d(difference, {4, 4}).abs().mean();
  loss.square = difference.square().mean();
  loss.sum = weights.absolute * loss.absolute + weights.edge * loss.edge + weights.quarter * loss.quarter +
             weights.square * loss.square;
  if (weights.ssim > 0) loss.sum = loss.sum + weights.ssim * (1 - ssim(made.to(at::kFloat), wanted.to(at::kFloat)));
  return loss;
}

}  // namespace lpd::training
