#include "command.h"
#include "generate_options.h"
#include "progress.h"
#include "table.h"

#include <lpd/error.h>
#include <lpd/evaluate.h>
#include <lpd/files.h>

#include <CLI/CLI.hpp>

#include <cerrno>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>

namespace lpd::cli {

namespace {

struct EvaluateOptions {
  ModelOptions model;
  RuntimeOptions runtime;
  OutputOptions output;
  std::vector<std::string> orders = {"lpd"};
  std::optional<std::string> schedule;
  EvaluationOptions evaluation;
};

namespace fs = std::filesystem;

/// A folder for one run, gone with it.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string pattern = (fs::temp_directory_path() / "lpd-evaluate-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) failToWrite(pattern, errno);
    path_ = pattern;
  }
  ~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string ranged(const Estimate& estimate, double factor, int decimals) {
  if (std::isnan(estimate.value)) return fixed(estimate.value, decimals);
  return fixed(estimate.value * factor, decimals) + " (" + fixed(estimate.low * factor, decimals) + "-" +
         fixed(estimate.high * factor, decimals) + ")";
}

void printTable(const Evaluation& evaluation) {
  Table table({"order", "steps", "guidance", "temperature", "accuracy %", "Frechet", "precision", "recall", "diversity",
               "nearest", "s/image"});
  for (const EvaluationCell& cell : evaluation.cells)
    table.add({std::string(toString(cell.order)), std::to_string(cell.steps), fixed(cell.guidance, 2),
               fixed(cell.temperature, 2), ranged(cell.accuracy, 100, 1), ranged(cell.frechet, 1, 2),
               fixed(cell.precision, 3), fixed(cell.recall, 3), fixed(cell.diversity, 2),
               fixed(cell.nearestTraining, 2), fixed(cell.secondsAnImage, 3)});
  const EvaluationBaseline& real = evaluation.baseline;
  table.add({"real", "", "", "", fixed(100 * real.accuracy, 1), fixed(real.frechet, 2), "", "",
             fixed(real.diversity, 2), fixed(real.nearestTraining, 2), ""});
  std::cout << table.text() << "\nTokenizer: PSNR " << fixed(real.psnr, 2) << " dB, SSIM " << fixed(real.ssim, 4)
            << ", Frechet " << fixed(real.reconstructionFrechet, 2) << ", " << fixed(100 * real.codebookUse, 1)
            << " % of the codebook used, perplexity " << fixed(real.perplexity, 0) << "\n"
            << evaluation.judgeNote << "\n";
}

Json toJson(const Estimate& estimate) {
  return {{"value", estimate.value}, {"low", estimate.low}, {"high", estimate.high}};
}

// What is not-a-number, because it was not measured, becomes null.
Json toJson(const Evaluation& evaluation) {
  Json json;
  json["images"] = evaluation.count;
  json["cells"] = Json::array();
  for (const EvaluationCell& cell : evaluation.cells) {
    json["cells"].push_back({{"order", toString(cell.order)},
                             {"steps", cell.steps},
                             {"guidance", cell.guidance},
                             {"temperature", cell.temperature},
                             {"accuracy", toJson(cell.accuracy)},
                             {"frechet", toJson(cell.frechet)},
                             {"precision", cell.precision},
                             {"recall", cell.recall},
                             {"diversity", cell.diversity},
                             {"nearest_training", cell.nearestTraining},
                             {"seconds_an_image", cell.secondsAnImage}});
  }
  const EvaluationBaseline& real = evaluation.baseline;
  json["real"] = {{"accuracy", real.accuracy},
                  {"frechet", real.frechet},
                  {"diversity", real.diversity},
                  {"nearest_training", real.nearestTraining}};
  json["tokenizer"] = {{"psnr", real.psnr},
                       {"ssim", real.ssim},
                       {"frechet", real.reconstructionFrechet},
                       {"codebook_use", real.codebookUse},
                       {"perplexity", real.perplexity}};
  json["note"] = evaluation.judgeNote;
  return json;
}

// Everything that was typed, before the model is loaded and the judge trained.
EvaluationOptions checked(const EvaluateOptions& options, const ModelInfo& model) {
  EvaluationOptions evaluation = options.evaluation;
  evaluation.orders.clear();
  for (const std::string& word : options.orders)
    evaluation.orders.push_back(parseOrderKind(word));
  if (options.schedule) evaluation.schedule = parseGuidanceSchedule(*options.schedule);
  for (const double scale : evaluation.guidance)
    requireFinite("--cfg", scale);
  for (const double temperature : evaluation.temperatures)
    requireFinite("--temperature", temperature);
  requireFinite("--top-p", evaluation.topP);
  if (evaluation.growth) requireFinite("--growth", *evaluation.growth);
  requireBatch(evaluation.batchSize);
  evaluation.validate(model);
  return evaluation;
}

int run(const EvaluateOptions& options, std::stop_token stop) {
  const ModelInfo model = options.model.find();
  EvaluationOptions evaluation = checked(options, model);
  const EngineOptions engineOptions = options.runtime.engineOptions();
  std::optional<ScratchFolder> scratch;
  if (evaluation.out.empty()) evaluation.out = scratch.emplace().path();
  makeFolder(evaluation.out);  // here, so that a place that may not be written is known before the model is loaded

  Progress progress(options.output.quiet);
  progress.say("Loading " + model.name + " …");
  const auto engine = Engine::load(model, engineOptions);
  std::string doing;
  std::vector<std::string> leftOut;
  evaluation.onNote = [&](const std::string& line) {
    progress.note(line);
    leftOut.push_back(line);
  };
  const Evaluation result = evaluate(
      *engine, evaluation,
      [&](const std::string& what, double fraction) {
        const std::string head = what.substr(0, what.find(','));
        if (head != doing) progress.say(what);
        doing = head;
        progress.show(fraction, what);
      },
      stop);
  if (result.cancelled && !scratch)
    progress.note("stopped; the same command goes on from here: " + evaluation.out.string());
  progress.clear();
  if (result.cancelled) return kCancelled;
  if (options.output.json) {
    Json json = toJson(result);
    json["left_out"] = leftOut;
    printJson(json);
    return kDone;
  }
  printTable(result);  // what it was run for, so --quiet does not silence it
  if (!options.output.quiet && !progress.active())
    for (const std::string& line : leftOut)
      std::cout << line << "\n";
  return kDone;
}

}  // namespace

