#include "order/geometry.h"
#include "order/order_check.h"
#include "order/support_map.h"

#include <lpd/order.h>

#include <array>
#include <cstddef>
#include <span>

namespace lpd {

namespace {

// How many open positions have each support rank.
class OpenRanks {
 public:
  OpenRanks(const SupportMap& support, std::span<const int> open) {
    for (int position : open)
      ++counts_[static_cast<std::size_t>(support.rank(position))];
  }

  int strongerThan(int rank) const {
    int stronger = 0;
    for (int i = 0; i < rank; ++i)
      stronger += counts_[static_cast<std::size_t>(i)];
    return stronger;
  }

 private:
  std::array<int, Support::kClasses> counts_{};
};

PlacementReason lpdReason(const OrderOptions& options, int position, std::span<const int> before, bool isNear) {
  PlacementReason reason{.pick = Pick::Spread};
  const int tooNear = firstWithin(options.grid, before, position, options.repulsion);
  if (isNear && tooNear < 0) reason.pick = Pick::Proximity;
  if (isNear) reason.blockedBy = tooNear;
  return reason;
}

}  // namespace

std::vector<PlacementReason> explainGivenOrder(const Order& order, const OrderOptions& options) {
  options.validate();
  validateOrder(order, options.grid.count(), "order", options.given);
  const GroupSizes sizes = effectiveGroupSizes(options.groupSizes, static_cast<int>(order.size()));
  const int nearRanks = SupportMap::ranksReaching(options.proximity);
  SupportMap support(options.grid);
  for (int position : options.given)
    support.add(position);

  std::vector<PlacementReason> reasons;
  reasons.reserve(order.size());
  std::span<const int> open(order);
  for (int size : sizes) {
    const std::span<const int> group = open.first(static_cast<std::size_t>(size));
    const OpenRanks ranks(support, open);
    for (std::size_t i = 0; i < group.size(); ++i) {
      const int position = group[i], rank = support.rank(position);
      const bool isStart = reasons.empty() && options.given.empty();
      PlacementReason reason;
      if (options.kind == OrderKind::Lpd)
        reason = isStart ? PlacementReason{.pick = Pick::Start}
                         : lpdReason(options, position, group.first(i), rank < nearRanks);
      reason.support = support.value(position);
      reason.rank = 1 + ranks.strongerThan(rank);
      reason.candidates = static_cast<int>(open.size());
      reason.nearestInGroup = nearestInGroup(options.grid, group, position);
      reasons.push_back(reason);
    }
    for (int position : group)
      support.add(position);
    open = open.subspan(group.size());
  }
  return reasons;
}

}  // namespace lpd
