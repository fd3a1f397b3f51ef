#pragma once

#include "number_atlas.h"

#include <QColor>
#include <QSGGeometryNode>

class QQuickWindow;

// A number over a patch.
struct CanvasNumber {
  QString text;
  QPointF centre;  // logical pixels
  QColor ink;      // straight alpha
  bool shadowed = false;
};

// All numbers of a canvas in one draw call: a quad a digit, on whole device pixels. Lives on the render thread.
class NumberNode : public QSGGeometryNode {
 public:
  NumberNode();

  void setAtlas(QQuickWindow* window, const NumberAtlas& atlas);
  void setNumbers(const QList<CanvasNumber>& numbers, const NumberAtlas& atlas, qreal ratio);

 private:
  QSGGeometry m_geometry;
};
