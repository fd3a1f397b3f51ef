#include "weights/fault.h"

namespace lpd::weights {

namespace {
constexpr std::size_t kLongestQuote = 96;
}

std::string quoteName(std::string_view text) {
  std::string result = "'";
  for (const char c : text.substr(0, kLongestQuote)) {
    const auto byte = static_cast<unsigned char>(c);
    result += byte < 0x20 || byte == 0x7f ? '?' : c;
  }
  if (text.size() > kLongestQuote) result += "...";
  return result + "'";
}

void failFile(const std::filesystem::path& file, const std::string& what, const std::string& hint) {
  throw Error(ErrorCode::InvalidFile, file.string() + ": " + what, hint);
}

}  // namespace lpd::weights
