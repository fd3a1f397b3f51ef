#include "model/tokenizer.h"

#include "model/tokenizer_blocks.h"

#include <cmath>
#include <limits>

namespace lpd {
namespace {

/// Residual blocks of one resolution, each followed by attention at the lowest one.
struct Level {
  std::vector<ResidualBlock> residual;
  std::vector<AttentionBlock> attention;
  std::optional<Convolution> resize;

  Level(const TokenizerParts& parts, const std::string& name, int blocks, bool lowest, std::int64_t out,
        std::int64_t in) {
    for (int i = 0; i < blocks; ++i) {
      residual.emplace_back(parts, name + ".res." + std::to_string(i), out, i == 0 ? in : out);
      if (lowest) attention.emplace_back(parts, name + ".attn." + std::to_string(i), out);
    }
  }
  torch::Tensor operator()(torch::Tensor x) const {
    for (std::size_t i = 0; i < residual.size(); ++i) {
      x = residual[i](x);
      if (!attention.empty()) x = attention[i](x);
    }
    return resize ? (*resize)(x) : x;
  }
};

struct Middle {
  ResidualBlock first;
  AttentionBlock attention;
  ResidualBlock last;

  Middle(const TokenizerParts& parts, const std::string& name, std::int64_t channels)
      : first(parts, name + ".0", channels, channels),
        attention(parts, name + ".1", channels),
        last(parts, name + ".2", channels, channels) {}
  torch::Tensor operator()(const torch::Tensor& x) const { return last(attention(first(x))); }
};

torch::Tensor normalised(const torch::Tensor& rows) {
  return rows / rows.norm(2, -1, true).clamp_min(1e-12);
}

/// The codebook entry at the smallest squared distance; the first of equals.
int nearest(const float* z, const float* codebook, std::int64_t codes, std::int64_t dim) {
  int best = 0;
  float least = std::numeric_limits<float>::infinity();
  for (std::int64_t code = 0; code < codes; ++code) {
    float distance = 0;
    for (std::int64_t d = 0; d < dim; ++d) {
      const float difference = z[d] - codebook[code * dim + d];
      distance += difference * difference;
    }
    if (distance < least) {
      least = distance;
      best = static_cast<int>(code);
    }
  }
  return best;
}

}  // namespace

class Tokenizer::Encoder {
 public:
  Encoder(const TokenizerParts& parts, const TokenizerConfig& config)
      : in_(parts.convolution("encoder.conv_in", config.baseChannels, 3)),
        middle_(parts, "encoder.mid", lowestChannels(config)),
        normOut_(parts.norm("encoder.norm_out", lowestChannels(config))),
        out_(parts.convolution("encoder.conv_out", config.zChannels, lowestChannels(config))),
        quant_(parts.convolution("quant_conv", config.codebookDim, config.zChannels, 1)) {
    const int levels = static_cast<int>(config.encoderMultipliers.size());
    std::int64_t in = config.baseChannels;
    for (int i = 0; i < levels; ++i) {
      const std::string name = "encoder.conv_blocks." + std::to_string(i);
      const std::int64_t out = std::int64_t{config.baseChannels} * config.encoderMultipliers[i];
      levels_.emplace_back(parts, name, config.encoderBlocks, i + 1 == levels, out, in);
      if (i + 1 < levels)
        levels_.back().resize =
            parts.convolution(name + ".downsample.conv", out, out, 3, Convolution::Kind::Downsample);
      in = out;
    }
  }
  /// [H, W, 3] -> [h, w, codebook dim]
  torch::Tensor operator()(const torch::Tensor& picture) const {
    auto x = in_(picture);
    for (const auto& level : levels_)
      x = level(x);
    return quant_(out_(middle_(x), {&normOut_, nullptr}));
  }

 private:
  static std::int64_t lowestChannels(const TokenizerConfig& config) {
    return std::int64_t{config.baseChannels} * config.encoderMultipliers.back();
  }

