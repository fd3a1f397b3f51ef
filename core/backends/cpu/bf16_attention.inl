// Attention of teacher-forced sequences in bfloat16, on whichever tiles_*.inl is included before.

constexpr int up(int value, int to) {
  return (value + to - 1) / to * to;
}

/// Rows 2 i and 2 i + 1 of 16 columns side by side: one row of an operand's tile.
LPD_INLINE VecBits paired(VecBits even, VecBits odd) {
  return even | odd << 16;
}
LPD_INLINE VecBits widened(const std::uint16_t* p) {
  return __builtin_convertvector(*reinterpret_cast<const VecHalfUnaligned*>(p), VecBits);
}
LPD_INLINE VecBits bf16Bits(Vec v) {
  return (VecBits)roundedToBf16(v) >> 16;
}
LPD_INLINE void storeBits(std::uint16_t* p, VecBits v) {
  *reinterpret_cast<VecBits*>(p) = v;
}

/// out[i][j] = in[j][i] for 16 x 16 words, rows of `in` `stride` words apart.
LPD_INLINE void transposeWords(const std::uint16_t* in, std::int64_t strideWords, std::uint16_t* out) {
  const __m512i rows = _mm512_mullo_epi32(_mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
                                          _mm512_set1_epi32(static_cast<int>(strideWords)));
  for (int i = 0; i < kSide; ++i)
    _mm512_store_si512(out + i * kDepth, _mm512_mask_i32gather_epi32(_mm512_setzero_si512(), 0xffff, rows,
                                                                     reinterpret_cast<const int*>(in) + i, 4));
}

/// The rows of queries, keys, values or gradients of a head, one after the other, zeros behind the last.
void copyRows(const std::uint16_t* in, std::int64_t stride, int rows, int padded, int width, std::uint16_t* out) {
  for (int r = 0; r < rows; ++r)
    std::memcpy(out + static_cast<std::int64_t>(r) * width, in + r * stride, 2 * static_cast<std::size_t>(width));
  std::memset(out + static_cast<std::int64_t>(rows) * width, 0, 2 * static_cast<std::size_t>(padded - rows) * width);
}

/// Operands that multiply by the transposed rows: tiles [rows / 16][width / 32].
void asTransposedOperand(const std::uint16_t* rows, int count, int width, std::uint16_t* out) {
  for (int r = 0; r < count; r += kSide)
    for (int k = 0; k < width; k += kDepth, out += kTileValues)
      transposeWords(rows + static_cast<std::int64_t>(r) * width + k, width / 2, out);
}

/// Operands that multiply by the rows: tiles [rows / 32][width / 16].
void asOperand(const std::uint16_t* rows, int count, int width, std::uint16_t* out) {
  for (int r = 0; r < count; r += kDepth)
    for (int n = 0; n < width; n += kSide)
      for (int pair = 0; pair < kSide; ++pair, out += kDepth) {
        const std::uint16_t* even = rows + static_cast<std::int64_t>(r + 2 * pair) * width + n;
        storeBits(out, paired(widened(even), widened(even + width)));
      }
}

/// The transposed of 64 rows as the left operand: [width][64].
void asTransposedLeft(const std::uint16_t* rows, int width, std::uint16_t* out) {
  alignas(64) std::uint16_t pairs[kTileValues], turned[kTileValues];
  for (int r = 0; r < kTileRowsMost; r += kDepth)
    for (int n = 0; n < width; n += kSide) {
      for (int pair = 0; pair < kSide; ++pair) {
        const std::uint16_t* even = rows + static_cast<std::int64_t>(r + 2 * pair) * width + n;
        storeBits(pairs + pair * kDepth, paired(widened(even), widened(even + width)));
      }
      transposeWords(pairs, kSide, turned);
      for (int i = 0; i < kSide; ++i)
        std::memcpy(out + static_cast<std::int64_t>(n + i) * kTileRowsMost + r, turned + i * kDepth, 2 * kDepth);
    }
}

/// The cells that a tile's rows are computed against: blocks of 32 of the sequence, those of the context and those of
/// the rows' own groups, side by side.
class Columns {
 public:
  explicit Columns(const SeenCells& span)
      : context_(up(span.prefix, kDepth) / kDepth), own_(context_), ownEnd_(context_) {
    if (span.ownBegin == span.ownEnd) return;
    own_ = span.ownBegin / kDepth > context_ ? span.ownBegin / kDepth : context_;
    ownEnd_ = up(span.ownEnd, kDepth) / kDepth > own_ ? up(span.ownEnd, kDepth) / kDepth : own_;
  }
  int blocks() const { return context_ + ownEnd_ - own_; }
  int width() const { return blocks() * kDepth; }
  int sequenceBlock(int block) const { return block < context_ ? block : block - context_ + own_; }

