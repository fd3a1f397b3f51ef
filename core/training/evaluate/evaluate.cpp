#include "base/evaluation_rows.h"
#include "decode/engine_edge.h"
#include "training/evaluate/cell_store.h"
#include "training/evaluate/judge.h"
#include "training/evaluate/real_pictures.h"
#include "training/evaluate/report.h"
#include "training/evaluate/statistics.h"

#include <lpd/error.h>
#include <lpd/evaluate.h>
#include <lpd/files.h>
#include <lpd/picture_io.h>
#include <lpd/weights.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <limits>
#include <numeric>

namespace lpd {

namespace {

using training::CellStore;
using training::Features;
using training::Judge;
using training::RealPictures;

constexpr const char* kJudgeSteps = "steps";  // in the judge's file: batches it was trained on
constexpr int kChunk = 64;                    // pictures between two writes of a cell
constexpr int kNeighbours = 3;                // of the k-NN manifolds
constexpr int kMostReconstructed = 256;       // pictures the tokenizer is measured on
constexpr int kLeastInSet = 32;               // images from which a set's distribution can be told at all
constexpr double kNotMeasured = std::numeric_limits<double>::quiet_NaN();

std::string shortest(double value) {
  char text[48];
  std::snprintf(text, sizeof text, "%g", value);
  return text;
}

double secondsSince(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// One evaluation: what all cells share.
class Evaluator {
 public:
  Evaluator(Engine& engine, const EvaluationOptions& options, const EvaluationProgress& progress, std::stop_token stop)
      : engine_(engine),
        options_(options),
        progress_(progress),
        stop_(std::move(stop)),
        real_(RealPictures::open(options.data, engine.model().imageSize, [&](const training::SkippedPicture& skipped) {
          if (options.onNote) options.onNote(skipped.reason + ": left out");
        })) {
    const ModelInfo& model = engine_.model();
    for (const std::string& name : model.classNames) {
      const auto& known = real_->classNames();
      const auto found = std::find(known.begin(), known.end(), name);
      if (found == known.end())
        throw Error(ErrorCode::NotFound, "there are no real pictures of '" + name + "' in " + real_->description(),
                    "name the folder of pictures the model was trained on with --data");
      labelOfClass_.push_back(static_cast<int>(found - known.begin()));
    }
  }

  Evaluation run() {
    Evaluation result;
    result.count = options_.count;
    if (!makeJudge()) return cancelled(std::move(result));
    result.judgeNote = "Judge: trained on " + std::to_string(options_.judgeSteps * training::JudgeOptions{}.batch) +
                       " pictures of " + real_->description() + "." + fewPicturesNote() + fewImagesNote();
    if (!measureReal(result.baseline)) return cancelled(std::move(result));
    std::vector<EvaluationCell> asked = cellsOf(options_, engine_.model());
    const std::vector<EvaluationCell> kept = rowsBesides(asked);
    for (EvaluationCell& cell : asked) {
      if (!fill(cell)) return cancelled(std::move(result));
      result.cells.push_back(cell);
      Evaluation all = result;
      all.cells.insert(all.cells.end(), kept.begin(), kept.end());
      training::writeReport(options_.out, all);
    }
    return result;
  }

 private:
  static Evaluation cancelled(Evaluation result) {
    result.cancelled = true;
    return result;
  }

  // Pictures that repeat make a set look less varied than it is, and equal sets have no distance at all.
  std::string fewPicturesNote() const {
    const auto classes = static_cast<std::int64_t>(labelOfClass_.size());
    if (real_->fewestFresh() >= 2 * (options_.count + classes - 1) / classes) return "";
    return " Of some classes only " + std::to_string(real_->fewestFresh()) +
           " real pictures are held out; they repeat, so all figures against them are rough.";
  }

  bool measuresSets() const { return options_.count >= kLeastInSet; }

  std::string fewImagesNote() const {
    std::string note;
    if (!measuresSets())
      note = " Frechet distance, precision and recall need " + std::to_string(kLeastInSet) +
             " images a row and were not measured; the other figures of so few are rough.";
    if (options_.count <= static_cast<int>(labelOfClass_.size())) note += " Diversity needs two images of a class.";
    return note;
  }

  void say(const std::string& what, double fraction) const {
    if (progress_) progress_(what, fraction);
  }

  bool makeJudge() {
    const auto file = options_.out / "judge.safetensors";
    if (std::filesystem::exists(file)) {
      judge_ = Judge::load(file);
      if (judge_.labels() != real_->labels())
        throw Error(ErrorCode::InvalidFile,
                    file.string() + " knows " + std::to_string(judge_.labels()) + " kinds of pictures, and here are " +
                        std::to_string(real_->labels()),
                    "choose another folder as --out");
      const auto metadata = WeightFile::open(file)->metadata();
      const auto stored = metadata.find(kJudgeSteps);
      if (stored != metadata.end() && stored->second != std::to_string(options_.judgeSteps))
        throw Error(ErrorCode::Usage,
                    file.string() + " was trained on " + stored->second + " batches, not " +
                        std::to_string(options_.judgeSteps),
                    "give --judge-steps " + stored->second + " or choose another folder as --out");
    } else {
      const training::JudgeOptions judgeOptions{.labels = real_->labels(), .steps = options_.judgeSteps};
      judge_ = Judge::train([this](std::int64_t index) { return real_->training(index); }, judgeOptions,
                            [&](int step, double loss) {
                              char text[64];
                              std::snprintf(text, sizeof text, "training the judge, loss %.3f", loss);
                              say(text, static_cast<double>(step) / judgeOptions.steps);
                            },
                            stop_);
      if (!judge_.defined()) return false;
      judge_.save(file, {{"pictures", real_->description()}, {kJudgeSteps, std::to_string(options_.judgeSteps)}});
    }
    judgeSha256_ = sha256File(file);
    return true;
  }

  // What the judge says about `count` real pictures; cached like a generated cell. Not defined when stopped.
  CellStore lookAtReal(const std::string& name, int count, const std::function<training::Picture(int)>& picture) {
    CellStore store(options_.out / "cells" / (name + ".safetensors"),
                    {{"judge", judgeSha256_}, {"pictures", real_->description()}});
    while (store.count() < count && !stop_.stop_requested()) {
      std::vector<Image> pictures;
      std::vector<int> labels;
      const auto from = static_cast<int>(store.count());
      for (int i = from; i < std::min(from + kChunk, count); ++i) {
        training::Picture next = picture(i);
        pictures.push_back(std::move(next.pixels));
        labels.push_back(next.label);
      }
      store.append(judge_.look(pictures), labels, 0);
      say("looking at real pictures", static_cast<double>(store.count()) / count);
    }
    return store;
  }

  // Of one of two sets, 0 and 1, that share no picture however many are taken.
  training::Picture freshOfModel(std::int64_t index, int set) const {
    const auto classes = static_cast<std::int64_t>(labelOfClass_.size());
    const int label = labelOfClass_[static_cast<std::size_t>(index % classes)];
    return {real_->fresh(label, 2 * (index / classes) + set), label};
  }

  bool measureReal(EvaluationBaseline& baseline) {
    const int count = options_.count;
    const auto first = lookAtReal("real-even", count, [&](int i) { return freshOfModel(i, 0); });
    const auto second = lookAtReal("real-odd", count, [&](int i) { return freshOfModel(i, 1); });
    const auto everyLabel = lookAtReal("real-all-labels", count, [&](int i) {
      const int label = i % real_->labels();
      return training::Picture{real_->fresh(label, i / real_->labels()), label};
    });
    const auto searched = static_cast<int>(std::min<std::int64_t>(options_.trainingPictures, real_->trainingCount()));
    const auto trained = lookAtReal("training", searched, [&](int i) { return real_->training(i); });
    if (stop_.stop_requested()) return false;
    real_features_ = first.features().narrow(0, 0, count);
    const Features again = second.features().narrow(0, 0, count);
    training_features_ = trained.features().narrow(0, 0, searched);
    baseline.accuracy = everyLabel.asked().eq(everyLabel.seen()).to(torch::kFloat64).mean().item<double>();
    baseline.frechet = measuresSets() ? training::frechetDistance(real_features_, again) : kNotMeasured;
    baseline.diversity = training::diversityInClass(real_features_, first.asked().narrow(0, 0, count));
    baseline.nearestTraining = training::nearestDistance(again, training_features_).median().item<double>();
    return measureTokenizer(baseline);
  }

  bool measureTokenizer(EvaluationBaseline& baseline) {
    std::vector<std::int64_t> used(static_cast<std::size_t>(engine_.model().tokenizer.codebookSize));
    std::vector<Image> reconstructed;
    double decibels = 0, similarity = 0;
    const int pictures = std::min(options_.count, kMostReconstructed);
    for (int i = 0; i < pictures; ++i) {
      if (stop_.stop_requested()) return false;
      const Image picture = freshOfModel(i, 0).pixels;
      const std::vector<int> tokens = engine_.encode(picture);
      for (const int token : tokens)
        ++used[static_cast<std::size_t>(token)];
      reconstructed.push_back(engine_.decode(engine_.model().grid, tokens));
      decibels += psnr(picture, reconstructed.back());
      similarity += ssim(picture, reconstructed.back());
      say("measuring the tokenizer", (i + 1.0) / pictures);
    }
    baseline.psnr = decibels / pictures;
    baseline.ssim = similarity / pictures;
    baseline.reconstructionFrechet =
        measuresSets() ? training::frechetDistance(real_features_, judge_.look(reconstructed).features) : kNotMeasured;
    const double all = static_cast<double>(std::accumulate(used.begin(), used.end(), std::int64_t{0}));
    double entropy = 0;
    int occurring = 0;
    for (const std::int64_t uses : used) {
      if (uses == 0) continue;
      const double share = static_cast<double>(uses) / all;
      entropy -= share * std::log(share);
      ++occurring;
    }
    baseline.codebookUse = static_cast<double>(occurring) / static_cast<double>(used.size());
    baseline.perplexity = std::exp(entropy);
    return true;
  }

  GenerationRequest requestFor(const EvaluationCell& cell, int from, int count) const {
    GenerationRequest request = requestOf(cell, options_, engine_.model());
    for (int i = from; i < from + count; ++i)
      request.classes.push_back(i % static_cast<int>(labelOfClass_.size()));
    request.firstIndex = from;
    return request;
  }

  static std::string nameOf(const EvaluationCell& cell) {
    return std::string(toString(cell.order)) + "-" + std::to_string(cell.steps) + "-guidance-" +
           shortest(cell.guidance) + "-temperature-" + shortest(cell.temperature);
  }

  // The row of a cell's name; nothing of another file.
  static std::optional<EvaluationCell> rowNamed(const std::string& name) {
    const std::size_t guidance = name.find("-guidance-"), temperature = name.find("-temperature-");
    if (guidance == std::string::npos || temperature == std::string::npos) return std::nullopt;
    const std::size_t steps = name.rfind('-', guidance - 1);
    if (steps == std::string::npos) return std::nullopt;
    try {
      EvaluationCell cell;
      cell.order = parseOrderKind(name.substr(0, steps));
      cell.steps = std::stoi(name.substr(steps + 1));
      cell.guidance = std::stod(name.substr(guidance + std::string("-guidance-").size()));
      cell.temperature = std::stod(name.substr(temperature + std::string("-temperature-").size()));
      return cell;
    } catch (const std::exception&) {
      return std::nullopt;
    }
  }

  // Finished rows of earlier evaluations in this folder: its table holds them, too.
  std::vector<EvaluationCell> rowsBesides(const std::vector<EvaluationCell>& asked) const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(options_.out / "cells"))
      names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    std::vector<EvaluationCell> rows;
    for (const std::string& name : names) {
      const auto isIt = [&](const EvaluationCell& cell) { return nameOf(cell) == name; };
      std::optional<EvaluationCell> row = rowNamed(name);
      if (!row || nameOf(*row) != name || std::any_of(asked.begin(), asked.end(), isIt)) continue;
      try {
        const CellStore store(options_.out / "cells" / (name + ".safetensors"), settingsOf(*row));
        if (store.count() < options_.count) continue;
        measure(*row, store);
        rows.push_back(*row);
      } catch (const Error&) {
        continue;  // of another model, seed or precision, or broken: none of this table's
      }
    }
    return rows;
  }

