#pragma once

#include <optional>
#include <string_view>

namespace lpd {

/// The number behind "cuda" or "cuda:N"; empty for any other word.
std::optional<int> cudaIndex(std::string_view word);

}  // namespace lpd
