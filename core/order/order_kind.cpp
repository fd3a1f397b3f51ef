#include <lpd/error.h>
#include <lpd/order.h>

#include <array>
#include <string>

namespace lpd {

namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, 8> kWords = {"lpd", "raster",    "random", "halton",
                                                    "par", "wavefront", "spiral", "coarse-to-fine"};
static_assert(kWords.size() == std::size(kOrderKinds));

}  // namespace

std::string_view toString(OrderKind kind) {
  return kWords[static_cast<std::size_t>(kind)];
}

OrderKind parseOrderKind(std::string_view word) {
  for (OrderKind kind : kOrderKinds)
    if (toString(kind) == word) return kind;
  std::string known;
  for (std::string_view name : kWords)
    known += (known.empty() ? "" : ", ") + std::string(name);
  throw Error(ErrorCode::Usage, "unknown order '" + std::string(word) + "'", "choose one of " + known);
}

}  // namespace lpd
