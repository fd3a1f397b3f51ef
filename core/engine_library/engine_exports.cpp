#include "engine_library/engine_library.h"

/// Found by name: see kEngineEntry.
extern "C" const lpd::EngineLibrary* lpdEngineLibrary() {
  static const std::string build = lpd::engineBuild();
  static const lpd::EngineLibrary library{build.c_str(), &lpd::Engine::load, &lpd::listDevices};
  return &library;
}
