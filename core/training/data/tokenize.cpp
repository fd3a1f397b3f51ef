#include "backends/device.h"
#include "decode/engine_edge.h"
#include "model/tokenizer.h"
#include "training/data/pictures.h"
#include "training/data/token_cache.h"
#include "training/tokenizer/tokenizer_file.h"

#include <lpd/dataset.h>
#include <lpd/error.h>
#include <lpd/files.h>

#include <algorithm>
#include <optional>

namespace lpd {

using training::Picture;
using training::PictureSource;
using training::TokenCache;
using training::TokenSet;

namespace {

class Tokenization {
 public:
  Tokenization(const Tokenizer& tokenizer, const PictureSource& source, const DatasetProgress& progress,
               std::stop_token stop)
      : tokenizer_(tokenizer), source_(source), progress_(progress), stop_(std::move(stop)) {}

  /// Nothing if it was stopped.
  std::optional<TokenSet> run(bool heldout, std::int64_t first, std::int64_t count, double from, double to) const {
    const int side = source_.size() / tokenizer_.config().stride();
    TokenSet set;
    set.positions = side * side;
    for (std::int64_t i = 0; i < count; ++i) {
      if (stop_.stop_requested()) return std::nullopt;
      const Picture picture = heldout ? source_.heldout(first + i) : source_.train(first + i);
      append(set, picture.pixels);
      append(set, training::mirrored(picture.pixels));
      set.labels.push_back(picture.label);
      if (progress_)
        progress_(from + (to - from) * static_cast<double>(i + 1) / static_cast<double>(count), "encoding");
    }
    return set;
  }

 private:
  void append(TokenSet& set, const Image& pixels) const {
    const auto tokens = tokenizer_.encode(toTensor(pixels));
    set.tokens.insert(set.tokens.end(), tokens.begin(), tokens.end());
  }

  const Tokenizer& tokenizer_;
  const PictureSource& source_;
  const DatasetProgress& progress_;
  std::stop_token stop_;
};

std::int64_t trainCount(const TokenizeOptions& options, const PictureSource& source) {
  if (options.count == 0 && source.endless())
    throw Error(ErrorCode::Usage, "scenes have no end", "say how many to encode with --count");
  if (options.first < 0 || options.count < 0 || options.heldout < 0)
    throw Error(ErrorCode::Usage, "a number of pictures cannot be negative");
  const std::int64_t left = source.trainCount() - options.first;
  if (left < 1)
    throw Error(ErrorCode::Usage,
                "--first " + std::to_string(options.first) + " is behind the last training picture of " + options.data,
                "use 0 to " + std::to_string(source.trainCount() - 1));
  if (options.count > left)
    throw Error(ErrorCode::Usage,
                "--count " + std::to_string(options.count) + " is more than the training pictures " + options.data +
                    " has" + (options.first > 0 ? " from " + std::to_string(options.first) + " on" : ""),
                "use 1 to " + std::to_string(left));
  return options.count == 0 ? left : options.count;
}

void checkSize(const TokenizeOptions& options, int stride) {
  if (options.size < stride || options.size % stride != 0 || options.size / stride > kMaxGridSide)
    throw Error(ErrorCode::Usage,
                "pictures of " + std::to_string(options.size) + " pixels do not divide into patches of " +
                    std::to_string(stride),
                "choose a multiple of " + std::to_string(stride) + " up to " + std::to_string(stride * kMaxGridSide));
}

/// False when stopped.
bool tokenize(const TokenizeOptions& options, const DatasetProgress& progress, std::stop_token stop) {
  checkWritable(options.out, options.overwrite);
  EngineOptions engine;
  engine.device = options.device;
  engine.precision = parsePrecision(options.precision);
  engine.threads = options.threads;
  engine.validate();
  const auto chosen = chooseDevice(engine);
  const auto path = std::filesystem::is_directory(options.tokenizer) ? options.tokenizer / "tokenizer.safetensors"
                                                                     : options.tokenizer;
  const auto file = WeightFile::open(path);
  const auto config = inferTokenizer(*file, training::normGroupsOf(path, options.normGroups));
  checkSize(options, config.stride());
  const auto source = training::openPictures(options.data, options.size, chosen.info.threads, [&](const auto& skipped) {
    if (options.onNote) options.onNote(skipped.reason + ": left out");
  });
  const std::int64_t count = trainCount(options, *source);
  const std::int64_t heldout = std::min(options.heldout, source->heldoutCount());
  const Tokenizer tokenizer(*file, config, chosen.compute);
  const Tokenization tokenization(tokenizer, *source, progress, stop);
  const double share = static_cast<double>(count) / static_cast<double>(count + heldout);
  auto train = tokenization.run(false, options.first, count, 0, share);
  auto away = train ? tokenization.run(true, 0, heldout, share, 1) : std::nullopt;
  if (!away) return false;
  const int side = options.size / config.stride();
  writeTokenCache(options.out, TokenCache{{side, side},
                                          config.codebookSize,
                                          sha256File(path),
                                          source->classNames(),
                                          std::move(*train),
                                          std::move(*away)});
  return true;
}

}  // namespace

bool tokenizeDataset(const TokenizeOptions& options, const DatasetProgress& progress, std::stop_token stop) {
  try {
    return tokenize(options, progress, std::move(stop));
  } catch (...) {
    rethrowAsError("encoding the pictures", "use smaller pictures");
  }
}

}  // namespace lpd
