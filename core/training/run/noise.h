#pragma once

#include "random/philox.h"

#include <cstdint>

namespace lpd::training {

/// What a random number of training decides; streams of different purposes never share a counter.
enum class Purpose : std::uint8_t {
  Weights = 0,    ///< start weights; `step` counts the tensors
  Pictures = 1,   ///< which picture, its flip and its crop
  Order = 2,      ///< generation order of an item
  Groups = 3,     ///< group-size list of a batch
  Dropout = 4,    ///< label dropout
  Codebook = 5,   ///< k-means start and revival of dead codes
  Evaluation = 6  ///< what held-out figures are measured on
};

/// All randomness of training: a stream of its own for every (seed, step, purpose, item), so that there is no state to
/// save, a resumed run draws what the unbroken one would have drawn, and so does every split of a batch over processes
/// as long as `item` counts in the joint batch. Steps reach 2^48.
inline PhiloxStream noise(std::uint64_t seed, std::int64_t step, Purpose purpose, std::uint32_t item = 0) {
  return {seed, static_cast<std::uint64_t>(step) << 8 | static_cast<std::uint64_t>(purpose), NoiseDomain::Training,
          item};
}

}  // namespace lpd::training
