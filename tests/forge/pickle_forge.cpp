#include "forge/pickle_forge.h"

namespace forge {

PickleForge& PickleForge::raw(std::string_view bytes) {
  bytes_ += bytes;
  return *this;
}

PickleForge& PickleForge::byte(int value) {
  bytes_ += static_cast<char>(value);
  return *this;
}

PickleForge& PickleForge::number(std::uint64_t value, int width) {
  for (int i = 0; i < width; ++i)
    byte(static_cast<int>(value >> (8 * i) & 0xff));
  return *this;
}

PickleForge& PickleForge::text(std::string_view value) {
  return raw("X").number(value.size(), 4).raw(value);
}

PickleForge& PickleForge::integer(std::int64_t value) {
  return raw("\x8a").byte(8).number(static_cast<std::uint64_t>(value), 8);
}

PickleForge& PickleForge::integers(const std::vector<std::int64_t>& values) {
  raw("(");
  for (const std::int64_t value : values)
    integer(value);
  return raw("t");
}

PickleForge& PickleForge::global(std::string_view module, std::string_view name) {
  return raw("c").raw(module).raw("\n").raw(name).raw("\n");
}

PickleForge& PickleForge::stackGlobal(std::string_view module, std::string_view name) {
  return text(module).text(name).raw("\x93");
}

PickleForge& PickleForge::storage(std::string_view type, std::string_view key, std::int64_t elements) {
  return raw("(").text("storage").global("torch", type).text(key).text("cpu").integer(elements).raw("tQ");
}

PickleForge& appendTensor(PickleForge& pickle, const ForgedTensor& tensor) {
  pickle.global("torch._utils", "_rebuild_tensor_v2").raw("(");
  pickle.storage(tensor.storageType, tensor.key, tensor.storageElements).integer(tensor.offset);
  pickle.integers(tensor.shape).integers(tensor.strides).raw("\x89").orderedDict();
  return pickle.raw("tR");
}

std::string stateDict(const std::vector<ForgedTensor>& tensors) {
  PickleForge pickle;
  pickle.raw("}(");
  for (const ForgedTensor& tensor : tensors) {
    pickle.text(tensor.name);
    appendTensor(pickle, tensor);
  }
  return pickle.raw("u").finish();
}

}  // namespace forge
