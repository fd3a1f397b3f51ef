#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace lpd {

inline constexpr std::int64_t kMaxPictures = std::int64_t{1} << 31;  ///< a data set holds at most

using DatasetProgress = std::function<void(double fraction, const std::string& what)>;

/// `lpd dataset render`: pictures of the procedural data set as files or as one packed file. Picture i is of class
/// i modulo the number of classes and has seed `seed` + i / classes, so that more pictures never change the first ones.
struct RenderOptions {
  std::string scenes = "all";  ///< "all", or class names with commas between
  std::int64_t count = 0;      ///< pictures in all
  std::uint64_t seed = 0;      ///< below 2^40: training draws its own pictures from there on
  int size = 256;              ///< pixels a side
  bool withObject = true;      ///< false: without what the class is named after
  std::filesystem::path out;   ///< F.bin, or a folder that gets <class>/<seed>.png
  bool overwrite = false;
  int threads = 0;  ///< 0 = all cores

  void validate() const;  ///< throws Usage
};
/// Returns false if it was stopped: finished files stay, a packed file does not appear. Throws Error.
bool renderDataset(const RenderOptions& options, const DatasetProgress& progress = {}, std::stop_token stop = {});

/// `lpd dataset tokenize`: the token cache a transformer is trained on.
struct TokenizeOptions {
  std::string data;                 ///< "scenes", "scenes:CLASS,CLASS", a folder or a packed file
  std::filesystem::path tokenizer;  ///< weights in the released layout; its groups stand in the .json beside it
  int normGroups = 0;               ///< 0 = what that file says, or 32 where there is none
  std::int64_t first = 0;           ///< training picture to begin with: others than before, or a part
  std::int64_t count = 0;           ///< training pictures; 0 = all from there on (scenes have no such number)
  std::int64_t heldout = 256;       ///< at most so many held-out ones
  int size = 256;                   ///< pixels a side
  std::filesystem::path out;        ///< F.safetensors
  bool overwrite = false;
  std::string device = "auto";
  std::string precision = "auto";
  int threads = 0;
  std::function<void(const std::string&)> onNote;  ///< one line a skipped picture
};
/// Returns false if it was stopped; nothing is written then. Throws Error.
bool tokenizeDataset(const TokenizeOptions& options, const DatasetProgress& progress = {}, std::stop_token stop = {});

}  // namespace lpd
