#include "canvas_look.h"

#include <QLinearGradient>
#include <QPainter>

#include <algorithm>
#include <cmath>

QColor underLayer(const QColor& patch, const QColor& color, qreal blend) {
  const qreal grey = 0.2126 * patch.redF() + 0.7152 * patch.greenF() + 0.0722 * patch.blueF();
  const auto channel = [&](qreal own, qreal layer) {
    const qreal muted = std::clamp(((grey + (own - grey) * 0.12) * 0.88 - 0.5) * 1.6 + 0.5, 0.0, 1.0);
    return muted + (layer - muted) * blend;
  };
  return QColor::fromRgbF(float(channel(patch.redF(), color.redF())), float(channel(patch.greenF(), color.greenF())),
                          float(channel(patch.blueF(), color.blueF())));
}

bool wantsDarkInk(const QColor& background) {
  const auto linear = [](qreal c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
  return 0.2126 * linear(background.redF()) + 0.7152 * linear(background.greenF()) +
             0.0722 * linear(background.blueF()) >
         0.20;
}

QImage colorRamp(const QStringList& stops) {
  QImage image(256, 1, QImage::Format_RGBX8888);
  QLinearGradient gradient(0.5, 0, 255.5, 0);
  for (qsizetype i = 0; i < stops.size(); ++i)
    gradient.setColorAt(stops.size() > 1 ? qreal(i) / (stops.size() - 1) : 0, QColor(stops[i]));
  QPainter(&image).fillRect(image.rect(), gradient);
  return image;
}
