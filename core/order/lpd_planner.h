#pragma once

#include "order/support_map.h"
#include "random/philox.h"

#include <lpd/order.h>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace lpd {

/// Plans one locality-aware order (reference section 5), step by step:
///   1. the open positions are shuffled, then sorted by support, ties staying random;
///   2. those that reach the proximity threshold are taken in that order while the group is not full, leaving out any
///      within the repulsion distance of one taken in this step;
///   3. a group still short is filled by farthest-point sampling over the positions of low support followed by those
///      left out, or takes them all in that sequence where no more are left than needed.
/// On an empty grid, step 0 begins with one uniformly drawn position; a first group of more continues with 1 to 3,
/// that position counting as taken. With given positions, step 0 is like any other.
///
/// Random numbers, in the order they are drawn from the stream (seed, image index, domain Order): below(N) for the
/// first position, as an index into the open positions in raster order; each later list shuffled from raster order;
/// below(n) where farthest-point sampling starts on an empty group.
class LpdPlanner {
 public:
  /// `options` must be valid. Reasons are recorded only with `explain`.
  LpdPlanner(const OrderOptions& options, std::vector<int> open, bool explain);

  PlannedOrder plan(const GroupSizes& groupSizes);

 private:
  void planStep(int size, bool gridIsEmpty);
  void rankCandidates();
  void takeNear(std::size_t groupEnd);
  void takeFar(std::size_t groupEnd);
  void sampleFarthest(std::span<const int> places, std::size_t needed);
  void takePlace(int place, Pick pick);
  void take(int position);
  void finishStep();

  bool isBlocked(int position) const {
    return blocked_[static_cast<std::size_t>(grid_.row(position))] >> grid_.column(position) & 1;
  }
  std::span<const int> group() const { return std::span(plan_.order).subspan(groupBegin_); }

  struct Skip {
    int place;      // in ranked_
    int blockedBy;  // the position of this step that stands too near; -1 unless explaining
  };
  struct Deferral {
    int by = -1;
    int step = -1;
  };

  Grid grid_;
  int nearRanks_;  // support ranks below this reach the proximity threshold
  int repulsion_;  // whole Chebyshev cells
  bool explain_;
  PhiloxStream stream_;
  SupportMap support_;
  PlannedOrder plan_;
  std::vector<int> open_;            // ascending
  std::vector<bool> isTaken_;        // by position
  std::vector<Deferral> deferrals_;  // by position, for reasons

  // Of the step being planned.
  int step_ = 0;
  int candidates_ = 0;          // open positions when the step began
  std::size_t groupBegin_ = 0;  // the group is plan_.order from here on
  std::vector<int> shuffled_;
  std::vector<int> ranked_;                            // by support; without the start
  std::size_t nearCount_ = 0;                          // that many of ranked_ reach the threshold
  std::vector<Skip> skipped_;                          // left out for standing too near
  std::array<std::uint64_t, kMaxGridSide> blocked_{};  // by row, one bit a column
};

}  // namespace lpd
