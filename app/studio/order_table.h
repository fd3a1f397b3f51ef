#pragma once

#include <lpd/trace.h>

#include <string>

namespace lpd::studio {

/// A plan's order as CSV, one line a position in generation order: index, step (both from 1), row, column (from 0),
/// position and, where the plan holds reasons, pick, support and nearest_in_group.
std::string orderTable(const ImagePlan& plan);

}  // namespace lpd::studio
