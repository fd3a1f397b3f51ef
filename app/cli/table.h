#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace lpd::cli {

/// Aligned columns for people; numbers to the right.
class Table {
 public:
  explicit Table(std::vector<std::string> header) : rows_{std::move(header)} {}
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
  std::string text() const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

std::string fixed(double value, int decimals);   ///< "-" where there is no figure
std::string readableBytes(std::uint64_t bytes);  ///< "11.7 MB"
std::string readableCount(std::uint64_t count);  ///< "5.86 M"

}  // namespace lpd::cli
