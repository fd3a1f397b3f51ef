#include "order/lpd_planner.h"

#include "order/geometry.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <utility>

namespace lpd {

namespace {

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

// Candidates of farthest-point sampling with their squared distance to the nearest position of the group. Squared
// distances on the largest grid (2 * 63^2) fit 16 bits, which keeps the loop vectorised on any processor.
class FarthestPoints {
 public:
  explicit FarthestPoints(std::size_t count) : rows_(count), columns_(count), nearest_(count, kFar) {}

  void set(std::size_t index, int row, int column) {
    rows_[index] = static_cast<std::int16_t>(row);
    columns_[index] = static_cast<std::int16_t>(column);
  }

  /// Lets a group member at (row, column) count; returns the largest remaining distance.
  std::int16_t approach(int row, int column) {
    const auto groupRow = static_cast<std::int16_t>(row), groupColumn = static_cast<std::int16_t>(column);
    std::int16_t farthest = kTaken;
    for (std::size_t i = 0; i < nearest_.size(); ++i) {
      const auto rows = static_cast<std::int16_t>(rows_[i] - groupRow);
      const auto columns = static_cast<std::int16_t>(columns_[i] - groupColumn);
      const auto distance = static_cast<std::int16_t>(rows * rows + columns * columns);
      nearest_[i] = std::min(nearest_[i], distance);
      farthest = std::max(farthest, nearest_[i]);
    }
    return farthest;
  }

  std::size_t firstAt(std::int16_t distance) const {
    return static_cast<std::size_t>(std::find(nearest_.begin(), nearest_.end(), distance) - nearest_.begin());
  }

  void remove(std::size_t index) { nearest_[index] = kTaken; }

