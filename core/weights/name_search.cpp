#include "weights/name_search.h"

#include "weights/fault.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace lpd::weights {

std::string lowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

std::size_t editDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

std::vector<std::string> nearestNames(std::string_view word, const std::vector<std::string>& names, std::size_t count) {
  constexpr std::size_t kLongestWord = 64;  // keeps the comparison cheap for whatever is pasted in
  const std::string wanted = lowerCase(word.substr(0, kLongestWord));
  std::vector<std::tuple<bool, std::size_t, std::size_t>> ranked;  // does not contain, distance, index
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string name = lowerCase(std::string_view(names[i]).substr(0, kLongestWord));
    const bool contains = name.find(wanted) != std::string::npos;
    const std::size_t distance = editDistance(wanted, name);
    const std::size_t allowed = std::max<std::size_t>(2, std::max(wanted.size(), name.size()) / 2);
    if (contains || distance <= allowed) ranked.emplace_back(!contains, distance, i);
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::string> nearest;
  for (const auto& [misses, distance, index] : ranked) {
    if (nearest.size() == count) break;
    if (std::find(nearest.begin(), nearest.end(), names[index]) == nearest.end()) nearest.push_back(names[index]);
  }
  return nearest;
}

std::string listNames(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += quoteName(names[i]);
  }
  return text;
}

}  // namespace lpd::weights
