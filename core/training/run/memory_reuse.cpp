#include "training/run/memory_reuse.h"

#ifdef __linux__
#include <malloc.h>

#include <limits>
#endif

namespace lpd::training {

void keepFreedMemory() {
#ifdef __GLIBC__
  mallopt(M_MMAP_MAX, 0);
  mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
  mallopt(M_TOP_PAD, 64 << 20);
#endif
}

}  // namespace lpd::training
