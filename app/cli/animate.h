#pragma once

#include "progress.h"

#include <lpd/animation.h>

#include <CLI/CLI.hpp>

namespace lpd::cli {

/// How an animation looks; shared by generate and replay.
struct AnimationLook {
  double stepSeconds = AnimationOptions{}.stepSeconds;
  double holdSeconds = AnimationOptions{}.holdSeconds;
  int scale = AnimationOptions{}.look.scale;

  void add(CLI::App& app);
  AnimationOptions options(bool overwrite) const;  ///< throws Usage
};

/// Writes it, and says so where an .mp4 had to fall back to MPEG-4. False if stopped.
bool animate(const std::filesystem::path& file, const Image& finished, const Grid& grid, const Order& order,
             const GroupSizes& groupSizes, const AnimationOptions& options, Progress& progress, std::stop_token stop);

}  // namespace lpd::cli
