#pragma once

#include <lpd/image.h>
#include <lpd/order.h>

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace lpd {

/// What is drawn of a picture that is being made.
struct StepLook {
  int scale = 1;          ///< whole-number enlargement, 1..8
  bool glow = true;       ///< outline the group made last in the accent colour
  bool orderMap = false;  ///< finished patches in the colour of their step, over the greyed picture
  double blend = 0.6;     ///< how strongly that colour covers the picture, 0..1
  bool numbers = false;   ///< the step's number in every finished patch that is large enough (16 px)
};

/// How patches filling in are drawn.
struct AnimationOptions {
  double stepSeconds = 0.12;  ///< time a step is shown
  double holdSeconds = 1.2;   ///< time the finished picture is shown, without glow
  StepLook look = {.scale = 2};
  bool overwrite = false;
};

/// The picture as it stands after `steps` steps (0 = empty grid): finished patches from `finished`, the others drawn
/// as empty cells.
Image drawStep(const Image& finished, const Grid& grid, const Order& order, const GroupSizes& groupSizes, int steps,
               const StepLook& look = {});

/// What a file of this ending is encoded as on this machine: "GIF", "WebP", "H.264" or, where FFmpeg lacks that
/// encoder, "MPEG-4"; empty where it lacks both. Throws Usage for another ending.
std::string animationCodec(const std::filesystem::path& file);

/// Writes .gif, .mp4 (H.264 where the encoder exists, else MPEG-4) or .webp, told by the ending, whole or not at all.
/// Throws Usage (ending), Unsupported (encoder missing), Io. Returns false, leaving nothing, when stopped.
bool writeAnimation(const std::filesystem::path& file, const Image& finished, const Grid& grid, const Order& order,
                    const GroupSizes& groupSizes, const AnimationOptions& options = {}, std::stop_token stop = {});

}  // namespace lpd
