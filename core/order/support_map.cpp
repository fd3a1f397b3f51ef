#include "order/support_map.h"

#include <algorithm>
#include <cstddef>
#include <numbers>
#include <numeric>

namespace lpd {

namespace {

Support supportOfClass(int index) {
  return {index / 5, index % 5};
}

// Classes from the strongest to the weakest. No two scores are equal, since sqrt(2) is irrational.
std::array<std::uint8_t, Support::kClasses> classesByRank() {
  std::array<std::uint8_t, Support::kClasses> classes{};
  std::iota(classes.begin(), classes.end(), std::uint8_t{0});
  std::sort(classes.begin(), classes.end(),
            [](int a, int b) { return supportOfClass(a).value() > supportOfClass(b).value(); });
  return classes;
}

}  // namespace

double Support::value() const {
  return edges + diagonals * (std::numbers::sqrt2 / 2);
}

SupportMap::SupportMap(const Grid& grid) : grid_(grid), classes_(static_cast<std::size_t>(grid.count())) {
  const auto byRank = classesByRank();
  for (std::size_t rank = 0; rank < byRank.size(); ++rank)
    rankOfClass_[byRank[rank]] = static_cast<std::uint8_t>(rank);
}

void SupportMap::add(int position) {
  const int row = grid_.row(position), column = grid_.column(position);
  for (int y = std::max(0, row - 1); y <= std::min(grid_.height - 1, row + 1); ++y) {
    for (int x = std::max(0, column - 1); x <= std::min(grid_.width - 1, column + 1); ++x) {
      const bool isEdge = (y == row) != (x == column);
      if (y == row && x == column) continue;
      classes_[static_cast<std::size_t>(grid_.position(y, x))] += isEdge ? 5 : 1;
    }
  }
}

Support SupportMap::at(int position) const {
  return supportOfClass(classes_[static_cast<std::size_t>(position)]);
}

int SupportMap::ranksReaching(double threshold) {
  const auto byRank = classesByRank();
  return static_cast<int>(std::count_if(byRank.begin(), byRank.end(),
                                        [&](int index) { return supportOfClass(index).value() >= threshold; }));
}

}  // namespace lpd
