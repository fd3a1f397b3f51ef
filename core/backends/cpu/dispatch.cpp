#include "backends/cpu/bf16_kernels.h"
#include "backends/cpu/bf16_units.h"
#include "backends/cpu/kernels.h"
#include "backends/cpu/variants.h"

namespace lpd::kernels {

const Table& baselineTable() {
  return kBaselineTable;
}

const Table& table() {
#ifdef LPD_X86_KERNELS
  if (__builtin_cpu_supports("avx512f")) return kAvx512Table;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return kAvx2Table;
#endif
  return kBaselineTable;
}

const Bf16Table* amxTable() {
#ifdef LPD_X86_KERNELS
  if (hasAmx()) return &kAmxTable;
#endif
  return nullptr;
}

const Bf16Table* avx512Bf16Table() {
#ifdef LPD_X86_KERNELS
  if (hasAvx512Bf16()) return &kAvx512Bf16Table;
#endif
  return nullptr;
}

const Bf16Table* bf16Table() {
  static const Bf16Table* const best = amxTable() ? amxTable() : avx512Bf16Table();
  return best;
}

std::size_t bf16AttentionScratch(int length, int width) {
  const auto rows = static_cast<std::size_t>(bf16Padded(length) + kTileRowsMost);
  const std::size_t arrays = 8 * 2 + 2 * 4;           // of rows: copies and operands, sums
  const std::size_t perCell = 2 * 4 + 2 * 2 + 2 * 2;  // scores, cells and pairs, twice
  const std::size_t perWidth = 4 + 2 * 2;             // a tile's sums and two left operands
  return rows * width * arrays + kTileRowsMost * (rows * perCell + width * perWidth) + 64 * 32;
}

}  // namespace lpd::kernels
