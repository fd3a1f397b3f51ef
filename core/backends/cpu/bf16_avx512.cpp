#include "backends/cpu/bf16_kernels.h"
#include "backends/cpu/variants.h"

#include <immintrin.h>

#include <cstring>

namespace lpd::kernels {
namespace {
// These build on each other, in this order.
// clang-format off
#include "backends/cpu/vector_math.inl"
#include "backends/cpu/tiles_avx512.inl"
#include "backends/cpu/bf16_product.inl"
#include "backends/cpu/bf16_attention.inl"
// clang-format on
}  // namespace

const Bf16Table kAvx512Bf16Table = {"avx512-bf16", bf16Product, bf16Attention, bf16AttentionGradient};

}  // namespace lpd::kernels
