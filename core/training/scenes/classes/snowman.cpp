#include "training/scenes/classes/classes.h"
#include "training/scenes/plants.h"
#include "training/scenes/terrain.h"

namespace lpd::scenes {

namespace {

struct SnowmanColors {
  Color snow, shade, scarf, hat, band;
};

// Local coordinates: the ground under the snowman, who is 195 units tall with his hat.
void paintBody(const Brush& man, const SnowmanColors& colors) {
  struct Ball {
    double y, radius;
  };
  for (const Ball& ball : {Ball{-40, 43}, Ball{-100, 32}, Ball{-146, 25}}) {
    man.circle({0, ball.y}, ball.radius, colors.shade);
    man.circle({-0.07 * ball.radius, ball.y - 0.06 * ball.radius}, ball.radius * 0.89, colors.snow);
  }
}

void paintArms(const Brush& man, Dice& dice, Color wood) {
  for (int side : {-1, 1}) {
    const Point shoulder{side * 28.0, -106};
    const Point hand{side * 66.0, -dice.real(116, 140)};
    man.taper({shoulder, hand}, 5.5, 4, wood);
    const Point fork = between(shoulder, hand, 0.68);
    man.stroke({fork, fork + Point{side * 5.0, -14}}, 3.6, wood);
  }
}

void paintScarf(const Brush& man, int side, Color scarf) {
  man.fill(roundedRectangle({side > 0 ? 7.0 : -22.0, -124}, {side > 0 ? 22.0 : -7.0, -84}, 3), darker(scarf, 0.22));
  man.fill(roundedRectangle({-25, -130}, {25, -115}, 7), scarf);
}

void paintFace(const Brush& man, int side) {
  for (double x : {-9.0, 9.0})
    man.circle({x, -153}, 4, kInk);
  man.fill({{-1.0 * side, -149}, {-1.0 * side, -139}, {29.0 * side, -141}}, 0xf77f00);
  for (double y : {-100.0, -84.0, -54.0, -36.0})
    man.circle({0, y}, 4.2, kInk);
}

void paintHat(const Brush& man, int side, const SnowmanColors& colors) {
  const Brush hat = man.at({0, -166}, {.angle = 5.0 * side});
  hat.fill(roundedRectangle({-19, -34}, {19, 2}, 3), colors.hat);
  hat.rectangle({-19, -13}, {19, -3}, colors.band);
  hat.fill(roundedRectangle({-30, -4}, {30, 4}, 4), colors.hat);
}

}  // namespace

void drawSnowman(Stage& stage) {
  const Brush& brush = stage.brush;
  Dice& dice = stage.dice;
  const Sky sky = pickSky(dice, {Mood::Day, Mood::Night, Mood::Dawn, Mood::Dusk, Mood::Teal});
  paintAir(brush, sky, 200);
  const double horizon = dice.real(172, 186);
  const Color snow = mix(0xf6faff, 0x6f86d8, sky.dimness * 0.65);
  const Color shade = mix(snow, sky.air[0], 0.22);
  const Ridge back = paintHills(brush, dice, horizon - 6, 6, 1.3, shade);
  const Color green = sky.lit(mix(0x2f6b5a, sky.air[1], 0.25));
  for (int side : {-1, 1}) {
    const int count = dice.whole(1, 2);
    for (int i = 0; i < count; ++i) {
      const double x = kSide / 2 + side * (dice.real(74, 92) + 36 * i);
      paintPine(brush, {x, back.heightAt(x) + 14}, dice.real(70, 108), {green, darker(green, 0.24), sky.lit(0x5a3e30)},
                &snow);
    }
  }
  paintHills(brush, dice, horizon + 18, 5, 1.2, snow);
  const int flakes = dice.whole(10, 16);
  paintSnowfall(brush, dice, flakes, lighter(snow, 0.6));

  stage.object([&](const Brush& b, Dice& d) {
    const Color scarf = sky.lit(d.pick<Color>({0xe63946, 0x2a9d8f, 0x4361ee, 0xf4a261, 0x9d4edd}));
    const Color hat = d.chance(0.55) ? Color(0x2b2d42) : scarf;
    const Color white = mix(kWhite, 0x6f86d8, sky.dimness * 0.35);
    const SnowmanColors colors{white, mix(white, 0x7f9fd0, 0.42), scarf, hat, hat == scarf ? white : scarf};
    const Point foot{d.real(108, 148), d.real(226, 238)};
    const Brush man = b.at(foot, {.scale = d.real(0.98, 1.1)});
    const int side = d.side();
    man.ellipse({0, 1}, {58, 8}, shade);
    paintBody(man, colors);
    paintArms(man, d, sky.lit(0x6b4a33));
    paintScarf(man, side, scarf);
    paintFace(man, side);
    paintHat(man, side, colors);
  });
}

}  // namespace lpd::scenes
