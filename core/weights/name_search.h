#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lpd::weights {

/// ASCII letters in lower case; everything else unchanged.
std::string lowerCase(std::string_view text);

/// Number of single-character insertions, deletions and replacements between two words.
std::size_t editDistance(std::string_view a, std::string_view b);

/// Up to `count` of `names` that look most like `word`: those that contain it first, then by edit distance, leaving out
/// what shares next to nothing with it.
std::vector<std::string> nearestNames(std::string_view word, const std::vector<std::string>& names, std::size_t count);

/// "'a', 'b' or 'c'"; empty for an empty list.
std::string listNames(const std::vector<std::string>& names);

}  // namespace lpd::weights
