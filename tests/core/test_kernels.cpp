#include "backends/cpu/bf16_kernels.h"
#include "backends/cpu/kernels.h"

#include <QtTest/QtTest>

#include <array>
#include <bit>
#include <cmath>
#include <random>
#include <vector>

using namespace lpd::kernels;

Q_DECLARE_METATYPE(const Table*)
Q_DECLARE_METATYPE(const Bf16Table*)

namespace {

using Floats = std::vector<float>;

Floats noise(std::int64_t count, unsigned seed) {
  std::mt19937 generator(seed);
  std::normal_distribution<float> normal;
  Floats values(count);
  for (auto& value : values)
    value = normal(generator);
  return values;
}

using Bits = std::vector<std::uint16_t>;

/// To the nearest bfloat16, ties to even.
Bits asBf16(const Floats& values) {
  Bits bits;
  for (const float value : values) {
    const auto word = std::bit_cast<std::uint32_t>(value);
    bits.push_back(static_cast<std::uint16_t>((word + 0x7fffu + (word >> 16 & 1u)) >> 16));
  }
  return bits;
}
Floats asFloats(const Bits& bits) {
  Floats values;
  for (const std::uint16_t half : bits)
    values.push_back(std::bit_cast<float>(std::uint32_t{half} << 16));
  return values;
}

/// matrix [columns, inner] -> panels
Floats packed(const Floats& matrix, std::int64_t columns, std::int64_t inner) {
  Floats panels(panelsFor(columns) * inner * kPanel, 0.0f);
  for (std::int64_t n = 0; n < columns; ++n)
    for (std::int64_t k = 0; k < inner; ++k)
      panels[(n / kPanel * inner + k) * kPanel + n % kPanel] = matrix[n * inner + k];
  return panels;
}

double gelu(double x) {
  return 0.5 * x * (1 + std::erf(x * M_SQRT1_2));
}
double swish(double x) {
  return x / (1 + std::exp(-x));
}

void compare(double have, double want, double tolerance) {
  QVERIFY2(std::abs(have - want) <= tolerance * std::max(1.0, std::abs(want)),
           qPrintable(QString("%1 instead of %2").arg(have).arg(want)));
}

/// Within two thirds of the distance between neighbouring bfloat16 numbers, where rounding alone loses a half.
void compareNearly(const Floats& have, const Floats& want) {
  QCOMPARE(have.size(), want.size());
  for (std::size_t i = 0; i < have.size(); ++i) {
    const double distance = std::abs(double{have[i]} - want[i]);
    QVERIFY2(distance <= std::abs(want[i]) / 128 * 2 / 3 + 1e-4,
             qPrintable(QString("%1 instead of %2").arg(have[i]).arg(want[i])));
  }
}

}  // namespace

