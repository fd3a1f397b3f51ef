#include "training/scenes/classes/classes.h"
#include "training/scenes/terrain.h"

namespace lpd::scenes {

namespace {

void paintMesas(const Brush& brush, Dice& dice, const Sky& sky, double horizon) {
  const Color rock = sky.lit(mix(0xc9604a, sky.air[1], 0.4));
  const int count = dice.whole(1, 2);
  for (int i = 0; i < count; ++i) {
    const double x = kSide * (i + dice.real(0.1, 0.9)) / count;
    const double half = dice.real(32, 50), height = dice.real(34, 60);
    const Brush mesa = brush.at({x, horizon + 6});
    mesa.fill({{-half, 0}, {-half * 0.7, -height}, {half * 0.7, -height}, {half, 0}}, rock);
    mesa.fill({{half * 0.12, -height}, {half * 0.7, -height}, {half, 0}, {half * 0.34, 0}}, darker(rock, 0.2));
  }
}

// A limb as three nested round lines: shade, flesh and a lit rib.
void paintLimb(const Brush& brush, const Path& line, double width, Color green) {
  brush.stroke(line, width, darker(green, 0.28));
  brush.stroke(moved(line, {-width * 0.1, 0}), width * 0.76, green);
  brush.stroke(moved(line, {-width * 0.2, 0}), width * 0.17, lighter(green, 0.28));
}

void paintBlossom(const Brush& brush, Point center, Color color) {
  for (int i = 0; i < 5; ++i)
    brush.circle(center + polar(-90 + 72 * i, 6), 4.8, color);
  brush.circle(center, 3.6, 0xfff1b8);
}

Path armLine(int side, double joint, double top) {
  const double x = side * 36.0;
  Path line{{0, joint}};
  const Path elbow = arc({x - side * 13, joint - 13}, {side * 13.0, 13}, 90, 0);
  line = joined(line, elbow);
  line.push_back({x, top});
  return line;
}

void paintCactus(const Brush& cactus, Dice& dice, Color green, Color blossom) {
  for (int side : {-1, 1}) {
    const double joint = -dice.real(46, 78);
    const double top = joint - dice.real(30, 44);
    const Path line = armLine(side, joint, top);
    paintLimb(cactus, line, 18, green);
    if (dice.chance(0.5)) paintBlossom(cactus, line.back() + Point{0, -10}, blossom);
  }
  const double height = dice.real(124, 142);
  paintLimb(cactus, {{0, 0}, {0, -height}}, 28, green);
  if (dice.chance(0.6)) paintBlossom(cactus, {0, -height - 15}, blossom);
}

}  // namespace

void drawCactus(Stage& stage) {
  const Brush& brush = stage.brush;
  Dice& dice = stage.dice;
  const Sky sky = pickSky(dice, {Mood::Gold, Mood::Sunset, Mood::Teal, Mood::Dawn, Mood::Day, Mood::Pink});
  const double horizon = dice.real(178, 194);
  paintAir(brush, sky, horizon);
  Disc sun{{dice.real(50, 206), dice.real(52, 104)}, 0};
  sun.radius = dice.real(25, 37);
  paintSun(brush, dice, sky, sun);
  paintMesas(brush, dice, sky, horizon);
  const Color sand = sky.lit(dice.pick<Color>({0xe8a860, 0xd98b5a, 0xf0c27a}));
  paintHills(brush, dice, horizon, 4, 1.2, lighter(sand, 0.16));
  paintHills(brush, dice, horizon + 32, 5, 1.3, sand);
  const int rocks = dice.whole(1, 3);
  for (int i = 0; i < rocks; ++i) {
    const double x = kSide * (i + dice.real(0.15, 0.85)) / rocks, y = dice.real(238, 248);
    paintRock(brush, {x, y}, dice.real(18, 28), darker(sand, 0.16));
  }

  stage.object([&](const Brush& b, Dice& d) {
    const Color green = sky.lit(d.pick<Color>({0x3f8f5a, 0x2f7f6f, 0x5a9a4a}));
    const Color blossom = d.pick<Color>({0xff6b9a, 0xffd166, 0xff8a5c});
    const Point foot{d.real(102, 154), d.real(222, 234)};
    const Brush cactus = b.at(foot, {.scale = d.real(1.0, 1.18)});
    cactus.ellipse({20, 11}, {42, 6}, darker(sand, 0.22));
    paintCactus(cactus, d, green, blossom);
  });
}

}  // namespace lpd::scenes
