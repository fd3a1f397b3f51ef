#include "training/optim/gradient_clip.h"

#include <cmath>

namespace lpd::training {

double clipGradients(const Parameters& parameters, double limit) {
  const at::NoGradGuard noGradient;
  std::vector<torch::Tensor> norms;
  for (const auto& parameter : parameters)
    if (parameter.value.grad().defined()) norms.push_back(parameter.value.grad().norm());
  if (norms.empty()) return 0;
  const double norm = at::stack(norms).norm().item<double>();
  if (limit <= 0 || !std::isfinite(norm) || norm <= limit) return norm;
  for (const auto& parameter : parameters)
    if (parameter.value.grad().defined()) parameter.value.mutable_grad().mul_(limit / norm);
  return norm;
}

}  // namespace lpd::training
