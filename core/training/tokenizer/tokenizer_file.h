#pragma once

#include "training/optim/parameter.h"

#include <lpd/model_info.h>

#include <filesystem>

namespace lpd::training {

/// The codebook's name in the released layout.
inline constexpr const char* kCodebookName = "quantize.embedding.weight";

/// Writes `folder`/tokenizer.safetensors in the released layout and beside it tokenizer.json, a configuration for
/// `lpd import` that says what shapes cannot: the number of GroupNorm groups.
void writeTokenizerFiles(const std::filesystem::path& folder, const TokenizerConfig& config,
                         const Parameters& parameters, const torch::Tensor& codebook);

/// GroupNorm groups of a tokenizer's weight file: `given` unless 0, else what the .json beside the file says, else 32.
int normGroupsOf(const std::filesystem::path& file, int given);

}  // namespace lpd::training
