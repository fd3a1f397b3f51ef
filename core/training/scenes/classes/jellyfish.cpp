#include "training/scenes/classes/classes.h"
#include "training/scenes/water.h"

#include <cmath>

namespace lpd::scenes {

namespace {

struct JellyColors {
  Color bell, light, arms;
};

// Local coordinates: the middle of the bell's rim, drifting upwards.
Path wavingLine(Point top, double reach, double sway, double phase) {
  Path line;
  constexpr int kSteps = 16;
  for (int i = 0; i <= kSteps; ++i) {
    const double t = static_cast<double>(i) / kSteps;
    line.push_back(top + Point{sway * (0.3 + t) * std::sin(5.2 * t + phase), reach * t});
  }
  return line;
}

void paintArms(const Brush& jelly, Dice& dice, const JellyColors& colors) {
  const double phase = dice.real(0, 6.28);
  for (int i = 0; i < 5; ++i) {
    const double x = -44 + 22.0 * i;
    jelly.taper(wavingLine({x, -2}, dice.real(74, 98), 8, phase + 0.5 * i), 6.5, 3, darker(colors.arms, 0.12));
  }
  for (int i = 0; i < 3; ++i) {
    const double x = -22 + 22.0 * i;
    jelly.taper(wavingLine({x, -2}, dice.real(56, 70), 7, phase + 1.5 + 0.6 * i), 14, 4, colors.light);
  }
}

void paintBell(const Brush& jelly, const JellyColors& colors) {
  Path rim;  // scallops from right to left
  constexpr int kScallops = 5;
  constexpr double kWidth = 124.0 / kScallops;
  for (int i = 0; i < kScallops; ++i)
    rim = joined(rim, arc({62 - kWidth * (i + 0.5), 0}, {kWidth / 2, 9}, 0, 180));
  const Path bell = joined(arc({0, 0}, {62, 70}, 180, 360), rim);
  jelly.fill(bell, colors.bell);
  jelly.inside(bell, [&](const Brush& body) {
    body.fill(ellipse({-6, 2}, {44, 52}), colors.light, 0.45);
    body.fill(ellipse({-22, -36}, {17, 12}, -35), kWhite, 0.75);
    body.rectangle({-70, -7}, {70, 20}, darker(colors.bell, 0.2));
  });
  for (double x : {-22.0, 4.0, 28.0})
    jelly.ellipse({x, -20}, {8, 6.5}, lighter(colors.light, 0.25));
}

}  // namespace

void drawJellyfish(Stage& stage) {
  const Brush& brush = stage.brush;
  Dice& dice = stage.dice;
  const auto water = dice.pick<WaterColors>(
      {{0x1f4f9a, 0x132a6b, 0x0a1238}, {0x3a3a9a, 0x2a1f6b, 0x140f38}, {0x1a6a8a, 0x0f3f63, 0x08203f}});
  brush.verticalGradient(0, 0, kSide, water);
  brush.glow({dice.real(40, 216), -10}, 150, lighter(water[0], 0.35), 0.6);
  const int strings = dice.whole(2, 3);
  for (int i = 0; i < strings; ++i) {
    const double x = (i % 2 ? kSide - 26 : 26) + dice.real(-8, 8), y = dice.real(110, 236);
    paintBubbles(brush, dice, {x, y}, dice.whole(1, 3), lighter(water[0], 0.4));
  }

  stage.object([](const Brush& b, Dice& d) {
    const JellyColors colors = d.pick<JellyColors>({{0xff7fb2, 0xffc2dc, 0xe86aa8},
                                                    {0xa98bff, 0xddceff, 0x8f6fe8},
                                                    {0x5fd8e8, 0xc8f8f8, 0x3fb5d0},
                                                    {0xffa36b, 0xffdcb0, 0xf2805a}});
    const Point place{d.real(110, 146), d.real(108, 124)};
    const Brush jelly = b.at(place, {.scale = d.real(1.02, 1.2), .angle = d.real(-14, 14)});
    jelly.glow({0, -10}, 120, colors.bell, 0.5);
    paintArms(jelly, d, colors);
    paintBell(jelly, colors);
  });
}

}  // namespace lpd::scenes
