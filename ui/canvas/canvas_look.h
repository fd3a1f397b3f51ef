#pragma once

#include <QColor>
#include <QImage>
#include <QSizeF>
#include <QStringList>

// What the canvas shader draws with, beside its textures.
struct CanvasLook {
  QSizeF gridSize;  // logical pixels
  qreal devicePixelRatio = 1;
  int columns = 1;
  int rows = 1;
  qreal pictureMix = 0;     // 0: swatches, 1: the decoded picture
  qreal ghostStrength = 0;  // 0..1, the planned order behind the empty cells
  qreal ghostFront = 0;     // 0..1 of the steps, lit so far
  bool heat = false;        // the layer colours by value instead of by step
  qreal layerMix = 0;       // 0: the picture as it is, 1: under the layer
  qreal blend = 0.6;        // 0..1, the layer's colour over the muted picture
  qreal gridStrength = 0;   // 0..1, lines between patches
  QColor emptyFill, emptyLine, glow, glowEdge, dot, gridLine;

  friend bool operator==(const CanvasLook&, const CanvasLook&) = default;
};

// The colour the shader gives a patch that looks like `patch` under a layer of `color`; kept in step with canvas.frag.
QColor underLayer(const QColor& patch, const QColor& color, qreal blend);

// True where dark text reads better than white on `background`: above a relative luminance of 0.20.
bool wantsDarkInk(const QColor& background);

// A colour scale as 256 pixels in a row, `stops` spread evenly over it.
QImage colorRamp(const QStringList& stops);
