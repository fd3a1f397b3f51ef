#include "command.h"
#include "generate_options.h"
#include "progress.h"
#include "table.h"
#include "token_file.h"

#include <lpd/engine.h>
#include <lpd/error.h>
#include <lpd/files.h>
#include <lpd/picture_io.h>
#include <lpd/weights.h>

#include <chrono>
#include <iostream>
#include <map>
#include <memory>

namespace lpd::cli {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// "tench, Tinca tinca" -> "tench-tinca-tinca"; bytes beyond ASCII stay.
std::string fileName(const std::string& className) {
  std::string name;
  for (const unsigned char c : className) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
    if (letter || (c >= 'A' && c <= 'Z'))
      name += static_cast<char>(letter ? c : c + 32);
    else if (!name.empty() && name.back() != '-')
      name += '-';
  }
  while (!name.empty() && name.back() == '-')
    name.pop_back();
  return name.empty() ? "class" : name;
}

/// One `lpd generate`: knows its outputs, writes each picture when it is complete and the rest at the end.
class Generate {
 public:
  explicit Generate(const GenerateOptions& options)
      : options_(options), model_(options.model.find()), request_(options.request(model_)) {
    chooseFiles();
    request_.keepLogits = !options_.logitsOut.empty();
    request_.explain = !options_.traceOut.empty();
    request_.decodePixels = !files_.empty() || !options_.sheet.empty() || !options_.animation.empty();
  }

  int run(std::stop_token stop) {
    const EngineOptions engineOptions = options_.runtime.engineOptions();
    Progress progress(options_.output.quiet);
    progress.say("Loading " + model_.name + " …");
    const Clock::time_point loading = Clock::now();
    engine_ = Engine::load(model_, engineOptions);
    loadSeconds_ = secondsSince(loading);
    if (!stop.stop_requested()) {
      progress.say("Planning …");
      result_ = engine_->generate(request_, observer(progress), stop);
    }
    cancelled_ = stop.stop_requested() && result_.images < count();
    if (!cancelled_) writeRest(progress, stop);
    progress.clear();
    report();
    return cancelled_ ? kCancelled : kDone;
  }

 private:
  int count() const { return static_cast<int>(request_.classes.size()); }
  int steps() const {
    const GroupSizes& sizes = request_.plan.groupSizes;
    return sizes.empty() ? request_.plan.steps : static_cast<int>(sizes.size());
  }
  bool keepsTokens() const { return !options_.tokensOut.empty(); }

  // Every output is checked before anything is computed.
  void chooseFiles() {
    OutputCheck check(options_.output.force);
    const bool other = !options_.sheet.empty() || !options_.tokensOut.empty() || !options_.logitsOut.empty() ||
                       !options_.animation.empty() || !options_.traceOut.empty();
    if (!options_.out.empty() && !meansFolder(options_.out)) {
      if (count() > 1)
        throw Error(ErrorCode::Usage,
                    "--out " + options_.out.string() + " is one file for " + std::to_string(count()) + " pictures",
                    "give a folder (--out DIR/) or use --sheet");
      check.picture(options_.out);
      files_.push_back(options_.out);
    } else if (!options_.out.empty() || !other) {
      for (int i = 0; i < count(); ++i) {
        const std::string name = fileName(model_.className(request_.classes[static_cast<std::size_t>(i)])) + "-" +
                                 std::to_string(request_.seed) + "-" + std::to_string(i) + ".png";
        files_.push_back(options_.out / name);
        pictureFormat(files_.back());
        check.fileInFolder(fs::absolute(files_.back()));
      }
    }
    if (!options_.sheet.empty()) check.picture(options_.sheet);
    if (!options_.animation.empty()) {
      check.animation(options_.animation);
      animationOptions_ = options_.look.options(options_.output.force);
    }
    for (const fs::path& file : {options_.tokensOut, options_.logitsOut, options_.traceOut}) {
      if (!file.empty()) check.file(file);
    }
  }

