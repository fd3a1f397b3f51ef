#include "weights/tensor_layout.h"

#include <lpd/error.h>

#include <array>
#include <cstring>
#include <new>
#include <utility>

namespace lpd {

namespace {

struct TypeEntry {
  DType type;
  std::size_t bytes;
  std::string_view word;
};
constexpr std::array<TypeEntry, 10> kTypes{{{DType::F64, 8, "F64"},
                                            {DType::F32, 4, "F32"},
                                            {DType::F16, 2, "F16"},
                                            {DType::BF16, 2, "BF16"},
                                            {DType::I64, 8, "I64"},
                                            {DType::I32, 4, "I32"},
                                            {DType::I16, 2, "I16"},
                                            {DType::I8, 1, "I8"},
                                            {DType::U8, 1, "U8"},
                                            {DType::Bool, 1, "BOOL"}}};

const TypeEntry& entryOf(DType type) {
  for (const TypeEntry& entry : kTypes)
    if (entry.type == type) return entry;
  throw Error(ErrorCode::Internal, "unknown element type " + std::to_string(static_cast<int>(type)));
}

}  // namespace

std::size_t sizeOf(DType type) {
  return entryOf(type).bytes;
}

std::string_view toString(DType type) {
  return entryOf(type).word;
}

std::int64_t TensorInfo::elements() const {
  std::int64_t product = 1;
  for (const std::int64_t side : shape)
    product *= side;
  return product;
}

namespace weights {

std::optional<DType> parseDType(std::string_view word) {
  for (const TypeEntry& entry : kTypes)
    if (entry.word == word) return entry.type;
  return std::nullopt;
}

std::optional<std::int64_t> checkedElements(const std::vector<std::int64_t>& shape, DType type) {
  if (shape.size() > kMaxRank) return std::nullopt;
  std::int64_t product = 1;
  for (const std::int64_t side : shape)
    if (side < 0 || __builtin_mul_overflow(product, side, &product)) return std::nullopt;
  std::int64_t bytes = 0;
  if (__builtin_mul_overflow(product, static_cast<std::int64_t>(sizeOf(type)), &bytes)) return std::nullopt;
  return product;
}

std::string describeShape(const std::vector<std::int64_t>& shape) {
  std::string text = "[";
  for (std::size_t i = 0; i < shape.size(); ++i)
    text += (i ? ", " : "") + std::to_string(shape[i]);
  return text + "]";
}

OwnedBytes allocateBytes(std::size_t size) {
  try {
    std::shared_ptr<std::byte[]> data(new std::byte[size]);
    return {data, {data.get(), size}};
  } catch (const std::bad_alloc&) {
    throw Error(ErrorCode::OutOfMemory, "no memory for a tensor of " + std::to_string(size) + " bytes");
  }
}

TensorBytes aligned(TensorBytes bytes, DType type) {
  if (reinterpret_cast<std::uintptr_t>(bytes.bytes.data()) % sizeOf(type) == 0) return bytes;
  const OwnedBytes copy = allocateBytes(bytes.bytes.size());
  std::memcpy(copy.bytes.data(), bytes.bytes.data(), bytes.bytes.size());
  return copy.finish();
}

}  // namespace weights

}  // namespace lpd
