#pragma once

#include "training/data/pictures.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <vector>

namespace lpd::training {

/// Real pictures as the evaluation needs them: a stream to train the judge on, and fresh ones that no model saw.
class RealPictures {
 public:
  static constexpr std::int64_t kEndless = std::numeric_limits<std::int64_t>::max();

  virtual ~RealPictures() = default;

  /// `data` as openPictures takes it; scenes also bring pictures without their main object.
  static std::unique_ptr<RealPictures> open(const std::string& data, int size, const SkipReport& onSkipped = {});

  const std::vector<std::string>& classNames() const { return names_; }
  /// What the judge tells apart: the classes and, of scenes, one more for pictures that lack what the class is named
  /// after (an empty sea is no sailboat).
  virtual int labels() const { return static_cast<int>(names_.size()); }

  /// The index-th picture of an endless stream that models may have been trained on, all labels mixed.
  virtual Picture training(std::int64_t index) const = 0;
  /// The index-th picture of a label that no model was trained on; where there are fewer, they repeat.
  virtual Image fresh(int label, std::int64_t index) const = 0;
  /// How many different pictures training() and, of the label with the fewest, fresh() have.
  virtual std::int64_t trainingCount() const { return kEndless; }
  virtual std::int64_t fewestFresh() const { return kEndless; }
  /// What it is, in a few words.
  virtual std::string description() const = 0;

 protected:
  std::vector<std::string> names_;
};

}  // namespace lpd::training
