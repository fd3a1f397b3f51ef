#include "forge/container_forge.h"

#include <cstring>

namespace forge {

namespace {

std::string number(std::uint64_t value, int width) {
  std::string bytes;
  for (int i = 0; i < width; ++i)
    bytes += static_cast<char>(value >> (8 * i) & 0xff);
  return bytes;
}

std::uint32_t crc32(const std::string& data) {
  std::uint32_t crc = 0xffffffff;
  for (const char c : data) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit)
      crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0u);
  }
  return ~crc;
}

/// The fields that the local header and the central directory share.
std::string commonFields(const ZipEntry& entry) {
  const std::uint32_t size = entry.claimedSize.value_or(static_cast<std::uint32_t>(entry.data.size()));
  return number(20, 2) + number(entry.flags, 2) + number(entry.method, 2) + number(0, 4) +
         number(entry.checksum.value_or(crc32(entry.data)), 4) + number(size, 4) + number(size, 4) +
         number(entry.name.size(), 2) + number(0, 2);
}

}  // namespace

std::string zip(const std::vector<ZipEntry>& entries) {
  std::string file;
  std::string directory;
  for (const ZipEntry& entry : entries) {
    const auto offset = static_cast<std::uint32_t>(file.size());
    file += "PK\x03\x04" + commonFields(entry) + entry.name + entry.data;
    directory += "PK\x01\x02" + number(20, 2) + commonFields(entry) + std::string(10, '\0') +
                 number(entry.claimedOffset.value_or(offset), 4) + entry.name;
  }
  const std::size_t start = file.size();
  return file + directory + "PK\x05\x06" + number(0, 4) + number(entries.size(), 2) + number(entries.size(), 2) +
         number(directory.size(), 4) + number(start, 4) + number(0, 2);
}

std::string torchZip(const std::string& pickle, const std::vector<std::string>& storages) {
  std::vector<ZipEntry> entries{{.name = "m/data.pkl", .data = pickle}};
  for (std::size_t i = 0; i < storages.size(); ++i)
    entries.push_back({.name = "m/data/" + std::to_string(i), .data = storages[i]});
  entries.push_back({.name = "m/version", .data = "3\n"});
  return zip(entries);
}

std::string safetensors(const std::string& header, const std::string& data) {
  return number(header.size(), 8) + header + data;
}

std::string floats(const std::vector<float>& values) {
  std::string bytes(values.size() * sizeof(float), '\0');
  std::memcpy(bytes.data(), values.data(), bytes.size());
  return bytes;
}

}  // namespace forge
