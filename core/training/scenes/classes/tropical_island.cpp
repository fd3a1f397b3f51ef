#include "training/scenes/classes/classes.h"
#include "training/scenes/plants.h"
#include "training/scenes/terrain.h"

namespace lpd::scenes {

namespace {

// Local coordinates: the island's middle on the water line; it is 172 units wide.
void paintShore(const Brush& island, const Sky& sky, Color sand) {
  island.ellipse({0, 5}, {98, 13}, mix(sky.sea[0], kWhite, 0.35));
  island.ellipse({0, 4}, {90, 9.5}, lighter(sky.sea[0], 0.65));
  const Path shore = smooth({{-86, 4}, {-56, -10}, {-12, -22}, {34, -18}, {66, -6}, {86, 5}, {40, 9}, {-40, 9}});
  island.fill(shore, sand);
  island.inside(shore, [&](const Brush& side) {
    side.fill(smooth({{-90, 2}, {0, 2}, {90, 2}, {90, 20}, {-90, 20}}), darker(sand, 0.14));
  });
}

void paintPalms(const Brush& island, Dice& dice, const Sky& sky) {
  const Color leaves = sky.lit(dice.pick<Color>({0x3f9f5a, 0x2f8f6f, 0x5aa84a}));
  const Color trunk = sky.lit(0xa9774a);
  const int side = dice.side();
  const double height = dice.real(104, 120), lean = dice.real(16, 34);
  if (dice.chance(0.55))
    paintPalm(island.at({-side * 32.0, -9}, {.facing = -side}), {0, 0}, height * 0.62, lean * 0.8, leaves, trunk);
  paintPalm(island.at({side * 10.0, -14}, {.facing = side}), {0, 0}, height, lean, leaves, trunk);
}

}  // namespace

void drawTropicalIsland(Stage& stage) {
  const Brush& brush = stage.brush;
  Dice& dice = stage.dice;
  const Sky sky = pickSky(dice, {Mood::Day, Mood::Day, Mood::Teal, Mood::Sunset, Mood::Pink, Mood::Gold, Mood::Dusk});
  const double horizon = dice.real(160, 176);
  paintAir(brush, sky, horizon);
  Disc sun{{dice.real(44, 212), dice.real(50, horizon - 56)}, 0};
  sun.radius = dice.real(22, 32);
  paintSun(brush, dice, sky, sun);
  const int clouds = dice.whole(0, 2);
  paintClouds(brush, dice, sky, clouds, 36, 96);
  paintSea(brush, dice, sky, horizon);
  paintSunPath(brush, sky, sun.center.x, horizon);

  stage.object([&](const Brush& b, Dice& d) {
    const Point place{d.real(112, 144), d.real(210, 222)};
    const Brush island = b.at(place, {.scale = d.real(1.0, 1.1)});
    paintShore(island, sky, sky.lit(0xf5d99a));
    paintPalms(island, d, sky);
  });
}

}  // namespace lpd::scenes
