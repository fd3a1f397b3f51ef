#pragma once

#include "backends/device.h"
#include "training/run/checkpoint.h"
#include "training/run/processes.h"

#include <lpd/training.h>

namespace lpd::training {

inline constexpr const char* kMetricsFile = "metrics.csv";

/// The device a process trains on: with several processes on GPUs, that of its local rank.
ChosenDevice deviceFor(const TrainOptions& options, const ProcessPlace& place);

/// Throws Usage where the run's folder is not named, or holds a run and none is resumed, or holds `result`, the weights
/// of a finished run, without a checkpoint. Throws Io where a file is in the way. Nothing is made yet.
void checkRunFolder(const TrainOptions& options, const CheckpointFolder& checkpoints, const std::string& result);

/// The line that tells of a run which is to be resumed and has no checkpoint yet.
std::string nothingToResume(const TrainOptions& options);

}  // namespace lpd::training
