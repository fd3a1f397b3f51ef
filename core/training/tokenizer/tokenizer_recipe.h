#pragma once

#include "training/tokenizer/reconstruction_loss.h"

#include <lpd/model_info.h>

#include <cstdint>
#include <filesystem>
#include <vector>

namespace lpd::training {

/// A stretch of training on crops of one size, cut on the patch grid.
struct CropStage {
  int pixels = 256;  ///< a side
  int batch = 8;     ///< crops a step, over all processes
  std::int64_t steps = 0;
};

/// What learns at a step.
enum class TokenizerPhase {
  Continuous,  ///< encoder and decoder, latents as they are
  Codebook,    ///< the same through the codebook
  Decoder,     ///< the decoder alone, with a patch discriminator; encoder and codebook are final
};

/// How a tokenizer is trained: what a configuration file says.
struct TokenizerRecipe {
  TokenizerConfig model;
  int size = 256;  ///< pixels a side of whole pictures
  std::uint64_t seed = 0;
  std::vector<CropStage> stages;
  std::int64_t continuousSteps = 0, decoderSteps = 0;

  bool muon = true;  ///< for convolutions; else AdamW everywhere
  double muonRate = 0.05, adamRate = 2e-3, clip = 1.0;
  std::int64_t warmup = 0;
  double cosineFrom = 0.5;         ///< share of the steps before the decoder's
  double decoderRateShare = 0.25;  ///< of the rates, in the decoder's steps
  double average = 0.995;          ///< decay of the weights' moving average

  LossWeights loss;
  double codebookDecay = 0.98, reviveBelow = 0.05;
  std::int64_t reviveEvery = 10, kmeansPictures = 64;
  double discriminatorWeight = 0.02, discriminatorRate = 1e-3;
  int discriminatorChannels = 32;

  std::int64_t checkpointEvery = 100, measureEvery = 100;
  std::int64_t heldoutPictures = 32;
  int samplePictures = 8;  ///< columns of the sheet; 0 = no sheets

  /// `hasCodebook`: whether the run starts from a tokenizer that has one, so that all steps may be the decoder's.
  /// Throws NotFound, or InvalidFile naming the key: unknown, out of range, or in contradiction to another.
  static TokenizerRecipe read(const std::filesystem::path& file, bool hasCodebook = false);

  std::int64_t steps() const;
  const CropStage& stageAt(std::int64_t step) const;
  TokenizerPhase phaseAt(std::int64_t step) const;
  std::int64_t decoderFrom() const { return steps() - decoderSteps; }
  /// Work of steps `from` to `to`, in pixels: what the time left is reckoned by.
  double work(std::int64_t from, std::int64_t to) const;
};

const char* toString(TokenizerPhase phase);  ///< for people

}  // namespace lpd::training
