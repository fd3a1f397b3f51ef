#pragma once

#include <lpd/engine.h>
#include <lpd/model_info.h>

#include <cstdint>

namespace lpd::studio {

/// How a model is run, as far as its memory depends on it.
struct MemoryUse {
  bool cuda = false;
  Precision precision = Precision::Fp32;  ///< Fp32 or Bf16: what was chosen, never Auto
  int images = 1;                         ///< decoded together
  bool guided = true;                     ///< every image is computed twice
  bool operator==(const MemoryUse&) const = default;
};

/// How many of `images` the engine decodes together, as far as that can be told before a model is loaded.
int imagesTogether(int images, bool cuda);

/// Bytes a model takes while it makes pictures, on the device that computes. Not counted: the program and its
/// libraries, and what the allocator keeps for reuse.
struct MemoryEstimate {
  std::uint64_t weights = 0;  ///< both halves as they are held for the products
  std::uint64_t cache = 0;    ///< keys and values of every position of the images in work
  std::uint64_t working = 0;  ///< the largest intermediate results: logits of a step, or the decoder's last level
  std::uint64_t total() const { return weights + cache + working; }
};
MemoryEstimate estimateMemory(const ModelInfo& model, const MemoryUse& use);

}  // namespace lpd::studio
