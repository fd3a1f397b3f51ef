#pragma once

#include "backends/cpu/kernels.h"

namespace lpd::kernels {

/// The matrix of a bf16 product: [panel of kPanel columns][segment][inner / 2][16][2] bfloat16 bits, two rows side by
/// side, zeros where a segment's rows end before `inner`.
struct Bf16Panels {
  const std::uint16_t* data = nullptr;
  int segments = 1;        ///< stretches of the rows of x, 3 for the rows of a 3x3 window
  std::int64_t inner = 0;  ///< values of a segment, a multiple of kBf16Depth
  std::int64_t columns = 0;
};
inline constexpr std::int64_t kBf16Depth = 32;
inline constexpr std::int64_t bf16Padded(std::int64_t inner) {
  return (inner + kBf16Depth - 1) / kBf16Depth * kBf16Depth;
}
/// Rows that may be read behind the last one.
inline constexpr std::int64_t kBf16RowsAtOnce = 32;

/// out[row][column] = epilogue(sum over the segments of x[row * rowStride + segment * segmentStride + k] * weights +
/// bias)
/// [+ residual]. Up to kBf16RowsAtOnce rows and kBf16Depth values behind the last are read (what they hold does not
/// matter as long as it is finite). Each row is summed in one order, whatever is computed beside it.
struct Bf16ProductArgs {
  const std::uint16_t* x = nullptr;  ///< bfloat16 bits
  std::int64_t rowStride = 0;        ///< in values, as all of them
  std::int64_t segmentStride = 0;
  Bf16Panels weights;
  const float* bias = nullptr;      ///< [columns] or null
  const float* residual = nullptr;  ///< laid out as out, or null
  float* out = nullptr;
  std::int64_t outStride = 0;
  Epilogue epilogue = Epilogue::Store;
  bool roundToBf16 = false;  ///< round what is stored (it feeds a bf16 product)
};

}  // namespace lpd::kernels
