#include "weights/fault.h"
#include "weights/json_fields.h"
#include "weights/tensor_match.h"

#include <lpd/error.h>
#include <lpd/files.h>
#include <lpd/model_info.h>
#include <lpd/order.h>
#include <lpd/weights.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace lpd {

namespace fs = std::filesystem;
using nlohmann::ordered_json;
using weights::failFile;
using weights::JsonFields;

namespace {

constexpr std::size_t kMaxFileBytes = 4 << 20;
constexpr int kFormatVersion = 1;
constexpr int kMany = 1 << 24;

ordered_json toJson(const TransformerConfig& config) {
  return {{"width", config.width},
          {"depth", config.depth},
          {"heads", config.heads},
          {"mlp_hidden", config.mlpHidden},
          {"class_count", config.classCount},
          {"vocab", config.vocab},
          {"tokens", config.tokens}};
}

ordered_json toJson(const TokenizerConfig& config) {
  return {{"base_channels", config.baseChannels},
          {"encoder_multipliers", config.encoderMultipliers},
          {"decoder_multipliers", config.decoderMultipliers},
          {"encoder_blocks", config.encoderBlocks},
          {"decoder_blocks", config.decoderBlocks},
          {"z_channels", config.zChannels},
          {"codebook_size", config.codebookSize},
          {"codebook_dim", config.codebookDim},
          {"norm_groups", config.normGroups}};
}

TransformerConfig readTransformer(const JsonFields& fields) {
  TransformerConfig config;
  config.width = fields.integer("width", 1, kMany);
  config.depth = fields.integer("depth", 1, kMany);
  config.heads = fields.integer("heads", 1, config.width);
  config.mlpHidden = fields.integer("mlp_hidden", 1, kMany);
  config.classCount = fields.integer("class_count", 1, kMany);
  config.vocab = fields.integer("vocab", 1, kMany);
  config.tokens = fields.integer("tokens", 1, kMaxGridSide * kMaxGridSide);
  return config;
}

TokenizerConfig readTokenizer(const JsonFields& fields) {
  TokenizerConfig config;
  config.baseChannels = fields.integer("base_channels", 1, kMany);
  config.encoderMultipliers = fields.integers("encoder_multipliers", 1, kMany);
  config.decoderMultipliers = fields.integers("decoder_multipliers", 1, kMany);
  config.encoderBlocks = fields.integer("encoder_blocks", 1, kMany);
  config.decoderBlocks = fields.integer("decoder_blocks", 1, kMany);
  config.zChannels = fields.integer("z_channels", 1, kMany);
  config.codebookSize = fields.integer("codebook_size", 1, kMany);
  config.codebookDim = fields.integer("codebook_dim", 1, kMany);
  config.normGroups = fields.integer("norm_groups", 1, kMany);
  return config;
}

Grid readGrid(const JsonFields& fields, const fs::path& file) {
  const std::vector<int> sides = fields.integers("grid", 1, kMaxGridSide);
  if (sides.size() != 2) failFile(file, "'grid' is not [rows, columns]");
  return {sides[0], sides[1]};
}

RecommendedSettings readRecommended(const JsonFields& fields, int tokens) {
  RecommendedSettings settings;
  settings.steps = fields.integer("steps", 1, tokens, std::min(settings.steps, tokens));
  settings.cfg = fields.number("cfg", 0, 1000, settings.cfg);
  settings.schedule = fields.schedule("cfg_schedule", settings.schedule);
  settings.temperature = fields.number("temperature", 0, 1000, settings.temperature);
  settings.repulsion = fields.number("repulsion", 0, kMaxGridSide, settings.repulsion);
  settings.growth = fields.number("growth", 0, kMostGrowth, settings.growth);
  return settings;
}

/// The dimensions in model.json must be those of the weights; the headers are small, so they are read every time.
void checkWeights(ModelInfo& info, const fs::path& file) {
  const auto transformer = WeightFile::open(info.transformerFile());
  const auto tokenizer = WeightFile::open(info.tokenizerFile());
  if (inferTransformer(*transformer, info.transformer.heads) != info.transformer)
    failFile(file, "'transformer' does not describe " + info.transformerFile().filename().string());
  if (inferTokenizer(*tokenizer, info.tokenizer.normGroups) != info.tokenizer)
    failFile(file, "'tokenizer' does not describe " + info.tokenizerFile().filename().string());
  for (const WeightFile* part : {transformer.get(), tokenizer.get()}) {
    info.weightBytes += fs::file_size(part->path());
    for (const TensorInfo& tensor : part->tensors())
      if (tensor.name != weights::kIgnoredBuffer) info.parameters += static_cast<std::uint64_t>(tensor.elements());
  }
}

void checkAgreement(const ModelInfo& info, const fs::path& file) {
  const int stride = info.tokenizer.stride();
  if (info.transformer.vocab != info.tokenizer.codebookSize)
    failFile(file, "the transformer's vocabulary and the tokenizer's codebook differ in size");
  if (info.imageSize != info.grid.height * stride || info.imageSize != info.grid.width * stride)
    failFile(file, "'image_size' is not 'grid' times " + std::to_string(stride) + " pixels");
  if (info.classNames.size() != static_cast<std::size_t>(info.transformer.classCount)) {
    failFile(file, "'class_names' has " + std::to_string(info.classNames.size()) + " names for " +
                       std::to_string(info.transformer.classCount) + " classes");
  }
}

}  // namespace

