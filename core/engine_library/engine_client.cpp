#include "engine_library/engine_library.h"

#include <dlfcn.h>

#include <filesystem>
#include <system_error>
#include <utility>

namespace lpd {
namespace {

constexpr const char* kInstallAgain = "install LPD Studio again";

std::string loaderProblem() {
  const char* problem = dlerror();
  return problem ? problem : "the reason is unknown";
}

/// By its place and not by a search path: no other library of its name is taken for it.
std::filesystem::path libraryFile() {
  std::error_code problem;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", problem);
  return (program.parent_path() / LPD_ENGINE_FROM_PROGRAM).lexically_normal();
}

/// Opened by whoever needs it first, while others wait; after a failure the next one tries again.
const EngineLibrary& engineLibrary() {
  static const EngineLibrary& library = openEngineLibrary(libraryFile().string());
  return library;
}

}  // namespace

const EngineLibrary& openEngineLibrary(const std::string& file) {
  // Functions are bound when first called, as in a program that links them: that takes a quarter less.
  // Never closed: LibTorch's threads and static objects do not survive that.
  void* const handle = dlopen(file.c_str(), RTLD_LAZY | RTLD_LOCAL);
  if (!handle) throw Error(ErrorCode::NotFound, "the engine cannot be loaded: " + loaderProblem(), kInstallAgain);
  const auto entry = reinterpret_cast<EngineEntry>(dlsym(handle, kEngineEntry));
  if (!entry) throw Error(ErrorCode::Unsupported, file + " is not LPD Studio's engine", kInstallAgain);
  const EngineLibrary& library = *entry();
  if (library.build != engineBuild())
    throw Error(ErrorCode::Unsupported,
                file + " is the engine of LPD Studio " + library.build + ", this is LPD Studio " + engineBuild(),
                kInstallAgain);
  return library;
}

std::unique_ptr<Engine> Engine::load(const ModelInfo& model, const EngineOptions& options) {
  return engineLibrary().load(model, options);
}

std::vector<DeviceInfo> listDevices() {
  return engineLibrary().listDevices();
}

TrainOutcome trainTransformer(const TrainOptions& options, const TrainObserver& observer, std::stop_token stop) {
  return engineLibrary().trainTransformer(options, observer, std::move(stop));
}

#ifdef LPD_HAVE_IMAGING
TrainOutcome trainTokenizer(const TrainOptions& options, const TrainObserver& observer, std::stop_token stop) {
  return engineLibrary().trainTokenizer(options, observer, std::move(stop));
}

bool tokenizeDataset(const TokenizeOptions& options, const DatasetProgress& progress, std::stop_token stop) {
  return engineLibrary().tokenizeDataset(options, progress, std::move(stop));
}

Evaluation evaluate(Engine& engine, const EvaluationOptions& options, const EvaluationProgress& progress,
                    std::stop_token stop) {
  return engineLibrary().evaluate(engine, options, progress, std::move(stop));
}
#endif

}  // namespace lpd
