#pragma once

#include "training/data/listed_pictures.h"

namespace lpd::training {

/// FOLDER/<class>/*.png|jpg|jpeg|webp, any case; classes in the order of their names, which are their folders'.
/// Pictures are turned as their Exif says, centre-cropped to a square and scaled. Every file is read once when the
/// source is opened: those that are broken, or whose shorter side is below half of `size`, are reported and left out.
/// As many of the others as fit into kKeptBytes stay in memory.
class FolderPictures : public ListedPictures {
 public:
  FolderPictures(const std::filesystem::path& folder, int size, int threads, const SkipReport& skipped);

 private:
  struct Entry {
    std::filesystem::path file;
    int label;
    Image kept;  ///< empty: read again when asked for
  };
  Picture load(std::size_t picture) const override;

  std::vector<Entry> entries_;
};

}  // namespace lpd::training
