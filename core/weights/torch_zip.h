#pragma once

#include "weights/mapped_file.h"
#include "weights/torch_file.h"

#include <zip.h>

#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace lpd::weights {

/// torch.save's container since 1.6: a zip of stored entries, NAME/data.pkl beside NAME/data/0, NAME/data/1, ...
class TorchZipFile : public TorchFile {
 public:
  explicit TorchZipFile(std::shared_ptr<const MappedFile> file);
  WeightFormat format() const override { return WeightFormat::TorchZip; }
  static bool matches(std::span<const std::byte> file);

 protected:
  TensorBytes readStorage(std::size_t index) const override;

 private:
  struct Closer {
    void operator()(zip_t* archive) const { zip_discard(archive); }
  };
  struct Entry {
    zip_uint64_t index = 0;
    std::uint64_t bytes = 0;
  };

  void openArchive();
  std::string findRoot() const;
  Entry entry(zip_uint64_t index) const;
  std::optional<Entry> find(const std::string& name) const;
  TensorBytes readEntry(const Entry& entry) const;
  void checkTotalSize() const;
  void checkByteOrder(const std::string& root) const;
  void locateStorages(const std::string& root);

  std::shared_ptr<const MappedFile> file_;
  std::unique_ptr<zip_t, Closer> archive_;
  std::vector<std::optional<Entry>> storageEntries_;  ///< nothing for storages that no weight uses
  std::vector<int> storageUses_;                      ///< weights that view a storage
  mutable std::mutex mutex_;                          ///< libzip's handles are not for two threads at once
  mutable std::size_t sharedIndex_ = 0;               ///< the storage that sharedStorage_ holds
  mutable TensorBytes sharedStorage_;                 ///< the last storage read that several weights view
};

}  // namespace lpd::weights
