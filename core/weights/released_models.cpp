#include "weights/released_models.h"

#include "weights/imagenet_classes.h"

namespace lpd::weights {

namespace {

struct Size {
  int width;
  int depth;
  int heads;
  const char* name;
};
constexpr Size kSizes[] = {{1024, 24, 16, "LPD-L"}, {1280, 36, 20, "LPD-XL"}, {1536, 48, 24, "LPD-XXL"}};

}  // namespace

ReleasedModel releasedModel(const TransformerConfig& config, int imageSize) {
  ReleasedModel model;
  if (config.classCount != kImagenetClasses) return model;
  for (const Size& size : kSizes)
    if (config.width == size.width && config.depth == size.depth && config.heads == size.heads)
      model.title = std::string(size.name) + " " + std::to_string(imageSize);
  if (model.title.empty()) return model;
  if (imageSize == 512) {  // the published orders of 48 steps keep 4 patches apart
    model.recommended.steps = 48;
    model.recommended.repulsion = 4;
  }
  // Published for LPD-L at 20 steps; the other sizes' are not, and theirs is nearer to it than to no guidance at all.
  model.recommended.cfg = 4.8;
  return model;
}

}  // namespace lpd::weights
