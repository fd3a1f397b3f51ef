#include "decode/engine_edge.h"

#include <lpd/files.h>

#include <ATen/Parallel.h>

#include <new>
#include <string_view>

namespace lpd {
namespace {

/// LibTorch reports memory exhaustion as a general error; only the words differ by allocator.
bool speaksOfMemory(std::string_view text) {
  for (const std::string_view words : {"out of memory", "can't allocate memory", "not enough memory"})
    if (text.find(words) != std::string_view::npos) return true;
  return false;
}

/// c10 appends a backtrace: the first line says it all.
std::string firstLine(std::string_view text) {
  return std::string(text.substr(0, text.find('\n')));
}

}  // namespace

void rethrowAsError(const std::string& what, const std::string& memoryHint) {
  try {
    throw;
  } catch (const Error&) {
    throw;
  } catch (const std::bad_alloc&) {
    throw Error(ErrorCode::OutOfMemory, what + ": memory is exhausted", memoryHint);
  } catch (const std::filesystem::filesystem_error& problem) {
    throw systemError(problem);
  } catch (const std::exception& problem) {
    if (speaksOfMemory(problem.what())) throw Error(ErrorCode::OutOfMemory, what + ": memory is exhausted", memoryHint);
    throw Error(ErrorCode::Internal, what + ": " + firstLine(problem.what()));
  }
}

void useThreads(int threads) {
  // A process-wide setting in LibTorch, kept per thread by OpenMP; new threads may come up with 1.
  if (at::get_num_threads() != threads) at::set_num_threads(threads);
}

}  // namespace lpd
