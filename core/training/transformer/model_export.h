#pragma once

#include "training/data/token_cache.h"
#include "training/optim/parameter.h"
#include "training/transformer/transformer_recipe.h"

#include <filesystem>

namespace lpd::training {

/// Writes a run's results into its folder: always `transformer.safetensors` in the released layout; with a tokenizer
/// also the bundle `model`, which `lpd generate --model` takes.
class ModelExport {
 public:
  /// `tokenizer` is the weight file the tokens were made with, or a bundle's folder, or empty. Throws Usage where it is
  /// another one than the token cache names, NotFound or InvalidFile.
  ModelExport(std::filesystem::path out, const TransformerRecipe& recipe, const TokenCache& cache,
              const std::filesystem::path& tokenizer);

  bool hasTokenizer() const { return !tokenizer_.empty(); }
  torch::Tensor codebook() const;  ///< fp32 [vocab, dim]
  /// Replaces what was written before, each file whole or not at all.
  void write(const Parameters& weights) const;
  std::filesystem::path bundle() const { return out_ / "model"; }
  std::filesystem::path transformerFile() const { return out_ / "transformer.safetensors"; }

 private:
  void writeBundle() const;

  std::filesystem::path out_;
  const TransformerRecipe& recipe_;
  const TokenCache& cache_;
  std::filesystem::path tokenizer_;  ///< the weight file
  int normGroups_ = 32;
};

}  // namespace lpd::training
