#include "command.h"
#include "shared_options.h"
#include "table.h"

#include <lpd/error.h>
#include <lpd/weights.h>

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace lpd::cli {

namespace {

namespace fs = std::filesystem;

struct Options {
  fs::path path;
  bool json = false;
};

/// A weight file as it is shown.
struct Seen {
  std::unique_ptr<WeightFile> file;
  std::uint64_t bytes = 0;
  std::uint64_t elements = 0;
  std::string sha256;
};

Seen look(const fs::path& path) {
  Seen seen;
  seen.file = WeightFile::open(path);
  seen.bytes = fs::file_size(path);
  seen.sha256 = sha256File(path);
  for (const TensorInfo& tensor : seen.file->tensors())
    seen.elements += static_cast<std::uint64_t>(tensor.elements());
  return seen;
}

std::string shapeText(const TensorInfo& tensor) {
  std::string text = "[";
  for (std::size_t i = 0; i < tensor.shape.size(); ++i)
    text += (i ? ", " : "") + std::to_string(tensor.shape[i]);
  return text + "]";
}

Json describe(const Seen& seen) {
  Json json;
  json["file"] = seen.file->path().string();
  json["format"] = std::string(toString(seen.file->format()));
  json["bytes"] = seen.bytes;
  json["sha256"] = seen.sha256;
  json["elements"] = seen.elements;
  json["metadata"] = seen.file->metadata();
  json["tensors"] = Json::array();
  for (const TensorInfo& tensor : seen.file->tensors()) {
    Json entry;
    entry["name"] = tensor.name;
    entry["dtype"] = std::string(toString(tensor.type));
    entry["shape"] = tensor.shape;
    json["tensors"].push_back(std::move(entry));
  }
  return json;
}

void print(const Seen& seen) {
  std::cout << seen.file->path().string() << "\n"
            << "format    " << toString(seen.file->format()) << "\n"
            << "size      " << readableBytes(seen.bytes) << "\n"
            << "sha256    " << seen.sha256 << "\n"
            << "tensors   " << seen.file->tensors().size() << ", " << readableCount(seen.elements) << " elements\n";
  for (const auto& [key, value] : seen.file->metadata())
    std::cout << "metadata  " << key << " = " << value << "\n";
  Table table({"tensor", "dtype", "shape"});
  for (const TensorInfo& tensor : seen.file->tensors())
    table.add({tensor.name, std::string(toString(tensor.type)), shapeText(tensor)});
  std::cout << "\n" << table.text();
}

Json describe(const ModelInfo& model) {
  const TransformerConfig& t = model.transformer;
  const TokenizerConfig& v = model.tokenizer;
  Json json;
  json["name"] = model.name;
  json["title"] = model.title;
  json["license"] = model.license;
  json["image_size"] = model.imageSize;
  json["grid"] = {model.grid.height, model.grid.width};
  json["parameters"] = model.parameters;
  json["transformer"] = {{"width", t.width},          {"depth", t.depth},        {"heads", t.heads},
                         {"mlp_hidden", t.mlpHidden}, {"classes", t.classCount}, {"vocab", t.vocab},
                         {"tokens", t.tokens}};
  json["tokenizer"] = {{"base_channels", v.baseChannels},
                       {"encoder_multipliers", v.encoderMultipliers},
                       {"decoder_multipliers", v.decoderMultipliers},
                       {"encoder_blocks", v.encoderBlocks},
                       {"decoder_blocks", v.decoderBlocks},
                       {"z_channels", v.zChannels},
                       {"codebook_size", v.codebookSize},
                       {"codebook_dim", v.codebookDim},
                       {"norm_groups", v.normGroups},
                       {"stride", v.stride()}};
  json["recommended"] = {{"steps", model.recommended.steps},
                         {"cfg", model.recommended.cfg},
                         {"temperature", model.recommended.temperature},
                         {"repulsion", model.recommended.repulsion}};
  json["class_names"] = model.classNames;
  json["transformer_sha256"] = model.transformerSha256;
  json["tokenizer_sha256"] = model.tokenizerSha256;
  return json;
}

void print(const ModelInfo& model) {
  const TransformerConfig& t = model.transformer;
  const TokenizerConfig& v = model.tokenizer;
  std::cout << model.name << (model.title.empty() || model.title == model.name ? "" : " (" + model.title + ")") << "\n"
            << "license      " << (model.license.empty() ? "not given" : model.license) << "\n"
            << "pictures     " << model.imageSize << " pixels, grid " << model.grid.height << " x " << model.grid.width
            << ", " << t.classCount << " classes\n"
            << "transformer  width " << t.width << ", depth " << t.depth << ", heads " << t.heads << ", MLP "
            << t.mlpHidden << ", vocabulary " << t.vocab << "\n"
            << "tokenizer    channels " << v.baseChannels << ", z " << v.zChannels << ", codebook " << v.codebookSize
            << " x " << v.codebookDim << ", GroupNorm groups " << v.normGroups << ", stride " << v.stride() << "\n"
            << "recommended  steps " << model.recommended.steps << ", cfg " << model.recommended.cfg << ", temperature "
            << model.recommended.temperature << ", repulsion " << model.recommended.repulsion << "\n"
            << "parameters   " << readableCount(model.parameters) << ", " << readableBytes(model.weightBytes) << "\n";
}

int run(const Options& options, std::stop_token stop) {
  std::error_code ignored;
  if (!fs::is_directory(options.path, ignored)) {
    const Seen seen = look(options.path);
    if (options.json)
      printJson(describe(seen));
    else
      print(seen);
    return kDone;
  }
  const ModelInfo model = readModelInfo(options.path);
  Json json;
  json["folder"] = options.path.string();
  json["model"] = describe(model);
  json["files"] = Json::array();
  if (!options.json) print(model);
  for (const fs::path& file : {model.transformerFile(), model.tokenizerFile()}) {
    if (stop.stop_requested()) return kCancelled;
    const Seen seen = look(file);
    json["files"].push_back(describe(seen));
    if (!options.json) {
      std::cout << "\n";
      print(seen);
    }
  }
  if (options.json) printJson(json);
  return kDone;
}

}  // namespace

Run addInspect(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("path", options->path, "A .safetensors, .pth or .pt file, or a bundle's folder")
      ->type_name("FILE|DIR")
      ->required();
  app.add_flag("--json", options->json, "Print one JSON object on stdout and nothing else there");
  return [options](std::stop_token stop) { return run(*options, stop); };
}

}  // namespace lpd::cli
