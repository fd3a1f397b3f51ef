#include "window_walk.h"

#include <algorithm>
#include <cmath>

namespace window_walk {

namespace {

bool is(const QObject* object, const char* type) {
  return object->inherits(type);
}

QRectF inScene(const QQuickItem* item) {
  return item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
}

void collect(QQuickItem* item, QList<QQuickItem*>& found) {
  if (!item->isVisible() || item->opacity() <= 0) return;
  QList<QQuickItem*> children = item->childItems();
  std::stable_sort(children.begin(), children.end(),
                   [](const QQuickItem* a, const QQuickItem* b) { return a->z() < b->z(); });
  for (QQuickItem* child : children)
    if (child->z() < 0) collect(child, found);
  found << item;
  for (QQuickItem* child : children)
    if (child->z() >= 0) collect(child, found);
}

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
  return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// Draws something that is no plain colour.
bool isPicture(const QQuickItem* item) {
  return is(item, "QQuickImage") || is(item, "PatchCanvas") || is(item, "StepBars") || is(item, "PixelImage") ||
         is(item, "StepTrack");
}

/// The shadows of what floats: they darken what is around it, and their own surface covers them.
bool isShade(const QQuickItem* item) {
  return is(item, "QQuickShaderEffect");
}

}  // namespace

QQuickItem* rootOf(const QQuickWindow* window) {
  QQuickItem* outermost = window->contentItem();
  while (outermost->parentItem())
    outermost = outermost->parentItem();
  return outermost;
}

QQuickItem* itemNamed(const QQuickWindow* window, const QString& name) {
  for (QQuickItem* one : painted(rootOf(window)))
    if (one->objectName() == name) return one;
  return nullptr;
}

bool isSeen(const QQuickItem* item) {
  if (!item->isVisible() || item->width() <= 0 || item->height() <= 0 || opacityOf(item) < 0.05) return false;
  QRectF shown = inScene(item);
  for (const QQuickItem* around = item->parentItem(); around; around = around->parentItem())
    if (around->clip()) shown = shown.intersected(inScene(around));
  return shown.width() > 1 && shown.height() > 1;
}

QList<QQuickItem*> painted(QQuickItem* root) {
  QList<QQuickItem*> found;
  collect(root, found);
  return found;
}

bool isControl(const QQuickItem* item) {
  for (const char* type : {"QQuickAbstractButton", "QQuickTextInput", "QQuickTextEdit", "QQuickSlider"})
    if (is(item, type)) return true;
  return item->activeFocusOnTab();
}

QColor surfaceUnder(const QQuickItem* item, const QList<QQuickItem*>& inPaintOrder, const QColor& window) {
  const QPointF middle = item->mapToScene({item->width() / 2, item->height() / 2});
  QColor color = window;
  for (const QQuickItem* other : inPaintOrder) {
    if (other == item) break;
    if (!isSeen(other) || !inScene(other).contains(middle) || isShade(other)) continue;
    if (isPicture(other)) {
      color = QColor();
    } else if (is(other, "QQuickRectangle")) {
      const QColor fill = other->property("color").value<QColor>();
      const double opacity = opacityOf(other);
      if (fill.alphaF() * opacity > 0.995)
        color = fill;
      else if (color.isValid())
        color = over(fill, color, opacity);
    }
  }
  return color;
}

double contrast(const QColor& a, const QColor& b) {
  const double one = luminance(a), other = luminance(b);
  return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

QColor over(const QColor& top, const QColor& below, double opacity) {
  const double share = top.alphaF() * opacity;
  const auto mix = [share](double t, double b) { return static_cast<float>(t * share + b * (1 - share)); };
  return QColor::fromRgbF(mix(top.redF(), below.redF()), mix(top.greenF(), below.greenF()),
                          mix(top.blueF(), below.blueF()));
}

double opacityOf(const QQuickItem* item) {
  double opacity = 1;
  for (; item; item = item->parentItem())
    opacity *= item->opacity();
  return opacity;
}

QString nameOf(const QQuickItem* item) {
  const auto type = [](const QQuickItem* one) {
    return QString::fromLatin1(one->metaObject()->className()).section(QLatin1String("_QML"), 0, 0);
  };
  QString name = type(item) + QLatin1Char(' ') + item->objectName();
  const QString text = item->property("text").toString();
  if (!text.isEmpty()) name += QStringLiteral(" “%1”").arg(text.left(40));
  for (const QQuickItem* around = item->parentItem(); around; around = around->parentItem())
    if (const QString outer = type(around); !outer.startsWith(QLatin1String("QQuick")))
      name += QLatin1String(" < ") + outer;
  return name.simplified();
}

}  // namespace window_walk
