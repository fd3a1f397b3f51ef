#include "training/transformer/sample_sheet.h"

#include <lpd/files.h>
#include <lpd/picture_io.h>

#include <algorithm>
#include <vector>

namespace lpd::training {
namespace {

constexpr int kMostClasses = 64;

}  // namespace

void writeSampleSheet(const std::filesystem::path& bundle, const std::filesystem::path& sheet,
                      const RuntimeInfo& where) {
  const ModelInfo model = readModelInfo(bundle);
  EngineOptions options;
  options.device = where.device;
  options.threads = where.threads;
  const auto engine = Engine::load(model, options);
  GenerationRequest request;
  for (int i = 0; i < std::min(model.transformer.classCount, kMostClasses); ++i)
    request.classes.push_back(i);
  request.plan.steps = model.recommended.steps;
  request.plan.repulsion = model.recommended.repulsion;
  request.plan.growth = model.recommended.growth;
  request.guidance = {model.recommended.cfg, model.recommended.schedule};
  request.sampling.temperature = model.recommended.temperature;
  request.explain = false;
  std::vector<Image> pictures(request.classes.size());
  GenerationObserver observer;
  observer.onImage = [&](const GeneratedImage& image) {
    pictures[static_cast<std::size_t>(image.image)] = image.pixels;
  };
  engine->generate(request, observer);
  makeFolder(sheet.parent_path());
  writePicture(sheet, makeSheet(pictures), {}, {.overwrite = true});
}

}  // namespace lpd::training
