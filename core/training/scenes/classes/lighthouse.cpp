#include "training/scenes/classes/classes.h"
#include "training/scenes/terrain.h"

namespace lpd::scenes {

namespace {

constexpr double kLampHeight = 150;  // of the lamp above the rock, at scale 1

// Local coordinates: the tower's foot.
void paintTower(const Brush& tower, const Sky& sky, Color stripe) {
  constexpr int kBands = 5;
  constexpr double kTopHalf = 14, kFootHalf = 23, kHeight = 138;
  const Color paints[] = {sky.lit(stripe), sky.lit(0xfdf8ee)};
  for (int i = 0; i < kBands; ++i) {
    const double a = static_cast<double>(i) / kBands, b = static_cast<double>(i + 1) / kBands;
    const double ya = -kHeight * (1 - a), yb = -kHeight * (1 - b);
    const double wa = kTopHalf + (kFootHalf - kTopHalf) * a, wb = kTopHalf + (kFootHalf - kTopHalf) * b;
    tower.fill({{-wa, ya}, {wa, ya}, {wb, yb}, {-wb, yb}}, paints[i % 2]);
    tower.fill({{wa * 0.3, ya}, {wa, ya}, {wb, yb}, {wb * 0.3, yb}}, darker(paints[i % 2], 0.2));
  }
  tower.fill(joined(arc({0, -17}, {8.5, 9}, 180, 360), {{8.5, 1}, {-8.5, 1}}), sky.lit(0x5a3b2b));
  const Color pane = sky.isDark() ? Color(0xffe08a) : sky.lit(0x2f4a6b);
  tower.fill(roundedRectangle({-5.5, -79}, {5.5, -65}, 3), pane);
}

void paintLantern(const Brush& tower, const Sky& sky, Color stripe) {
  const Color iron = sky.lit(0x2f3542);
  tower.rectangle({-11, -161}, {11, -143}, 0xffe98a);
  for (double x : {-11.0, 0.0, 11.0})
    tower.rectangle({x - 1.4, -162}, {x + 1.4, -143}, iron);
  tower.fill(roundedRectangle({-20, -144}, {20, -137}, 2), iron);
  tower.fill(joined(arc({0, -160}, {16, 17}, 180, 360), {{16, -160}}), sky.lit(stripe));
  tower.circle({0, -179}, 3.6, iron);
}

void paintBeams(const Brush& brush, Point lamp) {
  for (int side : {-1, 1}) {
    const double x = side > 0 ? kSide + 8 : -8;
    brush.fill({lamp, {x, lamp.y - 38}, {x, lamp.y + 42}}, 0xfff3b0, 0.42);
  }
}

void paintCliff(const Brush& brush, Point top, Color rock) {
  const Brush cliff = brush.at(top);
  cliff.fill({{-82, 80}, {-58, 22}, {-40, 3}, {36, -1}, {58, 18}, {88, 80}}, rock);
  cliff.fill({{14, 6}, {44, 5}, {58, 18}, {88, 80}, {26, 80}}, darker(rock, 0.25));
  cliff.fill({{-40, 3}, {36, -1}, {46, 8}, {-48, 11}}, lighter(rock, 0.25));
}

}  // namespace

void drawLighthouse(Stage& stage) {
  const Brush& brush = stage.brush;
  Dice& dice = stage.dice;
  const Sky sky = pickSky(dice, {Mood::Day, Mood::Sunset, Mood::Dusk, Mood::Dawn, Mood::Night, Mood::Teal});
  const double horizon = dice.real(164, 184);
  paintAir(brush, sky, horizon);
  paintSkyline(brush, dice, sky, 40, 105);
  paintSea(brush, dice, sky, horizon);
  const Point foot{dice.real(88, 168), dice.real(198, 212)};
  const Color rock = sky.lit(dice.pick<Color>({0x7a695f, 0x66707f, 0x6a8558}));

  const double scale = dice.real(0.98, 1.12);
  const Point lamp{foot.x, foot.y - kLampHeight * scale};
  const bool burning = sky.dimness > 0.15;
  stage.object([&](const Brush& b, Dice&) {
    if (burning) paintBeams(b, lamp);
  });
  paintCliff(brush, foot, rock);
  stage.object([&](const Brush& b, Dice& d) {
    const Color stripe = d.pick<Color>({0xe63946, 0xd62839, 0x2b5fa8, 0xf2762e, 0x2a9d8f});
    const Brush tower = b.at(foot + Point{0, 3}, {.scale = scale});
    paintTower(tower, sky, stripe);
    paintLantern(tower, sky, stripe);
    if (burning) b.glow(lamp, 40, 0xfff6c0, 0.7);
  });
}

}  // namespace lpd::scenes
