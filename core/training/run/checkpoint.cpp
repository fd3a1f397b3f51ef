#include "training/run/checkpoint.h"

#include "training/run/tensor_bytes.h"
#include "weights/fault.h"

#include <lpd/error.h>
#include <lpd/weights.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <sstream>

namespace lpd::training {

namespace fs = std::filesystem;

namespace {

constexpr const char* kPrefix = "checkpoint-";
constexpr const char* kEnding = ".safetensors";
constexpr const char* kStateKey = "training_state";
constexpr std::size_t kKept = 2;

fs::path fileOf(const fs::path& folder, std::int64_t step) {
  char name[64];
  std::snprintf(name, sizeof name, "%s%010lld%s", kPrefix, static_cast<long long>(step), kEnding);
  return folder / name;
}

/// Files of the folder whose names begin with `prefix` and end in kEnding, sorted by name.
std::vector<fs::path> filesNamed(const fs::path& folder, const std::string& prefix) {
  std::vector<fs::path> found;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored))
    if (entry.path().filename().string().starts_with(prefix) && entry.path().extension() == kEnding)
      found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

std::string goBackTo(const fs::path& file) {
  return file.empty() ? "there is no earlier checkpoint" : "the last good checkpoint is " + file.string();
}

Checkpoint read(const fs::path& path) {
  const auto file = WeightFile::open(path);
  Checkpoint checkpoint;
  try {
    const auto state = nlohmann::json::parse(file->metadata().at(kStateKey));
    checkpoint.step = state.at("step").get<std::int64_t>();
    checkpoint.state = state.at("state");
  } catch (const std::exception&) {
    weights::failFile(path, "is no training checkpoint");
  }
  for (const TensorInfo& info : file->tensors())
    checkpoint.tensors.emplace(info.name, readTensor(*file, info.name));
  return checkpoint;
}

}  // namespace

torch::Tensor Checkpoint::get(const std::string& name, at::IntArrayRef shape) const {
  const auto found = tensors.find(name);
  if (found == tensors.end())
    throw Error(ErrorCode::InvalidFile, "the checkpoint lacks tensor '" + name + "'",
                "resume with the configuration the run was started with");
  if (found->second.sizes() != shape) {
    std::ostringstream text;
    text << "tensor '" << name << "' of the checkpoint has shape " << found->second.sizes() << ", not " << shape;
    throw Error(ErrorCode::InvalidFile, text.str(), "resume with the configuration the run was started with");
  }
  return found->second;
}

void CheckpointFolder::save(const Checkpoint& checkpoint) const {
  std::vector<NamedTensor> tensors;
  for (const auto& [name, tensor] : checkpoint.tensors)
    tensors.push_back(namedTensor(name, tensor));
  const nlohmann::json state = {{"step", checkpoint.step}, {"state", checkpoint.state}};
  try {
    writeSafetensors(fileOf(folder_, checkpoint.step), tensors, {{kStateKey, state.dump()}});
  } catch (const Error& error) {
    const std::string hint = error.hint().empty() ? "" : error.hint() + "; ";
    throw Error(error.code(), error.what(), hint + goBackTo(latestFile()));
  }
  const auto all = files();
  for (std::size_t i = 0; i + kKept < all.size(); ++i) {
    std::error_code ignored;
    fs::remove(all[i], ignored);
  }
  removeLeftovers();
}

std::optional<Checkpoint> CheckpointFolder::latest() const {
  const auto all = files();
  if (all.empty()) return std::nullopt;
  try {
    return read(all.back());
  } catch (const Error& error) {
    const std::string hint = "remove it; " + goBackTo(all.size() > 1 ? all[all.size() - 2] : fs::path());
    throw Error(error.code(), error.what(), hint);
  }
}

fs::path CheckpointFolder::latestFile() const {
  const auto all = files();
  return all.empty() ? fs::path() : all.back();
}

std::vector<fs::path> CheckpointFolder::files() const {
  return filesNamed(folder_, kPrefix);
}

void CheckpointFolder::removeLeftovers() const {
  for (const auto& file : filesNamed(folder_, std::string(".") + kPrefix)) {
    std::error_code ignored;
    fs::remove(file, ignored);
  }
}

void requireFiniteLoss(double loss, std::int64_t step, const CheckpointFolder& checkpoints) {
  if (std::isfinite(loss)) return;
  throw Error(ErrorCode::Diverged, "the loss is no longer a number at step " + std::to_string(step),
              "lower the learning rate and resume; " + goBackTo(checkpoints.latestFile()));
}

}  // namespace lpd::training
