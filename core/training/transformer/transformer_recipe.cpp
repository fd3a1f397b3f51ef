#include "training/transformer/transformer_recipe.h"

#include "training/run/config_reader.h"

#include <lpd/grid.h>
#include <lpd/weights.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace lpd::training {
namespace {

constexpr int kMaxSteps = 100'000'000;
constexpr int kMaxBatch = 65536;
constexpr int kUsualHeldoutSteps = 20;

/// A step count for 256 positions on another number of them.
int scaledSteps(int steps, int tokens) {
  return std::clamp(static_cast<int>(std::lround(steps * tokens / 256.0)), std::min(2, tokens), tokens);
}

void readModel(ConfigReader config, TransformerRecipe& recipe) {
  recipe.width = config.integer("width", 8, 16384);
  recipe.depth = config.integer("depth", 1, 256);
  recipe.heads = config.integer("heads", 1, 256);
  recipe.mlpHidden = config.integer("mlp_hidden", 8, 65536, 4 * recipe.width);
  if (recipe.width % recipe.heads != 0) config.fail("heads", "must divide 'width'");
  config.finish();
}

void readOptimizer(ConfigReader config, TransformerRecipe& recipe) {
  recipe.muon = config.choice("kind", {"muon", "adamw"}, "muon") == "muon";
  recipe.adamRate = config.number("adam_rate", 1e-8, 1, recipe.adamRate);
  if (!recipe.muon && config.has("muon_rate")) config.fail("muon_rate", "is given, but the kind is adamw");
  recipe.muonRate = config.number("muon_rate", 1e-8, 1, recipe.muonRate);
  recipe.floor = config.number("floor", 0, 1, recipe.floor);
  const auto steps = static_cast<int>(recipe.steps);
  recipe.warmup = config.integer("warmup", 0, steps, std::min(100, steps / 20));
  recipe.cosineFrom = config.number("cosine_from", 0, 1, recipe.cosineFrom);
  if (recipe.cosineFrom * static_cast<double>(steps) < static_cast<double>(recipe.warmup))
    config.fail("cosine_from", "begins before 'warmup' ends");
  recipe.beta1 = config.number("beta1", 0, 0.9999, recipe.beta1);
  recipe.beta2 = config.number("beta2", 0, 0.99999, recipe.beta2);
  recipe.weightDecay = config.number("weight_decay", 0, 1, recipe.weightDecay);
  recipe.clip = config.number("clip", 0, 1e6, recipe.clip);
  recipe.average = config.number("average", 0, 0.999999, recipe.average);
  config.finish();
}

void readDropout(ConfigReader config, TransformerRecipe& recipe) {
  recipe.dropout = config.number("activations", 0, 0.9, recipe.dropout);
  recipe.attentionDropout = config.number("attention", 0, 0.9, recipe.attentionDropout);
  recipe.labelDropout = config.number("labels", 0, 1, recipe.labelDropout);
  config.finish();
}

/// The list of every step count once, all equally likely.
std::vector<WeightedGroups> usualGroups(int tokens) {
  std::vector<WeightedGroups> groups;
  for (const int steps : usualStepCounts(tokens))
    groups.push_back({groupSizesFor(steps, tokens), 1});
  return groups;
}

void readOrders(ConfigReader config, int tokens, TransformerRecipe& recipe) {
  const auto counts = config.integers("step_counts", 1, tokens, usualStepCounts(tokens));
  if (counts.empty()) config.fail("step_counts", "is empty");
  const auto weights = config.numbers("step_weights", 0, 1e6, std::vector<double>(counts.size(), 1.0));
  if (weights.size() != counts.size()) config.fail("step_weights", "has another length than 'step_counts'");
  if (std::all_of(weights.begin(), weights.end(), [](double weight) { return weight == 0; }))
    config.fail("step_weights", "are all zero");
  recipe.growth = config.number("growth", 0, kMostGrowth, recipe.growth);
  recipe.groups.clear();
  for (std::size_t i = 0; i < counts.size(); ++i)
    recipe.groups.push_back({groupSizesFor(counts[i], tokens, recipe.growth), weights[i]});
  recipe.heldoutGroups = groupSizesFor(static_cast<int>(recipe.heldoutGroups.size()), tokens, recipe.growth);
  recipe.lpdShare = config.number("lpd_share", 0, 1, recipe.lpdShare);
  recipe.proximity = config.number("proximity", 0, 8, recipe.proximity);
  recipe.repulsion = config.number("repulsion", 0, kMaxGridSide, recipe.repulsion);
  recipe.recommended.repulsion = recipe.repulsion;
  recipe.recommended.growth = recipe.growth;
  config.finish();
}

void readReports(ConfigReader config, int tokens, TransformerRecipe& recipe) {
  recipe.checkpointEvery = config.integer("checkpoint_every", 1, kMaxSteps, 500);
  recipe.measureEvery = config.integer("measure_every", 1, kMaxSteps, 500);
  recipe.heldoutPictures = config.integer("heldout_pictures", 0, 1'000'000, recipe.heldoutPictures);
  const int steps = config.integer("heldout_steps", 1, tokens, static_cast<int>(recipe.heldoutGroups.size()));
  recipe.heldoutGroups = groupSizesFor(steps, tokens, recipe.growth);
  recipe.recommended.steps = steps;
  recipe.sheetEvery = config.integer("sheet_every", 0, kMaxSteps, 0);
  config.finish();
}

void readRecommended(ConfigReader config, int tokens, TransformerRecipe& recipe) {
  auto& recommended = recipe.recommended;
  recommended.steps = config.integer("steps", 1, tokens, recommended.steps);
  recommended.cfg = config.number("cfg", 0, 100, recommended.cfg);
  recommended.schedule = config.schedule("cfg_schedule", recommended.schedule);
  recommended.temperature = config.number("temperature", 0, 100, recommended.temperature);
  recommended.repulsion = config.number("repulsion", 0, kMaxGridSide, recommended.repulsion);
  recommended.growth = config.number("growth", 0, kMostGrowth, recommended.growth);
  config.finish();
}

}  // namespace

