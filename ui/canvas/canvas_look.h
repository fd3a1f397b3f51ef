#pragma once

#include <QColor>
#include <QSizeF>

// What the canvas shader draws with, beside its textures.
struct CanvasLook {
  QSizeF gridSize;  // logical pixels
  qreal devicePixelRatio = 1;
  int columns = 1;
  int rows = 1;
  qreal pictureMix = 0;     // 0: swatches, 1: the decoded picture
  qreal orderMix = 0;       // 0: the picture, 1: coloured by step
  qreal ghostStrength = 0;  // 0..1, the planned order behind the empty cells
  qreal ghostFront = 0;     // 0..1 of the steps, lit so far
  QColor emptyFill, emptyLine, glow, glowEdge, dot;

  friend bool operator==(const CanvasLook&, const CanvasLook&) = default;
};
