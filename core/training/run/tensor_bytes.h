#pragma once

#include <lpd/weights.h>

#include <torch/types.h>

#include <filesystem>
#include <map>
#include <string>

namespace lpd::training {

/// A tensor for writeSafetensors: contiguous, on the CPU, kept alive by the result.
NamedTensor namedTensor(const std::string& name, const torch::Tensor& tensor);

/// A copy of a tensor of a weight file on the CPU, of the file's own type. Throws NotFound or InvalidFile.
torch::Tensor readTensor(const WeightFile& file, const std::string& name);

/// All tensors of a weight file, or of the file `inBundle` of a model's folder, in fp32: what a run may start from.
/// Throws NotFound or InvalidFile.
std::map<std::string, torch::Tensor> readStart(const std::filesystem::path& start, const char* inBundle);

}  // namespace lpd::training
