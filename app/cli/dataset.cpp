#include "command.h"
#include "progress.h"
#include "shared_options.h"

#include <lpd/dataset.h>

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace lpd::cli {

namespace {

struct DatasetRenderOptions {
  RenderOptions render;
  bool withoutObject = false;
  OutputOptions output;
};

struct DatasetTokenizeOptions {
  TokenizeOptions tokenize;
  RuntimeOptions runtime;
  OutputOptions output;
};

void reportPictures(const OutputOptions& output, const RenderOptions& render) {
  if (output.json)
    printJson({{"out", render.out.string()}, {"count", render.count}});
  else if (!output.quiet)
    std::cout << render.out.string() << "\n";
}

void reportTokens(const OutputOptions& output, const std::filesystem::path& out,
                  const std::vector<std::string>& leftOut, bool told) {
  if (output.json) {
    printJson({{"out", out.string()}, {"left_out", leftOut}});
  } else if (!output.quiet) {
    std::cout << out.string() << "\n";
    if (told) return;
    for (const std::string& line : leftOut)
      std::cout << line << "\n";
  }
}

int renderPictures(DatasetRenderOptions options, std::stop_token stop) {
  options.render.withObject = !options.withoutObject;
  options.render.overwrite = options.output.force;
  Progress progress(options.output.quiet);
  const bool done = renderDataset(
      options.render, [&](double fraction, const std::string& what) { progress.show(fraction, what); }, stop);
  progress.clear();
  if (!done) return kCancelled;
  reportPictures(options.output, options.render);
  return kDone;
}

int tokenizePictures(DatasetTokenizeOptions options, std::stop_token stop) {
  Progress progress(options.output.quiet);
  TokenizeOptions& tokenize = options.tokenize;
  tokenize.device = options.runtime.device;
  tokenize.precision = options.runtime.precision;
  tokenize.threads = options.runtime.threads;
  tokenize.overwrite = options.output.force;
  std::vector<std::string> leftOut;
  tokenize.onNote = [&](const std::string& line) {
    progress.note(line);
    leftOut.push_back(line);
  };
  const bool done = tokenizeDataset(
      tokenize, [&](double fraction, const std::string& what) { progress.show(fraction, what); }, stop);
  progress.clear();
  if (!done) return kCancelled;
  reportTokens(options.output, tokenize.out, leftOut, progress.active());
  return kDone;
}

Run addRender(CLI::App& app) {
  auto options = std::make_shared<DatasetRenderOptions>();
  RenderOptions& render = options->render;
  app.add_option("--scenes", render.scenes, "all, or class names with commas between [all]")->type_name("CLASS,..");
  app.add_option("--count", render.count, "Pictures in all, classes in turn")
      ->check(wholeNumberFrom(1, kMaxPictures))
      ->type_name("N")
      ->required();
  app.add_option("--out", render.out, "A folder, which gets <class>/<seed>.png, or one packed file")
      ->type_name("DIR|F.bin")
      ->required();
  app.add_option("--seed", render.seed, "Seed of the first picture of every class [0]")
      ->type_name("N")
      ->check(wholeNumber);
  app.add_option("--size", render.size, "Pixels a side [256]")->type_name("N");
  app.add_flag("--without-object", options->withoutObject, "Leave out what the class is named after");
  app.add_option("--threads", render.threads, "CPU threads [0 = all cores]")->type_name("N");
  options->output.add(app);
  return [options](std::stop_token stop) { return renderPictures(*options, stop); };
}

Run addTokenize(CLI::App& app) {
  auto options = std::make_shared<DatasetTokenizeOptions>();
  TokenizeOptions& tokenize = options->tokenize;
  app.add_option("--data", tokenize.data, "scenes, scenes:CLASS,.., a folder of class folders, or a packed file")
      ->type_name("DATA")
      ->required();
  app.add_option("--tokenizer", tokenize.tokenizer, "Weights of the tokenizer, or a model")
      ->type_name("F.safetensors|DIR")
      ->required();
  app.add_option("--out", tokenize.out, "Token cache for lpd train transformer")
      ->type_name("F.safetensors")
      ->required();
  app.add_option("--first", tokenize.first, "Training picture to begin with [0]")
      ->check(wholeNumberFrom(0, kMaxPictures))
      ->type_name("N");
  app.add_option("--count", tokenize.count, "Training pictures [0 = all there are; scenes need a number]")
      ->check(wholeNumberFrom(0, kMaxPictures))
      ->type_name("N");
  app.add_option("--heldout", tokenize.heldout, "Held-out pictures at most [256]")
      ->check(wholeNumberFrom(0, kMaxPictures))
      ->type_name("N");
  app.add_option("--size", tokenize.size, "Pixels a side [256]")->type_name("N");
  app.add_option("--norm-groups", tokenize.normGroups,
                 "GroupNorm groups [what the .json beside it or the model says, else 32]")
      ->type_name("N");
  options->runtime.add(app);
  options->output.add(app);
  return [options](std::stop_token stop) { return tokenizePictures(*options, stop); };
}

}  // namespace

Run addDataset(CLI::App& app) {
  return chooseOne(app, {{"render", "Draw pictures of the procedural data set", addRender},
                         {"tokenize", "Encode pictures once, for the transformer's training", addTokenize}});
}

}  // namespace lpd::cli
