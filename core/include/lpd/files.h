#pragma once

#include <lpd/error.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace lpd {

/// A file that appears whole or not at all: written under a temporary name in the same folder, then synced and renamed.
/// Destroyed without commit(), it leaves nothing. Through a link its target is written, and the link stays. Throws Io
/// (with the operating system's reason; or `path` exists and `overwrite` is false) or Usage (`path` is a folder, a pipe
/// or a device).
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

/// The permissions that new files and folders of this process are made without (its umask).
unsigned creationMask();

/// Makes the folder and those above it, where they are missing. Throws Io naming it.
void makeFolder(const std::filesystem::path& folder);

/// What std::filesystem threw, as Io with the path it is about.
Error systemError(const std::filesystem::filesystem_error& error);
/// Throws Io for what the operating system said (an errno) while `path` was written, with a hint where one is known.
[[noreturn]] void failToWrite(const std::filesystem::path& path, int error);

}  // namespace lpd
