#include "weights/torch_file.h"

#include "weights/fault.h"
#include "weights/tensor_layout.h"

#include <cstring>
#include <utility>

namespace lpd::weights {

namespace {

bool isContiguous(const TorchTensor& tensor) {
  std::int64_t expected = 1;
  for (std::size_t i = tensor.strides.size(); i > 0; --i) {
    const std::int64_t side = tensor.info.shape[i - 1];
    if (side != 1 && tensor.strides[i - 1] != expected) return false;
    expected *= side;
  }
  return true;
}

/// Copies a strided view into C order, counting its indices like an odometer.
TensorBytes gather(const TorchTensor& tensor, std::span<const std::byte> source) {
  const std::size_t width = sizeOf(tensor.info.type);
  const OwnedBytes out = allocateBytes(tensor.info.bytes());
  std::vector<std::int64_t> index(tensor.strides.size(), 0);
  std::int64_t position = tensor.offset;
  for (std::byte* target = out.bytes.data(); target != out.bytes.data() + out.bytes.size(); target += width) {
    std::memcpy(target, source.data() + static_cast<std::size_t>(position) * width, width);
    for (std::size_t axis = index.size(); axis > 0; --axis) {
      const std::size_t i = axis - 1;
      position += tensor.strides[i];
      if (++index[i] < tensor.info.shape[i]) break;
      position -= tensor.strides[i] * tensor.info.shape[i];
      index[i] = 0;
    }
  }
  return out.finish();
}

}  // namespace

TensorBytes TorchFile::read(std::string_view name) const {
  const TorchTensor& tensor = views_[indexOf(name)];
  if (tensor.info.bytes() == 0) return {};
  TensorBytes storage = readStorage(tensor.source.storage);
  const std::span<const std::byte> window = storage.bytes.subspan(tensor.source.offset, tensor.source.bytes);
  if (!isContiguous(tensor)) return gather(tensor, window);
  const std::size_t start = static_cast<std::size_t>(tensor.offset) * sizeOf(tensor.info.type);
  return aligned({window.subspan(start, tensor.info.bytes()), std::move(storage.owner)}, tensor.info.type);
}

void TorchFile::adopt(TorchStateDict&& dict) {
  storages_ = std::move(dict.storages);
  metadata_ = std::move(dict.metadata);
  views_ = std::move(dict.tensors);
  for (const TorchTensor& tensor : views_)
    if (!addTensor(tensor.info)) failFile(path_, "tensor " + quoteName(tensor.info.name) + " appears twice");
}

}  // namespace lpd::weights
