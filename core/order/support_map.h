#pragma once

#include <lpd/grid.h>

#include <array>
#include <cstdint>
#include <vector>

namespace lpd {

/// A support score as whole numbers of generated edge and diagonal neighbours, so that no rounding decides whether it
/// reaches a threshold. There are 25 of them; `rank` 0 is the strongest.
struct Support {
  int edges = 0;      ///< 0..4, distance 1
  int diagonals = 0;  ///< 0..4, distance sqrt(2)

  static constexpr int kClasses = 25;
  double value() const;  ///< sum of 1 / distance
};

/// The contextual support of every position, kept up to date as positions are generated.
class SupportMap {
 public:
  explicit SupportMap(const Grid& grid);

  /// Counts `position` as generated: its up to 8 neighbours gain support.
  void add(int position);

  Support at(int position) const;
  float value(int position) const { return static_cast<float>(at(position).value()); }
  /// Place of the position's score among all possible ones, 0 = strongest (4 edges and 4 diagonals).
  int rank(int position) const { return rankOfClass_[classes_[static_cast<std::size_t>(position)]]; }
  /// How many ranks, counted from the strongest, have a score of at least `threshold`.
  static int ranksReaching(double threshold);

 private:
  Grid grid_;
  std::vector<std::uint8_t> classes_;  // 5 * edges + diagonals
  std::array<std::uint8_t, Support::kClasses> rankOfClass_{};
};

}  // namespace lpd
