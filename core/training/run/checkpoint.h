#pragma once

#include <nlohmann/json.hpp>
#include <torch/types.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lpd::training {

/// Everything a run needs to go on as if it had never been interrupted: weights, averages, optimizer moments, and in
/// `state` plain values such as the best held-out figure. Randomness needs no state (see noise.h).
struct Checkpoint {
  std::int64_t step = 0;  ///< steps done
  std::map<std::string, torch::Tensor> tensors;
  nlohmann::json state = nlohmann::json::object();

  /// The tensor `name`, on the CPU. Throws InvalidFile where it is absent or has another shape.
  torch::Tensor get(const std::string& name, at::IntArrayRef shape) const;
};

/// The checkpoints of a run: files `checkpoint-STEP.safetensors`, each written whole or not at all; the last two stay.
/// Whatever happens while one is written (kill -9, a full disk), the one before it stays good.
class CheckpointFolder {
 public:
  explicit CheckpointFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// Saves, then removes all but the last two and what a killed process left half written. Throws Io naming the last
  /// good checkpoint.
  void save(const Checkpoint& checkpoint) const;

  /// The newest one, or nothing. Throws InvalidFile where it is broken, with the one to go back to in the hint.
  std::optional<Checkpoint> latest() const;
  /// The newest one's file; empty if there is none.
  std::filesystem::path latestFile() const;

 private:
  std::vector<std::filesystem::path> files() const;  ///< oldest first
  void removeLeftovers() const;

  std::filesystem::path folder_;
};

/// Throws Error(Diverged) naming the last good checkpoint unless `loss` is a number.
void requireFiniteLoss(double loss, std::int64_t step, const CheckpointFolder& checkpoints);

}  // namespace lpd::training
