#include "animate.h"
#include "command.h"
#include "progress.h"
#include "shared_options.h"

#include <lpd/engine.h>
#include <lpd/error.h>
#include <lpd/picture_io.h>

#include <iostream>
#include <memory>
#include <optional>

namespace lpd::cli {

namespace {

namespace fs = std::filesystem;

struct ReplayOptions {
  ModelOptions model;
  RuntimeOptions runtime;
  OutputOptions output;
  AnimationLook look;
  fs::path png;
  std::optional<int> step;
  bool outline = false;
  fs::path out;
  fs::path animation;
};

// Any model with this tokenizer draws the same picture, so the named one need not be here.
ModelInfo findTokenizer(const ReplayOptions& options, const ImageRecord& record) {
  const std::string needed =
      "the tokenizer of model '" + record.modelName + "' (sha256 " + record.tokenizerSha256.substr(0, 12) + "..)";
  if (!options.model.model.empty()) {
    const ModelInfo model = options.model.find();
    if (model.tokenizerSha256 == record.tokenizerSha256) return model;
    throw Error(ErrorCode::Usage,
                options.png.string() + " was made with " + needed + ", and " + model.name + " has another",
                "leave --model out to search all models");
  }
  for (const ModelEntry& entry : listModels(options.model.searchPath())) {
    if (entry.info && entry.info->tokenizerSha256 == record.tokenizerSha256) return *entry.info;
  }
  throw Error(ErrorCode::NotFound, options.png.string() + " was made with " + needed + ", which is not here",
              "import that model, or name its folder with --model");
}

ImageRecord readOurs(const fs::path& png) {
  const std::optional<ImageRecord> record = readRecord(png);
  if (record) return *record;
  throw Error(ErrorCode::InvalidFile, png.string() + " holds no record of how it was made",
              "give a PNG that lpd or LPD Studio wrote; other programs drop the record when they save");
}

void checkStep(const ReplayOptions& options, const ImageRecord& record) {
  if (!options.step) return;
  if (options.out.empty())
    throw Error(ErrorCode::Usage, "--step says which picture, but --out is missing", "add --out FILE.png");
  if (*options.step < 0 || *options.step > record.steps())
    throw Error(ErrorCode::Usage, "--step " + std::to_string(*options.step) + " is out of range",
                "use 0 (nothing made yet) to " + std::to_string(record.steps()) + " (the whole picture)");
}

void checkVocabulary(const ReplayOptions& options, const ImageRecord& record, const ModelInfo& model) {
  for (const int token : record.tokens) {
    if (token < 0 || token >= model.tokenizer.codebookSize)
      throw Error(ErrorCode::InvalidFile, options.png.string() + ": its record holds token " + std::to_string(token) +
                                              ", which " + model.name + " does not have");
  }
}

int run(ReplayOptions options, std::stop_token stop) {
  const ImageRecord record = readOurs(options.png);
  checkStep(options, record);
  EngineOptions engineOptions = options.runtime.engineOptions();
  if (engineOptions.precision == Precision::Auto) engineOptions.precision = record.precision;
  if (options.out.empty() && options.animation.empty()) options.animation = options.png.stem().string() + ".gif";
  OutputCheck check(options.output.force);
  if (!options.out.empty()) check.picture(options.out);
  if (!options.animation.empty()) check.animation(options.animation);
  const AnimationOptions look = options.look.options(options.output.force);
  const ModelInfo model = findTokenizer(options, record);
  checkVocabulary(options, record, model);

  Progress progress(options.output.quiet);
  progress.say("Loading " + model.name + " …");
  const auto engine = Engine::load(model, engineOptions);
  if (stop.stop_requested()) return kCancelled;
  progress.say("Decoding …");
  const Image finished = engine->decode(record.grid, record.tokens);
  if (stop.stop_requested()) return kCancelled;
  const int step = options.step.value_or(record.steps());
  if (!options.out.empty()) {
    const bool whole = step == record.steps() && !options.outline;
    const Image picture =
        whole ? finished
              : drawStep(finished, record.grid, record.order, record.groupSizes, step, {.glow = options.outline});
    // Only the whole picture carries the record: a step of it would otherwise pass for the picture.
    writePicture(options.out, picture, whole ? recordText(record) : PictureText(), {.overwrite = options.output.force});
  }
  if (!options.animation.empty()) {
    progress.say("Writing " + options.animation.string() + " …");
    if (!animate(options.animation, finished, record.grid, record.order, record.groupSizes, look, progress, stop))
      return kCancelled;
  }
  progress.clear();

  if (options.output.json) {
    Json json;
    json["file"] = options.out.empty() ? Json() : Json(options.out.string());
    json["animation"] = options.animation.empty() ? Json() : Json(options.animation.string());
    json["step"] = step;
    json["steps"] = record.steps();
    json["class"] = record.className;
    json["seed"] = record.seed;
    json["index"] = record.index;
    json["model"] = record.modelName;
    json["precision"] = std::string(toString(engine->runtime().precision));
    printJson(json);
  } else if (!options.output.quiet) {
    if (!options.out.empty()) std::cout << options.out.string() << "\n";
    if (!options.animation.empty()) std::cout << options.animation.string() << "\n";
  }
  return kDone;
}

}  // namespace

Run addReplay(CLI::App& app) {
  auto options = std::make_shared<ReplayOptions>();
  app.add_option("png", options->png, "A PNG that lpd or LPD Studio wrote")->type_name("PNG")->required();
  app.add_option("--step", options->step, "The picture after this many steps [all]")->type_name("K")->group("Picture");
  app.add_flag("--outline", options->outline, "Outline the patches made in that step")->group("Picture");
  app.add_option("--out", options->out, "The picture")->type_name("FILE.png|.jpg|.webp")->group("Output");
  app.add_option("--animation", options->animation, "Patches filling in [PNG's name + .gif, where --out is not given]")
      ->type_name("F.gif|F.mp4|F.webp")
      ->group("Output");
  options->look.add(app);
  options->model.add(app);
  options->runtime.add(app);
  options->output.add(app);
  app.footer(
      "Everything needed is in the PNG but the tokenizer: a model that has the same one (told by its sha256) must be\n"
      "found. 'auto' is the precision the picture was made in: in it the whole picture comes out pixel by pixel.");
  return [options](std::stop_token stop) { return run(*options, stop); };
}

}  // namespace lpd::cli
