#include "training/scenes/brush.h"

namespace lpd::scenes {

Brush Brush::at(Point where, Pose pose) const {
  const Point turn = polar(pose.angle, pose.scale);
  Brush placed = *this;
  placed.origin_ = inPicture(where);
  placed.xAxis_ = (xAxis_ * turn.x + yAxis_ * turn.y) * pose.facing;
  placed.yAxis_ = yAxis_ * turn.x - xAxis_ * turn.y;
  return placed;
}

std::vector<cv::Point2d> Brush::onSurface(const Path& path) const {
  std::vector<cv::Point2d> points;
  points.reserve(path.size());
  for (const Point& p : path) {
    const Point placed = inPicture(p) * surface_->pixelsPerUnit();
    points.emplace_back(placed.x, placed.y);
  }
  return points;
}

void Brush::fill(const Path& shape, Color color) const {
  surface_->fill(onSurface(shape), color);
}

void Brush::fill(const Path& shape, Color color, double opacity) const {
  surface_->fill(onSurface(shape), color, opacity);
}

void Brush::circle(Point center, double radius, Color color) const {
  fill(scenes::circle(center, radius), color);
}

void Brush::ellipse(Point center, Point radii, Color color, double angle) const {
  fill(scenes::ellipse(center, radii, angle), color);
}

void Brush::rectangle(Point topLeft, Point bottomRight, Color color) const {
  fill(scenes::rectangle(topLeft, bottomRight), color);
}

void Brush::taper(const Path& line, double firstWidth, double lastWidth, Color color) const {
  fill(taperedLine(line, firstWidth, lastWidth), color);
}

void Brush::glow(Point center, double radius, Color color, double strength) const {
  const Point placed = inPicture(center) * surface_->pixelsPerUnit();
  surface_->glow({placed.x, placed.y}, radius * length(xAxis_) * surface_->pixelsPerUnit(), color, strength);
}

void Brush::verticalGradient(double first, double top, double bottom, std::span<const Color> stops) const {
  const auto onSurfaceY = [&](double y) { return inPicture({0, y}).y * surface_->pixelsPerUnit(); };
  surface_->verticalGradient(onSurfaceY(first), onSurfaceY(top), onSurfaceY(bottom), stops);
}

void Brush::inside(const Path& shape, const std::function<void(const Brush&)>& paint, double opacity) const {
  const auto polygon = onSurface(shape);
  Surface layer = surface_->layerAround(polygon);
  if (layer.bounds().empty()) return;
  Brush clipped = *this;
  clipped.surface_ = &layer;
  paint(clipped);
  surface_->merge(layer, polygon, opacity);
}

}  // namespace lpd::scenes
