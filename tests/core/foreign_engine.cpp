// The engine's library as another build would leave it behind.
#include "engine_library/engine_library.h"

extern "C" const lpd::EngineLibrary* lpdEngineLibrary() {
  static const lpd::EngineLibrary library{"0.0.1 (another compiler)"};
  return &library;
}
