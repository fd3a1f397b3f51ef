#include "training/scenes/classes/classes.h"
#include "training/scenes/plants.h"
#include "training/scenes/terrain.h"

namespace lpd::scenes {

namespace {

struct HouseColors {
  Color wall, roof, door, frame, pane, smoke;
};

struct HouseShape {
  double half, wallHeight, roofHeight;
  bool gabled, smoking;
};

HouseColors pickColors(Dice& dice, const Sky& sky) {
  HouseColors colors{};
  colors.wall = sky.lit(dice.pick<Color>({0xfff1d6, 0xf7d9c4, 0xe8eef2, 0xffe08a, 0xf4b6a6}));
  colors.roof = sky.lit(dice.pick<Color>({0xc8553d, 0x8a3b4a, 0x3d5a80, 0x2a7f73}));
  colors.door = sky.lit(dice.pick<Color>({0x6b4226, 0x2a6f97, 0xb23a48, 0x38664f}));
  colors.frame = sky.lit(kWhite);
  colors.pane = sky.dimness > 0.15 ? 0xffe08a : 0x8fd0f2;
  colors.smoke = lighter(sky.air[1], 0.6);
  return colors;
}

// Local coordinates: the middle of the wall's foot.
void paintChimney(const Brush& house, const HouseShape& shape, const HouseColors& colors) {
  const double x = shape.half * 0.5, top = -shape.wallHeight - shape.roofHeight * 1.05;
  if (shape.smoking)
    for (int i = 0; i < 3; ++i)
      house.circle({x + i * 8.0, top - 14 - i * 15}, 6.5 + 2.5 * i, colors.smoke);
  house.rectangle({x - 8, top}, {x + 8, -shape.wallHeight}, darker(colors.roof, 0.3));
  house.rectangle({x - 10.5, top - 6}, {x + 10.5, top}, darker(colors.roof, 0.48));
}

void paintRoof(const Brush& house, const HouseShape& shape, const HouseColors& colors) {
  const double w = shape.half, eaves = -shape.wallHeight + 4, ridge = -shape.wallHeight - shape.roofHeight;
  if (shape.gabled) {
    house.fill({{-w - 12, eaves}, {0, ridge - 6}, {w + 12, eaves}}, colors.roof);
    house.fill({{-w * 0.72, eaves}, {0, ridge + 12}, {w * 0.72, eaves}}, darker(colors.wall, 0.12));
    house.circle({0, ridge + shape.roofHeight * 0.66}, 10.5, colors.frame);
    house.circle({0, ridge + shape.roofHeight * 0.66}, 7.5, colors.pane);
    return;
  }
  house.fill({{-w - 12, eaves}, {-w + 14, ridge + 4}, {w - 14, ridge + 4}, {w + 12, eaves}}, colors.roof);
  house.fill({{-w - 12, eaves}, {-w - 7.5, eaves - 9}, {w + 7.5, eaves - 9}, {w + 12, eaves}},
             darker(colors.roof, 0.2));
}

void paintWindow(const Brush& house, Point center, const HouseColors& colors) {
  const Brush window = house.at(center);
  window.rectangle({-14, -15}, {14, 15}, colors.frame);
  window.rectangle({-11, -12}, {11, 12}, colors.pane);
  window.rectangle({-1.5, -12}, {1.5, 12}, colors.frame);
  window.rectangle({-11, -1.5}, {11, 1.5}, colors.frame);
}

void paintHouse(const Brush& house, const HouseShape& shape, const HouseColors& colors) {
  const double w = shape.half, h = shape.wallHeight;
  paintChimney(house, shape, colors);
  house.rectangle({-w, -h}, {w, 0}, colors.wall);
  house.rectangle({w * 0.66, -h}, {w, 0}, darker(colors.wall, 0.12));
  house.rectangle({-w, -h}, {w, -h + 10}, darker(colors.wall, 0.24));
  paintRoof(house, shape, colors);
  house.fill(roundedRectangle({-13, -44}, {13, 4}, 3), colors.door);
  house.rectangle({-13, 0}, {13, 4}, darker(colors.door, 0.3));
  house.fill(roundedRectangle({-8.5, -39}, {8.5, -22}, 2), lighter(colors.door, 0.28));
  house.circle({7.5, -15}, 2.6, 0xffd166);
  for (int side : {-1, 1})
    paintWindow(house, {side * w * 0.62, -h * 0.48}, colors);
}

}  // namespace

void drawHouse(Stage& stage) {
  const Brush& brush = stage.brush;
  Dice& dice = stage.dice;
  const Sky sky = pickSky(dice, {Mood::Day, Mood::Dawn, Mood::Day, Mood::Sunset, Mood::Teal, Mood::Dusk});
  paintAir(brush, sky, 190);
  paintSkyline(brush, dice, sky, 20, 74);
  const Color green = sky.lit(dice.pick<Color>({0x7fb85c, 0x5aa56b, 0x9abf5c}));
  paintHills(brush, dice, 174, 8, 1.1, sky.hazy(green, 0.35));
  const double middle = dice.real(112, 144), foot = dice.real(200, 208);
  const Color leaves = sky.lit(dice.pick<Color>({0x4f9a4f, 0xe08a3c, 0x3f8f6f, 0xd9596b}));
  const Color trunk = sky.lit(0x6b4a33);
  const double left = middle - dice.real(82, 96), right = middle + dice.real(82, 98);
  const double leftHeight = dice.real(84, 124), rightHeight = dice.real(64, 104);
  const bool twoTrees = dice.chance(0.65);
  paintRoundTree(brush, {left, foot - 1}, leftHeight, leaves, trunk);
  paintHills(brush, dice, foot - 8, 3, 1, green);
  if (twoTrees) paintRoundTree(brush, {right, foot + 5}, rightHeight, leaves, trunk);
  brush.fill(smooth({{middle - 13, foot - 6},
                     {middle + 13, foot - 6},
                     {middle + 18, foot + 18},
                     {middle + 48, 270},
                     {middle - 26, 270},
                     {middle - 10, foot + 18}}),
             sky.lit(mix(0xecd5a8, green, 0.12)));

  stage.object([&](const Brush& b, Dice& d) {
    const HouseColors colors = pickColors(d, sky);
    HouseShape shape{};
    shape.half = d.real(56, 66);
    shape.wallHeight = d.real(66, 80);
    shape.roofHeight = d.real(44, 58);
    shape.gabled = d.chance(0.5);
    shape.smoking = d.chance(0.6);
    paintHouse(b.at({middle, foot}, {.facing = d.side()}), shape, colors);
  });
}

}  // namespace lpd::scenes
