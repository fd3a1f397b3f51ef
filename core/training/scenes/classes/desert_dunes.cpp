#include "training/scenes/classes/classes.h"
#include "training/scenes/terrain.h"

#include <array>
#include <cmath>

namespace lpd::scenes {

namespace {

constexpr int kDunes = 4;
constexpr double kHalf = kSide / 2 + 10;

struct DuneColors {
  Color light, shade;
};

// Local coordinates: x from -kHalf to kHalf, the lee side to the right of the crest.
void paintDune(const Brush& brush, Dice& dice, double y, double crestX, double height, const DuneColors& colors) {
  const double reach = dice.real(84, 118), ripple = dice.real(0, 6);
  Path ridge;
  std::size_t crest = 0;
  for (double x = -kHalf; x <= kHalf; x += 4) {
    const double d = (x - crestX) / (x < crestX ? reach * 1.35 : reach * 0.8);
    ridge.push_back({x, y - height * std::exp(-d * d) + 4 * std::sin(x / 46 + ripple)});
    if (ridge.back().y < ridge[crest].y) crest = ridge.size() - 1;
  }
  brush.fill(joined(ridge, {{kHalf, kSide + 10}, {-kHalf, kSide + 10}}), colors.light);

  const Point top = ridge[crest];
  const double bend = dice.real(14, 26);
  Path edge = smoothLine(
      {top, top + Point{-bend * 0.3, 16}, top + Point{bend, 40}, top + Point{bend * 1.1, 68}, top + Point{-bend, 120}});
  Path lee(ridge.rbegin(), ridge.rend() - static_cast<std::ptrdiff_t>(crest));
  brush.fill(joined(joined(lee, edge), {{kHalf, kSide + 40}}), colors.shade);
}

void paintDunes(const Brush& brush, Dice& dice, const Sky& sky, Color sand, double horizon, int facing) {
  const Brush local = brush.at({kSide / 2, 0}, {.facing = facing});
  double crestX = dice.real(-70, 70);
  for (int i = 0; i < kDunes; ++i) {
    const double depth = static_cast<double>(i) / (kDunes - 1);
    const Color light = sky.lit(mix(sky.hazy(lighter(sand, 0.12), 0.38), darker(sand, 0.1), depth));
    const DuneColors colors{light, darker(mix(light, 0xa0484a, 0.3), 0.24)};
    const double y = horizon + 24 + 33 * i + dice.real(-5, 5);
    paintDune(local, dice, y, crestX, 24 + 7.0 * i, colors);
    crestX += (crestX > 0 ? -1 : 1) * dice.real(55, 105);
  }
}

}  // namespace

void drawDesertDunes(Stage& stage) {
  const Brush& brush = stage.brush;
  Dice& dice = stage.dice;
  const Sky sky = pickSky(dice, {Mood::Gold, Mood::Dawn, Mood::Teal, Mood::Day, Mood::Sunset, Mood::Pink});
  const double horizon = dice.real(108, 130);
  paintAir(brush, sky, horizon + 10);
  Disc sun{{dice.real(40, 216), dice.real(36, 66)}, 0};
  sun.radius = dice.real(18, 29);
  paintSun(brush, dice, sky, sun);
  const Color sand = dice.pick<Color>({0xf0b35e, 0xe8925a, 0xf2c777, 0xd98a6a});
  const Color plain[] = {sky.lit(sky.hazy(sand, 0.4)), sky.lit(sand)};
  brush.verticalGradient(horizon + 14, horizon + 14, kSide, plain);

  const int facing = sun.center.x < kSide / 2 ? 1 : -1;
  stage.object([&](const Brush& b, Dice& d) { paintDunes(b, d, sky, sand, horizon, facing); });
}

}  // namespace lpd::scenes
