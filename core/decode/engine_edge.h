#pragma once

#include <lpd/error.h>

#include <c10/core/InferenceMode.h>

#include <string>

namespace lpd {

/// Rethrows the exception being handled as lpd::Error: those pass through, memory exhaustion becomes OutOfMemory with
/// `memoryHint`, anything else Internal. `what` names the work in the message.
[[noreturn]] void rethrowAsError(const std::string& what, const std::string& memoryHint);

/// Runs a piece of the engine's own work (never a callback of the caller) at the edge between LibTorch and the rest of
/// the program: without gradients, with this many threads, and throwing only lpd::Error.
void useThreads(int threads);

template <typename Work>
auto atEdge(int threads, const std::string& what, const std::string& memoryHint, Work&& work) {
  try {
    const c10::InferenceMode inference;
    useThreads(threads);
    return work();
  } catch (...) {
    rethrowAsError(what, memoryHint);
  }
}

}  // namespace lpd
