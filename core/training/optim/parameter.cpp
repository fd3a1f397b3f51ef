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
    throw Error(ErrorCode::InvalidFile, "the checkpoint has no tensor '" + name + "'",
                "resume with the configuration that the checkpoint was made with");
  if (found->second.sizes() != like.sizes())
    throw Error(ErrorCode::InvalidFile, "tensor '" + name + "' of the checkpoint has another shape than the model's",
                "resume with the configuration that the checkpoint was made with");
  return found->second;
}

}  // namespace lpd::training
