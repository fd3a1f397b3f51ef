#pragma once

#include <QColor>
#include <QList>
#include <QRectF>
#include <QSGGeometryNode>

// A bar and its colour (straight alpha).
struct ColoredBar {
  QRectF rect;
  QColor color;
};

// Any number of bars with rounded corners in one draw call. Lives on the render thread.
class BarNode : public QSGGeometryNode {
 public:
  BarNode();
  void setBars(const QList<ColoredBar>& bars, qreal radius, qreal ratio);

 private:
  QSGGeometry m_geometry;
};
