// 3x3 convolution of stride 1 by F(4x4, 3x3) of Lavin and Gray (CVPR 2016, arXiv 1509.09308), and its gradients: 36
// products make a tile of 4x4 outputs where the definition takes 144. With d a tile of the input, g the taps and y a
// tile of the output, y = A'[(G g G') . (B' d B)]A; the gradients are the adjoint of that, term by term.
//
// Matrices of one frequency lie together, [frequency][tile][channel], so that products over channels (or, for the
// gradient of the taps, over tiles) are plain matrix products.

constexpr int kPatch = 6;  // pixels a side of an input tile
constexpr int kSide = kWinogradSide;
constexpr int kRowsOuter = 8 / kVectors;  // rows of an outer product that keep both multipliers busy

/// B' d: six values to six.
LPD_INLINE void toFrequencies(const Vec* d, std::int64_t step, Vec* out, std::int64_t outStep) {
  const Vec d0 = d[0], d1 = d[step], d2 = d[2 * step], d3 = d[3 * step], d4 = d[4 * step], d5 = d[5 * step];
  const Vec even = d4 - 4.0f * d2, odd = d3 - 4.0f * d1;
  const Vec near = d4 - d2, far = 2.0f * (d3 - d1);
  out[0] = 4.0f * d0 - 5.0f * d2 + d4;
  out[outStep] = even + odd;
  out[2 * outStep] = even - odd;
  out[3 * outStep] = near + far;
  out[4 * outStep] = near - far;
  out[5 * outStep] = 4.0f * d1 - 5.0f * d3 + d5;
}

/// A' m: six values to four.
LPD_INLINE void fromFrequencies(const Vec* m, std::int64_t step, Vec* out, std::int64_t outStep) {
  const Vec m1 = m[step], m2 = m[2 * step], m3 = m[3 * step], m4 = m[4 * step];
  const Vec near = m1 + m2, nearOdd = m1 - m2, far = m3 + m4, farOdd = m3 - m4;
  out[0] = m[0] + near + far;
  out[outStep] = nearOdd + 2.0f * farOdd;
  out[2 * outStep] = near + 4.0f * far;
  out[3 * outStep] = nearOdd + 8.0f * farOdd + m[5 * step];
}

/// A y, the adjoint of fromFrequencies: four values to six.
LPD_INLINE void gradientToFrequencies(const Vec* y, std::int64_t step, Vec* out, std::int64_t outStep) {
  const Vec y0 = y[0], y1 = y[step], y2 = y[2 * step], y3 = y[3 * step];
  const Vec even = y0 + y2, odd = y1 + y3, farEven = y0 + 4.0f * y2, farOdd = 2.0f * y1 + 8.0f * y3;
  out[0] = y0;
  out[outStep] = even + odd;
  out[2 * outStep] = even - odd;
  out[3 * outStep] = farEven + farOdd;
  out[4 * outStep] = farEven - farOdd;
  out[5 * outStep] = y3;
}

/// G g: three taps to six.
LPD_INLINE void tapsToFrequencies(const Vec* g, std::int64_t step, Vec* out, std::int64_t outStep) {
  const Vec g0 = g[0], g1 = g[step], g2 = g[2 * step];
  const Vec sixth = (g0 + g2) * (1.0f / 6), middle = g1 * (1.0f / 6), mixed = g0 * (1.0f / 24) + g2 * (1.0f / 6);
  out[0] = g0 * 0.25f;
  out[outStep] = -(sixth + middle);
  out[2 * outStep] = middle - sixth;
  out[3 * outStep] = mixed + 0.5f * middle;
  out[4 * outStep] = mixed - 0.5f * middle;
  out[5 * outStep] = g2;
}

/// G' s, the adjoint of tapsToFrequencies: six values to three.
LPD_INLINE void gradientToTaps(const Vec* s, std::int64_t step, Vec* out, std::int64_t outStep) {
  const Vec near = s[step] + s[2 * step], far = s[3 * step] + s[4 * step];
  out[0] = 0.25f * s[0] - near * (1.0f / 6) + far * (1.0f / 24);
  out[outStep] = (s[2 * step] - s[step]) * (1.0f / 6) + (s[3 * step] - s[4 * step]) * (1.0f / 12);
  out[2 * outStep] = (far - near) * (1.0f / 6) + s[5 * step];
}

