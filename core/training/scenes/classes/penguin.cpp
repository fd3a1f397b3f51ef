#include "training/scenes/classes/classes.h"
#include "training/scenes/terrain.h"

namespace lpd::scenes {

namespace {

struct PenguinColors {
  Color coat, belly, scarf;
};

void paintIceberg(const Brush& brush, Point foot, double width, const Sky& sky) {
  const Brush berg = brush.at(foot, {.scale = width / 100});
  const Color ice = sky.lit(0xe3f3fb), shade = sky.lit(0x9fc8e3);
  berg.fill({{-50, 0}, {-36, -34}, {-20, -30}, {-4, -62}, {14, -46}, {28, -52}, {50, 0}}, ice);
  berg.fill({{-4, -62}, {14, -46}, {28, -52}, {50, 0}, {8, 0}, {-6, -24}}, shade);
}

// Local coordinates: the ice between the feet; 160 units tall, looking to the right.
void paintFeet(const Brush& penguin) {
  for (double x : {-22.0, 24.0})
    penguin.ellipse({x, -2}, {19, 8.5}, 0xf2932d);
}

void paintBody(const Brush& penguin, const PenguinColors& colors) {
  for (int side : {-1, 1})
    penguin.at({0, 0}, {.facing = side})
        .fill(smooth({{42, -92}, {62, -66}, {74, -34}, {64, -30}, {48, -44}, {40, -62}}), darker(colors.coat, 0.3));
  const Path coat = smooth({{0, -160},
                            {27, -152},
                            {38, -126},
                            {44, -94},
                            {54, -50},
                            {40, -10},
                            {0, 0},
                            {-40, -10},
                            {-54, -50},
                            {-44, -94},
                            {-38, -126},
                            {-27, -152}});
  penguin.fill(coat, colors.coat);
  penguin.inside(coat, [&](const Brush& body) {
    body.fill(smooth({{0, -96}, {30, -88}, {40, -48}, {28, -10}, {0, -3}, {-28, -10}, {-40, -48}, {-30, -88}}),
              colors.belly);
    body.ellipse({-15, -122}, {17, 22}, colors.belly);
    body.ellipse({15, -122}, {17, 22}, colors.belly);
    body.ellipse({0, -108}, {20, 14}, colors.belly);
  });
}

void paintFace(const Brush& penguin) {
  for (double x : {-13.0, 13.0}) {
    penguin.circle({x, -126}, 6, kInk);
    penguin.circle({x + 2, -128.5}, 2.1, kWhite);
  }
  penguin.fill(smooth({{-12, -114}, {0, -119}, {12, -114}, {0, -101}}), 0xf2932d);
  penguin.fill(smooth({{-9, -111}, {0, -109}, {9, -111}, {0, -101}}), 0xd9731f);
}

void paintScarf(const Brush& penguin, int side, Color scarf) {
  penguin.fill(roundedRectangle({side > 0 ? 12.0 : -30.0, -94}, {side > 0 ? 30.0 : -12.0, -48}, 4), darker(scarf, 0.2));
  penguin.fill(roundedRectangle({-43, -103}, {43, -86}, 8), scarf);
}

}  // namespace

void drawPenguin(Stage& stage) {
  const Brush& brush = stage.brush;
  Dice& dice = stage.dice;
  const Sky sky = pickSky(dice, {Mood::Day, Mood::Dawn, Mood::Teal, Mood::Pink, Mood::Dusk});
  const double horizon = dice.real(146, 160);
  paintAir(brush, sky, horizon);
  Disc sun{{kSide / 2 + dice.eitherSide(60, 92), dice.real(44, 76)}, dice.real(16, 23)};
  if (sky.isDark()) paintStars(brush, dice, dice.whole(7, 10), 80, sun);
  if (dice.chance(0.7)) paintSun(brush, dice, sky, sun);
  paintSea(brush, dice, sky, horizon);
  for (int side : {-1, 1})
    if (dice.chance(0.75)) {
      const double x = kSide / 2 + side * dice.real(72, 108);
      const double y = horizon + dice.real(6, 14);
      paintIceberg(brush, {x, y}, dice.real(70, 110), sky);
    }
  const Color snow = mix(0xf6faff, 0x6f86d8, sky.dimness * 0.65);
  const Color shade = mix(snow, sky.sea[0], 0.3);
  const Ridge ice = Ridge::rolling(dice, 204, 4, 1.3);
  brush.fill(ice.land(), shade);
  brush.fill(moved(ice.land(), {0, 9}), snow);
  const int flakes = dice.chance(0.5) ? dice.whole(8, 13) : 0;
  paintSnowfall(brush, dice, flakes, kWhite);

  stage.object([&](const Brush& b, Dice& d) {
    PenguinColors colors = d.pick<PenguinColors>({{0x2b3048, 0xfffdf6, 0xe63946},
                                                  {0x2f4a6b, 0xfffdf6, 0xf4a261},
                                                  {0x33304f, 0xfff6ee, 0x2a9d8f},
                                                  {0x2b3048, 0xfffdf6, 0x9d6ede}});
    colors = {sky.lit(colors.coat), mix(colors.belly, sky.shade, sky.dimness * 0.35), sky.lit(colors.scarf)};
    const bool scarfed = d.chance(0.6);
    const int side = d.side();
    const Point foot{d.real(108, 148), d.real(228, 238)};
    const Brush penguin = b.at(foot, {.scale = d.real(1.02, 1.18)});
    penguin.ellipse({0, 3}, {60, 8}, shade);
    paintFeet(penguin);
    paintBody(penguin, colors);
    paintFace(penguin);
    if (scarfed) paintScarf(penguin, side, colors.scarf);
  });
}

}  // namespace lpd::scenes
