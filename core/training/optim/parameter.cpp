#include "training/optim/parameter.h"

#include <lpd/error.h>

namespace lpd::training {

void zeroGradients(const Parameters& parameters) {
  for (const auto& parameter : parameters)
    parameter.value.mutable_grad() = torch::Tensor();
}

bool isMatrix(const Parameter& parameter) {
  constexpr std::string_view kWeight = ".weight";
  const std::string_view name = parameter.name;
  return parameter.value.dim() >= 2 && name.size() > kWeight.size() &&
         name.substr(name.size() - kWeight.size()) == kWeight;
}

torch::Tensor storedTensor(const NamedTensors& tensors, const std::string& name, const torch::Tensor& like) {
  const auto found = tensors.find(name);
  if (found == tensors.end())
    throw Error(ErrorCode::InvalidFile, "the weights that are to be loaded have no tensor '" + name + "'",
                "go on with the configuration that they were made with");
  if (found->second.sizes() != like.sizes())
    throw Error(ErrorCode::InvalidFile,
                "tensor '" + name + "' of the weights that are to be loaded has another shape than the model's",
                "go on with the configuration that they were made with");
  return found->second;
}

}  // namespace lpd::training
