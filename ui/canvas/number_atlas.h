#pragma once

#include <QFont>
#include <QHash>
#include <QImage>
#include <QRectF>

// The digits of the canvas, drawn once at the size in use: coverage in red, a soft shadow in green.
class NumberAtlas {
 public:
  struct Glyph {
    QRectF source;      // in the image, device pixels
    qreal advance = 0;  // device pixels
  };
  static constexpr int kMargin = 4;  // device pixels around a glyph, for its shadow

  NumberAtlas() = default;
  // `font` at `pixelSize` logical pixels, for a screen of `ratio` device pixels a logical one.
  NumberAtlas(const QFont& font, qreal pixelSize, qreal ratio);

  bool isFor(const QFont& font, qreal pixelSize, qreal ratio) const;
  const QImage& image() const { return m_image; }
  const Glyph* glyph(QChar c) const;
  qreal width(QStringView text) const;             // device pixels
  qreal capHeight() const { return m_capHeight; }  // device pixels
  qreal baseline() const { return m_baseline; }    // device pixels below the top of each glyph's box
  qreal glyphHeight() const { return m_image.height(); }

 private:
  QFont m_font;
  qreal m_pixelSize = 0, m_ratio = 0, m_capHeight = 0, m_baseline = 0;
  QImage m_image;
  QHash<QChar, Glyph> m_glyphs;
};
