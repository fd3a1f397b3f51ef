#include "backends/cpu/amx_product.h"

#if defined(__AMX_BF16__) && defined(__linux__)

#include <immintrin.h>

namespace lpd::kernels {
namespace {

// clang-format off
#include "backends/cpu/vector_math.inl"
#include "backends/cpu/amx_tiles.inl"
// clang-format on

static_assert(kSide == kPanel && kDepth == kAmxDepth);

/// Tiles 0 to 3 = 32 rows by two panels, or (Low) 16 rows by four.
template <bool Low>
LPD_INLINE void multiplyBlock(const AmxProductArgs& t, std::int64_t row, const std::uint16_t* const (&panels)[4]) {
  _tile_zero(0);
  _tile_zero(1);
  _tile_zero(2);
  _tile_zero(3);
  const std::int64_t rowBytes = 2 * t.rowStride;
  std::int64_t at = 0;  // in each panel
  for (int segment = 0; segment < t.weights.segments; ++segment) {
    const std::uint16_t* x = t.x + row * t.rowStride + segment * t.segmentStride;
    for (std::int64_t k = 0; k < t.weights.inner; k += kDepth, at += kTileValues) {
      _tile_loadd(4, x + k, rowBytes);
      _tile_loadd(6, panels[0] + at, 64);
      _tile_dpbf16ps(0, 4, 6);
      _tile_loadd(7, panels[1] + at, 64);
      _tile_dpbf16ps(1, 4, 7);
      if (Low) {
        _tile_loadd(6, panels[2] + at, 64);
        _tile_dpbf16ps(2, 4, 6);
        _tile_loadd(7, panels[3] + at, 64);
        _tile_dpbf16ps(3, 4, 7);
      } else {
        _tile_loadd(5, x + k + kSide * t.rowStride, rowBytes);
        _tile_dpbf16ps(2, 5, 6);
        _tile_dpbf16ps(3, 5, 7);
      }
    }
  }
}

/// One tile's sums become outputs.
void finish(const AmxProductArgs& t, const float* sums, std::int64_t row, std::int64_t rows, std::int64_t panel) {
  const std::int64_t at = panel * kPanel;
  const std::int64_t count = t.weights.columns - at < kPanel ? t.weights.columns - at : kPanel;
  const Vec bias = t.bias ? loadColumns(t.bias + at, count) : Vec{};
  for (std::int64_t r = 0; r < rows; ++r) {
    float* out = t.out + (row + r) * t.outStride + at;
    Vec v = load(sums + r * kSide) + bias;
    if (t.epilogue == Epilogue::Gelu) v = gelu(v);
    if (t.epilogue == Epilogue::Add) v += loadColumns(out, count);
    if (t.residual) v += loadColumns(t.residual + (row + r) * t.outStride + at, count);
    if (t.roundToBf16) v = roundedToBf16(v);
    storeColumns(out, v, count);
  }
}

}  // namespace

void amxProduct(const AmxProductArgs& t, std::int64_t rowBegin, std::int64_t rowEnd, std::int64_t panelBegin,
                std::int64_t panelEnd) {
  const TileState tiles;
  alignas(64) float sums[4][kSide * kSide];
  const std::int64_t panelSize = t.weights.segments * t.weights.inner * kPanel;
  const auto smaller = [](std::int64_t a, std::int64_t b) { return a < b ? a : b; };
  for (std::int64_t row = rowBegin; row < rowEnd;) {
    const bool low = rowEnd - row <= kSide;
    const std::int64_t rows = smaller(rowEnd - row, 2 * kSide), together = low ? 4 : 2;
    for (std::int64_t panel = panelBegin; panel < panelEnd; panel += together) {
      const std::uint16_t* panels[4];  // those behind the last repeat it
      for (std::int64_t i = 0; i < 4; ++i)
        panels[i] = t.weights.data + smaller(panel + i, panelEnd - 1) * panelSize;
      if (low)
        multiplyBlock<true>(t, row, panels);
      else
        multiplyBlock<false>(t, row, panels);
      _tile_stored(0, sums[0], 64);
      _tile_stored(1, sums[1], 64);
      _tile_stored(2, sums[2], 64);
      _tile_stored(3, sums[3], 64);
      for (std::int64_t i = 0; i < 4; ++i) {
        const std::int64_t down = low ? 0 : i / 2 * kSide, right = low ? i : i % 2;
        if (down < rows && panel + right < panelEnd)
          finish(t, sums[i], row + down, smaller(rows - down, kSide), panel + right);
      }
    }
    row += rows;
  }
}

}  // namespace lpd::kernels

#else

namespace lpd::kernels {

void amxProduct(const AmxProductArgs&, std::int64_t, std::int64_t, std::int64_t, std::int64_t) {}

}  // namespace lpd::kernels

#endif
