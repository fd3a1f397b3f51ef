#pragma once

#include <lpd/engine.h>
#include <lpd/model_info.h>
#include <lpd/order.h>
#include <lpd/request.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace lpd {

/// A figure with its 95 % interval. Figures that cannot be measured are not-a-number, here and below.
struct Estimate {
  double value = 0;
  double low = 0;
  double high = 0;
};

/// A table of quality figures: every order with every number of steps and every guidance, all with the same classes,
/// seed and noise.
struct EvaluationOptions {
  std::vector<OrderKind> orders = {OrderKind::Lpd};
  std::vector<int> steps;                    ///< empty = the model's recommendation
  std::vector<double> guidance;              ///< empty = the model's recommendation
  std::vector<double> temperatures;          ///< empty = the model's recommendation
  std::optional<GuidanceSchedule> schedule;  ///< none = the model's recommendation
  int topK = 0;
  double topP = 1;
  std::optional<double> growth;  ///< of the group sizes, see groupSizesFor; none = the model's recommendation
  int count = 1000;        ///< images a cell, classes in turn; below 32 there is no Frechet distance, precision, recall
  std::uint64_t seed = 0;  ///< of the generated pictures
  int batchSize = 0;       ///< 0 = chosen

  std::filesystem::path data = "scenes";  ///< real pictures: the procedural scenes, FOLDER/<class>/*, a packed file
  std::filesystem::path out;              ///< folder of everything written; what is there already is not made again
  int judgeSteps = 1200;                  ///< batches of 64 real pictures the judge is trained on where `out` has none
  std::function<void(const std::string&)> onNote;  ///< one line worth telling: a picture of `data` left out
  int resamples = 200;                             ///< of accuracy's bootstrap
  int trainingPictures = 4096;                     ///< searched for the nearest one of each generated picture

  /// Throws Usage naming the first field out of range for the model.
  void validate(const ModelInfo& model) const;
};

struct EvaluationCell {
  OrderKind order = OrderKind::Lpd;
  int steps = 0;
  double guidance = 1;
  double temperature = 1;
  Estimate accuracy;                 ///< share the judge takes for a picture of the class asked for
  Estimate frechet;                  ///< Frechet distance of the judge's features to those of fresh real pictures
  double precision = 0, recall = 0;  ///< k-NN manifolds, k = 3
  double diversity = 0;              ///< mean feature distance inside a class; none with one image a class
  double nearestTraining = 0;        ///< median feature distance to the nearest training picture
  double secondsAnImage = 0;         ///< generation and decoding, wall
};

/// What the same figures are for fresh real pictures, and what the tokenizer loses.
struct EvaluationBaseline {
  double accuracy = 0;         ///< of the judge on fresh real pictures, those without their object included
  double frechet = 0;          ///< two sets of fresh real pictures: what sampling alone gives
  double diversity = 0;        ///< inside a class
  double nearestTraining = 0;  ///< median distance of a fresh real picture to the nearest training picture
  double psnr = 0, ssim = 0;   ///< of reconstructions: dB, and mean structural similarity 0..1
  double reconstructionFrechet = 0;
  double codebookUse = 0;  ///< share of codes that occur in the fresh pictures' tokens
  double perplexity = 0;   ///< of those tokens: how many codes are used as if evenly
};

struct Evaluation {
  bool cancelled = false;
  std::string judgeNote;  ///< what the judge was trained on, and what makes the figures rough
  int count = 0;
  EvaluationBaseline baseline;
  std::vector<EvaluationCell> cells;
};

/// What is being done, and how much of that is done (0..1).
using EvaluationProgress = std::function<void(const std::string& what, double fraction)>;

/// Fills the table and writes it into `options.out`: table.csv, table.md, accuracy.svg, frechet.svg; beside them the
/// judge and every cell's features, so that a stopped or extended evaluation goes on where it was. Throws Usage,
/// NotFound (a class of the model has no real pictures), Io, InvalidFile (`out` belongs to another model, seed or data
/// set).
Evaluation evaluate(Engine& engine, const EvaluationOptions& options, const EvaluationProgress& progress = {},
                    std::stop_token stop = {});

}  // namespace lpd
