#include "training/scenes/classes/classes.h"
#include "training/scenes/terrain.h"

#include <array>

namespace lpd::scenes {

namespace {

struct MillColors {
  Color wall, cap, sail, wood;
};

// Bands of flowers that run towards the horizon.
void paintTulipField(const Brush& brush, Dice& dice, const Sky& sky, double horizon, Color green) {
  const auto blooms = dice.pick<std::array<Color, 3>>(
      {{0xe63946, 0xffd166, 0xff8fab}, {0x9b5de5, 0xff8fab, 0xfff1d6}, {0xf2762e, 0xffd166, 0xe63946}});
  const double vanish = dice.real(90, 166);
  brush.fill(Ridge::flat(horizon).land(), green);
  constexpr int kBands = 6;
  constexpr double kSpread = 640;
  for (int i = 0; i < kBands; ++i) {
    const double left = vanish + kSpread * ((i + 0.12) / kBands - 0.5),
                 right = vanish + kSpread * ((i + 0.68) / kBands - 0.5);
    const auto near = [&](double x) { return Point{x, kSide + 8}; };
    const auto far = [&](double x) { return Point{vanish + (x - vanish) * 0.28, horizon + 10}; };
    brush.fill({far(left), far(right), near(right), near(left)}, sky.lit(blooms[static_cast<std::size_t>(i) % 3]));
  }
}

// Local coordinates: the middle of the mill's foot; the hub is 118 units above it.
void paintMill(const Brush& mill, const MillColors& colors) {
  const Path tower = {{-23, -112}, {23, -112}, {39, 0}, {-39, 0}};
  mill.fill(tower, colors.wall);
  mill.fill({{6, -112}, {23, -112}, {39, 0}, {12, 0}}, darker(colors.wall, 0.15));
  mill.rectangle({-46, -46}, {46, -39}, colors.wood);
  mill.fill(joined(arc({0, -20}, {11, 12}, 180, 360), {{11, 1}, {-11, 1}}), colors.wood);
  mill.fill(roundedRectangle({-7, -78}, {7, -60}, 3), darker(colors.cap, 0.35));
  mill.fill(smooth({{-28, -108}, {-24, -128}, {0, -144}, {24, -128}, {28, -108}, {0, -105}}), colors.cap);
}

void paintSails(const Brush& mill, double angle, const MillColors& colors) {
  for (int i = 0; i < 4; ++i) {
    const Brush arm = mill.at({0, -118}, {.angle = angle + 90.0 * i});
    arm.fill(roundedRectangle({14, -24}, {88, 0}, 2), colors.sail);
    arm.rectangle({14, -24}, {88, -18}, darker(colors.sail, 0.16));
    for (double x : {38.0, 63.0})
      arm.rectangle({x - 1.8, -24}, {x + 1.8, 0}, darker(colors.sail, 0.3));
    arm.stroke({{0, 0}, {90, 0}}, 5, colors.wood);
  }
  mill.circle({0, -118}, 8, darker(colors.wood, 0.25));
}

}  // namespace

void drawWindmill(Stage& stage) {
  const Brush& brush = stage.brush;
  Dice& dice = stage.dice;
  const Sky sky = pickSky(dice, {Mood::Day, Mood::Dawn, Mood::Teal, Mood::Gold, Mood::Pink});
  const double horizon = dice.real(180, 194);
  paintAir(brush, sky, horizon);
  paintClouds(brush, dice, sky, 2, 44, 120);
  const Color green = sky.lit(dice.pick<Color>({0x6fae5c, 0x4f9a6a, 0x8ab85c}));
  paintHills(brush, dice, horizon - 6, 5, 1.3, sky.hazy(green, 0.4));
  paintTulipField(brush, dice, sky, horizon + 6, green);

  stage.object([&](const Brush& b, Dice& d) {
    MillColors colors = d.pick<MillColors>({{0xfaf1de, 0x8a3b3b, 0xfffaf0, 0x6b4a33},
                                            {0xd9795a, 0x4a3a4f, 0xfff1d6, 0x5a3a2b},
                                            {0xe8eef2, 0x2f5f8f, 0xfffaf0, 0x5a4038}});
    for (Color* color : {&colors.wall, &colors.cap, &colors.sail, &colors.wood})
      *color = sky.lit(*color);
    const Point foot{d.real(104, 152), d.real(214, 224)};
    const Brush mill = b.at(foot, {.scale = d.real(0.92, 1.0)});
    mill.ellipse({0, 1}, {52, 6}, darker(green, 0.3));
    paintMill(mill, colors);
    paintSails(mill, d.real(12, 78), colors);
  });
}

}  // namespace lpd::scenes
