#include "training/scenes/classes/classes.h"
#include "training/scenes/plants.h"
#include "training/scenes/terrain.h"

namespace lpd::scenes {

namespace {

struct TrainColors {
  Color boiler, cab, brass, wheel;
};

constexpr double kWheel = 19;

void paintWheel(const Brush& train, Point center, double radius, const TrainColors& colors) {
  train.circle(center, radius, 0x2a2a38);
  train.circle(center, radius * 0.74, colors.wheel);
  train.circle(center, radius * 0.28, colors.brass);
}

// Local coordinates: the rail under the engine's middle, driving to the right.
void paintWagon(const Brush& train, const TrainColors& colors, Color pane) {
  train.rectangle({-190, -84}, {-92, -22}, colors.cab);
  train.rectangle({-190, -38}, {-92, -22}, darker(colors.cab, 0.22));
  train.fill(roundedRectangle({-196, -94}, {-86, -82}, 4), darker(colors.boiler, 0.35));
  for (double x : {-120.0, -156.0})
    train.fill(roundedRectangle({x - 13, -74}, {x + 13, -48}, 3), pane);
  train.rectangle({-94, -30}, {-74, -22}, 0x2a2a38);
  for (double x : {-114.0, -160.0})
    paintWheel(train, {x, -15}, 15, colors);
}

void paintEngine(const Brush& train, const TrainColors& colors, Color pane) {
  train.rectangle({-76, -32}, {80, -20}, 0x2a2a38);
  train.fill({{80, -32}, {102, -6}, {76, -6}}, darker(colors.cab, 0.1));
  train.fill(roundedRectangle({-40, -78}, {82, -30}, 8), colors.boiler);
  train.rectangle({-40, -44}, {82, -30}, darker(colors.boiler, 0.3));
  for (double x : {-4.0, 32.0})
    train.rectangle({x, -78}, {x + 6, -30}, colors.brass);
  train.rectangle({-78, -112}, {-34, -26}, colors.cab);
  train.rectangle({-78, -44}, {-34, -26}, darker(colors.cab, 0.22));
  train.fill(roundedRectangle({-86, -122}, {-26, -109}, 4), darker(colors.boiler, 0.35));
  train.fill(roundedRectangle({-68, -100}, {-44, -72}, 3), pane);
  train.fill(joined(arc({16, -78}, {14, 15}, 180, 360), {{30, -76}}), colors.brass);
  train.fill({{50, -78}, {54, -108}, {72, -108}, {76, -78}}, darker(colors.boiler, 0.35));
  train.fill(roundedRectangle({46, -118}, {80, -106}, 3), colors.cab);
  train.circle({84, -62}, 8.5, colors.brass);
  train.circle({85, -62}, 5, 0xfff6c8);
}

void paintWheels(const Brush& train, const TrainColors& colors) {
  for (double x : {-56.0, -13.0})
    paintWheel(train, {x, -kWheel}, kWheel, colors);
  for (double x : {30.0, 62.0})
    paintWheel(train, {x, -14}, 14, colors);
  train.stroke({{-56, -15}, {30, -12}}, 5, 0xb9bcc9);
}

void paintSteam(const Brush& train, Dice& dice, Color steam) {
  Point puff{62, -130};
  for (int i = 0; i < 5; ++i) {
    const double radius = 11 + 4.5 * i;
    train.circle(puff + Point{2, 3}, radius, darker(steam, 0.12));
    train.circle(puff, radius * 0.92, steam);
    puff = puff + Point{-22 - 4.0 * i, -10 + dice.real(-4, 3)};
  }
}

void paintTrack(const Brush& brush, const Sky& sky, double y) {
  brush.rectangle({-4, y + 5}, {kSide + 4, y + 17}, sky.lit(0x8a7f85));
  for (double x = 4; x < kSide; x += 24)
    brush.rectangle({x, y + 4}, {x + 13, y + 12}, sky.lit(0x6b4a38));
  brush.rectangle({-4, y}, {kSide + 4, y + 5}, sky.lit(0x4a4f63));
}

}  // namespace

void drawSteamTrain(Stage& stage) {
  const Brush& brush = stage.brush;
  Dice& dice = stage.dice;
  const Sky sky = pickSky(dice, {Mood::Day, Mood::Dawn, Mood::Gold, Mood::Sunset, Mood::Teal, Mood::Dusk});
  paintAir(brush, sky, 180);
  if (sky.isDark()) paintStars(brush, dice, dice.whole(7, 10), 70);
  const Color green = sky.lit(dice.pick<Color>({0x6fae5c, 0x4f9a7a, 0x9aae4f}));
  if (dice.chance(0.5)) {
    const Color stone = sky.hazy(sky.lit(0x7f86a3), 0.35);
    const double x = dice.real(40, 216), height = dice.real(80, 110);
    paintMountain(brush, {x, 186 - height}, height * 2.4, height, 1,
                  {stone, darker(stone, 0.2), lighter(sky.air[2], 0.6), mix(stone, kWhite, 0.4)}, 0.34);
  }
  const Ridge hills = paintHills(brush, dice, 168, 8, 1.3, sky.hazy(green, 0.4));
  const int trees = dice.whole(2, 4);
  for (int i = 0; i < trees; ++i) {
    const double x = kSide * (i + dice.real(0.1, 0.9)) / trees;
    paintRoundTree(brush, {x, hills.heightAt(x) + 12}, dice.real(40, 58), sky.hazy(darker(green, 0.2), 0.2),
                   sky.lit(0x6b4a33));
  }
  paintHills(brush, dice, 206, 3, 1.2, green);
  const double rail = dice.real(222, 230);
  paintTrack(brush, sky, rail);

  stage.object([&](const Brush& b, Dice& d) {
    TrainColors colors = d.pick<TrainColors>({{0x2f5f8f, 0xe63946, 0xffd166, 0xe63946},
                                              {0x2f3f4f, 0x2a9d8f, 0xf4c95d, 0xc8453d},
                                              {0x8a3b4a, 0x3d4a6b, 0xffd166, 0x3d5a80},
                                              {0x38664f, 0xc8553d, 0xf4c95d, 0xc8553d}});
    for (Color* color : {&colors.boiler, &colors.cab, &colors.brass, &colors.wheel})
      *color = sky.lit(*color);
    const int facing = d.side();
    const Brush train =
        b.at({kSide / 2 + facing * d.real(12, 30), rail}, {.scale = d.real(0.96, 1.04), .facing = facing});
    const Color pane = sky.dimness > 0.15 ? Color(0xffe08a) : Color(0xbfe6fa);
    paintSteam(train, d, lighter(sky.air[2], 0.55));
    paintWagon(train, colors, pane);
    paintEngine(train, colors, pane);
    paintWheels(train, colors);
  });
}

}  // namespace lpd::scenes
