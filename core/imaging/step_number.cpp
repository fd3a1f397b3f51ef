#include "imaging/step_number.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <string>

namespace lpd::imaging {

namespace {

constexpr int kLeastCell = 16;  // pixels that hold a number

Colour colourOf(const cv::Scalar& ground) {
  return {cv::saturate_cast<std::uint8_t>(ground[0]), cv::saturate_cast<std::uint8_t>(ground[1]),
          cv::saturate_cast<std::uint8_t>(ground[2])};
}

}  // namespace

void drawNumber(cv::Mat& picture, const cv::Rect& cell, int number, const cv::Scalar& ground) {
  if (cell.width < kLeastCell) return;
  const cv::Scalar ink = wantsDarkText(colourOf(ground)) ? cv::Scalar(0x18, 0x0a, 0x04) * 0.84 + ground * 0.16
                                                         : cv::Scalar(255, 255, 255) * 0.95 + ground * 0.05;
  const std::string text = std::to_string(number);
  const double scale = cell.width / 72.0;
  const int thickness = std::max(1, cell.width / 32);
  int below = 0;
  const cv::Size size = cv::getTextSize(text, cv::FONT_HERSHEY_SIMPLEX, scale, thickness, &below);
  const cv::Point from(cell.x + (cell.width - size.width) / 2, cell.y + (cell.height + size.height) / 2);
  cv::putText(picture, text, from, cv::FONT_HERSHEY_SIMPLEX, scale, ink, thickness, cv::LINE_AA);
}

}  // namespace lpd::imaging
