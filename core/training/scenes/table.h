#pragma once

#include "training/scenes/stage.h"

#include <lpd/scenes.h>

#include <span>

namespace lpd::scenes {

struct Entry {
  SceneClass description;
  void (*draw)(Stage& stage);
};

/// In the order of class indices.
std::span<const Entry> table();

/// A picture and where its object is.
struct Rendering {
  Image image;
  cv::Rect objectArea;  ///< pixels; the picture without its object is the same outside
};
Rendering render(int classIndex, std::uint64_t seed, const SceneOptions& options);

}  // namespace lpd::scenes
