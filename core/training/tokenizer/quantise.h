#pragma once

#include <torch/types.h>

namespace lpd::training {

/// [B, dim, h, w] -> [B h w, dim].
inline torch::Tensor asRows(const torch::Tensor& latents) {
  return latents.permute({0, 2, 3, 1}).reshape({-1, latents.size(1)});
}

/// The inverse, in the shape of `like`.
inline torch::Tensor asPicture(const torch::Tensor& rows, const torch::Tensor& like) {
  return rows.view({like.size(0), like.size(2), like.size(3), like.size(1)}).permute({0, 3, 1, 2}).contiguous();
}

/// The value of `quantised`, the gradient of `latents` (straight-through estimator).
inline torch::Tensor straightThrough(const torch::Tensor& latents, const torch::Tensor& quantised) {
  return latents + (quantised - latents).detach();
}

}  // namespace lpd::training
