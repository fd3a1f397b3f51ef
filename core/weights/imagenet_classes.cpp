#include "weights/imagenet_classes.h"

#include <string_view>

namespace lpd::weights {

namespace {

constexpr std::string_view kNames =
#include "weights/imagenet_classes.inl"
    ;

}  // namespace

std::vector<std::string> imagenetClassNames() {
  std::vector<std::string> names;
  names.reserve(kImagenetClasses);
  for (std::size_t start = 1; start < kNames.size();) {  // the first line is empty
    const std::size_t end = kNames.find('\n', start);
    names.emplace_back(kNames.substr(start, end - start));
    start = end + 1;
  }
  return names;
}

}  // namespace lpd::weights
