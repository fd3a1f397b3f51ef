#include "model/position_table.h"

namespace lpd {

torch::Tensor resizePositionTable(const torch::Tensor& table, const Grid& from, const Grid& to) {
  if (from == to) return table;
  const auto width = table.size(1);
  const auto planes = table.narrow(0, 1, from.count()).t().reshape({1, width, from.height, from.width}).contiguous();
  const auto resized = at::upsample_bicubic2d(planes, {to.height, to.width}, /*align_corners=*/false);
  return torch::cat({table.narrow(0, 0, 1), resized.view({width, to.count()}).t()}).contiguous();
}

}  // namespace lpd
