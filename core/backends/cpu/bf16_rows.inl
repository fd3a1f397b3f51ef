// Rows of bfloat16 between the matrix products of a transformer in training. Values are widened, calculated with in fp32
// and rounded once where they are stored.

LPD_INLINE std::int64_t lanesLeft(std::int64_t at, std::int64_t width) {
  return width - at < kLanes ? width - at : std::int64_t{kLanes};
}

void addBias(std::uint16_t* rows, const float* bias, std::int64_t count, std::int64_t width) {
  for (std::int64_t row = 0; row < count; ++row, rows += width)
    for (std::int64_t c = 0; c < width; c += kLanes) {
      const std::int64_t lanes = lanesLeft(c, width);
      storeColumns(rows + c, loadColumns(rows + c, lanes) + loadColumns(bias + c, lanes), lanes);
    }
}

void geluValues(const std::uint16_t* in, std::int64_t count, std::uint16_t* out) {
  for (std::int64_t i = 0; i < count; i += kLanes)
    storeColumns(out + i, gelu(loadColumns(in + i, lanesLeft(i, count))), lanesLeft(i, count));
}

void geluGradient(const std::uint16_t* in, const std::uint16_t* upstream, std::int64_t count, std::uint16_t* out) {
  for (std::int64_t i = 0; i < count; i += kLanes) {
    const std::int64_t lanes = lanesLeft(i, count);
    const Vec x = loadColumns(in + i, lanes);
    const Vec below = 0.5f * (1.0f + errorFunction(x * 0.707106781f));
    const Vec density = exponential(-0.5f * x * x) * 0.398942280f;  // 1 / sqrt(2 pi)
    storeColumns(out + i, loadColumns(upstream + i, lanes) * (below + x * density), lanes);
  }
}

void columnSums(const std::uint16_t* rows, std::int64_t count, std::int64_t width, float* sums) {
  for (std::int64_t c = 0; c < width; c += kLanes) {
    const std::int64_t lanes = lanesLeft(c, width);
    Vec total{};
    for (std::int64_t row = 0; row < count; ++row)
      total += loadColumns(rows + row * width + c, lanes);
    storeColumns(sums + c, total, lanes);
  }
}

void addValues(const float* sum, const std::uint16_t* in, std::int64_t count, float* out) {
  for (std::int64_t i = 0; i < count; i += kLanes) {
    const std::int64_t lanes = lanesLeft(i, count);
    storeColumns(out + i, loadColumns(sum + i, lanes) + loadColumns(in + i, lanes), lanes);
  }
}

void roundValues(const float* in, std::int64_t count, std::uint16_t* out) {
  for (std::int64_t i = 0; i < count; i += kLanes)
    storeColumns(out + i, loadColumns(in + i, lanesLeft(i, count)), lanesLeft(i, count));
}

/// Of a row without the lanes that are not there.
LPD_INLINE Vec onlyLanes(Vec v, std::int64_t lanes) {
  for (std::int64_t i = lanes; i < kLanes; ++i)
    v[i] = 0;
  return v;
}

void normRows(const NormRowsArgs& t, std::uint16_t* out) {
  for (std::int64_t row = 0; row < t.rows; ++row) {
    const float* x = t.x + row * t.width;
    Vec total{}, squares{};
    for (std::int64_t c = 0; c < t.width; c += kLanes)
      total += loadColumns(x + c, lanesLeft(c, t.width));
    const float mean = sum(total) / static_cast<float>(t.width);
    for (std::int64_t c = 0; c < t.width; c += kLanes) {
      const std::int64_t lanes = lanesLeft(c, t.width);
      const Vec distance = onlyLanes(loadColumns(x + c, lanes) - mean, lanes);
      squares += distance * distance;
    }
    const float inverse = 1.0f / __builtin_sqrtf(sum(squares) / static_cast<float>(t.width) + t.epsilon);
    t.moments[2 * row] = mean;
    t.moments[2 * row + 1] = inverse;
    for (std::int64_t c = 0; c < t.width; c += kLanes) {
      const std::int64_t lanes = lanesLeft(c, t.width);
      const Vec normed = (loadColumns(x + c, lanes) - mean) * inverse;
      storeColumns(out + row * t.width + c, normed * loadColumns(t.weight + c, lanes) + loadColumns(t.bias + c, lanes),
                   lanes);
    }
  }
}

void normRowsGradient(const NormRowsArgs& t, const std::uint16_t* upstream, float* out, float* sums) {
  for (std::int64_t c = 0; c < 2 * t.width; ++c)
    sums[c] = 0;
  for (std::int64_t row = 0; row < t.rows; ++row) {
    const float mean = t.moments[2 * row], inverse = t.moments[2 * row + 1];
    const std::int64_t first = row * t.width;
    Vec total{}, products{};
    for (std::int64_t c = 0; c < t.width; c += kLanes) {
      const std::int64_t lanes = lanesLeft(c, t.width);
      const Vec normed = onlyLanes((loadColumns(t.x + first + c, lanes) - mean) * inverse, lanes);
      const Vec dy = loadColumns(upstream + first + c, lanes), slope = dy * loadColumns(t.weight + c, lanes);
      total += slope;
      products += slope * normed;
      storeColumns(sums + c, loadColumns(sums + c, lanes) + dy * normed, lanes);
      storeColumns(sums + t.width + c, loadColumns(sums + t.width + c, lanes) + dy, lanes);
    }
    const float one = sum(total) / static_cast<float>(t.width), other = sum(products) / static_cast<float>(t.width);
    for (std::int64_t c = 0; c < t.width; c += kLanes) {
      const std::int64_t lanes = lanesLeft(c, t.width);
      const Vec normed = (loadColumns(t.x + first + c, lanes) - mean) * inverse;
      const Vec slope = loadColumns(upstream + first + c, lanes) * loadColumns(t.weight + c, lanes);
      storeColumns(out + first + c, (slope - one - normed * other) * inverse, lanes);
    }
  }
}

float logSumOfExponentials(const std::uint16_t* logits, std::int64_t count) {
  const std::int64_t whole = count / kLanes * kLanes;
  Vec top = broadcast(-__builtin_inff());
  for (std::int64_t i = 0; i < whole; i += kLanes)
    top = larger(top, load(logits + i));
  float most = largest(top);
  if (whole < count) most = largest(larger(broadcast(most), loadPart(logits + whole, count - whole, most)));
  Vec total{};
  for (std::int64_t i = 0; i < whole; i += kLanes)
    total += exponential(load(logits + i) - most);
  if (whole < count)
    total += onlyLanes(exponential(loadPart(logits + whole, count - whole, most) - most), count - whole);
  return most + __builtin_logf(sum(total));
}

void softmaxValues(const std::uint16_t* logits, std::int64_t count, float logSum, float scale, std::uint16_t* out) {
  for (std::int64_t i = 0; i < count; i += kLanes) {
    const std::int64_t lanes = lanesLeft(i, count);
    storeColumns(out + i, exponential(loadColumns(logits + i, lanes) - logSum) * scale, lanes);
  }
}

constexpr Bf16Rows kBf16Rows{addBias,    geluValues,       geluGradient,         columnSums,   addValues, roundValues,
                             normRows, normRowsGradient, logSumOfExponentials, softmaxValues};
