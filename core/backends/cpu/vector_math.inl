// Vectors of the widest kind this translation unit is compiled for, and the functions of them the kernels need.
// Included inside an anonymous namespace by each instruction set's file; no standard library templates are used, so
// that no code compiled for a newer CPU can be picked by the linker for an older one.

#if defined(__AVX512F__)
constexpr int kLanes = 16;
#elif defined(__AVX__)
constexpr int kLanes = 8;
#else
constexpr int kLanes = 4;
#endif
constexpr int kVectors = kPanel / kLanes;  // vectors a panel's row

typedef float Vec __attribute__((vector_size(kLanes * 4)));
typedef float VecUnaligned __attribute__((vector_size(kLanes * 4), aligned(4), may_alias));
typedef std::int32_t VecInt __attribute__((vector_size(kLanes * 4)));
typedef std::uint32_t VecBits __attribute__((vector_size(kLanes * 4)));
typedef std::uint16_t VecHalf __attribute__((vector_size(kLanes * 2)));
typedef std::uint16_t VecHalfUnaligned __attribute__((vector_size(kLanes * 2), aligned(2), may_alias));

#define LPD_INLINE inline __attribute__((always_inline))

LPD_INLINE Vec load(const float* p) {
  return *reinterpret_cast<const VecUnaligned*>(p);
}
LPD_INLINE Vec load(const std::uint16_t* p) {  // bfloat16 is the upper half of a float
  const VecHalfUnaligned bits = *reinterpret_cast<const VecHalfUnaligned*>(p);
  return (Vec)(__builtin_convertvector(bits, VecBits) << 16);
}
LPD_INLINE void store(float* p, Vec v) {
  *reinterpret_cast<VecUnaligned*>(p) = v;
}
LPD_INLINE Vec broadcast(float x) {
  return x - Vec{};
}  // minus zero folds away, plus zero would not

LPD_INLINE Vec loadPart(const float* p, std::int64_t count, float rest) {
  Vec v = broadcast(rest);
  for (std::int64_t i = 0; i < count; ++i)
    v[i] = p[i];
  return v;
}
LPD_INLINE Vec loadPart(const std::uint16_t* p, std::int64_t count, float rest) {
  VecHalf bits{};
  for (std::int64_t i = 0; i < count; ++i)
    bits[i] = p[i];
  Vec v = (Vec)(__builtin_convertvector(bits, VecBits) << 16);
  for (std::int64_t i = count; i < kLanes; ++i)
    v[i] = rest;
  return v;
}
LPD_INLINE void storePart(float* p, Vec v, std::int64_t count) {
  for (std::int64_t i = 0; i < count; ++i)
    p[i] = v[i];
}
LPD_INLINE float sum(Vec v) {
  float s = 0;
  for (int i = 0; i < kLanes; ++i)
    s += v[i];
  return s;
}
LPD_INLINE Vec larger(Vec a, Vec b) {
  return a > b ? a : b;
}
LPD_INLINE float largest(Vec v) {
  float m = v[0];
  for (int i = 1; i < kLanes; ++i)
    m = v[i] > m ? v[i] : m;
  return m;
}

/// Rounds to the nearest bfloat16, ties to even; stays a float. Not for NaN.
LPD_INLINE Vec roundedToBf16(Vec v) {
  const VecBits bits = (VecBits)v;
  return (Vec)((bits + 0x7fffu + ((bits >> 16) & 1u)) & 0xffff0000u);
}

LPD_INLINE VecHalf asBf16(Vec v) {
  return __builtin_convertvector((VecBits)roundedToBf16(v) >> 16, VecHalf);
}
LPD_INLINE void store(std::uint16_t* p, Vec v) {
  *reinterpret_cast<VecHalfUnaligned*>(p) = asBf16(v);
}
LPD_INLINE void storePart(std::uint16_t* p, Vec v, std::int64_t count) {
  const VecHalf bits = asBf16(v);
  for (std::int64_t i = 0; i < count; ++i)
    p[i] = bits[i];
}

