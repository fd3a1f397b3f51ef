#include "training/tokenizer/tokenizer_recipe.h"

#include "training/run/config_reader.h"

#include <algorithm>
#include <limits>

namespace lpd::training {

namespace {

constexpr int kMost = std::numeric_limits<int>::max();

TokenizerConfig readModel(ConfigReader config) {
  TokenizerConfig model;
  model.baseChannels = config.integer("base_channels", 1, 4096);
  model.encoderMultipliers = config.integers("multipliers", 1, 64);
  model.decoderMultipliers = config.integers("decoder_multipliers", 1, 64, model.encoderMultipliers);
  model.encoderBlocks = config.integer("blocks", 1, 16);
  model.decoderBlocks = config.integer("decoder_blocks", 1, 16, model.encoderBlocks + 1);
  model.zChannels = config.integer("z_channels", 1, 4096);
  model.codebookSize = config.integer("codebook_size", 2, 1 << 20);
  model.codebookDim = config.integer("codebook_dim", 1, 4096);
  model.normGroups = config.integer("norm_groups", 1, 4096);
  if (model.encoderMultipliers.empty() || model.encoderMultipliers.size() > 8)
    config.fail("multipliers", "needs one to eight levels");
  if (model.decoderMultipliers.size() != model.encoderMultipliers.size())
    config.fail("decoder_multipliers", "has another number of levels than multipliers");
  for (const auto* multipliers : {&model.encoderMultipliers, &model.decoderMultipliers})
    for (const int multiplier : *multipliers)
      if (model.baseChannels * multiplier % model.normGroups != 0 || model.baseChannels % model.normGroups != 0)
        config.fail("norm_groups", "does not divide the channels of every level");
  config.finish();
  return model;
}

void readStages(ConfigReader& config, TokenizerRecipe& recipe, bool hasCodebook) {
  const int stride = recipe.model.stride();
  const auto pixels = config.integers("crop_pixels", 1, 4096);
  const auto batches = config.integers("crop_batches", 1, 1 << 20);
  const auto steps = config.integers("crop_steps", 1, kMost);
  if (pixels.empty()) config.fail("crop_pixels", "names no crops");
  if (batches.size() != pixels.size()) config.fail("crop_batches", "has not as many entries as crop_pixels");
  if (steps.size() != pixels.size()) config.fail("crop_steps", "has not as many entries as crop_pixels");
  for (std::size_t i = 0; i < pixels.size(); ++i) {
    if (pixels[i] % stride != 0 || pixels[i] % 4 != 0 || pixels[i] > recipe.size)
      config.fail("crop_pixels", "has " + std::to_string(pixels[i]) + ", which is no multiple of " +
                                     std::to_string(std::max(stride, 4)) + " up to the picture's size");
    recipe.stages.push_back({pixels[i], batches[i], steps[i]});
  }
  recipe.continuousSteps = config.integer("continuous_steps", 0, kMost);
  recipe.decoderSteps = config.integer("decoder_steps", 0, kMost);
  const bool decoderAlone = hasCodebook && recipe.decoderSteps == recipe.steps() && recipe.continuousSteps == 0;
  if (recipe.continuousSteps + recipe.decoderSteps >= recipe.steps() && !decoderAlone)
    config.fail("continuous_steps", "and decoder_steps leave no step of crop_steps for the codebook");
}

void readOptimizer(ConfigReader config, TokenizerRecipe& recipe) {
  recipe.muon = config.choice("kind", {"muon", "adamw"}, "muon") == "muon";
  if (!recipe.muon && config.has("muon_rate")) config.fail("muon_rate", "is given, but the kind is adamw");
  if (recipe.muon) recipe.muonRate = config.number("muon_rate", 0, 10, recipe.muonRate);
  recipe.adamRate = config.number("adam_rate", 0, 1, recipe.adamRate);
  recipe.clip = config.number("clip", 0, 1e9, recipe.clip);
  recipe.warmup = config.integer("warmup", 0, kMost, 0);
  recipe.cosineFrom = config.number("cosine_from", 0, 1, recipe.cosineFrom);
  recipe.decoderRateShare = config.number("decoder_rate_share", 0, 1, recipe.decoderRateShare);
  recipe.average = config.number("average", 0, 0.999999, recipe.average);
  config.finish();
}

void readLoss(ConfigReader config, LossWeights& loss) {
  loss.absolute = config.number("absolute", 0, 1e3, loss.absolute);
  loss.edge = config.number("edge", 0, 1e3, loss.edge);
  loss.quarter = config.number("quarter", 0, 1e3, loss.quarter);
  loss.square = config.number("square", 0, 1e3, loss.square);
  loss.ssim = config.number("ssim", 0, 1e3, loss.ssim);
  loss.commitment = config.number("commitment", 0, 1e3, loss.commitment);
  if (loss.absolute + loss.square <= 0) config.fail("absolute", "and square are both 0: nothing asks for the colours");
  config.finish();
}

void readCodebook(ConfigReader config, TokenizerRecipe& recipe) {
  recipe.codebookDecay = config.number("decay", 0, 0.999999, recipe.codebookDecay);
  recipe.reviveBelow = config.number("revive_below", 0, 1, recipe.reviveBelow);
  recipe.reviveEvery = config.integer("revive_every", 1, kMost, static_cast<int>(recipe.reviveEvery));
  recipe.kmeansPictures = config.integer("kmeans_pictures", 1, 1 << 20, static_cast<int>(recipe.kmeansPictures));
  config.finish();
}

void readDiscriminator(ConfigReader config, TokenizerRecipe& recipe) {
  recipe.discriminatorWeight = config.number("weight", 0, 1e3, recipe.discriminatorWeight);
  recipe.discriminatorRate = config.number("rate", 0, 1, recipe.discriminatorRate);
  recipe.discriminatorChannels = config.integer("channels", 1, 4096, recipe.discriminatorChannels);
  config.finish();
}

void readReports(ConfigReader config, TokenizerRecipe& recipe) {
  recipe.checkpointEvery = config.integer("checkpoint_every", 1, kMost, static_cast<int>(recipe.checkpointEvery));
  recipe.measureEvery = config.integer("measure_every", 1, kMost, static_cast<int>(recipe.measureEvery));
  recipe.heldoutPictures = config.integer("heldout_pictures", 0, 1 << 20, static_cast<int>(recipe.heldoutPictures));
  recipe.samplePictures = config.integer("sample_pictures", 0, 64, recipe.samplePictures);
  config.finish();
}

}  // namespace

TokenizerRecipe TokenizerRecipe::read(const std::filesystem::path& file, bool hasCodebook) {
  ConfigReader config(file);
  TokenizerRecipe recipe;
  recipe.model = readModel(config.object("model"));
  recipe.size = config.integer("size", 32, 2048);
  if (recipe.size % recipe.model.stride() != 0) config.fail("size", "is no multiple of the model's stride");
  recipe.seed = static_cast<std::uint64_t>(config.integer("seed", 0, kMost, 0));
  readStages(config, recipe, hasCodebook);
  if (config.has("optimizer")) readOptimizer(config.object("optimizer"), recipe);
  if (config.has("loss")) readLoss(config.object("loss"), recipe.loss);
  if (config.has("codebook")) readCodebook(config.object("codebook"), recipe);
  if (config.has("discriminator")) {
    if (recipe.decoderSteps == 0) config.fail("discriminator", "is given, but there are no decoder_steps");
    readDiscriminator(config.object("discriminator"), recipe);
  }
  if (config.has("reports")) readReports(config.object("reports"), recipe);
  config.finish();
  return recipe;
}

std::int64_t TokenizerRecipe::steps() const {
  std::int64_t sum = 0;
  for (const auto& stage : stages)
    sum += stage.steps;
  return sum;
}

const CropStage& TokenizerRecipe::stageAt(std::int64_t step) const {
  for (const auto& stage : stages) {
    if (step < stage.steps) return stage;
    step -= stage.steps;
  }
  return stages.back();
}

TokenizerPhase TokenizerRecipe::phaseAt(std::int64_t step) const {
  if (step < continuousSteps) return TokenizerPhase::Continuous;
  return step < decoderFrom() ? TokenizerPhase::Codebook : TokenizerPhase::Decoder;
}

double TokenizerRecipe::work(std::int64_t from, std::int64_t to) const {
  double sum = 0;
  std::int64_t first = 0;
  for (const auto& stage : stages) {
    const auto overlap = std::min(to, first + stage.steps) - std::max(from, first);
    if (overlap > 0) sum += static_cast<double>(overlap) * stage.batch * stage.pixels * stage.pixels;
    first += stage.steps;
  }
  return sum;
}

const char* toString(TokenizerPhase phase) {
  switch (phase) {
    case TokenizerPhase::Continuous:
      return "autoencoder";
    case TokenizerPhase::Codebook:
      return "codebook";
    case TokenizerPhase::Decoder:
      return "decoder";
  }
  return "";
}

}  // namespace lpd::training
