#include "weights/bundle_folder.h"

#include <lpd/error.h>
#include <lpd/files.h>

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>
#include <utility>

namespace lpd::weights {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void failToMake(const fs::path& folder, int error) {
  const bool denied = error == EACCES || error == EROFS || error == EPERM;
  throw Error(ErrorCode::Io,
              "cannot make the folder " + folder.string() + ": " + std::generic_category().message(error),
              denied ? "choose a folder you may write to" : "");
}

void checkTarget(const fs::path& target, bool replace) {
  std::error_code error;
  const fs::file_status status = fs::status(target, error);
  if (!fs::exists(status)) return;
  if (!fs::is_directory(status))
    throw Error(ErrorCode::Usage, target.string() + " is a file", "give the name of a new folder");
  if (!replace) throw Error(ErrorCode::Io, target.string() + " exists already", "add --force to replace it");
  const bool isModel = fs::exists(target / "model.json", error);
  if (!isModel && !fs::is_empty(target, error)) {
    throw Error(ErrorCode::Usage, target.string() + " is a folder with other files in it, no model",
                "give the name of a new folder");
  }
}

/// Puts `from` where `to` is; what was there ends up at `from`.
int exchange(const fs::path& from, const fs::path& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_EXCHANGE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  const fs::path aside = from.string() + "-old";  // some file systems cannot exchange
  if (::rename(to.c_str(), aside.c_str()) != 0) return errno;
  if (::rename(from.c_str(), to.c_str()) != 0) {
    const int error = errno;
    static_cast<void>(::rename(aside.c_str(), to.c_str()));
    return error;
  }
  return ::rename(aside.c_str(), from.c_str()) == 0 ? 0 : errno;
}

}  // namespace

BundleFolder::BundleFolder(fs::path target, bool replace) : target_(std::move(target)) {
  if (!target_.has_filename()) target_ = target_.parent_path();  // "models/new/"
  if (target_.empty()) throw Error(ErrorCode::Usage, "the output folder has no name");
  checkTarget(target_, replace);
  makeParents();
  const fs::path parent = target_.has_parent_path() ? target_.parent_path() : ".";
  std::string pattern = (parent / ("." + target_.filename().string() + "-XXXXXX")).string();
  if (!::mkdtemp(pattern.data())) {
    const int error = errno;
    removeParents();
    failToMake(target_, error);
  }
  temporary_ = pattern;
}

BundleFolder::~BundleFolder() {
  if (temporary_.empty()) return;
  std::error_code ignored;
  fs::remove_all(temporary_, ignored);
  removeParents();
}

void BundleFolder::makeParents() {
  const fs::path parent = target_.parent_path();
  std::error_code error;
  for (fs::path folder = parent; !folder.empty() && !fs::exists(folder, error); folder = folder.parent_path())
    firstMadeParent_ = folder;
  error.clear();
  if (!parent.empty()) fs::create_directories(parent, error);
  if (!error) return;
  removeParents();
  failToMake(parent, error.value());
}

void BundleFolder::removeParents() {
  if (firstMadeParent_.empty()) return;
  std::error_code error;
  for (fs::path folder = target_.parent_path(); !folder.empty(); folder = folder.parent_path()) {
    fs::remove(folder, error);  // only where it is empty
    if (folder == firstMadeParent_) break;
  }
}

void BundleFolder::commit() {
  // mkdtemp makes folders private; a finished model gets the mode any new folder would.
  if (::chmod(temporary_.c_str(), 0777 & ~creationMask()) != 0) failToMake(target_, errno);
  std::error_code ignored;
  if (fs::exists(target_, ignored)) {
    const int error = exchange(temporary_, target_);
    if (error != 0) failToMake(target_, error);
    fs::remove_all(temporary_, ignored);
  } else if (::rename(temporary_.c_str(), target_.c_str()) != 0) {
    failToMake(target_, errno);
  }
  temporary_.clear();
}

}  // namespace lpd::weights
