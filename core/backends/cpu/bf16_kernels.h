#pragma once

#include "backends/cpu/bf16_attention.h"
#include "backends/cpu/bf16_product.h"

/// Kernels for CPUs that multiply bfloat16 in hardware: the same source on AMX's tiles and on AVX512-BF16's vectors.
namespace lpd::kernels {

struct Bf16Table {
  const char* name;
  void (*product)(const Bf16ProductArgs&, std::int64_t rowBegin, std::int64_t rowEnd, std::int64_t panelBegin,
                  std::int64_t panelEnd);
  /// Writes the rows from firstRow on to out, `outStride` values apart, and the logarithms of their sums of
  /// exponentials.
  void (*attention)(const AttentionHead&, std::uint16_t* out, std::int64_t outStride, float* logSums, void* scratch);
  /// `gradient`: of the output, as out above. Writes the gradients of queries, keys and values of all rows to
  /// qkvGradient, laid out as head.qkv.
  void (*attentionGradient)(const AttentionHead&, const std::uint16_t* gradient, std::int64_t gradientStride,
                            const float* logSums, std::uint16_t* qkvGradient, void* scratch);
};

/// Null where this CPU does not have them.
const Bf16Table* amxTable();
const Bf16Table* avx512Bf16Table();
/// The faster of those it has, or null.
const Bf16Table* bf16Table();

}  // namespace lpd::kernels
