#pragma once

#include "training/data/pictures.h"

#include <lpd/image.h>

#include <torch/types.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace lpd::training {

/// The index-th picture of an endless stream; called from another thread than the trainer's.
using PictureStream = std::function<Picture(std::int64_t index)>;

struct JudgeOptions {
  int labels = 2;      ///< kinds of pictures, >= 2
  int steps = 1200;    ///< batches, >= 1
  int batch = 64;      ///< pictures, >= 1
  double rate = 2e-3;  ///< peak learning rate, > 0
  std::uint64_t seed = 0;
};

/// A small classifier that says what a picture shows. It is trained on real pictures only, so that what it says about
/// generated ones is no self-praise: seven 3x3 convolutions on the picture at 64 px, mean over positions, a linear
/// layer to 64 features (what Frechet distances are measured in), and one to the labels.
class Judge {
 public:
  static constexpr int kSide = 64;      ///< pixels a side it looks at
  static constexpr int kFeatures = 64;  ///< length of a feature vector

  /// Trains a new one; `progress` gets the batches done and the loss. Not defined() when stopped. Throws Internal when
  /// the loss is no number.
  static Judge train(const PictureStream& pictures, const JudgeOptions& options,
                     const std::function<void(int step, double loss)>& progress = {}, std::stop_token stop = {});
  static Judge load(const std::filesystem::path& file);
  void save(const std::filesystem::path& file, const std::map<std::string, std::string>& metadata) const;

  bool defined() const { return !parameters_.empty(); }
  int labels() const;

  struct Opinion {
    torch::Tensor labels;    ///< int64 [n]
    torch::Tensor features;  ///< float64 [n, kFeatures]
  };
  /// Pictures of any size (centre-cropped to a square); at least one.
  Opinion look(const std::vector<Image>& pictures) const;

 private:
  struct Output {
    torch::Tensor features;  // [n, kFeatures]
    torch::Tensor logits;    // [n, labels]
  };
  Output forward(const torch::Tensor& pictures) const;

  std::vector<torch::Tensor> parameters_;
};

}  // namespace lpd::training
