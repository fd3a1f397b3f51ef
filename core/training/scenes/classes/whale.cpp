#include "training/scenes/classes/classes.h"
#include "training/scenes/terrain.h"

namespace lpd::scenes {

namespace {

struct WhaleColors {
  Color back, belly;
};

// Local coordinates: the body's middle at the water line, swimming to the right.
const Path& bodyOutline() {
  static const Path path = smooth({{84, -4},
                                   {78, -34},
                                   {50, -54},
                                   {10, -56},
                                   {-30, -42},
                                   {-62, -26},
                                   {-84, -40},
                                   {-96, -52},
                                   {-102, -42},
                                   {-92, -8},
                                   {-64, 24},
                                   {-20, 40},
                                   {40, 38},
                                   {76, 20}});
  return path;
}

void paintFluke(const Brush& whale, Color color) {
  const Brush fluke = whale.at({-97, -44}, {.angle = -16});
  fluke.fill(
      smooth(
          {{2, 6}, {-14, -6}, {-38, -12}, {-34, -28}, {-10, -24}, {0, -12}, {10, -26}, {34, -34}, {36, -18}, {14, -4}}),
      color);
}

void paintSpout(const Brush& whale, Color water) {
  whale.taper(smoothLine({{34, -52}, {34, -74}, {34, -92}}), 7, 9, water);
  for (int side : {-1, 1}) {
    const Brush half = whale.at({34, -88}, {.facing = side});
    half.taper(smoothLine({{0, 0}, {6, -18}, {22, -20}, {30, -4}}), 9, 7, water);
    half.circle({31, 8}, 4.5, water);
  }
}

void paintWhale(const Brush& whale, const WhaleColors& colors) {
  paintFluke(whale, colors.back);
  const Path& body = bodyOutline();
  whale.fill(body, colors.back);
  whale.inside(body, [&](const Brush& skin) {
    skin.fill(smooth({{96, -10}, {60, -6}, {20, 4}, {-24, 12}, {-70, 18}, {-70, 60}, {96, 60}}), colors.belly);
    for (double x : {-12.0, 10.0, 32.0, 54.0})
      skin.stroke(smoothLine({{x + 12, 2 - x * 0.12}, {x + 4, 16}, {x - 8, 34}}), 3, darker(colors.belly, 0.16));
    skin.fill(smooth({{70, -36}, {40, -50}, {0, -52}, {-36, -40}, {0, -44}, {40, -42}}), lighter(colors.back, 0.2));
  });
  whale.fill(smooth({{14, 4}, {-2, 0}, {-24, 14}, {-36, 34}, {-14, 32}, {8, 20}}), darker(colors.back, 0.2));
  whale.circle({58, -15}, 8, kWhite);
  whale.circle({59.5, -14.5}, 5.4, kInk);
  whale.circle({61.5, -16.5}, 1.9, kWhite);
}

}  // namespace

void drawWhale(Stage& stage) {
  const Brush& brush = stage.brush;
  Dice& dice = stage.dice;
  const Sky sky = pickSky(dice, {Mood::Day, Mood::Teal, Mood::Dawn, Mood::Pink, Mood::Dusk, Mood::Night});
  const double horizon = dice.real(128, 142);
  paintAir(brush, sky, horizon);
  if (sky.isDark()) {
    Disc moon{{kSide / 2 + 76.0 * dice.side(), dice.real(38, 52)}, dice.real(17, 22)};
    paintStars(brush, dice, dice.whole(7, 11), horizon - 24, moon);
    paintMoon(brush, dice, moon);
  } else {
    paintClouds(brush, dice, sky, dice.whole(1, 2), 40, 84);
  }
  paintSea(brush, dice, sky, horizon);
  const double waterLine = dice.real(182, 192);

  stage.object([&](const Brush& b, Dice& d) {
    WhaleColors colors =
        d.pick<WhaleColors>({{0x3f74b5, 0xe3eff5}, {0x4a5f8f, 0xdfe6ee}, {0x2f8fa3, 0xe8f6f0}, {0x6a5fb0, 0xece6f7}});
    // Half the dimness only: the back must stand out against the water by night too.
    colors = {mix(colors.back, sky.shade, sky.dimness * 0.5), mix(colors.belly, sky.shade, sky.dimness * 0.5)};
    const int facing = d.side();
    const Point place{kSide / 2 + facing * d.real(10, 18), waterLine - 11};
    const Brush whale = b.at(place, {.scale = d.real(0.9, 1.0), .facing = facing});
    paintSpout(whale, lighter(sky.sea[0], 0.72));
    paintWhale(whale, colors);
  });

  const Color near = mix(sky.sea[0], sky.sea[1], 0.7);
  const Ridge wave = Ridge::rolling(dice, waterLine + 15, 4.5, 3);
  brush.fill(moved(wave.land(), {0, -5}), lighter(mix(sky.sea[0], sky.sea[1], 0.3), 0.35));
  brush.fill(wave.land(), near);
  paintHills(brush, dice, waterLine + 44, 4, 2.6, darker(near, 0.16));
}

}  // namespace lpd::scenes
