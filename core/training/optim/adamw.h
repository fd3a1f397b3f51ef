#pragma once

#include "training/optim/optimizer.h"

#include <cstdint>

namespace lpd::training {

struct AdamWOptions {
  double beta1 = 0.9;        ///< of the gradient's moving mean
  double beta2 = 0.95;       ///< of the squared gradient's
  double epsilon = 1e-8;     ///< added to the root
  double weightDecay = 0.0;  ///< decoupled; on matrices only (isMatrix)
};

/// Adam with decoupled weight decay (Loshchilov and Hutter, ICLR 2019).
class AdamW : public Optimizer {
 public:
  AdamW(Parameters parameters, const AdamWOptions& options);
  void step(double rate) override;
  void save(const std::string& prefix, NamedTensors& out) const override;
  void load(const std::string& prefix, const NamedTensors& stored) override;

 private:
  struct Slot {
    Parameter parameter;
    torch::Tensor mean, square;
    bool decays;
  };
  std::vector<Slot> slots_;
  AdamWOptions options_;
  std::int64_t steps_ = 0;
};

}  // namespace lpd::training
