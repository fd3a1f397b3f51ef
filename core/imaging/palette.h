#pragma once

#include <lpd/image.h>

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace lpd::imaging {

using Rgb = std::array<std::uint8_t, 3>;

/// Counts colours of the pictures it is shown and splits them (median cut, along the widest weighted axis) into a
/// palette that serves them all.
class PaletteMaker {
 public:
  /// Counts every pixel `weight` times.
  void add(const Image& image, int weight = 1);
  /// At most `size` colours, best for what was added; fewer where fewer were seen.
  std::vector<Rgb> make(int size) const;

 private:
  std::unordered_map<std::uint32_t, std::uint64_t> counts_;
};

/// Colours to palette indices.
class PaletteMap {
 public:
  explicit PaletteMap(std::vector<Rgb> colours) : colours_(std::move(colours)) {}

  const std::vector<Rgb>& colours() const { return colours_; }
  std::uint8_t nearest(const std::uint8_t* rgb);
  /// Indices of a picture with the error of each pixel spread over its neighbours (Floyd and Steinberg, serpentine).
  std::vector<std::uint8_t> dither(const Image& image);

 private:
  std::vector<Rgb> colours_;
  std::unordered_map<std::uint32_t, std::uint8_t> known_;
};

}  // namespace lpd::imaging
