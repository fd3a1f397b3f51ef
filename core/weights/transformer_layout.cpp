#include "weights/fault.h"
#include "weights/tensor_match.h"

#include <lpd/error.h>
#include <lpd/grid.h>
#include <lpd/weights.h>

namespace lpd {

namespace {

using weights::shapeOf;

constexpr int kHeadWidth = 64;
constexpr int kMaxDepth = 512;

int headsFor(const WeightFile& file, int width, int heads) {
  if (heads == 0 && width % kHeadWidth != 0) {
    weights::failFile(file.path(),
                      "its width " + std::to_string(width) + " is no multiple of 64, so the heads are unknown",
                      "give --heads, or decoder_num_heads in the config");
  }
  const int result = heads > 0 ? heads : width / kHeadWidth;
  if (heads < 0 || width % result != 0) {
    throw Error(ErrorCode::Usage, "a width of " + std::to_string(width) + " cannot be split into " +
                                      std::to_string(heads) + " attention heads");
  }
  return result;
}

}  // namespace

std::vector<TensorInfo> transformerTensors(const TransformerConfig& config) {
  const std::int64_t width = config.width;
  weights::TensorList list;
  list.add("fake_latent", {1, width});
  list.add("pos_embed", {1, config.tokens + 1, width});
  list.add("mask_token", {1, 1, width});
  list.add("class_emb.weight", {config.classCount, width});
  list.add("token_emb.weight", {config.vocab, width});
  list.addNorm("z_proj_ln", width);
  for (int i = 0; i < config.depth; ++i) {
    const std::string block = "blocks." + std::to_string(i) + ".";
    list.addNorm(block + "norm1", width);
    list.addLayer(block + "attn.qkv", {3 * width, width}, 3 * width);
    list.addLayer(block + "attn.proj", {width, width}, width);
    list.addNorm(block + "norm2", width);
    list.addLayer(block + "mlp.fc1", {config.mlpHidden, width}, config.mlpHidden);
    list.addLayer(block + "mlp.fc2", {width, config.mlpHidden}, width);
  }
  list.addNorm("norm", width);
  list.add("head.weight", {config.vocab, width});
  return list.take();
}

TransformerConfig inferTransformer(const WeightFile& file, int heads) {
  TransformerConfig config;
  const auto& classes = shapeOf(file, "class_emb.weight", 2);
  config.classCount = static_cast<int>(classes[0]);
  config.width = static_cast<int>(classes[1]);
  config.vocab = static_cast<int>(shapeOf(file, "token_emb.weight", 2)[0]);
  config.tokens = static_cast<int>(shapeOf(file, "pos_embed", 3)[1] - 1);
  if (config.tokens < 1 || config.tokens > kMaxGridSide * kMaxGridSide)
    weights::failFile(file.path(), "tensor 'pos_embed' has " + std::to_string(config.tokens) + " positions");
  config.depth = weights::countNumbered(file, "blocks.", kMaxDepth);
  config.mlpHidden = static_cast<int>(shapeOf(file, "blocks.0.mlp.fc1.weight", 2)[0]);
  weights::matchTensors(file, transformerTensors(config));
  config.heads = headsFor(file, config.width, heads);
  return config;
}

}  // namespace lpd
