#include "vector_icon.h"

#include <QPainter>
#include <QPen>

namespace {
constexpr qreal kBox = 16.0;
}

VectorIcon::VectorIcon(QQuickItem* parent) : QQuickPaintedItem(parent) {
  setImplicitSize(kBox, kBox);
  setAntialiasing(true);
}

void VectorIcon::setPath(const QString& path) {
  if (path == m_path) return;
  m_path = path;
  m_icon = IconPath::parse(path);
  update();
  Q_EMIT pathChanged();
}

void VectorIcon::setColor(const QColor& color) {
  if (color == m_color) return;
  m_color = color;
  update();
  Q_EMIT colorChanged();
}

void VectorIcon::setStrokeWidth(qreal width) {
  if (qFuzzyCompare(width, m_strokeWidth)) return;
  m_strokeWidth = width;
  update();
  Q_EMIT strokeWidthChanged();
}

void VectorIcon::paint(QPainter* painter) {
  painter->setRenderHint(QPainter::Antialiasing);
  painter->scale(width() / kBox, height() / kBox);
  painter->setBrush(Qt::NoBrush);
  painter->setPen(QPen(m_color, m_strokeWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter->drawPath(m_icon.stroked);
  painter->fillPath(m_icon.filled, m_color);
}