  Convolution in_;
  std::vector<Level> levels_;
  Middle middle_;
  GroupNorm normOut_;
  Convolution out_, quant_;
};

class Tokenizer::Decoder {
 public:
  Decoder(const TokenizerParts& parts, const TokenizerConfig& config)
      : postQuant_(parts.convolution("post_quant_conv", config.zChannels, config.codebookDim, 1)),
        in_(parts.convolution("decoder.conv_in", lowestChannels(config), config.zChannels)),
        middle_(parts, "decoder.mid", lowestChannels(config)),
        normOut_(parts.norm("decoder.norm_out", highestChannels(config))),
        out_(parts.convolution("decoder.conv_out", 3, highestChannels(config))) {
    const int levels = static_cast<int>(config.decoderMultipliers.size());
    std::int64_t in = lowestChannels(config);
    for (int i = 0; i < levels; ++i) {  // level 0 has the lowest resolution
      const std::string name = "decoder.conv_blocks." + std::to_string(i);
      const std::int64_t out = std::int64_t{config.baseChannels} * config.decoderMultipliers[levels - 1 - i];
      levels_.emplace_back(parts, name, config.decoderBlocks, i == 0, out, in);
      if (i + 1 < levels)
        levels_.back().resize = parts.convolution(name + ".upsample.conv", out, out, 3, Convolution::Kind::Upsample);
      in = out;
    }
  }
  /// [h, w, codebook dim] -> [H, W, 3]
  torch::Tensor operator()(const torch::Tensor& codes) const {
    auto x = middle_(in_(postQuant_(codes)));
    for (const auto& level : levels_)
      x = level(x);
    return out_(x, {&normOut_, nullptr});
  }

 private:
  static std::int64_t lowestChannels(const TokenizerConfig& config) {
    return std::int64_t{config.baseChannels} * config.decoderMultipliers.back();
  }
  static std::int64_t highestChannels(const TokenizerConfig& config) {
    return std::int64_t{config.baseChannels} * config.decoderMultipliers.front();
  }

  Convolution postQuant_, in_;
  Middle middle_;
  std::vector<Level> levels_;
  GroupNorm normOut_;
  Convolution out_;
};

Tokenizer::Tokenizer(const WeightFile& file, const TokenizerConfig& config, const Compute& compute)
    : config_(config), compute_(compute) {
  const WeightTensors weights(file);
  const TokenizerParts parts{weights, config.normGroups, compute_};
  codebook_ = normalised(weights.get("quantize.embedding.weight", {config.codebookSize, config.codebookDim}));
  encoder_ = std::make_unique<Encoder>(parts, config);
  decoder_ = std::make_unique<Decoder>(parts, config);
}

Tokenizer::~Tokenizer() = default;

std::vector<int> Tokenizer::encode(const torch::Tensor& picture) const {
  const auto latents = (*encoder_)(picture.to(compute_.device)).to(torch::kCPU);
  const auto z = normalised(latents).contiguous();
  const std::int64_t dim = codebook_.size(1);
  std::vector<int> tokens(static_cast<std::size_t>(z.size(0) * z.size(1)));
  compute_.pool->run(static_cast<std::int64_t>(tokens.size()), [&](std::int64_t i) {
    tokens[i] = nearest(z.data_ptr<float>() + i * dim, codebook_.data_ptr<float>(), codebook_.size(0), dim);
  });
  return tokens;
}

torch::Tensor Tokenizer::decode(const Grid& grid, const std::vector<int>& tokens) const {
  const std::vector<std::int64_t> rows(tokens.begin(), tokens.end());
  const auto codes = codebook_.index_select(0, torch::tensor(rows, torch::kInt64));
  const auto picture = (*decoder_)(codes.view({grid.height, grid.width, codebook_.size(1)}).to(compute_.device));
  return picture.to(torch::kCPU, torch::kFloat32).contiguous();
}

torch::Tensor toTensor(const Image& image) {
  auto result = torch::empty({image.height, image.width, 3});
  float* out = result.data_ptr<float>();
  for (std::size_t i = 0; i < image.rgb.size(); ++i)
    out[i] = static_cast<float>(image.rgb[i]) / 127.5f - 1.0f;
  return result;
}

Image toImage(const torch::Tensor& picture) {
  Image image(static_cast<int>(picture.size(1)), static_cast<int>(picture.size(0)));
  const float* in = picture.data_ptr<float>();
  for (std::size_t i = 0; i < image.rgb.size(); ++i)
    image.rgb[i] = static_cast<std::uint8_t>(std::lround(std::clamp((in[i] + 1) / 2, 0.0f, 1.0f) * 255));
  return image;
}

}  // namespace lpd
