#include "training/scenes/shapes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lpd::scenes {

namespace {

constexpr double kRadians = std::numbers::pi / 180;
constexpr int kSplineSteps = 8;

int arcSteps(Point radii, double degrees) {
  const double circleSteps = std::clamp(16 + std::max(radii.x, radii.y), 20.0, 96.0);
  return std::max(2, static_cast<int>(std::ceil(circleSteps * std::abs(degrees) / 360)));
}

Point spline(Point p0, Point p1, Point p2, Point p3, double t) {
  const Point linear = p2 - p0;
  const Point square = p0 * 2 - p1 * 5 + p2 * 4 - p3;
  const Point cube = p1 * 3 - p0 - p2 * 3 + p3;
  return (p1 * 2 + linear * t + square * (t * t) + cube * (t * t * t)) * 0.5;
}

Path leafSide(Point base, Point tip, double width, int steps) {
  const Point way = tip - base;
  const Point normal = Point{way.y, -way.x} * (width / length(way));
  Path side;
  for (int i = 0; i <= steps; ++i) {
    const double t = static_cast<double>(i) / steps;
    side.push_back(between(base, tip, t) + normal * std::pow(std::sin(std::numbers::pi * t), 0.85));
  }
  return side;
}

}  // namespace

double length(Point p) {
  return std::sqrt(p.x * p.x + p.y * p.y);
}

Point polar(double angle, double distance) {
  return {std::cos(angle * kRadians) * distance, std::sin(angle * kRadians) * distance};
}

Path rectangle(Point topLeft, Point bottomRight) {
  return {topLeft, {bottomRight.x, topLeft.y}, bottomRight, {topLeft.x, bottomRight.y}};
}

Path roundedRectangle(Point topLeft, Point bottomRight, double radius) {
  const Point r{radius, radius};
  Path path = arc(topLeft + r, r, 180, 270);
  path = joined(path, arc({bottomRight.x - radius, topLeft.y + radius}, r, 270, 360));
  path = joined(path, arc(bottomRight - r, r, 0, 90));
  return joined(path, arc({topLeft.x + radius, bottomRight.y - radius}, r, 90, 180));
}

Path ellipse(Point center, Point radii, double angle) {
  Path path = arc({0, 0}, radii, 0, 360);
  path.pop_back();
  const Point axis = polar(angle, 1);
  for (Point& p : path)
    p = center + Point{p.x * axis.x - p.y * axis.y, p.x * axis.y + p.y * axis.x};
  return path;
}

Path circle(Point center, double radius) {
  return ellipse(center, {radius, radius});
}

Path arc(Point center, Point radii, double from, double to) {
  const int steps = arcSteps(radii, to - from);
  Path path;
  for (int i = 0; i <= steps; ++i) {
    const Point unit = polar(from + (to - from) * i / steps, 1);
    path.push_back(center + Point{unit.x * radii.x, unit.y * radii.y});
  }
  return path;
}

Path crescent(Point center, double radius, double phase) {
  const Path outer = arc(center, {radius, radius}, 60, 300);
  const Point horn = outer.back() - center;
  Path inner;
  for (const Point& p : arc({0, 0}, {radius * (1 - phase), -horn.y}, 270, 90))
    inner.push_back(center + Point{horn.x + p.x, p.y});
  return joined(outer, inner);
}

Path leaf(Point base, Point tip, double width) {
  Path right = leafSide(base, tip, -width, 14);
  std::reverse(right.begin(), right.end());
  return joined(leafSide(base, tip, width, 14), right);
}

Path halfLeaf(Point base, Point tip, double width) {
  return leafSide(base, tip, width, 14);
}

Path taperedLine(const Path& line, double firstWidth, double lastWidth) {
  const std::size_t last = line.size() - 1;
  Path left, right;
  for (std::size_t i = 0; i <= last; ++i) {
    const Point way = line[std::min(i + 1, last)] - line[i == 0 ? 0 : i - 1];
    const double share = static_cast<double>(i) / static_cast<double>(last);
    const double radius = (firstWidth + (lastWidth - firstWidth) * share) / 2;
    const Point normal = Point{way.y, -way.x} * (radius / length(way));
    left.push_back(line[i] + normal);
    right.push_back(line[i] - normal);
  }
  // Half circles from the left side over the end to the right side, and back over the start.
  const auto cap = [](Point center, Point from) {
    const double angle = std::atan2(from.y - center.y, from.x - center.x) / kRadians;
    const double radius = length(from - center);
    return arc(center, {radius, radius}, angle, angle + 180);
  };
  std::reverse(right.begin(), right.end());
  const Path end = cap(line[last], left.back()), start = cap(line[0], right.back());
  return joined(joined(joined(left, end), right), start);
}

Path star(Point center, int points, double outer, double inner) {
  Path path;
  for (int i = 0; i < 2 * points; ++i)
    path.push_back(center + polar(-90 + 180.0 * i / points, i % 2 ? inner : outer));
  return path;
}

Path smooth(const Path& points) {
  const std::size_t count = points.size();
  Path path;
  for (std::size_t i = 0; i < count; ++i)
    for (int step = 0; step < kSplineSteps; ++step)
      path.push_back(spline(points[(i + count - 1) % count], points[i], points[(i + 1) % count],
                            points[(i + 2) % count], static_cast<double>(step) / kSplineSteps));
  return path;
}

Path smoothLine(const Path& points) {
  Path path;
  for (std::size_t i = 0; i + 1 < points.size(); ++i)
    for (int step = 0; step < kSplineSteps; ++step)
      path.push_back(spline(points[i == 0 ? 0 : i - 1], points[i], points[i + 1],
                            points[std::min(i + 2, points.size() - 1)], static_cast<double>(step) / kSplineSteps));
  path.push_back(points.back());
  return path;
}

Path moved(Path path, Point by) {
  for (Point& p : path)
    p = p + by;
  return path;
}

Path scaledAbout(Path path, Point center, double factor) {
  for (Point& p : path)
    p = between(center, p, factor);
  return path;
}

Path mirroredBack(const Path& path) {
  Path mirrored(path.rbegin(), path.rend());
  for (Point& p : mirrored)
    p.x = -p.x;
  return mirrored;
}

Path joined(Path first, const Path& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

}  // namespace lpd::scenes
