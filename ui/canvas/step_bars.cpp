#include "step_bars.h"

#include "canvas_look.h"

#include <QQuickWindow>

#include <algorithm>
#include <cmath>

namespace {

constexpr qreal kNumberPixels = 11;
constexpr qreal kTall = 18;  // a bar as high as that holds its number

class StepBarsNode : public QSGNode {
 public:
  StepBarsNode() : bars(new BarNode), numbers(new NumberNode) {
    appendChildNode(bars);
    appendChildNode(numbers);
  }
  BarNode* const bars;
  NumberNode* const numbers;
};

}  // namespace

StepBars::StepBars(QQuickItem* parent) : QQuickItem(parent) {
  setFlag(ItemHasContents);
  connect(this, &StepBars::changed, this, &StepBars::update);
}

void StepBars::setStepStops(const QStringList& stops) {
  if (stops == m_stepStops) return;
  m_stepStops = stops;
  m_ramp = colorRamp(stops);
  Q_EMIT changed();
}

QColor StepBars::colorOf(int step) const {
  const auto steps = std::max<qsizetype>(2, m_sizes.size());
  return m_ramp.isNull() ? QColor(Qt::gray) : m_ramp.pixelColor(int(std::lround(255.0 * (step - 1) / (steps - 1))), 0);
}

QRectF StepBars::barRect(int step) const {
  if (step < 1 || step > m_sizes.size()) return {};
  const int largest = std::max(1, *std::max_element(m_sizes.begin(), m_sizes.end()));
  const qreal height = std::max<qreal>(4, std::round(m_barSpace * m_sizes[step - 1] / largest));
  return {(step - 1) * pitch() + m_gap / 2, m_floorY - height, std::max<qreal>(1, pitch() - m_gap), height};
}

QList<ColoredBar> StepBars::bars() const {
  QList<ColoredBar> bars;
  for (int step = 1; step <= m_sizes.size(); ++step) {
    QColor color = colorOf(step);
    const bool reached = !m_planned && step <= m_step;
    color.setAlphaF(reached ? 1.0F : m_planned ? 0.5F : 0.17F);
    bars.append({barRect(step), color});
  }
  return bars;
}

QList<CanvasNumber> StepBars::numbers() const {
  QList<CanvasNumber> numbers;
  const bool sizes = !m_dense && pitch() > 20, ms = m_showMs && !m_dense && pitch() > 24 && !m_planned;
  for (int step = 1; step <= m_sizes.size() && (sizes || ms); ++step) {
    const QRectF bar = barRect(step);
    const bool reached = !m_planned && step <= m_step, tall = bar.height() >= kTall;
    const QColor onBar = wantsDarkInk(colorOf(step)) ? m_inkDark : m_inkLight;
    const QColor ink = m_planned ? m_text1 : reached ? (tall ? onBar : m_text1) : m_text3;
    if (sizes)
      numbers.append(
          {QString::number(m_sizes[step - 1]), {bar.center().x(), bar.top() + (tall ? 12 : -9)}, ink, false});
    if (!ms) continue;
    const bool made = step <= m_stepMs.size(), current = step == m_step;
    const QString text = made                ? QString::number(std::lround(m_stepMs[step - 1]))
                         : m_live && current ? QStringLiteral("…")
                                             : QStringLiteral("·");
    numbers.append({text, {bar.center().x(), m_floorY + 16}, current ? m_text1 : made ? m_text3 : m_text4, false});
  }
  return numbers;
}

QSGNode* StepBars::updatePaintNode(QSGNode* old, UpdatePaintNodeData*) {
  auto* node = static_cast<StepBarsNode*>(old);
  const qreal ratio = window()->effectiveDevicePixelRatio();
  const bool fresh = !node;
  if (fresh) node = new StepBarsNode;
  if (fresh || !m_atlas.isFor(m_font, kNumberPixels, ratio)) {
    m_atlas = NumberAtlas(m_font, kNumberPixels, ratio);
    node->numbers->setAtlas(window(), m_atlas);
  }
  node->bars->setBars(bars(), m_dense ? 1.5 : 4, ratio);
  node->numbers->setNumbers(numbers(), m_atlas, ratio);
  return node;
}
