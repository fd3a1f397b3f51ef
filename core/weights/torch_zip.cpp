#include "weights/torch_zip.h"

#include "weights/fault.h"
#include "weights/tensor_layout.h"
#include "weights/torch_globals.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace lpd::weights {

namespace {

constexpr std::uint64_t kMaxPickleBytes = std::uint64_t{64} << 20;
constexpr std::string_view kPickleName = "/data.pkl";
constexpr const char* kDamagedHint = "the file is damaged or cut short; download it again";

bool isNumber(std::string_view key) {
  return !key.empty() && key.size() <= 10 &&
         std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool TorchZipFile::matches(std::span<const std::byte> file) {
  return file.size() > 4 && file[0] == std::byte{'P'} && file[1] == std::byte{'K'} && file[2] == std::byte{3} &&
         file[3] == std::byte{4};
}

TorchZipFile::TorchZipFile(std::shared_ptr<const MappedFile> file) : file_(std::move(file)) {
  path_ = file_->path();
  openArchive();
  checkTotalSize();
  const std::string root = findRoot();
  checkByteOrder(root);
  const std::optional<Entry> pickle = find(root + std::string(kPickleName));
  if (!pickle) failFile(path_, "has a damaged directory of entries", kDamagedHint);
  if (pickle->bytes > kMaxPickleBytes) failFile(path_, "has a pickle larger than any checkpoint needs");
  const TensorBytes text = readEntry(*pickle);
  adopt(interpretStateDict(parsePickle(text.bytes, path_, findTorchGlobal), path_));
  locateStorages(root);
}

void TorchZipFile::openArchive() {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(file_->bytes().data(), file_->bytes().size(), 0, &error);
  if (source) archive_.reset(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error));
  const std::string reason = zip_error_strerror(&error);
  if (source && !archive_) zip_source_free(source);
  zip_error_fini(&error);
  if (!archive_) failFile(path_, "is no readable zip container (" + reason + ")", kDamagedHint);
}

/// Entries that overlap would let a small file claim any amount of data.
void TorchZipFile::checkTotalSize() const {
  std::uint64_t total = 0;
  const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const std::uint64_t bytes = entry(static_cast<zip_uint64_t>(i)).bytes;
    if (bytes > file_->bytes().size() - total)
      failFile(path_, "has entries that claim more bytes than it has", kDamagedHint);
    total += bytes;
  }
}

/// NAME of the one entry NAME/data.pkl.
std::string TorchZipFile::findRoot() const {
  std::string root;
  bool isScript = false;
  const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const char* text = zip_get_name(archive_.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW);
    const std::string_view name = text ? text : "";
    isScript = isScript || name.ends_with("/constants.pkl");
    if (!name.ends_with(kPickleName)) continue;
    const std::string_view candidate = name.substr(0, name.size() - kPickleName.size());
    if (candidate.empty() || candidate.find('/') != std::string_view::npos) continue;
    if (!root.empty()) failFile(path_, "holds more than one checkpoint");
    root = candidate;
  }
  if (isScript) failFile(path_, "is a TorchScript program", "save model.state_dict() with torch.save instead");
  if (root.empty()) failFile(path_, "is a zip file without data.pkl, no torch checkpoint");
  return root;
}

TorchZipFile::Entry TorchZipFile::entry(zip_uint64_t index) const {
  zip_stat_t status;
  zip_stat_init(&status);
  constexpr zip_uint64_t kNeeded = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD;
  if (zip_stat_index(archive_.get(), index, 0, &status) != 0 || (status.valid & kNeeded) != kNeeded)
    failFile(path_, "has a damaged zip entry", kDamagedHint);
  const bool encrypted = (status.valid & ZIP_STAT_ENCRYPTION_METHOD) && status.encryption_method != ZIP_EM_NONE;
  if (encrypted || status.comp_method != ZIP_CM_STORE || status.comp_size != status.size) {
    failFile(path_, "has compressed or encrypted entries, which torch.save never writes",
             "unpack it and load the checkpoint inside");
  }
  return {index, status.size};
}

std::optional<TorchZipFile::Entry> TorchZipFile::find(const std::string& name) const {
  const zip_int64_t index = zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_ENC_RAW);
  if (index < 0) return std::nullopt;
  return entry(static_cast<zip_uint64_t>(index));
}

TensorBytes TorchZipFile::readEntry(const Entry& entry) const {
  struct FileCloser {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
  };
  const std::unique_ptr<zip_file_t, FileCloser> stream(zip_fopen_index(archive_.get(), entry.index, 0));
  if (!stream) failFile(path_, "has an entry that cannot be read", kDamagedHint);
  const OwnedBytes out = allocateBytes(entry.bytes);
  std::size_t filled = 0;
  while (filled < out.bytes.size()) {
    const zip_int64_t count = zip_fread(stream.get(), out.bytes.data() + filled, out.bytes.size() - filled);
    if (count <= 0) failFile(path_, "has an entry shorter than it claims, or damaged", kDamagedHint);
    filled += static_cast<std::size_t>(count);
  }
  // Reading past the end makes libzip compare the checksum.
  char beyond = 0;
  if (zip_fread(stream.get(), &beyond, 1) != 0) failFile(path_, "has an entry with a wrong checksum", kDamagedHint);
  return out.finish();
}

void TorchZipFile::checkByteOrder(const std::string& root) const {
  const std::optional<Entry> order = find(root + "/byteorder");
  if (!order) return;  // written since torch 2.1
  if (order->bytes > 16) failFile(path_, "has a malformed byteorder entry");
  const TensorBytes text = readEntry(*order);
  const std::string_view word(reinterpret_cast<const char*>(text.bytes.data()), text.bytes.size());
  if (word != "little") {
    failFile(path_, "was written on a machine of byte order " + quoteName(word),
             "load and save it once on an ordinary PC");
  }
}

void TorchZipFile::locateStorages(const std::string& root) {
  storageEntries_.resize(storages_.size());
  storageUses_.resize(storages_.size());
  for (const TorchTensor& tensor : views_) {
    const std::size_t index = tensor.source.storage;
    if (storageUses_[index]++ > 0) continue;
    const TorchStorage& storage = storages_[index];
    if (!isNumber(storage.key)) failFile(path_, "has the malformed storage key " + quoteName(storage.key));
    storageEntries_[index] = find(root + "/data/" + storage.key);
    if (!storageEntries_[index])
      failFile(path_, "lacks the data of tensor " + quoteName(tensor.info.name), kDamagedHint);
    if (storageEntries_[index]->bytes != storage.bytes) {
      failFile(path_, "has " + std::to_string(storageEntries_[index]->bytes) + " bytes for tensor " +
                          quoteName(tensor.info.name) + ", whose storage needs " + std::to_string(storage.bytes));
    }
  }
}

TensorBytes TorchZipFile::readStorage(std::size_t index) const {
  file_->checkStillWhole();
  const std::lock_guard lock(mutex_);
  if (sharedStorage_.owner && sharedIndex_ == index) return sharedStorage_;
  TensorBytes bytes = readEntry(*storageEntries_[index]);
  if (storageUses_[index] > 1) {
    sharedIndex_ = index;
    sharedStorage_ = bytes;
  }
  return bytes;
}

}  // namespace lpd::weights
