#include "table.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>

namespace lpd::cli {

namespace {

// Columns a UTF-8 text takes on a terminal, for texts without wide characters.
std::size_t widthOf(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](unsigned char c) { return (c & 0xc0) != 0x80; }));
}

bool isNumber(const std::string& text) {
  return !text.empty() && (text[0] >= '0' && text[0] <= '9');
}

}  // namespace

std::string Table::text() const {
  const std::size_t columns = rows_.front().size();
  std::vector<std::size_t> widths(columns, 0);
  std::vector<bool> right(columns, rows_.size() > 1);
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    for (std::size_t c = 0; c < columns; ++c) {
      widths[c] = std::max(widths[c], widthOf(rows_[r][c]));
      if (r > 0 && !isNumber(rows_[r][c])) right[c] = false;
    }
  }
  std::string out;
  for (const auto& row : rows_) {
    std::string line;
    for (std::size_t c = 0; c < columns; ++c) {
      const std::string padding(widths[c] - widthOf(row[c]), ' ');
      line += right[c] ? padding + row[c] : row[c] + padding;
      if (c + 1 < columns) line += "  ";
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  return out;
}

std::string fixed(double value, int decimals) {
  if (std::isnan(value)) return "-";
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", decimals, value);
  return text;
}

namespace {

std::string scaled(double value, const char* const (&units)[4]) {
  std::size_t unit = 0;
  while (value >= 999.5 && unit + 1 < std::size(units)) {
    value /= 1000;
    ++unit;
  }
  return fixed(value, unit == 0 ? 0 : value < 10 ? 2 : 1) + units[unit];
}

}  // namespace

std::string readableBytes(std::uint64_t bytes) {
  return scaled(static_cast<double>(bytes), {" B", " kB", " MB", " GB"});
}

std::string readableCount(std::uint64_t count) {
  return scaled(static_cast<double>(count), {"", " k", " M", " G"});
}

}  // namespace lpd::cli
