#include "mock_order.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace mock {

QList<int> groupSizes(int steps, int tokens) {
  QList<int> sizes;
  int made = 0;
  for (int k = 1; k <= steps; ++k) {
    const int upTo = int(std::lround(tokens * (1 - std::cos(M_PI_2 * k / steps))));
    const int size = std::max(1, std::min(upTo - made, tokens - made - (steps - k)));
    sizes.append(k == steps ? tokens - made : size);
    made += sizes.last();
  }
  std::sort(sizes.begin(), sizes.end());
  return sizes;
}

double support(const QList<int>& steps, const Grid& grid, int position, int before) {
  const int column = position % grid.columns, row = position / grid.columns;
  double sum = 0;
  for (int dy = -1; dy <= 1; ++dy)
    for (int dx = -1; dx <= 1; ++dx) {
      const int x = column + dx, y = row + dy;
      if ((dx == 0 && dy == 0) || x < 0 || y < 0 || x >= grid.columns || y >= grid.rows) continue;
      const int step = steps[y * grid.columns + x];
      if (step >= 0 && step < before) sum += dx != 0 && dy != 0 ? 0.71 : 1.0;
    }
  return sum;
}

namespace {

double distance(const Grid& grid, int a, int b) {
  return std::hypot(a % grid.columns - b % grid.columns, a / grid.columns - b / grid.columns);
}

// Near what is finished, apart from each other.
void placeGroup(QList<int>& steps, const Grid& grid, int step, int size, std::mt19937& random) {
  QList<int> open, group;
  for (int i = 0; i < grid.count(); ++i)
    if (steps[i] < 0) open.append(i);
  std::shuffle(open.begin(), open.end(), random);
  std::stable_sort(open.begin(), open.end(),
                   [&](int a, int b) { return support(steps, grid, a, step) > support(steps, grid, b, step); });
  for (double apart = 3.2; group.size() < size && apart > 0; apart -= 0.8)
    for (int candidate : open) {
      if (group.size() == size) break;
      if (apart > 2 && support(steps, grid, candidate, step) < 1 && random() % 3 != 0 && step > 0) continue;
      if (std::all_of(group.begin(), group.end(), [&](int other) { return distance(grid, candidate, other) >= apart; }))
        group.append(candidate);
    }
  for (int position : group)
    steps[position] = step;
}

}  // namespace

QList<int> stepOfPosition(const QString& kind, const QList<int>& sizes, const Grid& grid, unsigned seed) {
  std::mt19937 random(seed);
  QList<int> steps(grid.count(), -1);
  if (kind == QLatin1String("lpd")) {
    for (int k = 0; k < sizes.size(); ++k)
      placeGroup(steps, grid, k, sizes[k], random);
    return steps;
  }
  QList<int> order(grid.count());
  std::iota(order.begin(), order.end(), 0);
  if (kind != QLatin1String("raster")) std::shuffle(order.begin(), order.end(), random);
  for (int k = 0, next = 0; k < sizes.size(); ++k)
    for (int i = 0; i < sizes[k]; ++i)
      steps[order[next++]] = k;
  return steps;
}

}  // namespace mock
