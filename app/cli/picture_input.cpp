#include "picture_input.h"

#include <lpd/picture_io.h>

namespace lpd::cli {

PictureInput readForModel(const std::filesystem::path& file, const ModelInfo& model) {
  PictureInput input;
  input.pixels = readPicture(file);
  const int stride = model.tokenizer.stride();
  const auto fits = [&](int side) { return side % stride == 0 && side / stride <= kMaxGridSide; };
  if (!fits(input.pixels.width) || !fits(input.pixels.height)) {
    input.pixels = centreCrop(input.pixels, model.imageSize);
    input.cropped = true;
  }
  input.grid = {input.pixels.height / stride, input.pixels.width / stride};
  return input;
}

void noteCrop(const PictureInput& input, Progress& progress) {
  if (!input.cropped) return;
  progress.note("note: the picture was cropped and scaled to " + std::to_string(input.pixels.width) + " x " +
                std::to_string(input.pixels.height) + " pixels");
}

}  // namespace lpd::cli
