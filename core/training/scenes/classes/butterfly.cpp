#include "training/scenes/backdrop.h"
#include "training/scenes/classes/classes.h"

namespace lpd::scenes {

namespace {

struct WingColors {
  Color base, inner, edge;
};

// Local coordinates: the body's middle; one wing pair to the right, mirrored for the left.
Path upperWing(double spread) {
  return smooth({{3, -6}, {20, -44 * spread}, {58, -62 * spread}, {78, -44}, {64, -12}, {26, 3}});
}
Path lowerWing(double spread) {
  return smooth({{3, 2}, {30, 4}, {58, 12}, {58, 42 * spread}, {34, 60 * spread}, {12, 36}});
}

void paintWing(const Brush& brush, const Path& outline, Point heart, const WingColors& colors) {
  brush.fill(outline, colors.edge);
  brush.fill(scaledAbout(outline, heart, 0.82), colors.base);
  brush.fill(scaledAbout(scaledAbout(outline, heart, 0.48), {0, 0}, 0.94), colors.inner);
}

void paintWings(const Brush& brush, double spread, bool eyes, const WingColors& colors) {
  paintWing(brush, lowerWing(spread), {32, 28}, colors);
  paintWing(brush, upperWing(spread), {44, -28}, colors);
  for (const Point& dot : {Point{67, -49 * spread}, Point{70, -33}, Point{47, 47 * spread}})
    brush.circle(dot, 5, 0xfffaf0);
  if (!eyes) return;
  brush.circle({47, -32 * spread}, 9, colors.edge);
  brush.circle({45.5, -33.5 * spread}, 5, 0xfffaf0);
}

void paintBody(const Brush& brush, Color ink) {
  for (int side : {-1, 1}) {
    const Brush half = brush.at({0, 0}, {.facing = side});
    half.stroke(smoothLine({{1.5, -28}, {8, -46}, {23, -60}}), 3, ink);
    half.circle({23, -60}, 4.2, ink);
  }
  brush.ellipse({0, 4}, {6, 30}, ink);
  brush.circle({0, -28}, 7.5, ink);
}

}  // namespace

void drawButterfly(Stage& stage) {
  paintPaper(stage.brush, stage.dice);
  stage.object([](const Brush& brush, Dice& dice) {
    const WingColors colors = dice.pick<WingColors>({{0xf77f00, 0xfcbf49, 0x3d2314},
                                                     {0x4361ee, 0x4cc9f0, 0x1b1b4b},
                                                     {0x9d4edd, 0xe0aaff, 0x2d1045},
                                                     {0xef476f, 0xffd166, 0x4a1030},
                                                     {0x2a9d8f, 0xb7e4c7, 0x0f3d3a},
                                                     {0xffca3a, 0xfff3b0, 0x5a3a10}});
    const Point center{dice.real(118, 138), dice.real(118, 138)};
    const double scale = dice.real(1.05, 1.3), angle = dice.real(-24, 24);
    const double spread = dice.real(0.9, 1.12);
    const bool eyes = dice.chance(0.4);
    const Brush butterfly = brush.at(center, {.scale = scale, .angle = angle});
    for (int side : {-1, 1})
      paintWings(butterfly.at({0, 0}, {.facing = side}), spread, eyes, colors);
    paintBody(butterfly, colors.edge);
  });
}

}  // namespace lpd::scenes
