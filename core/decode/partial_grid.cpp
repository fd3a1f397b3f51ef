#include "decode/partial_grid.h"

#include <lpd/error.h>

#include <limits>

namespace lpd {

std::vector<int> filledWithNearest(const Grid& grid, const std::vector<int>& tokens) {
  std::vector<int> made;
  for (int position = 0; position < grid.count(); ++position)
    if (tokens[position] >= 0) made.push_back(position);
  if (made.empty()) throw Error(ErrorCode::Usage, "no position has a token yet", "make at least one step first");

  auto filled = tokens;
  for (int position = 0; position < grid.count(); ++position) {
    if (tokens[position] >= 0) continue;
    int least = std::numeric_limits<int>::max();
    for (const int other : made) {
      const int dy = grid.row(position) - grid.row(other), dx = grid.column(position) - grid.column(other);
      if (const int distance = dy * dy + dx * dx; distance < least) {
        least = distance;
        filled[position] = tokens[other];
      }
    }
  }
  return filled;
}

}  // namespace lpd
