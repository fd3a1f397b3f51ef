#include "model/transformer.h"

#include "model/position_table.h"
#include "model/weight_tensors.h"

#include <lpd/error.h>
#include <lpd/request.h>

#include <cmath>

namespace lpd {
namespace {

/// The grid a position table was trained on: models are trained on square pictures.
Grid trainedGrid(int tokens, const Grid& wanted) {
  if (wanted.count() == tokens) return wanted;
  const int side = static_cast<int>(std::lround(std::sqrt(static_cast<double>(tokens))));
  if (side * side != tokens)
    throw Error(ErrorCode::InvalidFile, "a position table of " + std::to_string(tokens) +
                                            " positions is no square and cannot be resized to another grid");
  return {side, side};
}

}  // namespace

Transformer::Transformer(const WeightFile& file, const TransformerConfig& config, const Grid& grid,
                         const Compute& compute)
    : config_(config), compute_(compute), gridTokens_(grid.count()) {
  const WeightTensors weights(file);
  const std::int64_t width = config.width, hidden = config.mlpHidden, vocab = config.vocab;
  const auto norm = [&](const std::string& name, bool feedsProduct) {
    return LayerNorm(weights.get(name + ".weight", {width}), weights.get(name + ".bias", {width}), feedsProduct,
                     compute);
  };
  const auto linear = [&](const std::string& name, std::int64_t out, std::int64_t in) {
    return Linear(weights.get(name + ".weight", {out, in}), weights.get(name + ".bias", {out}), compute);
  };

  classes_ =
      torch::cat({weights.get("class_emb.weight", {config.classCount, width}), weights.get("fake_latent", {1, width})})
          .to(compute.device);
  tokens_ = weights.get("token_emb.weight", {vocab, width}).to(compute.device);
  maskToken_ = weights.get("mask_token", {1, 1, width}).view({width}).to(compute.device);
  const auto table = weights.get("pos_embed", {1, config.tokens + 1, width}).squeeze(0);
  positions_ = resizePositionTable(table, trainedGrid(config.tokens, grid), grid).to(compute.device);
  inputNorm_ = norm("z_proj_ln", /*feedsProduct=*/false);
  for (int i = 0; i < config.depth; ++i) {
    const std::string block = "blocks." + std::to_string(i) + ".";
    blocks_.push_back({norm(block + "norm1", true), norm(block + "norm2", true),
                       linear(block + "attn.qkv", 3 * width, width), linear(block + "attn.proj", width, width),
                       linear(block + "mlp.fc1", hidden, width), linear(block + "mlp.fc2", width, hidden)});
  }
  norm_ = norm("norm", true);
  head_ = Linear(weights.get("head.weight", {vocab, width}), {}, compute);
}

KvCache::Shape Transformer::cacheShape(std::int64_t sequences) const {
  // The class and every token; the last group's queries stand where its tokens would.
  return {config_.depth, sequences, config_.heads, config_.width / config_.heads, gridTokens_ + 1};
}

torch::Tensor Transformer::classVectors(const std::vector<int>& classes) const {
  std::vector<std::int64_t> rows;
  for (const int c : classes)
    rows.push_back(c == kUnconditional ? config_.classCount : c);
  const auto index = torch::tensor(rows, torch::kInt64).to(compute_.device);
  return inputNorm_(classes_.index_select(0, index) + positions_[0]).unsqueeze(1);
}

torch::Tensor Transformer::tokenVectors(const torch::Tensor& tokens, const torch::Tensor& positions) const {
  const auto sum =
      tokens_.index_select(0, tokens.reshape({-1})) + positions_.index_select(0, positions.reshape({-1}) + 1);
  return inputNorm_(sum).view({positions.size(0), positions.size(1), config_.width});
}

torch::Tensor Transformer::queryVectors(const torch::Tensor& positions) const {
  const auto sum = positions_.index_select(0, positions.reshape({-1}) + 1) + maskToken_;
  return inputNorm_(sum).view({positions.size(0), positions.size(1), config_.width});
}

torch::Tensor Transformer::step(KvCache& cache, const torch::Tensor& context, const torch::Tensor& queries) const {
  const auto contextRows = context.size(1), queryRows = queries.size(1);
  auto x = torch::cat({context, queries}, 1);  // the residual stream, fp32 [S, T + Q, D]
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    const auto& block = blocks_[i];
    auto attended = cache.attend(static_cast<int>(i), block.qkv(block.norm1(x)), contextRows);
    if (i + 1 == blocks_.size()) {  // only the queries' results are read from here on
      x = x.narrow(1, contextRows, queryRows).contiguous();
      attended = attended.narrow(1, contextRows, queryRows).contiguous();
    }
    block.proj.addTo(x, attended);
    block.fc2.addTo(x, block.fc1.gelu(block.norm2(x)));
  }
  cache.advance(contextRows);
  return head_(norm_(x)).to(torch::kFloat32);
}

}  // namespace lpd
