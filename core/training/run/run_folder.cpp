#include "training/run/run_folder.h"

#include "backends/torch_versions.h"

#include <lpd/error.h>
#include <lpd/files.h>

namespace lpd::training {

namespace fs = std::filesystem;

ChosenDevice deviceFor(const TrainOptions& options, const ProcessPlace& place) {
  EngineOptions engine;
  engine.device = options.device;
  engine.precision = parsePrecision(options.precision);
  engine.threads = options.threads;
  const bool shares =
      place.size > 1 && (options.device == "cuda" || (options.device == "auto" && !cudaDevices().empty()));
  if (shares) engine.device = "cuda:" + std::to_string(place.localRank);
  engine.validate();
  return chooseDevice(engine);
}

void checkRunFolder(const TrainOptions& options, const CheckpointFolder& checkpoints, const std::string& result) {
  if (options.out.empty()) throw Error(ErrorCode::Usage, "the run has no folder", "give one with --out");
  std::error_code ignored;
  if (fs::exists(options.out, ignored) && !fs::is_directory(options.out, ignored))
    makeFolder(options.out);  // cannot be made: a file is in the way, and should be said before work begins
  const bool resumable = !checkpoints.latestFile().empty();
  if (!resumable && fs::exists(options.out / result, ignored))
    throw Error(ErrorCode::Usage, options.out.string() + " holds a finished run without its checkpoints",
                "choose another folder");
  if (!options.resume && (resumable || fs::exists(options.out / kMetricsFile, ignored)))
    throw Error(ErrorCode::Usage, options.out.string() + " holds a run already",
                "add --resume to go on with it, or choose another folder");
}

std::string nothingToResume(const TrainOptions& options) {
  return "there is no checkpoint in " + options.out.string() + ": the run begins";
}

}  // namespace lpd::training