std::vector<int> usualStepCounts(int tokens) {
  std::vector<int> counts;
  for (const int steps : {256, 128, 64, 32, 24, 20, 16, 12, 8}) {
    const int scaled = scaledSteps(steps, tokens);
    if (counts.empty() || counts.back() != scaled) counts.push_back(scaled);
  }
  return counts;
}

TransformerConfig TransformerRecipe::model(int classes, int vocab, int tokens) const {
  return {.width = width,
          .depth = depth,
          .heads = heads,
          .mlpHidden = mlpHidden,
          .classCount = classes,
          .vocab = vocab,
          .tokens = tokens};
}

TransformerRecipe readTransformerRecipe(const std::filesystem::path& file, int tokens) {
  ConfigReader config(file);
  TransformerRecipe recipe;
  recipe.name = config.text("name", "my-model");
  if (!isModelName(recipe.name))
    config.fail("name", "is no name for a model: up to 64 letters, digits, '-', '_' and '.', not starting with '.'");
  recipe.title = config.text("title", "");
  recipe.license = config.text("license", "");
  recipe.steps = config.integer("steps", 1, kMaxSteps);
  recipe.batch = config.integer("batch", 1, kMaxBatch, 64);
  recipe.microBatch = config.integer("micro_batch", 1, kMaxBatch, 8);
  recipe.seed = static_cast<std::uint64_t>(config.integer("seed", 0, std::numeric_limits<int>::max(), 1));
  recipe.codebookStart = config.flag("codebook_start", true);
  recipe.warmup = std::min<std::int64_t>(100, recipe.steps / 20);
  recipe.groups = usualGroups(tokens);
  recipe.recommended.steps = scaledSteps(kUsualHeldoutSteps, tokens);
  recipe.recommended.cfg = 4;
  recipe.heldoutGroups = groupSizesFor(recipe.recommended.steps, tokens);
  readModel(config.object("model"), recipe);
  if (config.has("optimizer")) readOptimizer(config.object("optimizer"), recipe);
  if (config.has("dropout")) readDropout(config.object("dropout"), recipe);
  if (config.has("orders")) readOrders(config.object("orders"), tokens, recipe);
  if (config.has("reports")) readReports(config.object("reports"), tokens, recipe);
  if (config.has("recommended")) readRecommended(config.object("recommended"), tokens, recipe);
  config.finish();
  return recipe;
}

}  // namespace lpd::training
