#pragma once

#include <lpd/engine.h>

#include <filesystem>

namespace lpd::training {

/// One picture of each class (of the first 64), drawn by the engine from a bundle with its recommended settings and a
/// fixed seed, so that sheets of a run can be compared, on the device and threads of `where`. Replaces `sheet`. In
/// builds without imaging it does nothing.
void writeSampleSheet(const std::filesystem::path& bundle, const std::filesystem::path& sheet,
                      const RuntimeInfo& where);

}  // namespace lpd::training
