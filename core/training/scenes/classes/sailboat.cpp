#include "training/scenes/classes/classes.h"
#include "training/scenes/terrain.h"

namespace lpd::scenes {

namespace {

struct BoatColors {
  Color mainSail, jib, hull, mast;
};

BoatColors pickColors(Dice& dice, const Sky& sky) {
  const BoatColors colors = dice.pick<BoatColors>({{0xfffaf0, 0xf25c54, 0xd64545, 0x5a3e2b},
                                                   {0xffd166, 0xfffaf0, 0x27476e, 0x5a3e2b},
                                                   {0xf25c54, 0xf7a072, 0xfaf3e3, 0x5a3e2b},
                                                   {0xfffaf0, 0xffd166, 0x8d5a3b, 0x4a3426},
                                                   {0xff8fab, 0xfff4dd, 0x2a6f77, 0x5a3e2b}});
  return {sky.lit(colors.mainSail), sky.lit(colors.jib), sky.lit(colors.hull), sky.lit(colors.mast)};
}

// Local coordinates: the mast's foot on the water line; bow to the right.
const Path& mainSail() {
  static const Path path = joined(smoothLine({{-3, -88}, {-25, -54}, {-40, -19}}), {{-3, -15}});
  return path;
}
const Path& jib() {
  static const Path path = joined(smoothLine({{4, -94}, {27, -58}, {45, -20}}), {{4, -15}});
  return path;
}

void paintReflection(const Brush& boat, const BoatColors& colors) {
  const auto reflected = [](Path path) {
    for (Point& p : path)
      p.y = 12 - p.y * 0.34;
    return path;
  };
  boat.fill(reflected(mainSail()), colors.mainSail, 0.3);
  boat.fill(reflected(jib()), colors.jib, 0.3);
}

void paintBoat(const Brush& boat, const BoatColors& colors) {
  boat.rectangle({-1.8, -98}, {1.8, -8}, colors.mast);
  boat.fill(mainSail(), colors.mainSail);
  boat.inside(mainSail(), [&](const Brush& cloth) {
    cloth.rectangle({-50, -36}, {0, 0}, darker(colors.mainSail, 0.13));
  });
  boat.fill(jib(), colors.jib);
  boat.inside(jib(), [&](const Brush& cloth) { cloth.rectangle({0, -42}, {60, 0}, darker(colors.jib, 0.13)); });
  boat.fill({{1.8, -98}, {1.8, -90}, {17, -94}}, colors.hull);
  const Path hull = smooth({{-47, -13}, {0, -11.5}, {53, -16}, {42, 3}, {34, 10}, {0, 11.5}, {-34, 10}, {-43, 0}});
  boat.fill(hull, colors.hull);
  boat.inside(hull, [&](const Brush& planks) {
    planks.rectangle({-60, -20}, {60, -5}, lighter(colors.hull, 0.5));
    planks.rectangle({-60, 4}, {60, 20}, darker(colors.hull, 0.3));
  });
}

}  // namespace

void drawSailboat(Stage& stage) {
  const Brush& brush = stage.brush;
  Dice& dice = stage.dice;
  const Sky sky = pickSky(dice, {Mood::Day, Mood::Day, Mood::Dawn, Mood::Sunset, Mood::Teal, Mood::Dusk, Mood::Pink});
  const double horizon = dice.real(132, 158);
  paintAir(brush, sky, horizon);
  Disc sun{{dice.real(38, 218), dice.real(44, horizon - 50)}, 0};
  sun.radius = dice.real(16, 24);
  paintSun(brush, dice, sky, sun);
  const int clouds = dice.whole(0, 2);
  paintClouds(brush, dice, sky, clouds, 36, 78);
  if (dice.chance(0.35)) {
    const double y = horizon - dice.real(2, 6);
    brush.fill(Ridge::rolling(dice, y, 6, 1.2).land(), mix(sky.air[2], sky.sea[1], 0.45));
  }
  paintSea(brush, dice, sky, horizon);
  paintSunPath(brush, sky, sun.center.x, horizon);

  stage.object([&](const Brush& b, Dice& d) {
    const BoatColors colors = pickColors(d, sky);
    const Point place{d.real(86, 170), horizon + d.real(26, 44)};
    const Brush boat = b.at(place, {.scale = d.real(1.05, 1.32), .facing = d.side()});
    paintReflection(boat, colors);
    paintBoat(boat, colors);
    boat.ellipse({0, 12}, {50, 3.4}, lighter(sky.sea[0], 0.4));
  });
}

}  // namespace lpd::scenes
