#include "golden/reference_transformer.h"

#include <cmath>

using torch::Tensor;

ReferenceTransformer::ReferenceTransformer(const lpd::WeightFile& file, const lpd::TransformerConfig& config)
    : file_(file), config_(config) {}

Tensor ReferenceTransformer::weight(const std::string& name) const {
  const auto data = file_.read(name);
  return torch::from_blob(const_cast<std::byte*>(data.bytes.data()), file_.find(name)->shape, torch::kFloat32).clone();
}

Tensor ReferenceTransformer::norm(const std::string& name, const Tensor& x) const {
  return torch::layer_norm(x, {config_.width}, weight(name + ".weight"), weight(name + ".bias"), 1e-6);
}

Tensor ReferenceTransformer::linear(const std::string& name, const Tensor& x) const {
  return torch::matmul(x, weight(name + ".weight").t()) + weight(name + ".bias");
}

Tensor ReferenceTransformer::classVectors(const Tensor& classes) const {
  return norm("z_proj_ln", weight("class_emb.weight").index({classes}) + weight("pos_embed")[0][0]).unsqueeze(1);
}

Tensor ReferenceTransformer::tokenVectors(const Tensor& tokens, const Tensor& positions) const {
  return norm("z_proj_ln", weight("token_emb.weight").index({tokens}) + weight("pos_embed")[0].index({positions + 1}));
}

Tensor ReferenceTransformer::queryVectors(const Tensor& positions) const {
  return norm("z_proj_ln", weight("mask_token")[0][0] + weight("pos_embed")[0].index({positions + 1}));
}

Tensor ReferenceTransformer::logits(Tensor x, const Tensor& mask) const {
  const auto batch = x.size(0), length = x.size(1), heads = std::int64_t{config_.heads};
  const auto width = config_.width / heads;
  for (int i = 0; i < config_.depth; ++i) {
    const std::string block = "blocks." + std::to_string(i) + ".";
    const auto qkv = linear(block + "attn.qkv", norm(block + "norm1", x))
                         .view({batch, length, 3, heads, width})
                         .permute({2, 0, 3, 1, 4});
    auto scores = torch::matmul(qkv[0], qkv[1].transpose(-2, -1)) / std::sqrt(static_cast<double>(width));
    scores = scores.masked_fill(mask.logical_not(), -INFINITY).softmax(-1);
    const auto attended = torch::matmul(scores, qkv[2]).transpose(1, 2).reshape({batch, length, config_.width});
    x = x + linear(block + "attn.proj", attended);
    x = x + linear(block + "mlp.fc2", torch::gelu(linear(block + "mlp.fc1", norm(block + "norm2", x))));
  }
  return torch::matmul(norm("norm", x), weight("head.weight").t());
}
