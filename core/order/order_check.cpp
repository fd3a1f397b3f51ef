#include "order/order_check.h"

#include <lpd/error.h>

#include <string>

namespace lpd {

void validateGrid(const Grid& grid) {
  if (grid.height < 1 || grid.width < 1 || grid.height > kMaxGridSide || grid.width > kMaxGridSide)
    throw Error(ErrorCode::Usage,
                "a grid of " + std::to_string(grid.height) + "x" + std::to_string(grid.width) + " is not possible",
                "each side must be between 1 and " + std::to_string(kMaxGridSide));
}

std::vector<bool> markGiven(const Grid& grid, const std::vector<int>& given) {
  std::vector<bool> isGiven(static_cast<std::size_t>(grid.count()));
  for (int position : given) {
    if (position < 0 || position >= grid.count())
      throw Error(ErrorCode::Usage, "given position " + std::to_string(position) + " lies outside the grid");
    if (isGiven[static_cast<std::size_t>(position)])
      throw Error(ErrorCode::Usage, "given position " + std::to_string(position) + " is named twice");
    isGiven[static_cast<std::size_t>(position)] = true;
  }
  return isGiven;
}

std::vector<int> openPositions(const Grid& grid, const std::vector<int>& given) {
  const std::vector<bool> isGiven = markGiven(grid, given);
  std::vector<int> open;
  for (int position = 0; position < grid.count(); ++position)
    if (!isGiven[static_cast<std::size_t>(position)]) open.push_back(position);
  return open;
}

GroupSizes effectiveGroupSizes(const GroupSizes& sizes, int count) {
  if (sizes.empty()) return GroupSizes(static_cast<std::size_t>(count), 1);
  validateGroupSizes(sizes, count);
  return sizes;
}

void validateOrder(const Order& order, int count, std::string_view what, const std::vector<int>& given) {
  const auto fail = [&](const std::string& fault) {
    throw Error(ErrorCode::Usage, std::string(what) + fault, "an order names every position exactly once");
  };
  const std::size_t expected = static_cast<std::size_t>(count) - given.size();
  if (order.size() != expected)
    fail(" has " + std::to_string(order.size()) + " positions, not " + std::to_string(expected));
  std::vector<bool> seen(static_cast<std::size_t>(count));
  for (int position : given)
    seen.at(static_cast<std::size_t>(position)) = true;
  for (int position : order) {
    if (position < 0 || position >= count)
      fail(" has position " + std::to_string(position) + ", outside 0.." + std::to_string(count - 1));
    if (seen[static_cast<std::size_t>(position)])
      fail(" has position " + std::to_string(position) + " twice or though it is given");
    seen[static_cast<std::size_t>(position)] = true;
  }
}

}  // namespace lpd