 private:
  static constexpr std::int16_t kFar = std::numeric_limits<std::int16_t>::max();
  static constexpr std::int16_t kTaken = -1;
  std::vector<std::int16_t> rows_, columns_, nearest_;
};

}  // namespace

LpdPlanner::LpdPlanner(const OrderOptions& options, std::vector<int> open, bool explain)
    : grid_(options.grid),
      nearRanks_(SupportMap::ranksReaching(options.proximity)),
      repulsion_(static_cast<int>(std::min(std::floor(options.repulsion), double{kMaxGridSide}))),
      explain_(explain),
      stream_(options.seed, options.imageIndex, NoiseDomain::Order),
      support_(options.grid),
      open_(std::move(open)),
      isTaken_(at(options.grid.count())),
      deferrals_(explain ? at(options.grid.count()) : 0) {
  for (int position : options.given)
    support_.add(position);
}

PlannedOrder LpdPlanner::plan(const GroupSizes& groupSizes) {
  plan_.order.reserve(open_.size());
  const bool startsEmpty = static_cast<int>(open_.size()) == grid_.count();
  for (int size : groupSizes)
    planStep(size, startsEmpty && step_ == 0);
  return std::move(plan_);
}

void LpdPlanner::planStep(int size, bool gridIsEmpty) {
  groupBegin_ = plan_.order.size();
  candidates_ = static_cast<int>(open_.size());
  blocked_.fill(0);
  skipped_.clear();
  if (gridIsEmpty) {
    const int start = open_[stream_.below(static_cast<std::uint32_t>(open_.size()))];
    take(start);
    std::erase(open_, start);
    if (explain_) plan_.reasons.push_back({.pick = Pick::Start, .rank = 1, .candidates = candidates_});
  }
  const std::size_t groupEnd = groupBegin_ + at(size);
  if (plan_.order.size() < groupEnd) {
    rankCandidates();
    takeNear(groupEnd);
    takeFar(groupEnd);
  }
  finishStep();
}

// Shuffles the open positions and sorts them by support, stably: a counting sort over the 25 possible scores.
void LpdPlanner::rankCandidates() {
  shuffled_ = open_;
  stream_.shuffle(std::span<int>(shuffled_));
  std::array<std::size_t, Support::kClasses + 1> begins{};
  for (int position : shuffled_)
    ++begins[at(support_.rank(position)) + 1];
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  nearCount_ = begins[at(nearRanks_)];
  ranked_.resize(shuffled_.size());
  for (int position : shuffled_)
    ranked_[begins[at(support_.rank(position))]++] = position;
}

void LpdPlanner::takeNear(std::size_t groupEnd) {
  for (std::size_t place = 0; place < nearCount_ && plan_.order.size() < groupEnd; ++place) {
    const int position = ranked_[place];
    if (isBlocked(position))
      skipped_.push_back({static_cast<int>(place), explain_ ? firstWithin(grid_, group(), position, repulsion_) : -1});
    else
      takePlace(static_cast<int>(place), Pick::Proximity);
  }
}

void LpdPlanner::takeFar(std::size_t groupEnd) {
  if (plan_.order.size() == groupEnd) return;
  std::vector<int> places(ranked_.size() - nearCount_);
  std::iota(places.begin(), places.end(), static_cast<int>(nearCount_));
  for (const Skip& skip : skipped_)
    places.push_back(skip.place);
  const std::size_t needed = groupEnd - plan_.order.size();
  if (places.size() > needed) return sampleFarthest(places, needed);
  for (int place : places)
    takePlace(place, Pick::Spread);
}

void LpdPlanner::sampleFarthest(std::span<const int> places, std::size_t needed) {
  FarthestPoints points(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const int position = ranked_[at(places[i])];
    points.set(i, grid_.row(position), grid_.column(position));
  }
  std::int16_t farthest = 0;
  const auto approach = [&](int position) { farthest = points.approach(grid_.row(position), grid_.column(position)); };
  for (int position : group())
    approach(position);
  for (std::size_t picked = 0; picked < needed; ++picked) {
    const std::size_t index =
        group().empty() ? stream_.below(static_cast<std::uint32_t>(places.size())) : points.firstAt(farthest);
    takePlace(places[index], Pick::Spread);
    points.remove(index);
    if (picked + 1 < needed) approach(plan_.order.back());
  }
}

void LpdPlanner::takePlace(int place, Pick pick) {
  const int position = ranked_[at(place)];
  take(position);
  if (!explain_) return;
  PlacementReason reason{.pick = pick, .support = support_.value(position), .candidates = candidates_};
  // Where the step began with the start, that position came before the whole list.
  reason.rank = place + 1 + candidates_ - static_cast<int>(ranked_.size());
  if (pick == Pick::Spread)
    for (const Skip& skip : skipped_)
      if (skip.place == place) reason.blockedBy = skip.blockedBy;
  reason.deferredBy = deferrals_[at(position)].by;
  reason.deferredAtStep = deferrals_[at(position)].step;
  plan_.reasons.push_back(reason);
}

void LpdPlanner::take(int position) {
  plan_.order.push_back(position);
  isTaken_[at(position)] = true;
  const int row = grid_.row(position), column = grid_.column(position);
  const int first = std::max(0, column - repulsion_), last = std::min(grid_.width - 1, column + repulsion_);
  const std::uint64_t columns = (~std::uint64_t{0} >> (63 - (last - first))) << first;
  for (int y = std::max(0, row - repulsion_); y <= std::min(grid_.height - 1, row + repulsion_); ++y)
    blocked_[at(y)] |= columns;
}

void LpdPlanner::finishStep() {
  if (explain_) {
    for (std::size_t i = groupBegin_; i < plan_.order.size(); ++i)
      plan_.reasons[i].nearestInGroup = nearestInGroup(grid_, group(), plan_.order[i]);
    for (const Skip& skip : skipped_)
      deferrals_[at(ranked_[at(skip.place)])] = {skip.blockedBy, step_};
  }
  for (int position : group())
    support_.add(position);
  std::erase_if(open_, [&](int position) { return isTaken_[at(position)]; });
  ++step_;
}

}  // namespace lpd