struct TilePlace {
  std::int64_t picture, row, column;  // of its first output pixel
};
LPD_INLINE TilePlace placeOf(const WinogradPicture& p, std::int64_t tile) {
  const std::int64_t across = (p.width + kSide - 1) / kSide, down = (p.height + kSide - 1) / kSide;
  return {tile / (across * down), tile / across % down * kSide, tile % across * kSide};
}

/// The square of `Side` pixels that begins at (row, column), which may lie outside, where pixels are zero: in place
/// where all of it is inside, else copied to `copy` [Side][Side][padded channels].
struct Square {
  const float* pixels;
  std::int64_t rowStride, pixelStride;
};
template <int Side>
LPD_INLINE Square squareOf(const WinogradPicture& p, std::int64_t picture, std::int64_t row, std::int64_t column,
                           float* copy) {
  const float* in = p.pixels + picture * p.height * p.width * p.channels;
  if (row >= 0 && column >= 0 && row + Side <= p.height && column + Side <= p.width)
    return {in + (row * p.width + column) * p.channels, p.width * p.channels, p.channels};
  for (std::int64_t y = 0; y < Side; ++y)
    for (std::int64_t x = 0; x < Side; ++x) {
      const bool inside = row + y >= 0 && row + y < p.height && column + x >= 0 && column + x < p.width;
      const float* from = in + ((row + y) * p.width + column + x) * p.channels;
      float* to = copy + (y * Side + x) * p.channels;
      for (std::int64_t c = 0; c < p.channels; ++c)
        to[c] = inside ? from[c] : 0.0f;
    }
  return {copy, Side * p.channels, p.channels};
}

/// Squares of `Side` pixels, `before` pixels up and left of the tiles, into [frequency][tile][channel] by Transform.
template <int Side, void (*Transform)(const Vec*, std::int64_t, Vec*, std::int64_t)>
LPD_INLINE void transformTiles(const WinogradPicture& p, std::int64_t begin, std::int64_t end, std::int64_t before,
                               float* copy, float* out) {
  const std::int64_t stride = winogradStride(p.channels), padded = panelsFor(p.channels) * kPanel;
  for (std::int64_t tile = begin; tile < end; ++tile, out += padded) {
    const TilePlace place = placeOf(p, tile);
    const Square square = squareOf<Side>(p, place.picture, place.row - before, place.column - before, copy);
    for (std::int64_t c = 0; c < padded; c += kLanes) {
      if (c >= p.channels) {
        for (int f = 0; f < kWinogradProducts; ++f)
          store(out + f * stride + c, Vec{});
        continue;
      }
      const std::int64_t count = p.channels - c < kLanes ? p.channels - c : std::int64_t{kLanes};
      Vec values[Side], half[kPatch][Side], whole[kPatch];
#pragma GCC unroll 6
      for (int x = 0; x < Side; ++x) {
#pragma GCC unroll 6
        for (int y = 0; y < Side; ++y)
          values[y] = loadColumns(square.pixels + y * square.rowStride + x * square.pixelStride + c, count);
        Transform(values, 1, &half[0][x], Side);
      }
#pragma GCC unroll 6
      for (int y = 0; y < kPatch; ++y) {
        Transform(half[y], 1, whole, 1);
#pragma GCC unroll 6
        for (int x = 0; x < kPatch; ++x)
          store(out + (y * kPatch + x) * stride + c, whole[x]);
      }
    }
  }
}

