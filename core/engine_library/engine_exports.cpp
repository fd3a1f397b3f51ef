#include "engine_library/engine_library.h"

/// Found by name: see kEngineEntry.
extern "C" const lpd::EngineLibrary* lpdEngineLibrary() {
  static const std::string build = lpd::engineBuild();
  static const lpd::EngineLibrary library{
      build.c_str(),        &lpd::Engine::load,    &lpd::listDevices, &lpd::trainTransformer,
#ifdef LPD_HAVE_IMAGING
      &lpd::trainTokenizer, &lpd::tokenizeDataset, &lpd::evaluate,
#endif
  };
  return &library;
}
