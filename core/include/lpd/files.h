#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace lpd {

/// A file that appears whole or not at all: written under a temporary name in the same folder, then synced and renamed.
/// Destroyed without commit(), it leaves nothing. Throws Io (with the operating system's reason) or Usage (`path` is a
/// folder, or exists and `overwrite` is false).
class AtomicFile {
 public:
  explicit AtomicFile(std::filesystem::path path, bool overwrite = true);
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  /// Where to write. The file exists, is empty, and keeps the final name's ending (encoders go by it).
  const std::filesystem::path& temporary() const { return temporary_; }
  void write(std::string_view bytes);  ///< appends
  void commit();

 private:
  std::filesystem::path path_;
  std::filesystem::path temporary_;
  int descriptor_ = -1;
  bool overwrite_;
};

/// The whole file in one go, through AtomicFile.
void writeFile(const std::filesystem::path& path, std::string_view bytes, bool overwrite = true);
/// The whole file. Throws NotFound, Io, or InvalidFile where it is a folder or larger than `limit` bytes.
std::string readFile(const std::filesystem::path& path, std::size_t limit = std::size_t{1} << 30);

/// Throws what AtomicFile's constructor would, without creating anything: checks outputs before long work begins.
void checkWritable(const std::filesystem::path& path, bool overwrite);

}  // namespace lpd
