#pragma once

#include <filesystem>

namespace lpd::weights {

/// A folder that appears whole or not at all: made under a temporary name beside `target`, then renamed. Destroyed
/// without commit(), it leaves nothing, not even the parent folders it had to make.
class BundleFolder {
 public:
  /// Throws Usage (`target` is a file, or a folder that is no model), Io (it exists and `replace` is false, or the
  /// system refuses).
  BundleFolder(std::filesystem::path target, bool replace);
  ~BundleFolder();
  BundleFolder(const BundleFolder&) = delete;
  BundleFolder& operator=(const BundleFolder&) = delete;

  const std::filesystem::path& temporary() const { return temporary_; }
  /// Takes the target's place; a model that was there is gone afterwards.
  void commit();

 private:
  void makeParents();
  void removeParents();

  std::filesystem::path target_;
  std::filesystem::path temporary_;
  std::filesystem::path firstMadeParent_;  ///< empty if all existed
};

}  // namespace lpd::weights
