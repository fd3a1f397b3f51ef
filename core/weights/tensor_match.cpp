#include "weights/tensor_match.h"

#include "weights/fault.h"
#include "weights/tensor_layout.h"

#include <algorithm>
#include <charconv>

namespace lpd::weights {

namespace {

constexpr std::int64_t kLargestSide = std::int64_t{1} << 24;

[[noreturn]] void failShape(const WeightFile& file, const TensorInfo& found, const std::string& expected) {
  failFile(file.path(), "tensor " + quoteName(found.name) + " has the shape " + describeShape(found.shape) + " where " +
                            expected + " is expected");
}

}  // namespace

void TensorList::add(const std::string& name, std::vector<std::int64_t> shape) {
  tensors_.push_back({name, DType::F32, std::move(shape)});
}

void TensorList::addLayer(const std::string& name, std::vector<std::int64_t> weight, std::int64_t bias) {
  add(name + ".weight", std::move(weight));
  add(name + ".bias", {bias});
}

void failMissing(const WeightFile& file, const std::string& name) {
  const bool isTokenizer = file.find("quantize.embedding.weight") != nullptr;
  const bool isTransformer = file.find("token_emb.weight") != nullptr;
  const bool wantsTokenizer = name.starts_with("encoder.") || name.starts_with("decoder.") ||
                              name.starts_with("quant") || name.starts_with("post_quant");
  std::string hint;
  if (isTokenizer && !wantsTokenizer) hint = "this file is a tokenizer; give the transformer's checkpoint";
  if (isTransformer && wantsTokenizer) hint = "this file is a transformer; give the tokenizer's checkpoint";
  failFile(file.path(), "tensor " + quoteName(name) + " is missing", hint);
}

const std::vector<std::int64_t>& shapeOf(const WeightFile& file, const std::string& name, std::size_t rank) {
  const TensorInfo* info = file.find(name);
  if (!info) failMissing(file, name);
  const bool plausible = std::all_of(info->shape.begin(), info->shape.end(),
                                     [](std::int64_t side) { return side >= 1 && side <= kLargestSide; });
  if (info->shape.size() != rank || !plausible) failShape(file, *info, std::to_string(rank) + " sides");
  return info->shape;
}

int countNumbered(const WeightFile& file, std::string_view prefix, int limit) {
  int count = 0;
  for (const TensorInfo& info : file.tensors()) {
    if (!info.name.starts_with(prefix)) continue;
    const char* begin = info.name.data() + prefix.size();
    const char* end = info.name.data() + info.name.size();
    int index = -1;
    const auto [stop, error] = std::from_chars(begin, end, index);
    if (error != std::errc() || stop == end || *stop != '.' || index < 0 || index >= limit)
      failFile(file.path(), "tensor " + quoteName(info.name) + " is not expected here");
    count = std::max(count, index + 1);
  }
  return count;
}

void matchTensors(const WeightFile& file, const std::vector<TensorInfo>& expected,
                  const std::set<std::string, std::less<>>& ignored) {
  std::set<std::string_view> known;
  for (const TensorInfo& want : expected) {
    known.insert(want.name);
    const TensorInfo* found = file.find(want.name);
    if (!found) failMissing(file, want.name);
    if (found->shape != want.shape) failShape(file, *found, describeShape(want.shape));
    if (!isFloat(found->type)) {
      failFile(file.path(), "tensor " + quoteName(want.name) + " has the dtype " + std::string(toString(found->type)) +
                                " where a float type is expected");
    }
  }
  for (const TensorInfo& info : file.tensors()) {
    if (!known.contains(info.name) && !ignored.contains(info.name))
      failFile(file.path(), "tensor " + quoteName(info.name) + " is surplus: no model of this kind has it");
  }
}

}  // namespace lpd::weights
