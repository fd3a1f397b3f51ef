#pragma once

#include <torch/types.h>

namespace lpd::training {

struct LossWeights {
  double absolute = 1.0;  ///< mean absolute difference
  double edge = 0.7;      ///< of the differences of neighbouring pixels, down and right
  double quarter = 0.5;   ///< mean absolute difference at quarter scale
  double square = 0.5;    ///< mean squared difference
  double ssim = 0;        ///< 1 - SSIM of the brightness (Wang et al. 2004: Gaussian window of 11 pixels, sigma 1.5)
  double commitment = 0.25;
};

/// The parts before weighting, and the weighted sum; all scalars with a gradient.
struct ReconstructionLoss {
  torch::Tensor absolute, edge, quarter, square, sum;

  /// Pictures [B, 3, H, W] in [-1, 1], sides multiples of 4; of at least 12 pixels where SSIM has a weight.
  static ReconstructionLoss of(const torch::Tensor& made, const torch::Tensor& wanted, const LossWeights& weights);
};

}  // namespace lpd::training
