#include "training/optim/muon.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cmath>

namespace lpd::training {

namespace {

// x -> kA x + kB (x x^T) x + kC (x x^T)^2 x: as steep as can be at 0 while values near 1 stay near 1.
constexpr double kA = 3.4445, kB = -4.7750, kC = 2.0315;

torch::Tensor iterated(torch::Tensor x, int iterations) {
  for (int i = 0; i < iterations; ++i) {
    const auto square = at::mm(x, x.t());
    const auto polynomial = at::addmm(square, square, square, kB, kC);
    x = at::addmm(x, polynomial, x, kA);
  }
  return x;
}

/// The same for a wide x. Every iterate is a polynomial of x x^T times x, so that only products of the small square
/// are needed on the way.
torch::Tensor iteratedBySquares(const torch::Tensor& x, int iterations) {
  auto square = at::mm(x, x.t());
  torch::Tensor product;
  for (int i = 0; i < iterations; ++i) {
    auto polynomial = at::addmm(square, square, square, kB, kC);
    polynomial.diagonal().add_(kA);
    product = i == 0 ? polynomial : at::mm(polynomial, product);
    if (i + 1 < iterations) square = at::mm(at::mm(polynomial, square), polynomial);
  }
  return at::mm(product, x);
}

}  // namespace

torch::Tensor orthogonalised(const torch::Tensor& matrix, int iterations) {
  const bool tall = matrix.size(0) > matrix.size(1);
  auto x = (tall ? matrix.t() : matrix).contiguous();
  x = x / (x.norm() + 1e-7);  // no singular value above 1
  x = x.size(1) > 2 * x.size(0) ? iteratedBySquares(x, iterations) : iterated(x, iterations);
  return tall ? x.t() : x;
}

Muon::Muon(std::vector<MuonParameter> parameters, const MuonOptions& options) : options_(options) {
  for (auto& [parameter, stacked] : parameters) {
    const auto momentum = at::zeros_like(parameter.value);
    slots_.push_back({std::move(parameter), stacked, momentum});
  }
}

void Muon::step(double rate) {
  // Matrices this small keep one thread busy, not several: each thread takes some of them.
  const auto count = static_cast<std::int64_t>(slots_.size());
  const bool onCpu = count > 0 && slots_.front().parameter.value.is_cpu();
  at::parallel_for(0, count, onCpu ? 1 : count, [&](std::int64_t begin, std::int64_t end) {
    const at::NoGradGuard noGradient;
    for (std::int64_t i = begin; i < end; ++i)
      update(slots_[static_cast<std::size_t>(i)], rate);
  });
}

void Muon::update(Slot& slot, double rate) const {
  auto& [parameter, stacked, momentum] = slot;
  const auto& gradient = parameter.value.grad();
  if (!gradient.defined()) return;
  momentum.mul_(options_.momentum).add_(gradient);
  const auto direction = options_.nesterov ? gradient + options_.momentum * momentum : momentum;
  auto value = parameter.value.detach();
  if (options_.weightDecay > 0) value.mul_(1 - rate * options_.weightDecay);
  const auto parts = direction.reshape({direction.size(0), -1}).chunk(stacked);
  auto targets = value.chunk(stacked);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const double shape = static_cast<double>(parts[i].size(0)) / static_cast<double>(parts[i].size(1));
    targets[i].add_(orthogonalised(parts[i], options_.iterations).reshape(targets[i].sizes()),
                    -rate * std::sqrt(std::max(1.0, shape)));
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
