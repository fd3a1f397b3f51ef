#pragma once

#include <lpd/weights.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace lpd::weights {

/// A tensor's place in the file.
struct SafetensorsEntry {
  TensorInfo info;
  std::uint64_t begin = 0;  ///< offset into the data section
  std::uint64_t end = 0;
};

struct SafetensorsHeader {
  std::vector<SafetensorsEntry> entries;  ///< in header order
  std::map<std::string, std::string> metadata;
  std::uint64_t dataStart = 0;  ///< offset of the data section in the file
};

/// True where `file` starts like a safetensors file: a plausible header length followed by '{'.
bool looksLikeSafetensors(std::span<const std::byte> file);

/// Parses and checks the whole header against the file's size: known dtypes, shapes that agree with byte ranges, ranges
/// that lie in the data section, do not overlap, leave no gap and cover it exactly, no name twice. Throws InvalidFile.
SafetensorsHeader parseSafetensorsHeader(std::span<const std::byte> file, const std::filesystem::path& path);

}  // namespace lpd::weights
