#include "imaging/look.h"

#include <lpd/animation.h>
#include <lpd/error.h>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace lpd {

namespace {

constexpr int kSubpixelBits = 4;
// Of a 48-pixel cell, as the design draws it; other cells scale along.
constexpr double kInset = 1.5 / 48;
constexpr double kRadius = 4.0 / 48;
constexpr double kBorder = 1.75 / 48;
constexpr double kBlur = 9.0 / 48;  // sigma of the design's blur of 18

/// The square of pixels of each position, in the enlarged picture.
class Cells {
 public:
  Cells(const Grid& grid, int width, int height) : grid_(grid), width_(width), height_(height) {}

  cv::Rect at(int position) const {
    const int row = grid_.row(position);
    const int column = grid_.column(position);
    const cv::Point from(column * width_ / grid_.width, row * height_ / grid_.height);
    const cv::Point to((column + 1) * width_ / grid_.width, (row + 1) * height_ / grid_.height);
    return {from, to};
  }
  double side() const { return static_cast<double>(width_) / grid_.width; }

 private:
  const Grid& grid_;
  int width_;
  int height_;
};

cv::Point subpixel(double x, double y) {
  const double scale = 1 << kSubpixelBits;
  return {static_cast<int>(std::lround(x * scale)), static_cast<int>(std::lround(y * scale))};
}

// A rounded rectangle as a polygon, `inset` pixels inside `cell`; OpenCV has none of its own.
std::vector<cv::Point> roundedRect(const cv::Rect& cell, double inset, double radius) {
  const double left = cell.x + inset - 0.5;
  const double top = cell.y + inset - 0.5;
  const double right = cell.x + cell.width - inset - 0.5;
  const double bottom = cell.y + cell.height - inset - 0.5;
  const cv::Point2d centres[] = {{right - radius, bottom - radius},
                                 {left + radius, bottom - radius},
                                 {left + radius, top + radius},
                                 {right - radius, top + radius}};
  constexpr int kArc = 6;
  std::vector<cv::Point> points;
  for (int corner = 0; corner < 4; ++corner) {
    for (int i = 0; i <= kArc; ++i) {
      const double angle = (corner + static_cast<double>(i) / kArc) * CV_PI / 2;
      points.push_back(
          subpixel(centres[corner].x + radius * std::cos(angle), centres[corner].y + radius * std::sin(angle)));
    }
  }
  return points;
}

void drawEmpty(cv::Mat& picture, const cv::Rect& cell, double side) {
  const double inset = std::max(1.0, side * kInset);
  const double line = std::max(0.75, side / 48);
  const double radius = side * kRadius;
  cv::fillConvexPoly(picture, roundedRect(cell, inset, radius), imaging::kCellLine, cv::LINE_AA, kSubpixelBits);
  cv::fillConvexPoly(picture, roundedRect(cell, inset + line, std::max(0.0, radius - line)), imaging::kCellEmpty,
                     cv::LINE_AA, kSubpixelBits);
}

// Lays the accent over the picture, `cover` (0..255) telling how thickly; `strength` scales it.
void layGlow(cv::Mat& picture, const cv::Mat& cover, double strength) {
  for (int y = 0; y < picture.rows; ++y) {
    const std::uint8_t* from = cover.ptr(y);
    std::uint8_t* to = picture.ptr(y);
    for (int x = 0; x < picture.cols; ++x, to += 3) {
      if (from[x] == 0) continue;
      const double alpha = from[x] / 255.0 * strength;
      for (int c = 0; c < 3; ++c)
        to[c] = cv::saturate_cast<std::uint8_t>(to[c] + (imaging::kGlow[c] - to[c]) * alpha);
    }
  }
}

void outlineGroup(cv::Mat& picture, const Cells& cells, const int* positions, int count) {
  cv::Mat inside = cv::Mat::zeros(picture.size(), CV_8U);
  cv::Mat border = cv::Mat::zeros(picture.size(), CV_8U);
  const double line = std::max(1.0, cells.side() * kBorder);
  const double radius = cells.side() * kRadius;
  for (int i = 0; i < count; ++i) {
    const cv::Rect cell = cells.at(positions[i]);
    inside(cell).setTo(255);
    cv::fillConvexPoly(border, roundedRect(cell, 0, radius), 255, cv::LINE_AA, kSubpixelBits);
    cv::fillConvexPoly(border, roundedRect(cell, line, std::max(0.0, radius - line)), 0, cv::LINE_AA, kSubpixelBits);
  }
  cv::Mat halo;
  cv::GaussianBlur(inside, halo, cv::Size(), std::max(1.0, cells.side() * kBlur));
  halo.setTo(0, inside);  // it shines outwards only: what was just made stays readable
  layGlow(picture, halo, 0.55);
  layGlow(picture, inside, imaging::kGlowTint);
  layGlow(picture, border, 1.0);
}

cv::Mat enlarge(const Image& finished, int scale) {
  cv::Mat out;
  if (scale == 1) return imaging::matOf(finished).clone();
  cv::resize(imaging::matOf(finished), out, cv::Size(), scale, scale, cv::INTER_CUBIC);
  return out;
}

void check(const Image& finished, const Grid& grid, const Order& order, const GroupSizes& sizes, int steps, int scale) {
  if (scale < 1 || scale > 8)
    throw Error(ErrorCode::Usage, "scale " + std::to_string(scale) + " is out of range", "use 1 to 8");
  if (finished.empty() || finished.width < grid.width || finished.height < grid.height)
    throw Error(ErrorCode::Usage, "the picture is smaller than its grid of patches");
  validateOrder(order, grid.count());
  validateGroupSizes(sizes, grid.count());
  const int last = static_cast<int>(sizes.size());
  if (steps < 0 || steps > last)
    throw Error(ErrorCode::Usage, "step " + std::to_string(steps) + " is out of range",
                "use 0 (nothing made yet) to " + std::to_string(last));
}

}  // namespace

Image drawStep(const Image& finished, const Grid& grid, const Order& order, const GroupSizes& groupSizes, int steps,
               int scale, bool glow) {
  check(finished, grid, order, groupSizes, steps, scale);
  Image out(finished.width * scale, finished.height * scale);
  cv::Mat picture = imaging::matOf(out);
  picture.setTo(imaging::kCanvas);
  const cv::Mat large = enlarge(finished, scale);
  const Cells cells(grid, out.width, out.height);

  int done = 0;
  for (int step = 0; step < steps; ++step)
    done += groupSizes[static_cast<std::size_t>(step)];
  for (int i = 0; i < grid.count(); ++i) {
    const cv::Rect cell = cells.at(order[static_cast<std::size_t>(i)]);
    if (i < done)
      large(cell).copyTo(picture(cell));
    else
      drawEmpty(picture, cell, cells.side());
  }
  if (glow && steps > 0) {
    const int group = groupSizes[static_cast<std::size_t>(steps - 1)];
    outlineGroup(picture, cells, order.data() + (done - group), group);
  }
  return out;
}

}  // namespace lpd