ModelInfo readModelInfo(const fs::path& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) throw Error(ErrorCode::NotFound, "there is no folder " + folder.string());
  const fs::path file = folder / "model.json";
  const JsonFields fields = JsonFields::read(file, kMaxFileBytes);
  if (fields.text("format", "") != "lpd-model") failFile(file, "'format' is not \"lpd-model\"");
  if (fields.integer("version", 1, kMany) > kFormatVersion)
    failFile(file, "was made by a newer version of this program", "update LPD Studio");

  ModelInfo info;
  info.folder = folder;
  info.name = fields.text("name");
  // A renamed folder is found under its new name.
  const std::string folderName = fs::weakly_canonical(folder, error).filename().string();
  if (!error && !folderName.empty()) info.name = folderName;
  info.title = fields.text("title", info.name);
  info.license = fields.text("license", "");
  info.imageSize = fields.integer("image_size", 1, kMany);
  info.grid = readGrid(fields, file);
  const JsonFields transformer = fields.object("transformer");
  const JsonFields tokenizer = fields.object("tokenizer");
  info.transformer = readTransformer(transformer);
  info.tokenizer = readTokenizer(tokenizer);
  info.transformerSha256 = transformer.text("sha256");
  info.tokenizerSha256 = tokenizer.text("sha256");
  info.classNames = fields.texts("class_names");
  if (fields.has("recommended")) info.recommended = readRecommended(fields.object("recommended"), info.grid.count());
  checkWeights(info, file);
  checkAgreement(info, file);
  return info;
}

void writeModelInfo(const ModelInfo& info) {
  ordered_json transformer = toJson(info.transformer);
  ordered_json tokenizer = toJson(info.tokenizer);
  transformer["sha256"] = info.transformerSha256;
  tokenizer["sha256"] = info.tokenizerSha256;
  const ordered_json document{{"format", "lpd-model"},
                              {"version", kFormatVersion},
                              {"name", info.name},
                              {"title", info.title.empty() ? info.name : info.title},
                              {"license", info.license},
                              {"image_size", info.imageSize},
                              {"grid", {info.grid.height, info.grid.width}},
                              {"transformer", std::move(transformer)},
                              {"tokenizer", std::move(tokenizer)},
                              {"recommended",
                               {{"steps", info.recommended.steps},
                                {"cfg", info.recommended.cfg},
                                {"cfg_schedule", toString(info.recommended.schedule)},
                                {"temperature", info.recommended.temperature},
                                {"repulsion", info.recommended.repulsion},
                                {"growth", info.recommended.growth}}},
                              {"class_names", info.classNames}};
  try {
    writeFile(info.folder / "model.json", document.dump(2) + "\n");
  } catch (const nlohmann::json::exception&) {
    throw Error(ErrorCode::Usage, "the model's title, licence or a class name is not valid UTF-8",
                "save the file with the names as UTF-8");
  }
}

}  // namespace lpd
