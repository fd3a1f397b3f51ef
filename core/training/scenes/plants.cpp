#include "training/scenes/plants.h"

#include <cmath>

namespace lpd::scenes {

namespace {

struct Tier {
  double top, bottom, half;
};
// Heights above the foot and half widths, for a tree of height 1.
constexpr Tier kTiers[] = {{0.64, 0.09, 0.27}, {0.83, 0.34, 0.21}, {1.0, 0.58, 0.15}};

Path tierOutline(const Tier& tier) {
  // The skirt sags in the middle, as boughs under their own weight.
  return {{0, -tier.top},
          {tier.half, -tier.bottom},
          {tier.half * 0.4, -tier.bottom + 0.018},
          {-tier.half * 0.4, -tier.bottom + 0.018},
          {-tier.half, -tier.bottom}};
}

}  // namespace

void paintPine(const Brush& brush, Point foot, double height, const PineColors& colors, const Color* snow) {
  const Brush tree = brush.at(foot, {.scale = height});
  tree.rectangle({-0.036, -0.12}, {0.036, 0.02}, colors.trunk);
  for (const Tier& tier : kTiers) {
    const double half = tier.half, top = -tier.top, bottom = -tier.bottom;
    if (top < -0.7) tree.fill(moved(scaledAbout(tierOutline(tier), {0, top}, 0.86), {0, 0.075}), colors.shade);
    tree.fill(tierOutline(tier), colors.light);
    tree.fill({{0, top}, {half, bottom}, {half * 0.4, bottom + 0.018}, {half * 0.12, bottom + 0.018}}, colors.shade);
    if (!snow) continue;
    const double cap = (bottom - top) * 0.42;
    tree.fill({{0, top},
               {half * 0.42, top + cap},
               {half * 0.2, top + cap * 0.82},
               {0, top + cap * 1.15},
               {-half * 0.2, top + cap * 0.82},
               {-half * 0.42, top + cap}},
              *snow);
  }
}

void paintPineShadow(const Brush& brush, Point foot, double height, Color color) {
  const Brush tree = brush.at(foot, {.scale = height});
  tree.rectangle({-0.036, -0.12}, {0.036, 0.02}, color);
  for (const Tier& tier : kTiers)
    tree.fill(tierOutline(tier), color);
}

void paintRoundTree(const Brush& brush, Point foot, double height, Color leaves, Color trunk) {
  const Brush tree = brush.at(foot, {.scale = height});
  tree.rectangle({-0.05, -0.5}, {0.05, 0.02}, trunk);
  tree.ellipse({0, -0.64}, {0.29, 0.36}, darker(leaves, 0.2));
  tree.ellipse({-0.045, -0.675}, {0.225, 0.29}, leaves);
}

void paintPalm(const Brush& brush, Point foot, double height, double lean, Color leaves, Color trunk) {
  const Point crown{lean, -height};
  const Brush palm = brush.at(foot);
  const Path stem = smoothLine({{0, 2}, {lean * 0.18, -height * 0.36}, {lean * 0.52, -height * 0.7}, crown});
  palm.taper(stem, height * 0.11, height * 0.065, darker(trunk, 0.18));
  palm.taper(moved(stem, {-height * 0.012, 0}), height * 0.075, height * 0.04, trunk);
  const Brush top = palm.at(crown, {.scale = height / 100});
  const Color shade = darker(leaves, 0.25);
  for (const Point& tip : {Point{-58, 12}, Point{56, 14}, Point{-32, 34}, Point{33, 34}}) {
    const Point middle{tip.x * 0.62, -16 + tip.y * 0.1};
    top.fill(smooth({{0, 0},
                     {middle.x * 0.7, middle.y - 7},
                     {tip.x * 0.9, tip.y * 0.4},
                     tip,
                     {tip.x * 0.62, tip.y * 0.28 + 3},
                     {tip.x * 0.3, 2}}),
             shade);
  }
  for (const Point& tip :
       {Point{-46, -20}, Point{46, -18}, Point{-52, 4}, Point{52, 6}, Point{-24, -38}, Point{26, -36}})
    top.fill(smooth({{0, 2},
                     {tip.x * 0.35 - 2, tip.y * 0.5 - 16},
                     {tip.x * 0.8, tip.y - 8},
                     tip,
                     {tip.x * 0.6, tip.y * 0.6 + 2},
                     {tip.x * 0.2 + 2, tip.y * 0.2 + 2}}),
             leaves);
  for (const Point& nut : {Point{-6, 5}, Point{6, 6}})
    top.circle(nut, 6, 0x5a3a28);
}

void paintWeed(const Brush& brush, Point foot, double height, double phase, Color color) {
  Path ribbon;
  constexpr int kSteps = 14;
  for (int i = 0; i <= kSteps; ++i) {
    const double t = static_cast<double>(i) / kSteps;
    ribbon.push_back(foot + Point{8 * t * std::sin(5.5 * t + phase) + 3 * std::sin(phase), -height * t});
  }
  brush.taper(ribbon, 9, 3, color);
}

}  // namespace lpd::scenes
