#pragma once

#include "patch_material.h"

#include <QSGGeometryNode>

class QQuickWindow;

// One quad, larger than the grid by the reach of the glow. Lives on the render thread.
class PatchNode : public QSGGeometryNode {
 public:
  PatchNode();

  void setLook(const CanvasLook& look);
  // Uploads `image` (a transparent texel where it is null); used by the render thread while the GUI thread waits.
  void setImage(QQuickWindow* window, PatchMaterial::Texture texture, const QImage& image, bool smooth);

 private:
  QSGGeometry m_geometry;
  PatchMaterial m_material;
};
