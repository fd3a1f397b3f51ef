#include "imaging/look.h"
#include "imaging/step_number.h"

#include <lpd/error.h>
#include <lpd/picture_io.h>

#include <algorithm>

namespace lpd {

Image drawOrder(const Grid& grid, const Order& order, const GroupSizes& groupSizes, int side) {
  validateOrder(order, grid.count());
  validateGroupSizes(groupSizes, grid.count());
  if (side < 1 || side > imaging::kMaxDrawnSide)
    throw Error(ErrorCode::Usage, "a drawing of " + std::to_string(side) + " pixels is out of range");
  const int cell = std::max(2, side / std::max(grid.width, grid.height));
  Image out(grid.width * cell, grid.height * cell);
  cv::Mat picture = imaging::matOf(out);
  picture.setTo(imaging::kCanvas);
  const int steps = static_cast<int>(groupSizes.size());
  for (int step = 0, at = 0; step < steps; ++step) {
    const cv::Scalar colour = imaging::scalarOf(stepColour(step, steps));
    for (int i = 0; i < groupSizes[static_cast<std::size_t>(step)]; ++i, ++at) {
      const int position = order[static_cast<std::size_t>(at)];
      const cv::Rect square(grid.column(position) * cell, grid.row(position) * cell, cell, cell);
      const int gap = cell >= 8 ? 1 : 0;
      picture(cv::Rect(square.x, square.y, cell - gap, cell - gap)).setTo(colour);
      imaging::drawNumber(picture, square, step + 1, colour);
    }
  }
  return out;
}

}  // namespace lpd
