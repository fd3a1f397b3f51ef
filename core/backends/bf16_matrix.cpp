#include "backends/bf16_matrix.h"

#include <algorithm>

namespace lpd {
namespace {

constexpr std::int64_t kValuesATask = 1 << 15;

}  // namespace

Bf16Matrix::Bf16Matrix(const torch::Tensor& matrix, int segments) : columns_(matrix.size(0)) {
  const std::int64_t panels = kernels::panelsFor(columns_), inner = matrix.size(1) / segments;
  const std::int64_t padded = kernels::bf16Padded(inner);
  auto whole = torch::zeros({panels * kernels::kPanel, segments, padded}, torch::kBFloat16);
  whole.narrow(0, 0, columns_).narrow(2, 0, inner).copy_(matrix.reshape({columns_, segments, inner}));
  data_ = whole.view({panels, kernels::kPanel, segments, padded / kernels::kBf16Depth, kernels::kBf16Depth / 2, 2})
              .permute({0, 2, 3, 4, 1, 5})
              .contiguous()
              .view({panels, segments, padded / kernels::kBf16Depth, kernels::kBf16Depth / 2, 2 * kernels::kPanel});
}

kernels::Bf16Panels Bf16Matrix::view() const {
  return {static_cast<const std::uint16_t*>(data_.data_ptr()), static_cast<int>(data_.size(1)),
          data_.size(2) * kernels::kBf16Depth, columns_};
}

torch::Tensor asBf16Rows(const torch::Tensor& rows, std::int64_t padded, const Compute& compute) {
  const std::int64_t width = rows.size(-1), count = rows.numel() / width;
  const std::int64_t behind = kernels::kBf16RowsAtOnce * padded + kernels::kBf16Depth;
  auto result = torch::empty({count * padded + behind}, torch::kBFloat16);
  auto* out = static_cast<std::uint16_t*>(result.data_ptr());
  const float* in = rows.data_ptr<float>();
  const auto round = kernels::table().bf16Rows.round;
  std::fill_n(out + count * padded, behind, std::uint16_t{0});
  if (padded == width) {
    const std::int64_t all = count * width, tasks = (all + kValuesATask - 1) / kValuesATask;
    compute.pool->run(tasks, [&](std::int64_t task) {
      const std::int64_t first = task * kValuesATask;
      round(in + first, std::min(kValuesATask, all - first), out + first);
    });
    return result;
  }
  for (std::int64_t row = 0; row < count; ++row) {
    round(in + row * width, width, out + row * padded);
    std::fill_n(out + row * padded + width, padded - width, std::uint16_t{0});
  }
  return result;
}

}  // namespace lpd
