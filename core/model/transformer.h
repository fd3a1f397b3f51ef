#pragma once

#include "backends/kv_cache.h"
#include "backends/linear.h"
#include "backends/norm.h"

#include <lpd/model_info.h>
#include <lpd/weights.h>

#include <vector>

namespace lpd {

/// The decoder-only transformer of reference section 2, for inference. Immutable after construction.
class Transformer {
 public:
  /// `grid` is what is to be generated; the position table is resized where the model was trained on another one.
  /// Throws InvalidFile.
  Transformer(const WeightFile& file, const TransformerConfig& config, const Grid& grid, const Compute& compute);

  const TransformerConfig& config() const { return config_; }
  const Compute& compute() const { return compute_; }
  const torch::Tensor& positionTable() const { return positions_; }  ///< [1 + N, D]

  KvCache::Shape cacheShape(std::int64_t sequences) const;
  KvCache makeCache(std::int64_t sequences) const { return {cacheShape(sequences), compute_}; }

  // Input vectors, fp32 [B, n, D]. `tokens` and `positions` are int64 [B, n] on the model's device.
  torch::Tensor classVectors(const std::vector<int>& classes) const;  ///< n = 1; kUnconditional allowed
  torch::Tensor tokenVectors(const torch::Tensor& tokens, const torch::Tensor& positions) const;
  torch::Tensor queryVectors(const torch::Tensor& positions) const;

  /// One forward pass: `context` [S, T, D] joins the cache, `queries` [S, Q, D] see the cache, the context and each
  /// other, and leave no trace. Q = 0 only feeds context. Returns fp32 logits [S, Q, vocab].
  torch::Tensor step(KvCache& cache, const torch::Tensor& context, const torch::Tensor& queries) const;

 private:
  struct Block {
    LayerNorm norm1, norm2;
    Linear qkv, proj, fc1, fc2;
  };

  TransformerConfig config_;
  Compute compute_;
  std::int64_t gridTokens_ = 0;
  torch::Tensor classes_;  ///< [classes + 1, D]; the last row is the unconditional class
  torch::Tensor tokens_, positions_, maskToken_;
  LayerNorm inputNorm_, norm_;
  std::vector<Block> blocks_;
  Linear head_;
};

}  // namespace lpd
