#include "training/scenes/backdrop.h"
#include "training/scenes/classes/classes.h"

namespace lpd::scenes {

namespace {

struct FlowerColors {
  Color petal, heart, green;
};

FlowerColors pickColors(Dice& dice, const Paper& paper) {
  const Color petal = dice.pick<Color>(
      {0xef476f, 0xf78c3b, 0x9b5de5, 0xff8fab, 0x4d96ff, 0xe63946, paper.dark ? 0xfffaf0u : 0xff6f91u});
  const Color heart = dice.pick<Color>({0xffd23f, 0x6b4226, 0xfff1a8});
  return {petal, heart, dice.pick<Color>({0x3f8f4f, 0x5a9e3f, 0x2f7a5f})};
}

void paintLeaf(const Brush& brush, Point base, Point tip, Color green) {
  const double width = length(tip - base) * 0.26;
  brush.fill(leaf(base, tip, width), darker(green, 0.22));
  brush.fill(halfLeaf(base, tip, width), lighter(green, 0.12));
}

void paintStem(const Brush& brush, Dice& dice, Point head, Color green) {
  const double lean = dice.real(-24, 24), bend = dice.eitherSide(4, 10);
  const auto at = [&](double t) {
    return Point{head.x + lean * t * t + bend * 4 * t * (1 - t), head.y + (kSide + 6 - head.y) * t};
  };
  Path stem;
  for (int i = 0; i <= 12; ++i)
    stem.push_back(at(i / 12.0));
  brush.stroke(stem, 7, green);
  for (int side : {-1, 1}) {
    const Point base = at(side < 0 ? dice.real(0.5, 0.6) : dice.real(0.66, 0.76));
    const double angle = dice.real(-42, -22);
    const Point reach = polar(angle, dice.real(50, 62));
    paintLeaf(brush, base, base + Point{side * reach.x, reach.y}, green);
  }
}

void paintHead(const Brush& brush, Dice& dice, double radius, const FlowerColors& colors) {
  const int petals = dice.pick({5, 6, 8});
  const double width = radius * (petals == 5 ? 0.36 : petals == 6 ? 0.31 : 0.25);
  const bool pointed = dice.chance(0.35);
  const auto petal = [&](int i, double from, double to, double half) {
    const double angle = 360.0 * i / petals;
    if (pointed) return leaf(polar(angle, radius * from), polar(angle, radius * to), half);
    return ellipse(polar(angle, radius * (from + to) / 2), {radius * (to - from) / 2, half}, angle);
  };
  for (int round : {1, 0})  // every other petal lies behind its neighbours
    for (int i = round; i < petals; i += 2)
      brush.fill(petal(i, 0.04, 1.06, width), round ? darker(colors.petal, 0.16) : colors.petal);
  for (int i = 0; i < petals; ++i)
    brush.fill(petal(i, 0.2, 0.82, width * 0.5), lighter(colors.petal, 0.36));
  brush.circle({0, 0}, radius * 0.29, darker(colors.heart, 0.18));
  brush.circle({-radius * 0.02, -radius * 0.03}, radius * 0.22, lighter(colors.heart, 0.15));
}

}  // namespace

void drawFlower(Stage& stage) {
  const Paper paper = paintPaper(stage.brush, stage.dice);
  stage.object([&](const Brush& brush, Dice& dice) {
    const FlowerColors colors = pickColors(dice, paper);
    const Point head{dice.real(110, 146), dice.real(88, 106)};
    paintStem(brush, dice, head, colors.green);
    const double radius = dice.real(58, 72);
    paintHead(brush.at(head, {.angle = dice.real(0, 72)}), dice, radius, colors);
  });
}

}  // namespace lpd::scenes
