#include "backends/packed_matrix.h"

namespace lpd {

PackedMatrix::PackedMatrix(const torch::Tensor& matrix, bool bf16) : inner_(matrix.size(1)), columns_(matrix.size(0)) {
  const auto panels = kernels::panelsFor(columns_);
  const auto type = bf16 ? torch::kBFloat16 : torch::kFloat32;
  data_ = torch::zeros({panels, inner_, kernels::kPanel}, type);
  // Panel by panel, so that packing needs no second copy of a large matrix.
  for (std::int64_t panel = 0; panel < panels; ++panel) {
    const auto first = panel * kernels::kPanel;
    const auto count = std::min<std::int64_t>(kernels::kPanel, columns_ - first);
    data_[panel].narrow(1, 0, count).copy_(matrix.narrow(0, first, count).t());
  }
}

kernels::Panels PackedMatrix::view() const {
  return {data_.data_ptr(), data_.scalar_type() == torch::kBFloat16, inner_, columns_};
}

}  // namespace lpd
