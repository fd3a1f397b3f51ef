#pragma once

#include "canvas_look.h"
#include "number_node.h"
#include "patch_animation.h"

// What the numbers over the patches are made of. Lists run over positions.
struct NumberScene {
  const CanvasLook& look;
  const PatchAnimation& animation;
  const QList<int>& steps;     // 0-based, -1 unknown
  const QList<qreal>& values;  // of a layer that colours by value; negative is unknown
  int stepCount = 0;
  qreal largestValue = 1;  // at the end of the colour scale
  qreal valueFactor = 1;   // 100 writes a share as a percentage
  int decimals = 1;
  const QImage& stepRamp;    // 256x1
  const QImage& heatRamp;    // 256x1
  const QImage& patches;     // one texel a patch: its mean colour
  QColor inkDark, inkLight;  // over patches
  QColor inkOpen;            // over cells that are not made yet
};

// The size in logical pixels at which the numbers fit their cells; 0 where none does that can be read.
qreal numberSize(const NumberScene& scene);

// The numbers to write: a step's in the order layer and over a planned order, a value's in the others. Each takes the
// ink that reads best on what it stands on.
QList<CanvasNumber> canvasNumbers(const NumberScene& scene);
