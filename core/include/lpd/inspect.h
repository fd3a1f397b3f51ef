#pragma once

#include <lpd/model_info.h>
#include <lpd/weights.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lpd {

/// What one weight file is, told by its header (and, for the digest, its bytes); no weight is loaded.
struct FileInspection {
  std::filesystem::path path;
  WeightFormat format = WeightFormat::Safetensors;
  std::uint64_t fileBytes = 0;
  std::string sha256;  ///< hex
  std::vector<TensorInfo> tensors;
  std::map<std::string, std::string> metadata;  ///< of the file; for checkpoints also "entry", where the tensors were
  std::uint64_t elements = 0;                   ///< in all tensors

  /// Set where the tensors are those of a model's half. What shapes cannot tell is 0: heads of a width that is no
  /// multiple of 64, and the tokenizer's normGroups outside a bundle.
  std::optional<TransformerConfig> transformer;
  std::optional<TokenizerConfig> tokenizer;
};

/// `lpd inspect FILE|DIR`.
struct Inspection {
  std::vector<FileInspection> files;  ///< one, or a bundle's two
  std::optional<ModelInfo> model;     ///< set for a bundle
  std::vector<std::string> problems;  ///< one line each: a digest that differs from model.json
};

/// Looks at a weight file or a bundle's folder. Throws NotFound, Io or InvalidFile, as WeightFile::open and
/// readModelInfo do.
Inspection inspect(const std::filesystem::path& fileOrFolder);

}  // namespace lpd
