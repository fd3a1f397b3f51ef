#pragma once

#include "training/optim/parameter.h"

#include <cstdint>

namespace lpd::training {

/// Exponential moving average of weights: what is shown, measured and exported. Young averages forget faster (decay
/// (1 + t) / (10 + t) after t updates, where that is less), so that they do not remember the random start.
class WeightAverage {
 public:
  WeightAverage(Parameters parameters, double decay);
  void update();
  Parameters averages() const;  ///< share memory with this

  void save(const std::string& prefix, NamedTensors& out) const;
  void load(const std::string& prefix, const NamedTensors& stored);

 private:
  Parameters parameters_;
  std::vector<torch::Tensor> averages_;
  double decay_;
  std::int64_t updates_ = 0;
};

}  // namespace lpd::training
