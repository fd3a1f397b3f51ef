#include "backends/cpu/bf16_units.h"

#if defined(__x86_64__) && defined(__linux__)

#include <sys/syscall.h>
#include <unistd.h>

namespace lpd::kernels {

bool hasAmx() {
  static const bool granted = [] {
    if (!__builtin_cpu_supports("amx-bf16") || !__builtin_cpu_supports("amx-tile") ||
        !__builtin_cpu_supports("avx512f"))
      return false;
    constexpr int kRequestPermission = 0x1023, kTileData = 18;  // Linux: ARCH_REQ_XCOMP_PERM, XFEATURE_XTILEDATA
    return syscall(SYS_arch_prctl, kRequestPermission, kTileData) == 0;
  }();
  return granted;
}

bool hasAvx512Bf16() {
  return __builtin_cpu_supports("avx512bf16") && __builtin_cpu_supports("avx512f");
}

}  // namespace lpd::kernels

#else

namespace lpd::kernels {

bool hasAmx() {
  return false;
}

bool hasAvx512Bf16() {
  return false;
}

}  // namespace lpd::kernels

#endif
