#include "step_track.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {
constexpr qreal kFuture = 0.17;       // opacity of a step that is still to come
constexpr qreal kRoomForNumber = 18;  // px

// The relative luminance of WCAG 2.
qreal luminance(const QColor& color) {
  const auto linear = [](qreal c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
  return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}
}  // namespace

StepTrack::StepTrack(QQuickItem* parent) : QQuickPaintedItem(parent) {
  setAntialiasing(true);
}

QColor StepTrack::colorOf(qsizetype step) const {
  const qsizetype last = m_stops.size() - 1;
  if (last < 1) return m_inkOnDark;
  const qreal t = m_sizes.size() > 1 ? qreal(step) / (m_sizes.size() - 1) * last : 0;
  const qsizetype index = std::min<qsizetype>(last - 1, qsizetype(t));
  const QColor from(m_stops[index]), to(m_stops[index + 1]);
  const auto mix = [&](qreal a, qreal b) { return float(a + (b - a) * (t - index)); };
  return QColor::fromRgbF(mix(from.redF(), to.redF()), mix(from.greenF(), to.greenF()), mix(from.blueF(), to.blueF()));
}

bool StepTrack::hasRoomForNumbers() const {
  int bars = 0, wide = 0;
  qreal start = 0;
  for (qsizetype step = 0; step < m_ends.size() && start < m_axisEnd; ++step, ++bars) {
    if ((m_ends[step] - start) / m_axisEnd * width() >= kRoomForNumber) ++wide;
    start = m_ends[step];
  }
  return 2 * wide > bars;
}

void StepTrack::paint(QPainter* painter) {
  if (m_axisEnd <= 0) return;
  const bool numbered = hasRoomForNumbers();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setFont(m_font);
  qreal start = 0;
  for (qsizetype step = 0; step < m_ends.size() && start < m_axisEnd; ++step) {
    const qreal left = start / m_axisEnd * width();
    const qreal right = m_ends[step] / m_axisEnd * width();
    start = m_ends[step];
    const qreal gap = right - left > 5 ? 2 : right - left > 2.5 ? 1 : 0;
    const QRectF bar(left, 0, std::max(0.5, right - left - gap), height());
    const bool made = step < m_shown;
    QColor fill = colorOf(step);
    const QColor ink = luminance(fill) > 0.20 ? m_inkOnBright : m_inkOnDark;
    if (!made) fill.setAlphaF(kFuture);
    painter->setPen(Qt::NoPen);
    painter->setBrush(fill);
    const qreal radius = std::min(4.0, bar.width() / 3);
    painter->drawRoundedRect(bar, radius, radius);
    if (!numbered || bar.width() < kRoomForNumber || step >= m_sizes.size()) continue;
    painter->setPen(made ? ink : m_faintInk);
    painter->drawText(bar, Qt::AlignCenter, QString::number(m_sizes[step]));
  }
}
