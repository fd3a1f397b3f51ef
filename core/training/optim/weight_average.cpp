#include "training/optim/weight_average.h"

#include <algorithm>

namespace lpd::training {

WeightAverage::WeightAverage(Parameters parameters, double decay) : parameters_(std::move(parameters)), decay_(decay) {
  for (const auto& parameter : parameters_)
    averages_.push_back(parameter.value.detach().clone());
}

void WeightAverage::update() {
  const at::NoGradGuard noGradient;
  ++updates_;
  const auto t = static_cast<double>(updates_);
  const double decay = std::min(decay_, (1 + t) / (10 + t));
  for (std::size_t i = 0; i < averages_.size(); ++i)
    averages_[i].lerp_(parameters_[i].value.detach(), 1 - decay);
}

Parameters WeightAverage::averages() const {
  Parameters named;
  for (std::size_t i = 0; i < averages_.size(); ++i)
    named.push_back({parameters_[i].name, averages_[i]});
  return named;
}

void WeightAverage::save(const std::string& prefix, NamedTensors& out) const {
  out[prefix + "updates"] = at::full({1}, updates_, torch::kInt64);
  for (std::size_t i = 0; i < averages_.size(); ++i)
    out[prefix + parameters_[i].name] = averages_[i];
}

void WeightAverage::load(const std::string& prefix, const NamedTensors& stored) {
  updates_ = storedTensor(stored, prefix + "updates", at::zeros({1})).item<std::int64_t>();
  for (std::size_t i = 0; i < averages_.size(); ++i)
    averages_[i].copy_(storedTensor(stored, prefix + parameters_[i].name, averages_[i]));
}

}  // namespace lpd::training
