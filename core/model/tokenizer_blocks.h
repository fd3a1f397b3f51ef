#pragma once

#include "backends/convolution.h"
#include "backends/linear.h"
#include "backends/norm.h"
#include "model/weight_tensors.h"

#include <optional>
#include <string>

namespace lpd {

/// What all blocks of the tokenizer are made from.
struct TokenizerParts {
  const WeightTensors& weights;
  int normGroups;
  const Compute& compute;

  GroupNorm norm(const std::string& name, std::int64_t channels) const;
  Convolution convolution(const std::string& name, std::int64_t out, std::int64_t in, int kernel = 3,
                          Convolution::Kind kind = Convolution::Kind::Same) const;
};

// Pictures are fp32 [H, W, C] on the model's device.

/// GroupNorm, swish, conv 3x3, twice; plus the input (through a 1x1 convolution where the channels change).
class ResidualBlock {
 public:
  ResidualBlock(const TokenizerParts& parts, const std::string& name, std::int64_t out, std::int64_t in);
  torch::Tensor operator()(const torch::Tensor& x) const;

 private:
  GroupNorm norm1_, norm2_;
  Convolution conv1_, conv2_;
  std::optional<Convolution> shortcut_;
};

/// Single-head attention over all pixels.
class AttentionBlock {
 public:
  AttentionBlock(const TokenizerParts& parts, const std::string& name, std::int64_t channels);
  torch::Tensor operator()(const torch::Tensor& x) const;

 private:
  Compute compute_;
  GroupNorm norm_;
  Linear qkv_, out_;
};

}  // namespace lpd
