#pragma once

#include "weights/mapped_file.h"
#include "weights/safetensors_header.h"

#include <lpd/weights.h>

#include <memory>
#include <unordered_map>

namespace lpd::weights {

/// A safetensors file whose tensors are views into the mapped file.
class SafetensorsFile : public WeightFile {
 public:
  explicit SafetensorsFile(std::shared_ptr<const MappedFile> file);
  WeightFormat format() const override { return WeightFormat::Safetensors; }
  TensorBytes read(std::string_view name) const override;

 private:
  std::shared_ptr<const MappedFile> file_;
  std::vector<std::uint64_t> starts_;  ///< file offsets, by index into tensors_
};

}  // namespace lpd::weights
