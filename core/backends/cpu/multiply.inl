// The micro-kernel every product goes through, and the linear layer.

/// A number known at compile time, to hand tile shapes to generic lambdas.
template <int N>
struct Count {
  static constexpr int value = N;
};

/// Sums[r][...] += rows a + r * aStride times P neighbouring panels. One multiply-add per value and inner index, in
/// order of the inner index: the same whatever R and P are.
template <int R, int P, typename Element>
LPD_INLINE void accumulate(const float* a, std::int64_t aStride, const Element* panel, std::int64_t panelStride,
                           std::int64_t inner, Vec (&sums)[R][P * kVectors]) {
  for (std::int64_t i = 0; i < inner; ++i) {
    Vec b[P * kVectors];
#pragma GCC unroll 16
    for (int j = 0; j < P * kVectors; ++j)
      b[j] = load(panel + (j / kVectors) * panelStride + i * kPanel + (j % kVectors) * kLanes);
#pragma GCC unroll 8
    for (int r = 0; r < R; ++r) {
      const Vec x = broadcast(a[r * aStride + i]);
#pragma GCC unroll 16
      for (int j = 0; j < P * kVectors; ++j)
        sums[r][j] += x * b[j];
    }
  }
}

/// Calls f(offset, vector, count) for the valid vectors of one row of sums starting at column `column`.
template <int Vectors, typename F>
LPD_INLINE void forColumns(Vec (&row)[Vectors], std::int64_t column, std::int64_t columns, F f) {
#pragma GCC unroll 16
  for (int j = 0; j < Vectors; ++j) {
    const std::int64_t at = column + j * kLanes;
    if (at >= columns) return;
    f(at, row[j], columns - at < kLanes ? columns - at : std::int64_t{kLanes});
  }
}

template <int R, int P, typename Element>
void linearTile(const LinearArgs& t, std::int64_t row, std::int64_t panel) {
  Vec sums[R][P * kVectors] = {};
  const std::int64_t panelStride = t.weights.inner * kPanel;
  const auto* weights = static_cast<const Element*>(t.weights.data) + panel * panelStride;
  accumulate<R, P>(t.x + row * t.xStride, t.xStride, weights, panelStride, t.weights.inner, sums);
  for (int r = 0; r < R; ++r) {
    float* out = t.out + (row + r) * t.outStride;
    forColumns(sums[r], panel * kPanel, t.weights.columns, [&](std::int64_t at, Vec v, std::int64_t count) {
      if (t.bias) v += loadColumns(t.bias + at, count);
      if (t.epilogue == Epilogue::Gelu) v = gelu(v);
      if (t.epilogue == Epilogue::Add) v += loadColumns(out + at, count);
      if (t.roundToBf16) v = roundedToBf16(v);
      storeColumns(out + at, v, count);
    });
  }
}

/// Panels taken at once: enough that R rows keep both multipliers busy (8 chains of sums in flight).
template <int R>
constexpr int kWide = (8 + R * kVectors - 1) / (R * kVectors);

/// Calls f(first panel, number of panels as a constant) over [begin, end).
template <int R, typename F>
LPD_INLINE void forPanels(std::int64_t begin, std::int64_t end, F f) {
  std::int64_t panel = begin;
  for (; panel + kWide<R> <= end; panel += kWide<R>)
    f(panel, Count<kWide<R>>{});
  if constexpr (kWide < R >> 1) {
    for (; panel < end; ++panel)
      f(panel, Count<1>{});
  }
}

/// Calls f(rows as a constant) for a number of rows below kMaxRows.
template <typename F>
LPD_INLINE void withRows(std::int64_t rows, F f) {
  switch (rows) {
    case 1:
      return f(Count<1>{});
    case 2:
      return f(Count<2>{});
    case 3:
      return f(Count<3>{});
    case 4:
      return f(Count<4>{});
    case 5:
      return f(Count<5>{});
    default:
      return;
  }
}

template <typename Element>
void linearBlock(const LinearArgs& t, std::int64_t rowBegin, std::int64_t rowEnd, std::int64_t panelBegin,
                 std::int64_t panelEnd) {
  const std::int64_t whole = rowBegin + (rowEnd - rowBegin) / kMaxRows * kMaxRows;
  if (whole > rowBegin) {
    forPanels<kMaxRows>(panelBegin, panelEnd, [&](std::int64_t panel, auto panels) {
      for (std::int64_t row = rowBegin; row < whole; row += kMaxRows)
        linearTile<kMaxRows, panels.value, Element>(t, row, panel);
    });
  }
  withRows(rowEnd - whole, [&](auto rows) {
    forPanels<rows.value>(panelBegin, panelEnd, [&](std::int64_t panel, auto panels) {
      linearTile<rows.value, panels.value, Element>(t, whole, panel);
    });
  });
}

void linear(const LinearArgs& t, std::int64_t rowBegin, std::int64_t rowEnd, std::int64_t panelBegin,
            std::int64_t panelEnd) {
  if (t.weights.bf16)
    linearBlock<std::uint16_t>(t, rowBegin, rowEnd, panelBegin, panelEnd);
  else
    linearBlock<float>(t, rowBegin, rowEnd, panelBegin, panelEnd);
}
