#include "weights/fault.h"
#include "weights/tensor_match.h"

#include <lpd/error.h>
#include <lpd/weights.h>

#include <algorithm>

namespace lpd {

namespace {

using weights::shapeOf;
using weights::TensorList;

constexpr int kMaxLevels = 8;
constexpr int kMaxBlocks = 64;

void addConv(TensorList& list, const std::string& name, std::int64_t in, std::int64_t out, std::int64_t kernel) {
  list.addLayer(name, {out, in, kernel, kernel}, out);
}

void addResidual(TensorList& list, const std::string& name, std::int64_t in, std::int64_t out) {
  list.addNorm(name + ".norm1", in);
  addConv(list, name + ".conv1", in, out, 3);
  list.addNorm(name + ".norm2", out);
  addConv(list, name + ".conv2", out, out, 3);
  if (in != out) addConv(list, name + ".nin_shortcut", in, out, 1);
}

void addAttention(TensorList& list, const std::string& name, std::int64_t channels) {
  list.addNorm(name + ".norm", channels);
  for (const char* part : {".q", ".k", ".v", ".proj_out"})
    addConv(list, name + part, channels, channels, 1);
}

void addMiddle(TensorList& list, const std::string& half, std::int64_t channels) {
  addResidual(list, half + ".mid.0", channels, channels);
  addAttention(list, half + ".mid.1", channels);
  addResidual(list, half + ".mid.2", channels, channels);
}

/// The residual blocks of one level, with attention where it is the lowest resolution, then the change of resolution.
/// Returns the level's channels.
std::int64_t addLevel(TensorList& list, const std::string& level, std::int64_t in, std::int64_t out, int blocks,
                      bool lowest, const std::string& resample) {
  for (int i = 0; i < blocks; ++i)
    addResidual(list, level + ".res." + std::to_string(i), i == 0 ? in : out, out);
  for (int i = 0; lowest && i < blocks; ++i)
    addAttention(list, level + ".attn." + std::to_string(i), out);
  if (!resample.empty()) addConv(list, level + resample, out, out, 3);
  return out;
}

void addEncoder(TensorList& list, const TokenizerConfig& config) {
  const auto& multipliers = config.encoderMultipliers;
  std::int64_t channels = config.baseChannels;
  addConv(list, "encoder.conv_in", 3, channels, 3);
  for (std::size_t i = 0; i < multipliers.size(); ++i) {
    const bool lowest = i + 1 == multipliers.size();
    channels = addLevel(list, "encoder.conv_blocks." + std::to_string(i), channels,
                        std::int64_t{config.baseChannels} * multipliers[i], config.encoderBlocks, lowest,
                        lowest ? "" : ".downsample.conv");
  }
  addMiddle(list, "encoder", channels);
  list.addNorm("encoder.norm_out", channels);
  addConv(list, "encoder.conv_out", channels, config.zChannels, 3);
}

void addDecoder(TensorList& list, const TokenizerConfig& config) {
  const auto& multipliers = config.decoderMultipliers;
  std::int64_t channels = std::int64_t{config.baseChannels} * multipliers.back();
  addConv(list, "decoder.conv_in", config.zChannels, channels, 3);
  addMiddle(list, "decoder", channels);
  for (std::size_t i = 0; i < multipliers.size(); ++i) {
    const bool highest = i + 1 == multipliers.size();
    channels = addLevel(list, "decoder.conv_blocks." + std::to_string(i), channels,
                        std::int64_t{config.baseChannels} * multipliers[multipliers.size() - 1 - i],
                        config.decoderBlocks, i == 0, highest ? "" : ".upsample.conv");
  }
  list.addNorm("decoder.norm_out", channels);
  addConv(list, "decoder.conv_out", channels, 3, 3);
}

/// Multipliers by level as the file numbers them.
std::vector<int> readMultipliers(const WeightFile& file, const std::string& half, int baseChannels) {
  const std::string prefix = half + ".conv_blocks.";
  const int levels = weights::countNumbered(file, prefix, kMaxLevels);
  if (levels == 0) weights::failMissing(file, prefix + "0.res.0.conv1.weight");
  std::vector<int> multipliers;
  for (int i = 0; i < levels; ++i) {
    const std::string name = prefix + std::to_string(i) + ".res.0.conv1.weight";
    const std::int64_t channels = shapeOf(file, name, 4)[0];
    if (channels % baseChannels != 0) {
      weights::failFile(file.path(), "tensor " + weights::quoteName(name) + " has " + std::to_string(channels) +
                                         " channels, no multiple of the base " + std::to_string(baseChannels));
    }
    multipliers.push_back(static_cast<int>(channels / baseChannels));
  }
  return multipliers;
}

void checkGroups(const WeightFile& file, const TokenizerConfig& config) {
  if (config.normGroups < 1)
    throw Error(ErrorCode::Usage, "GroupNorm cannot have " + std::to_string(config.normGroups) + " groups");
  std::vector<int> multipliers = config.encoderMultipliers;
  multipliers.insert(multipliers.end(), config.decoderMultipliers.begin(), config.decoderMultipliers.end());
  multipliers.push_back(1);
  for (const int multiplier : multipliers) {
    const std::int64_t channels = std::int64_t{config.baseChannels} * multiplier;
    if (channels % config.normGroups != 0) {
      weights::failFile(file.path(),
                        std::to_string(channels) + " channels cannot be split into " +
                            std::to_string(config.normGroups) + " GroupNorm groups",
                        "give vq_num_groups in the config");
    }
  }
}

}  // namespace

std::vector<TensorInfo> tokenizerTensors(const TokenizerConfig& config) {
  TensorList list;
  addEncoder(list, config);
  addDecoder(list, config);
  list.add("quantize.embedding.weight", {config.codebookSize, config.codebookDim});
  addConv(list, "quant_conv", config.zChannels, config.codebookDim, 1);
  addConv(list, "post_quant_conv", config.codebookDim, config.zChannels, 1);
  return list.take();
}

TokenizerConfig inferTokenizer(const WeightFile& file, int normGroups) {
  TokenizerConfig config;
  config.normGroups = normGroups;
  config.baseChannels = static_cast<int>(shapeOf(file, "encoder.conv_in.weight", 4)[0]);
  config.zChannels = static_cast<int>(shapeOf(file, "encoder.conv_out.weight", 4)[0]);
  const auto& codebook = shapeOf(file, "quantize.embedding.weight", 2);
  config.codebookSize = static_cast<int>(codebook[0]);
  config.codebookDim = static_cast<int>(codebook[1]);
  config.encoderMultipliers = readMultipliers(file, "encoder", config.baseChannels);
  config.decoderMultipliers = readMultipliers(file, "decoder", config.baseChannels);
  std::reverse(config.decoderMultipliers.begin(), config.decoderMultipliers.end());
  if (config.encoderMultipliers.size() != config.decoderMultipliers.size())
    weights::failFile(file.path(), "encoder and decoder have different numbers of levels");
  config.encoderBlocks = weights::countNumbered(file, "encoder.conv_blocks.0.res.", kMaxBlocks);
  config.decoderBlocks = weights::countNumbered(file, "decoder.conv_blocks.0.res.", kMaxBlocks);
  weights::matchTensors(file, tokenizerTensors(config), {weights::kIgnoredBuffer});
  checkGroups(file, config);
  return config;
}

}  // namespace lpd
