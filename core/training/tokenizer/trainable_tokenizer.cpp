#include "training/tokenizer/trainable_tokenizer.h"

#include "training/run/noise.h"
#include "training/tokenizer/norm_swish.h"
#include "training/tokenizer/winograd_convolution.h"

#include <lpd/error.h>
#include <lpd/weights.h>

#include <cmath>

namespace lpd::training {

namespace {

constexpr const char* kCodebook = "quantize.embedding.weight";

/// Uniform within +-limit.
torch::Tensor uniformTensor(const std::vector<std::int64_t>& shape, double limit, std::uint64_t seed,
                            std::int64_t number) {
  auto tensor = torch::empty(shape);
  auto stream = noise(seed, number, Purpose::Weights);
  float* values = tensor.data_ptr<float>();
  for (std::int64_t i = 0; i < tensor.numel(); ++i)
    values[i] = static_cast<float>((2 * stream.uniform() - 1) * limit);
  return tensor;
}

Parameters startWeights(const TokenizerConfig& config, std::uint64_t seed, const torch::Device& device) {
  Parameters parameters;
  double limit = 0;  // of a layer's weight, and of the bias that follows it
  for (const TensorInfo& info : tokenizerTensors(config)) {
    const auto number = static_cast<std::int64_t>(parameters.size());
    if (info.name == kCodebook) continue;
    const bool norm = info.name.find("norm") != std::string::npos;
    if (info.shape.size() == 4)
      limit = 1 / std::sqrt(static_cast<double>(info.shape[1] * info.shape[2] * info.shape[3]));
    auto value = norm ? torch::full(info.shape, info.name.ends_with(".weight") ? 1.0 : 0.0)
                      : uniformTensor(info.shape, limit, seed, number);
    parameters.push_back({info.name, value.to(device).requires_grad_()});
  }
  return parameters;
}

/// On a CPU all channels of a pixel lie together: what its convolutions and norms read without copying.
torch::Tensor asTheKernelsRead(const torch::Tensor& pictures) {
  return pictures.is_cpu() ? pictures.contiguous(torch::MemoryFormat::ChannelsLast) : pictures;
}

void checkGroups(const TokenizerConfig& config) {
  for (const auto& multipliers : {config.encoderMultipliers, config.decoderMultipliers, {1}})
    for (const int multiplier : multipliers)
      if (config.baseChannels * multiplier % config.normGroups != 0)
        throw Error(ErrorCode::Usage,
                    std::to_string(config.baseChannels * multiplier) + " channels cannot be split into " +
                        std::to_string(config.normGroups) + " GroupNorm groups",
                    "change norm_groups or base_channels in the configuration");
}

}  // namespace

TrainableTokenizer::TrainableTokenizer(const TokenizerConfig& config, std::uint64_t seed, const torch::Device& device,
                                       bool bf16)
    : TrainableTokenizer(config, startWeights(config, seed, device), bf16) {}

TrainableTokenizer::TrainableTokenizer(const TokenizerConfig& config, Parameters parameters, bool bf16)
    : config_(config), parameters_(std::move(parameters)), bf16_(bf16) {
  checkGroups(config);
  for (const auto& parameter : parameters_)
    byName_.emplace(parameter.name, parameter.value);
}

Parameters TrainableTokenizer::half(bool encoder) const {
  Parameters chosen;
  for (const auto& parameter : parameters_)
    if ((parameter.name.starts_with("encoder.") || parameter.name.starts_with("quant_conv.")) == encoder)
      chosen.push_back(parameter);
  return chosen;
}

const torch::Tensor& TrainableTokenizer::at(const std::string& name) const {
  return byName_.at(name);
}

torch::Tensor TrainableTokenizer::convolution(torch::Tensor x, const std::string& name, std::int64_t stride) const {
  auto weight = at(name + ".weight"), bias = at(name + ".bias");
  if (!bf16_ && x.is_cpu() && stride == 1 && weight.size(2) == 3) return winogradConvolution(x, weight, bias);
  if (bf16_) {
    x = x.to(torch::kBFloat16);
    weight = weight.to(torch::kBFloat16);
    bias = bias.to(torch::kBFloat16);
  }
  // The layer that halves a side pads right and below only.
  if (stride == 2) x = at::constant_pad_nd(x, {0, 1, 0, 1});
  const std::int64_t padding = stride == 2 ? 0 : weight.size(2) / 2;
  return at::conv2d(x, weight, bias, {stride, stride}, {padding, padding});
}

torch::Tensor TrainableTokenizer::normThenSwish(const torch::Tensor& x, const std::string& name) const {
  return normSwish(x, at(name + ".weight"), at(name + ".bias"), config_.normGroups);
}

torch::Tensor TrainableTokenizer::residual(const torch::Tensor& x, const std::string& name) const {
  auto h = convolution(normThenSwish(x, name + ".norm1"), name + ".conv1");
  h = convolution(normThenSwish(h, name + ".norm2"), name + ".conv2");
  const std::string shortcut = name + ".nin_shortcut";
  return h + (has(shortcut + ".weight") ? convolution(x, shortcut) : x);
}

torch::Tensor TrainableTokenizer::attention(const torch::Tensor& x, const std::string& name) const {
  // In fp32 and plane by plane: LibTorch 1.13's GroupNorm is wrong in bf16 on channels-last tensors.
  const auto normed = at::group_norm(x.to(torch::kFloat32).contiguous(), config_.normGroups, at(name + ".norm.weight"),
                                     at(name + ".norm.bias"), kNormEpsilon);
  const auto input = asTheKernelsRead(normed);
  // Channels-last pictures are rows of pixels as they lie.
  const auto rows = [&](const char* part) {
    return convolution(input, name + part).permute({0, 2, 3, 1}).flatten(1, 2);
  };
  const auto q = rows(".q"), k = rows(".k"), v = rows(".v");  // [B, pixels, C]
  const auto scores = at::bmm(q, k.transpose(1, 2)).to(torch::kFloat32) / std::sqrt(static_cast<double>(q.size(2)));
  const auto mixed = at::bmm(at::softmax(scores, -1).to(v.scalar_type()), v);
  return x + convolution(mixed.view({x.size(0), x.size(2), x.size(3), x.size(1)}).permute({0, 3, 1, 2}),
                         name + ".proj_out");
}

torch::Tensor TrainableTokenizer::middle(torch::Tensor x, const std::string& name) const {
  x = residual(x, name + ".0");
  x = attention(x, name + ".1");
  return residual(x, name + ".2");
}

torch::Tensor TrainableTokenizer::level(torch::Tensor x, const std::string& name, int blocks) const {
  for (int i = 0; i < blocks; ++i) {
    x = residual(x, name + ".res." + std::to_string(i));
    const std::string attended = name + ".attn." + std::to_string(i);
    if (has(attended + ".q.weight")) x = attention(x, attended);
  }
  if (has(name + ".downsample.conv.weight")) return convolution(x, name + ".downsample.conv", 2);
  if (!has(name + ".upsample.conv.weight")) return x;
  return convolution(at::upsample_nearest2d(x, {2 * x.size(2), 2 * x.size(3)}), name + ".upsample.conv");
}

torch::Tensor TrainableTokenizer::encode(const torch::Tensor& pictures) const {
  auto x = convolution(asTheKernelsRead(pictures), "encoder.conv_in");
  for (std::size_t i = 0; i < config_.encoderMultipliers.size(); ++i)
    x = level(x, "encoder.conv_blocks." + std::to_string(i), config_.encoderBlocks);
  x = convolution(normThenSwish(middle(x, "encoder.mid"), "encoder.norm_out"), "encoder.conv_out");
  return unitLength(convolution(x, "quant_conv").to(torch::kFloat32), 1);
}

torch::Tensor TrainableTokenizer::decode(const torch::Tensor& codes) const {
  auto x =
      middle(convolution(convolution(asTheKernelsRead(codes), "post_quant_conv"), "decoder.conv_in"), "decoder.mid");
  for (std::size_t i = 0; i < config_.decoderMultipliers.size(); ++i)
    x = level(x, "decoder.conv_blocks." + std::to_string(i), config_.decoderBlocks);
  return convolution(normThenSwish(x, "decoder.norm_out"), "decoder.conv_out").to(torch::kFloat32);
}

torch::Tensor unitLength(const torch::Tensor& rows, std::int64_t dim) {
  return rows / rows.norm(2, dim, true).clamp_min(1e-12);
}

}  // namespace lpd::training
