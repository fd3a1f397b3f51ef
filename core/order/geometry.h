#pragma once

#include <lpd/grid.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <span>

namespace lpd {

inline int squaredDistance(const Grid& grid, int a, int b) {
  const int rows = grid.row(a) - grid.row(b), columns = grid.column(a) - grid.column(b);
  return rows * rows + columns * columns;
}

/// max(|rows|, |columns|): 1 for each of the 8 neighbours.
inline int chebyshevDistance(const Grid& grid, int a, int b) {
  return std::max(std::abs(grid.row(a) - grid.row(b)), std::abs(grid.column(a) - grid.column(b)));
}

/// The first of `positions` within Chebyshev distance `radius` of `position`; -1 if none is.
inline int firstWithin(const Grid& grid, std::span<const int> positions, int position, double radius) {
  for (int other : positions)
    if (chebyshevDistance(grid, other, position) <= radius) return other;
  return -1;
}

/// Euclidean distance to the nearest other position of `group`; 0 if there is none.
inline float nearestInGroup(const Grid& grid, std::span<const int> group, int position) {
  int nearest = std::numeric_limits<int>::max();
  for (int other : group)
    if (other != position) nearest = std::min(nearest, squaredDistance(grid, other, position));
  return group.size() < 2 ? 0.0f : std::sqrt(static_cast<float>(nearest));
}

}  // namespace lpd
