#include "weights/fault.h"
#include "weights/name_search.h"

#include <lpd/error.h>
#include <lpd/model_info.h>
#include <lpd/request.h>

#include <algorithm>
#include <charconv>
#include <functional>

namespace lpd {

using weights::lowerCase;
using weights::quoteName;

namespace {

constexpr std::size_t kSuggestions = 4;

std::string_view trimmed(std::string_view text) {
  const auto isSpace = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && isSpace(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && isSpace(text.back()))
    text.remove_suffix(1);
  return text;
}

/// Whole names and, where a name lists synonyms with commas as ImageNet's do, each of them.
bool isCalled(std::string_view name, std::string_view word) {
  if (name == word) return true;
  for (std::size_t start = 0; start < name.size();) {
    const std::size_t end = std::min(name.find(',', start), name.size());
    if (trimmed(name.substr(start, end - start)) == word) return true;
    start = end + 1;
  }
  return false;
}

[[noreturn]] void failAmbiguous(const std::vector<std::string>& names, const std::vector<int>& found,
                                const std::string& word) {
  std::string choices;
  for (std::size_t i = 0; i < found.size() && i < kSuggestions; ++i)
    choices +=
        (i ? ", " : "") + quoteName(names[static_cast<std::size_t>(found[i])]) + " (" + std::to_string(found[i]) + ")";
  if (found.size() > kSuggestions) choices += ", ...";
  throw Error(ErrorCode::NotFound, "class " + quoteName(word) + " could be any of " + std::to_string(found.size()),
              "say which, by name or number: " + choices);
}

[[noreturn]] void failUnknown(const std::vector<std::string>& names, const std::string& word) {
  const std::vector<std::string> nearest = weights::nearestNames(word, names, kSuggestions);
  const std::string range = "0 to " + std::to_string(static_cast<int>(names.size()) - 1);
  throw Error(ErrorCode::NotFound, "the model has no class " + quoteName(word),
              nearest.empty() ? "give a class name, a number from " + range + ", or none"
                              : "did you mean " + weights::listNames(nearest));
}

}  // namespace

int ModelInfo::classIndex(const std::string& nameOrIndex) const {
  const std::string word = lowerCase(trimmed(nameOrIndex));
  if (word == "none" || word == "unconditional") return kUnconditional;
  int index = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), index);
  if (end == word.data() + word.size() && !word.empty()) {
    if (error == std::errc() && index >= 0 && index < static_cast<int>(classNames.size())) return index;
    failUnknown(classNames, word);
  }
  using Rule = std::function<bool(std::string_view)>;
  const Rule rules[] = {[&](std::string_view name) { return isCalled(name, word); },
                        [&](std::string_view name) { return name.starts_with(word); },
                        [&](std::string_view name) { return name.find(word) != std::string_view::npos; }};
  for (const Rule& matches : rules) {
    std::vector<int> found;
    for (std::size_t i = 0; i < classNames.size() && !word.empty(); ++i)
      if (matches(lowerCase(classNames[i]))) found.push_back(static_cast<int>(i));
    if (found.size() == 1) return found.front();
    if (found.size() > 1) failAmbiguous(classNames, found, word);
  }
  failUnknown(classNames, word);
}

std::string ModelInfo::className(int index) const {
  if (index == kUnconditional) return "unconditional";
  if (index >= 0 && index < static_cast<int>(classNames.size())) return classNames[static_cast<std::size_t>(index)];
  throw Error(ErrorCode::NotFound, "the model has no class " + std::to_string(index));
}

}  // namespace lpd
