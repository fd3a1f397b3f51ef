#pragma once

#include <lpd/engine.h>
#include <lpd/model_info.h>

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <unordered_set>
#include <vector>

namespace CLI {
class App;
}

/// Options several commands have in common, and the checks that belong to them.
namespace lpd::cli {

/// Which model.
struct ModelOptions {
  std::string model;
  std::filesystem::path modelsDir;

  void add(CLI::App& app);
  ModelSearchPath searchPath() const { return ModelSearchPath::standard(modelsDir); }
  ModelInfo find() const;
};

/// Where and how it computes.
struct RuntimeOptions {
  std::string device = "auto";
  std::string precision = "auto";
  int threads = 0;

  void add(CLI::App& app);
  EngineOptions engineOptions() const;  ///< validated
};

/// Output and reporting habits every writing command has.
struct OutputOptions {
  bool force = false;
  bool quiet = false;
  bool json = false;

  void add(CLI::App& app, bool writesFiles = true);
};

/// Collects the files a command will write and checks them before any work: a name twice, a folder in a file's place,
/// an existing file without --force, a folder that is missing or not writable.
class OutputCheck {
 public:
  explicit OutputCheck(bool force) : force_(force) {}
  void file(const std::filesystem::path& path);
  /// A picture: also checks the ending, and that this build writes pictures at all.
  void picture(const std::filesystem::path& path);
  void animation(const std::filesystem::path& path);
  /// A file in a folder that may have to be made first.
  void fileInFolder(const std::filesystem::path& path);

 private:
  bool force_;
  std::unordered_set<std::string> seen_;
  void once(const std::filesystem::path& path);
};

/// Whether `out` means a folder: it is one, ends in a separator, or has no ending.
bool meansFolder(const std::filesystem::path& out);

/// Throws Usage unless the number is finite.
void requireFinite(const char* option, double value);
/// Throws Usage unless it is a --batch: 1 or more, or 0 where it was left out.
void requireBatch(int images);

inline constexpr int kMaxCount = 1'000'000;  ///< of images or orders

/// A check for the parser, whose own unsigned numbers take "-1" for 2^64 - 1. Returns what is wrong, or "".
std::string wholeNumber(const std::string& text);
/// The same for a smaller range, whose ends it names.
std::function<std::string(const std::string&)> wholeNumberFrom(std::uint64_t least, std::uint64_t most);

/// "[1,2,3]" or "1,2,3". Throws Usage.
std::vector<int> parseGroupSizes(const std::string& text);

/// Most memory the process has held, in bytes.
std::uint64_t peakMemoryBytes();

using Json = nlohmann::ordered_json;
/// The one object on stdout.
void printJson(const Json& object);

}  // namespace lpd::cli