  /// Which of the 16 columns from `column` on a row sees.
  __mmask16 visible(const SeenCells& seen, int column) const {
    const unsigned own = below(here(seen.ownEnd) - column) & ~below(here(seen.ownBegin) - column);
    return static_cast<__mmask16>(below(seen.prefix - column) | own);
  }

 private:
  int here(int cell) const { return cell < context_ * kDepth ? cell : cell - (own_ - context_) * kDepth; }
  static unsigned below(int count) { return count <= 0 ? 0 : count >= kSide ? 0xffffu : (1u << count) - 1; }

  int context_, own_, ownEnd_;  // in blocks
};

LPD_INLINE Vec masked(__mmask16 mask, Vec v) {
  return (Vec)_mm512_maskz_mov_ps(mask, (__m512)v);
}

/// Working memory, cut into arrays of whole cache lines.
class Scratch {
 public:
  Scratch(const AttentionHead& head, void* memory) : next_(static_cast<char*>(memory)) {
    rows_ = up(head.length, kDepth) + kTileRowsMost;  // a tile of rows may begin anywhere
  }
  int paddedRows() const { return rows_; }
  std::uint16_t* halves(std::int64_t count) { return static_cast<std::uint16_t*>(take(2 * count)); }
  float* floats(std::int64_t count) { return static_cast<float*>(take(4 * count)); }

 private:
  void* take(std::int64_t bytes) {
    char* const taken = next_;
    next_ += (bytes + 63) / 64 * 64;
    return taken;
  }
  char* next_;
  int rows_;
};

/// scores[row][column] = rows * the transposed operand, for the columns of a tile of rows.
void multiplyByTransposed(const std::uint16_t* rows, const std::uint16_t* operand, int width, const Columns& columns,
                          int rowBlocks, float* scores) {
  const int depth = width / kDepth;
  for (int column = 0; column < columns.width(); column += kSide) {
    const int block = 2 * columns.sequenceBlock(column / kDepth) + column / kSide % 2;
    const std::uint16_t* const tiles = operand + static_cast<std::int64_t>(block) * depth * kTileValues;
    multiplyTiles<false>(
        rows, width, rowBlocks, depth, [&](int k) { return tiles + k * kTileValues; }, kDepth, scores + column,
        columns.width());
  }
}

/// sums[row][width] = cells * the rows of the operand that the columns are of.
void multiplyByRows(const std::uint16_t* cells, const std::uint16_t* operand, int width, const Columns& columns,
                    int rowBlocks, float* sums) {
  const std::int64_t step = static_cast<std::int64_t>(width / kSide) * kTileValues;
  for (int n = 0; n < width; n += kSide) {
    const std::uint16_t* const tiles = operand + n / kSide * kTileValues;
    multiplyTiles<false>(
        cells, columns.width(), rowBlocks, columns.blocks(),
        [&](int block) { return tiles + columns.sequenceBlock(block) * step; }, kDepth, sums + n, width);
  }
}

/// sums[width][sequence] += left[width][64] * pairs, which stand for 64 rows of the columns.
void addProducts(const std::uint16_t* left, const std::uint16_t* pairs, int width, const Columns& columns, int rows,
                 std::int64_t sequence, float* sums) {
  for (int n = 0; n < width; n += kTileRowsMost) {
    const int blocks = (width - n < kTileRowsMost ? width - n : kTileRowsMost) / kSide;
    for (int column = 0; column < columns.width(); column += kSide) {
      float* const to = sums + n * sequence + columns.sequenceBlock(column / kDepth) * kDepth + column % kDepth;
      const std::int64_t pairStride = std::int64_t{2} * columns.width();
      multiplyTiles<true>(
          left + n * kTileRowsMost, kTileRowsMost, blocks, up(rows, kDepth) / kDepth,
          [&](int k) { return pairs + 2 * column + k * kSide * pairStride; }, pairStride, to, sequence);
    }
  }
}

void storeRow(std::uint16_t* out, const float* row, int width, float factor) {
  for (int i = 0; i < width; i += kSide)
    store(out + i, load(row + i) * factor);
}

float scaleOf(const AttentionHead& head) {
  return 1 / __builtin_sqrtf(static_cast<float>(head.width));
}

