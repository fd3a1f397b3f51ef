#pragma once

#include <string>
#include <vector>

namespace lpd::weights {

inline constexpr int kImagenetClasses = 1000;

/// Their names in the order of their numbers. Released checkpoints are trained on these and do not name them.
std::vector<std::string> imagenetClassNames();

}  // namespace lpd::weights
