#include "training/tokenizer/tokenizer_file.h"

#include "training/run/tensor_bytes.h"
#include "weights/json_fields.h"

#include <lpd/files.h>

namespace lpd::training {

namespace {

constexpr const char* kGroups = "vq_num_groups";
constexpr int kReleasedGroups = 32;
constexpr int kMaxGroups = 1024;

}  // namespace

void writeTokenizerFiles(const std::filesystem::path& folder, const TokenizerConfig& config,
                         const Parameters& parameters, const torch::Tensor& codebook) {
  std::vector<lpd::NamedTensor> tensors;
  for (const auto& parameter : parameters)
    tensors.push_back(namedTensor(parameter.name, parameter.value));
  tensors.push_back(namedTensor(kCodebookName, codebook));
  writeSafetensors(folder / "tokenizer.safetensors", tensors);
  writeFile(folder / "tokenizer.json", nlohmann::json({{kGroups, config.normGroups}}).dump() + "\n");
}

int normGroupsOf(const std::filesystem::path& file, int given) {
  if (given > 0) return given;
  auto beside = file;
  beside.replace_extension(".json");
  if (std::filesystem::exists(beside))
    return weights::JsonFields::read(beside, 1 << 20).integer(kGroups, 1, kMaxGroups, kReleasedGroups);
  const bool inBundle = std::filesystem::exists(file.parent_path() / "model.json");
  return inBundle ? readModelInfo(file.parent_path()).tokenizer.normGroups : kReleasedGroups;
}

}  // namespace lpd::training
