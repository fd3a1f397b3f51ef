#pragma once

#include "progress.h"

#include <lpd/image.h>
#include <lpd/model_info.h>

#include <filesystem>

namespace lpd::cli {

/// A picture as the tokenizer takes it.
struct PictureInput {
  Image pixels;
  Grid grid;
  bool cropped = false;  ///< it did not fit the grid and was centre-cropped and scaled
};

/// Reads a picture. One whose sides are multiples of the tokenizer's stride (and at most 64 patches) is taken as it is;
/// any other is centre-cropped and scaled to the model's size.
PictureInput readForModel(const std::filesystem::path& file, const ModelInfo& model);

/// Says where progress is shown that the picture was cropped.
void noteCrop(const PictureInput& input, Progress& progress);

}  // namespace lpd::cli
