#include "training/scenes/backdrop.h"
#include "training/scenes/classes/classes.h"

namespace lpd::scenes {

namespace {

constexpr double kTable = 188;

struct CupColors {
  Color cup, accent;
};

// Local coordinates: the middle of the cup's foot; the handle is to the right.
void paintSaucer(const Brush& cup, Color color) {
  cup.ellipse({0, 6}, {84, 12}, darker(color, 0.28));
  cup.ellipse({0, 2}, {84, 11}, color);
  cup.ellipse({0, 0}, {46, 6}, darker(color, 0.16));
}

void paintHandle(const Brush& cup, Color color) {
  const auto ring = [](Point outer) {
    return joined(arc({52, -46}, outer, -95, 100), arc({52, -46}, outer - Point{11, 11}, 100, -95));
  };
  cup.fill(ring({36, 28}), darker(color, 0.16));
}

void paintPattern(const Brush& body, int pattern, Color color) {
  if (pattern == 0) body.rectangle({-80, -52}, {80, -30}, color);
  if (pattern == 1)
    for (const Point& dot : {Point{-38, -54}, Point{0, -54}, Point{38, -54}, Point{-19, -30}, Point{19, -30}})
      body.circle(dot, 8.5, color);
  if (pattern == 2)
    body.fill(smooth({{0, -20}, {-22, -42}, {-22, -58}, {-10, -62}, {0, -53}, {10, -62}, {22, -58}, {22, -42}}), color);
}

void paintCup(const Brush& cup, int pattern, const CupColors& colors) {
  paintHandle(cup, colors.cup);
  const Path right = smoothLine({{62, -84}, {60, -56}, {50, -22}, {28, 0}});
  const Path body = joined(right, mirroredBack(right));
  cup.fill(body, colors.cup);
  cup.inside(body, [&](const Brush& side) {
    paintPattern(side, pattern, colors.accent);
    side.fill(joined(smoothLine({{26, -90}, {26, -56}, {20, -20}, {6, 4}}), {{80, 4}, {80, -90}}), 0x2a1540, 0.14);
  });
  cup.ellipse({0, -84}, {62, 13}, lighter(colors.cup, 0.35));
  cup.ellipse({0, -83}, {54, 9.5}, 0x6b3f2a);
  cup.inside(ellipse({0, -83}, {54, 9.5}), [](const Brush& coffee) { coffee.ellipse({-8, -80}, {34, 6}, 0xa06a44); });
}

void paintSteam(const Brush& cup, Dice& dice, Color steam) {
  const int wisps = dice.whole(2, 3);
  const double sway = dice.eitherSide(7, 10);
  for (int i = 0; i < wisps; ++i) {
    const double x = (i - (wisps - 1) / 2.0) * 30, rise = i % 2 ? 58 : 46;
    cup.taper(
        smoothLine(
            {{x, -100}, {x + sway, -100 - rise * 0.33}, {x - sway, -100 - rise * 0.7}, {x + sway * 0.5, -100 - rise}}),
        9, 5, steam);
  }
}

void paintTable(const Brush& brush, Dice& dice) {
  const Color wood = dice.pick<Color>({0xb9835a, 0x9a6a4f, 0xd9a878});
  brush.rectangle({-4, kTable}, {kSide + 4, kSide + 4}, wood);
  brush.rectangle({-4, kTable}, {kSide + 4, kTable + 7}, lighter(wood, 0.22));
  brush.rectangle({-4, kTable + 40}, {kSide + 4, kTable + 44}, darker(wood, 0.2));
}

}  // namespace

void drawCoffee(Stage& stage) {
  const Paper paper = paintPaper(stage.brush, stage.dice);
  paintTable(stage.brush, stage.dice);
  stage.object([&](const Brush& brush, Dice& dice) {
    const CupColors colors = dice.pick<CupColors>({{0xfffaf0, 0xe63946},
                                                   {0x4fa3b8, 0xfff1d6},
                                                   {0xef7d6b, 0xfff1d6},
                                                   {0xf4c95d, 0xfffaf0},
                                                   {0x5f7fc0, 0xffd166},
                                                   {0xfffaf0, 0x2a9d8f}});
    const Point place{dice.real(112, 136), dice.real(210, 220)};
    const Brush cup = brush.at(place, {.scale = dice.real(1.02, 1.16), .facing = dice.side()});
    const int pattern = dice.whole(0, 2);
    paintSaucer(cup, lighter(colors.cup, 0.3));
    paintCup(cup, pattern, colors);
    paintSteam(cup, dice, paper.dark ? Color(0xb9bbe0) : mix(paper.bottom, kWhite, 0.75));
  });
}

}  // namespace lpd::scenes
