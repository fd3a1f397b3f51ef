#pragma once

#include <lpd/engine.h>
#include <lpd/version.h>

#include <memory>
#include <string>
#include <vector>

namespace lpd {

/// What the engine's shared library hands to the program that opened it.
struct EngineLibrary {
  /// First, so that it can be read whatever follows it in another build.
  const char* build;
  std::unique_ptr<Engine> (*load)(const ModelInfo& model, const EngineOptions& options);
  std::vector<DeviceInfo> (*listDevices)();
};

/// Names what both sides must share for C++ objects and exceptions to pass between them: version and compiler.
inline std::string engineBuild() {
  return std::string(versionString()) + " (compiler " + __VERSION__ + ")";
}

/// The library's only function.
constexpr const char* kEngineEntry = "lpdEngineLibrary";
using EngineEntry = const EngineLibrary* (*)();

/// Opens the library, for good. Throws NotFound where it (or what it needs) cannot be loaded, and Unsupported where it
/// belongs to another build.
const EngineLibrary& openEngineLibrary(const std::string& file);

}  // namespace lpd
