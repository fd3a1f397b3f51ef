#include "training/optim/adamw.h"

#include <cmath>

namespace lpd::training {

AdamW::AdamW(Parameters parameters, const AdamWOptions& options) : options_(options) {
  for (auto& parameter : parameters) {
    const auto mean = at::zeros_like(parameter.value), square = at::zeros_like(parameter.value);
    const bool decays = isMatrix(parameter);
    slots_.push_back({std::move(parameter), mean, square, decays});
  }
}

void AdamW::step(double rate) {
  const at::NoGradGuard noGradient;
  ++steps_;
  const auto t = static_cast<double>(steps_);
  const double meanBias = 1 - std::pow(options_.beta1, t), squareBias = 1 - std::pow(options_.beta2, t);
  for (auto& [parameter, mean, square, decays] : slots_) {
    const auto& gradient = parameter.value.grad();
    if (!gradient.defined()) continue;
    auto value = parameter.value.detach();
    if (decays && options_.weightDecay > 0) value.mul_(1 - rate * options_.weightDecay);
    mean.mul_(options_.beta1).add_(gradient, 1 - options_.beta1);
    square.mul_(options_.beta2).addcmul_(gradient, gradient, 1 - options_.beta2);
    const auto root = square.sqrt().mul_(1 / std::sqrt(squareBias)).add_(options_.epsilon);
    value.addcdiv_(mean, root, -rate / meanBias);
  }
}

void AdamW::save(const std::string& prefix, NamedTensors& out) const {
  out[prefix + "steps"] = at::full({1}, steps_, torch::kInt64);
  for (const auto& slot : slots_) {
    out[prefix + "mean." + slot.parameter.name] = slot.mean;
    out[prefix + "square." + slot.parameter.name] = slot.square;
  }
}

void AdamW::load(const std::string& prefix, const NamedTensors& stored) {
  steps_ = storedTensor(stored, prefix + "steps", at::zeros({1})).item<std::int64_t>();
  for (auto& slot : slots_) {
    slot.mean.copy_(storedTensor(stored, prefix + "mean." + slot.parameter.name, slot.mean));
    slot.square.copy_(storedTensor(stored, prefix + "square." + slot.parameter.name, slot.square));
  }
}

}  // namespace lpd::training
