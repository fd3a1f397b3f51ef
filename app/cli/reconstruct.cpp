#include "command.h"
#include "picture_input.h"
#include "progress.h"
#include "shared_options.h"
#include "table.h"

#include <lpd/engine.h>
#include <lpd/picture_io.h>

#include <CLI/CLI.hpp>

#include <cmath>
#include <iostream>
#include <memory>

namespace lpd::cli {

namespace {

struct ReconstructOptions {
  ModelOptions model;
  RuntimeOptions runtime;
  OutputOptions output;
  std::filesystem::path image;
  std::filesystem::path out;
};

int run(const ReconstructOptions& options, std::stop_token stop) {
  const ModelInfo model = options.model.find();
  const EngineOptions engineOptions = options.runtime.engineOptions();
  OutputCheck(options.output.force).picture(options.out);
  const PictureInput input = readForModel(options.image, model);
  Progress progress(options.output.quiet);
  progress.say("Loading " + model.name + " …");
  const auto engine = Engine::load(model, engineOptions);
  if (stop.stop_requested()) return kCancelled;
  progress.say("Encoding and decoding …");
  const Image result = engine->decode(input.grid, engine->encode(input.pixels));
  if (stop.stop_requested()) return kCancelled;
  writePicture(options.out, result, {}, {.overwrite = options.output.force});
  noteCrop(input, progress);
  progress.clear();

  const double decibels = psnr(input.pixels, result);
  if (options.output.json) {
    Json json;
    json["file"] = options.out.string();
    json["psnr"] = std::isinf(decibels) ? Json() : Json(decibels);  // JSON has no infinity: null = equal
    json["grid"] = {input.grid.height, input.grid.width};
    json["cropped"] = input.cropped;
    printJson(json);
  } else {
    if (!options.output.quiet) {
      std::cout << options.out.string() << "\n";
    }
    std::cout << "PSNR " << fixed(decibels, 2) << " dB\n";  // what it was run for, so --quiet does not silence it
  }
  return kDone;
}

}  // namespace

Run addReconstruct(CLI::App& app) {
  auto options = std::make_shared<ReconstructOptions>();
  app.add_option("image", options->image, "Picture (PNG, JPEG or WebP)")->type_name("IMAGE")->required();
  app.add_option("--out", options->out, "What the tokenizer makes of it")
      ->type_name("FILE.png|.jpg|.webp")
      ->required()
      ->group("Output");
  options->model.add(app);
  options->runtime.add(app);
  options->output.add(app);
  app.footer(
      "Prints the peak signal-to-noise ratio of the result against what was encoded: a picture whose sides are "
      "multiples\n"
      "of the tokenizer's stride (16 px), at most 64 patches each, is taken as it is; any other is centre-cropped and\n"
      "scaled to the model's size.");
  return [options](std::stop_token stop) { return run(*options, stop); };
}

}  // namespace lpd::cli
