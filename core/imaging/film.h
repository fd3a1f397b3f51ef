#pragma once

#include <lpd/files.h>
#include <lpd/image.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

/// Writers of moving pictures. Each is given its pictures one after the other, all of one size, and the seconds each is
/// shown; finish() completes the file. What they write to becomes the file when the caller commits it. Besides Error
/// they throw std::system_error where the operating system refuses.
namespace lpd::imaging {

class Film {
 public:
  virtual ~Film() = default;
  virtual void add(const Image& picture, double seconds) = 0;
  virtual void finish() = 0;
};

/// `samples`: pictures whose colours the palette must serve, the finished picture first. GIF tells how long the last
/// picture stays in a setting of its own, `holdSeconds`.
std::unique_ptr<Film> makeGif(const std::filesystem::path& file, const std::vector<Image>& samples, double holdSeconds);
std::unique_ptr<Film> makeMp4(const std::filesystem::path& file, int width, int height);
std::unique_ptr<Film> makeWebP(AtomicFile& file, int width, int height);

/// "H.264", "MPEG-4" or "" by the encoders this machine has.
std::string mp4Codec();

}  // namespace lpd::imaging
