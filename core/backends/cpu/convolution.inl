// Convolution over a zero-padded picture [row][pixel][channel]: one row of the window is contiguous over kernel *
// channels values, so the micro-kernel of the linear layer reads it in place, pixel after pixel.

void padRow(const PadRowArgs& t) {
  for (std::int64_t pixel = 0; pixel < t.inWidth; ++pixel) {
    const float* in = t.in + pixel * t.channels;
    float* out = t.out + pixel * t.upsample * t.channels;
    for (std::int64_t c = 0; c < t.channels; c += kLanes) {
      const std::int64_t count = t.channels - c < kLanes ? t.channels - c : std::int64_t{kLanes};
      Vec v = loadColumns(in + c, count);
      if (t.scale) v = swish(v * loadColumns(t.scale + c, count) + loadColumns(t.shift + c, count));
      if (t.roundToBf16) v = roundedToBf16(v);
      for (int copy = 0; copy < t.upsample; ++copy)
        storeColumns(out + copy * t.channels + c, v, count);
    }
  }
}

template <int R, int P, typename Element>
void convTile(const ConvRowArgs& t, std::int64_t pixel, std::int64_t panel) {
  Vec sums[R][P * kVectors] = {};
  const std::int64_t rowInner = t.kernel * t.channels;
  const auto* weights = static_cast<const Element*>(t.weights.data) + panel * t.weights.inner * kPanel;
  const float* in = t.in + pixel * t.stride * t.channels;
  for (int ky = 0; ky < t.kernel; ++ky)
    accumulate<R, P>(in + ky * t.inRowStride, t.stride * t.channels, weights + ky * rowInner * kPanel,
                     t.weights.inner * kPanel, rowInner, sums);
  for (int r = 0; r < R; ++r) {
    const std::int64_t row = (pixel + r) * t.weights.columns;
    forColumns(sums[r], panel * kPanel, t.weights.columns, [&](std::int64_t at, Vec v, std::int64_t count) {
      if (t.bias) v += loadColumns(t.bias + at, count);
      if (t.residual) v += loadColumns(t.residual + row + at, count);
      storeColumns(t.out + row + at, v, count);
    });
  }
}

template <typename Element>
void convBlock(const ConvRowArgs& t, std::int64_t pixelBegin, std::int64_t pixelEnd, std::int64_t panelBegin,
               std::int64_t panelEnd) {
  const std::int64_t whole = pixelBegin + (pixelEnd - pixelBegin) / kMaxRows * kMaxRows;
  forPanels<kMaxRows>(panelBegin, panelEnd, [&](std::int64_t panel, auto panels) {
    for (std::int64_t pixel = pixelBegin; pixel < whole; pixel += kMaxRows)
      convTile<kMaxRows, panels.value, Element>(t, pixel, panel);
    withRows(pixelEnd - whole, [&](auto rows) { convTile<rows.value, panels.value, Element>(t, whole, panel); });
  });
}

void convRow(const ConvRowArgs& t, std::int64_t pixelBegin, std::int64_t pixelEnd, std::int64_t panelBegin,
             std::int64_t panelEnd) {
  if (t.weights.bf16)
    convBlock<std::uint16_t>(t, pixelBegin, pixelEnd, panelBegin, panelEnd);
  else
    convBlock<float>(t, pixelBegin, pixelEnd, panelBegin, panelEnd);
}
