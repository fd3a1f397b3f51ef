#include "command.h"
#include "progress.h"
#include "shared_options.h"
#include "table.h"

#include <lpd/error.h>
#include <lpd/evaluate.h>

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace lpd::cli {

namespace {

struct EvaluateOptions {
  ModelOptions model;
  RuntimeOptions runtime;
  OutputOptions output;
  std::vector<std::string> orders = {"lpd"};
  std::string schedule = "linear";
  EvaluationOptions evaluation;
};

std::string ranged(const Estimate& estimate, double factor, int decimals) {
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
  return json;
}

int run(const EvaluateOptions& options, std::stop_token stop) {
  EvaluationOptions evaluation = options.evaluation;
  evaluation.orders.clear();
  for (const std::string& word : options.orders)
    evaluation.orders.push_back(parseOrderKind(word));
  if (options.schedule != "linear" && options.schedule != "constant")
    throw Error(ErrorCode::Usage, "there is no guidance schedule '" + options.schedule + "'", "use linear or constant");
  evaluation.schedule = options.schedule == "linear" ? GuidanceSchedule::Linear : GuidanceSchedule::Constant;
  evaluation.validate();
  const ModelInfo model = options.model.find();
  const EngineOptions engineOptions = options.runtime.engineOptions();

  Progress progress(options.output.quiet);
  progress.say("Loading " + model.name + " …");
  const auto engine = Engine::load(model, engineOptions);
  std::string doing;
  const Evaluation result = evaluate(
      *engine, evaluation,
      [&](const std::string& what, double fraction) {
        const std::string head = what.substr(0, what.find(','));
        if (head != doing) progress.say(what);
        doing = head;
        progress.show(fraction, what);
      },
      stop);
  progress.clear();
  if (result.cancelled) {
    if (!options.output.quiet)
      std::cerr << "Stopped. The same command goes on from here: " << evaluation.out.string() << "\n";
    return kCancelled;
  }
  if (options.output.json)
    printJson(toJson(result));
  else
    printTable(result);  // what it was run for, so --quiet does not silence it
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
  app.add_option("--cfg-schedule", options->schedule, "linear or constant [linear]")->type_name("NAME")->group("Table");
  app.add_option("--top-k", evaluation.topK, "Keep the N most probable tokens [0 = all]")
      ->type_name("N")
      ->group("Table");
  app.add_option("--top-p", evaluation.topP, "Keep tokens up to this share of probability [1 = all]")
      ->type_name("X")
      ->group("Table");
  app.add_option("--count", evaluation.count, "Images a row, classes in turn [1000]")->type_name("N")->group("Table");
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
      ->type_name("N")
      ->group("Judge");
  app.add_option("--out", evaluation.out, "Tables, plots, the judge, and what is needed to go on")
      ->type_name("DIR")
      ->required()
      ->group("Output");
  options->model.add(app);
  options->runtime.add(app);
  options->output.add(app, false);
  app.footer(
      "Every row is made with the same classes, seed and noise. Rows that DIR holds already are not made again: the "
      "same\n"
      "command goes on after an interruption, and one with more rows adds them.");
  return [options](std::stop_token stop) { return run(*options, stop); };
}

}  // namespace lpd::cli
