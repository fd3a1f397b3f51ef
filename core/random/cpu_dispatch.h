#pragma once

/// Runtime choice of vector width without raising the whole program's baseline: a loop body written once as an
/// LPD_INLINE_BODY function is compiled a second time inside an LPD_TARGET_AVX2 function. Both give the same numbers:
/// IEEE operations only, no fused multiply-add (AVX2 without FMA, and -ffp-contract=off on the library).
#if defined(__x86_64__) && defined(__GNUC__)
#define LPD_DISPATCH_AVX2 1
#define LPD_TARGET_AVX2 __attribute__((target("avx2")))
#define LPD_INLINE_BODY inline __attribute__((always_inline))
#else
#define LPD_DISPATCH_AVX2 0
#define LPD_INLINE_BODY inline
#endif

namespace lpd {

inline bool hasAvx2() {
#if LPD_DISPATCH_AVX2
  return __builtin_cpu_supports("avx2");
#else
  return false;
#endif
}

}  // namespace lpd
