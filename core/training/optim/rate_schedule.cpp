#include "training/optim/rate_schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lpd::training {

double RateSchedule::at(std::int64_t step) const {
  if (step < warmup) return rate * static_cast<double>(step + 1) / static_cast<double>(warmup);
  if (step < cosineFrom) return rate;
  // The first step of the cosine has the full rate, the last step the floor.
  const auto length = static_cast<double>(std::max<std::int64_t>(steps - 1 - cosineFrom, 1));
  const double done = std::min(1.0, static_cast<double>(step - cosineFrom) / length);
  return floor + (rate - floor) * 0.5 * (1 + std::cos(std::numbers::pi * done));
}

}  // namespace lpd::training
