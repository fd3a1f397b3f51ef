#pragma once

#include <lpd/model_info.h>
#include <lpd/order.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace lpd::training {

/// A group-size list and how often it is drawn.
struct WeightedGroups {
  GroupSizes sizes;
  double weight = 1;
};

/// Everything a configuration file says about training a transformer. docs/TRAINING.md explains each key; the members
/// are called nearly as the keys are.
struct TransformerRecipe {
  // The model; classes, vocabulary and positions come from the tokens.
  std::string name;   ///< of the model made
  std::string title;  ///< for people; may be empty
  std::string license;
  int width = 256;
  int depth = 6;
  int heads = 4;
  int mlpHidden = 0;  ///< 4 * width where not given

  // How long, and how much at once.
  std::int64_t steps = 0;
  std::int64_t batch = 64;      ///< images a step, over all processes
  std::int64_t microBatch = 8;  ///< images a pass; gradients of the passes of a step are added up
  std::uint64_t seed = 1;

  // Optimisation.
  bool muon = true;         ///< block matrices by Muon, the rest by AdamW; false: all by AdamW
  double adamRate = 2e-3;   ///< AdamW's
  double muonRate = 0.02;   ///< Muon's
  double floor = 0.05;      ///< the rates end at this share of themselves
  std::int64_t warmup = 0;  ///< steps
  double cosineFrom = 0.5;  ///< share of the steps
  double beta1 = 0.9;
  double beta2 = 0.95;
  double weightDecay = 0.02;
  double clip = 3.0;
  double average = 0.995;  ///< decay of the weights' moving average

  // Regularisation.
  double dropout = 0;
  double attentionDropout = 0;
  double labelDropout = 0.1;

  // Orders and groups.
  std::vector<WeightedGroups> groups;
  double lpdShare = 0.5;  ///< of the images, in LPD order; the others in random order
  double proximity = 1;
  double repulsion = 2;
  double growth = 0;          ///< of the group sizes of all step counts
  bool codebookStart = true;  ///< token embedding and head start from the codebook, where a tokenizer is given

  // What is told and kept.
  std::int64_t checkpointEvery = 500;
  std::int64_t measureEvery = 500;
  int heldoutPictures = 256;
  GroupSizes heldoutGroups;     ///< of the two held-out figures
  std::int64_t sheetEvery = 0;  ///< 0 = at the end alone
  RecommendedSettings recommended;

  TransformerConfig model(int classes, int vocab, int tokens) const;
};

/// Throws NotFound or InvalidFile, naming the key that is unknown, missing, out of range or contradicts another.
TransformerRecipe readTransformerRecipe(const std::filesystem::path& file, int tokens);

/// The step counts of reference section 6 for `tokens` positions: {256, 128, .. 8} of 256, scaled, each once.
std::vector<int> usualStepCounts(int tokens);

}  // namespace lpd::training
