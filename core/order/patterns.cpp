#include "order/patterns.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <numeric>
#include <vector>

namespace lpd {

namespace {

// floor(radical inverse of `index` in `base`, times `cells`), in whole numbers.
int haltonCell(int index, int base, int cells) {
  std::int64_t reversed = 0, scale = 1;
  for (; index > 0; index /= base) {
    reversed = reversed * base + index % base;
    scale *= base;
  }
  return static_cast<int>(reversed * cells / scale);
}

// First position of region `region` when `length` positions are split into `regions` regions.
int regionStart(int region, int regions, int length) {
  return region * length / regions;
}

int regionCount(int length) {
  return length >= 8 ? 4 : std::min(length, 2);
}

// Enough for the largest grid.
constexpr int kCoordinateBits = static_cast<int>(std::bit_width(static_cast<unsigned>(kMaxGridSide - 1)));

// Bits of row and column from the lowest up, most significant first: coarse lattices get small keys.
std::uint32_t bayerKey(int row, int column) {
  std::uint32_t key = 0;
  for (int bit = 0; bit < kCoordinateBits; ++bit) {
    const std::uint32_t y = (static_cast<std::uint32_t>(row) >> bit) & 1,
                        x = (static_cast<std::uint32_t>(column) >> bit) & 1;
    key = key << 2 | ((x ^ y) << 1) | y;  // (0,0) (1,1) (0,1) (1,0) as (row, column)
  }
  return key;
}

}  // namespace

Order rasterOrder(const Grid& grid) {
  Order order(static_cast<std::size_t>(grid.count()));
  std::iota(order.begin(), order.end(), 0);
  return order;
}

// Ends: any 2^j 3^k consecutive points put one point into each box of size 2^-j x 3^-k, and for boxes of less than
// half a cell every cell holds a whole box.
Order haltonOrder(const Grid& grid) {
  Order order;
  std::vector<bool> seen(static_cast<std::size_t>(grid.count()));
  for (int index = 1; static_cast<int>(order.size()) < grid.count(); ++index) {
    const int position = grid.position(haltonCell(index, 3, grid.height), haltonCell(index, 2, grid.width));
    if (seen[static_cast<std::size_t>(position)]) continue;
    seen[static_cast<std::size_t>(position)] = true;
    order.push_back(position);
  }
  return order;
}

Order parOrder(const Grid& grid) {
  const int rows = regionCount(grid.height), columns = regionCount(grid.width);
  Order order;
  const int tallest = (grid.height + rows - 1) / rows, widest = (grid.width + columns - 1) / columns;
  for (int offset = 0; offset < tallest * widest; ++offset) {
    for (int region = 0; region < rows * columns; ++region) {
      const int regionRow = region / columns, regionColumn = region % columns;
      const int row = regionStart(regionRow, rows, grid.height) + offset / widest;
      const int column = regionStart(regionColumn, columns, grid.width) + offset % widest;
      if (row < regionStart(regionRow + 1, rows, grid.height) &&
          column < regionStart(regionColumn + 1, columns, grid.width))
        order.push_back(grid.position(row, column));
    }
  }
  return order;
}

Order wavefrontOrder(const Grid& grid) {
  Order order;
  for (int diagonal = 0; diagonal <= grid.height + grid.width - 2; ++diagonal)
    for (int row = std::max(0, diagonal - grid.width + 1); row <= std::min(diagonal, grid.height - 1); ++row)
      order.push_back(grid.position(row, diagonal - row));
  return order;
}

Order spiralOrder(const Grid& grid) {
  Order order;
  int top = 0, bottom = grid.height - 1, left = 0, right = grid.width - 1;
  while (top <= bottom && left <= right) {
    for (int column = left; column <= right; ++column)
      order.push_back(grid.position(top, column));
    for (int row = top + 1; row <= bottom; ++row)
      order.push_back(grid.position(row, right));
    if (top < bottom)
      for (int column = right - 1; column >= left; --column)
        order.push_back(grid.position(bottom, column));
    if (left < right)
      for (int row = bottom - 1; row > top; --row)
        order.push_back(grid.position(row, left));
    ++top, --bottom, ++left, --right;
  }
  return order;
}

Order coarseToFineOrder(const Grid& grid) {
  Order order = rasterOrder(grid);
  std::sort(order.begin(), order.end(), [&](int a, int b) {
    return bayerKey(grid.row(a), grid.column(a)) < bayerKey(grid.row(b), grid.column(b));
  });
  return order;
}

}  // namespace lpd