/// The first `count` lanes alone.
template <typename Element>
LPD_INLINE Vec loadColumns(const Element* p, std::int64_t count) {
  return count == kLanes ? load(p) : loadPart(p, count, 0.0f);
}
template <typename Element>
LPD_INLINE void storeColumns(Element* p, Vec v, std::int64_t count) {
  if (count == kLanes)
    store(p, v);
  else
    storePart(p, v, count);
}

/// e^x within 2 ulp for -87 <= x <= 88; clamped outside. Range reduction by ln 2, then Taylor to the 7th power.
LPD_INLINE Vec exponential(Vec x) {
  x = x < -87.0f ? broadcast(-87.0f) : x;
  x = x > 88.0f ? broadcast(88.0f) : x;
  constexpr float kMagic = 12582912.0f;  // 1.5 * 2^23: adding it rounds to an integer held in the low bits
  const Vec shifted = x * 1.44269504f + kMagic;
  const Vec n = shifted - kMagic;
  const Vec r = (x - n * 0.693145752f) - n * 1.42860677e-6f;  // ln 2 in two parts
  Vec p = broadcast(1.0f / 5040);
  p = p * r + 1.0f / 720;
  p = p * r + 1.0f / 120;
  p = p * r + 1.0f / 24;
  p = p * r + 1.0f / 6;
  p = p * r + 0.5f;
  p = p * r + 1.0f;
  p = p * r + 1.0f;
  const VecInt power = ((VecInt)shifted + 127) << 23;
  return p * (Vec)power;
}

/// 1 / (1 + e^-x) to the accuracy that a value of this type can hold.
LPD_INLINE Vec sigmoid(Vec x, const float*) {
  return 1.0f / (1.0f + exponential(-x));
}
/// Within 2^-11, a quarter of what rounding to bfloat16 loses: no division, a shorter polynomial.
LPD_INLINE Vec sigmoid(Vec x, const std::uint16_t*) {
#ifdef __AVX512F__
  x = x < -60.0f ? broadcast(-60.0f) : x;
  x = x > 60.0f ? broadcast(60.0f) : x;
  constexpr float kMagic = 12582912.0f;  // as in exponential()
  const Vec scaled = x * -1.44269504f, shifted = scaled + kMagic;
  const Vec r = scaled - (shifted - kMagic);  // 2^r, |r| <= 1/2
  Vec p = broadcast(0.0555041087f);
  p = p * r + 0.240226507f;
  p = p * r + 0.693147181f;
  p = p * r + 1.0f;
  const Vec power = (Vec)(((VecInt)shifted + 127) << 23);
  return (Vec)__builtin_ia32_rcp14ps512_mask((Vec)(1.0f + p * power), Vec{}, 0xffff);
#else
  return 1.0f / (1.0f + exponential(-x));
#endif
}

/// erf(x) within 2e-7: a polynomial in x^2 below 1, 1 - exp(-polynomial) above (minimax fits to erf).
LPD_INLINE Vec errorFunction(Vec x) {
  const Vec t = x < 0.0f ? -x : x;
  const Vec s = x * x;
  Vec p = broadcast(7.889157687e-05f);
  p = p * s - 8.020853555e-04f;
  p = p * s + 5.189536855e-03f;
  p = p * s - 2.685444549e-02f;
  p = p * s + 1.128360020e-01f;
  p = p * s - 3.761262714e-01f;
  p = p * s + 1.128379166e+00f;
  const Vec u = t > 4.0f ? broadcast(4.0f) : t;  // erf(4) is 1 in fp32
  Vec q = broadcast(-1.915041349e-04f);
  q = q * u + 2.999540679e-03f;
  q = q * u - 2.205199734e-02f;
  q = q * u + 1.035668918e-01f;
  q = q * u + 6.376000390e-01f;
  q = q * u + 1.127426086e+00f;
  q = q * u + 2.564457065e-04f;
  const Vec upper = 1.0f - exponential(-q);
  const Vec signedUpper = x < 0.0f ? -upper : upper;
  return t < 1.0f ? x * p : signedUpper;
}

LPD_INLINE Vec gelu(Vec x) {
  return 0.5f * x * (1.0f + errorFunction(x * 0.707106781f));
}
LPD_INLINE Vec swish(Vec x) {
  return x / (1.0f + exponential(-x));
}
