#include "patch_node.h"

#include <QQuickWindow>

namespace {
constexpr float kGlowReach = 24;  // logical pixels; the halo is invisible beyond
}

PatchNode::PatchNode() : m_geometry(QSGGeometry::defaultAttributes_TexturedPoint2D(), 4) {
  m_geometry.setDrawingMode(QSGGeometry::DrawTriangleStrip);
  setGeometry(&m_geometry);
  setMaterial(&m_material);
}

void PatchNode::setLook(const CanvasLook& look) {
  if (look.gridSize != m_material.look.gridSize) {
    const QRectF quad(-kGlowReach, -kGlowReach, look.gridSize.width() + 2 * kGlowReach,
                      look.gridSize.height() + 2 * kGlowReach);
    QSGGeometry::updateTexturedRectGeometry(&m_geometry, quad, quad);
    markDirty(DirtyGeometry);
  }
  m_material.look = look;
  markDirty(DirtyMaterial);
}

void PatchNode::setImage(QQuickWindow* window, PatchMaterial::Texture texture, const QImage& image, bool smooth) {
  QImage source = image;
  if (source.isNull()) {
    source = QImage(1, 1, QImage::Format_RGBA8888_Premultiplied);
    source.fill(Qt::transparent);
  }
  std::unique_ptr<QSGTexture> uploaded(window->createTextureFromImage(source));
  uploaded->setFiltering(smooth ? QSGTexture::Linear : QSGTexture::Nearest);
  uploaded->setHorizontalWrapMode(QSGTexture::ClampToEdge);
  uploaded->setVerticalWrapMode(QSGTexture::ClampToEdge);
  m_material.textures[texture] = std::move(uploaded);
  markDirty(DirtyMaterial);
}
