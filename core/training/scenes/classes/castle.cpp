#include "training/scenes/classes/classes.h"
#include "training/scenes/plants.h"
#include "training/scenes/terrain.h"

namespace lpd::scenes {

namespace {

struct CastleColors {
  Color stone, roof, flag, window, wood;
};

struct Tower {
  double x, half, height, roof;
  bool flagged;
};

void paintBattlements(const Brush& brush, double left, double right, double top, Color stone) {
  constexpr int kTeeth = 3;
  const double tooth = (right - left) / (2 * kTeeth - 1);
  brush.rectangle({left, top}, {right, top + 8}, stone);
  for (int i = 0; i < kTeeth; ++i)
    brush.rectangle({left + 2 * i * tooth, top - 8}, {left + (2 * i + 1) * tooth, top + 1}, stone);
}

void paintWindow(const Brush& brush, Point foot, double half, Color color) {
  brush.fill(joined(arc(foot + Point{0, -half * 1.6}, {half, half * 1.2}, 180, 360),
                    {foot + Point{half, 0}, foot + Point{-half, 0}}),
             color);
}

// Local coordinates: the middle of the castle's foot.
void paintTower(const Brush& castle, const Tower& tower, const CastleColors& colors) {
  const Brush local = castle.at({tower.x, 0});
  const double w = tower.half, h = tower.height, tip = -h - tower.roof;
  if (tower.flagged) {
    local.rectangle({-1.4, tip - 20}, {1.4, tip + 6}, colors.wood);
    local.fill({{1.4, tip - 20}, {20, tip - 14}, {1.4, tip - 7}}, colors.flag);
  }
  local.rectangle({-w, -h}, {w, 0}, colors.stone);
  local.rectangle({w * 0.3, -h}, {w, 0}, darker(colors.stone, 0.15));
  local.rectangle({-w - 3.5, -h - 2}, {w + 3.5, -h + 7}, darker(colors.stone, 0.08));
  local.fill({{0, tip}, {w + 7, -h}, {-w - 7, -h}}, colors.roof);
  local.fill({{0, tip}, {w + 7, -h}, {w * 0.25, -h}}, darker(colors.roof, 0.22));
  paintWindow(local, {0, -h + 26}, 5.5, colors.window);
}

void paintWall(const Brush& castle, const CastleColors& colors) {
  castle.rectangle({-58, -56}, {58, 0}, darker(colors.stone, 0.07));
  for (int i = 0; i < 2; ++i)
    paintBattlements(castle, i ? 19 : -56, i ? 56 : -19, -60, darker(colors.stone, 0.07));
  castle.rectangle({-22, -74}, {22, 0}, colors.stone);
  paintBattlements(castle, -24, 24, -78, colors.stone);
  paintWindow(castle, {0, 2}, 14, darker(colors.wood, 0.25));
  paintWindow(castle, {0, 2}, 10.5, colors.wood);
  for (double x : {-40.0, 40.0})
    paintWindow(castle, {x, -22}, 5.5, colors.window);
}

CastleColors pickColors(Dice& dice, const Sky& sky) {
  CastleColors colors = dice.pick<CastleColors>({{0xf3e6d3, 0x4a6fb5, 0xe63946, 0x3f4a6b, 0x7a5238},
                                                 {0xe6e1ef, 0xb5486f, 0xffd166, 0x4a3a6b, 0x6b4a33},
                                                 {0xe9d3b8, 0xc8553d, 0x2a9d8f, 0x4a3a3f, 0x6b4226},
                                                 {0xdfe7ee, 0x2f7f83, 0xf2762e, 0x2f4a5f, 0x6b4a33}});
  for (Color* color : {&colors.stone, &colors.roof, &colors.flag, &colors.wood})
    *color = sky.lit(*color);
  colors.window = sky.dimness > 0.15 ? Color(0xffdf87) : colors.window;
  return colors;
}

void paintCastle(const Brush& castle, Dice& dice, const CastleColors& colors) {
  const double keep = dice.real(122, 136), outer = dice.real(84, 98);
  const bool tallLeft = dice.chance(0.5);
  for (int side : {-1, 1}) {
    const bool tall = (side < 0) == tallLeft;
    paintTower(castle, {side * 30.0, 13, tall ? keep - 8 : keep - 28, 34, false}, colors);
  }
  paintTower(castle, {0, 17, keep, 44, true}, colors);
  paintWall(castle, colors);
  for (int side : {-1, 1})
    paintTower(castle, {side * 66.0, 17, outer, 42, true}, colors);
}

}  // namespace

void drawCastle(Stage& stage) {
  const Brush& brush = stage.brush;
  Dice& dice = stage.dice;
  const Sky sky = pickSky(dice, {Mood::Day, Mood::Pink, Mood::Sunset, Mood::Teal, Mood::Dusk, Mood::Dawn});
  paintAir(brush, sky, 200);
  paintSkyline(brush, dice, sky, 24, 90);
  const Color green = sky.lit(dice.pick<Color>({0x6fae5c, 0x4f9a7a, 0x8ab85c}));
  paintHills(brush, dice, 176, 9, 1.3, sky.hazy(green, 0.45));
  const double middle = dice.real(112, 144), foot = dice.real(204, 214);
  brush.fill(smooth({{middle, foot - 12},
                     {middle + 90, foot - 2},
                     {kSide + 60, foot + 26},
                     {kSide + 60, 300},
                     {-60, 300},
                     {-60, foot + 24},
                     {middle - 90, foot - 4}}),
             green);

  stage.object([&](const Brush& b, Dice& d) {
    const CastleColors colors = pickColors(d, sky);
    paintCastle(b.at({middle, foot + 1}, {.scale = d.real(0.92, 1.0)}), d, colors);
  });

  brush.fill(smooth({{middle - 11, foot - 4},
                     {middle + 11, foot - 4},
                     {middle + 6, foot + 18},
                     {middle + 44, 272},
                     {middle - 14, 272},
                     {middle - 18, foot + 18}}),
             sky.lit(0xe3c99a));
  for (int side : {-1, 1})
    if (dice.chance(0.6)) {
      const double x = kSide / 2 + side * dice.real(94, 116), y = dice.real(236, 248);
      paintRoundTree(brush, {x, y}, dice.real(54, 74), darker(green, 0.12), sky.lit(0x6b4a33));
    }
}

}  // namespace lpd::scenes
