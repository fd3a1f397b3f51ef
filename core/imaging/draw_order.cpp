#include "imaging/look.h"

#include <lpd/error.h>
#include <lpd/picture_io.h>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace lpd {

namespace {

// The step colour map "Dusk", dark theme: lightness rises evenly with time.
constexpr int kDusk[][3] = {{0x3a, 0x3b, 0xa4}, {0x69, 0x3f, 0xb2}, {0x9d, 0x40, 0xab},
                            {0xcc, 0x45, 0x90}, {0xed, 0x56, 0x6f}, {0xfe, 0x75, 0x50},
                            {0xfe, 0x9c, 0x51}, {0xfe, 0xbd, 0x57}, {0xff, 0xdb, 0x6a}};
constexpr int kStops = static_cast<int>(std::size(kDusk));

cv::Scalar stepColour(int step, int steps) {
  const double t = steps > 1 ? static_cast<double>(step) / (steps - 1) * (kStops - 1) : 0.0;
  const int from = std::min(static_cast<int>(t), kStops - 2);
  cv::Scalar colour;
  for (int c = 0; c < 3; ++c)
    colour[c] = std::lround(kDusk[from][c] + (kDusk[from + 1][c] - kDusk[from][c]) * (t - from));
  return colour;
}

double luminance(const cv::Scalar& colour) {
  const auto linear = [](double value) {
    value /= 255;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}

// The step's number in the middle of its cell, in the design's ink for that colour.
void drawNumber(cv::Mat& picture, const cv::Rect& cell, int number, const cv::Scalar& colour) {
  const bool dark = luminance(colour) > 0.20;
  const cv::Scalar ink =
      dark ? cv::Scalar(0x18, 0x0a, 0x04) * 0.84 + colour * 0.16 : cv::Scalar(255, 255, 255) * 0.95 + colour * 0.05;
  const std::string text = std::to_string(number);
  const double scale = cell.width / 72.0;
  const int thickness = std::max(1, cell.width / 32);
  int below = 0;
  const cv::Size size = cv::getTextSize(text, cv::FONT_HERSHEY_SIMPLEX, scale, thickness, &below);
  const cv::Point from(cell.x + (cell.width - size.width) / 2, cell.y + (cell.height + size.height) / 2);
  cv::putText(picture, text, from, cv::FONT_HERSHEY_SIMPLEX, scale, ink, thickness, cv::LINE_AA);
}

}  // namespace

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
    const cv::Scalar colour = stepColour(step, steps);
    for (int i = 0; i < groupSizes[static_cast<std::size_t>(step)]; ++i, ++at) {
      const int position = order[static_cast<std::size_t>(at)];
      const cv::Rect square(grid.column(position) * cell, grid.row(position) * cell, cell, cell);
      const int gap = cell >= 8 ? 1 : 0;
      picture(cv::Rect(square.x, square.y, cell - gap, cell - gap)).setTo(colour);
      if (cell >= 20) drawNumber(picture, square, step + 1, colour);
    }
  }
  return out;
}

}  // namespace lpd
