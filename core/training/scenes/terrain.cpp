#include "training/scenes/terrain.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace lpd::scenes {

namespace {

constexpr double kLeft = -6, kRight = kSide + 6, kBottom = kSide + 6;
constexpr int kRidgeSteps = 56;

}  // namespace

Ridge Ridge::rolling(Dice& dice, double y, double swell, double waves) {
  const double frequency = waves * dice.real(0.8, 1.2) * 2 * std::numbers::pi / kSide;
  const double phase = dice.real(0, 2 * std::numbers::pi);
  const double overtonePhase = dice.real(0, 2 * std::numbers::pi);
  Path line;
  for (int i = 0; i <= kRidgeSteps; ++i) {
    const double x = kLeft + (kRight - kLeft) * i / kRidgeSteps;
    line.push_back(
        {x, y + swell * (std::sin(x * frequency + phase) + 0.35 * std::sin(x * frequency * 2.1 + overtonePhase))});
  }
  return Ridge(std::move(line));
}

Ridge Ridge::flat(double y) {
  return Ridge({{kLeft, y}, {kRight, y}});
}

double Ridge::heightAt(double x) const {
  const auto right = std::find_if(line_.begin() + 1, line_.end() - 1, [x](Point p) { return p.x >= x; });
  const Point a = *(right - 1), b = *right;
  return a.y + (b.y - a.y) * std::clamp((x - a.x) / (b.x - a.x), 0.0, 1.0);
}

Path Ridge::land() const {
  return joined(line_, {{kRight, kBottom}, {kLeft, kBottom}});
}

Ridge paintHills(const Brush& brush, Dice& dice, double y, double swell, double waves, Color color) {
  Ridge ridge = Ridge::rolling(dice, y, swell, waves);
  brush.fill(ridge.land(), color);
  return ridge;
}

void paintSea(const Brush& brush, Dice& dice, const Sky& sky, double horizon) {
  brush.verticalGradient(horizon, horizon, kSide, sky.sea);
  const Color glint = lighter(mix(sky.sea[0], sky.air[2], 0.35), 0.08);
  constexpr int kGlints = 6;
  for (int i = 0; i < kGlints; ++i) {
    const double depth = (i + 0.5) / kGlints;  // 0 at the horizon, 1 at the bottom
    const double y = horizon + (kSide - horizon) * depth + dice.real(-3, 3);
    const double x = dice.real(0, kSide);
    brush.ellipse({x, y}, {16 + 26 * depth, 1.4 + 1.2 * depth}, glint);
  }
}

void paintSunPath(const Brush& brush, const Sky& sky, double x, double horizon) {
  const Color light = mix(sky.sunColor(), sky.air[2], 0.3);
  constexpr int kBars = 5;
  for (int i = 0; i < kBars; ++i) {
    const double y = horizon + 6 + i * 9;
    const double shift = i % 2 ? 4 : -3;
    const double half = 21 - 3.2 * i;
    brush.fill(roundedRectangle({x + shift - half, y - 1.9}, {x + shift + half, y + 1.9}, 1.9), light, 0.75);
  }
}

void paintMountain(const Brush& brush, Point peak, double width, double height, int facing,
                   const MountainColors& colors, double snow) {
  const Brush local = brush.at(peak, {.facing = facing});
  const double w = width / 2, h = height;
  local.fill({{0, 0}, {w, h}, {-w, h}}, colors.light);
  local.fill({{0, 0}, {w, h}, {w * 0.16, h}, {-w * 0.10, h * 0.60}, {w * 0.09, h * 0.32}}, colors.shade);
  if (snow <= 0) return;
  const double s = snow;
  const Path cap = {{0, 0},
                    {w * s, h * s},
                    {w * s * 0.52, h * s * 0.78},
                    {w * s * 0.20, h * s * 1.22},
                    {-w * s * 0.16, h * s * 0.84},
                    {-w * s * 0.52, h * s * 1.16},
                    {-w * s, h * s}};
  local.fill(cap, colors.snowLight);
  local.fill({{0, 0},
              {w * s, h * s},
              {w * s * 0.52, h * s * 0.78},
              {w * s * 0.20, h * s * 1.22},
              {w * s * 0.10, h * s * 1.02},
              {w * 0.09, std::min(h * 0.32, h * s * 0.8)}},
             colors.snowShade);
}

void paintRock(const Brush& brush, Point foot, double width, Color color) {
  const Brush rock = brush.at(foot, {.scale = width / 20});
  rock.fill(smooth({{-10, 1}, {-8, -6}, {-1, -9.5}, {7, -7}, {10, 1}, {0, 2.5}}), darker(color, 0.22));
  rock.fill(smooth({{-9, 0}, {-7.4, -5.6}, {-1, -9}, {4, -7}, {2, -2}, {-4, 0.5}}), color);
}

void paintGrass(const Brush& brush, Point foot, double height, Color color) {
  const Brush tuft = brush.at(foot, {.scale = height});
  tuft.fill({{-0.20, 0}, {0.04, 0}, {-0.48, -0.72}}, color);
  tuft.fill({{-0.14, 0}, {0.14, 0}, {0.05, -1}}, color);
  tuft.fill({{-0.04, 0}, {0.20, 0}, {0.50, -0.66}}, color);
}

void paintSnowfall(const Brush& brush, Dice& dice, int count, Color color) {
  constexpr double kDistance = 22;
  std::vector<Point> taken;
  for (int i = 0; i < 3 * count && static_cast<int>(taken.size()) < count; ++i) {
    const Point p{dice.real(5, kSide - 5), dice.real(5, kSide - 30)};
    const double radius = dice.pick({1.9, 2.7});
    if (std::any_of(taken.begin(), taken.end(), [&](Point q) { return length(p - q) < kDistance; })) continue;
    taken.push_back(p);
    brush.circle(p, radius, color);
  }
}

}  // namespace lpd::scenes
