#include "decode/logit_filter.h"

#include <algorithm>
#include <array>
#include <functional>
#include <vector>

namespace lpd {

namespace {

// Entries are sorted into buckets by their distance below the largest logit, so that only the bucket in which the cut
// falls has to be sorted.
constexpr int kBuckets = 2048;
constexpr float kBucketsPerNat = 64;

class Buckets {
 public:
  explicit Buckets(const TokenWeights& weights)
      : maxLogit_(weights.maxLogit()), scale_(weights.inverseTemperature() * kBucketsPerNat) {}

  // Monotone in the logit; bucket 0 holds the largest.
  int of(float logit) const {
    const float distance = (maxLogit_ - logit) * scale_;
    return distance < kBuckets - 1 ? static_cast<int>(distance) : kBuckets - 1;
  }

 private:
  float maxLogit_;
  float scale_;
};

}  // namespace

LogitCut topKCut(const TokenWeights& weights, int k) {
  if (k <= 0 || k >= weights.vocab()) return {};
  const Buckets buckets(weights);
  std::array<int, kBuckets> counts{};
  for (float logit : weights.logits())
    ++counts[static_cast<std::size_t>(buckets.of(logit))];
  int bucket = 0, before = 0;
  while (before + counts[static_cast<std::size_t>(bucket)] < k)
    before += counts[static_cast<std::size_t>(bucket++)];
  std::vector<float> members;
  members.reserve(static_cast<std::size_t>(counts[static_cast<std::size_t>(bucket)]));
  for (float logit : weights.logits())
    if (buckets.of(logit) == bucket) members.push_back(logit);
  const auto kth = members.begin() + (k - before - 1);
  std::nth_element(members.begin(), kth, members.end(), std::greater<>());
  LogitCut cut;
  cut.value = *kth;
  return cut;
}

LogitCut topPCut(const TokenWeights& weights, double p, const LogitCut& current) {
  if (p >= 1) return current;
  const Buckets buckets(weights);
  const std::span<const float> logits = weights.logits();
  std::array<double, kBuckets> mass{};
  for (std::size_t v = 0; v < logits.size(); ++v)
    mass[static_cast<std::size_t>(buckets.of(logits[v]))] += double{weights.weights()[v]};

  const double limit = p * weights.total();
  double before = 0;
  std::size_t bucket = 0;
  while (bucket < kBuckets && before + mass[bucket] <= limit)
    before += mass[bucket++];
  if (bucket == kBuckets) return current;

  std::vector<int> members;
  for (std::size_t v = 0; v < logits.size(); ++v)
    if (weights.weights()[v] > 0 && buckets.of(logits[v]) == static_cast<int>(bucket))
      members.push_back(static_cast<int>(v));
  const auto logit = [&](int v) { return logits[static_cast<std::size_t>(v)]; };
  std::sort(members.begin(), members.end(),
            [&](int a, int b) { return logit(a) > logit(b) || (logit(a) == logit(b) && a < b); });
  int last = members.front();
  for (int v : members) {
    if (before > limit) break;
    last = v;
    before += double{weights.weights()[v]};
  }
  return {logit(last), last};
}

}  // namespace lpd
