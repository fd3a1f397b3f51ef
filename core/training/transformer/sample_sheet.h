#pragma once

#include <filesystem>

namespace lpd::training {

/// One picture of each class (of the first 64), drawn by the engine from a bundle with its recommended settings and a
/// fixed seed, so that sheets of a run can be compared. Replaces `sheet`. In builds without imaging it does nothing.
void writeSampleSheet(const std::filesystem::path& bundle, const std::filesystem::path& sheet, int threads);

}  // namespace lpd::training
