#include "decode/generator.h"

#include <algorithm>
#include <chrono>

namespace lpd {
namespace {

using Clock = std::chrono::steady_clock;

/// Guidance changes nothing at scale 1, nor where no image has a class.
bool needsTwoPasses(const GenerationBatch& batch) {
  return batch.guidance.scale != 1.0 &&
         std::any_of(batch.classes.begin(), batch.classes.end(), [](int c) { return c != kUnconditional; });
}

}  // namespace

Generator::Generator(const Transformer& model, GenerationBatch batch)
    : model_(model),
      batch_(std::move(batch)),
      sampler_(batch_.sampling, batch_.seed),
      twoPasses_(needsTwoPasses(batch_)),
      cache_(model.makeCache(images() * (twoPasses_ ? 2 : 1))),
      context_(classContext()),
      tokens_(images()),
      logits_(images()) {
  for (int image = 0; image < images(); ++image)
    tokens_[image].assign(batch_.orders[image].size(), -1);
}

std::vector<StepRecord> Generator::step() {
  const auto start = Clock::now();
  const auto positions = groupPositions();
  const auto queries = forEveryPass(model_.queryVectors(positions));
  const auto logits = guided(model_.step(cache_, context_, queries));
  auto records = draw(logits);

  made_ += batch_.groupSizes[step_++];
  if (!done()) {  // the last group's tokens are never fed
    std::vector<std::int64_t> tokens;
    for (const auto& record : records)
      tokens.insert(tokens.end(), record.tokens.begin(), record.tokens.end());
    const auto drawn = torch::tensor(tokens, torch::kInt64).to(positions.device());
    context_ = forEveryPass(model_.tokenVectors(drawn, positions));
  }
  const double elapsedMs = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  for (auto& record : records)
    record.elapsedMs = elapsedMs;
  return records;
}

torch::Tensor Generator::classContext() const {
  auto classes = batch_.classes;
  if (twoPasses_) classes.resize(classes.size() * 2, kUnconditional);
  return model_.classVectors(classes);
}

/// The positions of the next group, int64 [B, Q].
torch::Tensor Generator::groupPositions() const {
  const int size = batch_.groupSizes[step_];
  std::vector<std::int64_t> positions;
  for (const auto& order : batch_.orders)
    positions.insert(positions.end(), order.begin() + made_, order.begin() + made_ + size);
  return torch::tensor(positions, torch::kInt64).view({images(), size}).to(model_.compute().device);
}

/// [B, n, D] -> [S, n, D]: the unconditional half sees the same tokens and queries.
torch::Tensor Generator::forEveryPass(const torch::Tensor& vectors) const {
  return twoPasses_ ? torch::cat({vectors, vectors}) : vectors;
}

/// The guidance of the token at generation index `index`, which is of the next group.
double Generator::guidanceAt(int index) const {
  const double scale = batch_.guidance.scale;
  const auto grown = [&](double from, double to) { return to > 0 ? 1.0 + (scale - 1.0) * (from / to) : scale; };
  switch (batch_.guidance.schedule) {
    case GuidanceSchedule::Linear:
      return grown(index, static_cast<double>(batch_.orders.front().size()));
    case GuidanceSchedule::Steps:
      return grown(step_, static_cast<double>(batch_.groupSizes.size()) - 1);
    case GuidanceSchedule::Constant:
      break;
  }
  return scale;
}

/// u + s (c - u) with the guidance s of each token. [S, Q, vocab] -> [B, Q, vocab], on the host.
torch::Tensor Generator::guided(const torch::Tensor& logits) const {
  if (!twoPasses_) return logits.to(torch::kCPU);
  const auto halves = logits.chunk(2);
  std::vector<float> scales;
  for (int i = 0; i < batch_.groupSizes[step_]; ++i)
    scales.push_back(static_cast<float>(guidanceAt(made_ + i)));
  const auto scale = torch::tensor(scales).view({1, -1, 1}).to(logits.device());
  return halves[0].sub(halves[1]).mul_(scale).add_(halves[1]).to(torch::kCPU);
}

/// Draws a token for every row of logits [B, Q, vocab]; notes it in tokens_ and in the records.
std::vector<StepRecord> Generator::draw(const torch::Tensor& logits) {
  const auto rows = logits.contiguous();
  const std::int64_t size = rows.size(1), vocab = rows.size(2);
  const float* values = rows.data_ptr<float>();

  std::vector<StepRecord> records(static_cast<std::size_t>(images()));
  for (int image = 0; image < images(); ++image) {
    auto& record = records[image];
    record.image = image;
    record.step = step_;
    record.firstIndex = made_;
    const auto first = batch_.orders[image].begin() + made_;
    record.positions.assign(first, first + size);
    record.tokens.resize(size);
    record.probability.resize(size);
    record.entropy.resize(size);
    record.alternatives.resize(size);
    if (batch_.keepLogits)
      logits_[image].insert(logits_[image].end(), values + image * size * vocab, values + (image + 1) * size * vocab);
  }
  model_.compute().pool->run(images() * size, [&](std::int64_t row) {
    auto& record = records[row / size];
    const std::int64_t i = row % size;
    auto sampled = sampler_.sample({values + row * vocab, static_cast<std::size_t>(vocab)},
                                   batch_.imageIndices[row / size], record.positions[i]);
    record.tokens[i] = sampled.token;
    record.probability[i] = sampled.probability;
    record.entropy[i] = sampled.entropyBits;
    record.alternatives[i] = std::move(sampled.alternatives);
  });
  for (const auto& record : records)
    for (std::int64_t i = 0; i < size; ++i)
      tokens_[record.image][record.positions[i]] = record.tokens[i];
  return records;
}

}  // namespace lpd
