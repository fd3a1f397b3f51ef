#include "command.h"
#include "progress.h"
#include "shared_options.h"
#include "token_file.h"

#include <lpd/engine.h>
#include <lpd/error.h>
#include <lpd/files.h>
#include <lpd/picture_io.h>

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace lpd::cli {

namespace {

namespace fs = std::filesystem;

struct DecodeOptions {
  ModelOptions model;
  RuntimeOptions runtime;
  OutputOptions output;
  fs::path tokens;
  fs::path out;
};

// One picture a file, or one sheet of all.
std::vector<fs::path> chooseFiles(const DecodeOptions& options, std::size_t images) {
  OutputCheck check(options.output.force);
  if (!meansFolder(options.out)) {
    check.picture(options.out);
    return {options.out};
  }
  std::vector<fs::path> files;
  for (std::size_t i = 0; i < images; ++i) {
    files.push_back(options.out / (options.tokens.stem().string() + "-" + std::to_string(i) + ".png"));
    pictureFormat(files.back());
    check.fileInFolder(fs::absolute(files.back()));
  }
  return files;
}

void report(const DecodeOptions& options, const TokenFile& content, const std::vector<fs::path>& files) {
  if (options.output.json) {
    Json json;
    json["files"] = Json::array();
    for (const fs::path& file : files)
      json["files"].push_back(file.string());
    json["images"] = content.tokens.size();
    json["grid"] = {content.grid.height, content.grid.width};
    return printJson(json);
  }
  if (options.output.quiet) return;
  for (const fs::path& file : files)
    std::cout << file.string() << "\n";
}

int run(const DecodeOptions& options, std::stop_token stop) {
  const ModelInfo model = options.model.find();
  const EngineOptions engineOptions = options.runtime.engineOptions();
  const TokenFile content = readTokens(options.tokens, model.transformer.vocab);
  if (!content.tokenizerSha256.empty() && content.tokenizerSha256 != model.tokenizerSha256)
    throw Error(ErrorCode::Usage,
                options.tokens.string() + " holds tokens of another tokenizer than that of " + model.name,
                content.model.empty() ? "give the model they were made with as --model"
                                      : "give the model they were made with: --model " + content.model);
  const std::vector<fs::path> files = chooseFiles(options, content.tokens.size());
  const bool oneEach = files.size() == content.tokens.size();

  Progress progress(options.output.quiet);
  progress.say("Loading " + model.name + " …");
  const auto engine = Engine::load(model, engineOptions);
  progress.say("Decoding …");
  std::vector<Image> pictures;
  for (std::size_t i = 0; i < content.tokens.size(); ++i) {
    if (stop.stop_requested()) return kCancelled;
    Image picture = engine->decode(content.grid, content.tokens[i]);
    if (oneEach) {
      if (files[i].has_parent_path()) makeFolder(files[i].parent_path());
      writePicture(files[i], picture, {}, {.overwrite = options.output.force});
    } else {
      pictures.push_back(std::move(picture));
    }
    progress.show(static_cast<double>(i + 1) / static_cast<double>(content.tokens.size()), "decoding");
  }
  if (!oneEach) writePicture(files.front(), makeSheet(pictures), {}, {.overwrite = options.output.force});
  progress.clear();
  report(options, content, files);
  return kDone;
}

}  // namespace

Run addDecode(CLI::App& app) {
  auto options = std::make_shared<DecodeOptions>();
  app.add_option("tokens", options->tokens, "Tokens as --tokens-out writes them")->type_name("F.json")->required();
  app.add_option("--out", options->out, "The picture (of several images: one sheet), or a folder for one picture each")
      ->type_name("FILE.png|.jpg|.webp|DIR")
      ->required()
      ->group("Output");
  options->model.add(app);
  options->runtime.add(app);
  options->output.add(app);
  app.footer("A folder gets F-0.png, F-1.png, .. after the token file's name.");
  return [options](std::stop_token stop) { return run(*options, stop); };
}

}  // namespace lpd::cli
