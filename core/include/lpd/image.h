#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lpd {

/// An 8-bit sRGB picture in host memory: rows top to bottom, pixels left to right, bytes R G B, no padding.
struct Image {
  int width = 0;   ///< pixels
  int height = 0;  ///< pixels
  std::vector<std::uint8_t> rgb;

  Image() = default;
  Image(int width, int height) : width(width), height(height), rgb(static_cast<std::size_t>(width) * height * 3) {}

  bool empty() const { return rgb.empty(); }
  std::uint8_t* pixel(int x, int y) { return &rgb[(static_cast<std::size_t>(y) * width + x) * 3]; }
  const std::uint8_t* pixel(int x, int y) const { return &rgb[(static_cast<std::size_t>(y) * width + x) * 3]; }
  bool operator==(const Image&) const = default;
};

}  // namespace lpd
