#pragma once

#include "training/run/processes.h"

namespace lpd::training {

/// Several processes over LibTorch's c10d. Throws Unsupported, Usage (no meeting place in the environment) or Io.
std::unique_ptr<Processes> meetProcessGroup(const ProcessPlace& place, const torch::Device& device);

}  // namespace lpd::training