/// Every kernel against plain loops in double, at sizes that fill no vector, panel or tile.
class TestKernels : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void linear_data() { tables(); }
  void linear() {
    QFETCH(const Table*, kernels);
    for (const std::int64_t rows : {1, 2, 3, 5, 6, 7, 13})
      for (const auto& [inner, columns] : {std::pair<std::int64_t, std::int64_t>{1, 1}, {7, 16}, {33, 37}, {64, 80}}) {
        const auto x = noise(rows * inner, 1), w = noise(columns * inner, 2), b = noise(columns, 3);
        const auto panels = packed(w, columns, inner);
        Floats out = noise(rows * columns, 4);
        const auto before = out;
        LinearArgs args{x.data(), inner, {panels.data(), false, inner, columns}, b.data(), out.data(), columns};
        for (const auto epilogue : {Epilogue::Store, Epilogue::Gelu, Epilogue::Add}) {
          out = before;
          args.epilogue = epilogue;
          kernels->linear(args, 0, rows, 0, panelsFor(columns));
          for (std::int64_t r = 0; r < rows; ++r)
            for (std::int64_t n = 0; n < columns; ++n) {
              double sum = b[n];
              for (std::int64_t k = 0; k < inner; ++k)
                sum += double{x[r * inner + k]} * w[n * inner + k];
              if (epilogue == Epilogue::Gelu) sum = gelu(sum);
              if (epilogue == Epilogue::Add) sum += before[r * columns + n];
              compare(out[r * columns + n], sum, 2e-5);
            }
        }
      }
  }

  void givesARowTheSameBitsInAnyCompany_data() { tables(); }
  void givesARowTheSameBitsInAnyCompany() {
    QFETCH(const Table*, kernels);
    const std::int64_t rows = 23, inner = 77, columns = 150;
    const auto x = noise(rows * inner, 5), panels = packed(noise(columns * inner, 6), columns, inner);
    Floats together(rows * columns), alone(rows * columns);
    LinearArgs args{x.data(), inner, {panels.data(), false, inner, columns}, nullptr, together.data(), columns};
    kernels->linear(args, 0, rows, 0, panelsFor(columns));
    args.out = alone.data();
    for (std::int64_t row = 0; row < rows; ++row)
      for (std::int64_t panel = 0; panel < panelsFor(columns); ++panel)
        kernels->linear(args, row, row + 1, panel, panel + 1);
    QVERIFY(together == alone);
  }

  void attention_data() { tables(); }
  void attention() {
    QFETCH(const Table*, kernels);
    for (const std::int64_t width : {8, 20, 64})
      for (const auto& [context, queries, before] :
           {std::array<std::int64_t, 3>{1, 1, 0}, {3, 7, 9}, {0, 5, 30}, {13, 0, 2}}) {
        const std::int64_t rows = context + queries, all = before + rows;
        const std::int64_t capacity = (all + kPanel - 1) / kPanel * kPanel;
        const auto q = noise(rows * width, 7), k = noise(all * width, 8), v = noise(all * width, 9);
        const auto keys = packed(k, all, width);
        Floats values(panelsFor(width) * capacity * kPanel, NAN), out(rows * width);
        for (std::int64_t p = 0; p < all; ++p)
          for (std::int64_t d = 0; d < width; ++d)
            values[(d / kPanel * capacity + p) * kPanel + d % kPanel] = v[p * width + d];
        Floats scratch(kMaxRows * capacity, NAN);
        AttentionArgs args{q.data(),         width, keys.data(), values.data(), capacity, width,         context,
                           before + context, all,   0.3f,        out.data(),    width,    scratch.data()};
        kernels->attention(args, 0, rows);
        for (std::int64_t r = 0; r < rows; ++r) {
          const std::int64_t visible = r < context ? before + context : all;
          std::vector<double> weight(visible);
          double total = 0;
          for (std::int64_t p = 0; p < visible; ++p) {
            double score = 0;
            for (std::int64_t d = 0; d < width; ++d)
              score += double{q[r * width + d]} * k[p * width + d];
            total += weight[p] = std::exp(0.3 * score);
          }
          for (std::int64_t d = 0; d < width; ++d) {
            double want = 0;
            for (std::int64_t p = 0; p < visible; ++p)
              want += weight[p] / total * v[p * width + d];
            compare(out[r * width + d], want, 1e-5);
          }
        }
      }
  }

  void layerNorm_data() { tables(); }
  void layerNorm() {
    QFETCH(const Table*, kernels);
    for (const std::int64_t width : {1, 15, 16, 130}) {
      auto x = noise(3 * width, 10);
      for (auto& value : x)
        value = value * 2 + 50;  // far from zero: the variance must not drown
      const auto w = noise(width, 11), b = noise(width, 12);
      Floats out(3 * width);
      kernels->layerNorm(x.data(), w.data(), b.data(), out.data(), 3, width, 1e-6f, false);
      for (int r = 0; r < 3; ++r) {
        double mean = 0, variance = 0;
        for (std::int64_t i = 0; i < width; ++i)
          mean += x[r * width + i] / double(width);
        for (std::int64_t i = 0; i < width; ++i)
          variance += std::pow(x[r * width + i] - mean, 2) / double(width);
        for (std::int64_t i = 0; i < width; ++i)
          compare(out[r * width + i], (x[r * width + i] - mean) / std::sqrt(variance + 1e-6) * w[i] + b[i], 1e-4);
      }
    }
  }

  void channelSums_data() { tables(); }
  void channelSums() {
    QFETCH(const Table*, kernels);
    const std::int64_t pixels = 71, channels = 19;
    const auto x = noise(pixels * channels, 13);
    std::vector<double> sums(2 * channels, 1.0);
    kernels->norm.channelSums(x.data(), pixels, channels, sums.data());
    for (std::int64_t c = 0; c < channels; ++c) {
      double sum = 1, squares = 1;
      for (std::int64_t p = 0; p < pixels; ++p) {
        sum += x[p * channels + c];
        squares += double{x[p * channels + c]} * x[p * channels + c];
      }
      compare(sums[c], sum, 1e-5);
      compare(sums[channels + c], squares, 1e-5);
    }
  }

  void convolution_data() { tables(); }
  void convolution() {
    QFETCH(const Table*, kernels);
    const std::int64_t channels = 5, columns = 21, width = 17, rows = 3;
    const auto picture = noise(rows * width * channels, 14), weights = noise(columns * 9 * channels, 15);
    const auto bias = noise(columns, 16), panels = packed(weights, columns, 9 * channels);
    for (const int stride : {1, 2}) {
      const std::int64_t outWidth = (width - 3) / stride + 1;
      const auto residual = noise(outWidth * columns, 17);
      Floats out(outWidth * columns);
      ConvRowArgs args{
          picture.data(), width * channels, channels,  3, stride, {panels.data(), false, 9 * channels, columns},
          bias.data(),    residual.data(),  out.data()};
      kernels->convRow(args, 0, outWidth, 0, panelsFor(columns));
      for (std::int64_t x = 0; x < outWidth; ++x)
        for (std::int64_t n = 0; n < columns; ++n) {
          double sum = double{bias[n]} + residual[x * columns + n];
          for (int ky = 0; ky < 3; ++ky)
            for (int kx = 0; kx < 3; ++kx)
              for (std::int64_t c = 0; c < channels; ++c)
                sum += double{picture[(ky * width + x * stride + kx) * channels + c]} *
                       weights[n * 9 * channels + (ky * 3 + kx) * channels + c];
          compare(out[x * columns + n], sum, 2e-5);
        }
    }
  }

  void winograd_data() { tables(); }
  void winograd() {
    QFETCH(const Table*, kernels);
    // Sides that fill no tile, more tiles than one chunk, channels that fill no vector.
    for (const auto& [height, width, in, columns] :
         {std::array<std::int64_t, 4>{1, 1, 1, 1}, {5, 3, 5, 21}, {30, 27, 16, 3}, {8, 4, 33, 32}}) {
      const std::int64_t batch = 2, pixels = batch * height * width;
      const auto x = noise(pixels * in, 19), taps = noise(9 * in * columns, 20), bias = noise(columns, 21);
      const auto upstream = noise(pixels * columns, 22), residual = noise(pixels * columns, 31);
      Floats weights(winogradWeightSize(in, columns), NAN), scratch(winogradScratch(in, columns), NAN);
      Floats out(pixels * columns, NAN), sums(winogradSumSize(in, columns)), gradient(9 * in * columns, NAN);
      kernels->winogradWeights(taps.data(), in, columns, weights.data());
      const WinogradPicture input{x.data(), height, width, in}, result{upstream.data(), height, width, columns};
      const std::int64_t tiles = winogradTiles(batch, height, width), some = tiles / 3;
      const WinogradArgs args{input, weights.data(), bias.data(), columns, out.data(), residual.data()};
      for (const auto& [begin, end] : {std::pair{std::int64_t{0}, some}, {some, tiles}}) {
        kernels->winograd(args, begin, end, scratch.data());
        kernels->winogradGradient(input, result, begin, end, scratch.data(), sums.data());
      }
      kernels->winogradTaps(sums.data(), in, columns, gradient.data());

      std::vector<double> wanted(pixels * columns), wantedGradient(9 * in * columns);
      for (std::int64_t p = 0; p < pixels; ++p)
        for (std::int64_t tap = 0; tap < 9; ++tap) {
          const std::int64_t row = p / width % height + tap / 3 - 1, column = p % width + tap % 3 - 1;
          if (row < 0 || row >= height || column < 0 || column >= width) continue;
          const std::int64_t from = (p / (height * width) * height + row) * width + column;
          for (std::int64_t c = 0; c < in; ++c)
            for (std::int64_t k = 0; k < columns; ++k) {
              wanted[p * columns + k] += double{x[from * in + c]} * taps[(tap * in + c) * columns + k];
              wantedGradient[(tap * in + c) * columns + k] += double{x[from * in + c]} * upstream[p * columns + k];
            }
        }
      for (std::int64_t i = 0; i < pixels * columns; ++i)
        compare(out[i], wanted[i] + bias[i % columns] + residual[i], 3e-4);
      for (std::int64_t i = 0; i < 9 * in * columns; ++i)
        compare(gradient[i], wantedGradient[i], 2e-4);
    }
  }

  void swishGradient_data() { tables(); }
  void swishGradient() {
    QFETCH(const Table*, kernels);
    const std::int64_t pixels = 71, channels = 19;
    const auto x = noise(pixels * channels, 23), upstream = noise(pixels * channels, 24);
    const auto scale = noise(channels, 25), shift = noise(channels, 26), mean = noise(channels, 27);
    Floats out(pixels * channels);
    std::vector<double> sums(2 * channels), wantedSums(2 * channels);
    kernels->norm.swishGradient(
        {x.data(), upstream.data(), scale.data(), shift.data(), mean.data(), pixels, channels, out.data()},
        sums.data());
    for (std::int64_t i = 0; i < pixels * channels; ++i) {
      const std::int64_t c = i % channels;
      const double v = double{x[i]} * scale[c] + shift[c], step = 1e-4;
      const double gradient = upstream[i] * (swish(v + step) - swish(v - step)) / (2 * step);
      compare(out[i], gradient, 1e-5);
      wantedSums[c] += gradient;
      wantedSums[channels + c] += gradient * (double{x[i]} - mean[c]);
    }
    for (std::int64_t i = 0; i < 2 * channels; ++i)
      compare(sums[i], wantedSums[i], 1e-4);
  }

  void channelCombine_data() { tables(); }
  void channelCombine() {
    QFETCH(const Table*, kernels);
    const std::int64_t pixels = 3, channels = 21;
    const auto before = noise(pixels * channels, 28), x = noise(pixels * channels, 29), f = noise(3 * channels, 30);
    auto out = before;
    kernels->norm.channelCombine(out.data(), x.data(), pixels, channels, f.data());
    for (std::int64_t i = 0; i < pixels * channels; ++i) {
      const std::int64_t c = i % channels;
      compare(out[i], double{before[i]} * f[c] + double{x[i]} * f[channels + c] + f[2 * channels + c], 1e-6);
    }
  }

  /// Windows of a picture: three stretches of a row of x, as a convolution reads them.
  void bf16Product_data() { bf16Tables(); }
  void bf16Product() {
    QFETCH(const Bf16Table*, kernels);
    if (!kernels) QSKIP("this CPU does not have them");
    for (const std::int64_t rows : {1, 2, 3, 6, 8, 16, 17, 33, 70})
      for (const int segments : {1, 3})
        for (const auto& [inner, columns] : {std::pair<std::int64_t, std::int64_t>{9, 3}, {32, 16}, {100, 70}}) {
          const std::int64_t padded = bf16Padded(inner), rowStride = inner + 5, segmentStride = rows * rowStride + 7;
          const auto x = asBf16(noise(segments * segmentStride + (kBf16RowsAtOnce + 1) * (rowStride + kBf16Depth), 41));
          const auto w = asBf16(noise(columns * segments * inner, 42));  // [columns, segments, inner]
          const auto bias = noise(columns, 43), residual = noise(rows * columns, 44);
          Bits panels(panelsFor(columns) * segments * padded * kPanel);
          for (std::int64_t n = 0; n < columns; ++n)
            for (int s = 0; s < segments; ++s)
              for (std::int64_t k = 0; k < inner; ++k) {
                const std::int64_t tile = (n / kPanel * segments + s) * (padded / kBf16Depth) + k / kBf16Depth;
                panels[(tile * 16 + k % kBf16Depth / 2) * 32 + n % kPanel * 2 + k % 2] =
                    w[(n * segments + s) * inner + k];
              }
          Bf16ProductArgs args;
          args.x = x.data();
          args.rowStride = rowStride;
          args.segmentStride = segmentStride;
          args.weights = {panels.data(), segments, padded, columns};
          args.bias = bias.data();
          args.residual = residual.data();
          args.outStride = columns;
          const auto xs = asFloats(x), ws = asFloats(w);
          for (const auto epilogue : {Epilogue::Store, Epilogue::Gelu, Epilogue::Add}) {
            Floats out(rows * columns, 0.5f), again = out;
            args.epilogue = epilogue;
            args.out = out.data();
            kernels->product(args, 0, rows, 0, panelsFor(columns));
            for (std::int64_t r = 0; r < rows; ++r)
              for (std::int64_t n = 0; n < columns; ++n) {
                double sum = bias[n];
                for (int s = 0; s < segments; ++s)
                  for (std::int64_t k = 0; k < inner; ++k)
                    sum += double{xs[r * rowStride + s * segmentStride + k]} * ws[(n * segments + s) * inner + k];
                if (epilogue == Epilogue::Gelu) sum = gelu(sum);
                if (epilogue == Epilogue::Add) sum += 0.5;
                compare(out[r * columns + n], sum + residual[r * columns + n], 1e-4);
              }
            args.out = again.data();  // row by row and panel by panel: the same bits
            for (std::int64_t r = 0; r < rows; ++r)
              for (std::int64_t panel = 0; panel < panelsFor(columns); ++panel)
                kernels->product(args, r, r + 1, panel, panel + 1);
            QCOMPARE(again, out);
          }
        }
  }

  void normSwish_data() { tables(); }
  void normSwish() {
    QFETCH(const Table*, kernels);
    const std::int64_t pixels = 5, channels = 21;
    const auto x = noise(pixels * channels, 31), scale = noise(channels, 32), shift = noise(channels, 33);
    Floats out(pixels * channels);
    kernels->norm.normSwish({x.data(), scale.data(), shift.data(), pixels, channels, out.data()});
    for (std::int64_t i = 0; i < pixels * channels; ++i)
      compare(out[i], swish(double{x[i]} * scale[i % channels] + shift[i % channels]), 1e-6);
  }

  /// The same arithmetic on bfloat16 pixels: equal to fp32 on the same values, rounded once where it is stored; where
  /// an exponential is in it, nearly so.
  void normOfBf16_data() { tables(); }
  void normOfBf16() {
    QFETCH(const Table*, kernels);
    const std::int64_t pixels = 71, channels = 19, count = pixels * channels;
    const auto xBits = asBf16(noise(count, 34)), upstreamBits = asBf16(noise(count, 35));
    const auto x = asFloats(xBits), upstream = asFloats(upstreamBits);
    const auto scale = noise(channels, 36), shift = noise(channels, 37), factors = noise(3 * channels, 38);
    const auto& fp32 = kernels->norm;
    const auto& bf16 = kernels->normBf16;
    std::vector<double> sums(2 * channels), wantedSums(2 * channels);
    Floats wanted(count);
    Bits out(count);

    fp32.channelSums(x.data(), pixels, channels, wantedSums.data());
    bf16.channelSums(xBits.data(), pixels, channels, sums.data());
    QCOMPARE(sums, wantedSums);

    fp32.normSwish({x.data(), scale.data(), shift.data(), pixels, channels, wanted.data()});
    bf16.normSwish({xBits.data(), scale.data(), shift.data(), pixels, channels, out.data()});
    compareNearly(asFloats(out), wanted);

    fp32.swishGradient(
        {x.data(), upstream.data(), scale.data(), shift.data(), shift.data(), pixels, channels, wanted.data()},
        wantedSums.data());
    bf16.swishGradient(
        {xBits.data(), upstreamBits.data(), scale.data(), shift.data(), shift.data(), pixels, channels, out.data()},
        sums.data());
    compareNearly(asFloats(out), wanted);
    for (std::size_t i = 0; i < sums.size(); ++i)
      compare(sums[i], wantedSums[i], 5e-3);

    wanted = asFloats(out);
    fp32.channelCombine(wanted.data(), x.data(), pixels, channels, factors.data());
    bf16.channelCombine(out.data(), xBits.data(), pixels, channels, factors.data());
    QCOMPARE(out, asBf16(wanted));
  }

  void padRow_data() { tables(); }
  void padRow() {
    QFETCH(const Table*, kernels);
    const std::int64_t width = 4, channels = 19;
    auto in = noise(width * channels, 18);
    in[0] = 60;  // swish must survive large values of both signs
    in[1] = -200;
    const Floats scale(channels, 1.5f), shift(channels, 0.25f);
    Floats out(2 * width * channels);
    kernels->padRow({in.data(), width, channels, 2, scale.data(), shift.data(), out.data()});
    for (std::int64_t x = 0; x < 2 * width; ++x)
      for (std::int64_t c = 0; c < channels; ++c)
        compare(out[x * channels + c], swish(in[x / 2 * channels + c] * 1.5 + 0.25), 1e-6);
  }

 private:
  static void tables() {
    QTest::addColumn<const Table*>("kernels");
    QTest::newRow(baselineTable().name) << &baselineTable();
    if (&table() != &baselineTable()) QTest::newRow(table().name) << &table();
  }
  static void bf16Tables() {
    QTest::addColumn<const Bf16Table*>("kernels");
    QTest::newRow("amx") << amxTable();
    QTest::newRow("avx512-bf16") << avx512Bf16Table();
  }
};

QTEST_APPLESS_MAIN(TestKernels)
#include "test_kernels.moc"
