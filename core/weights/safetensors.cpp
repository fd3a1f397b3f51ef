#include "weights/safetensors.h"

#include "weights/tensor_layout.h"

#include <lpd/error.h>

#include <utility>

namespace lpd::weights {

SafetensorsFile::SafetensorsFile(std::shared_ptr<const MappedFile> file) : file_(std::move(file)) {
  path_ = file_->path();
  SafetensorsHeader header = parseSafetensorsHeader(file_->bytes(), path_);
  for (SafetensorsEntry& entry : header.entries) {
    starts_.push_back(header.dataStart + entry.begin);
    addTensor(std::move(entry.info));
  }
  metadata_ = std::move(header.metadata);
}

TensorBytes SafetensorsFile::read(std::string_view name) const {
  const std::size_t index = indexOf(name);
  file_->checkStillWhole();
  const TensorInfo& info = tensors_[index];
  return aligned({file_->bytes().subspan(starts_[index], info.bytes()), file_}, info.type);
}

}  // namespace lpd::weights
