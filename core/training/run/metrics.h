#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace lpd::training {

/// The figures of a run as comma-separated values: a header, then one row a step, complete as soon as it is added.
class MetricsFile {
 public:
  /// Starts a new file; or, with `resumedAt`, goes on with an existing one without the rows above that step, so that a
  /// resumed run writes each step once. The first column is "step". Throws Io, or InvalidFile where the existing
  /// file has other columns.
  MetricsFile(std::filesystem::path file, const std::vector<std::string>& columns,
              std::optional<std::int64_t> resumedAt);

  /// The value of that column in the last row that was gone on with; not-a-number where there is none.
  double last(const std::string& column) const;

  /// One value a column after the first; not-a-number leaves a cell empty. Throws Io.
  void add(std::int64_t step, std::span<const double> values);

 private:
  std::filesystem::path file_;
  std::vector<std::string> columns_;
  std::string lastRow_;
  std::ofstream out_;
};

}  // namespace lpd::training
