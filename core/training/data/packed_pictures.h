#pragma once

#include "training/data/listed_pictures.h"
#include "weights/mapped_file.h"

#include <lpd/files.h>

namespace lpd::training {

/// A file of squares of one size, which opens at once and is read through the page cache:
///   8 bytes   "LPDPICS1"
///   8 bytes   length of the header, little-endian
///   header    JSON {"count": n, "size": pixels a side, "class_names": [..]}, padded with spaces to a multiple of 64
///   4 n bytes class indices, little-endian
///   3 size^2 n bytes  the pictures, rows top to bottom, bytes R G B
struct PackedHeader {
  std::int64_t count = 0;
  int size = 0;
  std::vector<std::string> classNames;
};

/// Writes such a file, whole or not at all, in one pass: labels are given first, pictures in their order.
class PackedWriter {
 public:
  PackedWriter(const std::filesystem::path& file, const PackedHeader& header, const std::vector<int>& labels,
               bool overwrite);
  void add(const Image& picture);
  void finish();

 private:
  PackedHeader header_;
  std::int64_t added_ = 0;
  AtomicFile file_;
};

class PackedPictures : public ListedPictures {
 public:
  /// Pictures of another size are scaled. Throws InvalidFile.
  PackedPictures(const std::filesystem::path& file, int size);

 private:
  struct Opened {
    std::shared_ptr<const weights::MappedFile> file;
    PackedHeader header;
    std::vector<int> labels;
    std::size_t pixels;  ///< where they start
  };
  PackedPictures(Opened opened, int size);
  static Opened open(const std::filesystem::path& file);
  Picture load(std::size_t picture) const override;

  Opened opened_;
};

}  // namespace lpd::training
