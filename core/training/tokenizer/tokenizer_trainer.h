#pragma once

#include "training/data/pictures.h"
#include "training/optim/adamw.h"
#include "training/optim/muon.h"
#include "training/optim/weight_average.h"
#include "training/run/checkpoint.h"
#include "training/run/processes.h"
#include "training/tokenizer/codebook.h"
#include "training/tokenizer/patch_discriminator.h"
#include "training/tokenizer/tokenizer_recipe.h"
#include "training/tokenizer/trainable_tokenizer.h"

#include <memory>
#include <optional>

namespace lpd::training {

/// What a step reports; the same on every process.
struct TokenizerFigures {
  double loss = 0;  ///< weighted sum that is minimised
  double absolute = 0, edge = 0, quarter = 0, square = 0;
  double commitment = 0, discriminator = 0;  ///< 0 in phases without them
};

/// The state of a training run and its steps, without files: network, averages, codebook, optimizers.
class TokenizerTrainer {
 public:
  TokenizerTrainer(const TokenizerRecipe& recipe, const torch::Device& device, bool bf16, Processes& processes);

  /// Begins with the weights of an earlier run (names of the released layout) instead of random ones, and with its
  /// codebook where no continuous steps come first. Throws InvalidFile (one is absent or of another shape).
  void startAt(const NamedTensors& weights);
  /// What is due before step `step`: the codebook's start from `source`, or the freezing of all but the decoder.
  void prepare(std::int64_t step, const PictureSource& source);
  /// Learns from this process's share of the step's batch, [B, 3, H, W] in [-1, 1]. The loss may be no number; then
  /// nothing was changed.
  TokenizerFigures step(std::int64_t step, const torch::Tensor& pictures);

  /// The averaged network, which is what is shown and written.
  TrainableTokenizer averaged() const;
  /// Null while latents stay as they are.
  const Codebook* codebook(std::int64_t step) const {
    return recipe_.phaseAt(step) == TokenizerPhase::Continuous ? nullptr : &codebook_;
  }
  const torch::Tensor& codes() const { return codebook_.vectors(); }

  NamedTensors save() const;
  void load(const NamedTensors& stored);

 private:
  struct Rates {
    double muon, adam;
  };
  Rates ratesAt(std::int64_t step) const;
  torch::Tensor latentsOf(const torch::Tensor& pictures, bool decoderOnly) const;
  torch::Tensor joint(const torch::Tensor& rows) const;
  void learnCodebook(std::int64_t step, const torch::Tensor& rows, const torch::Tensor& codes);
  double learnDiscriminator(const torch::Tensor& real, const torch::Tensor& made);
  double averageGradients(const Parameters& parameters, double limit) const;
  void startCodebook(const PictureSource& source);
  void freezeAllButDecoder();
  TokenizerFigures averageOf(TokenizerFigures figures) const;

  const TokenizerRecipe& recipe_;
  torch::Device device_;
  bool bf16_;
  Processes& processes_;
  TrainableTokenizer network_;
  Parameters decoder_;
  WeightAverage average_;
  Codebook codebook_;
  PatchDiscriminator discriminator_;
  std::unique_ptr<Muon> muon_;  ///< null where everything is AdamW's
  std::unique_ptr<AdamW> adam_, discriminatorAdam_;
};

}  // namespace lpd::training
