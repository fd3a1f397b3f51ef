#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace forge {

/// Writes pickles opcode by opcode: well-formed ones to compare with, and every kind of malformed one.
class PickleForge {
 public:
  explicit PickleForge(int protocol = 2) { raw("\x80").byte(protocol); }

  PickleForge& raw(std::string_view bytes);
  PickleForge& byte(int value);
  PickleForge& number(std::uint64_t value, int width);  ///< little-endian
  PickleForge& text(std::string_view value);
  PickleForge& integer(std::int64_t value);
  PickleForge& integers(const std::vector<std::int64_t>& values);  ///< a tuple
  PickleForge& global(std::string_view module, std::string_view name);
  PickleForge& stackGlobal(std::string_view module, std::string_view name);
  PickleForge& orderedDict() { return global("collections", "OrderedDict").raw(")R"); }
  PickleForge& storage(std::string_view type, std::string_view key, std::int64_t elements);
  std::string finish() { return bytes_ + "."; }

 private:
  std::string bytes_;
};

/// One tensor of a forged checkpoint; the defaults agree with each other.
struct ForgedTensor {
  std::string name = "w";
  std::string storageType = "FloatStorage";
  std::string key = "0";
  std::int64_t storageElements = 4;
  std::int64_t offset = 0;
  std::vector<std::int64_t> shape{4};
  std::vector<std::int64_t> strides{1};
};

/// The arguments and call of _rebuild_tensor_v2.
PickleForge& appendTensor(PickleForge& pickle, const ForgedTensor& tensor);
/// A dict of tensors, complete with STOP.
std::string stateDict(const std::vector<ForgedTensor>& tensors);

}  // namespace forge
