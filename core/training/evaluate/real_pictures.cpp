#include "training/evaluate/real_pictures.h"

#include "training/data/scene_pictures.h"

#include <lpd/error.h>
#include <lpd/scenes.h>

#include <algorithm>

namespace lpd::training {

namespace {

constexpr std::int64_t kLacking = 8;  // one picture in so many is drawn without its object

// Seeds are those of the trainer's own source, so that what was trained on and what was not is the same in both.
class Scenes : public RealPictures {
 public:
  Scenes(std::vector<int> classes, int size) : classes_(classes), source_(std::move(classes), size) {
    names_ = source_.classNames();
  }

  int labels() const override { return lacking() + 1; }

  Picture training(std::int64_t index) const override {
    if (index % kLacking != 0) return source_.train(index - index / kLacking - 1);
    const auto scene = static_cast<int>(index / kLacking % lacking());
    return {draw(scene, kTrainSeeds + static_cast<std::uint64_t>(index), false), lacking()};
  }

  Image fresh(int label, std::int64_t index) const override {
    if (label < lacking()) return source_.heldout(index * lacking() + label).pixels;
    return draw(static_cast<int>(index % lacking()), kHeldoutSeeds + static_cast<std::uint64_t>(index), false);
  }

  std::string description() const override { return "the procedural scenes, some without their main object"; }

 private:
  int lacking() const { return static_cast<int>(names_.size()); }
  Image draw(int scene, std::uint64_t seed, bool withObject) const {
    return drawScene(classes_[static_cast<std::size_t>(scene)], seed,
                     {.size = source_.size(), .withObject = withObject});
  }

  std::vector<int> classes_;
  ScenePictures source_;
};

// Any other source: held-out pictures by class.
class Given : public RealPictures {
 public:
  Given(const std::string& data, int size, const SkipReport& onSkipped)
      : source_(openPictures(data, size, 1, onSkipped)), description_(data) {
    names_ = source_->classNames();
    byLabel_.resize(names_.size());
    for (std::int64_t i = 0; i < source_->heldoutCount(); ++i)
      byLabel_[static_cast<std::size_t>(source_->heldout(i).label)].push_back(i);
    for (std::size_t label = 0; label < names_.size(); ++label)
      if (byLabel_[label].empty())
        throw Error(ErrorCode::Usage, "of '" + names_[label] + "' in " + data + " no picture is held out",
                    "add pictures of that class: one in twenty or so is kept from training");
  }

  Picture training(std::int64_t index) const override {
    // A large odd stride visits them in another order than they lie in, and all of them.
    return source_->train(index * kStride % source_->trainCount());
  }
  Image fresh(int label, std::int64_t index) const override {
    const auto& pictures = byLabel_[static_cast<std::size_t>(label)];
    return source_->heldout(pictures[static_cast<std::size_t>(index) % pictures.size()]).pixels;
  }
  std::int64_t trainingCount() const override { return source_->trainCount(); }
  std::int64_t fewestFresh() const override {
    const auto bySize = [](const auto& a, const auto& b) { return a.size() < b.size(); };
    return static_cast<std::int64_t>(std::min_element(byLabel_.begin(), byLabel_.end(), bySize)->size());
  }
  std::string description() const override { return description_; }

 private:
  static constexpr std::int64_t kStride = 1'000'000'007;
  std::unique_ptr<PictureSource> source_;
  std::string description_;
  std::vector<std::vector<std::int64_t>> byLabel_;
};

}  // namespace

std::unique_ptr<RealPictures> RealPictures::open(const std::string& data, int size, const SkipReport& onSkipped) {
  if (const auto classes = scenesNamed(data)) return std::make_unique<Scenes>(*classes, size);
  return std::make_unique<Given>(data, size, onSkipped);
}

}  // namespace lpd::training
