#include "weights/torch_legacy.h"

#include "weights/fault.h"
#include "weights/torch_globals.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace lpd::weights {

namespace {

using Kind = PickleValue::Kind;

// PROTO 2, LONG1 of ten bytes 0x1950a86a20f9469cfc6c, STOP (torch/serialization.py).
constexpr std::array<unsigned char, 15> kMagic{0x80, 2,    0x8a, 10,   0x6c, 0xfc, 0x9c, 0x46,
                                               0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, '.'};
constexpr std::int64_t kVersion = 1001;
constexpr std::size_t kCountBytes = 8;

}  // namespace

bool TorchLegacyFile::matches(std::span<const std::byte> file) {
  return file.size() >= kMagic.size() && std::equal(kMagic.begin(), kMagic.end(), file.begin(),
                                                    [](unsigned char a, std::byte b) { return std::byte{a} == b; });
}

TorchLegacyFile::TorchLegacyFile(std::shared_ptr<const MappedFile> file)
    : file_(std::move(file)), position_(kMagic.size()) {
  path_ = file_->path();
  checkVersion();
  checkMachine();
  const Pickle object = nextPickle();
  const Pickle keys = nextPickle();
  adopt(interpretStateDict(object, path_));
  locateStorages(keys);
}

Pickle TorchLegacyFile::nextPickle() {
  Pickle pickle = parsePickle(file_->bytes().subspan(position_), path_, findTorchGlobal);
  position_ += pickle.size;
  return pickle;
}

void TorchLegacyFile::checkVersion() {
  const Pickle version = nextPickle();
  if (version.top().kind != Kind::Int || version.top().integer != kVersion)
    failFile(path_, "is a torch checkpoint of an unknown version");
}

void TorchLegacyFile::checkMachine() {
  const Pickle machine = nextPickle();
  const std::vector<ValueId>& items = machine.top().items;
  for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
    if (machine[items[i]].text != "little_endian") continue;
    if (machine[items[i + 1]].kind == Kind::Bool && machine[items[i + 1]].integer == 1) return;
    failFile(path_, "was written on a big-endian machine", "load and save it once on an ordinary PC");
  }
  failFile(path_, "does not say which byte order it has");
}

void TorchLegacyFile::locateStorages(const Pickle& keys) {
  if (keys.top().kind != Kind::List) failFile(path_, "has no list of storages");
  std::unordered_map<std::string_view, std::size_t> index;
  for (std::size_t i = 0; i < storages_.size(); ++i)
    index.emplace(storages_[i].key, i);
  starts_.assign(storages_.size(), 0);
  for (const ValueId id : keys.top().items) {
    const auto found = index.find(keys[id].text);
    if (found == index.end() || starts_[found->second] != 0) failFile(path_, "has a storage that nothing refers to");
    const TorchStorage& storage = storages_[found->second];
    const std::uint64_t left = file_->bytes().size() - position_;
    if (left < kCountBytes || left - kCountBytes < storage.bytes)
      failFile(path_, "ends before its data does", "the file is damaged or cut short; download it again");
    if (readU64(file_->bytes().subspan(position_)) != storage.bytes / storage.elementBytes)
      failFile(path_, "has a storage of another size than its tensors say");
    starts_[found->second] = position_ + kCountBytes;
    position_ += kCountBytes + storage.bytes;
  }
  for (const TorchTensor& tensor : views_)
    if (starts_[tensor.source.storage] == 0) failFile(path_, "lacks the data of tensor " + quoteName(tensor.info.name));
}

TensorBytes TorchLegacyFile::readStorage(std::size_t index) const {
  file_->checkStillWhole();
  return {file_->bytes().subspan(starts_[index], storages_[index].bytes), file_};
}

}  // namespace lpd::weights
