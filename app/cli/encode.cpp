#include "command.h"
#include "picture_input.h"
#include "progress.h"
#include "shared_options.h"
#include "token_file.h"

#include <lpd/engine.h>

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace lpd::cli {

namespace {

struct EncodeOptions {
  ModelOptions model;
  RuntimeOptions runtime;
  OutputOptions output;
  std::filesystem::path image;
  std::filesystem::path tokensOut;
};

int run(const EncodeOptions& options, std::stop_token stop) {
  const ModelInfo model = options.model.find();
  const EngineOptions engineOptions = options.runtime.engineOptions();
  OutputCheck(options.output.force).file(options.tokensOut);
  const PictureInput input = readForModel(options.image, model);
  Progress progress(options.output.quiet);
  progress.say("Loading " + model.name + " …");
  const auto engine = Engine::load(model, engineOptions);
  if (stop.stop_requested()) return kCancelled;
  progress.say("Encoding …");
  TokenFile content;
  content.grid = input.grid;
  content.tokens.push_back(engine->encode(input.pixels));
  content.model = model.name;
  content.tokenizerSha256 = model.tokenizerSha256;
  if (stop.stop_requested()) return kCancelled;
  writeTokens(options.tokensOut, content, options.output.force);
  noteCrop(input, progress);
  progress.clear();

  if (options.output.json) {
    Json json;
    json["file"] = options.tokensOut.string();
    json["grid"] = {input.grid.height, input.grid.width};
    json["cropped"] = input.cropped;
    printJson(json);
  } else if (!options.output.quiet) {
    std::cout << options.tokensOut.string() << "\n"
              << input.grid.count() << " tokens, grid " << input.grid.height << " x " << input.grid.width << "\n";
  }
  return kDone;
}

}  // namespace

Run addEncode(CLI::App& app) {
  auto options = std::make_shared<EncodeOptions>();
  app.add_option("image", options->image, "Picture (PNG, JPEG or WebP)")->type_name("IMAGE")->required();
  app.add_option("--tokens-out", options->tokensOut, "The tokens")->type_name("F.json")->required()->group("Output");
  options->model.add(app);
  options->runtime.add(app);
  options->output.add(app);
  app.footer(
      "A picture whose sides are multiples of the tokenizer's stride (16 px), at most 64 patches each, is taken as it\n"
      "is; any other is centre-cropped and scaled to the model's size.");
  return [options](std::stop_token stop) { return run(*options, stop); };
}

}  // namespace lpd::cli