  GenerationObserver observer(Progress& progress) {
    GenerationObserver observer;
    observer.onPlan = [this](const ImagePlan& plan) { plans_[plan.image] = plan; };
    observer.onStep = [this, &progress](const StepRecord& step) {
      if (!options_.traceOut.empty()) stepRecords_[step.image].push_back(step);
      const double total = static_cast<double>(count()) * steps();
      progress.show(static_cast<double>(++stepsDone_) / total,
                    "image " + std::to_string(finished_ + 1) + " of " + std::to_string(count()));
    };
    observer.onImage = [this](const GeneratedImage& image) { take(image); };
    return observer;
  }

  void take(const GeneratedImage& image) {
    ++finished_;
    const auto index = static_cast<std::size_t>(image.image);
    const ImagePlan& plan = plans_.at(image.image);
    if (!files_.empty()) {
      const Clock::time_point start = Clock::now();
      ImageRecord record = makeRecord(model_, request_, image.image, plan.order, plan.groupSizes, image.tokens);
      record.precision = engine_->runtime().precision;
      if (files_[index].has_parent_path()) makeFolder(files_[index].parent_path());
      writePicture(files_[index], image.pixels, recordText(record), {.overwrite = options_.output.force});
      saveSeconds_ += secondsSince(start);
    }
    done_.push_back(image.image);
    if (!options_.sheet.empty()) pictures_[image.image] = image.pixels;
    if (!options_.animation.empty() && image.image == 0) first_ = image.pixels;
    if (keepsTokens()) tokens_[image.image] = image.tokens;
    if (!options_.logitsOut.empty()) logits_[image.image] = image.logits;
    const bool planIsNeeded = keepsTokens() || !options_.traceOut.empty() || image.image == 0;
    if (!planIsNeeded) plans_.erase(image.image);
  }

  void writeRest(Progress& progress, std::stop_token stop) {
    const Clock::time_point start = Clock::now();
    if (keepsTokens()) writeTokenFile();
    if (!options_.logitsOut.empty()) writeLogits();
    if (!options_.traceOut.empty()) {
      std::vector<Trace> traces;
      for (auto& [image, plan] : plans_)
        traces.push_back({plan, std::move(stepRecords_[image])});
      writeTraces(options_.traceOut, traces);
    }
    if (!options_.sheet.empty()) {
      std::vector<Image> pictures;
      for (auto& [image, pixels] : pictures_)
        pictures.push_back(std::move(pixels));
      writePicture(options_.sheet, makeSheet(pictures), {}, {.overwrite = options_.output.force});
    }
    if (!options_.animation.empty()) {
      progress.say("Writing " + options_.animation.string() + " …");
      const ImagePlan& plan = plans_.at(0);
      if (!animate(options_.animation, first_, plan.grid, plan.order, plan.groupSizes, animationOptions_, progress,
                   stop))
        cancelled_ = true;
    }
    saveSeconds_ += secondsSince(start);
  }

  void writeTokenFile() {
    TokenFile content;
    content.grid = model_.grid;
    for (auto& [image, tokens] : tokens_) {
      content.tokens.push_back(std::move(tokens));
      content.orders.push_back(plans_.at(image).order);
      content.seeds.push_back(request_.seed);
      content.indices.push_back(request_.firstIndex + image);
      content.classes.push_back(model_.className(request_.classes[static_cast<std::size_t>(image)]));
    }
    content.groupSizes = plans_.at(0).groupSizes;
    content.model = model_.name;
    content.tokenizerSha256 = model_.tokenizerSha256;
    writeTokens(options_.tokensOut, content, options_.output.force);
  }

  void writeLogits() {
    auto all = std::make_shared<std::vector<float>>();
    for (const auto& [image, logits] : logits_)
      all->insert(all->end(), logits.begin(), logits.end());
    const TensorInfo info{"logits", DType::F32, {count(), model_.grid.count(), model_.transformer.vocab}};
    const TensorBytes bytes{std::as_bytes(std::span<const float>(*all)), all};
    writeSafetensors(options_.logitsOut, {{info, bytes}},
                     {{"generator", "lpd"}, {"model", model_.name}, {"seed", std::to_string(request_.seed)}});
  }

