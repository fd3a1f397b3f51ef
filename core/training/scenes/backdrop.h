#pragma once

#include "training/scenes/brush.h"
#include "training/scenes/dice.h"

namespace lpd::scenes {

/// A plain coloured paper behind a single subject.
struct Paper {
  Color top, bottom;
  bool dark = false;
};

/// Fills the picture with one of a few soft gradients, brighter behind the middle.
Paper paintPaper(const Brush& brush, Dice& dice);

}  // namespace lpd::scenes
