#pragma once

#include <ATen/Parallel.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <functional>

namespace lpd::training {

/// Seconds. One thread is measured in processor time, so that other work on the machine hardly counts; several in wall
/// time.
inline double now() {
  if (at::get_num_threads() == 1) return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// What `work` takes when the least else is going on, in seconds.
inline double bestSeconds(int repeats, const std::function<void()>& work) {
  double best = 1e30;
  for (int i = 0; i < repeats; ++i) {
    const double start = now();
    work();
    best = std::min(best, now() - start);
  }
  return best;
}

}  // namespace lpd::training
