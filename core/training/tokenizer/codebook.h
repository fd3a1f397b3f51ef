#pragma once

#include "training/optim/parameter.h"

#include <torch/types.h>

#include <cstdint>

namespace lpd::training {

/// The codebook of a vector-quantising tokenizer: unit vectors that follow the latents assigned to them as moving
/// averages, started by k-means; codes nobody uses are moved to where the error is largest. No gradient descent.
class Codebook {
 public:
  Codebook(std::int64_t codes, std::int64_t dim, const torch::Device& device);

  /// [codes, dim], unit length.
  const torch::Tensor& vectors() const { return vectors_; }

  /// Unit-length rows [M, dim] -> nearest code each, int64 [M]; the first of equals.
  torch::Tensor nearest(const torch::Tensor& rows) const;

  /// Spherical k-means over unit rows [M, dim], M >= 1; rows spread by `seed` to begin with.
  void startFrom(const torch::Tensor& rows, std::uint64_t seed);

  /// Takes vectors [codes, dim] of an earlier run, as if each had been used once a step.
  void startAt(const torch::Tensor& vectors);
  /// Whether it has been started, either way.
  bool started() const { return uses_.any().item<bool>(); }

  /// One step of the averages by the rows of a (joint) batch: old values keep the share `decay`.
  void follow(const torch::Tensor& rows, const torch::Tensor& codes, double decay);

  /// Moves every code whose average use is below `share` of the mean to one of the batch's rows, drawn in proportion to
  /// the rows' errors by (seed, step). Returns how many.
  std::int64_t revive(const torch::Tensor& rows, const torch::Tensor& codes, double share, std::uint64_t seed,
                      std::int64_t step);

  void save(const std::string& prefix, NamedTensors& out) const;
  void load(const std::string& prefix, const NamedTensors& stored);

 private:
  torch::Tensor vectors_;
  torch::Tensor uses_;  ///< [codes] moving average of assigned rows a step
  torch::Tensor sums_;  ///< [codes, dim] moving average of their sums
};

/// 2^entropy of how often each code occurs: as many codes used equally often would tell as much.
double perplexity(const torch::Tensor& codes, std::int64_t count);

}  // namespace lpd::training
