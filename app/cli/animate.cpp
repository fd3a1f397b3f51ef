#include "animate.h"

#include <lpd/error.h>

namespace lpd::cli {

void AnimationLook::add(CLI::App& app) {
  app.add_option("--step-seconds", stepSeconds, "Time an animation shows each step [0.12]")
      ->type_name("X")
      ->group("Output");
  app.add_option("--hold-seconds", holdSeconds, "Time it shows the finished picture [1.2]")
      ->type_name("X")
      ->group("Output");
  app.add_option("--scale", scale, "Whole-number enlargement of an animation, 1 to 8 [2]")
      ->type_name("N")
      ->group("Output");
}

AnimationOptions AnimationLook::options(bool overwrite) const {
  if (scale < 1 || scale > 8)
    throw Error(ErrorCode::Usage, "--scale " + std::to_string(scale) + " is out of range", "use 1 to 8");
  if (!(stepSeconds >= 0.01 && stepSeconds <= 60))
    throw Error(ErrorCode::Usage, "--step-seconds is out of range", "use 0.01 to 60");
  if (!(holdSeconds >= 0.01 && holdSeconds <= 600))
    throw Error(ErrorCode::Usage, "--hold-seconds is out of range", "use 0.01 to 600");
  return {.stepSeconds = stepSeconds, .holdSeconds = holdSeconds, .look = {.scale = scale}, .overwrite = overwrite};
}

bool animate(const std::filesystem::path& file, const Image& finished, const Grid& grid, const Order& order,
             const GroupSizes& groupSizes, const AnimationOptions& options, Progress& progress, std::stop_token stop) {
  const bool written = writeAnimation(file, finished, grid, order, groupSizes, options, stop);
  if (written && animationCodec(file) == "MPEG-4")
    progress.note("note: FFmpeg has no H.264 encoder here, the animation is MPEG-4");
  return written;
}

}  // namespace lpd::cli
