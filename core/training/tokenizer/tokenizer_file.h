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

/// GroupNorm groups of a tokenizer's weight file, which shapes cannot tell: `given` unless 0, else what a .json of the
/// same name says, else the model.json of the bundle the file lies in, else 32 as in the released one.
int normGroupsOf(const std::filesystem::path& file, int given);

}  // namespace lpd::training