/// [tiles, in] times [in, columns] for every frequency.
void tileProducts(const float* tiles, std::int64_t count, std::int64_t in, const float* weights, std::int64_t columns,
                  float* out) {
  const std::int64_t panels = panelsFor(columns), inPadded = panelsFor(in) * kPanel, outPadded = panels * kPanel;
  for (int f = 0; f < kWinogradProducts; ++f) {
    const float* a = tiles + f * winogradStride(in);
    const float* b = weights + f * panels * in * kPanel;
    float* sums = out + f * winogradStride(columns);
    const auto block = [&](std::int64_t row, std::int64_t panel, auto rows) {
      constexpr int R = rows.value;
      Vec values[R][kVectors] = {};
      accumulate<R, 1>(a + row * inPadded, inPadded, b + panel * in * kPanel, 0, in, values);
      for (int r = 0; r < R; ++r)
        for (int j = 0; j < kVectors; ++j)
          store(sums + (row + r) * outPadded + panel * kPanel + j * kLanes, values[r][j]);
    };
    const std::int64_t whole = count / kMaxRows * kMaxRows;
    for (std::int64_t panel = 0; panel < panels; ++panel) {
      for (std::int64_t row = 0; row < whole; row += kMaxRows)
        block(row, panel, Count<kMaxRows>{});
      withRows(count - whole, [&](auto rows) { block(whole, panel, rows); });
    }
  }
}

void writeTiles(const WinogradArgs& t, std::int64_t begin, std::int64_t end, const float* products) {
  const auto& p = t.picture;
  const std::int64_t stride = winogradStride(t.columns), padded = panelsFor(t.columns) * kPanel;
  for (std::int64_t tile = begin; tile < end; ++tile, products += padded) {
    const TilePlace place = placeOf(p, tile);
    const std::int64_t rows = p.height - place.row < kSide ? p.height - place.row : std::int64_t{kSide};
    const std::int64_t across = p.width - place.column < kSide ? p.width - place.column : std::int64_t{kSide};
    const std::int64_t corner = ((place.picture * p.height + place.row) * p.width + place.column) * t.columns;
    for (std::int64_t k = 0; k < t.columns; k += kLanes) {
      const std::int64_t count = t.columns - k < kLanes ? t.columns - k : std::int64_t{kLanes};
      Vec values[kPatch], half[kSide][kPatch], whole[kSide];
#pragma GCC unroll 6
      for (int x = 0; x < kPatch; ++x) {
#pragma GCC unroll 6
        for (int y = 0; y < kPatch; ++y)
          values[y] = load(products + (y * kPatch + x) * stride + k);
        fromFrequencies(values, 1, &half[0][x], kPatch);
      }
      const Vec bias = t.bias ? loadColumns(t.bias + k, count) : Vec{};
      for (std::int64_t y = 0; y < rows; ++y) {
        fromFrequencies(half[y], 1, whole, 1);
        for (std::int64_t x = 0; x < across; ++x) {
          const std::int64_t at = corner + (y * p.width + x) * t.columns + k;
          Vec value = whole[x] + bias;
          if (t.residual) value += loadColumns(t.residual + at, count);
          storeColumns(t.out + at, value, count);
        }
      }
    }
  }
}

void winograd(const WinogradArgs& t, std::int64_t begin, std::int64_t end, float* scratch) {
  float* tiles = scratch + kWinogradCopy * t.picture.channels;
  float* products = tiles + kWinogradProducts * winogradStride(t.picture.channels);
  for (std::int64_t first = begin; first < end; first += kWinogradTiles) {
    const std::int64_t last = first + kWinogradTiles < end ? first + kWinogradTiles : end;
    transformTiles<kPatch, toFrequencies>(t.picture, first, last, 1, scratch, tiles);
    tileProducts(tiles, last - first, t.picture.channels, t.weights, t.columns, products);
    writeTiles(t, first, last, products);
  }
}

