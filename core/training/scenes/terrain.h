#pragma once

#include "training/scenes/sky.h"

namespace lpd::scenes {

/// The upper edge of a piece of land, from left of the picture to right of it.
class Ridge {
 public:
  explicit Ridge(Path line) : line_(std::move(line)) {}

  /// Soft hills around height `y`, `swell` units up and down, about `waves` of them.
  static Ridge rolling(Dice& dice, double y, double swell, double waves);
  static Ridge flat(double y);

  double heightAt(double x) const;
  const Path& line() const { return line_; }
  /// The land below the ridge, down to the bottom of the picture.
  Path land() const;

 private:
  Path line_;
};

/// Paints rolling hills and returns their edge.
Ridge paintHills(const Brush& brush, Dice& dice, double y, double swell, double waves, Color color);

/// Water from `horizon` to the bottom, with glints.
void paintSea(const Brush& brush, Dice& dice, const Sky& sky, double horizon);
/// The bright path of the sun or moon on the water.
void paintSunPath(const Brush& brush, const Sky& sky, double x, double horizon);

struct MountainColors {
  Color light, shade, snowLight, snowShade;
};

/// A peak at `peak`, `height` high and `width` wide at its foot. Light falls from the left; `facing` -1 turns it.
/// `snow` is the share of the height under snow, 0 for none.
void paintMountain(const Brush& brush, Point peak, double width, double height, int facing,
                   const MountainColors& colors, double snow);

/// A boulder on the ground at `foot`.
void paintRock(const Brush& brush, Point foot, double width, Color color);

/// A tuft of three blades.
void paintGrass(const Brush& brush, Point foot, double height, Color color);

/// `count` flakes, none of them near another.
void paintSnowfall(const Brush& brush, Dice& dice, int count, Color color);

}  // namespace lpd::scenes
