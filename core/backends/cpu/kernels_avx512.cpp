#include "backends/cpu/kernels.h"
#include "backends/cpu/variants.h"

namespace lpd::kernels {
namespace {
// These build on each other, in this order.
// clang-format off
#include "backends/cpu/vector_math.inl"
#include "backends/cpu/multiply.inl"
#include "backends/cpu/attention.inl"
#include "backends/cpu/norm.inl"
#include "backends/cpu/bf16_rows.inl"
#include "backends/cpu/convolution.inl"
#include "backends/cpu/winograd.inl"
// clang-format on
}  // namespace

const Table kAvx512Table = {"avx512",
                            linear,
                            attention,
                            layerNorm,
                            kPictureNorm<float>,
                            kPictureNorm<std::uint16_t>,
                            kBf16Rows,
                            padRow,
                            convRow,
                            winogradWeights,
                            winograd,
                            winogradGradient,
                            winogradTaps};

}  // namespace lpd::kernels
