#include <lpd/error.h>
#include <lpd/files.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <system_error>
#include <utility>

namespace lpd {

namespace fs = std::filesystem;

namespace {

std::string reason(int error) {
  return std::generic_category().message(error);
}

fs::path folderOf(const fs::path& path) {
  const fs::path parent = path.parent_path();
  return parent.empty() ? fs::path(".") : parent;
}

/// Where what is written under `path` ends up: a link stays a link, and its target is written.
fs::path targetOf(const fs::path& path) {
  std::error_code ignored;
  if (!fs::is_symlink(fs::symlink_status(path, ignored))) return path;
  const fs::path target = fs::canonical(path, ignored);
  if (ignored)
    throw Error(ErrorCode::Io, path.string() + " is a link to a file that does not exist",
                "remove the link, or name the file itself");
  return target;
}

const char* kindOf(fs::file_type type) {
  switch (type) {
    case fs::file_type::fifo:
      return "a pipe";
    case fs::file_type::socket:
      return "a socket";
    case fs::file_type::character:
    case fs::file_type::block:
      return "a device";
    default:
      return "something special";
  }
}

int openTemporary(const fs::path& path, const fs::path& target, fs::path& temporary) {
  // The ending stays last: encoders and readers go by it. A leading dot hides the file while it is being written.
  std::string name = "." + path.stem().string() + "-XXXXXX" + path.extension().string();
  std::string pattern = (folderOf(target) / name).string();
  const int descriptor = ::mkostemps(pattern.data(), static_cast<int>(path.extension().string().size()), O_CLOEXEC);
  if (descriptor < 0) failToWrite(target, errno);
  temporary = pattern;
  return descriptor;
}

}  // namespace

void failToWrite(const fs::path& path, int error) {
  std::string hint;
  if (error == ENOENT) hint = "create the folder " + folderOf(path).string() + " first";
  if (error == ENOTDIR) hint = folderOf(path).string() + " is a file: choose a folder";
  if (error == EACCES || error == EROFS || error == EPERM) hint = "choose a folder you may write to";
  if (error == ENOSPC || error == EDQUOT) hint = "free some disk space";
  throw Error(ErrorCode::Io, "cannot write " + path.string() + ": " + reason(error), hint);
}

unsigned creationMask() {
  // umask() tells the mask only by changing it, which other threads would see.
  static const unsigned mask = [] {
    constexpr std::string_view kName = "Umask:";
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
      if (line.starts_with(kName)) return static_cast<unsigned>(std::strtoul(&line[kName.size()], nullptr, 8));
    const mode_t present = ::umask(0);
    ::umask(present);
    return static_cast<unsigned>(present);
  }();
  return mask;
}

void checkWritable(const fs::path& path, bool overwrite) {
  if (path.empty()) throw Error(ErrorCode::Usage, "the output file has no name");
  const fs::path target = targetOf(path);
  std::error_code ignored;
  const fs::file_status status = fs::status(target, ignored);
  if (fs::is_directory(status))
    throw Error(ErrorCode::Usage, path.string() + " is a folder", "give a file name inside it");
  if (fs::exists(status) && !fs::is_regular_file(status))
    throw Error(ErrorCode::Usage, path.string() + " is " + kindOf(status.type()) + ", not a file",
                "give the name of a file");
  if (!overwrite && fs::exists(status))
    throw Error(ErrorCode::Io, path.string() + " exists already", "add --force to replace it");
  const fs::path folder = folderOf(target);
  if (fs::exists(folder, ignored) && !fs::is_directory(folder, ignored)) failToWrite(target, ENOTDIR);
  if (::access(folder.c_str(), W_OK | X_OK) != 0) failToWrite(target, errno);
}

AtomicFile::AtomicFile(fs::path path, bool overwrite) : overwrite_(overwrite) {
  checkWritable(path, overwrite_);
  path_ = targetOf(path);
  descriptor_ = openTemporary(path, path_, temporary_);
}

AtomicFile::~AtomicFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void AtomicFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) failToWrite(path_, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void AtomicFile::commit() {
  // mkostemps makes files private; a finished picture gets the mode any new file would.
  if (::fchmod(descriptor_, 0666 & ~creationMask()) != 0 || ::fsync(descriptor_) != 0) failToWrite(path_, errno);
  ::close(std::exchange(descriptor_, -1));
  if (overwrite_) {
    if (::rename(temporary_.c_str(), path_.c_str()) != 0) failToWrite(path_, errno);
  } else {
    // link() refuses an existing name, so a file that appeared meanwhile survives.
    if (::link(temporary_.c_str(), path_.c_str()) != 0) {
      const int error = errno;
      if (error == EEXIST) throw Error(ErrorCode::Io, path_.string() + " exists already", "add --force to replace it");
      if (::rename(temporary_.c_str(), path_.c_str()) != 0) failToWrite(path_, errno);
      temporary_.clear();
      return;
    }
    ::unlink(temporary_.c_str());
  }
  temporary_.clear();
}

void makeFolder(const fs::path& folder) {
  std::error_code problem;
  fs::create_directories(folder, problem);
  if (!problem) return;
  const bool inTheWay = problem == std::errc::not_a_directory || problem == std::errc::file_exists;
  const bool full = problem == std::errc::no_space_on_device;
  throw Error(ErrorCode::Io, "cannot make the folder " + folder.string() + ": " + problem.message(),
              inTheWay ? "a file is in the way: choose another folder"
              : full   ? "free some disk space"
                       : "choose a place you may write to");
}

Error systemError(const fs::filesystem_error& error) {
  const bool full = error.code() == std::errc::no_space_on_device;
  return {ErrorCode::Io, "cannot use " + error.path1().string() + ": " + error.code().message(),
          full ? "free some disk space" : ""};
}

void writeFile(const fs::path& path, std::string_view bytes, bool overwrite) {
  AtomicFile file(path, overwrite);
  file.write(bytes);
  file.commit();
}

std::string readFile(const fs::path& path, std::size_t limit) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) throw Error(ErrorCode::NotFound, "there is no file " + path.string());
  if (fs::is_directory(status))
    throw Error(ErrorCode::InvalidFile, path.string() + " is a folder, not a file", "give the file itself");
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw Error(ErrorCode::Io, "cannot read " + path.string() + ": " + reason(errno));
  std::string bytes;
  char buffer[1 << 16];
  for (;;) {
    const ssize_t count = ::read(descriptor, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      const int failure = count < 0 ? errno : 0;
      ::close(descriptor);
      if (failure) throw Error(ErrorCode::Io, "cannot read " + path.string() + ": " + reason(failure));
      return bytes;
    }
    if (bytes.size() + static_cast<std::size_t>(count) > limit) {
      ::close(descriptor);
      throw Error(ErrorCode::InvalidFile, path.string() + " is larger than such a file can be");
    }
    bytes.append(buffer, static_cast<std::size_t>(count));
  }
}

}  // namespace lpd
