#include "weights/tensor_layout.h"

#include <lpd/error.h>
#include <lpd/weights.h>

#include <bit>
#include <cstring>
#include <limits>

namespace lpd {

namespace {

struct Half {
  std::uint16_t bits;
};
struct Brain {
  std::uint16_t bits;
};

/// A number in the format of `kExponentBits` and `kMantissaBits`, rounded to nearest even from the exact double; NaN
/// stays NaN, overflow becomes infinity, small numbers become subnormal.
template <int kExponentBits, int kMantissaBits>
std::uint16_t narrow(double value) {
  constexpr int kBias = (1 << (kExponentBits - 1)) - 1;
  constexpr int kDoubleMantissa = 52;
  const auto bits = std::bit_cast<std::uint64_t>(value);
  const auto sign = static_cast<std::uint16_t>(bits >> 63 << 15);
  const int exponent = static_cast<int>(bits >> kDoubleMantissa & 0x7ff);
  std::uint64_t mantissa = bits & ((std::uint64_t{1} << kDoubleMantissa) - 1);
  constexpr std::uint16_t kInfinity = ((1 << kExponentBits) - 1) << kMantissaBits;
  if (exponent == 0x7ff) return sign | kInfinity | (mantissa ? 1 << (kMantissaBits - 1) : 0);
  if (exponent == 0) return sign;  // a subnormal double is far below either format's smallest number
  int target = exponent - 1023 + kBias;
  int dropped = kDoubleMantissa - kMantissaBits;
  if (target <= 0) {  // subnormal: the leading one becomes explicit and more bits fall off
    mantissa |= std::uint64_t{1} << kDoubleMantissa;
    dropped += 1 - target;
    target = 0;
    if (dropped > kDoubleMantissa + 1) return sign;
  }
  const std::uint64_t kept = mantissa >> dropped;
  const std::uint64_t rest = mantissa & ((std::uint64_t{1} << dropped) - 1);
  const std::uint64_t half = std::uint64_t{1} << (dropped - 1);
  const bool up = rest > half || (rest == half && (kept & 1));
  // A carry out of the mantissa rightly raises the exponent, up to infinity.
  const std::uint64_t rounded = (static_cast<std::uint64_t>(target) << kMantissaBits) + kept + (up ? 1 : 0);
  return rounded >= kInfinity ? sign | kInfinity : sign | static_cast<std::uint16_t>(rounded);
}

double widen(double value) {
  return value;
}
double widen(float value) {
  return value;
}
double widen(Brain value) {
  return std::bit_cast<float>(static_cast<std::uint32_t>(value.bits) << 16);
}
double widen(Half value) {
  const std::uint32_t sign = static_cast<std::uint32_t>(value.bits & 0x8000) << 16;
  const std::uint32_t exponent = value.bits >> 10 & 0x1f;
  const std::uint32_t mantissa = value.bits & 0x3ff;
  if (exponent == 0) {
    const double size = mantissa * 0x1p-24;
    return sign ? -size : size;
  }
  const std::uint32_t wide = exponent == 0x1f ? 0xff : exponent + 112;
  return std::bit_cast<float>(sign | wide << 23 | mantissa << 13);
}

template <class To>
To narrowTo(double value) {
  if constexpr (std::is_same_v<To, Half>)
    return Half{narrow<5, 10>(value)};
  else if constexpr (std::is_same_v<To, Brain>)
    return Brain{narrow<8, 7>(value)};
  else
    return static_cast<To>(value);
}

template <class From, class To>
void convertAll(std::span<const std::byte> in, std::span<std::byte> out) {
  const std::size_t count = in.size() / sizeof(From);
  for (std::size_t i = 0; i < count; ++i) {
    From value;
    std::memcpy(&value, in.data() + i * sizeof(From), sizeof(From));
    const To result = narrowTo<To>(widen(value));
    std::memcpy(out.data() + i * sizeof(To), &result, sizeof(To));
  }
}

template <class From>
void convertFrom(std::span<const std::byte> in, DType to, std::span<std::byte> out) {
  switch (to) {
    case DType::F64:
      return convertAll<From, double>(in, out);
    case DType::F32:
      return convertAll<From, float>(in, out);
    case DType::F16:
      return convertAll<From, Half>(in, out);
    case DType::BF16:
      return convertAll<From, Brain>(in, out);
    default:
      throw Error(ErrorCode::Internal, "conversion to a type that is no float");
  }
}

void requireFloat(DType type) {
  if (weights::isFloat(type)) return;
  throw Error(ErrorCode::Usage, "elements of type " + std::string(toString(type)) + " cannot be converted",
              "only F64, F32, F16 and BF16 can");
}

}  // namespace

TensorBytes convert(const TensorBytes& data, DType from, DType to) {
  requireFloat(from);
  requireFloat(to);
  if (from == to) return data;
  const weights::OwnedBytes out = weights::allocateBytes(data.bytes.size() / sizeOf(from) * sizeOf(to));
  switch (from) {
    case DType::F64:
      convertFrom<double>(data.bytes, to, out.bytes);
      break;
    case DType::F32:
      convertFrom<float>(data.bytes, to, out.bytes);
      break;
    case DType::F16:
      convertFrom<Half>(data.bytes, to, out.bytes);
      break;
    default:
      convertFrom<Brain>(data.bytes, to, out.bytes);
      break;
  }
  return out.finish();
}

}  // namespace lpd
