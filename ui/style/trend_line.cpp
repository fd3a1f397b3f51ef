#include "trend_line.h"

#include <QPainter>
#include <QPainterPath>

TrendLine::TrendLine(QQuickItem* parent) : QQuickPaintedItem(parent) {
  setAntialiasing(true);
  connect(this, &TrendLine::strokeWidthChanged, this, [this] { update(); });
}

void TrendLine::setValues(const QList<qreal>& values) {
  if (values == m_values) return;
  m_values = values;
  update();
  Q_EMIT valuesChanged();
}

void TrendLine::setColor(const QColor& color) {
  if (color == m_color) return;
  m_color = color;
  update();
  Q_EMIT colorChanged();
}

void TrendLine::paint(QPainter* painter) {
  if (m_values.isEmpty()) return;
  const qreal inset = m_strokeWidth / 2 + 0.5;
  const qreal pitch = width() / m_values.size();
  const auto point = [&](qsizetype i) {
    return QPointF((i + 0.5) * pitch, inset + (1 - m_values[i]) * (height() - 2 * inset));
  };
  QPainterPath path(QPointF(0, point(0).y()));
  path.lineTo(point(0));
  // Harmonic means of the slopes on both sides (Fritsch and Butland, 1984): smooth, and never past a value.
  const auto rise = [&](qsizetype i) {
    return i < 0 || i + 1 >= m_values.size() ? 0.0 : point(i + 1).y() - point(i).y();
  };
  const auto tangent = [&](qsizetype i) {
    const qreal before = rise(i - 1), after = rise(i);
    return before * after > 0 ? 2 * before * after / (before + after) : 0.0;
  };
  for (qsizetype i = 0; i + 1 < m_values.size(); ++i) {
    const QPointF from = point(i), to = point(i + 1);
    path.cubicTo(from + QPointF(pitch, tangent(i)) / 3, to - QPointF(pitch, tangent(i + 1)) / 3, to);
  }
  path.lineTo(width(), point(m_values.size() - 1).y());
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(QPen(m_color, m_strokeWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter->drawPath(path);
}
