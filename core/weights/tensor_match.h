#pragma once

#include <lpd/weights.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lpd::weights {

/// Collects names and shapes under a prefix.
class TensorList {
 public:
  void add(const std::string& name, std::vector<std::int64_t> shape);
  /// `name`.weight and `name`.bias.
  void addLayer(const std::string& name, std::vector<std::int64_t> weight, std::int64_t bias);
  void addNorm(const std::string& name, std::int64_t width) { addLayer(name, {width}, width); }
  std::vector<TensorInfo> take() { return std::move(tensors_); }

 private:
  std::vector<TensorInfo> tensors_;
};

/// Shape of a tensor that must exist with this rank and sides of 1 to 2^24. Throws InvalidFile.
const std::vector<std::int64_t>& shapeOf(const WeightFile& file, const std::string& name, std::size_t rank);

/// One more than the largest number i of a tensor called `prefix`i.*; 0 if there is none. Throws InvalidFile above
/// `limit`.
int countNumbered(const WeightFile& file, std::string_view prefix, int limit);

/// Throws InvalidFile naming the first tensor that is missing, of an unexpected shape or not of a float type, in the
/// order of `expected`, then the first surplus one, in file order. `ignored` may be there or not.
void matchTensors(const WeightFile& file, const std::vector<TensorInfo>& expected,
                  const std::set<std::string, std::less<>>& ignored = {});

/// Throws InvalidFile: `name` is missing, with a hint where the file is evidently the model's other half.
[[noreturn]] void failMissing(const WeightFile& file, const std::string& name);

/// A buffer of the released tokenizer that inference does not use.
inline constexpr const char* kIgnoredBuffer = "quantize.codebook_used";

}  // namespace lpd::weights
