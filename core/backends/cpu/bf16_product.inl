// Products of rows by panels in bfloat16, on whichever tiles_*.inl is included before.

static_assert(kSide == kPanel && kDepth == kBf16Depth);

/// The sums of one panel become outputs.
void finish(const Bf16ProductArgs& t, const float* sums, std::int64_t row, std::int64_t rows, std::int64_t panel) {
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

void bf16Product(const Bf16ProductArgs& t, std::int64_t rowBegin, std::int64_t rowEnd, std::int64_t panelBegin,
                 std::int64_t panelEnd) {
  const TileState tiles;
  alignas(64) float sums[kMostPanels][kBlockRows * kSide];
  const std::int64_t panelSize = t.weights.segments * t.weights.inner * kPanel;
  const auto smaller = [](std::int64_t a, std::int64_t b) { return a < b ? a : b; };
  for (std::int64_t row = rowBegin; row < rowEnd; row += kBlockRows) {
    const std::int64_t rows = smaller(rowEnd - row, kBlockRows), together = panelsAtOnce(rows);
    for (std::int64_t panel = panelBegin; panel < panelEnd; panel += together) {
      const std::uint16_t* panels[kMostPanels];  // those behind the last repeat it
      for (std::int64_t i = 0; i < kMostPanels; ++i)
        panels[i] = t.weights.data + smaller(panel + i, panelEnd - 1) * panelSize;
      multiplyBlock(t, row, rows, panels, sums);
      for (std::int64_t i = 0; i < together && panel + i < panelEnd; ++i)
        finish(t, sums[i], row, rows, panel + i);
    }
  }
}
