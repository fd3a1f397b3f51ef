#pragma once

#include <lpd/evaluate.h>

#include <filesystem>
#include <string>

namespace lpd::training {

/// The table as CSV: one row a cell, then one a baseline figure in the same columns.
std::string tableCsv(const Evaluation& evaluation);
/// The table for people, baseline below, in GitHub's Markdown.
std::string tableMarkdown(const Evaluation& evaluation);

/// One figure of every cell over the number of steps (logarithmic), one line for every order (and guidance and
/// temperature, where there are several) with its interval, as an SVG document.
struct Plot {
  std::string title;
  std::string unit;
  Estimate EvaluationCell::*figure;
  double percent = 1;     ///< what the figure is multiplied with
  double reference = -1;  ///< a dashed line, or none where negative
  std::string referenceName;
};
std::string plotSvg(const Evaluation& evaluation, const Plot& plot);

/// table.csv, table.md, frechet.svg and accuracy.svg in `folder`.
void writeReport(const std::filesystem::path& folder, const Evaluation& evaluation);

}  // namespace lpd::training
