#pragma once

#include "backends/compute.h"

namespace lpd {

/// Keys and values of the positions a batch of sequences has seen: the class, and the tokens generated or given.
class KvCache {
 public:
  struct Shape {
    int depth = 0;
    std::int64_t sequences = 0;
    std::int64_t heads = 0;
    std::int64_t headWidth = 0;
    std::int64_t capacity = 0;  ///< positions, those of a step's queries included
  };
  KvCache(const Shape& shape, const Compute& compute);

  /// Attention of one block over one step. `qkv` [S, T + Q, 3 * heads * headWidth] holds first the T context rows,
  /// which see the cache and themselves, then Q queries, which see that and each other. The keys and values of all rows
  /// are written behind the cache's end; advance() keeps the context's, the next step overwrites the queries'. Returns
  /// [S, T + Q, heads * headWidth].
  torch::Tensor attend(int block, const torch::Tensor& qkv, std::int64_t contextRows);
  void advance(std::int64_t contextRows) { length_ += contextRows; }
  std::int64_t length() const { return length_; }

  /// Bytes a cache of this shape takes.
  static std::uint64_t bytes(const Shape& shape, const Compute& compute);

 private:
  torch::Tensor attendKernels(int block, const torch::Tensor& qkv, std::int64_t contextRows);
  torch::Tensor attendTorch(int block, const torch::Tensor& qkv, std::int64_t contextRows);

  Shape shape_;
  Compute compute_;
  std::int64_t length_ = 0;
  // Kernels: keys [depth, S, heads, capacity / kPanel, headWidth, kPanel], values [depth, S, heads, panels, capacity,
  // kPanel]. LibTorch: both [depth, S, heads, capacity, headWidth].
  torch::Tensor keys_, values_;
};

}  // namespace lpd
