#include "training/data/token_cache.h"

#include "weights/fault.h"

#include <lpd/error.h>
#include <lpd/weights.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstring>

namespace lpd::training {

namespace {

constexpr const char* kMetadataKey = "token_cache";
constexpr int kMaxVocab = 1 << 24;

NamedTensor asTensor(const std::string& name, const std::vector<std::int32_t>& values,
                     std::vector<std::int64_t> shape) {
  return {{name, DType::I32, std::move(shape)}, {std::as_bytes(std::span(values)), nullptr}};
}

void addSet(std::vector<NamedTensor>& tensors, const std::string& prefix, const TokenSet& set, int positions) {
  const std::int64_t count = set.count();
  tensors.push_back(asTensor(prefix + "tokens", set.tokens, {count, 2, positions}));
  tensors.push_back(asTensor(prefix + "labels", set.labels, {count}));
}

std::vector<std::int32_t> readIntegers(const WeightFile& file, const std::string& name,
                                       const std::vector<std::int64_t>& shape) {
  const TensorInfo* info = file.find(name);
  if (!info) weights::failFile(file.path(), "tensor '" + name + "' is missing");
  if (info->type != DType::I32 || info->shape != shape)
    weights::failFile(file.path(), "tensor '" + name + "' does not fit the grid and the number of pictures");
  const TensorBytes data = file.read(name);
  std::vector<std::int32_t> values(data.bytes.size() / sizeof(std::int32_t));
  if (!values.empty()) std::memcpy(values.data(), data.bytes.data(), data.bytes.size());
  return values;
}

void checkRange(const WeightFile& file, const std::vector<std::int32_t>& values, int limit, const char* what) {
  const auto outside = std::find_if(values.begin(), values.end(), [&](int v) { return v < 0 || v >= limit; });
  if (outside != values.end())
    weights::failFile(file.path(), std::string(what) + " " + std::to_string(*outside) + " is not one of 0 to " +
                                       std::to_string(limit - 1));
}

TokenSet readSet(const WeightFile& file, const std::string& prefix, const TokenCache& cache) {
  const TensorInfo* labels = file.find(prefix + "labels");
  if (!labels || labels->shape.size() != 1)
    weights::failFile(file.path(), "tensor '" + prefix + "labels' is missing or no list");
  const std::int64_t count = labels->shape[0];
  TokenSet set;
  set.positions = cache.grid.count();
  set.labels = readIntegers(file, prefix + "labels", {count});
  set.tokens = readIntegers(file, prefix + "tokens", {count, 2, set.positions});
  checkRange(file, set.labels, static_cast<int>(cache.classNames.size()), "class");
  checkRange(file, set.tokens, cache.vocab, "token");
  return set;
}

bool isSha256(const std::string& text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

void readFacts(const WeightFile& file, TokenCache& cache) {
  const auto found = file.metadata().find(kMetadataKey);
  if (found == file.metadata().end())
    weights::failFile(file.path(), "is no token cache", "make one with lpd dataset tokenize");
  try {
    const auto facts = nlohmann::json::parse(found->second);
    cache.grid = {facts.at("grid_h").get<int>(), facts.at("grid_w").get<int>()};
    cache.vocab = facts.at("vocab").get<int>();
    cache.tokenizerSha256 = facts.at("tokenizer_sha256").get<std::string>();
    cache.classNames = facts.at("class_names").get<std::vector<std::string>>();
  } catch (const nlohmann::json::exception&) {
    weights::failFile(file.path(), "the token cache's metadata is incomplete");
  }
  const auto inside = [](int value, int most) { return value >= 1 && value <= most; };
  if (!inside(cache.grid.height, kMaxGridSide) || !inside(cache.grid.width, kMaxGridSide) ||
      !inside(cache.vocab, kMaxVocab) || cache.classNames.empty() || !isSha256(cache.tokenizerSha256))
    weights::failFile(file.path(), "the token cache's metadata is out of range");
}

}  // namespace

void writeTokenCache(const std::filesystem::path& file, const TokenCache& cache) {
  const int positions = cache.grid.count();
  std::vector<NamedTensor> tensors;
  addSet(tensors, "", cache.train, positions);
  addSet(tensors, "heldout_", cache.heldout, positions);
  const nlohmann::ordered_json facts = {{"grid_h", cache.grid.height},
                                        {"grid_w", cache.grid.width},
                                        {"vocab", cache.vocab},
                                        {"tokenizer_sha256", cache.tokenizerSha256},
                                        {"class_names", cache.classNames}};
  writeSafetensors(file, tensors, {{kMetadataKey, facts.dump()}});
}

TokenCache readTokenCache(const std::filesystem::path& path) {
  const auto file = WeightFile::open(path);
  TokenCache cache;
  readFacts(*file, cache);
  cache.train = readSet(*file, "", cache);
  cache.heldout = readSet(*file, "heldout_", cache);
  if (cache.train.count() == 0) weights::failFile(path, "holds no pictures");
  return cache;
}

}  // namespace lpd::training
