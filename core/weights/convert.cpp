#include "weights/tensor_layout.h"

#include <lpd/error.h>
#include <lpd/weights.h>

#include <bit>
#include <cstring>
#include <type_traits>

namespace lpd {

namespace {

struct Half {
  std::uint16_t bits;
};
struct Brain {
  std::uint16_t bits;
};

/// A double in the format of `kExponentBits` and `kMantissaBits`, rounded to nearest even; NaN
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

// Every half and brain float is a float, so double is only needed where it is the source. The float versions below do
// without branches, which lets the compiler convert several at once.

double widen(double value) {
  return value;
}
float widen(float value) {
  return value;
}
float widen(Brain value) {
  return std::bit_cast<float>(static_cast<std::uint32_t>(value.bits) << 16);
}
float widen(Half value) {
  const std::uint32_t sign = static_cast<std::uint32_t>(value.bits & 0x8000) << 16;
  const std::uint32_t rest = static_cast<std::uint32_t>(value.bits & 0x7fff) << 13;
  // The product moves the exponent's bias and makes subnormal halves normal floats, exactly.
  const float scaled = std::bit_cast<float>(rest) * 0x1p112f;
  const std::uint32_t special = 0x7f800000 | rest;  // infinity and NaN
  const std::uint32_t bits = rest >= 0x0f800000 ? special : std::bit_cast<std::uint32_t>(scaled);
  return std::bit_cast<float>(sign | bits);
}

Brain narrowToBrain(float value) {
  const auto bits = std::bit_cast<std::uint32_t>(value);
  const std::uint32_t rounded = (bits + 0x7fff + (bits >> 16 & 1)) >> 16;
  const std::uint32_t quietNan = bits >> 16 | 0x40;
  return {static_cast<std::uint16_t>((bits & 0x7fffffff) > 0x7f800000 ? quietNan : rounded)};
}
Brain narrowToBrain(double value) {
  return {narrow<8, 7>(value)};
}

Half narrowToHalf(float value) {
  const auto bits = std::bit_cast<std::uint32_t>(value);
  const std::uint32_t sign = bits >> 16 & 0x8000;
  const std::uint32_t size = bits & 0x7fffffff;
  // From 2^-14 on: shift the bias by 112 and round; a carry out of 65504 gives infinity.
  const std::uint32_t normal = (size - 0x38000000 + 0xfff + (size >> 13 & 1)) >> 13;
  // Below: adding 0.5 lines the bits up with the last place of a subnormal half, and the addition rounds to even.
  const float magic = 0.5f;
  const std::uint32_t small =
      std::bit_cast<std::uint32_t>(std::bit_cast<float>(size) + magic) - std::bit_cast<std::uint32_t>(magic);
  const std::uint32_t special = size > 0x7f800000 ? 0x7e00 : 0x7c00;
  const std::uint32_t finite = size < 0x38800000 ? small : normal;
  return {static_cast<std::uint16_t>(sign | (size >= 0x47800000 ? special : finite))};
}
Half narrowToHalf(double value) {
  return {narrow<5, 10>(value)};
}

template <class To, class Wide>
To narrowTo(Wide value) {
  if constexpr (std::is_same_v<To, Half>)
    return narrowToHalf(value);
  else if constexpr (std::is_same_v<To, Brain>)
    return narrowToBrain(value);
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
