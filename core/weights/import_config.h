#pragma once

#include <lpd/model_info.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lpd::weights {

/// What tensor shapes cannot tell: `lpd import --config`.
struct ImportConfig {
  int heads = 0;  ///< decoder_num_heads; 0 = not given
  int normGroups = 32;
  std::vector<std::string> classNames;  ///< empty = not given
  std::string title;
  std::string license;
  std::optional<int> steps;  // the model's recommended settings, where given
  std::optional<double> cfg;
  std::optional<GuidanceSchedule> schedule;
  std::optional<double> temperature;
  std::optional<double> repulsion;
  std::optional<double> growth;
};

/// Reads the flat JSON object of `lpd import --config`; an empty path gives the defaults. Throws NotFound or
/// InvalidFile, for an unknown key too.
ImportConfig readImportConfig(const std::filesystem::path& file);

/// One class name a line (UTF-8; a trailing carriage return is dropped). Throws NotFound or InvalidFile.
std::vector<std::string> readClassNames(const std::filesystem::path& file);

}  // namespace lpd::weights
