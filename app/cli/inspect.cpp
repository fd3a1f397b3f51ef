#include "command.h"
#include "shared_options.h"
#include "table.h"

#include <lpd/inspect.h>

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace lpd::cli {

namespace {

namespace fs = std::filesystem;

struct InspectOptions {
  fs::path path;
  bool json = false;
};

std::string shapeText(const TensorInfo& tensor) {
  std::string text = "[";
  for (std::size_t i = 0; i < tensor.shape.size(); ++i)
    text += (i ? ", " : "") + std::to_string(tensor.shape[i]);
  return text + "]";
}

Json describe(const TransformerConfig& t) {
  return {{"width", t.width},        {"depth", t.depth}, {"heads", t.heads},  {"mlp_hidden", t.mlpHidden},
          {"classes", t.classCount}, {"vocab", t.vocab}, {"tokens", t.tokens}};
}

Json describe(const TokenizerConfig& t) {
  return {{"base_channels", t.baseChannels},
          {"encoder_multipliers", t.encoderMultipliers},
          {"decoder_multipliers", t.decoderMultipliers},
          {"encoder_blocks", t.encoderBlocks},
          {"decoder_blocks", t.decoderBlocks},
          {"z_channels", t.zChannels},
          {"codebook_size", t.codebookSize},
          {"codebook_dim", t.codebookDim},
          {"norm_groups", t.normGroups},
          {"stride", t.stride()}};
}

// What shapes cannot tell is 0 there and not said here.
std::string told(int value) {
  return value > 0 ? std::to_string(value) : "not told";
}

std::string sentence(const TransformerConfig& t) {
  return "width " + std::to_string(t.width) + ", depth " + std::to_string(t.depth) + ", heads " + told(t.heads) +
         ", MLP " + std::to_string(t.mlpHidden) + ", classes " + std::to_string(t.classCount) + ", vocabulary " +
         std::to_string(t.vocab) + ", positions " + std::to_string(t.tokens);
}

std::string sentence(const TokenizerConfig& t) {
  return "channels " + std::to_string(t.baseChannels) + ", z " + std::to_string(t.zChannels) + ", codebook " +
         std::to_string(t.codebookSize) + " x " + std::to_string(t.codebookDim) + ", GroupNorm groups " +
         told(t.normGroups) + ", stride " + std::to_string(t.stride());
}

Json describe(const FileInspection& seen) {
  Json json;
  json["file"] = seen.path.string();
  json["format"] = std::string(toString(seen.format));
  json["bytes"] = seen.fileBytes;
  json["sha256"] = seen.sha256;
  json["elements"] = seen.elements;
  json["metadata"] = seen.metadata;
  if (seen.transformer) json["transformer"] = describe(*seen.transformer);
  if (seen.tokenizer) json["tokenizer"] = describe(*seen.tokenizer);
  json["tensors"] = Json::array();
  for (const TensorInfo& tensor : seen.tensors) {
    Json entry;
    entry["name"] = tensor.name;
    entry["dtype"] = std::string(toString(tensor.type));
    entry["shape"] = tensor.shape;
    json["tensors"].push_back(std::move(entry));
  }
  return json;
}

void print(const FileInspection& seen) {
  std::cout << seen.path.string() << "\n"
            << "format       " << toString(seen.format) << "\n"
            << "size         " << readableBytes(seen.fileBytes) << "\n"
            << "sha256       " << seen.sha256 << "\n"
            << "tensors      " << seen.tensors.size() << ", " << readableCount(seen.elements) << " elements\n";
  if (seen.transformer) std::cout << "transformer  " << sentence(*seen.transformer) << "\n";
  if (seen.tokenizer) std::cout << "tokenizer    " << sentence(*seen.tokenizer) << "\n";
  for (const auto& [key, value] : seen.metadata)
    std::cout << "metadata     " << key << " = " << value << "\n";
  Table table({"tensor", "dtype", "shape"});
  for (const TensorInfo& tensor : seen.tensors)
    table.add({tensor.name, std::string(toString(tensor.type)), shapeText(tensor)});
  std::cout << "\n" << table.text();
}

Json describe(const ModelInfo& model) {
  const RecommendedSettings& wise = model.recommended;
  Json json;
  json["name"] = model.name;
  json["title"] = model.title;
  json["license"] = model.license;
  json["image_size"] = model.imageSize;
  json["grid"] = {model.grid.height, model.grid.width};
  json["parameters"] = model.parameters;
  json["transformer"] = describe(model.transformer);
  json["tokenizer"] = describe(model.tokenizer);
  json["recommended"] = {{"steps", wise.steps},
                         {"cfg", wise.cfg},
                         {"cfg_schedule", toString(wise.schedule)},
                         {"temperature", wise.temperature},
                         {"repulsion", wise.repulsion},
                         {"growth", wise.growth}};
  json["class_names"] = model.classNames;
  json["transformer_sha256"] = model.transformerSha256;
  json["tokenizer_sha256"] = model.tokenizerSha256;
  return json;
}

void print(const ModelInfo& model) {
  const RecommendedSettings& wise = model.recommended;
  std::cout << model.name << (model.title.empty() || model.title == model.name ? "" : " (" + model.title + ")") << "\n"
            << "license      " << (model.license.empty() ? "not given" : model.license) << "\n"
            << "pictures     " << model.imageSize << " pixels, grid " << model.grid.height << " x " << model.grid.width
            << "\n"
            << "recommended  steps " << wise.steps << ", cfg " << wise.cfg << " (" << toString(wise.schedule)
            << "), temperature " << wise.temperature << ", repulsion " << wise.repulsion << ", growth " << wise.growth
            << "\n"
            << "parameters   " << readableCount(model.parameters) << ", " << readableBytes(model.weightBytes) << "\n";
  std::cout << "classes      ";
  for (std::size_t i = 0; i < model.classNames.size(); ++i)
    std::cout << (i ? ", " : "") << model.classNames[i];
  std::cout << "\n";
}

void print(const Inspection& seen) {
  if (seen.model) print(*seen.model);
  for (std::size_t i = 0; i < seen.files.size(); ++i) {
    if (seen.model || i > 0) std::cout << "\n";
    print(seen.files[i]);
  }
  for (const std::string& problem : seen.problems)
    std::cout << "problem      " << problem << "\n";
}

int run(const InspectOptions& options) {
  const Inspection seen = inspect(options.path);
  if (!options.json) {
    print(seen);
    return kDone;
  }
  if (!seen.model) {
    printJson(describe(seen.files.front()));
    return kDone;
  }
  Json json;
  json["folder"] = options.path.string();
  json["model"] = describe(*seen.model);
  json["files"] = Json::array();
  for (const FileInspection& file : seen.files)
    json["files"].push_back(describe(file));
  json["problems"] = seen.problems;
  printJson(json);
  return kDone;
}

}  // namespace

Run addInspect(CLI::App& app) {
  auto options = std::make_shared<InspectOptions>();
  app.add_option("path", options->path, "A .safetensors, .pth or .pt file, or a bundle's folder")
      ->type_name("FILE|DIR")
      ->required();
  app.add_flag("--json", options->json, "Print one JSON object on stdout and nothing else there");
  return [options](std::stop_token) { return run(*options); };
}

}  // namespace lpd::cli
