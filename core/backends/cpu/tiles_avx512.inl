// Tiles of bfloat16 on AVX512-BF16, in the layout of tiles_amx.inl. Included inside an anonymous namespace, behind
// vector_math.inl.

constexpr int kSide = 16, kDepth = 32;
constexpr int kTileValues = kSide * kDepth;  // bfloat16 values of an operand's tile

struct TileState {
  TileState() {}  // not trivial, so that nobody is warned of an unused one
};

LPD_INLINE __m512bh pairsAt(const std::uint16_t* p) {
  return (__m512bh)_mm512_loadu_si512(p);
}
/// Two neighbouring values of a row, for all columns.
LPD_INLINE __m512bh pairForAll(const std::uint16_t* p) {
  int pair;
  __builtin_memcpy(&pair, p, sizeof pair);
  return (__m512bh)_mm512_set1_epi32(pair);
}

/// c[16 * rowBlocks][16] = a * b, or c += a * b (Add). `a` advances by kDepth values for each of `depth` steps; b(k) is
/// the operand's tile of step k, its rows bStride values apart.
template <bool Add, class Operand>
LPD_INLINE void multiplyTiles(const std::uint16_t* a, std::int64_t aStride, int rowBlocks, int depth, const Operand& b,
                              std::int64_t bStride, float* c, std::int64_t cStride) {
  for (int block = 0; block < rowBlocks; ++block, a += kSide * aStride, c += kSide * cStride) {
    __m512 sums[kSide];
#pragma GCC unroll 16
    for (int r = 0; r < kSide; ++r)
      sums[r] = Add ? _mm512_loadu_ps(c + r * cStride) : _mm512_setzero_ps();
    for (int k = 0; k < depth; ++k) {
      const std::uint16_t *left = a + k * kDepth, *right = b(k);
      for (int pair = 0; pair < kSide; ++pair, left += 2, right += bStride) {
        const __m512bh columns = pairsAt(right);
#pragma GCC unroll 16
        for (int r = 0; r < kSide; ++r)
          sums[r] = _mm512_dpbf16_ps(sums[r], pairForAll(left + r * aStride), columns);
      }
    }
#pragma GCC unroll 16
    for (int r = 0; r < kSide; ++r)
      _mm512_storeu_ps(c + r * cStride, sums[r]);
  }
}

// A block of a product: 24 sums in registers.
constexpr int kBlockRows = 12, kMostPanels = 4;
constexpr std::int64_t panelsAtOnce(std::int64_t rows) {
  return rows <= 6 ? 4 : 2;
}

template <int Rows, int Panels>
void multiplyBlockOf(const Bf16ProductArgs& t, std::int64_t row, const std::uint16_t* const* panels,
                     float (*sums)[kBlockRows * kSide]) {
  __m512 out[Rows][Panels] = {};
  std::int64_t at = 0;  // in each panel
  for (int segment = 0; segment < t.weights.segments; ++segment) {
    const std::uint16_t* x = t.x + row * t.rowStride + segment * t.segmentStride;
    for (std::int64_t k = 0; k < t.weights.inner; k += 2, at += 2 * kSide) {
      __m512bh columns[Panels];
#pragma GCC unroll 4
      for (int p = 0; p < Panels; ++p)
        columns[p] = pairsAt(panels[p] + at);
#pragma GCC unroll 12
      for (int r = 0; r < Rows; ++r) {
        const __m512bh pair = pairForAll(x + r * t.rowStride + k);
#pragma GCC unroll 4
        for (int p = 0; p < Panels; ++p)
          out[r][p] = _mm512_dpbf16_ps(out[r][p], pair, columns[p]);
      }
    }
  }
#pragma GCC unroll 12
  for (int r = 0; r < Rows; ++r)
#pragma GCC unroll 4
    for (int p = 0; p < Panels; ++p)
      _mm512_storeu_ps(sums[p] + r * kSide, out[r][p]);
}

/// sums[panel][row][16] of `rows` rows from `row` on by panelsAtOnce(rows) panels.
void multiplyBlock(const Bf16ProductArgs& t, std::int64_t row, std::int64_t rows, const std::uint16_t* const* panels,
                   float (*sums)[kBlockRows * kSide]) {
  if (rows <= 1)
    multiplyBlockOf<1, 4>(t, row, panels, sums);
  else if (rows <= 2)
    multiplyBlockOf<2, 4>(t, row, panels, sums);
  else if (rows <= 4)
    multiplyBlockOf<4, 4>(t, row, panels, sums);
  else if (rows <= 6)
    multiplyBlockOf<6, 4>(t, row, panels, sums);
  else if (rows <= 8)
    multiplyBlockOf<8, 2>(t, row, panels, sums);
  else
    multiplyBlockOf<12, 2>(t, row, panels, sums);
}
