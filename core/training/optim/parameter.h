#pragma once

#include <torch/types.h>

#include <map>
#include <string>
#include <vector>

namespace lpd::training {

/// A trained tensor under the name it has in the released layout. `value` is a leaf that requires a gradient.
struct Parameter {
  std::string name;
  torch::Tensor value;
};
using Parameters = std::vector<Parameter>;

/// What a checkpoint stores.
using NamedTensors = std::map<std::string, torch::Tensor>;

/// Forgets the gradients of all.
void zeroGradients(const Parameters& parameters);

/// Whether weight decay applies: weight matrices and convolution kernels, no biases, norms or lone vectors.
bool isMatrix(const Parameter& parameter);

/// The stored tensor `name`. Throws InvalidFile where it is absent or of another shape than `like`.
torch::Tensor storedTensor(const NamedTensors& tensors, const std::string& name, const torch::Tensor& like);

}  // namespace lpd::training
