#include "order/geometry.h"
#include "order/order_check.h"
#include "order/support_map.h"

#include <lpd/order.h>

#include <algorithm>
#include <cmath>
#include <span>

namespace lpd {

namespace {

struct PairDistances {
  double sum = 0;
  long long pairs = 0;
  double min = 0;

  void add(double distance) {
    min = pairs == 0 ? distance : std::min(min, distance);
    sum += distance;
    ++pairs;
  }
};

double mean(double sum, long long count) {
  return count == 0 ? 0 : sum / static_cast<double>(count);
}

}  // namespace

OrderStats measureOrder(const Grid& grid, const Order& order, const GroupSizes& groupSizes,
                        const std::vector<int>& given) {
  validateGrid(grid);
  markGiven(grid, given);
  validateOrder(order, grid.count(), "order", given);
  const auto count = static_cast<long long>(order.size());
  const GroupSizes sizes = effectiveGroupSizes(groupSizes, static_cast<int>(count));
  SupportMap support(grid);
  for (int position : given)
    support.add(position);

  OrderStats stats;
  PairDistances distances;
  double supportSum = 0, nearestSum = 0;
  long long adjacent = 0;
  std::span<const int> rest(order);
  for (int size : sizes) {
    const std::span<const int> group = rest.first(static_cast<std::size_t>(size));
    double stepSupport = 0;
    for (std::size_t i = 0; i < group.size(); ++i) {
      const double value = support.at(group[i]).value();
      stepSupport += value;
      adjacent += value > 0;
      nearestSum += double{nearestInGroup(grid, group, group[i])};
      for (std::size_t j = 0; j < i; ++j)
        distances.add(std::sqrt(static_cast<double>(squaredDistance(grid, group[i], group[j]))));
    }
    stats.supportByStep.push_back(stepSupport / size);
    supportSum += stepSupport;
    for (int position : group)
      support.add(position);
    rest = rest.subspan(group.size());
  }
  stats.meanSupport = mean(supportSum, count);
  stats.adjacentShare = mean(static_cast<double>(adjacent), count);
  stats.meanGroupDistance = mean(distances.sum, distances.pairs);
  stats.minGroupDistance = distances.min;
  stats.meanNearestInGroup = mean(nearestSum, count);
  return stats;
}

}  // namespace lpd
