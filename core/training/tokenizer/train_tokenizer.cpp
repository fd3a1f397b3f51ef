#include "backends/device.h"
#include "decode/engine_edge.h"
#include "training/run/memory_reuse.h"
#include "training/run/metrics.h"
#include "training/run/pace.h"
#include "training/run/run_folder.h"
#include "training/run/tensor_bytes.h"
#include "training/tokenizer/crop_loader.h"
#include "training/tokenizer/heldout_measure.h"
#include "training/tokenizer/tokenizer_file.h"
#include "training/tokenizer/tokenizer_trainer.h"

#include <lpd/error.h>
#include <lpd/files.h>
#include <lpd/picture_io.h>
#include <lpd/training.h>

#include <ATen/Parallel.h>

#include <cmath>
#include <cstdio>
#include <limits>

namespace lpd {

namespace fs = std::filesystem;
using namespace training;

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// A run in its folder: what surrounds the steps.
class TokenizerRun {
 public:
  TokenizerRun(const TrainOptions& options, const TrainObserver& observer)
      : options_(options),
        observer_(observer),
        recipe_(TokenizerRecipe::read(options.config, !options.start.empty())),
        place_(ProcessPlace::fromEnvironment()),
        chosen_(deviceFor(options, place_)),
        checkpoints_(options.out) {
    checkRunFolder(options, checkpoints_, "tokenizer.safetensors");
    for (const auto& stage : recipe_.stages)
      static_cast<void>(BatchShare::of(stage.batch, place_));
    at::set_num_threads(chosen_.info.threads);
    source_ = openPictures(options.data, recipe_.size, chosen_.info.threads,
                           [&](const SkippedPicture& skipped) { note(skipped.reason + ": left out"); });
    processes_ = Processes::meet(place_, chosen_.compute.device);
    trainer_.emplace(recipe_, chosen_.compute.device, chosen_.compute.bf16, *processes_);
    open();
  }

  TrainOutcome run(std::stop_token stop) {
    CropLoader loader(*source_, recipe_, place_, chosen_.info.threads);
    Pace pace(recipe_.work(0, done_), recipe_.work(0, recipe_.steps()));
    while (done_ < recipe_.steps()) {
      if (processes_->any(stop.stop_requested())) {
        if (saved_ != done_) save();
        return TrainOutcome::Stopped;
      }
      if (done_ == recipe_.continuousSteps || done_ == recipe_.decoderFrom()) trainer_->prepare(done_, *source_);
      oneStep(loader, pace);
    }
    if (saved_ != done_) save();
    if (processes_->leader())
      writeTokenizerFiles(options_.out, recipe_.model, trainer_->averaged().parameters(), trainer_->codes());
    return TrainOutcome::Finished;
  }

 private:
  void note(const std::string& line) const {
    if (observer_.onNote && place_.rank == 0) observer_.onNote(line);
  }

  void open() {
    const auto checkpoint = options_.resume ? checkpoints_.latest() : std::nullopt;
    if (options_.resume && !checkpoint) note(nothingToResume(options_));
    if (checkpoint) {
      trainer_->load(checkpoint->tensors);
      done_ = saved_ = checkpoint->step;
      note("resumed at step " + std::to_string(done_) + " of " + std::to_string(recipe_.steps()));
    } else if (!options_.start.empty())
      trainer_->startAt(readStart(options_.start, "tokenizer.safetensors"));
    if (!processes_->leader()) return;
    makeFolder(options_.out);
    metrics_.emplace(options_.out / kMetricsFile,
                     std::vector<std::string>{"pixels", "loss", "absolute", "edge", "quarter", "square", "commitment",
                                              "discriminator", "heldout_psnr", "heldout_perplexity", "pictures_per_s"},
                     checkpoint ? std::optional(done_) : std::nullopt);
    if (checkpoint && observer_.onProgress)
      observer_.onProgress({toString(recipe_.phaseAt(done_ - 1)), done_, recipe_.steps(), metrics_->last("loss"), 0,
                            done_ < recipe_.steps() ? std::numeric_limits<double>::infinity() : 0});
  }

  void oneStep(CropLoader& loader, Pace& pace) {
    const std::int64_t step = done_;
    const auto& stage = recipe_.stageAt(step);
    const auto figures = trainer_->step(step, loader.batch(step));
    requireFiniteLoss(figures.loss, step + 1, checkpoints_);
    ++done_;
    pace.stepDone(recipe_.work(step, done_), stage.batch);
    const bool last = done_ == recipe_.steps();
    double psnr = kNone, perplexity = kNone;
    if (processes_->leader() && (last || done_ % recipe_.measureEvery == 0)) measure(step, psnr, perplexity);
    if (metrics_)
      metrics_->add(done_, std::vector<double>{static_cast<double>(stage.pixels), figures.loss, figures.absolute,
                                               figures.edge, figures.quarter, figures.square, figures.commitment,
                                               figures.discriminator, psnr, perplexity, pace.picturesPerSecond()});
    if (done_ % recipe_.checkpointEvery == 0) save();
    pace.skipTime();
    if (observer_.onProgress && processes_->leader())
      observer_.onProgress({toString(recipe_.phaseAt(step)), done_, recipe_.steps(), figures.loss,
                            pace.picturesPerSecond(), pace.secondsLeft()});
  }

  void measure(std::int64_t step, double& psnr, double& perplexity) {
    const auto figures = measureHeldout(trainer_->averaged(), trainer_->codebook(step), *source_,
                                        recipe_.heldoutPictures, recipe_.samplePictures, chosen_.compute.device);
    psnr = figures.psnr;
    perplexity = figures.perplexity;
    if (figures.originals.empty()) return;
    makeFolder(options_.out / "samples");
    auto rows = figures.originals;
    rows.insert(rows.end(), figures.reconstructions.begin(), figures.reconstructions.end());
    char name[48];
    std::snprintf(name, sizeof name, "reconstructions-%08lld.png", static_cast<long long>(done_));
    PictureWriteOptions write;
    write.overwrite = true;
    writePicture(options_.out / "samples" / name, makeSheet(rows, static_cast<int>(figures.originals.size())), {},
                 write);
    char line[128];
    std::snprintf(line, sizeof line, "step %lld: held-out PSNR %.2f dB", static_cast<long long>(done_), psnr);
    note(line);
  }

  void save() {
    if (processes_->leader()) checkpoints_.save({done_, trainer_->save(), nlohmann::json::object()});
    saved_ = done_;
  }

  const TrainOptions& options_;
  const TrainObserver& observer_;
  TokenizerRecipe recipe_;
  ProcessPlace place_;
  ChosenDevice chosen_;
  CheckpointFolder checkpoints_;
  std::unique_ptr<PictureSource> source_;
  std::unique_ptr<Processes> processes_;
  std::optional<TokenizerTrainer> trainer_;
  std::optional<MetricsFile> metrics_;  ///< the leader's
  std::int64_t done_ = 0, saved_ = -1;
};

}  // namespace

TrainOutcome trainTokenizer(const TrainOptions& options, const TrainObserver& observer, std::stop_token stop) {
  keepFreedMemory();
  try {
    return TokenizerRun(options, observer).run(stop);
  } catch (...) {
    rethrowAsError("training the tokenizer", "lower crop_batches in the configuration");
  }
}

}  // namespace lpd
