#include "training/evaluate/cell_store.h"

#include <lpd/error.h>
#include <lpd/weights.h>

#include <cstdlib>

namespace lpd::training {

namespace {

constexpr const char* kSeconds = "seconds";

NamedTensor named(const std::string& name, DType type, const torch::Tensor& tensor) {
  NamedTensor result;
  result.info = {name, type, tensor.sizes().vec()};
  result.data.bytes = {static_cast<const std::byte*>(tensor.data_ptr()), tensor.nbytes()};
  return result;
}

torch::Tensor read(const WeightFile& file, const std::string& name, DType type) {
  const TensorInfo* info = file.find(name);
  if (info == nullptr || info->type != type)
    throw Error(ErrorCode::InvalidFile, file.path().string() + " holds no " + name,
                "delete it; the next run makes its pictures again");
  const TensorBytes data = file.read(name);
  const auto stored = type == DType::F32 ? torch::kFloat32 : torch::kInt32;
  // from_blob does not write; it only lacks a const form.
  const torch::Tensor view = at::from_blob(const_cast<std::byte*>(data.bytes.data()), info->shape, stored);
  return view.to(type == DType::F32 ? torch::kFloat64 : torch::kInt64);
}

}  // namespace

CellStore::CellStore(std::filesystem::path file, Settings settings)
    : file_(std::move(file)), settings_(std::move(settings)) {
  if (!std::filesystem::exists(file_)) {
    features_ = at::empty({0, Judge::kFeatures}, torch::kFloat64);
    asked_ = at::empty({0}, torch::kInt64);
    seen_ = at::empty({0}, torch::kInt64);
    return;
  }
  const auto stored = WeightFile::open(file_);
  for (const auto& [key, value] : settings_) {
    const auto found = stored->metadata().find(key);
    if (found == stored->metadata().end() || found->second != value)
      throw Error(ErrorCode::InvalidFile, file_.string() + " was made with another " + key,
                  "choose another folder as --out, or delete that file");
  }
  features_ = read(*stored, "features", DType::F32);
  asked_ = read(*stored, "asked", DType::I32);
  seen_ = read(*stored, "seen", DType::I32);
  if (features_.dim() != 2 || features_.size(1) != Judge::kFeatures || asked_.sizes() != seen_.sizes() ||
      asked_.dim() != 1 || features_.size(0) != asked_.size(0))
    throw Error(ErrorCode::InvalidFile, file_.string() + " is broken",
                "delete it; the next run makes its pictures again");
  const auto seconds = stored->metadata().find(kSeconds);
  if (seconds != stored->metadata().end()) seconds_ = std::strtod(seconds->second.c_str(), nullptr);
}

void CellStore::append(const Judge::Opinion& opinion, const std::vector<int>& asked, double seconds) {
  const torch::Tensor labels = at::empty({static_cast<std::int64_t>(asked.size())}, torch::kInt64);
  std::copy(asked.begin(), asked.end(), labels.data_ptr<std::int64_t>());
  features_ = at::cat({features_, opinion.features});
  asked_ = at::cat({asked_, labels});
  seen_ = at::cat({seen_, opinion.labels});
  seconds_ += seconds;

  const torch::Tensor features = features_.to(torch::kFloat32);
  const torch::Tensor askedNow = asked_.to(torch::kInt32);
  const torch::Tensor seenNow = seen_.to(torch::kInt32);
  auto metadata = settings_;
  metadata[kSeconds] = std::to_string(seconds_);
  writeSafetensors(file_,
                   {named("features", DType::F32, features), named("asked", DType::I32, askedNow),
                    named("seen", DType::I32, seenNow)},
                   metadata);
}

}  // namespace lpd::training
