#include "training/transformer/transformer_trainer.h"

#include "decode/engine_edge.h"
#include "training/optim/adamw.h"
#include "training/optim/gradient_clip.h"
#include "training/optim/muon.h"
#include "training/run/memory_reuse.h"
#include "training/run/noise.h"
#include "training/run/run_folder.h"
#include "training/run/tensor_bytes.h"
#include "training/transformer/sample_sheet.h"

#include <lpd/error.h>
#include <lpd/files.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace lpd {
namespace training {

namespace fs = std::filesystem;

namespace {

constexpr const char* kClassEmbedding = "class_emb.weight";
constexpr double kNoFigure = std::numeric_limits<double>::quiet_NaN();

void checkData(const TokenCache& cache) {
  if (cache.classNames.size() < 2)
    throw Error(ErrorCode::Usage, "the tokens are of one class only", "tokenize pictures of at least two classes");
}

/// "1.881 in LPD orders": what a person can compare from one measurement to the next.
std::string heldoutText(double lpd, double random) {
  char text[96];
  std::snprintf(text, sizeof text, "held-out cross entropy %.3f in LPD orders, %.3f in random ones", lpd, random);
  return text;
}

}  // namespace

TransformerTrainer::TransformerTrainer(const TrainOptions& options)
    : options_(options),
      place_(ProcessPlace::fromEnvironment()),
      chosen_(deviceFor(options, place_)),
      cache_(readTokenCache(options.data)),
      recipe_(readTransformerRecipe(options.config, cache_.grid.count())),
      share_(BatchShare::of(recipe_.batch, place_)),
      exporter_(options.out, recipe_, cache_, options.tokenizer),
      model_(recipe_.model(static_cast<int>(cache_.classNames.size()), cache_.vocab, cache_.grid.count()),
             chosen_.compute.device, recipe_.seed),
      average_(model_.parameters(), recipe_.average),
      schedule_{.rate = 1,
                .floor = recipe_.floor,
                .steps = recipe_.steps,
                .warmup = recipe_.warmup,
                .cosineFrom = std::llround(recipe_.cosineFrom * static_cast<double>(recipe_.steps))},
      checkpoints_(options.out) {
  checkData(cache_);
  checkRunFolder(options_, checkpoints_, "transformer.safetensors");
  useThreads(chosen_.info.threads);
  keepFreedMemory();
  const AdamWOptions adam{recipe_.beta1, recipe_.beta2, 1e-8, recipe_.weightDecay};
  if (recipe_.muon) {
    optimizers_.emplace_back(
        std::make_unique<Muon>(model_.blockMatrices(), MuonOptions{.weightDecay = recipe_.weightDecay}),
        recipe_.muonRate);
    optimizers_.emplace_back(std::make_unique<AdamW>(model_.otherParameters(), adam), recipe_.adamRate);
  } else {
    optimizers_.emplace_back(std::make_unique<AdamW>(model_.parameters(), adam), recipe_.adamRate);
  }
}

void TransformerTrainer::start(const TrainObserver& observer) {
  processes_ = Processes::meet(place_, chosen_.compute.device);
  if (processes_->leader()) makeFolder(options_.out);
  const auto checkpoint = options_.resume ? checkpoints_.latest() : std::nullopt;
  if (options_.resume && !checkpoint) tell(observer, nothingToResume(options_));
  if (checkpoint) {
    resumeFrom(*checkpoint);
  } else if (!options_.start.empty()) {
    startAt(readStart(options_.start, "transformer.safetensors"), observer);
  } else if (recipe_.codebookStart && exporter_.hasTokenizer()) {
    model_.startFromCodebook(exporter_.codebook(), recipe_.seed);
    average_ = WeightAverage(model_.parameters(), recipe_.average);
  }
  if (processes_->leader())
    metrics_.emplace(
        options_.out / kMetricsFile,
        std::vector<std::string>{"loss", "gradient_norm", "rate", "pictures_per_s", "heldout_lpd", "heldout_random"},
        checkpoint ? std::optional(done_) : std::nullopt);
  pace_.emplace(static_cast<double>(done_), static_cast<double>(recipe_.steps));
}

/// Other classes may be learnt than the weights know.
void TransformerTrainer::startAt(NamedTensors weights, const TrainObserver& observer) {
  const at::NoGradGuard noGradient;
  const auto& classes = model_.parameter(kClassEmbedding);
  const auto stored = weights.find(kClassEmbedding);
  if (stored != weights.end() && stored->second.size(0) != classes.size(0)) {
    tell(observer, "another number of classes than in " + options_.start.string() + ": their embeddings start anew");
    stored->second = classes.detach();
  }
  model_.load("", weights);
  average_ = WeightAverage(model_.parameters(), recipe_.average);
}

void TransformerTrainer::resumeFrom(const Checkpoint& checkpoint) {
  if (checkpoint.state.value("kind", "") != "transformer")
    throw Error(ErrorCode::InvalidFile, options_.out.string() + " holds no transformer's run");
  if (checkpoint.state.value("tokenizer_sha256", "") != cache_.tokenizerSha256)
    throw Error(ErrorCode::Usage, "the run in " + options_.out.string() + " was trained on tokens of another tokenizer",
                "give the token cache it was started with");
  if (checkpoint.step > recipe_.steps)
    throw Error(ErrorCode::Usage, "the run in " + options_.out.string() + " has done more steps than 'steps' says");
  const at::NoGradGuard noGradient;
  model_.load("model.", checkpoint.tensors);
  average_.load("average.", checkpoint.tensors);
  for (std::size_t i = 0; i < optimizers_.size(); ++i)
    optimizers_[i].first->load("optimizer" + std::to_string(i) + ".", checkpoint.tensors);
  done_ = checkpoint.step;
}

PassOptions TransformerTrainer::passOptions() const {
  return {recipe_.dropout, recipe_.attentionDropout, chosen_.compute.bf16};
}

/// Adds up the gradients of a batch, pass by pass; returns its mean loss.
double TransformerTrainer::backward(const TeacherForcedBatch& batch) {
  const std::int64_t images = batch.labels.size(0);
  const auto& device = chosen_.compute.device;
  torch::Tensor sum;
  for (std::int64_t first = 0; first < images; first += recipe_.microBatch) {
    const std::int64_t count = std::min(recipe_.microBatch, images - first);
    const auto loss = model_.loss(imagesOf(batch, first, count, device), passOptions()) *
                      (static_cast<double>(count) / static_cast<double>(images));
    loss.backward();
    sum = sum.defined() ? sum + loss.detach() : loss.detach();
  }
  return sum.item<double>();
}

void TransformerTrainer::averageGradients() {
  if (place_.size == 1) return;
  std::vector<torch::Tensor> gradients;
  for (const auto& parameter : model_.parameters()) {
    // A parameter that no picture here used may have been used elsewhere.
    if (!parameter.value.grad().defined()) parameter.value.mutable_grad() = at::zeros_like(parameter.value.detach());
    gradients.push_back(parameter.value.grad());
  }
  processes_->average(gradients);
}

TransformerTrainer::Figures TransformerTrainer::step(const TeacherForcedBatch& batch) {
  zeroGradients(model_.parameters());
  if (!chosen_.compute.device.is_cpu())  // where dropout uses the device's own generator
    at::manual_seed(
        noise(recipe_.seed, done_, Purpose::Dropout, static_cast<std::uint32_t>(recipe_.batch + place_.rank)).next32());
  const double loss = processes_->average(backward(batch));
  requireFiniteLoss(loss, done_ + 1, checkpoints_);
  averageGradients();
  const double norm = clipGradients(model_.parameters(), recipe_.clip);
  requireFiniteLoss(norm, done_ + 1, checkpoints_);
  const double share = schedule_.at(done_);
  for (auto& [optimizer, rate] : optimizers_)
    optimizer->step(rate * share);
  average_.update();
  ++done_;
  return {loss, norm, share};
}

/// Mean cross entropy of the averaged weights over held-out pictures; each process measures some of them.
double TransformerTrainer::heldoutLoss(OrderKind kind) {
  const at::NoGradGuard noGradient;
  const std::int64_t count = std::min<std::int64_t>(recipe_.heldoutPictures, cache_.heldout.count());
  if (count == 0) return kNoFigure;
  const BatchMaker maker(cache_, recipe_);
  double sum = 0;
  const std::int64_t stride = recipe_.microBatch * place_.size;
  for (std::int64_t first = recipe_.microBatch * place_.rank; first < count; first += stride) {
    const std::int64_t pictures = std::min(recipe_.microBatch, count - first);
    const auto batch = imagesOf(maker.heldout(first, pictures, kind), 0, pictures, chosen_.compute.device);
    sum += model_.loss(batch, passOptions()).item<double>() * static_cast<double>(pictures);
  }
  return processes_->sum(sum) / static_cast<double>(count);
}

TransformerTrainer::Heldout TransformerTrainer::measureHeldout() {
  // The averages take the weights' place while they are measured.
  const at::NoGradGuard noGradient;
  std::vector<torch::Tensor> weights;
  const auto averages = average_.averages();
  for (std::size_t i = 0; i < averages.size(); ++i) {
    weights.push_back(model_.parameters()[i].value.detach().clone());
    model_.parameters()[i].value.detach().copy_(averages[i].value);
  }
  const Heldout heldout{heldoutLoss(OrderKind::Lpd), heldoutLoss(OrderKind::Random)};
  for (std::size_t i = 0; i < weights.size(); ++i)
    model_.parameters()[i].value.detach().copy_(weights[i]);
  return heldout;
}

void TransformerTrainer::save() {
  if (!processes_->leader()) return;
  Checkpoint checkpoint;
  checkpoint.step = done_;
  checkpoint.state = {{"kind", "transformer"}, {"tokenizer_sha256", cache_.tokenizerSha256}};
  for (const auto& parameter : model_.parameters())
    checkpoint.tensors["model." + parameter.name] = parameter.value.detach();
  average_.save("average.", checkpoint.tensors);
  for (std::size_t i = 0; i < optimizers_.size(); ++i)
    optimizers_[i].first->save("optimizer" + std::to_string(i) + ".", checkpoint.tensors);
  checkpoints_.save(checkpoint);
}

void TransformerTrainer::writeModel() {
  if (!processes_->leader()) return;
  exporter_.write(average_.averages());
  if (!exporter_.hasTokenizer()) return;
  char name[48];
  std::snprintf(name, sizeof name, "step-%07lld.png", static_cast<long long>(done_));
  writeSampleSheet(exporter_.bundle(), options_.out / "samples" / name, chosen_.info);
  useThreads(chosen_.info.threads);
}

void TransformerTrainer::note(const Figures& figures, const TrainObserver& observer) {
  pace_->stepDone(1, static_cast<double>(recipe_.batch));
  const bool last = done_ == recipe_.steps;
  Heldout heldout{kNoFigure, kNoFigure};
  if (last || done_ % recipe_.measureEvery == 0) {
    heldout = measureHeldout();
    if (!std::isnan(heldout.lpd)) tell(observer, heldoutText(heldout.lpd, heldout.random));
  }
  if (processes_->leader()) {
    const double values[] = {figures.loss, figures.gradientNorm, figures.rate, pace_->picturesPerSecond(),
                             heldout.lpd,  heldout.random};
    metrics_->add(done_, values);
    if (observer.onProgress)
      observer.onProgress(
          {"transformer", done_, recipe_.steps, figures.loss, pace_->picturesPerSecond(), pace_->secondsLeft()});
  }
  const bool sheet = recipe_.sheetEvery > 0 && done_ % recipe_.sheetEvery == 0;
  if (last || sheet || done_ % recipe_.checkpointEvery == 0) save();
  if (sheet && !last) writeModel();
  pace_->skipTime();
}

void TransformerTrainer::tell(const TrainObserver& observer, const std::string& what) const {
  if (observer.onNote && processes_->leader()) observer.onNote("step " + std::to_string(done_) + ": " + what);
}

void TransformerTrainer::tellWhereItStands(const TrainObserver& observer) const {
  if (done_ == 0 || !metrics_ || !observer.onProgress) return;
  const double left = done_ < recipe_.steps ? std::numeric_limits<double>::infinity() : 0;
  observer.onProgress({"transformer", done_, recipe_.steps, metrics_->last("loss"), 0, left});
}

TrainOutcome TransformerTrainer::run(const TrainObserver& observer, std::stop_token stop) {
  start(observer);
  tellWhereItStands(observer);
  tell(observer, std::string(chosen_.compute.bf16 ? "bf16" : "fp32") + " on " + chosen_.info.deviceName + ". " +
                     chosen_.info.reason);
  BatchMaker maker(cache_, recipe_);
  BatchFeed feed(maker, done_, recipe_.steps, share_.first, share_.count);
  while (done_ < recipe_.steps) {
    if (processes_->any(stop.stop_requested())) {
      save();
      return TrainOutcome::Stopped;
    }
    note(step(feed.next()), observer);
  }
  writeModel();  // also where a run that was stopped in it is resumed
  return TrainOutcome::Finished;
}

}  // namespace training

TrainOutcome trainTransformer(const TrainOptions& options, const TrainObserver& observer, std::stop_token stop) {
  try {
    return training::TransformerTrainer(options).run(observer, std::move(stop));
  } catch (...) {
    rethrowAsError("training the transformer", "choose a smaller 'micro_batch' in the configuration");
  }
}

}  // namespace lpd
