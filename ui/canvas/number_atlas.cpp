#include "number_atlas.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <vector>

namespace {

const QString kGlyphs = QStringLiteral("0123456789.,%·…");
constexpr qreal kShadowReach = 3;  // logical pixels

// Three passes of a running mean come close to a Gaussian.
std::vector<float> blurred(std::vector<float> values, int width, int height, int radius) {
  std::vector<float> from;
  const auto pass = [&](int count, int length, int step, int stride) {
    from = values;
    for (int line = 0; line < count; ++line)
      for (int i = 0; i < length; ++i) {
        float sum = 0;
        for (int d = -radius; d <= radius; ++d)
          if (i + d >= 0 && i + d < length) sum += from[std::size_t(line * stride + (i + d) * step)];
        values[std::size_t(line * stride + i * step)] = sum / float(2 * radius + 1);
      }
  };
  for (int i = 0; i < 3; ++i) {
    pass(height, width, 1, width);
    pass(width, height, width, 1);
  }
  return values;
}

}  // namespace

NumberAtlas::NumberAtlas(const QFont& font, qreal pixelSize, qreal ratio)
    : m_font(font), m_pixelSize(pixelSize), m_ratio(ratio) {
  QFont scaled = font;
  scaled.setPixelSize(std::max(1, int(std::lround(pixelSize * ratio))));
  scaled.setStyleStrategy(QFont::PreferAntialias);
  const QFontMetricsF metrics(scaled);
  m_capHeight = metrics.capHeight();
  m_baseline = kMargin + std::ceil(metrics.capHeight());
  const int height = int(m_baseline + std::ceil(metrics.descent())) + kMargin;
  int width = 0;
  for (QChar c : kGlyphs) {
    const qreal advance = metrics.horizontalAdvance(c);
    const int box = int(std::ceil(advance)) + 2 * kMargin;
    m_glyphs.insert(c, {QRectF(width, 0, box, height), advance});
    width += box;
  }
  QImage drawn(width, height, QImage::Format_ARGB32_Premultiplied);
  drawn.fill(Qt::transparent);
  QPainter painter(&drawn);
  painter.setFont(scaled);
  painter.setPen(Qt::white);
  for (QChar c : kGlyphs)
    painter.drawText(QPointF(m_glyphs[c].source.x() + kMargin, m_baseline), c);
  painter.end();

  std::vector<float> coverage(std::size_t(width) * std::size_t(height));
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x)
      coverage[std::size_t(y * width + x)] = float(qAlpha(drawn.pixel(x, y))) / 255.0F;
  const int radius = std::clamp(int(std::lround(kShadowReach * ratio / 3)), 1, kMargin / 2);
  const std::vector<float> shadow = blurred(coverage, width, height, radius);
  m_image = QImage(width, height, QImage::Format_RGBX8888);
  for (int y = 0; y < height; ++y) {
    uchar* line = m_image.scanLine(y);
    for (int x = 0; x < width; ++x, line += 4) {
      const auto at = std::size_t(y * width + x);
      line[0] = uchar(std::lround(255 * coverage[at]));
      line[1] = uchar(std::lround(255 * std::min(1.0F, 2.2F * shadow[at])));
      line[2] = 0;
      line[3] = 255;
    }
  }
}

bool NumberAtlas::isFor(const QFont& font, qreal pixelSize, qreal ratio) const {
  return !m_image.isNull() && font == m_font && pixelSize == m_pixelSize && ratio == m_ratio;
}

const NumberAtlas::Glyph* NumberAtlas::glyph(QChar c) const {
  const auto found = m_glyphs.constFind(c);
  return found == m_glyphs.constEnd() ? nullptr : &*found;
}

qreal NumberAtlas::width(QStringView text) const {
  qreal sum = 0;
  for (QChar c : text)
    if (const Glyph* found = glyph(c)) sum += found->advance;
  return sum;
}
