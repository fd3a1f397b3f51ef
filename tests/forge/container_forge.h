#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace forge {

/// One entry of a forged zip; the optional fields replace what a correct archive would say.
struct ZipEntry {
  std::string name;
  std::string data;
  std::optional<std::uint32_t> claimedSize = {};
  std::optional<std::uint32_t> claimedOffset = {};  ///< of the local header, in the central directory
  std::optional<std::uint32_t> checksum = {};
  std::uint16_t method = 0;  ///< 0 = stored
  std::uint16_t flags = 0;
};
std::string zip(const std::vector<ZipEntry>& entries);

/// A checkpoint in the container torch.save writes since 1.6: `pickle` and storages "0", "1", ...
std::string torchZip(const std::string& pickle, const std::vector<std::string>& storages);

/// A safetensors file of this header text and data.
std::string safetensors(const std::string& header, const std::string& data);

/// The bytes of some floats.
std::string floats(const std::vector<float>& values);

}  // namespace forge
