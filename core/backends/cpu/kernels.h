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

struct Table {
  const char* name;  ///< "avx2", ...
  void (*linear)(const LinearArgs&, std::int64_t rowBegin, std::int64_t rowEnd, std::int64_t panelBegin,
                 std::int64_t panelEnd);
  void (*attention)(const AttentionArgs&, std::int64_t rowBegin, std::int64_t rowEnd);
  void (*layerNorm)(const float* x, const float* weight, const float* bias, float* out, std::int64_t rows,
                    std::int64_t width, float epsilon, bool roundToBf16);
  /// Adds the sums of x and of x * x over `pixels` pixels of [pixels, channels] to sums[2][channels].
  void (*channelSums)(const float* x, std::int64_t pixels, std::int64_t channels, double* sums);
  void (*padRow)(const PadRowArgs&);
  void (*convRow)(const ConvRowArgs&, std::int64_t pixelBegin, std::int64_t pixelEnd, std::int64_t panelBegin,
                  std::int64_t panelEnd);
};

/// The fastest kernels this CPU can run.
const Table& table();
const Table& baselineTable();

}  // namespace lpd::kernels
