#pragma once

#include "training/scenes/brush.h"
#include "training/scenes/dice.h"

#include <array>
#include <initializer_list>

namespace lpd::scenes {

enum class Mood { Day, Dawn, Teal, Gold, Pink, Sunset, Crimson, Dusk, Night };

/// The colours of a time of day. Everything under a sky takes its light, so that a picture stays in one key.
struct Sky {
  Mood mood = Mood::Day;
  std::array<Color, 3> air;  ///< zenith, middle, horizon
  std::array<Color, 2> sea;  ///< at the horizon, near
  Color shade;               ///< what lit() leans to
  double dimness = 0;        ///< how far

  /// Lamps burn, windows shine.
  bool isDark() const { return mood == Mood::Dusk || mood == Mood::Night; }
  /// Stars are out.
  bool isNight() const { return mood == Mood::Night; }
  /// A colour as it looks in this light.
  Color lit(Color color) const { return mix(color, shade, dimness); }
  /// A colour seen through `distance` (0..1) of air.
  Color hazy(Color color, double distance) const { return mix(color, air[2], distance); }
  Color cloudColor() const;
  Color sunColor() const;
};

Sky skyOf(Mood mood);
Sky pickSky(Dice& dice, std::initializer_list<Mood> moods);

/// Fills the whole picture; the horizon's colour is reached at `horizon`.
void paintAir(const Brush& brush, const Sky& sky, double horizon);

struct Disc {
  Point center;
  double radius = 0;
};

/// Dots and four-pointed stars above `bottom` that keep a distance from each other and from the moon.
void paintStars(const Brush& brush, Dice& dice, int count, double bottom, Disc moon = {{-100, -100}, 0});
/// A sun with its glow; by night a moon, full or crescent.
void paintSun(const Brush& brush, Dice& dice, const Sky& sky, Disc disc);
void paintMoon(const Brush& brush, Dice& dice, Disc disc);
/// `where` is the middle of the flat underside; at scale 1 it is 62 units wide.
void paintCloud(const Brush& brush, Point where, double scale, Color color);
void paintClouds(const Brush& brush, Dice& dice, const Sky& sky, int count, double top, double bottom);
/// What hangs in the sky besides the sun: stars by night, else up to two clouds between `top` and `bottom`.
void paintSkyline(const Brush& brush, Dice& dice, const Sky& sky, double top, double bottom);

}  // namespace lpd::scenes
