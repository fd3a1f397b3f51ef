// Tiles of bfloat16 on AMX. Included inside an anonymous namespace, behind vector_math.inl.

// A tile is 16 rows of 64 bytes. A product of tiles adds a[16][32] * b[32][16] to fp32 c[16][16]; b stands in pairs:
// b[k][n] and b[k + 1][n] side by side, 16 pairs of rows below each other.
constexpr int kSide = 16, kDepth = 32;
constexpr int kTileValues = kSide * kDepth;  // bfloat16 values of an operand's tile

struct alignas(64) TileConfiguration {
  std::uint8_t palette = 1, startRow = 0, reserved[14] = {};
  std::uint16_t rowBytes[16] = {64, 64, 64, 64, 64, 64, 64, 64};
  std::uint8_t rows[16] = {kSide, kSide, kSide, kSide, kSide, kSide, kSide, kSide};
};

struct TileState {
  TileState() {
    const TileConfiguration configuration;
    _tile_loadconfig(&configuration);
  }
  ~TileState() { _tile_release(); }
};

/// c[16 * rowBlocks][16] = a * b for up to 64 rows of a, or c += a * b (Add). `a` advances by kDepth values for each of
/// `depth` steps; b(k) is the operand's tile of step k, its rows bStride values apart.
template <bool Add, class Operand>
LPD_INLINE void multiplyTiles(const std::uint16_t* a, std::int64_t aStride, int rowBlocks, int depth, const Operand& b,
                              std::int64_t bStride, float* c, std::int64_t cStride) {
  const std::int64_t aBytes = aStride * 2, aBlock = kSide * aStride, cBytes = cStride * 4, cBlock = kSide * cStride;
  if (Add) {
    _tile_loadd(0, c, cBytes);
    if (rowBlocks > 1) _tile_loadd(1, c + cBlock, cBytes);
    if (rowBlocks > 2) _tile_loadd(2, c + 2 * cBlock, cBytes);
    if (rowBlocks > 3) _tile_loadd(3, c + 3 * cBlock, cBytes);
  } else {
    _tile_zero(0);
    _tile_zero(1);
    _tile_zero(2);
    _tile_zero(3);
  }
  for (int k = 0; k < depth; ++k, a += kDepth) {
    _tile_loadd(4, b(k), bStride * 2);
    _tile_loadd(5, a, aBytes);
    _tile_dpbf16ps(0, 5, 4);
    if (rowBlocks < 2) continue;
    _tile_loadd(6, a + aBlock, aBytes);
    _tile_dpbf16ps(1, 6, 4);
    if (rowBlocks < 3) continue;
    _tile_loadd(5, a + 2 * aBlock, aBytes);
    _tile_dpbf16ps(2, 5, 4);
    if (rowBlocks < 4) continue;
    _tile_loadd(6, a + 3 * aBlock, aBytes);
    _tile_dpbf16ps(3, 6, 4);
  }
  _tile_stored(0, c, cBytes);
  if (rowBlocks > 1) _tile_stored(1, c + cBlock, cBytes);
  if (rowBlocks > 2) _tile_stored(2, c + 2 * cBlock, cBytes);
  if (rowBlocks > 3) _tile_stored(3, c + 3 * cBlock, cBytes);
}

// A block of a product: 32 rows by two panels, or 16 rows by four.
constexpr int kBlockRows = 2 * kSide, kMostPanels = 4;
constexpr std::int64_t panelsAtOnce(std::int64_t rows) {
  return rows <= kSide ? 4 : 2;
}

template <bool Low>
LPD_INLINE void multiplyBlockOf(const Bf16ProductArgs& t, std::int64_t row, const std::uint16_t* const* panels,
                                float (*sums)[kBlockRows * kSide]) {
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
  _tile_stored(0, sums[0], 64);
  _tile_stored(1, sums[1], 64);
  _tile_stored(2, Low ? sums[2] : sums[0] + kSide * kSide, 64);
  _tile_stored(3, Low ? sums[3] : sums[1] + kSide * kSide, 64);
}

/// sums[panel][row][16] of `rows` rows from `row` on by panelsAtOnce(rows) panels.
void multiplyBlock(const Bf16ProductArgs& t, std::int64_t row, std::int64_t rows, const std::uint16_t* const* panels,
                   float (*sums)[kBlockRows * kSide]) {
  if (rows <= kSide)
    multiplyBlockOf<true>(t, row, panels, sums);
  else
    multiplyBlockOf<false>(t, row, panels, sums);
}
