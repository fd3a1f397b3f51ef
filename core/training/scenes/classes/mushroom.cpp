#include "training/scenes/classes/classes.h"
#include "training/scenes/terrain.h"

#include <array>

namespace lpd::scenes {

namespace {

struct Clearing {
  Color top, bottom;
  bool dark = false;
};

// Local coordinates: the ground under the stem; the cap is 130 units wide.
void paintStem(const Brush& mushroom) {
  const Path right = smoothLine({{14, -82}, {15, -50}, {19, -22}, {24, 0}});
  const Path outline = joined(right, mirroredBack(right));
  mushroom.fill(outline, 0xfbf1dd);
  mushroom.inside(outline, [](const Brush& stem) {
    stem.fill({{5, -90}, {30, -90}, {40, 4}, {11, 4}}, 0xddd0bd);
    stem.fill(ellipse({0, -78}, {40, 16}), 0xcdb796);
  });
}

void paintCap(const Brush& mushroom, Color color) {
  mushroom.ellipse({0, -79}, {58, 14}, 0xe8d3b0);
  const Path dome = joined(arc({0, -80}, {65, 68}, 180, 360), arc({0, -80}, {65, 9}, 0, 180));
  mushroom.fill(dome, color);
  mushroom.inside(dome, [&](const Brush& cap) {
    cap.fill(joined(arc({0, -80}, {70, 74}, -80, 60), arc({-18, -84}, {58, 66}, 50, -70)), darker(color, 0.18));
    struct Dot {
      Point center, radii;
    };
    for (const Dot& dot : {Dot{{-31, -106}, {12, 10}}, Dot{{4, -129}, {14, 9.5}}, Dot{{31, -103}, {12, 12}},
                           Dot{{-4, -92}, {10, 8}}, Dot{{-54, -84}, {8, 7}}, Dot{{57, -82}, {7, 7}}})
      cap.ellipse(dot.center, dot.radii, 0xfff8ec);
  });
}

void paintMushroom(const Brush& mushroom, Color cap) {
  paintStem(mushroom);
  paintCap(mushroom, cap);
}

}  // namespace

void drawMushroom(Stage& stage) {
  const Brush& brush = stage.brush;
  Dice& dice = stage.dice;
  static constexpr std::array<Clearing, 6> kClearings{{{0xd6edd0, 0x6fae8a},
                                                       {0xf9e9c8, 0xd9a86c},
                                                       {0x2a3f5f, 0x3f7a6f, true},
                                                       {0xd6eaf8, 0x8fb8d9},
                                                       {0xf3d9e6, 0xb889b0},
                                                       {0x243b30, 0x5f8f4f, true}}};
  const Clearing clearing = dice.pick(kClearings);
  const Color air[] = {clearing.top, clearing.bottom};
  brush.verticalGradient(0, 0, 220, air);
  const Point light{dice.real(60, 196), dice.real(40, 90)};
  brush.glow(light, 120, lighter(clearing.top, 0.55), clearing.dark ? 0.4 : 0.7);
  const int motes = dice.whole(3, 5);
  for (int i = 0; i < motes; ++i) {
    const Point mote{kSide * (i + dice.real(0.1, 0.9)) / motes, dice.real(16, 140)};
    brush.fill(circle(mote, dice.real(7, 14)), lighter(clearing.top, 0.7), 0.3);
  }
  const Color green = dice.pick<Color>({0x4f8f4a, 0x3f7f5a, 0x6b8f3f});
  paintHills(brush, dice, 206, 6, 1.2, darker(mix(green, clearing.bottom, 0.35), 0.12));

  stage.object([](const Brush& b, Dice& d) {
    const Color cap = d.pick<Color>({0xe63946, 0xe63946, 0xf2762e, 0x8e5bd0, 0x3f8fd0});
    const Point small{kSide / 2 + d.eitherSide(68, 84), d.real(218, 226)};
    const double smallScale = d.real(0.44, 0.58);
    if (d.chance(0.6)) paintMushroom(b.at(small, {.scale = smallScale}), cap);
    const Point foot{d.real(108, 148), d.real(224, 236)};
    paintMushroom(b.at(foot, {.scale = d.real(1.05, 1.28)}), cap);
  });

  paintHills(brush, dice, 236, 4, 1.5, green);
  const int tufts = dice.whole(5, 7);
  for (int i = 0; i < tufts; ++i) {
    const double x = kSide * (i + dice.real(0.2, 0.8)) / tufts;
    paintGrass(brush, {x, 248}, dice.real(20, 34), i % 2 ? lighter(green, 0.14) : darker(green, 0.2));
  }
}

}  // namespace lpd::scenes
