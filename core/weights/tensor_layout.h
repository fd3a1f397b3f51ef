#pragma once

#include <lpd/weights.h>

#include <memory>
#include <optional>
#include <string_view>

namespace lpd::weights {

inline constexpr std::size_t kMaxRank = 16;

/// The inverse of toString(DType).
std::optional<DType> parseDType(std::string_view word);
inline bool isFloat(DType type) {
  return type == DType::F64 || type == DType::F32 || type == DType::F16 || type == DType::BF16;
}

/// Number of elements, or nothing where a side is negative, the rank is above kMaxRank or the product or the byte
/// count overflows.
std::optional<std::int64_t> checkedElements(const std::vector<std::int64_t>& shape, DType type);

/// "[2, 64, 512]"
std::string describeShape(const std::vector<std::int64_t>& shape);

/// A buffer of its own, aligned for any element type.
struct OwnedBytes {
  std::shared_ptr<std::byte[]> data;
  std::span<std::byte> bytes;
  TensorBytes finish() const { return {bytes, data}; }
};
/// Throws OutOfMemory. Contents are not initialised.
OwnedBytes allocateBytes(std::size_t size);

/// `bytes` itself where it is aligned for `type`, else a copy that is.
TensorBytes aligned(TensorBytes bytes, DType type);

}  // namespace lpd::weights
