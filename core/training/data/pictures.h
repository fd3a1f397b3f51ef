#pragma once

#include <lpd/dataset.h>
#include <lpd/image.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace lpd::training {

struct Picture {
  Image pixels;
  int label = 0;  ///< class index
};

/// Square pictures of one size with classes, training and held-out ones apart. Reading is possible from several
/// threads at once.
class PictureSource {
 public:
  virtual ~PictureSource() = default;

  int size() const { return size_; }  ///< pixels a side
  const std::vector<std::string>& classNames() const { return classNames_; }

  virtual std::int64_t trainCount() const = 0;  ///< at least 1, at most kMaxPictures
  virtual std::int64_t heldoutCount() const = 0;
  /// Whether trainCount() is only what can be counted to: pictures are drawn when asked for.
  virtual bool endless() const { return false; }
  /// Throws Io or InvalidFile where a file is gone or broken since the source was opened.
  virtual Picture train(std::int64_t index) const = 0;
  virtual Picture heldout(std::int64_t index) const = 0;

 protected:
  PictureSource(int size, std::vector<std::string> classNames) : size_(size), classNames_(std::move(classNames)) {}

 private:
  int size_;
  std::vector<std::string> classNames_;
};

/// A picture that cannot be used, and why.
struct SkippedPicture {
  std::filesystem::path file;
  std::string reason;
};
using SkipReport = std::function<void(const SkippedPicture&)>;

/// "scenes", "scenes:CLASS,CLASS", a folder FOLDER/<class>/*.png|jpg|jpeg|webp, or a packed file, as squares of `size`
/// pixels. Throws NotFound, InvalidFile, or Usage (no pictures, a single class).
std::unique_ptr<PictureSource> openPictures(const std::string& data, int size, int threads = 1,
                                            const SkipReport& skipped = {});

/// Left and right exchanged.
Image mirrored(const Image& image);

}  // namespace lpd::training
