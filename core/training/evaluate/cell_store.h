#pragma once

#include "training/evaluate/judge.h"

#include <filesystem>
#include <map>
#include <string>

namespace lpd::training {

/// What the judge said about the pictures of one cell so far. Kept in a file, so that an evaluation that was stopped
/// makes no picture twice: safetensors with `features` F32 [n, 64], `asked` and `seen` I32 [n] (labels), and the cell's
/// settings as metadata.
class CellStore {
 public:
  using Settings = std::map<std::string, std::string>;

  /// Opens or begins a cell. Throws InvalidFile where the file was made with other settings, naming the first.
  CellStore(std::filesystem::path file, Settings settings);

  std::int64_t count() const { return seen_.size(0); }
  double seconds() const { return seconds_; }                  ///< wall time of all pictures
  const torch::Tensor& features() const { return features_; }  ///< float64 [n, 64]
  const torch::Tensor& asked() const { return asked_; }        ///< int64 [n]
  const torch::Tensor& seen() const { return seen_; }          ///< int64 [n]

  /// Adds pictures and writes the file anew.
  void append(const Judge::Opinion& opinion, const std::vector<int>& asked, double seconds);

 private:
  std::filesystem::path file_;
  Settings settings_;
  torch::Tensor features_, asked_, seen_;
  double seconds_ = 0;
};

}  // namespace lpd::training
