#pragma once

#include <cstdint>

namespace lpd::training {

/// A learning rate over time: a straight rise, a constant, then half a cosine down to a floor. Steps count from 0.
struct RateSchedule {
  double rate = 0;              ///< of the constant part
  double floor = 0;             ///< at the end
  std::int64_t steps = 1;       ///< in all
  std::int64_t warmup = 0;      ///< steps of the rise; step i < warmup has rate * (i + 1) / warmup
  std::int64_t cosineFrom = 0;  ///< first step of the cosine; `steps` or more = none

  double at(std::int64_t step) const;
};

}  // namespace lpd::training
