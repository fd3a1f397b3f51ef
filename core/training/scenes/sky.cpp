#include "training/scenes/sky.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace lpd::scenes {

namespace {

const std::array<Sky, 9> kSkies{{
    {Mood::Day, {0x4a9fe6, 0x8cc9f5, 0xdcf2fb}, {0x3a93d2, 0x17579a}, 0x2b4a8f, 0.0},
    {Mood::Dawn, {0x6f86d9, 0xf0a9bf, 0xffe3b5}, {0x9a94d2, 0x4a5596}, 0x5a4a9f, 0.06},
    {Mood::Teal, {0x2fa3a8, 0x8fd6c9, 0xf3f0cf}, {0x3aa5a6, 0x13656f}, 0x1f5a6f, 0.04},
    {Mood::Gold, {0xf2994a, 0xf9c36b, 0xfdeab0}, {0xe0a05f, 0x8a5560}, 0x8a4a4a, 0.08},
    {Mood::Pink, {0x9d6bd1, 0xf49ac1, 0xfdd9d0}, {0xb07fcb, 0x5a4a9a}, 0x5f3f8f, 0.08},
    {Mood::Sunset, {0x4a2f7c, 0xe2568a, 0xffb65c}, {0xb0508f, 0x3a2a6b}, 0x4a2268, 0.20},
    {Mood::Crimson, {0x5b1f57, 0xd7423f, 0xfca94a}, {0xa83f52, 0x43204f}, 0x451a4a, 0.22},
    {Mood::Dusk, {0x232a63, 0x7b4b9a, 0xf58f7c}, {0x6a4b90, 0x20285a}, 0x2a2560, 0.34},
    {Mood::Night, {0x0b1033, 0x1c2b63, 0x3d5599}, {0x27468a, 0x0f1f4f}, 0x141c4a, 0.46},
}};

// The union of five discs over a flat base.
Path cloudLobe(Point center, double radius) {
  return circle(center, radius);
}

}  // namespace

Color Sky::cloudColor() const {
  return isNight() ? mix(air[1], air[2], 0.9) : isDark() ? mix(air[1], air[2], 0.45) : lighter(air[2], 0.45);
}

Color Sky::sunColor() const {
  switch (mood) {
    case Mood::Day:
    case Mood::Teal:
      return 0xfffbe6;
    case Mood::Night:
      return 0xfff3c9;
    case Mood::Crimson:
      return 0xffe08a;
    default:
      return 0xfff3c4;
  }
}

Sky skyOf(Mood mood) {
  return kSkies[static_cast<std::size_t>(mood)];
}

Sky pickSky(Dice& dice, std::initializer_list<Mood> moods) {
  return skyOf(dice.pick(moods));
}

void paintAir(const Brush& brush, const Sky& sky, double horizon) {
  brush.verticalGradient(0, 0, horizon, sky.air);
}

void paintSun(const Brush& brush, Dice& dice, const Sky& sky, Disc disc) {
  if (sky.isNight()) return paintMoon(brush, dice, disc);
  brush.glow(disc.center, disc.radius * 4, sky.sunColor(), 0.7);
  brush.circle(disc.center, disc.radius, sky.sunColor());
}

void paintMoon(const Brush& brush, Dice& dice, Disc disc) {
  const Color light = skyOf(Mood::Night).sunColor();
  brush.glow(disc.center, disc.radius * 3.4, light, 0.45);
  if (dice.chance(0.5)) {
    const int facing = dice.side();
    brush.at(disc.center, {.facing = facing, .angle = -24.0 * facing}).fill(crescent({0, 0}, disc.radius, 0.42), light);
    return;
  }
  const Color crater = mix(light, 0xc9b98f, 0.5);
  const double r = disc.radius;
  brush.circle(disc.center, r, light);
  brush.circle(disc.center + Point{-0.32, -0.22} * r, r * 0.24, crater);
  brush.circle(disc.center + Point{0.34, 0.30} * r, r * 0.30, crater);
  brush.circle(disc.center + Point{0.36, -0.42} * r, r * 0.16, crater);
}

void paintCloud(const Brush& brush, Point where, double scale, Color color) {
  const Brush cloud = brush.at(where, {.scale = scale});
  cloud.fill(roundedRectangle({-31, -15}, {31, 0}, 7.5), color);
  cloud.fill(cloudLobe({-14, -15}, 11), color);
  cloud.fill(cloudLobe({4, -20}, 15), color);
  cloud.fill(cloudLobe({18, -11}, 9), color);
}

void paintClouds(const Brush& brush, Dice& dice, const Sky& sky, int count, double top, double bottom) {
  for (int i = 0; i < count; ++i) {
    // Each cloud has a strip of its own, so that they do not pile up.
    const double x = kSide * (i + dice.real(0.15, 0.85)) / count;
    const double y = dice.real(top, bottom);
    paintCloud(brush, {x, y}, dice.real(0.85, 1.3), sky.cloudColor());
  }
}

void paintStars(const Brush& brush, Dice& dice, int count, double bottom, Disc moon) {
  constexpr double kDistance = 20;
  constexpr int kTries = 4;
  const Color light = 0xfff8e0;
  std::vector<Point> taken;
  for (int i = 0; i < count * kTries && static_cast<int>(taken.size()) < count; ++i) {
    const Point p{dice.real(8, kSide - 8), dice.real(8, bottom)};
    const bool large = dice.chance(0.35);
    if (length(p - moon.center) < moon.radius + kDistance / 2) continue;
    if (std::any_of(taken.begin(), taken.end(), [&](Point q) { return length(p - q) < kDistance; })) continue;
    taken.push_back(p);
    if (large)
      brush.fill(star(p, 4, 5.5, 1.5), light);
    else
      brush.circle(p, 1.7, light);
  }
}

void paintSkyline(const Brush& brush, Dice& dice, const Sky& sky, double top, double bottom) {
  if (sky.isDark()) return paintStars(brush, dice, dice.whole(8, 13), bottom);
  paintClouds(brush, dice, sky, dice.whole(1, 2), top + 20, bottom);
}

}  // namespace lpd::scenes
