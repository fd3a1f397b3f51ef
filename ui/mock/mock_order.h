#pragma once

#include <QList>
#include <QString>

// Orders and group sizes that look like the real ones; good enough to draw a window with.
namespace mock {

struct Grid {
  int columns = 16;
  int rows = 16;
  int count() const { return columns * rows; }
};

// Sizes of `steps` groups that grow like 1 - cos and sum to `tokens`.
QList<int> groupSizes(int steps, int tokens);

// The step (from 0) of every position, for "lpd", "random", "halton" (drawn as random) or "raster".
QList<int> stepOfPosition(const QString& kind, const QList<int>& sizes, const Grid& grid, unsigned seed);

// 1 for a side, 0.71 for a corner, summed over the neighbours made before step `before`.
double support(const QList<int>& steps, const Grid& grid, int position, int before);

}  // namespace mock