  CellStore::Settings settingsOf(const EvaluationCell& cell) const {
    const ModelInfo& model = engine_.model();
    return {{"judge", judgeSha256_},
            {"model", model.transformerSha256},
            {"tokenizer", model.tokenizerSha256},
            {"precision", std::string(toString(engine_.runtime().precision))},
            {"seed", std::to_string(options_.seed)},
            {"cell", nameOf(cell)},
            {"schedule", std::string(toString(options_.schedule.value_or(model.recommended.schedule)))},
            {"top-k", std::to_string(options_.topK)},
            {"top-p", shortest(options_.topP)},
            {"repulsion", shortest(model.recommended.repulsion)},
            {"growth", shortest(options_.growth.value_or(model.recommended.growth))}};
  }

  // False when stopped; what was made is kept.
  bool fill(EvaluationCell& cell) {
    const std::string name = nameOf(cell);
    CellStore store(options_.out / "cells" / (name + ".safetensors"), settingsOf(cell));
    while (store.count() < options_.count) {
      const auto from = static_cast<int>(store.count());
      const int size = std::min(kChunk, options_.count - from);
      std::vector<Image> pictures(static_cast<std::size_t>(size));
      const auto start = std::chrono::steady_clock::now();
      GenerationObserver observer;
      observer.onImage = [&](const GeneratedImage& image) {
        pictures[static_cast<std::size_t>(image.image)] = image.pixels;
      };
      if (engine_.generate(requestFor(cell, from, size), observer, stop_).cancelled) return false;
      const double seconds = secondsSince(start);
      std::vector<int> asked;
      for (int i = from; i < from + size; ++i)
        asked.push_back(labelOfClass_[static_cast<std::size_t>(i) % labelOfClass_.size()]);
      store.append(judge_.look(pictures), asked, seconds);
      say(name, static_cast<double>(store.count()) / options_.count);
    }
    measure(cell, store);
    return true;
  }

