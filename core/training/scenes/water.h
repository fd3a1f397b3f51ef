#pragma once

#include "training/scenes/brush.h"
#include "training/scenes/dice.h"

#include <array>

namespace lpd::scenes {

using WaterColors = std::array<Color, 3>;  ///< surface, middle, deep

/// Under water: a gradient, shafts of light from above, and a sandy bottom with weeds when `sandy`.
WaterColors paintDeep(const Brush& brush, Dice& dice, bool sandy);
/// A string of rising bubbles around `foot`.
void paintBubbles(const Brush& brush, Dice& dice, Point foot, int count, Color color);

}  // namespace lpd::scenes
