#include "canvas_numbers.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace {

constexpr qreal kSmallest = 8, kLargest = 22;  // logical pixels
constexpr qreal kOpenAlpha = 0.62;             // planned, not made yet

QColor onRamp(const QImage& ramp, qreal t) {
  if (ramp.isNull()) return Qt::gray;
  return ramp.pixelColor(std::clamp(int(std::lround(t * (ramp.width() - 1))), 0, ramp.width() - 1), 0);
}

qreal valueAt(const QList<qreal>& values, qsizetype position) {
  return position < values.size() ? values[position] : -1;
}

QString textAt(const NumberScene& scene, qsizetype position) {
  if (!scene.look.heat) return QString::number(scene.steps[position] + 1);
  const qreal value = valueAt(scene.values, position);
  return value < 0 ? QString() : QLocale().toString(value * scene.valueFactor, 'f', scene.decimals);
}

QColor layerColor(const NumberScene& scene, qsizetype position) {
  if (scene.look.heat) return onRamp(scene.heatRamp, valueAt(scene.values, position) / scene.largestValue);
  return onRamp(scene.stepRamp, qreal(scene.steps[position]) / std::max(1, scene.stepCount - 1));
}

// How far the front that runs through a planned order has passed a step.
qreal ghostAlpha(const NumberScene& scene, int step) {
  const qreal place = qreal(step) / std::max(1, scene.stepCount - 1);
  return scene.look.ghostStrength * std::clamp((scene.look.ghostFront - place) * 8, 0.0, 1.0);
}

QColor withAlpha(QColor color, qreal alpha) {
  color.setAlphaF(float(color.alphaF() * std::clamp(alpha, 0.0, 1.0)));
  return color;
}

QColor patchColor(const NumberScene& scene, int position) {
  const int column = position % scene.look.columns, row = position / scene.look.columns;
  const bool known = column < scene.patches.width() && row < scene.patches.height();
  return known ? scene.patches.pixelColor(column, row) : QColor(Qt::gray);
}

}  // namespace

qreal numberSize(const NumberScene& scene) {
  const qreal width = scene.look.gridSize.width() / scene.look.columns;
  const qreal height = scene.look.gridSize.height() / scene.look.rows;
  const qreal most = scene.largestValue * scene.valueFactor;
  const int digits = int(QString::number(scene.look.heat ? int(most) : scene.stepCount).size());
  const qreal ems = digits * 0.64 + (scene.look.heat && scene.decimals > 0 ? 0.3 + 0.64 * scene.decimals : 0);
  const qreal size = std::min({std::min(width, height) * 0.36, (width - 3) / ems, kLargest});
  return size < kSmallest ? 0 : std::floor(size);
}

QList<CanvasNumber> canvasNumbers(const NumberScene& scene) {
  QList<CanvasNumber> numbers;
  const CanvasLook& look = scene.look;
  const qreal width = look.gridSize.width() / look.columns, height = look.gridSize.height() / look.rows;
  const auto count = std::min<qsizetype>(scene.steps.size(), qsizetype(look.columns) * look.rows);
  for (qsizetype i = 0; i < count; ++i) {
    if (scene.steps[i] < 0) continue;
    const QString text = textAt(scene, i);
    if (text.isEmpty()) continue;
    const qreal revealed = scene.animation.revealed(int(i));
    CanvasNumber number{text, {(i % look.columns + 0.5) * width, (i / look.columns + 0.5) * height}, {}, false};
    if (revealed > 0) {
      const bool dark = wantsDarkInk(underLayer(patchColor(scene, int(i)), layerColor(scene, i), look.blend));
      number.ink = withAlpha(dark ? scene.inkDark : scene.inkLight, revealed * look.layerMix);
      number.shadowed = !dark;
    } else {
      const qreal planned = std::max(look.layerMix * kOpenAlpha, ghostAlpha(scene, scene.steps[i]));
      number.ink = withAlpha(scene.inkOpen, planned);
    }
    if (number.ink.alpha() > 0) numbers.append(number);
  }
  return numbers;
}
