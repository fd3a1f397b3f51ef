#include "passive_waits.h"

#include <unistd.h>

#include <cstdlib>

namespace lpd::cli {

void waitPassively(char** argv) {
#ifdef __linux__
  if (std::getenv("OMP_WAIT_POLICY") || std::getenv("GOMP_SPINCOUNT")) return;
  ::setenv("OMP_WAIT_POLICY", "passive", 1);
  ::execv("/proc/self/exe", argv);  // where that fails, training is only slower
#else
  static_cast<void>(argv);
#endif
}

}  // namespace lpd::cli
