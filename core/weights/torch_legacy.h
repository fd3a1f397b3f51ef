#pragma once

#include "weights/mapped_file.h"
#include "weights/torch_file.h"

#include <memory>
#include <vector>

namespace lpd::weights {

/// torch.save's container before 1.6: five pickles (magic number, version, machine, the object, storage keys), then for
/// each key its number of elements (8 bytes) and its data. Storages are views into the mapped file.
class TorchLegacyFile : public TorchFile {
 public:
  explicit TorchLegacyFile(std::shared_ptr<const MappedFile> file);
  WeightFormat format() const override { return WeightFormat::TorchLegacy; }
  static bool matches(std::span<const std::byte> file);

 protected:
  TensorBytes readStorage(std::size_t index) const override;

 private:
  Pickle nextPickle();
  void checkVersion();
  void checkMachine();
  void locateStorages(const Pickle& keys);

  std::shared_ptr<const MappedFile> file_;
  std::size_t position_ = 0;           ///< next byte to parse
  std::vector<std::uint64_t> starts_;  ///< file offsets, by storage; 0 = not located
};

}  // namespace lpd::weights
