#pragma once

#include <cstdint>

/// Hand-written CPU kernels: raw pointers in, no torch, no threads (the caller splits the work).
///
/// Every output value is accumulated in one fixed order that depends on nothing but its own row, so a result is the
/// same bit for bit however many rows share a call and however the work is split among threads. BLAS libraries do not
/// promise that: they choose another blocking for another number of rows or threads.
///
/// Matrices that are multiplied by are stored in panels of kPanel columns: [panel][inner][kPanel], zero-padded.
namespace lpd::kernels {

inline constexpr int kPanel = 16;
inline constexpr std::int64_t panelsFor(std::int64_t columns) {
  return (columns + kPanel - 1) / kPanel;
}

enum class Epilogue {
  Store,  ///< out = x W + b
  Gelu,   ///< out = gelu(x W + b), exact (erf)
  Add,    ///< out += x W + b
};

/// A matrix in panels, as float or as bfloat16 bits.
struct Panels {
  const void* data = nullptr;
  bool bf16 = false;
  std::int64_t inner = 0;    ///< rows of the matrix = values summed per output
  std::int64_t columns = 0;  ///< without padding
};

/// out[rows, columns] = epilogue(x[rows, inner] * panels + bias).
struct LinearArgs {
  const float* x = nullptr;
  std::int64_t xStride = 0;
  Panels weights;
  const float* bias = nullptr;  ///< [columns] or null
  float* out = nullptr;
  std::int64_t outStride = 0;
  Epilogue epilogue = Epilogue::Store;
  bool roundToBf16 = false;  ///< round what is stored (it feeds a bf16 product)
};

/// One head of one sequence: new rows attend to cached keys and values.
struct AttentionArgs {
  const float* queries = nullptr;  ///< [rows, headWidth]
  std::int64_t queryStride = 0;
  const float* keys = nullptr;    ///< panels over positions: [capacity / kPanel][headWidth][kPanel]
  const float* values = nullptr;  ///< panels over the head's columns: [panelsFor(headWidth)][capacity][kPanel]
  std::int64_t capacity = 0;      ///< a multiple of kPanel
  std::int64_t headWidth = 0;
  std::int64_t contextRows = 0;     ///< the first rows see contextVisible positions,
  std::int64_t contextVisible = 0;  ///< the others queryVisible
  std::int64_t queryVisible = 0;
  float scale = 1;
  float* out = nullptr;  ///< [rows, headWidth]
  std::int64_t outStride = 0;
  float* scratch = nullptr;  ///< kMaxRows * capacity floats
  bool roundToBf16 = false;
};
inline constexpr int kMaxRows = 6;  ///< rows a micro-kernel takes at once

/// Fills one row of the padded copy of a picture that a convolution reads.
/// out[x] = act(in[x / upsample] * scale + shift) for every pixel of the row; act = swish where scale is given.
struct PadRowArgs {
  const float* in = nullptr;  ///< [inWidth, channels]
  std::int64_t inWidth = 0;
  std::int64_t channels = 0;
  int upsample = 1;              ///< 1 or 2: nearest
  const float* scale = nullptr;  ///< [channels], or null: copied as it is
  const float* shift = nullptr;
  float* out = nullptr;  ///< [inWidth * upsample, channels]
  bool roundToBf16 = false;
};

/// One output row of a convolution over a padded picture.
struct ConvRowArgs {
  const float* in = nullptr;     ///< the first padded input row of the window, first pixel
  std::int64_t inRowStride = 0;  ///< floats between padded rows
  std::int64_t channels = 0;     ///< of the input
  int kernel = 3;
  int stride = 1;
  Panels weights;  ///< inner = kernel * kernel * channels, in the order [ky][kx][channel]
  const float* bias = nullptr;
  const float* residual = nullptr;  ///< [width, columns] added, or null
  float* out = nullptr;             ///< [width, columns]
};

/// Pictures in rows of pixels, [batch][height][width][channels], as a convolution of 3x3 taps (stride 1, zeros around)
/// reads or writes them in tiles of 4x4 pixels. Tiles count from 0 through all pictures, row by row.
struct WinogradPicture {
  const float* pixels = nullptr;
  std::int64_t height = 0;
  std::int64_t width = 0;
  std::int64_t channels = 0;
};
inline constexpr int kWinogradSide = 4;
inline constexpr int kWinogradProducts = 36;        ///< a tile and pair of channels
inline constexpr std::int64_t kWinogradTiles = 36;  ///< transformed together, so that they stay in the cache
inline constexpr int kWinogradCopy = 36;            ///< pixels of a tile at the border, copied with the zeros around it
inline constexpr std::int64_t winogradTiles(std::int64_t batch, std::int64_t height, std::int64_t width) {
  return batch * ((height + kWinogradSide - 1) / kWinogradSide) * ((width + kWinogradSide - 1) / kWinogradSide);
}
/// Floats from one of a chunk's 36 matrices to the next; the odd panel keeps them out of each other's cache sets.
inline constexpr std::int64_t winogradStride(std::int64_t channels) {
  return (kWinogradTiles * panelsFor(channels) + 1) * kPanel;
}
inline constexpr std::int64_t winogradScratch(std::int64_t in, std::int64_t columns) {
  return kWinogradCopy * (in < columns ? columns : in) +
         kWinogradProducts * (winogradStride(in) + winogradStride(columns));
}
/// Of the transformed weights, and of the sums a gradient is gathered in.
inline constexpr std::int64_t winogradWeightSize(std::int64_t in, std::int64_t columns) {
  return kWinogradProducts * panelsFor(columns) * in * kPanel;
}
inline constexpr std::int64_t winogradSumSize(std::int64_t in, std::int64_t columns) {
  return kWinogradProducts * panelsFor(in) * kPanel * panelsFor(columns) * kPanel;
}
struct WinogradArgs {
  WinogradPicture picture;
  const float* weights = nullptr;   ///< from winogradWeights
  const float* bias = nullptr;      ///< [columns] or null
  std::int64_t columns = 0;         ///< channels of the output
  float* out = nullptr;             ///< [batch][height][width][columns]
  const float* residual = nullptr;  ///< the same shape, added; or null
};

/// y = swish(x * scale + shift) of pixels [pixels, channels]; an Element is a float or the bits of a bfloat16.
template <typename Element>
struct NormSwishArgs {
  const Element* x = nullptr;
  const float* scale = nullptr;  ///< [channels]
  const float* shift = nullptr;
  std::int64_t pixels = 0;
  std::int64_t channels = 0;
  Element* out = nullptr;
};

/// The gradient of y = swish(v), v = x * scale + shift, with respect to v, of pixels [pixels, channels].
template <typename Element>
struct SwishGradientArgs {
  const Element* x = nullptr;
  const Element* upstream = nullptr;  ///< gradient of y
  const float* scale = nullptr;       ///< [channels], as are shift and mean
  const float* shift = nullptr;
  const float* mean = nullptr;
  std::int64_t pixels = 0;
  std::int64_t channels = 0;
  Element* out = nullptr;
};

/// What group normalisation of pictures and its gradient are made of.
template <typename Element>
struct PictureNorm {
  /// Adds the sums of x and of x * x over `pixels` pixels of [pixels, channels] to sums[2][channels].
  void (*channelSums)(const Element* x, std::int64_t pixels, std::int64_t channels, double* sums);
  void (*normSwish)(const NormSwishArgs<Element>&);
  /// Writes the gradient and adds its sums and those of gradient * (x - mean) to sums[2][channels].
  void (*swishGradient)(const SwishGradientArgs<Element>&, double* sums);
  /// out = out * factors[0] + x * factors[1] + factors[2], of [pixels, channels] by factors[3][channels].
  void (*channelCombine)(Element* out, const Element* x, std::int64_t pixels, std::int64_t channels,
                         const float* factors);
};

/// Layer normalisation of fp32 rows [rows, width].
struct NormRowsArgs {
  const float* x = nullptr;
  const float* weight = nullptr;  ///< [width]
  const float* bias = nullptr;    ///< [width]; not read by the gradient
  std::int64_t rows = 0;
  std::int64_t width = 0;
  float epsilon = 1e-6f;
  float* moments = nullptr;  ///< [rows][2]: mean and 1 / standard deviation, written forward and read backward
};

/// What a transformer in training does between its bfloat16 products. Rows are [count, width] of bfloat16 bits.
struct Bf16Rows {
  void (*addBias)(std::uint16_t* rows, const float* bias, std::int64_t count, std::int64_t width);
  void (*gelu)(const std::uint16_t* in, std::int64_t count, std::uint16_t* out);
  void (*geluGradient)(const std::uint16_t* in, const std::uint16_t* upstream, std::int64_t count, std::uint16_t* out);
  /// sums[width] = the sum of the rows.
  void (*columnSums)(const std::uint16_t* rows, std::int64_t count, std::int64_t width, float* sums);
  void (*add)(const float* sum, const std::uint16_t* in, std::int64_t count, float* out);
  void (*round)(const float* in, std::int64_t count, std::uint16_t* out);
  void (*norm)(const NormRowsArgs&, std::uint16_t* out);
  /// Writes the gradient of x, and those of weight and bias to sums[2][width].
  void (*normGradient)(const NormRowsArgs&, const std::uint16_t* upstream, float* out, float* sums);
  float (*logSumOfExponentials)(const std::uint16_t* logits, std::int64_t count);
  /// out = scale * exp(logit - logSum).
  void (*softmax)(const std::uint16_t* logits, std::int64_t count, float logSum, float scale, std::uint16_t* out);
};

struct Table {
  const char* name;  ///< "avx2", ...
  void (*linear)(const LinearArgs&, std::int64_t rowBegin, std::int64_t rowEnd, std::int64_t panelBegin,
                 std::int64_t panelEnd);
  void (*attention)(const AttentionArgs&, std::int64_t rowBegin, std::int64_t rowEnd);
  void (*layerNorm)(const float* x, const float* weight, const float* bias, float* out, std::int64_t rows,
                    std::int64_t width, float epsilon, bool roundToBf16);
  PictureNorm<float> norm;
  PictureNorm<std::uint16_t> normBf16;
  Bf16Rows bf16Rows;
  void (*padRow)(const PadRowArgs&);
  void (*convRow)(const ConvRowArgs&, std::int64_t pixelBegin, std::int64_t pixelEnd, std::int64_t panelBegin,
                  std::int64_t panelEnd);
  /// Taps [3][3][in][columns] for winograd(), winogradWeightSize() floats.
  void (*winogradWeights)(const float* taps, std::int64_t in, std::int64_t columns, float* out);
  /// Makes the outputs of tiles [begin, end); `scratch` has winogradScratch() floats.
  void (*winograd)(const WinogradArgs&, std::int64_t begin, std::int64_t end, float* scratch);
  /// Adds what tiles [begin, end) of an input and of the gradient of its convolution say about the taps to `sums`,
  /// winogradSumSize() floats; winogradTaps() makes the gradient of the taps, [3][3][in][columns], of them.
  void (*winogradGradient)(const WinogradPicture& input, const WinogradPicture& gradient, std::int64_t begin,
                           std::int64_t end, float* scratch, float* sums);
  void (*winogradTaps)(const float* sums, std::int64_t in, std::int64_t columns, float* taps);
};

/// The fastest kernels this CPU can run.
const Table& table();
const Table& baselineTable();

}  // namespace lpd::kernels
