#pragma once

#include <lpd/grid.h>

#include <torch/types.h>

namespace lpd {

/// The position table for another grid: `table` [1 + from.count(), D] keeps row 0 (the class position); the rest is
/// interpolated bicubically (a = -0.75, corners not aligned) to [1 + to.count(), D].
torch::Tensor resizePositionTable(const torch::Tensor& table, const Grid& from, const Grid& to);

}  // namespace lpd
