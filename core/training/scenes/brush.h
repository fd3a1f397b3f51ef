#pragma once

#include "training/scenes/color.h"
#include "training/scenes/shapes.h"
#include "training/scenes/surface.h"

#include <functional>
#include <span>

namespace lpd::scenes {

/// How something stands in the picture.
struct Pose {
  double scale = 1;
  int facing = 1;    ///< -1 mirrors left and right
  double angle = 0;  ///< degrees clockwise
};

/// Paints shapes given in local coordinates. Cheap to copy; the surface must outlive it.
class Brush {
 public:
  explicit Brush(Surface& surface) : surface_(&surface), xAxis_{1, 0}, yAxis_{0, 1} {}

  /// A brush whose origin is at `where` and whose axes are those of the pose.
  Brush at(Point where, Pose pose = {}) const;
  /// The place of a local point in the picture.
  Point inPicture(Point p) const { return origin_ + xAxis_ * p.x + yAxis_ * p.y; }

  void fill(const Path& shape, Color color) const;
  void fill(const Path& shape, Color color, double opacity) const;
  void circle(Point center, double radius, Color color) const;
  void ellipse(Point center, Point radii, Color color, double angle = 0) const;
  void rectangle(Point topLeft, Point bottomRight, Color color) const;
  /// A line with round ends.
  void stroke(const Path& line, double width, Color color) const { taper(line, width, width, color); }
  /// A line whose width changes evenly from its first point to its last.
  void taper(const Path& line, double firstWidth, double lastWidth, Color color) const;
  void glow(Point center, double radius, Color color, double strength) const;
  /// From the height `first` down to the bottom of the picture; stops spread from `top` to `bottom`. For brushes that
  /// stand upright at scale 1.
  void verticalGradient(double first, double top, double bottom, std::span<const Color> stops) const;
  void addLight(const cv::Mat& light) const { surface_->addLight(light); }

  /// Lets `paint` draw with a brush like this one; only what falls inside `shape` appears, at `opacity`.
  void inside(const Path& shape, const std::function<void(const Brush&)>& paint, double opacity = 1) const;

 private:
  std::vector<cv::Point2d> onSurface(const Path& path) const;

  Surface* surface_;
  Point origin_, xAxis_, yAxis_;
};

}  // namespace lpd::scenes
