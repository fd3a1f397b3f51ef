#include "training/scenes/classes/classes.h"
#include "training/scenes/sky.h"

namespace lpd::scenes {

namespace {

constexpr double kQuay = 228;  // where the buildings stand
constexpr double kColumn = 16, kFloor = 20, kMargin = 8;

struct CityColors {
  std::array<Color, 3> air;
  Color window;
};

void paintFarBuildings(const Brush& brush, Dice& dice, Color color) {
  for (double x = -8; x < kSide;) {
    const double width = dice.pick({18.0, 26.0, 34.0});
    const double height = 8.0 * dice.whole(9, 17);
    brush.rectangle({x, kQuay - height}, {x + width, kQuay}, color);
    x += width;
  }
}

void paintRoof(const Brush& brush, Dice& dice, double left, double right, double top, Color wall) {
  const double middle = (left + right) / 2;
  const int kind = dice.whole(0, 4);
  if (kind == 0) brush.fill({{left, top + 1}, {right, top + 1}, {middle, top - 18}}, wall);
  if (kind == 1) {
    brush.rectangle({middle - 1.5, top - 22}, {middle + 1.5, top + 1}, wall);
    brush.circle({middle, top - 22}, 3.4, 0xff5c5c);
  }
  if (kind == 2) brush.rectangle({left + 8, top - 9}, {right - 8, top + 1}, wall);
  if (kind == 3) brush.fill(arc({middle, top + 1}, {(right - left) / 2 - 4, 14}, 180, 360), wall);
}

void paintBuilding(const Brush& brush, Dice& dice, double left, int columns, int floors, Color wall, Color window) {
  const double right = left + columns * kColumn + kMargin;
  const double top = kQuay - floors * kFloor - 10;
  brush.rectangle({left, top}, {right, kQuay}, wall);
  paintRoof(brush, dice, left, right, top, wall);
  for (int floor = 0; floor < floors; ++floor)
    for (int column = 0; column < columns; ++column) {
      const Point corner{left + 7.5 + column * kColumn, top + 9 + floor * kFloor};
      const bool burning = dice.chance(0.64);
      brush.rectangle(corner, corner + Point{9, 12.5}, burning ? window : lighter(wall, 0.1));
    }
}

void paintReflections(const Brush& brush, Dice& dice, Color window) {
  constexpr int kCount = 9;
  for (int i = 0; i < kCount; ++i) {
    const Point p{kSide * (i + dice.real(0.2, 0.8)) / kCount, kQuay + 9 + 9 * dice.whole(0, 1)};
    brush.fill(roundedRectangle(p + Point{-8, -1.7}, p + Point{8, 1.7}, 1.7), window, 0.55);
  }
}

void paintCity(const Brush& brush, Dice& dice, const CityColors& colors) {
  paintFarBuildings(brush, dice, mix(colors.air[2], colors.air[0], 0.42));
  const std::array<Color, 3> walls = {darker(colors.air[0], 0.3), darker(mix(colors.air[0], colors.air[1], 0.45), 0.15),
                                      mix(colors.air[0], colors.air[1], 0.5)};
  std::size_t wall = static_cast<std::size_t>(dice.whole(0, 2));
  for (double x = -dice.real(0, 24); x < kSide;) {
    const int columns = dice.whole(2, 3);
    const int floors = dice.whole(3, 7);
    paintBuilding(brush, dice, x, columns, floors, walls[wall], colors.window);
    wall = (wall + static_cast<std::size_t>(dice.whole(1, 2))) % walls.size();
    x += columns * kColumn + kMargin;
  }
  paintReflections(brush, dice, colors.window);
}

}  // namespace

void drawCityAtNight(Stage& stage) {
  const Brush& brush = stage.brush;
  Dice& dice = stage.dice;
  const CityColors colors = dice.pick<CityColors>({{{0x0b1033, 0x27306b, 0x6b4a8f}, 0xffd76b},
                                                   {{0x14103a, 0x4a2a78, 0xd1568f}, 0xffe08a},
                                                   {{0x061a33, 0x12456b, 0x2f8f9a}, 0xffe9a8},
                                                   {{0x1a1038, 0x54286b, 0xf28a5c}, 0xffcf73}});
  brush.verticalGradient(0, 0, 215, colors.air);
  Disc moon{{dice.real(44, 212), dice.real(38, 56)}, 0};
  moon.radius = dice.real(18, 25);
  paintStars(brush, dice, dice.whole(7, 11), 96, moon);
  paintMoon(brush, dice, moon);
  const Color water[] = {mix(colors.air[2], colors.air[0], 0.55), darker(colors.air[0], 0.2)};
  brush.verticalGradient(kQuay - 2, kQuay - 2, kSide, water);
  stage.object([&](const Brush& b, Dice& d) { paintCity(b, d, colors); });
}

}  // namespace lpd::scenes
