#include "swatch_table.h"

namespace lpd::studio {

QImage SwatchTable::image(int token) const {
  if (token < 0 || token >= vocab()) return {};
  const std::uint8_t* bytes = m_bytes.data() + kBytesEach * static_cast<std::size_t>(token);
  return QImage(bytes, kSide, kSide, kSide * 3, QImage::Format_RGB888).convertToFormat(QImage::Format_RGB32);
}

void SwatchTable::paint(QImage& sheet, int column, int row, int token) const {
  if (token < 0 || token >= vocab()) return;
  const std::uint8_t* rgb = m_bytes.data() + kBytesEach * static_cast<std::size_t>(token);
  for (int y = 0; y < kSide; ++y) {
    QRgb* line = reinterpret_cast<QRgb*>(sheet.scanLine(row * kSide + y)) + column * kSide;
    for (int x = 0; x < kSide; ++x, rgb += 3)
      line[x] = qRgb(rgb[0], rgb[1], rgb[2]);
  }
}

}  // namespace lpd::studio
