#pragma once

#include "training/scenes/color.h"

#include <lpd/image.h>

#include <opencv2/core.hpp>

#include <span>
#include <vector>

namespace lpd::scenes {

/// The pixels under the brushes: supersampled, so that edges stay smooth. Positions are in its own pixels, (0, 0) is
/// the outer corner of the first one. What lies outside is clipped.
class Surface {
 public:
  /// `size` pixels a side in the finished picture.
  explicit Surface(int size);

  double pixelsPerUnit() const { return pixelsPerUnit_; }
  cv::Rect bounds() const { return {0, 0, pixels_.cols, pixels_.rows}; }

  /// Fills a polygon (even-odd) with antialiased edges.
  void fill(std::span<const cv::Point2d> polygon, Color color);
  void fill(std::span<const cv::Point2d> polygon, Color color, double opacity);
  /// A round light that fades out towards `radius`; `strength` 0..1 at its centre.
  void glow(cv::Point2d center, double radius, Color color, double strength);
  /// Rows from `first` to the bottom, blended from stop to stop between `top` and `bottom`.
  void verticalGradient(double first, double top, double bottom, std::span<const Color> stops);
  /// Adds light: `light` (CV_8UC3) is stretched over the whole surface.
  void addLight(const cv::Mat& light);

  /// A copy of the part around `polygon`, to draw what is clipped by it. Positions on it are those of this surface.
  Surface layerAround(std::span<const cv::Point2d> polygon) const;
  /// Lays a layer back, inside `polygon` only.
  void merge(const Surface& layer, std::span<const cv::Point2d> polygon, double opacity);

  /// The smallest rectangle around all that was drawn since forgetTouched(), in pixels of the finished picture.
  cv::Rect touched() const;
  void forgetTouched() { touched_ = {}; }

  Image finish() const;

 private:
  Surface(cv::Mat pixels, cv::Point origin, double pixelsPerUnit)
      : pixels_(std::move(pixels)), origin_(origin), pixelsPerUnit_(pixelsPerUnit) {}

  cv::Rect clippedBounds(std::span<const cv::Point2d> polygon) const;
  std::vector<cv::Point> fixedPoint(std::span<const cv::Point2d> polygon, cv::Point origin) const;
  void touch(cv::Rect area) { touched_ |= area; }

  cv::Mat pixels_;    // CV_8UC3, R G B
  cv::Point origin_;  // of a layer, on the surface it was taken from
  double pixelsPerUnit_;
  cv::Rect touched_;
};

}  // namespace lpd::scenes
