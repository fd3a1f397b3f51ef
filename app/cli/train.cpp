#include "command.h"
#include "progress.h"
#include "shared_options.h"
#include "table.h"

#include <lpd/training.h>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <memory>

namespace lpd::cli {

namespace {

using TrainFunction = TrainOutcome (*)(const TrainOptions&, const TrainObserver&, std::stop_token);

struct TrainCommandOptions {
  TrainOptions train;
  RuntimeOptions runtime;
  OutputOptions output;
};

/// Tells a run's progress on the terminal, and remembers where it stands. What is worth telling once, such as a picture
/// that cannot be used, is also told where there is no terminal: a log or --json is then all that is left of the run.
class TrainReport {
 public:
  explicit TrainReport(const OutputOptions& output)
      : progress_(output.quiet), log_(!progress_.active() && !output.quiet && !output.json) {}

  TrainObserver observer() {
    return {[this](const TrainProgress& now) { show(now); }, [this](const std::string& line) { note(line); }};
  }
  void clear() { progress_.clear(); }
  const TrainProgress& last() const { return last_; }
  const std::vector<std::string>& notes() const { return notes_; }

 private:
  void note(const std::string& line) {
    progress_.note(line);
    if (log_) std::cout << line << std::endl;
    notes_.push_back(line);
  }

  void show(const TrainProgress& now) {
    last_ = now;
    const double elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    // Steps differ in length: the bar shows the share of the time.
    progress_.show(elapsed / std::max(elapsed + now.secondsLeft, 1e-9),
                   now.phase + " " + std::to_string(now.step) + "/" + std::to_string(now.steps) + "  loss " +
                       fixed(now.loss, 4) + "  " + fixed(now.picturesPerSecond, 1) + "/s");
  }

  Progress progress_;
  bool log_;
  std::vector<std::string> notes_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  TrainProgress last_;
};

int trainModel(TrainCommandOptions options, TrainFunction function, std::stop_token stop) {
  options.train.device = options.runtime.device;
  options.train.precision = options.runtime.precision;
  options.train.threads = options.runtime.threads;
  TrainReport report(options.output);
  const TrainOutcome outcome = function(options.train, report.observer(), stop);
  report.clear();
  if (options.output.json) {
    Json json;
    json["out"] = options.train.out.string();
    json["finished"] = outcome == TrainOutcome::Finished;
    json["step"] = report.last().step;
    json["loss"] = report.last().loss;
    json["notes"] = report.notes();
    printJson(json);
  } else if (!options.output.quiet) {
    std::cout << options.train.out.string() << "\n";
  }
  return outcome == TrainOutcome::Finished ? kDone : kCancelled;
}

Run addTraining(CLI::App& app, TrainFunction function, const char* data, bool takesTokenizer = false) {
  auto options = std::make_shared<TrainCommandOptions>();
  app.add_option("--data", options->train.data, data)->type_name("DATA")->required();
  app.add_option("--config", options->train.config, "How it is trained, see resources/training")
      ->type_name("F.json")
      ->required();
  if (takesTokenizer)
    app.add_option("--tokenizer", options->train.tokenizer,
                   "What the tokens were made with: for sample sheets and a finished model")
        ->type_name("F.safetensors");
  app.add_option("--out", options->train.out, "Folder of the run: checkpoints, metrics.csv, the model")
      ->type_name("DIR")
      ->required();
  app.add_option("--start", options->train.start,
                 "Weights to begin with instead of random ones: a finished run's file, or a model's folder")
      ->type_name("F.safetensors|MODEL");
  app.add_flag("--resume", options->train.resume, "Go on from the last checkpoint in that folder");
  options->runtime.add(app);
  options->output.add(app, false);
  app.footer(
      "Ctrl+C saves a checkpoint and stops. Several processes train one model where RANK, WORLD_SIZE, MASTER_ADDR and\n"
      "MASTER_PORT (as torchrun sets them) or Slurm's variables say so; batches are those of all processes together.");
  return [options, function](std::stop_token stop) { return trainModel(*options, function, stop); };
}

#ifdef LPD_HAVE_IMAGING
Run addTrainTokenizer(CLI::App& app) {
  return addTraining(app, trainTokenizer, "scenes, scenes:CLASS,.., a folder of class folders, or a packed file");
}
#endif

Run addTrainTransformer(CLI::App& app) {
  return addTraining(app, trainTransformer, "A token cache, made by lpd dataset tokenize", /*takesTokenizer=*/true);
}

}  // namespace

Run addTrain(CLI::App& app) {
  return chooseOne(app, {
#ifdef LPD_HAVE_IMAGING
                            {"tokenizer", "Train the autoencoder between pictures and tokens", addTrainTokenizer},
#endif
                            {"transformer", "Train what makes the tokens of pictures", addTrainTransformer},
                        });
}

}  // namespace lpd::cli
