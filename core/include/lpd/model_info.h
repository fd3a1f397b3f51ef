#pragma once

#include <lpd/grid.h>
#include <lpd/request.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lpd {

/// Dimensions of the decoder-only transformer (reference section 2).
struct TransformerConfig {
  int width = 0;      ///< D
  int depth = 0;      ///< blocks
  int heads = 0;      ///< attention heads; head width = width / heads
  int mlpHidden = 0;  ///< width of the MLP's hidden layer (4 D in the released models)
  int classCount = 0;
  int vocab = 0;   ///< codebook size
  int tokens = 0;  ///< N: positions of the trained position table (without the class position)
  bool operator==(const TransformerConfig&) const = default;
};

/// Dimensions of the VQ tokenizer (reference section 1). Channels of a level are baseChannels * multiplier.
struct TokenizerConfig {
  int baseChannels = 0;
  std::vector<int> encoderMultipliers;  ///< by level, highest resolution first
  std::vector<int> decoderMultipliers;  ///< by level, highest resolution first
  int encoderBlocks = 0;                ///< residual blocks a level
  int decoderBlocks = 0;                ///< residual blocks a level (the released layout has encoderBlocks + 1)
  int zChannels = 0;
  int codebookSize = 0;
  int codebookDim = 0;
  int normGroups = 32;  ///< GroupNorm groups; tensor shapes cannot tell
  int stride() const { return 1 << (static_cast<int>(encoderMultipliers.size()) - 1); }  ///< pixels a token side
  bool operator==(const TokenizerConfig&) const = default;
};

/// Settings a model's maker recommends; the program starts with them.
struct RecommendedSettings {
  int steps = 20;
  double cfg = 1.0;
  GuidanceSchedule schedule = GuidanceSchedule::Linear;
  double temperature = 1.0;
  double repulsion = 2.0;
  double growth = 0;  ///< of group sizes: see groupSizesFor; 0 = as published
  bool operator==(const RecommendedSettings&) const = default;
};

/// What `model.json` of a bundle says, checked against the bundle's files where that is cheap.
struct ModelInfo {
  std::string name;     ///< the bundle's short name, also its folder's name
  std::string title;    ///< for people; equals name if not given
  std::string license;  ///< SPDX identifier or a sentence; may be empty
  std::filesystem::path folder;
  int imageSize = 256;  ///< pixels a side
  Grid grid;
  TransformerConfig transformer;
  TokenizerConfig tokenizer;
  std::vector<std::string> classNames;  ///< classCount names
  RecommendedSettings recommended;
  std::string transformerSha256;  ///< hex
  std::string tokenizerSha256;    ///< hex
  std::uint64_t weightBytes = 0;  ///< both weight files on disk
  std::uint64_t parameters = 0;   ///< both parts

  std::filesystem::path transformerFile() const { return folder / "transformer.safetensors"; }
  std::filesystem::path tokenizerFile() const { return folder / "tokenizer.safetensors"; }
  /// A strip of class pictures, 64 px a side each, class 0 first, top to bottom; may not exist.
  std::filesystem::path thumbnailsFile() const { return folder / "classes.png"; }

  /// Index of a class given by name (case-insensitive, unique prefix or substring accepted), by index, or by
  /// "none" = kUnconditional. Throws NotFound with the nearest names in the hint.
  int classIndex(const std::string& nameOrIndex) const;
  /// The name of a class; "unconditional" for kUnconditional.
  std::string className(int index) const;
};

/// Reads `folder/model.json`. Throws NotFound or InvalidFile saying which key is missing or wrong.
ModelInfo readModelInfo(const std::filesystem::path& folder);
/// Writes `folder/model.json`, whole or not at all.
void writeModelInfo(const ModelInfo& info);

/// Where bundles are looked for, in this order; a name found first wins.
struct ModelSearchPath {
  std::vector<std::filesystem::path> folders;
  /// `extra` (if not empty), $LPD_MODELS, per-user ($XDG_DATA_HOME/lpd-studio/models), beside the executable, and the
  /// installed and build-tree shares.
  static ModelSearchPath standard(const std::filesystem::path& extra = {});
  static std::filesystem::path userFolder();  ///< where imports go by default; created on demand by the importer
};

/// One line of `lpd models`: a bundle, or a folder that looks like one and why it cannot be used.
struct ModelEntry {
  std::filesystem::path folder;
  std::optional<ModelInfo> info;
  std::string problem;  ///< empty if usable
};
std::vector<ModelEntry> listModels(const ModelSearchPath& where);

/// The model called `nameOrFolder` (a path to a folder, or a name found in `where`); empty = the default model.
/// Throws NotFound with the known names in the hint.
ModelInfo findModel(const std::string& nameOrFolder, const ModelSearchPath& where);

inline constexpr const char* kDefaultModel = "scenes-256";

}  // namespace lpd
