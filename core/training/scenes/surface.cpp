#include "training/scenes/surface.h"

#include "training/scenes/shapes.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace lpd::scenes {

namespace {

constexpr int kSupersampling = 2;
constexpr int kShift = 5;  // fractional bits of the positions given to OpenCV

cv::Scalar scalar(Color color) {
  return {double(color.r), double(color.g), double(color.b)};
}

// Rounded exactly, and without a division: x / 255 for x in 0..255^2.
int divideBy255(int x) {
  return (x + 128 + ((x + 128) >> 8)) >> 8;
}

constexpr int kGlowSteps = 1024;

// `from` moved by share / kGlowSteps of the way to `to`, rounded.
std::uint8_t towards(int from, int to, int share) {
  return static_cast<std::uint8_t>((from * kGlowSteps + (to - from) * share + kGlowSteps / 2) / kGlowSteps);
}

Color gradientColor(std::span<const Color> stops, double share) {
  const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(stops.size() - 1);
  const std::size_t index = std::min(static_cast<std::size_t>(place), stops.size() - 2);
  return mix(stops[index], stops[index + 1], place - static_cast<double>(index));
}

}  // namespace

Surface::Surface(int size)
    : pixels_(size * kSupersampling, size * kSupersampling, CV_8UC3, cv::Scalar(0, 0, 0)),
      pixelsPerUnit_(size * kSupersampling / kSide) {}

cv::Rect Surface::clippedBounds(std::span<const cv::Point2d> polygon) const {
  const auto [left, right] =
      std::minmax_element(polygon.begin(), polygon.end(), [](auto a, auto b) { return a.x < b.x; });
  const auto [top, bottom] =
      std::minmax_element(polygon.begin(), polygon.end(), [](auto a, auto b) { return a.y < b.y; });
  // Antialiased edges reach up to two pixels beyond the polygon.
  const cv::Point low(cvFloor(left->x) - 2, cvFloor(top->y) - 2);
  const cv::Point high(cvCeil(right->x) + 3, cvCeil(bottom->y) + 3);
  return cv::Rect(low, high) & cv::Rect(origin_, pixels_.size());
}

std::vector<cv::Point> Surface::fixedPoint(std::span<const cv::Point2d> polygon, cv::Point origin) const {
  std::vector<cv::Point> points;
  points.reserve(polygon.size());
  constexpr double kOne = 1 << kShift;
  for (const cv::Point2d& p : polygon)  // OpenCV's (0, 0) is the centre of the first pixel
    points.emplace_back(cvRound((p.x - origin.x - 0.5) * kOne), cvRound((p.y - origin.y - 0.5) * kOne));
  return points;
}

void Surface::fill(std::span<const cv::Point2d> polygon, Color color) {
  const cv::Rect area = clippedBounds(polygon);
  if (area.empty()) return;
  cv::fillPoly(pixels_, fixedPoint(polygon, origin_), scalar(color), cv::LINE_AA, kShift);
  touch(area);
}

void Surface::fill(std::span<const cv::Point2d> polygon, Color color, double opacity) {
  const cv::Rect area = clippedBounds(polygon);
  if (area.empty()) return;
  cv::Mat flat(area.size(), CV_8UC3, scalar(color));
  merge(Surface(std::move(flat), area.tl(), pixelsPerUnit_), polygon, opacity);
}

void Surface::glow(cv::Point2d center, double radius, Color color, double strength) {
  const cv::Point2d corners[] = {{center.x - radius, center.y - radius}, {center.x + radius, center.y + radius}};
  const cv::Rect area = clippedBounds(corners);
  // A share for four pixels at once: a glow has no edges that the supersampling could smooth.
  constexpr int kBlock = 2;
  std::vector<int> shares(static_cast<std::size_t>(area.width / kBlock + 1));
  for (int y = area.y; y < area.br().y; ++y) {
    if ((y - area.y) % kBlock == 0) {
      const double dy = (y + kBlock / 2.0 - center.y) / radius;
      for (std::size_t i = 0; i < shares.size(); ++i) {
        const double dx = (area.x + (static_cast<double>(i) + 0.5) * kBlock - center.x) / radius;
        const double fade = std::max(0.0, 1 - std::sqrt(dx * dx + dy * dy));
        shares[i] = cvRound(fade * fade * strength * kGlowSteps);
      }
    }
    std::uint8_t* pixel = pixels_.ptr(y - origin_.y) + (area.x - origin_.x) * 3;
    for (int x = 0; x < area.width; ++x, pixel += 3) {
      const int share = shares[static_cast<std::size_t>(x / kBlock)];
      if (share == 0) continue;
      pixel[0] = towards(pixel[0], color.r, share);
      pixel[1] = towards(pixel[1], color.g, share);
      pixel[2] = towards(pixel[2], color.b, share);
    }
  }
  touch(area);
}

void Surface::verticalGradient(double first, double top, double bottom, std::span<const Color> stops) {
  const int start = std::clamp(cvRound(first) - origin_.y, 0, pixels_.rows);
  for (int y = start; y < pixels_.rows; ++y)
    pixels_.row(y).setTo(scalar(gradientColor(stops, (y + origin_.y + 0.5 - top) / (bottom - top))));
  touch({origin_.x, origin_.y + start, pixels_.cols, pixels_.rows - start});
}

void Surface::addLight(const cv::Mat& light) {
  cv::Mat stretched;
  cv::resize(light, stretched, pixels_.size(), 0, 0, cv::INTER_LINEAR);
  cv::add(pixels_, stretched, pixels_);
  touch({origin_, pixels_.size()});
}

Surface Surface::layerAround(std::span<const cv::Point2d> polygon) const {
  const cv::Rect area = clippedBounds(polygon);
  return Surface(pixels_(area - origin_).clone(), area.tl(), pixelsPerUnit_);
}

void Surface::merge(const Surface& layer, std::span<const cv::Point2d> polygon, double opacity) {
  const cv::Rect area(layer.origin_, layer.pixels_.size());
  if (area.empty()) return;
  cv::Mat mask = cv::Mat::zeros(area.size(), CV_8UC1);
  cv::fillPoly(mask, fixedPoint(polygon, area.tl()), cv::Scalar(std::round(255 * opacity)), cv::LINE_AA, kShift);
  for (int y = 0; y < area.height; ++y) {
    std::uint8_t* below = pixels_.ptr(area.y + y - origin_.y) + (area.x - origin_.x) * 3;
    const std::uint8_t* above = layer.pixels_.ptr(y);
    const std::uint8_t* share = mask.ptr(y);
    for (int x = 0; x < area.width; ++x, below += 3, above += 3) {
      if (share[x] == 0) continue;
      for (int c = 0; c < 3; ++c)
        below[c] = static_cast<std::uint8_t>(divideBy255(below[c] * (255 - share[x]) + above[c] * share[x]));
    }
  }
  touch(area);
}

cv::Rect Surface::touched() const {
  const auto floorOf = [](int v) { return v / kSupersampling; };
  const auto ceilOf = [](int v) { return (v + kSupersampling - 1) / kSupersampling; };
  return {cv::Point(floorOf(touched_.x), floorOf(touched_.y)),
          cv::Point(ceilOf(touched_.br().x), ceilOf(touched_.br().y))};
}

Image Surface::finish() const {
  Image image(pixels_.cols / kSupersampling, pixels_.rows / kSupersampling);
  cv::Mat finished(image.height, image.width, CV_8UC3, image.rgb.data());
  cv::resize(pixels_, finished, finished.size(), 0, 0, cv::INTER_AREA);
  return image;
}

}  // namespace lpd::scenes
