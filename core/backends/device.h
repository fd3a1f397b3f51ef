#pragma once

#include "backends/compute.h"

#include <lpd/engine.h>
#include <lpd/model_info.h>

#include <cstdint>

namespace lpd {

/// What an engine computes with, and how that is told to people.
struct ChosenDevice {
  Compute compute;
  RuntimeInfo info;
};

/// What is to be computed, which decides whether bf16 pays on a CPU that multiplies it natively but has no AMX (where
/// it always does).
enum class Workload {
  Training,    ///< many rows in every product: always
  SmallModel,  ///< generating with small matrices: LibTorch's few rows at a time cost more than they save
  LargeModel,  ///< generating with large ones
};
Workload generatingWith(const TransformerConfig& model);

/// Resolves "auto" by what the machine has. Throws Usage (malformed) or Unsupported (not there).
ChosenDevice chooseDevice(const EngineOptions& options, Workload workload);

/// Bytes that can still be allocated where `compute` works; 0 if unknown.
std::uint64_t freeMemory(const Compute& compute);

}  // namespace lpd
