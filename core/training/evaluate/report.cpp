#include "training/evaluate/report.h"

#include <lpd/files.h>

#include <cmath>
#include <cstdio>

namespace lpd::training {

namespace {

std::string fixed(double value, int decimals, const char* notMeasured = "–") {
  if (std::isnan(value)) return notMeasured;
  char text[48];
  std::snprintf(text, sizeof text, "%.*f", decimals, value);
  return text;
}

std::string ranged(const Estimate& estimate, double factor, int decimals) {
  if (std::isnan(estimate.value)) return fixed(estimate.value, decimals);
  return fixed(estimate.value * factor, decimals) + " (" + fixed(estimate.low * factor, decimals) + "–" +
         fixed(estimate.high * factor, decimals) + ")";
}

// Of a comma-separated table, where what was not measured is empty.
std::string csv(double value) {
  return fixed(value, 5, "");
}

std::string shortest(double value) {
  char text[48];
  std::snprintf(text, sizeof text, "%g", value);
  return text;
}

}  // namespace

std::string tableCsv(const Evaluation& evaluation) {
  std::string text =
      "order,steps,guidance,temperature,images,accuracy,accuracy_low,accuracy_high,frechet,frechet_low,frechet_high,"
      "precision,recall,diversity,nearest_training,seconds_an_image\n";
  for (const EvaluationCell& row : evaluation.cells) {
    text += std::string(toString(row.order)) + "," + std::to_string(row.steps) + "," + shortest(row.guidance) + "," +
            shortest(row.temperature) + "," + std::to_string(evaluation.count);
    for (const Estimate* estimate : {&row.accuracy, &row.frechet})
      text += std::string(",") + csv(estimate->value) + "," + csv(estimate->low) + "," + csv(estimate->high);
    for (const double value : {row.precision, row.recall, row.diversity, row.nearestTraining, row.secondsAnImage})
      text += std::string(",") + csv(value);
    text += "\n";
  }
  const EvaluationBaseline& real = evaluation.baseline;
  text += "real,,,," + std::to_string(evaluation.count) + "," + csv(real.accuracy) + ",,," + csv(real.frechet) +
          ",,,,," + csv(real.diversity) + "," + csv(real.nearestTraining) + ",\n";
  return text;
}

std::string tableMarkdown(const Evaluation& evaluation) {
  std::string text =
      "| order | steps | guidance | temperature | accuracy % | Frechet | precision | recall | diversity | nearest "
      "training | s/image |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n";
  for (const EvaluationCell& cell : evaluation.cells) {
    text += "| " + std::string(toString(cell.order)) + " | " + std::to_string(cell.steps) + " | " +
            shortest(cell.guidance) + " | " + shortest(cell.temperature) + " | " + ranged(cell.accuracy, 100, 1) +
            " | " + ranged(cell.frechet, 1, 2) + " | " + fixed(cell.precision, 3) + " | " + fixed(cell.recall, 3) +
            " | " + fixed(cell.diversity, 2) + " | " + fixed(cell.nearestTraining, 2) + " | " +
            fixed(cell.secondsAnImage, 3) + " |\n";
  }
  const EvaluationBaseline& real = evaluation.baseline;
  text += "| *fresh real pictures* | | | | " + fixed(100 * real.accuracy, 1) + " | " + fixed(real.frechet, 2) +
          " | | | " + fixed(real.diversity, 2) + " | " + fixed(real.nearestTraining, 2) + " | |\n\n";
  text += std::to_string(evaluation.count) +
          " pictures a row, the same classes, seed and noise in all; 95 % intervals in "
          "brackets (accuracy: bootstrap; Frechet: jackknife). " +
          evaluation.judgeNote + "\n\n";
  text += "Tokenizer: reconstruction PSNR " + fixed(real.psnr, 2) + " dB, SSIM " + fixed(real.ssim, 4) + ", Frechet " +
          fixed(real.reconstructionFrechet, 2) + "; " + fixed(100 * real.codebookUse, 1) +
          " % of the codebook used, perplexity " + fixed(real.perplexity, 0) + ".\n";
  return text;
}

void writeReport(const std::filesystem::path& folder, const Evaluation& evaluation) {
  writeFile(folder / "table.csv", tableCsv(evaluation));
  writeFile(folder / "table.md", tableMarkdown(evaluation));
  const EvaluationBaseline& real = evaluation.baseline;
  const auto frechet = folder / "frechet.svg";
  if (std::isnan(real.frechet)) {
    std::error_code ignored;
    std::filesystem::remove(frechet, ignored);  // of an evaluation with more images
  } else {
    writeFile(frechet, plotSvg(evaluation, {"Frechet distance to fresh real pictures", "lower is better",
                                            &EvaluationCell::frechet, 1, real.frechet, "real against real"}));
  }
  writeFile(folder / "accuracy.svg",
            plotSvg(evaluation, {"Pictures the judge recognises", "%", &EvaluationCell::accuracy, 100,
                                 100 * real.accuracy, "real"}));
}

}  // namespace lpd::training
