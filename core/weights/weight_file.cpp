#include "weights/fault.h"
#include "weights/safetensors.h"

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
  if (weights::looksLikeSafetensors(mapped->bytes())) return std::make_unique<weights::SafetensorsFile>(mapped);
  weights::failFile(file, "is not a safetensors file or torch checkpoint");
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
