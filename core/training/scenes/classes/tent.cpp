#include "training/scenes/classes/classes.h"
#include "training/scenes/plants.h"
#include "training/scenes/terrain.h"

namespace lpd::scenes {

namespace {

// Local coordinates: the middle of the tent's front edge on the ground; its side wall runs to the right.
void paintTent(const Brush& tent, const Sky& sky, Color cloth) {
  const Color front = sky.lit(cloth), wall = darker(front, 0.24);
  tent.fill({{-14, -98}, {52, -84}, {104, -10}, {46, 0}}, wall);
  tent.fill({{-14, -98}, {52, -84}, {58, -76}, {-8, -87}}, lighter(wall, 0.16));
  tent.fill({{-14, -98}, {46, 0}, {-74, 0}}, front);
  const Color inside = sky.isDark() ? Color(0xffc45c) : darker(front, 0.5);
  tent.fill({{-14, -76}, {17, 0}, {-45, 0}}, inside);
  if (sky.isDark()) tent.fill({{-14, -52}, {4, 0}, {-32, 0}}, 0xffe7a3);
  const Brush door = tent.at({-14, 0});
  for (int side : {-1, 1})
    door.at({0, 0}, {.facing = side})
        .fill(joined(smoothLine({{0, -76}, {12, -42}, {11, 0}}), {{31, 0}}), lighter(front, 0.28));
  tent.stroke({{-74, -1}, {46, -1}}, 3, darker(front, 0.35));
}

// Local coordinates: the ground under the fire.
void paintCampfire(const Brush& fire, const Sky& sky) {
  fire.glow({0, -16}, 58, 0xffb04a, sky.isDark() ? 0.75 : 0.4);
  fire.fill(leaf({0, 2}, {-2, -46}, 15), 0xf2542d);
  fire.fill(leaf({9, 2}, {14, -30}, 8), 0xf2542d);
  fire.fill(leaf({0, 2}, {1, -32}, 10), 0xff9f1c);
  fire.fill(leaf({0, 2}, {0, -19}, 6), 0xfff1a8);
  fire.stroke({{-20, 6}, {18, -2}}, 8, sky.lit(0x7a4f33));
  fire.stroke({{20, 6}, {-18, -2}}, 8, sky.lit(0x5f3c28));
}

}  // namespace

void drawTent(Stage& stage) {
  const Brush& brush = stage.brush;
  Dice& dice = stage.dice;
  const Sky sky = pickSky(dice, {Mood::Night, Mood::Dusk, Mood::Night, Mood::Sunset, Mood::Dawn});
  paintAir(brush, sky, 190);
  Disc sun{{dice.real(44, 212), dice.real(40, 66)}, 0};
  sun.radius = dice.real(18, 25);
  if (sky.isDark()) paintStars(brush, dice, dice.whole(9, 13), 110, sun);
  paintSun(brush, dice, sky, sun);
  const Color stone = mix(sky.lit(0x6f86a8), sky.air[2], 0.3);
  const double peak = dice.real(40, 216), height = dice.real(78, 100);
  paintMountain(brush, {peak, 190 - height}, height * 2.5, height, sun.center.x < peak ? 1 : -1,
                {stone, darker(stone, 0.22), lighter(sky.air[2], 0.5), mix(stone, kWhite, 0.35)}, 0.34);
  const Color green = sky.lit(dice.pick<Color>({0x4f8f5a, 0x3f7f6a, 0x6f8f4a}));
  const Ridge back = paintHills(brush, dice, 182, 5, 1.3, mix(green, sky.air[1], 0.35));
  for (int side : {-1, 1}) {
    const int pines = dice.whole(1, 2);
    for (int i = 0; i < pines; ++i) {
      const double x = kSide / 2 + side * (dice.real(82, 98) + 34 * i);
      paintPine(brush, {x, back.heightAt(x) + 14}, dice.real(92, 136),
                {darker(green, 0.16), darker(green, 0.4), sky.lit(0x4a3226)});
    }
  }
  paintHills(brush, dice, 206, 4, 1.2, green);

  stage.object([&](const Brush& b, Dice& d) {
    const Color cloth = d.pick<Color>({0xf2762e, 0xe63946, 0x2f8fb5, 0xf4b942, 0x3fa88f});
    const int facing = d.side();
    const Point place{kSide / 2 - facing * d.real(2, 14), d.real(226, 234)};
    const Brush tent = b.at(place, {.scale = d.real(1.05, 1.2), .facing = facing});
    tent.ellipse({12, 0}, {100, 8}, darker(green, 0.3));
    paintTent(tent, sky, cloth);
    if (d.chance(0.75)) paintCampfire(b.at(place + Point{facing * d.real(58, 74), 10}, {.scale = 1.1}), sky);
  });
}

}  // namespace lpd::scenes
