#pragma once

#include <lpd/grid.h>

#include <vector>

namespace lpd {

/// Raster tokens in which every open position (-1) has taken the token of the nearest generated one (Euclidean; the
/// lower position wins ties). Throws Usage if nothing has been generated.
std::vector<int> filledWithNearest(const Grid& grid, const std::vector<int>& tokens);

}  // namespace lpd
