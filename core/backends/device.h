#pragma once

#include "backends/compute.h"

#include <lpd/engine.h>

#include <cstdint>

namespace lpd {

/// What an engine computes with, and how that is told to people.
struct ChosenDevice {
  Compute compute;
  RuntimeInfo info;
};

/// Resolves "auto" by what the machine has. Throws Usage (malformed) or Unsupported (not there).
ChosenDevice chooseDevice(const EngineOptions& options);

/// Bytes that can still be allocated where `compute` works; 0 if unknown.
std::uint64_t freeMemory(const Compute& compute);

}  // namespace lpd
