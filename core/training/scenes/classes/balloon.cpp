#include "training/scenes/classes/classes.h"
#include "training/scenes/terrain.h"

#include <cmath>
#include <numbers>

namespace lpd::scenes {

namespace {

struct BalloonColors {
  Color first, second;
};

// The right edge of the envelope from its top to its mouth; the envelope's equator is at y = 0 and 100 units wide.
Path envelopeEdge() {
  Path edge;
  for (int i = 0; i <= 24; ++i) {
    const double t = std::numbers::pi * (i / 24.0 - 0.5);
    const double y = std::sin(t);
    edge.push_back(y < 0 ? Point{50 * std::cos(t), 50 * y}
                         : Point{std::max(12.0, 50 * std::cos(t) * (1 - 0.05 * y)), 64 * y});
  }
  return edge;
}

Path gore(const Path& edge, double width) {
  Path right = edge;
  for (Point& p : right)
    p.x *= width;
  return joined(right, mirroredBack(right));
}

void paintBalloon(const Brush& balloon, const BalloonColors& colors) {
  const Path edge = envelopeEdge();
  for (int side : {-1, 1})
    balloon.stroke({{side * 10.0, 60}, {side * 8.0, 84}}, 2.2, 0x5a4030);
  const double widths[] = {1, 0.74, 0.44, 0.15};
  for (int i = 0; i < 4; ++i)
    balloon.fill(gore(edge, widths[i]), i % 2 ? colors.second : colors.first);
  balloon.inside(gore(edge, 1), [](const Brush& shade) {
    shade.fill(joined(arc({0, 6}, {62, 70}, -75, 90), arc({-16, 2}, {50, 66}, 80, -70)), 0x2a1540, 0.22);
  });
  balloon.fill(roundedRectangle({-11, 80}, {11, 98}, 3), 0x8a5a3a);
  balloon.fill(roundedRectangle({-12.5, 79}, {12.5, 86}, 2), 0xb98350);
}

BalloonColors pickColors(Dice& dice) {
  return dice.pick<BalloonColors>({{0xef476f, 0xffd166},
                                   {0xf25f5c, 0xfff5e6},
                                   {0x7b5cf0, 0xffb3d1},
                                   {0x118ab2, 0xffd166},
                                   {0x06a77d, 0xfdf3c0},
                                   {0xff7b29, 0x4361ee},
                                   {0xd62839, 0x7fd8f5}});
}

}  // namespace

void drawBalloon(Stage& stage) {
  const Brush& brush = stage.brush;
  Dice& dice = stage.dice;
  const Sky sky = pickSky(dice, {Mood::Day, Mood::Day, Mood::Dawn, Mood::Pink, Mood::Teal, Mood::Gold});
  paintAir(brush, sky, kSide - 20);
  const int clouds = dice.whole(2, 3);
  paintClouds(brush, dice, sky, clouds, 50, 190);
  const Color green = sky.lit(dice.pick<Color>({0x6fae5c, 0x4f9a7a, 0x8ab85c}));
  paintHills(brush, dice, dice.real(214, 224), 8, 1.2, sky.hazy(green, 0.35));
  paintHills(brush, dice, 240, 6, 1.3, green);

  stage.object([](const Brush& b, Dice& d) {
    const int side = d.side();
    if (d.chance(0.45)) {
      const Point far{kSide / 2 + side * d.real(86, 100), d.real(50, 130)};
      const BalloonColors colors = pickColors(d);
      paintBalloon(b.at(far, {.scale = d.real(0.38, 0.46)}), colors);
    }
    const Point place{kSide / 2 - side * d.real(4, 24), d.real(84, 104)};
    const BalloonColors colors = pickColors(d);
    paintBalloon(b.at(place, {.scale = d.real(1.08, 1.3)}), colors);
  });
}

}  // namespace lpd::scenes
