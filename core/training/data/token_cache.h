#pragma once

#include <lpd/grid.h>

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace lpd::training {

/// Pictures as tokens, each as it is and mirrored.
struct TokenSet {
  int positions = 0;                 ///< N = grid height * width
  std::vector<std::int32_t> tokens;  ///< [n, 2, N] in raster order; the second index is 0 as it is, 1 flipped
  std::vector<std::int32_t> labels;  ///< [n] class indices

  std::int64_t count() const { return static_cast<std::int64_t>(labels.size()); }
  std::span<const std::int32_t> picture(std::int64_t index, bool flipped) const {
    return std::span(tokens).subspan(static_cast<std::size_t>((2 * index + (flipped ? 1 : 0)) * positions),
                                     static_cast<std::size_t>(positions));
  }
};

/// What `lpd dataset tokenize` writes and the transformer is trained on, so that pictures are encoded once. The file is
/// safetensors with `tokens` I32 [n, 2, N], `labels` I32 [n], `heldout_tokens` I32 [m, 2, N], `heldout_labels` I32 [m],
/// and one metadata entry `token_cache`: the text of the JSON object {"grid_h", "grid_w", "vocab", "tokenizer_sha256",
/// "class_names"}.
struct TokenCache {
  Grid grid;
  int vocab = 0;                ///< codebook size; tokens are 0..vocab - 1
  std::string tokenizerSha256;  ///< of the tokenizer's weight file, 64 hex digits
  std::vector<std::string> classNames;
  TokenSet train;
  TokenSet heldout;  ///< never trained on; may be empty
};

/// Whole or not at all. Throws Io, or Usage where sizes contradict each other.
void writeTokenCache(const std::filesystem::path& file, const TokenCache& cache);

/// Throws NotFound, Io, or InvalidFile: no token cache, no pictures, a token or label out of range.
TokenCache readTokenCache(const std::filesystem::path& file);

}  // namespace lpd::training
