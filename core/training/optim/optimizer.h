#pragma once

#include "training/optim/parameter.h"

#include <string>

namespace lpd::training {

/// Changes parameters by their gradients. Its state is nothing but tensors, so that a checkpoint is exact.
class Optimizer {
 public:
  virtual ~Optimizer() = default;
  /// One update. `rate` is this step's learning rate. Parameters without a gradient stay as they are.
  virtual void step(double rate) = 0;
  /// Adds the state to `out`, every name beginning with `prefix`.
  virtual void save(const std::string& prefix, NamedTensors& out) const = 0;
  /// Takes back what save() stored. Throws InvalidFile (a tensor is absent or of another shape).
  virtual void load(const std::string& prefix, const NamedTensors& stored) = 0;
};

}  // namespace lpd::training
