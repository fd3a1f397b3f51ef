#include "imaging/look.h"
#include "imaging/step_number.h"

#include <lpd/animation.h>
#include <lpd/error.h>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace lpd {

namespace {

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

/// A rounded rectangle `inset` pixels inside a cell.
struct Rounded {
  cv::Rect cell;
  double inset;
  double radius;

  /// How much of the pixel it covers, 0..1, by the signed distance of the pixel's centre to the edge. OpenCV's own
  /// smoothed polygons reach past their edge, into patches that must stay as they are.
  double cover(int x, int y) const {
    const double fromX = std::abs(x + 0.5 - (cell.x + cell.width / 2.0)) - (cell.width / 2.0 - inset - radius);
    const double fromY = std::abs(y + 0.5 - (cell.y + cell.height / 2.0)) - (cell.height / 2.0 - inset - radius);
    const double outside = std::hypot(std::max(fromX, 0.0), std::max(fromY, 0.0));
    const double distance = outside + std::min(std::max(fromX, fromY), 0.0) - radius;
    return std::clamp(0.5 - distance, 0.0, 1.0);
  }
};

template <class Paint>
void forEachPixel(const cv::Rect& cell, Paint paint) {
  for (int y = cell.y; y < cell.y + cell.height; ++y) {
    for (int x = cell.x; x < cell.x + cell.width; ++x)
      paint(x, y);
  }
}

std::uint8_t mix(double from, double to, double alpha) {
  return cv::saturate_cast<std::uint8_t>(from + (to - from) * alpha);
}

void drawEmpty(cv::Mat& picture, const cv::Rect& cell, double side) {
  const double inset = std::max(1.0, side * kInset);
  const double line = std::max(0.75, side / 48);
  const double radius = side * kRadius;
  const Rounded outer{cell, inset, radius};
  const Rounded inner{cell, inset + line, std::max(0.0, radius - line)};
  forEachPixel(cell, [&](int x, int y) {
    auto& pixel = picture.at<cv::Vec3b>(y, x);
    for (int c = 0; c < 3; ++c) {
      pixel[c] = mix(pixel[c], imaging::kCellLine[c], outer.cover(x, y));
      pixel[c] = mix(pixel[c], imaging::kCellEmpty[c], inner.cover(x, y));
    }
  });
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
        to[c] = mix(to[c], imaging::kGlow[c], alpha);
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
    const Rounded outer{cell, 0, radius};
    const Rounded inner{cell, line, std::max(0.0, radius - line)};
    forEachPixel(cell, [&](int x, int y) {
      border.at<std::uint8_t>(y, x) = mix(0, 255, outer.cover(x, y) * (1 - inner.cover(x, y)));
    });
  }
  cv::Mat halo;
  cv::GaussianBlur(inside, halo, cv::Size(), std::max(1.0, cells.side() * kBlur));
  halo.setTo(0, inside);  // it shines outwards only: what was just made stays readable
  layGlow(picture, halo, 0.55);
  layGlow(picture, inside, imaging::kGlowTint);
  layGlow(picture, border, 1.0);
}

// Under the step colours a picture keeps its shapes and gives up its own colours: 12 % saturation, contrast 1.6,
// brightness 0.88.
void greyOut(cv::Mat& picture) {
  for (int y = 0; y < picture.rows; ++y) {
    std::uint8_t* pixel = picture.ptr(y);
    for (int x = 0; x < picture.cols; ++x, pixel += 3) {
      const double grey = 0.2126 * pixel[0] + 0.7152 * pixel[1] + 0.0722 * pixel[2];
      for (int c = 0; c < 3; ++c)
        pixel[c] = cv::saturate_cast<std::uint8_t>(((grey + 0.12 * (pixel[c] - grey) - 128) * 1.6 + 128) * 0.88);
    }
  }
}

// A finished cell in its step's colour, with the rule the design draws between such cells.
void tint(cv::Mat cell, const cv::Scalar& colour, double blend) {
  const cv::Scalar rule(0x0a, 0x0b, 0x0d);
  for (int y = 0; y < cell.rows; ++y) {
    std::uint8_t* pixel = cell.ptr(y);
    for (int x = 0; x < cell.cols; ++x, pixel += 3) {
      const bool edge = cell.cols >= 8 && (x == cell.cols - 1 || y == cell.rows - 1);
      for (int c = 0; c < 3; ++c) {
        pixel[c] = mix(pixel[c], colour[c], blend);
        if (edge) pixel[c] = mix(pixel[c], rule[c], 0.34);
      }
    }
  }
}

cv::Mat enlarge(const Image& finished, int scale) {
  cv::Mat out;
  if (scale == 1) return imaging::matOf(finished).clone();
  cv::resize(imaging::matOf(finished), out, cv::Size(), scale, scale, cv::INTER_CUBIC);
  return out;
}

void check(const Image& finished, const Grid& grid, const Order& order, const GroupSizes& sizes, int steps,
           const StepLook& look) {
  if (look.scale < 1 || look.scale > 8)
    throw Error(ErrorCode::Usage, "scale " + std::to_string(look.scale) + " is out of range", "use 1 to 8");
  if (!(look.blend >= 0 && look.blend <= 1))
    throw Error(ErrorCode::Usage, "the blend of the step colours is out of range", "use 0 to 1");
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
               const StepLook& look) {
  check(finished, grid, order, groupSizes, steps, look);
  Image out(finished.width * look.scale, finished.height * look.scale);
  cv::Mat picture = imaging::matOf(out);
  picture.setTo(imaging::kCanvas);
  cv::Mat large = enlarge(finished, look.scale);
  if (look.orderMap) greyOut(large);
  const Cells cells(grid, out.width, out.height);

  const int last = static_cast<int>(groupSizes.size());
  int done = 0;
  for (int step = 0; step < steps; ++step) {
    const cv::Scalar colour = imaging::scalarOf(stepColour(step, last));
    for (int i = 0; i < groupSizes[static_cast<std::size_t>(step)]; ++i, ++done) {
      const cv::Rect cell = cells.at(order[static_cast<std::size_t>(done)]);
      large(cell).copyTo(picture(cell));
      if (look.orderMap) tint(picture(cell), colour, look.blend);
      if (look.numbers) imaging::drawNumber(picture, cell, step + 1, cv::mean(picture(cell)));
    }
  }
  for (int i = done; i < grid.count(); ++i)
    drawEmpty(picture, cells.at(order[static_cast<std::size_t>(i)]), cells.side());
  if (look.glow && steps > 0) {
    const int group = groupSizes[static_cast<std::size_t>(steps - 1)];
    outlineGroup(picture, cells, order.data() + (done - group), group);
  }
  return out;
}

}  // namespace lpd