  void measure(EvaluationCell& cell, const CellStore& store) const {
    const Features rows = store.features().narrow(0, 0, options_.count);
    const torch::Tensor asked = store.asked().narrow(0, 0, options_.count);
    const torch::Tensor right = asked.eq(store.seen().narrow(0, 0, options_.count)).to(torch::kFloat64);
    cell.accuracy = training::bootstrap(options_.count, options_.resamples, options_.seed, [&](const auto& indices) {
      return right.index_select(0, indices).mean().template item<double>();
    });
    cell.frechet = {kNotMeasured, kNotMeasured, kNotMeasured};
    cell.precision = cell.recall = kNotMeasured;
    if (measuresSets()) measureSet(cell, rows);
    cell.diversity = training::diversityInClass(rows, asked);
    cell.nearestTraining = training::nearestDistance(rows, training_features_).median().item<double>();
    cell.secondsAnImage = store.seconds() / static_cast<double>(store.count());
  }

  void measureSet(EvaluationCell& cell, const Features& rows) const {
    cell.frechet = training::jackknife(options_.count, [&](const auto& indices) {
      return training::frechetDistance(real_features_, rows.index_select(0, indices));
    });
    const auto manifolds = training::precisionRecall(real_features_, rows, kNeighbours);
    cell.precision = manifolds.precision;
    cell.recall = manifolds.recall;
  }

  Engine& engine_;
  const EvaluationOptions& options_;
  const EvaluationProgress& progress_;
  std::stop_token stop_;
  std::unique_ptr<RealPictures> real_;
  std::vector<int> labelOfClass_;  // by the model's class index
  Judge judge_;
  std::string judgeSha256_;
  Features real_features_, training_features_;
};

}  // namespace

Evaluation evaluate(Engine& engine, const EvaluationOptions& options, const EvaluationProgress& progress,
                    std::stop_token stop) {
  options.validate(engine.model());
  if (options.out.empty()) throw Error(ErrorCode::Usage, "there is no folder for the results", "name one");
  makeFolder(options.out / "cells");
  try {
    return Evaluator(engine, options, progress, std::move(stop)).run();
  } catch (...) {
    rethrowAsError("evaluating", "use a smaller batch");
  }
}

}  // namespace lpd
