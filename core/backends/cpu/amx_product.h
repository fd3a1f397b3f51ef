#pragma once

#include "backends/cpu/kernels.h"

namespace lpd::kernels {

/// The matrix of a product on AMX's tiles: [panel of kPanel columns][segment][inner / 32][16][32] bfloat16 bits, two
/// rows side by side, zeros where a segment's rows do not fill a tile.
struct AmxPanels {
  const std::uint16_t* data = nullptr;
  int segments = 1;        ///< stretches of the rows of x, 3 for the rows of a 3x3 window
  std::int64_t inner = 0;  ///< values of a segment, a multiple of kAmxDepth
  std::int64_t columns = 0;
};
inline constexpr std::int64_t kAmxDepth = 32;
inline constexpr std::int64_t amxPadded(std::int64_t inner) {
  return (inner + kAmxDepth - 1) / kAmxDepth * kAmxDepth;
}
/// Rows that may be read behind the last one.
inline constexpr std::int64_t kAmxRowsAtOnce = 32;

/// out[row][column] = epilogue(sum over the segments of x[row * rowStride + segment * segmentStride + k] * weights +
/// bias)
/// [+ residual]. Needs hasAmx(). Up to kAmxRowsAtOnce rows and kAmxDepth values behind the last are read (what they
/// hold does not matter as long as it is finite). Each row is summed in one order, whatever is computed beside it.
struct AmxProductArgs {
  const std::uint16_t* x = nullptr;  ///< bfloat16 bits
  std::int64_t rowStride = 0;        ///< in values, as all of them
  std::int64_t segmentStride = 0;
  AmxPanels weights;
  const float* bias = nullptr;      ///< [columns] or null
  const float* residual = nullptr;  ///< laid out as out, or null
  float* out = nullptr;
  std::int64_t outStride = 0;
  Epilogue epilogue = Epilogue::Store;
  bool roundToBf16 = false;  ///< round what is stored (it feeds a bf16 product)
};
void amxProduct(const AmxProductArgs& args, std::int64_t rowBegin, std::int64_t rowEnd, std::int64_t panelBegin,
                std::int64_t panelEnd);

}  // namespace lpd::kernels
