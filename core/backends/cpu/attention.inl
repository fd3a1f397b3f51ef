// Attention of a few new rows over a cache laid out in panels: scores, softmax, weighted values.

/// Turns `visible` scores into e^(score - largest); returns their sum. Values up to the next multiple of kLanes are
/// overwritten with 0.
LPD_INLINE float exponentiate(float* scores, std::int64_t visible, float scale) {
  const std::int64_t padded = (visible + kLanes - 1) / kLanes * kLanes;
  for (std::int64_t i = visible; i < padded; ++i)
    scores[i] = scores[visible - 1];
  Vec most = load(scores);
  for (std::int64_t i = kLanes; i < padded; i += kLanes)
    most = larger(most, load(scores + i));
  const float top = largest(most) * scale;
  for (std::int64_t i = 0; i < padded; i += kLanes)
    store(scores + i, exponential(load(scores + i) * scale - top));
  for (std::int64_t i = visible; i < padded; ++i)
    scores[i] = 0;
  Vec total{};
  for (std::int64_t i = 0; i < padded; i += kLanes)
    total += load(scores + i);
  return sum(total);
}

template <int R>
void attentionTile(const AttentionArgs& t, std::int64_t row, std::int64_t visible) {
  for (std::int64_t panel = 0; panel < panelsFor(visible); ++panel) {
    Vec sums[R][kVectors] = {};
    accumulate<R, 1>(t.queries + row * t.queryStride, t.queryStride, t.keys + panel * t.headWidth * kPanel, 0,
                     t.headWidth, sums);
    for (int r = 0; r < R; ++r)
      for (int j = 0; j < kVectors; ++j)
        store(t.scratch + r * t.capacity + panel * kPanel + j * kLanes, sums[r][j]);
  }
  float inverse[R];
  for (int r = 0; r < R; ++r)
    inverse[r] = 1.0f / exponentiate(t.scratch + r * t.capacity, visible, t.scale);
  for (std::int64_t panel = 0; panel < panelsFor(t.headWidth); ++panel) {
    Vec sums[R][kVectors] = {};
    accumulate<R, 1>(t.scratch, t.capacity, t.values + panel * t.capacity * kPanel, 0, visible, sums);
    for (int r = 0; r < R; ++r) {
      float* out = t.out + (row + r) * t.outStride;
      forColumns(sums[r], panel * kPanel, t.headWidth, [&](std::int64_t at, Vec v, std::int64_t count) {
        v *= inverse[r];
        if (t.roundToBf16) v = roundedToBf16(v);
        storeColumns(out + at, v, count);
      });
    }
  }
}

void attentionRows(const AttentionArgs& t, std::int64_t row, std::int64_t rowEnd, std::int64_t visible) {
  for (; row + kMaxRows <= rowEnd; row += kMaxRows)
    attentionTile<kMaxRows>(t, row, visible);
  withRows(rowEnd - row, [&](auto rows) { attentionTile<rows.value>(t, row, visible); });
}

void attention(const AttentionArgs& t, std::int64_t rowBegin, std::int64_t rowEnd) {
  const std::int64_t split = rowEnd < t.contextRows ? rowEnd : rowBegin > t.contextRows ? rowBegin : t.contextRows;
  attentionRows(t, rowBegin, split, t.contextVisible);
  attentionRows(t, split, rowEnd, t.queryVisible);
}
