#include "training/transformer/trainable_transformer.h"

#include "training/transformer/bf16_layers.h"
#include "training/transformer/group_attention.h"
#include "training/transformer/start_weights.h"

#include <lpd/error.h>
#include <lpd/weights.h>

#include <cmath>

namespace lpd::training {
namespace {

constexpr double kEpsilon = 1e-6;                 // of every LayerNorm
constexpr double kDeviation = 0.02;               // of embeddings and tables
constexpr std::uint32_t kSites = 4;               // places of dropout in a block
constexpr std::int64_t kCodebookStart = 1 << 20;  // above every tensor's number

bool endsWith(const std::string& text, const std::string& end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

bool isNorm(const std::string& name) {
  return name.rfind("norm.", 0) == 0 || name.find(".norm") != std::string::npos || name.rfind("z_proj_ln.", 0) == 0;
}

bool isTable(const std::string& name) {
  return name == "class_emb.weight" || name == "token_emb.weight" || name == "fake_latent" || name == "pos_embed" ||
         name == "mask_token";
}

torch::Tensor startValue(const TensorInfo& info, std::uint64_t seed, std::int64_t number) {
  if (isTable(info.name)) return normalTensor(info.shape, kDeviation, seed, number);
  if (endsWith(info.name, ".bias")) return at::zeros(info.shape);
  if (isNorm(info.name)) return at::ones(info.shape);
  const auto fans = static_cast<double>(info.shape[0] + info.shape[1]);
  return uniformTensor(info.shape, std::sqrt(6 / fans), seed, number);
}

}  // namespace

TrainableTransformer::TrainableTransformer(const TransformerConfig& config, const torch::Device& device,
                                           std::uint64_t seed)
    : config_(config), device_(device) {
  std::int64_t number = 0;
  for (const TensorInfo& info : transformerTensors(config)) {
    index_[info.name] = parameters_.size();
    parameters_.push_back({info.name, startValue(info, seed, number++).to(device).requires_grad_()});
  }
}

const torch::Tensor& TrainableTransformer::parameter(const std::string& name) const {
  return parameters_[index_.at(name)].value;
}

void TrainableTransformer::load(const std::string& prefix, const NamedTensors& stored) {
  for (const Parameter& parameter : parameters_)
    parameter.value.detach().copy_(storedTensor(stored, prefix + parameter.name, parameter.value));
}

std::vector<MuonParameter> TrainableTransformer::blockMatrices() const {
  std::vector<MuonParameter> matrices;
  for (const Parameter& parameter : parameters_)
    if (parameter.name.rfind("blocks.", 0) == 0 && parameter.value.dim() == 2)
      matrices.push_back({parameter, endsWith(parameter.name, "attn.qkv.weight") ? 3 : 1});
  return matrices;
}

Parameters TrainableTransformer::otherParameters() const {
  Parameters others;
  for (const Parameter& parameter : parameters_)
    if (parameter.name.rfind("blocks.", 0) != 0 || parameter.value.dim() != 2) others.push_back(parameter);
  return others;
}

void TrainableTransformer::startFromCodebook(const torch::Tensor& codebook, std::uint64_t seed) {
  const at::NoGradGuard noGradient;
  const auto entries = codebook / codebook.norm(2, 1, /*keepdim=*/true).clamp_min(1e-12);
  const std::vector<std::int64_t> shape{codebook.size(1), config_.width};
  const auto project = [&](const char* name, double deviation, std::int64_t number) {
    // Entries have length 1: the projection's deviation is the result's.
    parameter(name).detach().copy_(at::mm(entries, normalTensor(shape, deviation, seed, kCodebookStart + number)));
  };
  project("token_emb.weight", kDeviation, 0);
  project("head.weight", kDeviation, 1);
}

torch::Tensor TrainableTransformer::norm(const std::string& name, const torch::Tensor& x, bool bf16) const {
  const auto &weight = parameter(name + ".weight"), &bias = parameter(name + ".bias");
  if (byHand(bf16)) return bf16Norm(x, weight, bias, kEpsilon);
  return at::layer_norm(x, {config_.width}, weight, bias, kEpsilon);
}

torch::Tensor TrainableTransformer::linear(const std::string& name, const torch::Tensor& x, bool bf16) const {
  const auto &weight = parameter(name + ".weight"), &bias = parameter(name + ".bias");
  if (byHand(bf16)) return bf16Linear(x, weight, bias);
  if (!bf16) return at::linear(x, weight, bias);
  return at::linear(x.to(torch::kBFloat16), weight.to(torch::kBFloat16), bias.to(torch::kBFloat16));
}

torch::Tensor TrainableTransformer::linearGelu(const std::string& name, const torch::Tensor& x, bool bf16) const {
  if (byHand(bf16)) return bf16LinearGelu(x, parameter(name + ".weight"), parameter(name + ".bias"));
  return at::gelu(linear(name, x, bf16));
}

torch::Tensor TrainableTransformer::inputs(const TeacherForcedBatch& batch, const AttentionLayout& layout) const {
  const std::int64_t fed = layout.context() - 1;
  const auto table = parameter("pos_embed").squeeze(0);  // [1 + N, D]
  const auto classes = at::cat({parameter("class_emb.weight"), parameter("fake_latent")});
  const auto places = at::embedding(table, batch.orders + 1);  // [B, N, D]
  const auto first = (at::embedding(classes, batch.labels) + table[0]).unsqueeze(1);
  const auto tokens =
      at::embedding(parameter("token_emb.weight"), batch.tokens.narrow(1, 0, fed)) + places.narrow(1, 0, fed);
  return norm("z_proj_ln", at::cat({first, tokens, places + parameter("mask_token")}, 1), false);
}

torch::Tensor TrainableTransformer::block(int number, torch::Tensor x, const AttentionLayout& layout,
                                          const Dropout& dropout, const Dropout& attentionDropout, bool bf16) const {
  const std::string name = "blocks." + std::to_string(number) + ".";
  const bool last = number + 1 == config_.depth;
  const auto site = static_cast<std::uint32_t>(number) * kSites;
  const auto toStream = [&](const torch::Tensor& sum, const torch::Tensor& y, std::uint32_t which) {
    if (byHand(bf16) && !dropout.active()) return bf16Add(sum, y);
    return addDropped(sum, y.to(torch::kFloat32), dropout, site + which);
  };
  const auto attended = groupAttention(linear(name + "attn.qkv", norm(name + "norm1", x, bf16), bf16), layout,
                                       config_.heads, last, attentionDropout, site);
  if (last) x = x.narrow(1, layout.context(), layout.queries());  // nothing reads the context from here on
  x = toStream(x, linear(name + "attn.proj", attended, bf16), 1);
  const auto hidden = linearGelu(name + "mlp.fc1", norm(name + "norm2", x, bf16), bf16);
  return toStream(x, linear(name + "mlp.fc2", dropped(hidden, dropout, site + 2), bf16), 3);
}

torch::Tensor TrainableTransformer::scores(const TeacherForcedBatch& batch, const PassOptions& options) const {
  const AttentionLayout layout(batch.groupSizes);
  const bool drops = !batch.dropoutKeys.empty();
  const Dropout dropout{drops ? options.dropout : 0, batch.dropoutKeys};
  const Dropout attentionDropout{drops ? options.attentionDropout : 0, batch.dropoutKeys};
  auto x = inputs(batch, layout);  // [B, L, D], fp32
  for (int i = 0; i < config_.depth; ++i)
    x = block(i, x, layout, dropout, attentionDropout, options.bf16);
  x = norm("norm", x, options.bf16);
  const auto& head = parameter("head.weight");
  if (byHand(options.bf16)) return bf16Linear(x, head, {});
  if (!options.bf16) return at::linear(x, head);
  return at::linear(x.to(torch::kBFloat16), head.to(torch::kBFloat16));
}

torch::Tensor TrainableTransformer::logits(const TeacherForcedBatch& batch, const PassOptions& options) const {
  return scores(batch, options).to(torch::kFloat32);
}

torch::Tensor TrainableTransformer::loss(const TeacherForcedBatch& batch, const PassOptions& options) const {
  const auto rows = scores(batch, options).view({-1, config_.vocab});
  const auto wanted = batch.tokens.reshape({-1});
  if (byHand(options.bf16)) return bf16CrossEntropy(rows, wanted);
  return at::cross_entropy_loss(rows.to(torch::kFloat32), wanted);
}

}  // namespace lpd::training
