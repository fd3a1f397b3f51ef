#pragma once

#include <lpd/weights.h>

#include <torch/types.h>

#include <initializer_list>
#include <string>

namespace lpd {

/// The tensors of a weight file as fp32 tensors on the CPU, checked against the shape the model needs.
class WeightTensors {
 public:
  explicit WeightTensors(const WeightFile& file) : file_(file) {}

  /// Fp32 data stays in the mapped file; other float types are converted. Throws InvalidFile (absent, another shape,
  /// no float type).
  torch::Tensor get(const std::string& name, std::initializer_list<std::int64_t> shape) const;

 private:
  const WeightFile& file_;
};

}  // namespace lpd
