#include "model/tokenizer_blocks.h"

#include "backends/kv_cache.h"

#include <lpd/error.h>

namespace lpd {

GroupNorm TokenizerParts::norm(const std::string& name, std::int64_t channels) const {
  if (normGroups < 1 || channels % normGroups != 0)
    throw Error(ErrorCode::InvalidFile,
                "the tokenizer's " + std::to_string(channels) + " channels of '" + name + "' do not divide into " +
                    std::to_string(normGroups) + " groups",
                "give the number of GroupNorm groups (vq_num_groups) when importing");
  return {weights.get(name + ".weight", {channels}), weights.get(name + ".bias", {channels}), normGroups, compute};
}

Convolution TokenizerParts::convolution(const std::string& name, std::int64_t out, std::int64_t in, int kernel,
                                        Convolution::Kind kind) const {
  return {weights.get(name + ".weight", {out, in, kernel, kernel}), weights.get(name + ".bias", {out}), kind, compute};
}

ResidualBlock::ResidualBlock(const TokenizerParts& parts, const std::string& name, std::int64_t out, std::int64_t in)
    : norm1_(parts.norm(name + ".norm1", in)),
      norm2_(parts.norm(name + ".norm2", out)),
      conv1_(parts.convolution(name + ".conv1", out, in)),
      conv2_(parts.convolution(name + ".conv2", out, out)) {
  if (in != out) shortcut_ = parts.convolution(name + ".nin_shortcut", out, in, 1);
}

torch::Tensor ResidualBlock::operator()(const torch::Tensor& x) const {
  const auto residual = shortcut_ ? (*shortcut_)(x) : x;
  return conv2_(conv1_(x, {&norm1_, nullptr}), {&norm2_, &residual});
}

AttentionBlock::AttentionBlock(const TokenizerParts& parts, const std::string& name, std::int64_t channels)
    : compute_(parts.compute), norm_(parts.norm(name + ".norm", channels)) {
  // 1x1 convolutions are linear layers over pixels; q, k and v share one product.
  const auto weight = [&](const char* part) {
    return parts.weights.get(name + "." + part + ".weight", {channels, channels, 1, 1}).flatten(1);
  };
  const auto bias = [&](const char* part) { return parts.weights.get(name + "." + part + ".bias", {channels}); };
  qkv_ = Linear(torch::cat({weight("q"), weight("k"), weight("v")}), torch::cat({bias("q"), bias("k"), bias("v")}),
                compute_);
  out_ = Linear(weight("proj_out"), bias("proj_out"), compute_);
}

torch::Tensor AttentionBlock::operator()(const torch::Tensor& x) const {
  const std::int64_t pixels = x.size(0) * x.size(1), channels = x.size(2);
  auto normed = norm_(x).reshape({1, pixels, channels});
  if (compute_.kernelsRound()) normed = normed.to(torch::kBFloat16).to(torch::kFloat32);
  // All pixels are context of one sequence with a single head: scale 1 / sqrt(C), no mask.
  KvCache cache({1, 1, 1, channels, pixels}, compute_);
  auto sum = x.reshape({pixels, channels}).clone();
  out_.addTo(sum, cache.attend(0, qkv_(normed), pixels).view({pixels, channels}));
  return sum.view(x.sizes());
}

}  // namespace lpd
