#include "imaging/film.h"

#include <lpd/animation.h>
#include <lpd/error.h>
#include <lpd/files.h>

#include <algorithm>
#include <system_error>

namespace lpd {

namespace fs = std::filesystem;

namespace {

enum class FilmKind { Gif, Mp4, WebP };

FilmKind filmKind(const fs::path& file) {
  std::string ending = file.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
  if (ending == ".gif") return FilmKind::Gif;
  if (ending == ".mp4") return FilmKind::Mp4;
  if (ending == ".webp") return FilmKind::WebP;
  throw Error(ErrorCode::Usage, file.string() + " does not end in .gif, .mp4 or .webp",
              "the ending decides the animation's format: give one of these");
}

void check(const AnimationOptions& options) {
  if (!(options.stepSeconds >= 0.01 && options.stepSeconds <= 60))
    throw Error(ErrorCode::Usage, "the time of a step is out of range", "use 0.01 to 60 seconds");
  if (!(options.holdSeconds >= 0.01 && options.holdSeconds <= 600))
    throw Error(ErrorCode::Usage, "the time of the finished picture is out of range", "use 0.01 to 600 seconds");
}

}  // namespace

std::string animationCodec(const fs::path& file) {
  switch (filmKind(file)) {
    case FilmKind::Gif:
      return "GIF";
    case FilmKind::WebP:
      return "WebP";
    case FilmKind::Mp4:
      break;
  }
  return imaging::mp4Codec();
}

bool writeAnimation(const fs::path& file, const Image& finished, const Grid& grid, const Order& order,
                    const GroupSizes& groupSizes, const AnimationOptions& options, std::stop_token stop) {
  const FilmKind kind = filmKind(file);
  check(options);
  const int steps = static_cast<int>(groupSizes.size());
  const auto draw = [&](int step, bool glow) {
    StepLook look = options.look;
    look.glow = look.glow && glow;
    return drawStep(finished, grid, order, groupSizes, step, look);
  };
  const Image last = draw(steps, false);
  AtomicFile target(file, options.overwrite);
  const auto begin = [&]() -> std::unique_ptr<imaging::Film> {
    if (kind == FilmKind::Mp4) return imaging::makeMp4(target.temporary(), last.width, last.height);
    if (kind == FilmKind::WebP) return imaging::makeWebP(target, last.width, last.height);
    std::vector<Image> samples{last, draw(0, false)};
    for (int i = 1; i <= 4; ++i)
      samples.push_back(draw(std::max(1, steps * i / 5), true));
    return imaging::makeGif(target.temporary(), samples, options.holdSeconds);
  };
  try {
    const auto film = begin();
    for (int step = 0; step <= steps; ++step) {
      if (stop.stop_requested()) return false;
      film->add(draw(step, true), options.stepSeconds);
    }
    film->add(last, options.holdSeconds);
    film->finish();
  } catch (const std::system_error& error) {
    failToWrite(file, error.code().value());
  }
  if (stop.stop_requested()) return false;
  target.commit();
  return true;
}

}  // namespace lpd
