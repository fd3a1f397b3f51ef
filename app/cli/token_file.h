#pragma once

#include <lpd/grid.h>
#include <lpd/order.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace lpd::cli {

/// What `--tokens-out` writes and `decode` reads: pictures as tokens. Lists run over the images.
struct TokenFile {
  Grid grid;
  std::vector<std::vector<int>> tokens;  ///< raster order
  std::vector<Order> orders;             ///< empty where the tokens were not generated (encode)
  GroupSizes groupSizes;                 ///< likewise
  std::vector<std::uint64_t> seeds;      ///< likewise
  std::vector<int> indices;              ///< image index of the seed; likewise
  std::vector<std::string> classes;      ///< likewise
  std::string model;                     ///< name; may be empty
  std::string tokenizerSha256;           ///< whose tokens these are; may be empty
};

/// Whole or not at all.
void writeTokens(const std::filesystem::path& file, const TokenFile& content, bool overwrite);
/// Only grid and tokens are needed. Throws NotFound, Io or InvalidFile saying what is wrong where; tokens are checked
/// to be 0..vocab-1, and as many as the grid has patches.
TokenFile readTokens(const std::filesystem::path& file, int vocab);

}  // namespace lpd::cli
