#include "command.h"
#include "shared_options.h"
#include "table.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace lpd::cli {

namespace {

struct ModelsOptions {
  std::filesystem::path modelsDir;
  bool json = false;
};

std::string gridText(const ModelInfo& model) {
  return std::to_string(model.grid.height) + " x " + std::to_string(model.grid.width);
}

Json describe(const ModelEntry& entry) {
  Json json;
  json["folder"] = entry.folder.string();
  if (!entry.info) {
    json["problem"] = entry.problem;
    return json;
  }
  const ModelInfo& model = *entry.info;
  json["name"] = model.name;
  json["title"] = model.title;
  json["license"] = model.license;
  json["image_size"] = model.imageSize;
  json["grid"] = {model.grid.height, model.grid.width};
  json["classes"] = model.transformer.classCount;
  json["parameters"] = model.parameters;
  json["weight_bytes"] = model.weightBytes;
  json["default"] = model.name == kDefaultModel;
  if (!entry.problem.empty()) json["problem"] = entry.problem;
  return json;
}

void printTable(const std::vector<ModelEntry>& entries, const ModelSearchPath& where) {
  Table table({"name", "pixels", "grid", "classes", "parameters", "weights", "license", "folder"});
  bool any = false;
  for (const ModelEntry& entry : entries) {
    if (!entry.info) continue;
    any = true;
    const ModelInfo& model = *entry.info;
    table.add({model.name, std::to_string(model.imageSize), gridText(model),
               std::to_string(model.transformer.classCount), readableCount(model.parameters),
               readableBytes(model.weightBytes), model.license.empty() ? "-" : model.license, entry.folder.string()});
  }
  if (any) std::cout << table.text();
  for (const ModelEntry& entry : entries) {
    if (!entry.problem.empty()) std::cout << "unusable: " << entry.folder.string() << ": " << entry.problem << "\n";
  }
  if (any) return;
  std::cout << "No model found. Looked in:\n";
  for (const auto& folder : where.folders)
    std::cout << "  " << folder.string() << "\n";
  std::cout << "Make one with 'lpd import'.\n";
}

int run(const ModelsOptions& options) {
  const ModelSearchPath where = ModelSearchPath::standard(options.modelsDir);
  const std::vector<ModelEntry> entries = listModels(where);
  if (!options.json) {
    printTable(entries, where);
    return kDone;
  }
  Json json;
  json["models"] = Json::array();
  for (const ModelEntry& entry : entries)
    json["models"].push_back(describe(entry));
  json["searched"] = Json::array();
  for (const auto& folder : where.folders)
    json["searched"].push_back(folder.string());
  printJson(json);
  return kDone;
}

}  // namespace

Run addModels(CLI::App& app) {
  auto options = std::make_shared<ModelsOptions>();
  app.add_option("--models-dir", options->modelsDir, "Look for models here first")->type_name("DIR");
  app.add_flag("--json", options->json, "Print one JSON object on stdout and nothing else there");
  app.footer("Models are looked for in --models-dir, $LPD_MODELS, the per-user folder and the program's own shares.");
  return [options](std::stop_token) { return run(*options); };
}

}  // namespace lpd::cli
