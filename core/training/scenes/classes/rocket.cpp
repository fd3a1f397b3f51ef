#include "training/scenes/classes/classes.h"
#include "training/scenes/sky.h"

#include <array>

namespace lpd::scenes {

namespace {

struct RocketColors {
  Color hull, trim, window;
};

// Local coordinates: the hull's middle, flying upwards; 130 units from nose to nozzle.
Path hullOutline() {
  const Path right = smoothLine({{0, -84}, {15, -62}, {26, -28}, {27, 8}, {17, 46}});
  return joined(right, mirroredBack(right));
}

void paintFlame(const Brush& rocket, double reach) {
  rocket.glow({0, 74}, 58, 0xffb04a, 0.65);
  rocket.fill(leaf({0, 36}, {0, 62 + reach}, 19), 0xf2542d);
  rocket.fill(leaf({0, 38}, {0, 54 + reach * 0.72}, 13), 0xff9f1c);
  rocket.fill(leaf({0, 40}, {0, 50 + reach * 0.4}, 8), 0xfff1a8);
}

void paintHull(const Brush& rocket, const RocketColors& colors) {
  for (int side : {-1, 1})
    rocket.at({0, 0}, {.facing = side})
        .fill(smooth({{20, 2}, {42, 26}, {50, 62}, {36, 52}, {16, 46}}),
              side > 0 ? darker(colors.trim, 0.22) : colors.trim);
  rocket.fill(roundedRectangle({-14, 40}, {14, 54}, 3), 0x3a3f55);
  const Path hull = hullOutline();
  rocket.fill(hull, colors.hull);
  rocket.inside(hull, [&](const Brush& skin) {
    skin.rectangle({-40, -100}, {40, -42}, colors.trim);
    skin.rectangle({-40, 26}, {40, 36}, colors.trim);
    skin.fill(joined(smoothLine({{4, -90}, {14, -30}, {13, 20}, {6, 60}}), {{50, 60}, {50, -90}}), 0x1c1440, 0.2);
  });
  rocket.circle({0, -12}, 17.5, colors.trim);
  rocket.circle({0, -12}, 12.5, colors.window);
  rocket.inside(circle({0, -12}, 12.5), [](const Brush& glass) { glass.circle({-5, -17}, 7, 0xe8fbff); });
  rocket.fill(leaf({0, 18}, {0, 66}, 5), darker(colors.trim, 0.1));
}

void paintFarPlanet(const Brush& brush, Dice& dice, Color space) {
  const Color color = dice.pick<Color>({0xf6b26b, 0x7fd1e8, 0xe88fb8, 0xa3d977});
  const int side = dice.side();
  const Point center{kSide / 2 + side * dice.real(84, 104), dice.real(36, 76)};
  const double radius = dice.real(18, 27);
  const Path disc = circle(center, radius);
  brush.fill(disc, mix(color, space, 0.15));
  brush.inside(disc, [&](const Brush& planet) {
    planet.ellipse(center + Point{-0.3, -0.4} * radius, Point{0.7, 0.2} * radius, lighter(color, 0.3), -12);
    planet.ellipse(center + Point{0.2, 0.3} * radius, Point{0.9, 0.2} * radius, darker(color, 0.22), -12);
  });
}

}  // namespace

void drawRocket(Stage& stage) {
  const Brush& brush = stage.brush;
  Dice& dice = stage.dice;
  const auto space = dice.pick<std::array<Color, 3>>(
      {{0x141038, 0x2b2266, 0x6a4aa0}, {0x06183a, 0x123c72, 0x3f86b0}, {0x230e3e, 0x5c2270, 0xc85a92}});
  brush.verticalGradient(0, 0, kSide, space);
  paintStars(brush, dice, dice.whole(12, 18), 200);
  if (dice.chance(0.7)) paintFarPlanet(brush, dice, space[1]);
  const int clouds = dice.whole(2, 3);
  const Color mist = lighter(space[2], 0.35);
  for (int i = 0; i < clouds; ++i) {
    const double x = kSide * (i + dice.real(0.2, 0.8)) / clouds;
    paintCloud(brush, {x, dice.real(250, 262)}, dice.real(1.5, 2.1), mist);
  }
  stage.object([](const Brush& b, Dice& d) {
    const RocketColors colors = d.pick<RocketColors>({{0xf7f3ea, 0xe63946, 0x57c4e5},
                                                      {0xf7f3ea, 0x2f6fd0, 0x8fe3d0},
                                                      {0xffe3b3, 0xf2762e, 0x57c4e5},
                                                      {0xeaf2f7, 0x2a9d8f, 0xffd166}});
    const Point place{d.real(112, 144), d.real(108, 128)};
    const Brush rocket = b.at(place, {.scale = d.real(1.05, 1.25), .angle = d.real(-28, 28)});
    paintFlame(rocket, d.real(36, 54));
    paintHull(rocket, colors);
  });
}

}  // namespace lpd::scenes
