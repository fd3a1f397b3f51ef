#include "training/run/metrics.h"

#include "weights/fault.h"

#include <lpd/error.h>
#include <lpd/files.h>

#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <sstream>

namespace lpd::training {

namespace {

std::string headerLine(const std::vector<std::string>& columns) {
  std::string line = "step";
  for (const auto& column : columns)
    line += "," + column;
  return line;
}

/// The rows of `text` up to and including `step`; a torn last line has no newline and goes too.
std::string rowsUpTo(const std::string& text, std::size_t from, std::int64_t step) {
  std::string kept;
  for (std::size_t start = from; start < text.size();) {
    const std::size_t end = text.find('\n', start);
    if (end == std::string::npos) break;
    std::int64_t row = 0;
    const auto parsed = std::from_chars(text.data() + start, text.data() + end, row);
    if (parsed.ec == std::errc() && *parsed.ptr == ',' && row <= step) kept += text.substr(start, end + 1 - start);
    start = end + 1;
  }
  return kept;
}

}  // namespace

MetricsFile::MetricsFile(std::filesystem::path file, const std::vector<std::string>& columns,
                         std::optional<std::int64_t> resumedAt)
    : file_(std::move(file)), columns_(columns) {
  std::string text = headerLine(columns) + "\n";
  if (resumedAt && std::filesystem::exists(file_)) {
    const std::string before = readFile(file_);
    if (!before.starts_with(text)) weights::failFile(file_, "has other columns than this run writes");
    const std::string rows = rowsUpTo(before, text.size(), *resumedAt);
    std::istringstream lines(rows);
    for (std::string line; std::getline(lines, line);)
      lastRow_ = line;
    text += rows;
  }
  writeFile(file_, text);
  out_.open(file_, std::ios::app);
}

double MetricsFile::last(const std::string& column) const {
  std::istringstream cells(lastRow_);
  std::string cell;
  std::getline(cells, cell, ',');  // the step
  for (const std::string& name : columns_) {
    if (!std::getline(cells, cell, ',')) break;
    if (name == column && !cell.empty()) return std::strtod(cell.c_str(), nullptr);
  }
  return std::numeric_limits<double>::quiet_NaN();
}

void MetricsFile::add(std::int64_t step, std::span<const double> values) {
  if (values.size() != columns_.size()) throw Error(ErrorCode::Internal, "a row of metrics does not fit its header");
  std::string line = std::to_string(step);
  for (const double value : values) {
    char cell[32] = "";
    if (!std::isnan(value)) std::snprintf(cell, sizeof cell, "%.9g", value);
    line += std::string(",") + cell;
  }
  out_ << line << '\n' << std::flush;
  if (!out_) throw Error(ErrorCode::Io, "cannot write " + file_.string(), "free some disk space and resume");
}

}  // namespace lpd::training
