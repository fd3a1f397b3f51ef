#pragma once

#include "training/scenes/brush.h"

namespace lpd::scenes {

struct PineColors {
  Color light, shade, trunk;
};

/// A fir of three tiers whose trunk stands at `foot`. `snow` is painted on its tiers when not null.
void paintPine(const Brush& brush, Point foot, double height, const PineColors& colors, const Color* snow = nullptr);
/// The same outline in one colour, for trees far away.
void paintPineShadow(const Brush& brush, Point foot, double height, Color color);

/// A broadleaf tree with a round crown.
void paintRoundTree(const Brush& brush, Point foot, double height, Color leaves, Color trunk);

/// A palm whose trunk bends by `lean` units to the right.
void paintPalm(const Brush& brush, Point foot, double height, double lean, Color leaves, Color trunk);

/// A ribbon of weed that waves upwards from `foot`.
void paintWeed(const Brush& brush, Point foot, double height, double phase, Color color);

}  // namespace lpd::scenes
