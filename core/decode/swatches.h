#pragma once

#include "model/tokenizer.h"

#include <lpd/model_info.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <vector>

namespace lpd {

/// Pixels a side of a swatch.
inline constexpr int kSwatchSide = 4;

/// Every codebook entry's look, [vocab][4][4][3] bytes, from decoding it; empty if stopped.
std::vector<std::uint8_t> computeSwatches(const Tokenizer& tokenizer, std::stop_token stop);

/// The bundle's own file, and the per-user cache's for a tokenizer.
std::filesystem::path bundleSwatchesFile(const ModelInfo& model);
std::filesystem::path cachedSwatchesFile(const ModelInfo& model);

/// Reads a swatch file (safetensors, tensor "swatches" U8 [vocab, 4, 4, 3], metadata "tokenizer" = its sha256). Empty
/// if it is not there, broken, or of another tokenizer: it can always be computed again.
std::optional<std::vector<std::uint8_t>> readSwatches(const std::filesystem::path& file, const ModelInfo& model);
/// Writes one, whole or not at all. Throws Io.
void saveSwatches(const std::filesystem::path& file, const ModelInfo& model, const std::vector<std::uint8_t>& swatches);

}  // namespace lpd
