#pragma once

#include <lpd/order.h>

#include <vector>

namespace lpd {

/// Throws Usage unless both sides are 1..kMaxGridSide.
void validateGrid(const Grid& grid);

/// By position: true where a position is given. Throws Usage for one outside the grid or named twice.
std::vector<bool> markGiven(const Grid& grid, const std::vector<int>& given);

/// The positions that are not given, ascending.
std::vector<int> openPositions(const Grid& grid, const std::vector<int>& given);

/// `sizes`, or one position a step where it is empty; checked against the number of positions.
GroupSizes effectiveGroupSizes(const GroupSizes& sizes, int count);

}  // namespace lpd
