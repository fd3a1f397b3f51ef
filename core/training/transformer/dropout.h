#pragma once

#include "training/transformer/row_math.h"

#include <torch/types.h>

#include <cstdint>
#include <vector>

namespace lpd::training {

/// Dropout whose choices depend on the image's key, the site (which operation of the model) and the element alone: the
/// same however a batch is split over passes and processes, and nothing is stored for the backward pass. On a GPU the
/// device's own generator is used.
struct Dropout {
  double rate = 0;                       ///< 0..1, exclusive; 0 does nothing
  std::vector<std::uint32_t> imageKeys;  ///< [B]

  bool active() const { return rate > 0; }
};

/// dropout(x); x [B, rows, width].
torch::Tensor dropped(const torch::Tensor& x, const Dropout& dropout, std::uint32_t site);
/// sum + dropout(x), both fp32 or x narrower; [B, rows, width].
torch::Tensor addDropped(const torch::Tensor& sum, const torch::Tensor& x, const Dropout& dropout, std::uint32_t site);

}  // namespace lpd::training
