#include "weights/fault.h"
#include "weights/safetensors.h"
#include "weights/torch_legacy.h"
#include "weights/torch_zip.h"

#include <lpd/error.h>
#include <lpd/weights.h>

namespace lpd {

std::string_view toString(WeightFormat format) {
  switch (format) {
    case WeightFormat::Safetensors:
      return "safetensors";
    case WeightFormat::TorchZip:
      return "torch checkpoint (zip)";
    case WeightFormat::TorchLegacy:
      return "torch checkpoint (before 1.6)";
  }
  throw Error(ErrorCode::Internal, "unknown weight format");
}

std::unique_ptr<WeightFile> WeightFile::open(const std::filesystem::path& file) {
  auto mapped = weights::MappedFile::open(file);
  const std::span<const std::byte> bytes = mapped->bytes();
  // The two torch containers have magic numbers; a safetensors file is only told by the brace that opens its header.
  if (weights::TorchZipFile::matches(bytes)) return std::make_unique<weights::TorchZipFile>(std::move(mapped));
  if (weights::TorchLegacyFile::matches(bytes)) return std::make_unique<weights::TorchLegacyFile>(std::move(mapped));
  if (weights::looksLikeSafetensors(bytes)) return std::make_unique<weights::SafetensorsFile>(std::move(mapped));
  weights::failFile(file, "is neither a safetensors file nor a torch checkpoint",
                    "files ending in .safetensors, .pth, .pt or .ckpt can be read");
}

const TensorInfo* WeightFile::find(std::string_view name) const {
  const auto found = index_.find(name);
  return found == index_.end() ? nullptr : &tensors_[found->second];
}

std::size_t WeightFile::indexOf(std::string_view name) const {
  const auto found = index_.find(name);
  if (found != index_.end()) return found->second;
  throw Error(ErrorCode::NotFound, path_.string() + " has no tensor " + weights::quoteName(name));
}

bool WeightFile::addTensor(TensorInfo info) {
  if (!index_.emplace(info.name, tensors_.size()).second) return false;
  tensors_.push_back(std::move(info));
  return true;
}

}  // namespace lpd
