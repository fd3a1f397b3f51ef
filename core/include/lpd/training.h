#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

namespace lpd {

/// Where a training run stands, told after every step and when a run is resumed.
struct TrainProgress {
  std::string phase;             ///< what is being learnt, for people
  std::int64_t step = 0;         ///< steps done, of the whole run
  std::int64_t steps = 0;        ///< steps of the whole run
  double loss = 0;               ///< of the last step
  double picturesPerSecond = 0;  ///< over all processes, smoothed
  double secondsLeft = 0;        ///< estimated; infinite before the first step of a resumed run
};
/// Called on the thread that trains; each may be empty.
struct TrainObserver {
  std::function<void(const TrainProgress&)> onProgress;
  std::function<void(const std::string&)> onNote;  ///< one line worth telling: a picture skipped, a sheet written
};

/// What every `lpd train` command takes.
struct TrainOptions {
  std::string data;  ///< "scenes", a folder of class folders, a packed file; for the transformer a token cache
  std::filesystem::path config;     ///< JSON, see resources/training
  std::filesystem::path start;      ///< weights to begin with, a file or a bundle; empty = random ones
  std::filesystem::path tokenizer;  ///< transformer: what the tokens were made with, for samples and the finished model
  std::filesystem::path out;        ///< folder of the run: checkpoints, metrics.csv, samples, the model
  bool resume = false;              ///< go on from the last checkpoint in `out`; without it `out` must hold none
  std::string device = "auto";
  std::string precision = "auto";  ///< fp32, bf16; auto is bf16 where the processor multiplies in it
  int threads = 0;                 ///< 0 = all cores
};

enum class TrainOutcome { Finished, Stopped };

/// Trains a tokenizer: `out`/tokenizer.safetensors in the released layout, and tokenizer.json with what its shapes
/// cannot tell. A stop request saves a checkpoint and returns Stopped. Runs as one of several processes where the
/// environment says so (RANK, WORLD_SIZE, MASTER_ADDR, MASTER_PORT). Throws Error; a loss that is no number names the
/// last good checkpoint.
TrainOutcome trainTokenizer(const TrainOptions& options, const TrainObserver& observer = {}, std::stop_token stop = {});

/// Trains a transformer on a token cache: `out`/transformer.safetensors in the released layout and, with a tokenizer,
/// the bundle `out`/model. Everything else as above.
TrainOutcome trainTransformer(const TrainOptions& options, const TrainObserver& observer = {},
                              std::stop_token stop = {});

}  // namespace lpd
