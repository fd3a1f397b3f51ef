#pragma once

#include "training/optim/parameter.h"

#include <torch/types.h>

#include <cstdint>

namespace lpd::training {

/// A small network that tells real patches of about 22 pixels from reconstructed ones (Isola et al., CVPR 2017); it
/// exists during training only.
class PatchDiscriminator {
 public:
  PatchDiscriminator(int channels, std::uint64_t seed, const torch::Device& device);
  const Parameters& parameters() const { return parameters_; }

  /// Pictures [B, 3, H, W] -> one value a patch, positive where it looks real. `frozen`: its own parameters get no
  /// gradient.
  torch::Tensor operator()(torch::Tensor pictures, bool frozen) const;

 private:
  Parameters parameters_;
};

/// Hinge loss of the discriminator.
torch::Tensor discriminatorLoss(const torch::Tensor& onReal, const torch::Tensor& onMade);

}  // namespace lpd::training