void winogradGradient(const WinogradPicture& input, const WinogradPicture& gradient, std::int64_t begin,
                      std::int64_t end, float* scratch, float* sums) {
  const std::int64_t in = panelsFor(input.channels) * kPanel, columns = panelsFor(gradient.channels) * kPanel;
  const std::int64_t copies = input.channels < gradient.channels ? gradient.channels : input.channels;
  float* tiles = scratch + kWinogradCopy * copies;
  float* gradients = tiles + kWinogradProducts * winogradStride(input.channels);
  for (std::int64_t first = begin; first < end; first += kWinogradTiles) {
    const std::int64_t last = first + kWinogradTiles < end ? first + kWinogradTiles : end;
    transformTiles<kPatch, toFrequencies>(input, first, last, 1, scratch, tiles);
    transformTiles<kSide, gradientToFrequencies>(gradient, first, last, 0, scratch, gradients);
    for (int f = 0; f < kWinogradProducts; ++f) {
      const float* a = tiles + f * winogradStride(input.channels);
      const float* b = gradients + f * winogradStride(gradient.channels);
      float* out = sums + f * in * columns;
      for (std::int64_t k = 0; k < columns; k += kPanel)
        for (std::int64_t c = 0; c < in; c += kRowsOuter) {
          Vec values[kRowsOuter][kVectors];
#pragma GCC unroll 8
          for (int r = 0; r < kRowsOuter; ++r)
#pragma GCC unroll 4
            for (int j = 0; j < kVectors; ++j)
              values[r][j] = load(out + (c + r) * columns + k + j * kLanes);
          for (std::int64_t tile = 0; tile < last - first; ++tile) {
            Vec right[kVectors];
#pragma GCC unroll 4
            for (int j = 0; j < kVectors; ++j)
              right[j] = load(b + tile * columns + k + j * kLanes);
#pragma GCC unroll 8
            for (int r = 0; r < kRowsOuter; ++r) {
              const Vec left = broadcast(a[tile * in + c + r]);
#pragma GCC unroll 4
              for (int j = 0; j < kVectors; ++j)
                values[r][j] += left * right[j];
            }
          }
#pragma GCC unroll 8
          for (int r = 0; r < kRowsOuter; ++r)
#pragma GCC unroll 4
            for (int j = 0; j < kVectors; ++j)
              store(out + (c + r) * columns + k + j * kLanes, values[r][j]);
        }
    }
  }
}

void winogradWeights(const float* taps, std::int64_t in, std::int64_t columns, float* out) {
  const std::int64_t panels = panelsFor(columns), matrix = in * columns;
  for (std::int64_t c = 0; c < in; ++c)
    for (std::int64_t k = 0; k < panels * kPanel; k += kLanes) {
      const std::int64_t left = columns - k, count = left < kLanes ? (left < 0 ? 0 : left) : std::int64_t{kLanes};
      Vec values[3], half[kPatch][3], whole[kPatch];
      for (int x = 0; x < 3; ++x) {
        for (int y = 0; y < 3; ++y)
          values[y] = loadColumns(taps + (y * 3 + x) * matrix + c * columns + k, count);
        tapsToFrequencies(values, 1, &half[0][x], 3);
      }
      for (int y = 0; y < kPatch; ++y) {
        tapsToFrequencies(half[y], 1, whole, 1);
        for (int x = 0; x < kPatch; ++x)
          store(out + (((y * kPatch + x) * panels + k / kPanel) * in + c) * kPanel + k % kPanel, whole[x]);
      }
    }
}

void winogradTaps(const float* sums, std::int64_t in, std::int64_t columns, float* taps) {
  const std::int64_t padded = panelsFor(columns) * kPanel, matrix = panelsFor(in) * kPanel * padded;
  for (std::int64_t c = 0; c < in; ++c)
    for (std::int64_t k = 0; k < columns; k += kLanes) {
      const std::int64_t count = columns - k < kLanes ? columns - k : std::int64_t{kLanes};
      Vec values[kPatch], half[3][kPatch], whole[3];
      for (int x = 0; x < kPatch; ++x) {
        for (int y = 0; y < kPatch; ++y)
          values[y] = load(sums + (y * kPatch + x) * matrix + c * padded + k);
        gradientToTaps(values, 1, &half[0][x], kPatch);
      }
      for (int y = 0; y < 3; ++y) {
        gradientToTaps(half[y], 1, whole, 1);
        for (int x = 0; x < 3; ++x)
          storeColumns(taps + ((y * 3 + x) * in + c) * columns + k, whole[x], count);
      }
    }
}
