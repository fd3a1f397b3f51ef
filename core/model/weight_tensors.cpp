#include "model/weight_tensors.h"

#include <lpd/error.h>

#include <sstream>

namespace lpd {
namespace {

torch::ScalarType scalarType(DType type) {
  switch (type) {
    case DType::F64:
      return torch::kFloat64;
    case DType::F32:
      return torch::kFloat32;
    case DType::F16:
      return torch::kFloat16;
    case DType::BF16:
      return torch::kBFloat16;
    default:
      throw Error(ErrorCode::InvalidFile, "a weight of type " + std::string(toString(type)) + " is no float");
  }
}

template <typename Sizes>
std::string shapeText(const Sizes& sizes) {
  std::ostringstream text;
  text << '[';
  const char* separator = "";
  for (const auto size : sizes) {
    text << separator << size;
    separator = ", ";
  }
  text << ']';
  return text.str();
}

bool fits(const std::vector<std::int64_t>& shape, std::initializer_list<std::int64_t> wanted) {
  return std::equal(shape.begin(), shape.end(), wanted.begin(), wanted.end());
}

}  // namespace

torch::Tensor WeightTensors::get(const std::string& name, std::initializer_list<std::int64_t> shape) const {
  const TensorInfo* info = file_.find(name);
  if (!info) throw Error(ErrorCode::InvalidFile, file_.path().string() + ": tensor '" + name + "' is missing");
  if (!fits(info->shape, shape))
    throw Error(ErrorCode::InvalidFile, file_.path().string() + ": tensor '" + name + "' has shape " +
                                            shapeText(info->shape) + ", the model needs " + shapeText(shape));
  const auto type = scalarType(info->type);
  const auto data = file_.read(name);
  // The view is only read; LibTorch has no constant tensors. The deleter keeps the mapped file alive.
  void* bytes = const_cast<std::byte*>(data.bytes.data());
  const auto view = torch::from_blob(
      bytes, info->shape, [owner = data.owner](void*) {}, torch::dtype(type));
  const bool aligned = reinterpret_cast<std::uintptr_t>(bytes) % alignof(double) == 0;
  return type == torch::kFloat32 && aligned ? view : view.to(torch::kFloat32).clone();
}

}  // namespace lpd
