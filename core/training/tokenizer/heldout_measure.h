#pragma once

#include "training/data/pictures.h"
#include "training/tokenizer/codebook.h"
#include "training/tokenizer/trainable_tokenizer.h"

#include <lpd/image.h>

#include <cstdint>
#include <vector>

namespace lpd::training {

/// Pictures and what the tokenizer makes of them.
struct HeldoutFigures {
  double psnr = 0;               ///< dB, mean over the pictures of 8-bit reconstructions
  double perplexity = 0;         ///< of the codes; not-a-number without a codebook
  std::vector<Image> originals;  ///< the first `kept` of them
  std::vector<Image> reconstructions;
};

/// Passes the first `count` held-out pictures through the network; `codebook` null: latents as they are. psnr is
/// not-a-number where there are no pictures.
HeldoutFigures measureHeldout(const TrainableTokenizer& network, const Codebook* codebook, const PictureSource& source,
                              std::int64_t count, int kept, const torch::Device& device);

}  // namespace lpd::training
