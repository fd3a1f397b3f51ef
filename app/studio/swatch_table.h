#pragma once

#include <QtGui/QImage>

#include <cstdint>
#include <vector>

namespace lpd::studio {

/// Every token's mean look, 4x4 pixels each: what the canvas shows before the picture is decoded.
class SwatchTable {
 public:
  static constexpr int kSide = 4;  ///< pixels of a swatch's side

  SwatchTable() = default;
  /// `bytes` as Engine::swatches gives them: [vocab][4][4][3], row-major.
  explicit SwatchTable(std::vector<std::uint8_t> bytes) : m_bytes(std::move(bytes)) {}

  int vocab() const { return static_cast<int>(m_bytes.size() / kBytesEach); }
  /// One swatch, 4x4 pixels; null where the token is unknown.
  QImage image(int token) const;
  /// Paints a token's swatch into cell (column, row) of `sheet`, an ARGB32 picture of 4x4 pixels a cell.
  void paint(QImage& sheet, int column, int row, int token) const;

 private:
  static constexpr std::size_t kBytesEach = kSide * kSide * 3;
  std::vector<std::uint8_t> m_bytes;
};

}  // namespace lpd::studio
