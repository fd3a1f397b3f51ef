#include "training/scenes/water.h"

#include "training/scenes/plants.h"
#include "training/scenes/terrain.h"

namespace lpd::scenes {

namespace {

void paintShafts(const Brush& brush, Dice& dice, Color light) {
  const int count = dice.whole(0, 3);
  for (int i = 0; i < count; ++i) {
    const double x = kSide * (i + dice.real(0.2, 0.6)) / count;
    brush.fill({{x, -4}, {x + 24, -4}, {x + 66, kSide + 4}, {x - 14, kSide + 4}}, light, 0.16);
  }
}

void paintBottom(const Brush& brush, Dice& dice, const WaterColors& water) {
  const Color sand = mix(dice.pick<Color>({0xf0d9a0, 0xe3c48a, 0xdfbf9a}), water[2], 0.22);
  const Ridge bottom = Ridge::rolling(dice, 226, 5, 1.3);
  const int weeds = dice.whole(2, 4);
  for (int i = 0; i < weeds; ++i) {
    const double x = kSide * (i + dice.real(0.2, 0.8)) / weeds;
    const double height = dice.real(52, 100), phase = dice.real(0, 6.28);
    const Color color = dice.pick<Color>({0x2f9e6f, 0x1f7a5f, 0xd1495b, 0xf28482});
    paintWeed(brush, {x + 11, 240}, height * 0.72, phase + 1.2, darker(color, 0.2));
    paintWeed(brush, {x, 240}, height, phase, color);
  }
  brush.fill(bottom.land(), sand);
  if (dice.chance(0.6)) {
    const double x = dice.real(20, 236);
    paintRock(brush, {x, bottom.heightAt(x) + 8}, dice.real(24, 38), mix(0x8a8fa3, water[2], 0.3));
  }
}

}  // namespace

WaterColors paintDeep(const Brush& brush, Dice& dice, bool sandy) {
  const auto water = dice.pick<WaterColors>({{0x5fd0e0, 0x1b7fb5, 0x0c4a80},
                                             {0x7fe0c9, 0x2a9a9a, 0x10566b},
                                             {0x6fb8f0, 0x2f6fd0, 0x17327a},
                                             {0xb8e8f0, 0x4fb0c9, 0x1f6f95}});
  brush.verticalGradient(0, 0, kSide, water);
  paintShafts(brush, dice, lighter(water[0], 0.4));
  if (sandy) paintBottom(brush, dice, water);
  return water;
}

void paintBubbles(const Brush& brush, Dice& dice, Point foot, int count, Color color) {
  for (int i = 0; i < count; ++i) {
    const double radius = dice.real(4.5, 8.5);
    const Point p = foot + Point{dice.real(-14, 14), -26.0 * i - dice.real(0, 8)};
    brush.circle(p, radius, color);
    brush.circle(p + Point{-0.3, -0.3} * radius, radius * 0.4, kWhite);
  }
}

}  // namespace lpd::scenes
