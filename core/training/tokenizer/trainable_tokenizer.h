#pragma once

#include "training/optim/parameter.h"

#include <lpd/model_info.h>

#include <torch/types.h>

#include <unordered_map>

namespace lpd::training {

/// The autoencoder with gradients. Its parameters are those of the released layout, by name and in its order, without
/// the codebook, which is no parameter of gradient descent.
class TrainableTokenizer {
 public:
  /// Random start weights (uniform within 1 / sqrt(fan-in), norms the identity) that depend on `seed` alone.
  TrainableTokenizer(const TokenizerConfig& config, std::uint64_t seed, const torch::Device& device, bool bf16);
  /// The same network with other weights, such as averages; shares their memory.
  TrainableTokenizer(const TokenizerConfig& config, Parameters parameters, bool bf16);

  const TokenizerConfig& config() const { return config_; }
  const Parameters& parameters() const { return parameters_; }
  /// Those of the encoder's half (with quant_conv), or of the decoder's (with post_quant_conv).
  Parameters encoderParameters() const { return half(true); }
  Parameters decoderParameters() const { return half(false); }

  /// Pictures fp32 [B, 3, H, W] in [-1, 1] -> latents fp32 [B, codebookDim, h, w], each of unit length.
  torch::Tensor encode(const torch::Tensor& pictures) const;
  /// [B, codebookDim, h, w] -> [B, 3, H, W].
  torch::Tensor decode(const torch::Tensor& codes) const;

 private:
  Parameters half(bool encoder) const;
  const torch::Tensor& at(const std::string& name) const;
  bool has(const std::string& name) const { return byName_.contains(name); }
  torch::Tensor convolution(torch::Tensor x, const std::string& name, std::int64_t stride = 1) const;
  torch::Tensor normThenSwish(const torch::Tensor& x, const std::string& name) const;
  torch::Tensor residual(const torch::Tensor& x, const std::string& name) const;
  torch::Tensor attention(const torch::Tensor& x, const std::string& name) const;
  torch::Tensor middle(torch::Tensor x, const std::string& name) const;
  torch::Tensor level(torch::Tensor x, const std::string& name, int blocks) const;

  TokenizerConfig config_;
  Parameters parameters_;
  std::unordered_map<std::string, torch::Tensor> byName_;
  bool bf16_;
};

/// Rows [..., dim] of unit length.
torch::Tensor unitLength(const torch::Tensor& rows, std::int64_t dim);

}  // namespace lpd::training
