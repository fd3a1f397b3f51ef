#pragma once

namespace lpd {

/// A grid of patches, one token each. A *position* is a raster index: row * width + column, from 0.
struct Grid {
  int height = 16;  ///< rows, 1..64
  int width = 16;   ///< columns, 1..64

  int count() const { return height * width; }
  int row(int position) const { return position / width; }
  int column(int position) const { return position % width; }
  int position(int row, int column) const { return row * width + column; }
  bool operator==(const Grid&) const = default;
};

inline constexpr int kMaxGridSide = 64;

}  // namespace lpd
