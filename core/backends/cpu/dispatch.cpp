#include "backends/cpu/kernels.h"
#include "backends/cpu/variants.h"

namespace lpd::kernels {

const Table& baselineTable() {
  return kBaselineTable;
}

const Table& table() {
#ifdef LPD_X86_KERNELS
  if (__builtin_cpu_supports("avx512f")) return kAvx512Table;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return kAvx2Table;
#endif
  return kBaselineTable;
}

}  // namespace lpd::kernels
