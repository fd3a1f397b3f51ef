// Microseconds a position that sampling takes on the host, at the released vocabulary.
#include "decode/sampler.h"
#include "random/philox.h"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <numbers>
#include <vector>

namespace {

constexpr int kVocab = 16384;
constexpr int kPositions = 20;
constexpr int kRounds = 50;

std::vector<float> normalLogits(double deviation) {
  lpd::PhiloxStream stream(1, 0, lpd::NoiseDomain::Order);
  std::vector<float> logits(static_cast<std::size_t>(kVocab) * kPositions);
  for (float& logit : logits)
    logit = static_cast<float>(deviation * std::sqrt(-2 * std::log(stream.uniform())) *
                               std::cos(2 * std::numbers::pi * stream.uniform()));
  return logits;
}

double microsecondsPerPosition(const lpd::SamplingOptions& options, const std::vector<float>& logits) {
  const lpd::Sampler sampler(options, 7);
  double best = 1e9;
  for (int round = 0; round < kRounds; ++round) {
    const auto start = std::chrono::steady_clock::now();
    for (int position = 0; position < kPositions; ++position)
      sampler.sample({logits.data() + static_cast<std::ptrdiff_t>(position) * kVocab, kVocab},
                     static_cast<std::uint64_t>(round), position);
    const std::chrono::duration<double, std::micro> elapsed = std::chrono::steady_clock::now() - start;
    best = std::min(best, elapsed.count() / kPositions);
  }
  return best;
}

}  // namespace

int main() {
  std::printf("vocabulary %d, best of %d rounds of %d positions, microseconds a position\n", kVocab, kRounds,
              kPositions);
  std::printf("%-28s %10s %10s %10s\n", "settings", "std 0.1", "std 3", "std 10");
  const std::pair<const char*, lpd::SamplingOptions> settings[] = {
      {"temperature 1", {}},        {"temperature 0.7, top-k 100", {.temperature = 0.7, .topK = 100}},
      {"top-p 0.9", {.topP = 0.9}}, {"top-k 1000, top-p 0.9", {.topK = 1000, .topP = 0.9}},
      {"greedy", {.greedy = true}},
  };
  for (const auto& [name, options] : settings) {
    std::printf("%-28s", name);
    for (double deviation : {0.1, 3.0, 10.0})
      std::printf(" %10.1f", microsecondsPerPosition(options, normalLogits(deviation)));
    std::printf("\n");
  }
}
