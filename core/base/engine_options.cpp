#include "base/cuda_index.h"

#include <lpd/engine.h>

#include <charconv>

namespace lpd {
namespace {

constexpr int kMaxThreads = 1024;

}  // namespace

std::optional<int> cudaIndex(std::string_view word) {
  if (word == "cuda") return 0;
  if (!word.starts_with("cuda:")) return std::nullopt;
  word.remove_prefix(5);
  int index = 0;
  const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), index);
  if (problem != std::errc() || end != word.data() + word.size() || index < 0) return std::nullopt;
  return index;
}

std::string_view toString(Precision precision) {
  switch (precision) {
    case Precision::Auto:
      return "auto";
    case Precision::Fp32:
      return "fp32";
    case Precision::Bf16:
      return "bf16";
  }
  return "auto";
}

Precision parsePrecision(std::string_view word) {
  for (const auto precision : {Precision::Auto, Precision::Fp32, Precision::Bf16})
    if (word == toString(precision)) return precision;
  if (word == "int8") throw Error(ErrorCode::Usage, "precision int8 is not part of this version", "use bf16 or fp32");
  throw Error(ErrorCode::Usage, "unknown precision '" + std::string(word) + "'", "use auto, fp32 or bf16");
}

void EngineOptions::validate() const {
  if (device != "auto" && device != "cpu" && !cudaIndex(device))
    throw Error(ErrorCode::Usage, "unknown device '" + device + "'", "use auto, cpu, cuda or cuda:N");
  if (threads < 0 || threads > kMaxThreads)
    throw Error(ErrorCode::Usage, "threads is " + std::to_string(threads),
                "give 1 to " + std::to_string(kMaxThreads) + ", or 0 for all cores");
}

}  // namespace lpd
