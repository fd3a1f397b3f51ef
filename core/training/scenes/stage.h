#pragma once

#include "training/scenes/brush.h"
#include "training/scenes/dice.h"

#include <functional>

namespace lpd::scenes {

/// What a class draws on: surroundings with `brush` and `dice`, its main object through object() alone.
class Stage {
 public:
  Stage(Surface& surface, int classIndex, std::uint64_t seed, bool withObject)
      : brush(surface),
        dice(seed, classIndex, SceneLayer::Surroundings),
        surface_(surface),
        objectDice_(seed, classIndex, SceneLayer::Object),
        withObject_(withObject) {}

  /// Calls `paint` unless the picture is to be without its object. May be used several times, for parts behind and
  /// before the surroundings.
  void object(const std::function<void(const Brush&, Dice&)>& paint);

  /// The smallest rectangle around all that object() has painted, in pixels of the finished picture.
  cv::Rect objectArea() const { return objectArea_; }

  const Brush brush;
  Dice dice;

 private:
  Surface& surface_;
  Dice objectDice_;
  bool withObject_;
  cv::Rect objectArea_;
};

}  // namespace lpd::scenes
