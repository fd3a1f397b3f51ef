#include "training/scenes/classes/classes.h"
#include "training/scenes/sky.h"

namespace lpd::scenes {

namespace {

constexpr double kBranch = 212;

struct OwlColors {
  Color feathers, face, belly, eye;
};

// Local coordinates: between the feet, on the branch; 150 units tall.
void paintEars(const Brush& owl, const OwlColors& colors) {
  for (int side : {-1, 1})
    owl.at({0, 0}, {.facing = side})
        .fill(smooth({{20, -128}, {44, -134}, {56, -156}, {60, -130}, {54, -104}}), colors.feathers);
}

void paintBody(const Brush& owl, const OwlColors& colors) {
  owl.fill({{-22, -10}, {22, -10}, {16, 34}, {0, 40}, {-16, 34}}, darker(colors.feathers, 0.35));
  const Path body = smooth(
      {{0, -138}, {40, -130}, {60, -98}, {60, -50}, {40, -8}, {0, 2}, {-40, -8}, {-60, -50}, {-60, -98}, {-40, -130}});
  owl.fill(body, colors.feathers);
  const Path belly = ellipse({0, -40}, {38, 44});
  owl.fill(belly, colors.belly);
  owl.inside(belly, [&](const Brush& down) {
    for (int row = 0; row < 3; ++row)
      for (int i = -2; i <= 2; ++i) {
        const Point p{(i + (row % 2) * 0.5) * 19, -58 + row * 19.0};
        down.fill(joined(arc(p, {8, 9}, 0, 180), {p + Point{-8, 0}}),
                  darker(mix(colors.belly, colors.feathers, 0.4), 0.05));
      }
  });
  for (int side : {-1, 1})
    owl.at({0, 0}, {.facing = side})
        .fill(smooth({{50, -98}, {66, -72}, {64, -34}, {44, -4}, {34, -36}, {40, -74}}), darker(colors.feathers, 0.24));
}

void paintFace(const Brush& owl, const OwlColors& colors) {
  for (int side : {-1, 1})
    owl.circle({side * 26.0, -100}, 29, colors.face);
  for (int side : {-1, 1}) {
    owl.circle({side * 25.0, -100}, 20, colors.eye);
    owl.circle({side * 24.0, -100}, 12.5, kInk);
    owl.circle({side * 24.0 + 4.5, -105}, 4.4, kWhite);
  }
  owl.fill(smooth({{0, -96}, {10, -88}, {0, -70}, {-10, -88}}), 0xf2a03d);
}

void paintFeet(const Brush& owl) {
  for (double x : {-24.0, -14.0, 14.0, 24.0})
    owl.fill(roundedRectangle({x - 5, -5}, {x + 5, 11}, 4.8), 0xf2a03d);
}

void paintBranch(const Brush& brush, Dice& dice, const Sky& sky) {
  const int side = dice.side();
  const Brush tree = brush.at({kSide / 2, 0}, {.facing = side});
  const Color bark = sky.lit(0x7a5238);
  tree.taper(smoothLine({{-140, kBranch + 12}, {-40, kBranch + 4}, {50, kBranch + 5}, {118, kBranch - 8}}), 21, 9,
             darker(bark, 0.25));
  tree.taper(smoothLine({{-140, kBranch + 8}, {-40, kBranch}, {50, kBranch + 2}, {116, kBranch - 10}}), 14, 5, bark);
  const Color leaves = sky.lit(dice.pick<Color>({0x5aa05a, 0x3f9f7f, 0xd9804a}));
  for (const Point& base :
       {Point{100, kBranch - 4}, Point{112, kBranch - 7}, Point{-104, kBranch}, Point{-88, kBranch + 12}}) {
    const double angle = base.y > kBranch ? dice.real(40, 80) : dice.real(-100, -40);
    const Point tip = base + polar(angle, dice.real(30, 38));
    tree.fill(leaf(base, tip, 10), darker(leaves, 0.2));
    tree.fill(halfLeaf(base, tip, 10), leaves);
  }
}

}  // namespace

void drawOwl(Stage& stage) {
  const Brush& brush = stage.brush;
  Dice& dice = stage.dice;
  const Sky sky = pickSky(dice, {Mood::Night, Mood::Night, Mood::Dusk});
  paintAir(brush, sky, kSide);
  Disc moon{{kSide / 2 + dice.eitherSide(60, 92), dice.real(48, 66)}, dice.real(26, 36)};
  paintStars(brush, dice, dice.whole(10, 15), 190, moon);
  paintMoon(brush, dice, moon);
  paintBranch(brush, dice, sky);

  stage.object([](const Brush& b, Dice& d) {
    const OwlColors colors = d.pick<OwlColors>({{0x9a6a48, 0xf2dcb8, 0xf0d3a4, 0xffd23f},
                                                {0x7a7fb0, 0xe6e6f5, 0xdcdcf0, 0xffc23f},
                                                {0xc77d4a, 0xffe8c8, 0xffe0b0, 0xa8e05f},
                                                {0x5f8f9a, 0xe0f0ee, 0xd3e8e3, 0xffd23f}});
    const Point place{d.real(112, 144), kBranch - 1};
    const Brush owl = b.at(place, {.scale = d.real(1.0, 1.14), .angle = d.real(-3, 3)});
    paintEars(owl, colors);
    paintBody(owl, colors);
    paintFace(owl, colors);
    paintFeet(owl);
  });
}

}  // namespace lpd::scenes
