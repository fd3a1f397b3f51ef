#include "training/scenes/classes/classes.h"
#include "training/scenes/plants.h"
#include "training/scenes/terrain.h"

namespace lpd::scenes {

namespace {

void paintFarRow(const Brush& brush, Dice& dice, const Ridge& ridge, int count, double height, Color color) {
  for (int i = 0; i < count; ++i) {
    const double x = kSide * (i + dice.real(0.2, 0.8)) / count;
    paintPineShadow(brush, {x, ridge.heightAt(x) + 9}, height * dice.real(0.75, 1.2), color);
  }
}

void paintFrontRow(const Brush& brush, Dice& dice, const Ridge& ridge, const PineColors& colors) {
  const int count = dice.whole(2, 4);
  for (int i = 0; i < count; ++i) {
    const double x = kSide * (i + dice.real(0.28, 0.72)) / count;
    const double height = dice.real(128, 184);
    paintPine(brush, {x, ridge.heightAt(x) + dice.real(5, 18)}, height, colors);
  }
}

}  // namespace

void drawPineForest(Stage& stage) {
  const Brush& brush = stage.brush;
  Dice& dice = stage.dice;
  const Sky sky = pickSky(dice, {Mood::Teal, Mood::Dawn, Mood::Day, Mood::Pink, Mood::Gold});
  paintAir(brush, sky, 170);
  Disc sun{{dice.real(40, 216), dice.real(36, 74)}, 0};
  sun.radius = dice.real(16, 24);
  paintSun(brush, dice, sky, sun);

  const Color green = dice.pick<Color>({0x1f5c4a, 0x1d4e5f, 0x2f6b3a});
  const Color far = mix(green, sky.air[2], 0.62), near = mix(green, sky.air[2], 0.34);
  const Ridge farRidge = paintHills(brush, dice, 152, 5, 1.3, far);
  stage.object([&](const Brush& b, Dice& d) { paintFarRow(b, d, farRidge, 11, 58, far); });
  const Ridge nearRidge = paintHills(brush, dice, 188, 5, 1.3, near);
  stage.object([&](const Brush& b, Dice& d) { paintFarRow(b, d, nearRidge, 8, 84, near); });
  const Ridge ground = paintHills(brush, dice, 222, 5, 1.2, darker(green, 0.3));
  const PineColors colors{lighter(green, 0.06), darker(green, 0.3), 0x4a3226};
  stage.object([&](const Brush& b, Dice& d) { paintFrontRow(b, d, ground, colors); });
}

}  // namespace lpd::scenes