  void report() const {
    if (options_.output.json) return printJson(describe());
    if (options_.output.quiet) return;
    for (const int image : done_) {
      if (!files_.empty()) std::cout << files_[static_cast<std::size_t>(image)].string() << "\n";
    }
    if (!cancelled_) {
      for (const fs::path& file :
           {options_.sheet, options_.animation, options_.tokensOut, options_.logitsOut, options_.traceOut}) {
        if (!file.empty()) std::cout << file.string() << "\n";
      }
    }
    const RuntimeInfo& runtime = engine_->runtime();
    std::cout << finished_ << (cancelled_ ? " of " + std::to_string(count()) : "")
              << (count() == 1 ? " image" : " images") << ", seed " << request_.seed << ", " << steps() << " steps, "
              << runtime.device << " " << toString(runtime.precision) << ", " << fixed(secondsSince(start_), 2)
              << " s (" << fixed(imagesPerSecond(), 2) << " images/s)" << (cancelled_ ? ", cancelled" : "") << "\n";
  }

  double imagesPerSecond() const {
    const double seconds = result_.seconds.plan + result_.seconds.transformer + result_.seconds.decode;
    return seconds > 0 ? finished_ / seconds : 0;
  }

  Json describe() const {
    Json json;
    json["images"] = Json::array();
    for (const int image : done_) {
      const int classIndex = request_.classes[static_cast<std::size_t>(image)];
      Json entry;
      entry["file"] = files_.empty() ? Json() : Json(files_[static_cast<std::size_t>(image)].string());
      entry["class"] = model_.className(classIndex);
      entry["class_index"] = classIndex;
      entry["seed"] = request_.seed;
      entry["index"] = request_.firstIndex + image;
      json["images"].push_back(std::move(entry));
    }
    const RuntimeInfo& runtime = engine_->runtime();
    json["model"] = model_.name;
    json["device"] = runtime.device;
    json["device_name"] = runtime.deviceName;
    json["precision"] = std::string(toString(runtime.precision));
    json["threads"] = runtime.threads;
    json["steps"] = steps();
    json["batch"] = result_.batchSize;
    json["cancelled"] = cancelled_;
    const PhaseSeconds& seconds = result_.seconds;
    json["seconds"] = {{"load", loadSeconds_},     {"plan", seconds.plan}, {"transformer", seconds.transformer},
                       {"decode", seconds.decode}, {"save", saveSeconds_}, {"total", secondsSince(start_)}};
    json["images_per_s"] = imagesPerSecond();
    json["peak_memory_bytes"] = peakMemoryBytes();
    return json;
  }

  const Clock::time_point start_ = Clock::now();
  const GenerateOptions& options_;
  const ModelInfo model_;
  GenerationRequest request_;
  AnimationOptions animationOptions_;
  std::vector<fs::path> files_;  // by image; empty where no single pictures are written
  std::unique_ptr<Engine> engine_;
  GenerationResult result_;
  bool cancelled_ = false;
  int finished_ = 0;
  std::int64_t stepsDone_ = 0;
  double loadSeconds_ = 0;
  double saveSeconds_ = 0;
  std::vector<int> done_;  // in the order they were completed
  Image first_;
  std::map<int, ImagePlan> plans_;
  std::map<int, std::vector<StepRecord>> stepRecords_;
  std::map<int, Image> pictures_;
  std::map<int, std::vector<int>> tokens_;
  std::map<int, std::vector<float>> logits_;
};

}  // namespace

Run addGenerate(CLI::App& app) {
  auto options = std::make_shared<GenerateOptions>();
  options->add(app);
  app.footer(
      "Without any output option each picture goes to NAME-SEED-INDEX.png in the current folder; with others, only "
      "what\n"
      "they name is written. Every PNG holds what 'lpd replay' needs. Ctrl+C stops within one step and keeps the\n"
      "finished pictures; sheets, animations and data files are written only when all pictures are complete.");
  return [options](std::stop_token stop) { return Generate(*options).run(stop); };
}

}  // namespace lpd::cli
