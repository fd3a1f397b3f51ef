#include "training/scenes/classes/classes.h"
#include "training/scenes/water.h"

namespace lpd::scenes {

namespace {

struct FishColors {
  Color body, pattern, fin;
};

// Local coordinates: the body's middle, swimming to the right, 110 units long without its tail.
const Path& bodyOutline() {
  static const Path path =
      smooth({{56, 2}, {46, -20}, {16, -35}, {-20, -30}, {-46, -9}, {-50, 0}, {-46, 9}, {-20, 30}, {16, 34}, {46, 21}});
  return path;
}

void paintFins(const Brush& fish, const FishColors& colors) {
  const Path tail = smooth({{-42, 0}, {-58, -16}, {-82, -34}, {-86, -26}, {-74, 0}, {-86, 26}, {-82, 34}, {-58, 16}});
  fish.fill(tail, colors.fin);
  fish.inside(tail, [&](const Brush& rays) { rays.fill(ellipse({-90, 0}, {24, 20}), lighter(colors.fin, 0.25)); });
  fish.fill(smooth({{-26, -24}, {-20, -44}, {4, -55}, {24, -46}, {30, -26}, {2, -24}}), colors.fin);
  fish.fill(smooth({{-18, 24}, {-20, 44}, {-6, 47}, {12, 28}}), colors.fin);
}

void paintPattern(const Brush& body, int pattern, Color color) {
  if (pattern == 2) {
    for (const Point& spot : {Point{-26, -12}, Point{-8, 6}, Point{-2, -20}, Point{-28, 12}, Point{14, 16}})
      body.circle(spot, 7, color);
    return;
  }
  const double width = pattern == 0 ? 10 : 15;
  const double step = pattern == 0 ? 22 : 34;
  for (double x = -54 + step; x < 12; x += step)
    body.fill(smooth({{x, -44}, {x + 6, 0}, {x, 44}, {x + width, 44}, {x + width + 6, 0}, {x + width, -44}}), color);
}

void paintFace(const Brush& fish, const FishColors& colors) {
  fish.circle({32, -8}, 10, kWhite);
  fish.circle({34, -7}, 6, kInk);
  fish.circle({36, -9.5}, 2.2, kWhite);
  fish.stroke(smoothLine({{53, 10}, {46, 14}, {39, 12}}), 3, darker(colors.fin, 0.35));
}

void paintFish(const Brush& fish, int pattern, const FishColors& colors) {
  paintFins(fish, colors);
  fish.fill(bodyOutline(), colors.body);
  fish.inside(bodyOutline(), [&](const Brush& body) {
    paintPattern(body, pattern, colors.pattern);
    body.fill(smooth({{-60, 10}, {0, 22}, {60, 12}, {60, 60}, {-60, 60}}), darker(colors.body, 0.4), 0.35);
  });
  fish.fill(smooth({{6, 4}, {-12, 0}, {-22, 8}, {-20, 18}, {-6, 18}}), colors.fin);
  paintFace(fish, colors);
}

}  // namespace

void drawFish(Stage& stage) {
  const WaterColors water = paintDeep(stage.brush, stage.dice, true);
  stage.object([&](const Brush& brush, Dice& dice) {
    const FishColors colors = dice.pick<FishColors>({{0xff7b29, 0xfff5e6, 0xd94f1e},
                                                     {0xffd23f, 0x3f5fd0, 0xf29f05},
                                                     {0xef476f, 0xffc9d6, 0xb8275a},
                                                     {0x8b6cf5, 0xffd166, 0x5a40c0},
                                                     {0x3ddc97, 0xf5fff0, 0x1a9c6b},
                                                     {0xf25f5c, 0xffe066, 0xa83250}});
    const Point place{dice.real(116, 140), dice.real(98, 138)};
    const double scale = dice.real(1.08, 1.26), angle = dice.real(-8, 8);
    const int facing = dice.side(), pattern = dice.whole(0, 2);
    paintFish(brush.at(place, {.scale = scale, .facing = facing, .angle = angle}), pattern, colors);
    const Point mouth{place.x + facing * (62 * scale + dice.real(12, 22)), place.y - 12};
    paintBubbles(brush, dice, mouth, dice.whole(2, 3), lighter(water[0], 0.45));
  });
}

}  // namespace lpd::scenes
