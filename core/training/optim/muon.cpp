#include "training/optim/muon.h"

#include <algorithm>
#include <cmath>

namespace lpd::training {

torch::Tensor orthogonalised(const torch::Tensor& matrix, int iterations) {
  // The coefficients make the slope at 0 as steep as can be while values near 1 stay near 1.
  constexpr double kA = 3.4445, kB = -4.7750, kC = 2.0315;
  const bool tall = matrix.size(0) > matrix.size(1);
  auto x = (tall ? matrix.t() : matrix).contiguous();
  x = x / (x.norm() + 1e-7);  // no singular value above 1
  for (int i = 0; i < iterations; ++i) {
    const auto square = at::mm(x, x.t());
    const auto polynomial = at::addmm(square, square, square, kB, kC);
    x = at::addmm(x, polynomial, x, kA);
  }
  return tall ? x.t() : x;
}

Muon::Muon(std::vector<MuonParameter> parameters, const MuonOptions& options) : options_(options) {
  for (auto& [parameter, stacked] : parameters) {
    const auto momentum = at::zeros_like(parameter.value);
    slots_.push_back({std::move(parameter), stacked, momentum});
  }
}

void Muon::step(double rate) {
  const at::NoGradGuard noGradient;
  for (auto& [parameter, stacked, momentum] : slots_) {
    const auto& gradient = parameter.value.grad();
    if (!gradient.defined()) continue;
    momentum.mul_(options_.momentum).add_(gradient);
    const auto update = options_.nesterov ? gradient + options_.momentum * momentum : momentum;
    auto value = parameter.value.detach();
    if (options_.weightDecay > 0) value.mul_(1 - rate * options_.weightDecay);
    const auto parts = update.reshape({update.size(0), -1}).chunk(stacked);
    auto targets = value.chunk(stacked);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const double shape = static_cast<double>(parts[i].size(0)) / static_cast<double>(parts[i].size(1));
      targets[i].add_(orthogonalised(parts[i], options_.iterations).reshape(targets[i].sizes()),
                      -rate * std::sqrt(std::max(1.0, shape)));
    }
  }
}

void Muon::save(const std::string& prefix, NamedTensors& out) const {
  for (const auto& slot : slots_)
    out[prefix + "momentum." + slot.parameter.name] = slot.momentum;
}

void Muon::load(const std::string& prefix, const NamedTensors& stored) {
  for (auto& slot : slots_)
    slot.momentum.copy_(storedTensor(stored, prefix + "momentum." + slot.parameter.name, slot.momentum));
}

}  // namespace lpd::training
