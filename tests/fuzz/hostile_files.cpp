#include "fuzz/hostile_files.h"

#include "forge/container_forge.h"
#include "forge/pickle_forge.h"

#include <lpd/error.h>
#include <lpd/weights.h>

#include <fstream>
#include <stdexcept>

namespace fuzz {

void writeBytes(const std::filesystem::path& path, const std::string& bytes) {
  // Cutting an existing file short makes some file systems write to disk at once, which takes milliseconds.
  std::filesystem::remove(path);
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

Outcome readWeights(const std::filesystem::path& path, const std::string& bytes) {
  writeBytes(path, bytes);
  try {
    const auto file = lpd::WeightFile::open(path);
    for (const lpd::TensorInfo& info : file->tensors())
      if (file->read(info.name).bytes.size() != info.bytes()) throw std::logic_error("a tensor of the wrong size");
    return {true, ""};
  } catch (const lpd::Error& error) {
    if (std::string(error.what()).find('\n') != std::string::npos) throw std::logic_error("a message of two lines");
    return {false, std::string(error.what()) + " | " + error.hint()};
  }
}

std::string legacyCheckpoint(const std::string& object, const std::string& keys, const std::string& data) {
  const std::string magic("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.", 15);
  const std::string machine = forge::PickleForge().raw("}").text("little_endian").raw("\x88s").finish();
  return magic + forge::PickleForge().integer(1001).finish() + machine + object + keys + data;
}

std::string legacyCheckpoint() {
  const std::string keys = forge::PickleForge().raw("]").text("0").raw("a").finish();
  const std::string count("\x04\0\0\0\0\0\0\0", 8);
  return legacyCheckpoint(forge::stateDict({{}}), keys, count + forge::floats({1, 2, 3, 4}));
}

}  // namespace fuzz
