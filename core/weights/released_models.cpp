#include "weights/released_models.h"

#include "weights/imagenet_classes.h"

#include <string_view>

namespace lpd::weights {

namespace {

struct Size {
  int width;
  int depth;
  int heads;
  std::string_view name;
};
constexpr Size kSizes[] = {{1024, 24, 16, "LPD-L"}, {1280, 36, 20, "LPD-XL"}, {1536, 48, 24, "LPD-XXL"}};

/// With what the published figures were made: the released evaluation scripts, each at the fewest steps it is
/// published for.
struct Evaluation {
  std::string_view name;
  int imageSize;
  RecommendedSettings settings;
};
constexpr Evaluation kEvaluations[] = {
    {"LPD-L", 256, {.steps = 20, .cfg = 4.8, .repulsion = 2}},
    {"LPD-XL", 256, {.steps = 20, .cfg = 4.9, .repulsion = 2}},
    {"LPD-XXL", 256, {.steps = 20, .cfg = 5.9, .repulsion = 3}},
    {"LPD-L", 512, {.steps = 48, .cfg = 7.3, .repulsion = 4}},
    {"LPD-XL", 512, {.steps = 48, .cfg = 6.0, .repulsion = 4}},
};

/// Of other sides (LPD-XXL at 512 px, or a checkpoint that was adapted) nothing is published: the guidance is what the
/// same size takes at 256 px, which is nearer to it than no guidance at all.
RecommendedSettings settingsOf(std::string_view name, int imageSize) {
  RecommendedSettings settings;
  for (const Evaluation& evaluation : kEvaluations) {
    if (evaluation.name != name) continue;
    if (evaluation.imageSize == imageSize) return evaluation.settings;
    if (evaluation.imageSize == 256) settings.cfg = evaluation.settings.cfg;
  }
  if (imageSize == 512) {  // the published orders of that side
    settings.steps = 48;
    settings.repulsion = 4;
  }
  return settings;
}

}  // namespace

ReleasedModel releasedModel(const TransformerConfig& config, int imageSize) {
  ReleasedModel model;
  if (config.classCount != kImagenetClasses) return model;
  for (const Size& size : kSizes) {
    if (config.width != size.width || config.depth != size.depth || config.heads != size.heads) continue;
    model.title = std::string(size.name) + " " + std::to_string(imageSize);
    model.recommended = settingsOf(size.name, imageSize);
  }
  return model;
}

}  // namespace lpd::weights
