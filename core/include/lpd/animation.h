#pragma once

#include <lpd/image.h>
#include <lpd/order.h>

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace lpd {

/// How patches filling in are drawn.
struct AnimationOptions {
  double stepSeconds = 0.12;  ///< time a step is shown
  double holdSeconds = 1.2;   ///< time the finished picture is shown
  int scale = 2;              ///< whole-number enlargement, 1..8
  bool glow = true;           ///< outline the group being made
  bool overwrite = false;
};

/// The picture as it stands after `steps` steps (0 = empty grid): finished patches from `finished`, the others drawn
/// as empty cells; with `glow`, the group made last is outlined in the accent colour.
Image drawStep(const Image& finished, const Grid& grid, const Order& order, const GroupSizes& groupSizes, int steps,
               int scale = 1, bool glow = true);

/// What a file of this ending is encoded as on this machine: "GIF", "WebP", "H.264" or, where FFmpeg lacks that
/// encoder, "MPEG-4"; empty where it lacks both. Throws Usage for another ending.
std::string animationCodec(const std::filesystem::path& file);

/// Writes .gif, .mp4 (H.264 where the encoder exists, else MPEG-4) or .webp, told by the ending, whole or not at all.
/// Throws Usage (ending), Unsupported (encoder missing), Io. Returns false, leaving nothing, when stopped.
bool writeAnimation(const std::filesystem::path& file, const Image& finished, const Grid& grid, const Order& order,
                    const GroupSizes& groupSizes, const AnimationOptions& options = {}, std::stop_token stop = {});

}  // namespace lpd
