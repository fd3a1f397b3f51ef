#pragma once

#include <lpd/dataset.h>
#include <lpd/engine.h>
#include <lpd/evaluate.h>
#include <lpd/training.h>
#include <lpd/version.h>

#include <string>

namespace lpd {

/// What the shared library hands to the program that opened it: the functions of their names.
struct EngineLibrary {
  /// First, so that it can be read whatever follows it in another build.
  const char* build;
  decltype(&Engine::load) load = nullptr;
  decltype(&lpd::listDevices) listDevices = nullptr;
  decltype(&lpd::trainTransformer) trainTransformer = nullptr;
#ifdef LPD_HAVE_IMAGING
  decltype(&lpd::trainTokenizer) trainTokenizer = nullptr;
  decltype(&lpd::tokenizeDataset) tokenizeDataset = nullptr;
  decltype(&lpd::evaluate) evaluate = nullptr;
#endif
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