/// cells = exp(scale * score - the largest) where they are seen, 0 elsewhere. Returns the sum; `largest` is set.
float exponentials(const float* scores, const Columns& columns, const SeenCells& seen, float scale, float& most,
                   std::uint16_t* cells) {
  Vec top = broadcast(-__builtin_inff());
  for (int c = 0; c < columns.width(); c += kSide)
    top = (Vec)_mm512_mask_max_ps((__m512)top, columns.visible(seen, c), (__m512)top, (__m512)load(scores + c));
  most = largest(top) * scale;
  Vec total{};
  for (int c = 0; c < columns.width(); c += kSide) {
    const Vec value = masked(columns.visible(seen, c), exponential(load(scores + c) * scale - most));
    total += value;
    store(cells + c, value);
  }
  return sum(total);
}

/// Columns of [width][sequence] become the rows of a head's keys or values.
void storeTransposed(const float* sums, std::int64_t sequence, int length, int width, std::uint16_t* out,
                     std::int64_t stride) {
  std::uint16_t block[kSide][kSide];
  for (int first = 0; first < length; first += kSide) {
    const int rows = length - first < kSide ? length - first : kSide;
    for (int n = 0; n < width; n += kSide) {
      for (int i = 0; i < kSide; ++i)
        store(block[i], load(sums + (n + i) * sequence + first));
      for (int r = 0; r < rows; ++r)
        for (int i = 0; i < kSide; ++i)
          out[(first + r) * stride + n + i] = block[i][r];
    }
  }
}

void bf16Attention(const AttentionHead& head, std::uint16_t* out, std::int64_t outStride, float* logSums,
                   void* memory) {
  const TileState tiles;
  Scratch scratch(head, memory);
  const int width = head.width, rows = scratch.paddedRows();
  const std::int64_t size = static_cast<std::int64_t>(rows) * width;
  std::uint16_t *queries = scratch.halves(size), *copied = scratch.halves(size), *keys = scratch.halves(size),
                *values = scratch.halves(size);
  float *scores = scratch.floats(kTileRowsMost * rows), *sums = scratch.floats(kTileRowsMost * width);
  std::uint16_t* const cells = scratch.halves(kTileRowsMost * rows);
  copyRows(head.qkv, head.stride, head.length, rows, width, queries);
  copyRows(head.qkv + head.model, head.stride, head.length, rows, width, copied);
  asTransposedOperand(copied, rows, width, keys);
  copyRows(head.qkv + 2 * head.model, head.stride, head.length, rows, width, copied);
  asOperand(copied, rows, width, values);

  for (int t = 0; t < head.tileCount; ++t) {
    const RowTile& tile = head.tiles[t];
    const Columns columns(tile.span);
    const int count = tile.end - tile.begin, rowBlocks = up(count, kSide) / kSide;
    multiplyByTransposed(queries + static_cast<std::int64_t>(tile.begin) * width, keys, width, columns, rowBlocks,
                         scores);
    float totals[kTileRowsMost];
    for (int r = 0; r < count; ++r) {
      const std::int64_t at = static_cast<std::int64_t>(r) * columns.width();
      float most = 0;
      totals[r] = exponentials(scores + at, columns, head.seen[tile.begin + r], scaleOf(head), most, cells + at);
      logSums[tile.begin + r - head.firstRow] = most + __builtin_logf(totals[r]);
    }
    multiplyByRows(cells, values, width, columns, rowBlocks, sums);
    for (int r = 0; r < count; ++r)
      storeRow(out + (tile.begin + r - head.firstRow) * outStride, sums + static_cast<std::int64_t>(r) * width, width,
               1 / totals[r]);
  }
}

