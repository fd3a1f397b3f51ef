#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

namespace lpd::weights {

/// A regular file mapped read-only. Pages are read from disk when they are first touched.
class MappedFile {
 public:
  /// Throws NotFound, Io, or InvalidFile (a folder, a device, an empty file).
  static std::shared_ptr<const MappedFile> open(const std::filesystem::path& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::span<const std::byte> bytes() const { return bytes_; }
  const std::filesystem::path& path() const { return path_; }
  /// Throws InvalidFile if the file on disk is shorter than what was mapped: touching the missing pages would kill the
  /// process.
  void checkStillWhole() const;

 private:
  MappedFile(std::filesystem::path path, int descriptor, std::span<const std::byte> bytes);

  std::filesystem::path path_;
  int descriptor_;
  std::span<const std::byte> bytes_;
};

/// The little-endian unsigned integer of 8 bytes at the start of `bytes` (which has them).
std::uint64_t readU64(std::span<const std::byte> bytes);

}  // namespace lpd::weights
