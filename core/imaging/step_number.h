#pragma once

#include "order/step_colour.h"

#include <opencv2/core.hpp>

namespace lpd::imaging {

inline cv::Scalar scalarOf(const Colour& colour) {
  return {double(colour.red), double(colour.green), double(colour.blue)};
}

/// A step's number in the middle of its cell, in the ink that reads on `ground` (R G B); cells below 16 px stay empty.
void drawNumber(cv::Mat& picture, const cv::Rect& cell, int number, const cv::Scalar& ground);

}  // namespace lpd::imaging
