#include "training/scenes/classes/classes.h"
#include "training/scenes/plants.h"
#include "training/scenes/terrain.h"

namespace lpd::scenes {

namespace {

struct Peak {
  double x, height, distance;
};

void paintPeak(const Brush& brush, const Sky& sky, double sunX, double foot, const Peak& peak) {
  const Color rock = mix(sky.air[2], darker(sky.air[0], 0.25), 0.62);
  const Color stone = sky.hazy(rock, peak.distance);
  const Color snow = lighter(sky.air[2], 0.55);
  const MountainColors colors{stone, darker(stone, 0.25), snow, mix(snow, stone, 0.45)};
  paintMountain(brush, {peak.x, foot - peak.height}, peak.height * 2.1, peak.height, sunX < peak.x ? 1 : -1, colors,
                0.34);
}

void paintPeaks(const Brush& brush, Dice& dice, const Sky& sky, double sunX, double foot) {
  const int side = dice.side();
  const double x = kSide / 2 + side * dice.real(5, 45);
  const double height = dice.real(104, 128);
  paintPeak(brush, sky, sunX, foot, {x - side * dice.real(86, 104), height * dice.real(0.58, 0.72), 0.22});
  if (dice.chance(0.6))
    paintPeak(brush, sky, sunX, foot, {x + side * dice.real(72, 92), height * dice.real(0.5, 0.64), 0.3});
  paintPeak(brush, sky, sunX, foot, {x, height, 0});
}

}  // namespace

void drawMountainSunset(Stage& stage) {
  const Brush& brush = stage.brush;
  Dice& dice = stage.dice;
  const Sky sky = pickSky(dice, {Mood::Sunset, Mood::Gold, Mood::Dusk, Mood::Crimson, Mood::Pink});
  const double horizon = dice.real(152, 172);
  paintAir(brush, sky, horizon + 20);
  Disc sun{{dice.real(48, 208), dice.real(50, 92)}, 0};
  sun.radius = dice.real(21, 29);
  paintSun(brush, dice, sky, sun);

  stage.object([&](const Brush& b, Dice& d) { paintPeaks(b, d, sky, sun.center.x, horizon + 44); });

  const Color middle = mix(sky.air[1], darker(sky.air[0], 0.25), 0.72);
  const Ridge hills = paintHills(brush, dice, horizon + 28, 8, 1.5, middle);
  if (dice.chance(0.7)) {
    const int count = dice.whole(4, 7);
    for (int i = 0; i < count; ++i) {
      const double x = dice.real(0, kSide);
      paintPineShadow(brush, {x, hills.heightAt(x) + 10}, dice.real(26, 40), darker(middle, 0.45));
    }
  }
  paintHills(brush, dice, horizon + 58, 7, 1.2, darker(middle, 0.5));
}

}  // namespace lpd::scenes
