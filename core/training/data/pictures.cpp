#include "training/data/folder_pictures.h"
#include "training/data/packed_pictures.h"
#include "training/data/scene_pictures.h"

#include <lpd/error.h>

namespace lpd::training {

std::unique_ptr<PictureSource> openPictures(const std::string& data, int size, int threads, const SkipReport& skipped) {
  if (const auto classes = scenesNamed(data)) return std::make_unique<ScenePictures>(*classes, size);
  if (std::filesystem::is_directory(data)) return std::make_unique<FolderPictures>(data, size, threads, skipped);
  if (!std::filesystem::exists(data))
    throw Error(ErrorCode::NotFound, "there is no data set " + data,
                "give 'scenes', a folder of class folders, or a file of lpd dataset render");
  return std::make_unique<PackedPictures>(data, size);
}

Image mirrored(const Image& image) {
  Image out(image.width, image.height);
  for (int y = 0; y < image.height; ++y)
    for (int x = 0; x < image.width; ++x)
      std::copy_n(image.pixel(image.width - 1 - x, y), 3, out.pixel(x, y));
  return out;
}

}  // namespace lpd::training
