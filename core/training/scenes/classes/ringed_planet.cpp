#include "training/scenes/classes/classes.h"
#include "training/scenes/sky.h"

#include <array>

namespace lpd::scenes {

namespace {

struct PlanetColors {
  Color body, dark, light;
};

void paintRingHalf(const Brush& brush, double radius, double flatness, bool front, Color outer, Color inner) {
  const auto band = [&](double from, double to) {
    const Point far{radius * to, radius * to * flatness}, near{radius * from, radius * from * flatness};
    const double start = front ? 0 : 180;
    return joined(arc({0, 0}, far, start, start + 180), arc({0, 0}, near, start + 180, start));
  };
  brush.fill(band(1.56, 1.88), outer);
  brush.fill(band(1.30, 1.47), inner);
}

void paintBody(const Brush& brush, Dice& dice, double radius, double flatness, const PlanetColors& colors,
               Color shade) {
  const Path disc = circle({0, 0}, radius);
  brush.fill(disc, colors.body);
  brush.inside(disc, [&](const Brush& body) {
    bool light = dice.chance(0.5);
    for (double y = -radius * dice.real(0.7, 0.95); y < radius;) {
      const double height = radius * dice.pick({0.18, 0.26, 0.34});
      body.rectangle({-radius, y}, {radius, y + height}, light ? colors.light : colors.dark);
      light = !light;
      y += height + radius * dice.pick({0.2, 0.28});
    }
    // The ring's shadow falls on the body just above the ring.
    const Point ring{radius * 1.7, radius * 1.7 * flatness};
    body.fill(joined(arc({0, -radius * 0.14}, ring, 0, 180), arc({0, -radius * 0.34}, ring, 180, 0)),
              darker(colors.dark, 0.45), 0.45);
    body.fill(joined(arc({0, 0}, {radius * 1.1, radius * 1.1}, -70, 110),
                     arc({-radius * 0.42, -radius * 0.14}, {radius * 1.12, radius * 1.12}, 95, -55)),
              shade, 0.45);
  });
}

void paintPlanet(const Brush& brush, Dice& dice, Color space) {
  const PlanetColors colors = dice.pick<PlanetColors>({{0xf6b26b, 0xe07a4f, 0xffd9a0},
                                                       {0x7fd1e8, 0x3f8fc9, 0xc9f2ff},
                                                       {0xe88fb8, 0xb8559a, 0xffc9de},
                                                       {0xa3d977, 0x5aa05a, 0xdff5b0},
                                                       {0xc9a3f0, 0x8560c9, 0xe9d6ff},
                                                       {0xf25f5c, 0xa83250, 0xffa69e}});
  const Color ring = dice.pick<Color>({0xffe3b0, 0xd6e6ff, 0xffc2d9});
  const double radius = dice.real(48, 61), flatness = dice.real(0.2, 0.3);
  const Point center{dice.real(116, 140), dice.real(114, 142)};
  const Brush planet = brush.at(center, {.facing = dice.side(), .angle = dice.real(-30, 30)});
  const Color innerRing = mix(ring, space, 0.4);
  paintRingHalf(planet, radius, flatness, false, ring, innerRing);
  paintBody(planet, dice, radius, flatness, colors, darker(space, 0.3));
  paintRingHalf(planet, radius, flatness, true, ring, innerRing);
}

void paintMoons(const Brush& brush, Dice& dice) {
  if (dice.chance(0.35)) return;
  const Color color = dice.pick<Color>({0xd9d9e8, 0xf0d9b5, 0xf5b7a8});
  const Point center{kSide / 2 + dice.eitherSide(84, 100), kSide / 2 + dice.eitherSide(78, 98)};
  const double radius = dice.real(10, 15);
  const Path disc = circle(center, radius);
  brush.fill(disc, darker(color, 0.4));
  brush.inside(disc, [&](const Brush& moon) { moon.circle(center + Point{-0.3, -0.25} * radius, radius, color); });
}

}  // namespace

void drawRingedPlanet(Stage& stage) {
  const Brush& brush = stage.brush;
  Dice& dice = stage.dice;
  const auto space = dice.pick<std::array<Color, 3>>({{0x0a0a2a, 0x1a1650, 0x3a2370},
                                                      {0x05142b, 0x0b2c4f, 0x134a6b},
                                                      {0x1a0a2e, 0x3b1252, 0x6b2467},
                                                      {0x0d1020, 0x1f2440, 0x343b66}});
  brush.verticalGradient(0, 0, kSide, space);
  const Point nebula{dice.real(20, 236), dice.real(20, 236)};
  brush.glow(nebula, dice.real(100, 140), lighter(space[2], 0.15), 0.6);
  paintStars(brush, dice, dice.whole(14, 20), kSide - 8);
  paintMoons(brush, dice);
  stage.object([&](const Brush& b, Dice& d) { paintPlanet(b, d, space[1]); });
}

}  // namespace lpd::scenes
