#include "weights/mapped_file.h"

#include "weights/fault.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace lpd::weights {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void failToRead(const fs::path& path, int error) {
  if (error == ENOENT || error == ENOTDIR) throw Error(ErrorCode::NotFound, "there is no file " + path.string());
  throw Error(ErrorCode::Io, "cannot read " + path.string() + ": " + std::generic_category().message(error));
}

/// Closes the descriptor unless it was handed on.
struct OpenDescriptor {
  int value;
  ~OpenDescriptor() {
    if (value >= 0) ::close(value);
  }
};

}  // namespace

std::shared_ptr<const MappedFile> MappedFile::open(const fs::path& path) {
  // O_NONBLOCK: opening a named pipe must not wait for its writer.
  OpenDescriptor descriptor{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
  if (descriptor.value < 0) failToRead(path, errno);
  struct stat status {};
  if (::fstat(descriptor.value, &status) != 0) failToRead(path, errno);
  if (S_ISDIR(status.st_mode)) failFile(path, "is a folder, not a file", "give the file itself");
  if (!S_ISREG(status.st_mode)) failFile(path, "is not a regular file");
  if (status.st_size == 0) failFile(path, "the file is empty", "download or copy it again");
  const auto size = static_cast<std::size_t>(status.st_size);
  void* address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor.value, 0);
  if (address == MAP_FAILED) failToRead(path, errno);
  const std::span<const std::byte> bytes(static_cast<const std::byte*>(address), size);
  return std::shared_ptr<const MappedFile>(new MappedFile(path, std::exchange(descriptor.value, -1), bytes));
}

MappedFile::MappedFile(fs::path path, int descriptor, std::span<const std::byte> bytes)
    : path_(std::move(path)), descriptor_(descriptor), bytes_(bytes) {}

MappedFile::~MappedFile() {
  ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
  ::close(descriptor_);
}

void MappedFile::checkStillWhole() const {
  struct stat status {};
  if (::fstat(descriptor_, &status) != 0) failToRead(path_, errno);
  if (static_cast<std::uint64_t>(status.st_size) < bytes_.size())
    failFile(path_, "the file was cut short while it was in use", "restore it and load it again");
}

std::uint64_t readU64(std::span<const std::byte> bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < 8; ++i)
    value |= std::to_integer<std::uint64_t>(bytes[i]) << (8 * i);
  return value;
}

}  // namespace lpd::weights
