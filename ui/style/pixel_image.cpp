#include "pixel_image.h"

#include <QBrush>
#include <QPainter>
#include <QTransform>

PixelImage::PixelImage(QQuickItem* parent) : QQuickPaintedItem(parent) {
  setAntialiasing(true);
}

void PixelImage::setImage(const QVariant& value) {
  const QImage image = value.value<QImage>();
  if (image == m_image) return;
  m_image = image;
  update();
  Q_EMIT imageChanged();
}

void PixelImage::setRadius(qreal radius) {
  if (qFuzzyCompare(radius + 1, m_radius + 1)) return;
  m_radius = radius;
  update();
  Q_EMIT radiusChanged();
}

void PixelImage::setBackground(const QColor& color) {
  if (color == m_background) return;
  m_background = color;
  update();
  Q_EMIT backgroundChanged();
}

void PixelImage::paint(QPainter* painter) {
  painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
  painter->setPen(Qt::NoPen);
  const QRectF area(0, 0, width(), height());
  painter->setBrush(m_background);
  painter->drawRoundedRect(area, m_radius, m_radius);
  if (m_image.isNull()) return;
  // Scaled first: a texture brush that repeats would bleed the far edge in.
  const qreal scale = painter->transform().m11();
  const QSize pixels = (area.size() * scale).toSize().expandedTo(QSize(1, 1));
  QBrush brush(m_image.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
  brush.setTransform(QTransform::fromScale(area.width() / pixels.width(), area.height() / pixels.height()));
  painter->setBrush(brush);
  painter->drawRoundedRect(area, m_radius, m_radius);
}
