#pragma once

#include "training/data/token_cache.h"
#include "training/transformer/trainable_transformer.h"
#include "training/transformer/transformer_recipe.h"

#include <cstdint>
#include <vector>

namespace lpd::training {

/// Which picture is the n-th ever drawn: every epoch is a permutation of its own.
class EpochOrder {
 public:
  EpochOrder(std::int64_t pictures, std::uint64_t seed) : pictures_(pictures), seed_(seed) {}
  std::int64_t picture(std::int64_t n);

 private:
  std::int64_t pictures_;
  std::uint64_t seed_;
  std::int64_t epoch_ = -1;  ///< whose permutation is at hand
  std::vector<std::int32_t> permutation_;
};

/// Draws training batches. What item i of step s is depends on (seed, s, i) alone, however a run is split over
/// processes or interrupted. Tensors are on the CPU.
class BatchMaker {
 public:
  BatchMaker(const TokenCache& cache, const TransformerRecipe& recipe);

  /// Items first .. first + count - 1 of the joint batch of `step`.
  TeacherForcedBatch make(std::int64_t step, std::int64_t first, std::int64_t count);
  /// Held-out pictures first .. first + count - 1, with their labels, all in orders of `kind` (Lpd or Random).
  TeacherForcedBatch heldout(std::int64_t first, std::int64_t count, OrderKind kind) const;

 private:
  Order orderOf(OrderKind kind, const GroupSizes& groups, std::uint64_t seed, std::uint64_t item) const;
  const GroupSizes& drawGroups(std::int64_t step) const;

  const TokenCache& cache_;
  const TransformerRecipe& recipe_;
  EpochOrder epochs_;
};

/// Images first .. first + count - 1 of a batch, on `device`.
TeacherForcedBatch imagesOf(const TeacherForcedBatch& batch, std::int64_t first, std::int64_t count,
                            const torch::Device& device);

}  // namespace lpd::training
