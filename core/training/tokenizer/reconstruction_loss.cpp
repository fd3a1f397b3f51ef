#include "training/tokenizer/reconstruction_loss.h"

namespace lpd::training {

namespace {

torch::Tensor steps(const torch::Tensor& x, std::int64_t dim) {
  const std::int64_t length = x.size(dim) - 1;
  return x.narrow(dim, 1, length) - x.narrow(dim, 0, length);
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
  return loss;
}

}  // namespace lpd::training
