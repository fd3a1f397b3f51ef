#include "training/run/tensor_bytes.h"

#include <lpd/error.h>

#include <array>
#include <cstring>
#include <utility>

namespace lpd::training {

namespace {

constexpr std::array<std::pair<DType, torch::ScalarType>, 10> kTypes{{{DType::F64, torch::kFloat64},
                                                                      {DType::F32, torch::kFloat32},
                                                                      {DType::F16, torch::kFloat16},
                                                                      {DType::BF16, torch::kBFloat16},
                                                                      {DType::I64, torch::kInt64},
                                                                      {DType::I32, torch::kInt32},
                                                                      {DType::I16, torch::kInt16},
                                                                      {DType::I8, torch::kInt8},
                                                                      {DType::U8, torch::kUInt8},
                                                                      {DType::Bool, torch::kBool}}};

DType fileType(torch::ScalarType type) {
  for (const auto& [file, tensor] : kTypes)
    if (tensor == type) return file;
  throw Error(ErrorCode::Internal, std::string("no file type for tensors of type ") + c10::toString(type));
}

torch::ScalarType tensorType(DType type) {
  for (const auto& [file, tensor] : kTypes)
    if (file == type) return tensor;
  throw Error(ErrorCode::Internal, "no tensor type for " + std::string(toString(type)));
}

}  // namespace

NamedTensor namedTensor(const std::string& name, const torch::Tensor& tensor) {
  const auto owner = std::make_shared<const torch::Tensor>(tensor.detach().to(torch::kCPU).contiguous());
  const std::span bytes(static_cast<const std::byte*>(owner->data_ptr()), owner->nbytes());
  return {{name, fileType(owner->scalar_type()), owner->sizes().vec()}, {bytes, owner}};
}

torch::Tensor readTensor(const WeightFile& file, const std::string& name) {
  const TensorBytes data = file.read(name);
  const TensorInfo& info = *file.find(name);
  auto tensor = torch::empty(info.shape, tensorType(info.type));
  if (!data.bytes.empty()) std::memcpy(tensor.data_ptr(), data.bytes.data(), data.bytes.size());
  return tensor;
}

std::map<std::string, torch::Tensor> readStart(const std::filesystem::path& start, const char* inBundle) {
  const auto file = WeightFile::open(std::filesystem::is_directory(start) ? start / inBundle : start);
  std::map<std::string, torch::Tensor> tensors;
  for (const TensorInfo& info : file->tensors())
    tensors[info.name] = readTensor(*file, info.name).to(torch::kFloat32);
  return tensors;
}

}  // namespace lpd::training