Run addEvaluate(CLI::App& app) {
  auto options = std::make_shared<EvaluateOptions>();
  EvaluationOptions& evaluation = options->evaluation;
  app.add_option("--order", options->orders, "Orders [lpd]")->type_name("KIND[,..]")->delimiter(',')->group("Table");
  app.add_option("--steps", evaluation.steps, "Numbers of steps [the model's]")
      ->type_name("K[,..]")
      ->delimiter(',')
      ->group("Table");
  app.add_option("--cfg", evaluation.guidance, "Guidance scales [the model's]")
      ->type_name("X[,..]")
      ->delimiter(',')
      ->group("Table");
  app.add_option("--temperature", evaluation.temperatures, "Sampling temperatures [the model's]")
      ->type_name("X[,..]")
      ->delimiter(',')
      ->group("Table");
  app.add_option("--cfg-schedule", options->schedule, kScheduleHelp)->type_name("NAME")->group("Table");
  app.add_option("--top-k", evaluation.topK, "Keep the N most probable tokens [0 = all]")
      ->type_name("N")
      ->group("Table");
  app.add_option("--top-p", evaluation.topP, "Keep tokens up to this share of probability [1 = all]")
      ->type_name("X")
      ->group("Table");
  app.add_option("--growth", evaluation.growth, kGrowthHelp)->type_name("X")->group("Table");
  app.add_option("--count", evaluation.count,
                 "Images a row, classes in turn; below 32 some figures are left out [1000]")
      ->check(wholeNumberFrom(1, kMaxCount))
      ->type_name("N")
      ->group("Table");
  app.add_option("--seed", evaluation.seed, "Seed of the generated images [0]")
      ->check(wholeNumber)
      ->type_name("N")
      ->group("Table");
  app.add_option("--batch", evaluation.batchSize, "Images decoded together [0 = chosen]")
      ->type_name("N")
      ->group("Table");
  app.add_option("--data", evaluation.data, "Real pictures: scenes, a folder a class, or a packed file [scenes]")
      ->type_name("scenes|DIR|F.bin")
      ->group("Judge");
  app.add_option("--judge-steps", evaluation.judgeSteps, "Batches of 64 pictures the judge is trained on [1200]")
      ->check(wholeNumberFrom(1, kMaxCount))
      ->type_name("N")
      ->group("Judge");
  app.add_option("--out", evaluation.out, "Keep tables, plots, the judge, and what is needed to go on, here")
      ->type_name("DIR")
      ->group("Output");
  options->model.add(app);
  options->runtime.add(app);
  options->output.add(app, false);
  app.footer(
      "Every row is made with the same classes, seed and noise. Without --out the table is printed and nothing is\n"
      "kept. With it, rows that DIR holds already are not made again: the same command goes on after an interruption,\n"
      "and one with more rows adds them.");
  return [options](std::stop_token stop) { return run(*options, stop); };
}

}  // namespace lpd::cli
