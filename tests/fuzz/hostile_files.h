#pragma once

#include <filesystem>
#include <string>

namespace fuzz {

/// What became of opening a file and reading every tensor in it.
struct Outcome {
  bool accepted = false;
  std::string complaint;  ///< lpd::Error's message and hint
};

/// Writes without syncing: thousands of files a second.
void writeBytes(const std::filesystem::path& path, const std::string& bytes);

/// Writes `bytes` to `path` and reads it as a weight file. Every exception other than lpd::Error passes through.
Outcome readWeights(const std::filesystem::path& path, const std::string& bytes);

/// A checkpoint of one tensor "w" of four floats in the pre-1.6 container.
std::string legacyCheckpoint();
std::string legacyCheckpoint(const std::string& object, const std::string& keys, const std::string& data);

}  // namespace fuzz