void bf16AttentionGradient(const AttentionHead& head, const std::uint16_t* gradient, std::int64_t gradientStride,
                           const float* logSums, std::uint16_t* qkvGradient, void* memory) {
  const TileState tiles;
  Scratch scratch(head, memory);
  const int width = head.width, rows = scratch.paddedRows();
  const std::int64_t size = static_cast<std::int64_t>(rows) * width;
  std::uint16_t *queries = scratch.halves(size), *incoming = scratch.halves(size), *copied = scratch.halves(size);
  std::uint16_t *keysTurned = scratch.halves(size), *valuesTurned = scratch.halves(size), *keys = scratch.halves(size);
  float *keySums = scratch.floats(size), *valueSums = scratch.floats(size);
  float *scores = scratch.floats(kTileRowsMost * rows), *slopes = scratch.floats(kTileRowsMost * rows);
  float* const sums = scratch.floats(kTileRowsMost * width);
  std::uint16_t* const cells = scratch.halves(kTileRowsMost * rows);
  std::uint16_t *scorePairs = scratch.halves(kTileRowsMost * rows), *weightPairs = scratch.halves(kTileRowsMost * rows);
  std::uint16_t *queriesLeft = scratch.halves(kTileRowsMost * width),
                *incomingLeft = scratch.halves(kTileRowsMost * width);
  copyRows(head.qkv, head.stride, head.length, rows, width, queries);
  copyRows(gradient, gradientStride, head.length - head.firstRow, rows, width, incoming);
  copyRows(head.qkv + head.model, head.stride, head.length, rows, width, copied);
  asTransposedOperand(copied, rows, width, keysTurned);
  asOperand(copied, rows, width, keys);
  copyRows(head.qkv + 2 * head.model, head.stride, head.length, rows, width, copied);
  asTransposedOperand(copied, rows, width, valuesTurned);
  std::memset(keySums, 0, 4 * static_cast<std::size_t>(size));
  std::memset(valueSums, 0, 4 * static_cast<std::size_t>(size));
  const float scale = scaleOf(head);
  for (int r = 0; r < head.firstRow; ++r)
    std::memset(qkvGradient + r * head.stride, 0, 2 * static_cast<std::size_t>(width));

  for (int t = 0; t < head.tileCount; ++t) {
    const RowTile& tile = head.tiles[t];
    const Columns columns(tile.span);
    const int count = tile.end - tile.begin, rowBlocks = up(count, kSide) / kSide, across = columns.width();
    const std::uint16_t* const ofTile = incoming + static_cast<std::int64_t>(tile.begin - head.firstRow) * width;
    multiplyByTransposed(queries + static_cast<std::int64_t>(tile.begin) * width, keysTurned, width, columns, rowBlocks,
                         scores);
    multiplyByTransposed(ofTile, valuesTurned, width, columns, rowBlocks, slopes);

    // Scores become weights; their gradients, those of the scores. Both are kept in pairs of rows.
    for (int first = 0; first < up(count, kDepth); first += 2) {
      const SeenCells* seen[2] = {};
      float shift[2] = {}, mean[2] = {};
      for (int i = 0; i < 2 && first + i < count; ++i) {
        const int row = tile.begin + first + i;
        seen[i] = head.seen + row;
        shift[i] = logSums[row - head.firstRow];
        float* const score = scores + static_cast<std::int64_t>(first + i) * across;
        const float* const slope = slopes + static_cast<std::int64_t>(first + i) * across;
        Vec total{};
        for (int c = 0; c < across; c += kSide) {
          const Vec weight = masked(columns.visible(*seen[i], c), exponential(load(score + c) * scale - shift[i]));
          total += weight * load(slope + c);
          store(score + c, weight);
        }
        mean[i] = sum(total);
      }
      const std::int64_t at = static_cast<std::int64_t>(first) * across;
      for (int c = 0; c < across; c += kSide) {
        VecBits weights[2] = {}, ofScores[2] = {};
        for (int i = 0; i < 2 && seen[i]; ++i) {
          const Vec weight = load(scores + at + i * across + c);
          weights[i] = bf16Bits(weight);
          ofScores[i] = bf16Bits(weight * (load(slopes + at + i * across + c) - mean[i]) * scale);
          *reinterpret_cast<VecHalfUnaligned*>(cells + at + i * across + c) =
              __builtin_convertvector(ofScores[i], VecHalf);
        }
        storeBits(weightPairs + at + 2 * c, paired(weights[0], weights[1]));
        storeBits(scorePairs + at + 2 * c, paired(ofScores[0], ofScores[1]));
      }
    }

    multiplyByRows(cells, keys, width, columns, rowBlocks, sums);
    for (int r = 0; r < count; ++r)
      storeRow(qkvGradient + (tile.begin + r) * head.stride, sums + static_cast<std::int64_t>(r) * width, width, 1);
    asTransposedLeft(queries + static_cast<std::int64_t>(tile.begin) * width, width, queriesLeft);
    asTransposedLeft(ofTile, width, incomingLeft);
    addProducts(queriesLeft, scorePairs, width, columns, count, rows, keySums);
    addProducts(incomingLeft, weightPairs, width, columns, count, rows, valueSums);
  }
  storeTransposed(keySums, rows, head.length, width, qkvGradient + head.model, head.stride);
  storeTransposed(valueSums, rows, head.length, width, qkvGradient + 2 * head.model, head.stride);
}
