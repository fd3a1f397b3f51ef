// Layer normalisation of rows, and what group normalisation of pictures [pixels, channels] is made of.

void layerNorm(const float* x, const float* weight, const float* bias, float* out, std::int64_t rows,
               std::int64_t width, float epsilon, bool roundToBf16) {
  const std::int64_t whole = width / kLanes * kLanes;
  const std::int64_t rest = width - whole;
  for (std::int64_t row = 0; row < rows; ++row, x += width, out += width) {
    Vec total{};
    for (std::int64_t i = 0; i < whole; i += kLanes)
      total += load(x + i);
    if (rest) total += loadPart(x + whole, rest, 0.0f);
    const float mean = sum(total) / static_cast<float>(width);
    Vec squares{};
    const auto addSquare = [&](Vec v) {
      const Vec d = v - mean;
      squares += d * d;
    };
    for (std::int64_t i = 0; i < whole; i += kLanes)
      addSquare(load(x + i));
    if (rest) addSquare(loadPart(x + whole, rest, mean));
    const float inverse = 1.0f / __builtin_sqrtf(sum(squares) / static_cast<float>(width) + epsilon);
    for (std::int64_t i = 0; i < width; i += kLanes) {
      const std::int64_t count = width - i < kLanes ? width - i : std::int64_t{kLanes};
      Vec v = (loadColumns(x + i, count) - mean) * inverse;
      v = v * loadColumns(weight + i, count) + loadColumns(bias + i, count);
      if (roundToBf16) v = roundedToBf16(v);
      storeColumns(out + i, v, count);
    }
  }
}

// Short runs in fp32, then double: E[x^2] - E[x]^2 must not lose the small variances.
constexpr std::int64_t kRun = 32;

template <typename Element>
void channelSums(const Element* x, std::int64_t pixels, std::int64_t channels, double* sums) {
  for (std::int64_t first = 0; first < pixels; first += kRun) {
    const std::int64_t last = first + kRun < pixels ? first + kRun : pixels;
    for (std::int64_t c = 0; c < channels; c += kLanes) {
      const std::int64_t count = channels - c < kLanes ? channels - c : std::int64_t{kLanes};
      Vec total{}, squares{};
      for (std::int64_t p = first; p < last; ++p) {
        const Vec v = loadColumns(x + p * channels + c, count);
        total += v;
        squares += v * v;
      }
      for (std::int64_t i = 0; i < count; ++i) {
        sums[c + i] += total[i];
        sums[channels + c + i] += squares[i];
      }
    }
  }
}

template <typename Element>
void normSwish(const NormSwishArgs<Element>& t) {
  for (std::int64_t c = 0; c < t.channels; c += kLanes) {
    const std::int64_t count = t.channels - c < kLanes ? t.channels - c : std::int64_t{kLanes};
    const Vec scale = loadColumns(t.scale + c, count), shift = loadColumns(t.shift + c, count);
    for (std::int64_t at = c; at < t.pixels * t.channels; at += t.channels) {
      const Vec v = loadColumns(t.x + at, count) * scale + shift;
      storeColumns(t.out + at, v * sigmoid(v, t.x), count);
    }
  }
}

template <typename Element>
void swishGradient(const SwishGradientArgs<Element>& t, double* sums) {
  for (std::int64_t first = 0; first < t.pixels; first += kRun) {
    const std::int64_t last = first + kRun < t.pixels ? first + kRun : t.pixels;
    for (std::int64_t c = 0; c < t.channels; c += kLanes) {
      const std::int64_t count = t.channels - c < kLanes ? t.channels - c : std::int64_t{kLanes};
      const Vec scale = loadColumns(t.scale + c, count), shift = loadColumns(t.shift + c, count);
      const Vec mean = loadColumns(t.mean + c, count);
      Vec total{}, products{};
      for (std::int64_t p = first; p < last; ++p) {
        const std::int64_t at = p * t.channels + c;
        const Vec x = loadColumns(t.x + at, count), v = x * scale + shift;
        const Vec s = sigmoid(v, t.x);
        const Vec gradient = loadColumns(t.upstream + at, count) * (s * (1.0f + v * (1.0f - s)));
        storeColumns(t.out + at, gradient, count);
        total += gradient;
        products += gradient * (x - mean);
      }
      for (std::int64_t i = 0; i < count; ++i) {
        sums[c + i] += total[i];
        sums[t.channels + c + i] += products[i];
      }
    }
  }
}

template <typename Element>
void channelCombine(Element* out, const Element* x, std::int64_t pixels, std::int64_t channels, const float* factors) {
  for (std::int64_t c = 0; c < channels; c += kLanes) {
    const std::int64_t count = channels - c < kLanes ? channels - c : std::int64_t{kLanes};
    const Vec own = loadColumns(factors + c, count), other = loadColumns(factors + channels + c, count);
    const Vec constant = loadColumns(factors + 2 * channels + c, count);
    for (std::int64_t at = c; at < pixels * channels; at += channels)
      storeColumns(out + at, loadColumns(out + at, count) * own + loadColumns(x + at, count) * other + constant, count);
  }
}

template <typename Element>
constexpr PictureNorm<Element> kPictureNorm{channelSums<Element>, normSwish<Element>, swishGradient<Element>,
                                            channelCombine<Element>};
