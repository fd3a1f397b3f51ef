#include "app/studio_fixture.h"

#include <lpd/weights.h>

namespace lpd::studio::test {

ModelInfo describedModel(int side, std::vector<std::string> classes) {
  ModelInfo model;
  model.name = "described-" + std::to_string(side);
  model.title = model.name;
  model.grid = {side, side};
  model.imageSize = side * 16;
  model.transformer.classCount = static_cast<int>(classes.size());
  model.transformer.vocab = 512;
  model.transformer.tokens = side * side;
  model.classNames = std::move(classes);
  model.recommended = {.steps = 12, .cfg = 5.0, .temperature = 0.8, .repulsion = 2.0};
  model.tokenizerSha256 = std::string(64, 'a');
  return model;
}

ModelInfo importTinyModel(const QString& folder, const std::string& name) {
  ImportOptions options;
  options.transformer = LPD_TEST_DATA "/golden/lpd_a.pth";
  options.tokenizer = LPD_TEST_DATA "/golden/vq_a.pt";
  options.name = name;
  options.title = "Tiny model " + name;
  options.out = std::filesystem::path(folder.toStdString()) / name;
  return importModel(options).value();
}

StudioOptions optionsIn(const QString& folder, const QString& model, const QString& name) {
  const QString own = folder + QLatin1Char('/') + name;
  return {.model = model,
          .modelsFolder = folder,
          .historyFolder = own + QStringLiteral("-history"),
          .settingsFile = own + QStringLiteral(".ini"),
          .presetsFolder = own + QStringLiteral("-presets")};
}

}  // namespace lpd::studio::test
