#pragma once

#include <initializer_list>
#include <vector>

namespace lpd::scenes {

/// The picture is 256 units wide and high whatever its size in pixels; x grows to the right, y downwards.
inline constexpr double kSide = 256;

struct Point {
  double x = 0, y = 0;

  constexpr Point operator+(Point p) const { return {x + p.x, y + p.y}; }
  constexpr Point operator-(Point p) const { return {x - p.x, y - p.y}; }
  constexpr Point operator*(double factor) const { return {x * factor, y * factor}; }
};

constexpr Point between(Point a, Point b, double share) {
  return a + (b - a) * share;
}
double length(Point p);
/// The point at `angle` degrees (0 right, 90 down) and `distance` from the origin.
Point polar(double angle, double distance);

/// Corners of a polygon or of an open line.
using Path = std::vector<Point>;

Path rectangle(Point topLeft, Point bottomRight);
Path roundedRectangle(Point topLeft, Point bottomRight, double radius);
/// `radii` before turning by `angle` degrees clockwise.
Path ellipse(Point center, Point radii, double angle = 0);
Path circle(Point center, double radius);
/// From `from` to `to` degrees (0 right, 90 down); both ends included.
Path arc(Point center, Point radii, double from, double to);
/// A circle with a bite: `phase` 0 is a thin crescent, 1 a half moon. The horns point to the right.
Path crescent(Point center, double radius, double phase);
/// A leaf or flame between two tips; `width` is the greatest distance from the middle line.
Path leaf(Point base, Point tip, double width);
/// The side of leaf() that lies to the left of the way from base to tip.
Path halfLeaf(Point base, Point tip, double width);
/// The outline of a pen's stroke with round ends, whose width changes evenly from the first point to the last. The
/// line must not bend more sharply than the pen is wide.
Path taperedLine(const Path& line, double firstWidth, double lastWidth);
/// A regular star with `points` tips, one of them upwards.
Path star(Point center, int points, double outer, double inner);

/// Smooth closed curve through all points (Catmull-Rom).
Path smooth(const Path& points);
/// Smooth open curve through all points.
Path smoothLine(const Path& points);

Path moved(Path path, Point by);
/// Every point pulled towards `center` (factor < 1) or pushed away.
Path scaledAbout(Path path, Point center, double factor);
/// The path with x negated, and its points reversed so that halves of a symmetric outline can be joined.
Path mirroredBack(const Path& path);
Path joined(Path first, const Path& second);

}  // namespace lpd::scenes
