#include "training/tokenizer/codebook.h"

#include "training/run/noise.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lpd::training {

namespace {

constexpr int kMeansIterations = 12;
constexpr std::int64_t kRowsATime = 4096;  // bounds the memory of the products with all codes

torch::Tensor normalised(const torch::Tensor& rows) {
  return rows / rows.norm(2, -1, true).clamp_min(1e-12);
}

/// [codes] number of rows and [codes, dim] sum of rows by code.
std::pair<torch::Tensor, torch::Tensor> gathered(const torch::Tensor& rows, const torch::Tensor& codes,
                                                 std::int64_t count) {
  auto uses = torch::zeros({count}, rows.options());
  uses.index_add_(0, codes, torch::ones({codes.size(0)}, rows.options()));
  auto sums = torch::zeros({count, rows.size(1)}, rows.options());
  sums.index_add_(0, codes, rows);
  return {uses, sums};
}

/// `count` different rows, drawn in proportion to `weights` (Efraimidis and Spirakis 2006): those with the largest
/// log(u) / weight.
torch::Tensor drawRows(const torch::Tensor& weights, std::int64_t count, PhiloxStream stream) {
  auto keys = torch::empty({weights.size(0)});
  const auto onHost = weights.to(torch::kCPU).contiguous();
  for (std::int64_t i = 0; i < keys.size(0); ++i)
    keys.data_ptr<float>()[i] =
        static_cast<float>(std::log(stream.uniform()) / (static_cast<double>(onHost.data_ptr<float>()[i]) + 1e-12));
  return std::get<1>(at::topk(keys, count)).to(weights.device());
}

/// `count` rows far from each other: each is drawn in proportion to its squared distance from the nearest before it
/// (k-means++; Arthur and Vassilvitskii, SODA 2007).
torch::Tensor spreadRows(const torch::Tensor& rows, std::int64_t count, PhiloxStream stream) {
  const auto onHost = rows.to(torch::kCPU).contiguous();
  auto distance = torch::full({rows.size(0)}, 1.0);
  std::vector<std::int64_t> chosen;
  for (std::int64_t i = 0; i < count; ++i) {
    const auto running = distance.to(torch::kFloat64).cumsum(0);
    const double target = stream.uniform() * running[-1].item<double>();
    const auto found =
        std::lower_bound(running.data_ptr<double>(), running.data_ptr<double>() + running.numel(), target);
    chosen.push_back(std::min<std::int64_t>(found - running.data_ptr<double>(), rows.size(0) - 1));
    const auto product = at::mv(onHost, onHost[chosen.back()]);
    distance = at::minimum(distance, (2 - 2 * product).clamp_min(1e-9));
  }
  return torch::tensor(chosen, torch::kInt64);
}

}  // namespace

Codebook::Codebook(std::int64_t codes, std::int64_t dim, const torch::Device& device)
    : vectors_(normalised(torch::ones({codes, dim}, device))),
      uses_(torch::zeros({codes}, device)),
      sums_(torch::zeros({codes, dim}, device)) {}

torch::Tensor Codebook::nearest(const torch::Tensor& rows) const {
  // Unit lengths: the smallest distance is the largest product.
  std::vector<torch::Tensor> found;
  for (const auto& part : rows.split(kRowsATime))
    found.push_back(at::mm(part, vectors_.t()).argmax(1));
  return at::cat(found);
}

void Codebook::startFrom(const torch::Tensor& rows, std::uint64_t seed) {
  const std::int64_t count = vectors_.size(0), available = std::min(count, rows.size(0));
  const auto first = spreadRows(rows, available, noise(seed, 0, Purpose::Codebook));
  vectors_.narrow(0, 0, available).copy_(rows.index_select(0, first.to(rows.device())));
  for (int i = 1; i <= kMeansIterations; ++i) {
    const auto codes = nearest(rows);
    std::tie(uses_, sums_) = gathered(rows, codes, count);
    // A cell without rows keeps its place until revive() moves it.
    vectors_ = at::where(uses_.unsqueeze(1) > 0, normalised(sums_), vectors_);
    revive(rows, codes, 0.1, seed, i);
  }
  // As if each row had been seen in a batch of the size of the codebook.
  const double share = static_cast<double>(count) / static_cast<double>(rows.size(0));
  uses_ *= share;
  sums_ *= share;
}

void Codebook::startAt(const torch::Tensor& vectors) {
  vectors_.copy_(normalised(vectors));
  uses_.fill_(1);
  sums_.copy_(vectors_);
}

void Codebook::follow(const torch::Tensor& rows, const torch::Tensor& codes, double decay) {
  const auto [uses, sums] = gathered(rows, codes, vectors_.size(0));
  uses_.mul_(decay).add_(uses, 1 - decay);
  sums_.mul_(decay).add_(sums, 1 - decay);
  vectors_ = at::where(sums_.norm(2, -1, true) > 1e-6, normalised(sums_), vectors_);
}

std::int64_t Codebook::revive(const torch::Tensor& rows, const torch::Tensor& codes, double share, std::uint64_t seed,
                              std::int64_t step) {
  const auto mean = uses_.mean();
  const auto unused = at::nonzero(uses_ < share * mean).flatten();
  const std::int64_t count = std::min(unused.size(0), rows.size(0));
  if (count == 0) return 0;
  const auto errors = (rows - vectors_.index_select(0, codes)).square().sum(1);
  const auto chosen = rows.index_select(0, drawRows(errors, count, noise(seed, step, Purpose::Codebook)));
  const auto moved = unused.narrow(0, 0, count);
  vectors_.index_copy_(0, moved, chosen);
  uses_.index_fill_(0, moved, mean);
  sums_.index_copy_(0, moved, chosen * mean);
  return count;
}

void Codebook::save(const std::string& prefix, NamedTensors& out) const {
  out[prefix + "vectors"] = vectors_;
  out[prefix + "uses"] = uses_;
  out[prefix + "sums"] = sums_;
}

void Codebook::load(const std::string& prefix, const NamedTensors& stored) {
  vectors_.copy_(storedTensor(stored, prefix + "vectors", vectors_));
  uses_.copy_(storedTensor(stored, prefix + "uses", uses_));
  sums_.copy_(storedTensor(stored, prefix + "sums", sums_));
}

double perplexity(const torch::Tensor& codes, std::int64_t count) {
  const auto share = at::bincount(codes.to(torch::kCPU), {}, count).to(torch::kFloat64) / codes.size(0);
  return std::exp2(-(share * at::log2(share.clamp_min(1e-12))).sum().item<double>());
}

}  // namespace lpd::training
