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
  const float channels[] = {float(color.r), float(color.g), float(color.b)};
  const float inverseRadius = static_cast<float>(1 / radius);
  for (int y = area.y; y < area.br().y; ++y) {
    std::uint8_t* row = pixels_.ptr(y - origin_.y) + (area.x - origin_.x) * 3;
    const float dy = static_cast<float>(y + 0.5 - center.y) * inverseRadius;
    for (int i = 0; i < area.width; ++i) {
      const float dx = static_cast<float>(area.x + i + 0.5 - center.x) * inverseRadius;
      const float fade = std::max(0.0F, 1 - std::sqrt(dx * dx + dy * dy));
      const float share = fade * fade * static_cast<float>(strength);
      for (int c = 0; c < 3; ++c) {
        const float old = row[i * 3 + c];
        row[i * 3 + c] = static_cast<std::uint8_t>(old + (channels[c] - old) * share + 0.5F);
      }
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
    for (int x = 0; x < area.width; ++x)
      for (int c = 0; c < 3; ++c, ++below, ++above)
        *below = static_cast<std::uint8_t>(divideBy255(*below * (255 - share[x]) + *above * share[x]));
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
