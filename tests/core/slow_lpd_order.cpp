#include "slow_lpd_order.h"

#include "random/philox.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>
#include <vector>

using namespace lpd;

namespace {

struct Candidate {
  double score;
  int position;
};

double score(const Grid& grid, const std::set<int>& done, int position) {
  int edges = 0, diagonals = 0;
  for (int other : done) {
    const int rows = std::abs(grid.row(other) - grid.row(position));
    const int columns = std::abs(grid.column(other) - grid.column(position));
    edges += rows + columns == 1;
    diagonals += rows == 1 && columns == 1;
  }
  return edges + diagonals / std::sqrt(2.0);
}

bool tooNear(const Grid& grid, int a, int b, double repulsion) {
  return std::abs(grid.row(a) - grid.row(b)) <= repulsion && std::abs(grid.column(a) - grid.column(b)) <= repulsion;
}

double distanceToGroup(const Grid& grid, const std::vector<int>& group, int position) {
  double nearest = 1e9;
  for (int other : group)
    nearest =
        std::min(nearest, std::hypot(grid.row(other) - grid.row(position), grid.column(other) - grid.column(position)));
  return nearest;
}

std::vector<int> openPositions(const Grid& grid, const std::set<int>& done, const std::vector<int>& group) {
  std::vector<int> open;
  for (int position = 0; position < grid.count(); ++position)
    if (!done.contains(position) && std::find(group.begin(), group.end(), position) == group.end())
      open.push_back(position);
  return open;
}

void fillGroup(const OrderOptions& options, const std::set<int>& done, std::size_t size, PhiloxStream& stream,
               std::vector<int>& group) {
  const Grid& grid = options.grid;
  std::vector<int> shuffled = openPositions(grid, done, group);
  stream.shuffle(std::span<int>(shuffled));
  std::vector<Candidate> candidates;
  for (int position : shuffled)
    candidates.push_back({score(grid, done, position), position});
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });

  std::vector<int> low, skipped;
  for (const auto& [value, position] : candidates) {
    if (value < options.proximity) {
      low.push_back(position);
    } else if (group.size() < size) {
      const bool isNear = std::any_of(group.begin(), group.end(),
                                      [&](int other) { return tooNear(grid, other, position, options.repulsion); });
      (isNear ? skipped : group).push_back(position);
    }
  }
  if (group.size() == size) return;
  low.insert(low.end(), skipped.begin(), skipped.end());
  if (low.size() <= size - group.size()) {
    group.insert(group.end(), low.begin(), low.end());
    return;
  }
  while (group.size() < size) {
    std::size_t best = 0;
    if (group.empty()) {
      best = stream.below(static_cast<std::uint32_t>(low.size()));
    } else {
      for (std::size_t i = 1; i < low.size(); ++i)
        if (distanceToGroup(grid, group, low[i]) > distanceToGroup(grid, group, low[best])) best = i;
    }
    group.push_back(low[best]);
    low.erase(low.begin() + static_cast<std::ptrdiff_t>(best));
  }
}

}  // namespace

Order slowLpdOrder(const OrderOptions& options) {
  PhiloxStream stream(options.seed, options.imageIndex, NoiseDomain::Order);
  std::set<int> done(options.given.begin(), options.given.end());
  Order order;
  for (int size : options.groupSizes) {
    std::vector<int> group;
    if (done.empty()) group.push_back(static_cast<int>(stream.below(static_cast<std::uint32_t>(options.grid.count()))));
    if (group.size() < static_cast<std::size_t>(size))
      fillGroup(options, done, static_cast<std::size_t>(size), stream, group);
    done.insert(group.begin(), group.end());
    order.insert(order.end(), group.begin(), group.end());
  }
  return order;
}
