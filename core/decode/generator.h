#pragma once

#include "decode/sampler.h"
#include "model/transformer.h"

#include <lpd/order.h>
#include <lpd/request.h>
#include <lpd/trace.h>

#include <cstdint>
#include <vector>

namespace lpd {

/// Images that are generated together: one class, order and image index each, the same group sizes.
struct GenerationBatch {
  std::vector<int> classes;                 ///< B; kUnconditional allowed
  std::vector<Order> orders;                ///< B
  std::vector<std::uint64_t> imageIndices;  ///< B; with `seed` the key of an image's noise
  GroupSizes groupSizes;
  GuidanceOptions guidance;
  SamplingOptions sampling;
  std::uint64_t seed = 0;
  bool keepLogits = false;
};

/// The decode loop (reference section 3), one step a call:
///
///   Generator generator(model, batch);
///   while (!generator.done()) show(generator.step());
///
/// A step makes one group of positions of every image. It feeds the tokens made by the step before (in step 0 the
/// class) together with the group's position queries, reads the logits at the queries, and draws the tokens.
class Generator {
 public:
  Generator(const Transformer& model, GenerationBatch batch);

  int images() const { return static_cast<int>(batch_.classes.size()); }
  bool done() const { return step_ == static_cast<int>(batch_.groupSizes.size()); }
  /// Makes the next group; one record an image, `image` counting within the batch.
  std::vector<StepRecord> step();

  /// Raster order; -1 where nothing has been made.
  const std::vector<int>& tokens(int image) const { return tokens_[image]; }
  /// Guided logits [N * vocab] in generation order; empty unless kept.
  const std::vector<float>& logits(int image) const { return logits_[image]; }

 private:
  torch::Tensor classContext() const;
  torch::Tensor groupPositions() const;
  torch::Tensor forEveryPass(const torch::Tensor& vectors) const;
  double guidanceAt(int index) const;
  torch::Tensor guided(const torch::Tensor& logits) const;
  std::vector<StepRecord> draw(const torch::Tensor& logits);

  const Transformer& model_;
  GenerationBatch batch_;
  Sampler sampler_;
  bool twoPasses_;  ///< the second half of the sequences is unconditional
  KvCache cache_;
  torch::Tensor context_;  ///< [S, T, D]: what the next step feeds before its queries
  int step_ = 0;
  int made_ = 0;  ///< positions made so far = the next generation index
  std::vector<std::vector<int>> tokens_;
  std::vector<std::vector<float>> logits_;
};

}  // namespace lpd
