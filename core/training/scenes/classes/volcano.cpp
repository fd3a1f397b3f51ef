#include "training/scenes/classes/classes.h"
#include "training/scenes/plants.h"
#include "training/scenes/terrain.h"

namespace lpd::scenes {

namespace {

constexpr Color kLava = 0xff6a2b, kHotLava = 0xffd04a;

// Local coordinates: the middle of the crater's rim.
void paintPlume(const Brush& crater, Dice& dice, Color smoke) {
  struct Puff {
    Point center;
    double radius;
  };
  const int side = dice.side();
  const Brush plume = crater.at({0, 0}, {.facing = side});
  const Puff puffs[] = {{{2, -16}, 15}, {{-9, -34}, 19}, {{13, -42}, 20},
                        {{0, -62}, 25}, {{27, -66}, 22}, {{52, -70}, 17}};
  for (const Puff& puff : puffs)
    plume.circle(puff.center + Point{3, 4}, puff.radius, darker(smoke, 0.25));
  for (const Puff& puff : puffs)
    plume.circle(puff.center, puff.radius * 0.9, smoke);
}

void paintFountain(const Brush& crater, Dice& dice) {
  for (int i = 0; i < 5; ++i) {
    const double angle = -90 + (i - 2) * 24 + dice.real(-6, 6);
    const Point drop = polar(angle, dice.real(30, 50));
    crater.taper({{drop.x * 0.25, 4}, between({0, 0}, drop, 0.6)}, 5, 7, kLava);
    crater.circle(drop, 5.4, kHotLava);
  }
}

Path lavaStream(double x, double foot, double width) {
  return smooth({{-15, 0},
                 {15, 0},
                 {x + 11, foot * 0.4},
                 {x * 1.5 + width, foot * 0.78},
                 {x * 1.7, foot},
                 {x * 1.4 - width, foot * 0.8},
                 {x - 12, foot * 0.44}});
}

void paintCone(const Brush& crater, Dice& dice, double height, Color rock) {
  const double half = height * 0.98;
  const Path cone = joined(smoothLine({{-half, height}, {-half * 0.52, height * 0.56}, {-23, 0}}),
                           smoothLine({{23, 0}, {half * 0.52, height * 0.56}, {half, height}}));
  crater.fill(cone, rock);
  const double first = dice.real(-16, -6), second = dice.real(10, 20);
  const double reach = dice.real(0.62, 0.8);
  crater.inside(cone, [&](const Brush& slope) {
    slope.fill(smooth({{6, -10},
                       {14, height * 0.4},
                       {4, height * 0.7},
                       {24, height * 1.1},
                       {half * 1.4, height * 1.1},
                       {40, -10}}),
               darker(rock, 0.28));
    slope.fill(lavaStream(second, height * reach * 0.75, 8), kLava);
    slope.fill(lavaStream(first, height * reach, 11), kLava);
    slope.fill(lavaStream(first, height * reach * 0.66, 5), kHotLava);
  });
  crater.ellipse({0, 0}, {24, 6}, darker(rock, 0.5));
  crater.ellipse({0, 1}, {19, 4}, kHotLava);
}

}  // namespace

void drawVolcano(Stage& stage) {
  const Brush& brush = stage.brush;
  Dice& dice = stage.dice;
  const Sky sky = pickSky(dice, {Mood::Crimson, Mood::Dusk, Mood::Night, Mood::Sunset, Mood::Teal});
  paintAir(brush, sky, 200);
  paintSkyline(brush, dice, sky, 20, 80);
  const Color jungle = sky.lit(dice.pick<Color>({0x3f7f5a, 0x2f6f6a, 0x5a7f3f}));
  const Color far = mix(jungle, sky.air[2], 0.5);
  paintHills(brush, dice, 194, 8, 1.4, far);

  stage.object([&](const Brush& b, Dice& d) {
    const Color rock = mix(d.pick<Color>({0x5a4452, 0x4f4a63, 0x6b4a48}), sky.shade, sky.dimness * 0.5);
    const Point rim{d.real(108, 148), d.real(98, 112)};
    const Brush crater = b.at(rim);
    const Color smoke = mix(0xd9cfd6, sky.air[1], sky.isDark() ? 0.55 : 0.35);
    paintPlume(crater, d, smoke);
    crater.glow({0, -6}, 64, kLava, 0.6);
    paintFountain(crater, d);
    paintCone(crater, d, 226 - rim.y, rock);
  });

  const Ridge front = paintHills(brush, dice, 220, 6, 1.3, jungle);
  const int palms = dice.whole(0, 2), side = dice.side();
  for (int i = 0; i < palms; ++i) {
    const int at = i ? -side : side;
    const double x = kSide / 2 + at * dice.real(88, 104);
    paintPalm(brush.at({x, front.heightAt(x) + 20}, {.facing = -at}), {0, 0}, dice.real(62, 82), 10,
              darker(jungle, 0.3), darker(sky.lit(0x8a6242), 0.3));
  }
  paintHills(brush, dice, 244, 5, 1.2, darker(jungle, 0.42));
}

}  // namespace lpd::scenes
