#pragma once

#include <lpd/model_info.h>
#include <lpd/weights.h>

#include <torch/types.h>

#include <string>

/// Section 2 of the reference in plain LibTorch calls over a whole masked sequence: no cache, no kernels. What the fast
/// code is compared with.
class ReferenceTransformer {
 public:
  ReferenceTransformer(const lpd::WeightFile& file, const lpd::TransformerConfig& config);

  torch::Tensor classVectors(const torch::Tensor& classes) const;  ///< [B] -> [B, 1, D]
  torch::Tensor tokenVectors(const torch::Tensor& tokens,
                             const torch::Tensor& positions) const;  ///< [B, n] -> [B, n, D]
  torch::Tensor queryVectors(const torch::Tensor& positions) const;
  /// x [B, L, D], mask bool [L, L] -> logits [B, L, vocab].
  torch::Tensor logits(torch::Tensor x, const torch::Tensor& mask) const;

 private:
  torch::Tensor weight(const std::string& name) const;
  torch::Tensor norm(const std::string& name, const torch::Tensor& x) const;
  torch::Tensor linear(const std::string& name, const torch::Tensor& x) const;

  const lpd::WeightFile& file_;
  lpd::TransformerConfig config_;
};
