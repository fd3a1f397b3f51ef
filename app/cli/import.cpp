#include "command.h"
#include "progress.h"
#include "shared_options.h"
#include "table.h"

#include <lpd/engine.h>
#include <lpd/error.h>
#include <lpd/weights.h>

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace lpd::cli {

namespace {

struct ImportCommandOptions {
  ImportOptions import;
  std::string type = "fp32";
  bool swatches = false;
  OutputOptions output;
};

DType storedType(const std::string& word) {
  if (word == "fp32") return DType::F32;
  if (word == "fp16") return DType::F16;
  if (word == "bf16") return DType::BF16;
  throw Error(ErrorCode::Usage, "there is no stored type '" + word + "'", "use --store fp32, fp16 or bf16");
}

void print(const ModelInfo& model, const ImportCommandOptions& options) {
  if (options.output.json) {
    Json json;
    json["name"] = model.name;
    json["folder"] = model.folder.string();
    json["grid"] = {model.grid.height, model.grid.width};
    json["image_size"] = model.imageSize;
    json["classes"] = model.transformer.classCount;
    json["parameters"] = model.parameters;
    json["weight_bytes"] = model.weightBytes;
    json["transformer_sha256"] = model.transformerSha256;
    json["tokenizer_sha256"] = model.tokenizerSha256;
    return printJson(json);
  }
  if (options.output.quiet) return;
  std::cout << model.folder.string() << "\n"
            << model.name << ": " << readableCount(model.parameters) << " parameters, "
            << readableBytes(model.weightBytes) << ", " << model.imageSize << " pixels, grid " << model.grid.height
            << " x " << model.grid.width << ", " << model.transformer.classCount << " classes\n";
}

int run(ImportCommandOptions options, std::stop_token stop) {
  ImportOptions& import = options.import;
  import.type = storedType(options.type);
  import.force = options.output.force;
  if (import.out.empty()) import.out = ModelSearchPath::userFolder() / import.name;
  Progress progress(options.output.quiet);
  const auto model = importModel(
      import, [&](double fraction, const std::string& what) { progress.show(fraction, what); }, stop);
  if (model && options.swatches) {
    progress.show(1, "computing the look of every token");
    if (!Engine::load(*model)->writeSwatches(stop)) return kCancelled;
  }
  progress.clear();
  if (!model) return kCancelled;
  print(*model, options);
  return kDone;
}

}  // namespace

Run addImport(CLI::App& app) {
  auto options = std::make_shared<ImportCommandOptions>();
  ImportOptions& import = options->import;
  app.add_option("--transformer", import.transformer, "Transformer checkpoint (.pth, .safetensors)")
      ->type_name("FILE")
      ->required();
  app.add_option("--tokenizer", import.tokenizer, "Tokenizer checkpoint (.pt, .safetensors)")
      ->type_name("FILE")
      ->required();
  app.add_option("--name", import.name, "Short name of the model")->type_name("NAME")->required();
  app.add_option("--out", import.out, "Folder of the new bundle [the per-user models folder]")->type_name("DIR");
  app.add_option("--title", import.title, "Name for people [the short name]")->type_name("TEXT");
  app.add_option("--config", import.config, "JSON that names what tensor shapes cannot tell")->type_name("FILE");
  app.add_option("--heads", import.heads, "Attention heads [width / 64, or what --config says]")
      ->check(wholeNumberFrom(1, kMaxCount))
      ->type_name("N");
  app.add_option("--classes", import.classes, "Text file with one class name a line")->type_name("FILE");
  app.add_option("--store", options->type, "Stored type of the matrices: fp32, fp16 or bf16 [fp32]")->type_name("TYPE");
  app.add_flag("--swatches", options->swatches,
               "Also store every token's look, which the studio else computes once (minutes for a big tokenizer)");
  options->output.add(app);
  app.footer(
      "--config is a flat JSON object: decoder_num_heads, vq_num_groups, class_names (list), license, and the\n"
      "recommended steps, cfg, cfg_schedule, temperature, repulsion, growth. Pickles are read as data; nothing in\n"
      "them is ever run.");
  return [options](std::stop_token stop) { return run(*options, stop); };
}

}  // namespace lpd::cli
