#pragma once

#include "backends/compute.h"

#include <lpd/grid.h>
#include <lpd/image.h>
#include <lpd/model_info.h>
#include <lpd/weights.h>

#include <memory>
#include <vector>

namespace lpd {

/// The VQ autoencoder between pictures and tokens (reference section 1). Immutable after construction; one picture a
/// call, so that a picture's bytes never depend on what it was decoded together with.
class Tokenizer {
 public:
  /// Throws InvalidFile.
  Tokenizer(const WeightFile& file, const TokenizerConfig& config, const Compute& compute);
  ~Tokenizer();

  const TokenizerConfig& config() const { return config_; }

  /// `picture` fp32 [H, W, 3] in [-1, 1], sides multiples of the stride -> tokens in raster order.
  std::vector<int> encode(const torch::Tensor& picture) const;
  /// Raster tokens -> fp32 [H, W, 3] on the CPU, about [-1, 1].
  torch::Tensor decode(const Grid& grid, const std::vector<int>& tokens) const;

 private:
  class Encoder;
  class Decoder;

  TokenizerConfig config_;
  Compute compute_;
  torch::Tensor codebook_;  ///< [codes, dim], L2-normalised, on the CPU
  std::unique_ptr<Encoder> encoder_;
  std::unique_ptr<Decoder> decoder_;
};

torch::Tensor toTensor(const Image& image);   ///< fp32 [H, W, 3] in [-1, 1]
Image toImage(const torch::Tensor& picture);  ///< the inverse, rounded and clamped to 8 bits

}  // namespace lpd
