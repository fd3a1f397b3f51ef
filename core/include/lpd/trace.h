#pragma once

#include <lpd/image.h>
#include <lpd/order.h>

#include <filesystem>
#include <string>
#include <vector>

namespace lpd {

/// A token and the probability it had.
struct TokenChoice {
  int token = 0;
  float probability = 0;
};

/// What is fixed for an image before its first step.
struct ImagePlan {
  int image = 0;  ///< index within the request
  Grid grid;
  Order order;
  GroupSizes groupSizes;
  std::vector<PlacementReason> reasons;  ///< by generation index; empty if not asked for
};

/// One image's share of one step. All vectors run over the group's positions.
/// Probabilities and entropy are of the distribution the tokens were drawn from: after guidance, temperature,
/// top-k and top-p (for greedy: softmax of the guided logits).
struct StepRecord {
  int image = 0;       ///< index within the request
  int step = 0;        ///< from 0
  int firstIndex = 0;  ///< generation index of the group's first position
  std::vector<int> positions;
  std::vector<int> tokens;
  std::vector<float> probability;                      ///< of the token taken, 0..1
  std::vector<float> entropy;                          ///< bits
  std::vector<std::vector<TokenChoice>> alternatives;  ///< most probable tokens, descending, at most five
  double elapsedMs = 0;                                ///< wall time of the step, shared by the batch
};

/// A finished image.
struct GeneratedImage {
  int image = 0;              ///< index within the request
  std::vector<int> tokens;    ///< [N], raster order
  Image pixels;               ///< empty if not decoded
  std::vector<float> logits;  ///< [N * vocab], generation order, guided, before temperature; empty unless kept
};

/// Everything that was recorded of one image while it was made.
struct Trace {
  ImagePlan plan;
  std::vector<StepRecord> steps;
};

/// The trace of several images as JSON (`lpd generate --trace-out`), written whole or not at all.
void writeTraces(const std::filesystem::path& file, const std::vector<Trace>& traces);

}  // namespace lpd
