#pragma once

#include "training/data/pictures.h"

#include <optional>

namespace lpd::training {

/// Seeds of drawn pictures: what a person asks for by hand is below kTrainSeeds, what training draws for itself lies
/// between kTrainSeeds and kHeldoutSeeds, and what only figures are measured on from kHeldoutSeeds on.
inline constexpr std::uint64_t kTrainSeeds = std::uint64_t{1} << 40;
inline constexpr std::uint64_t kHeldoutSeeds = std::uint64_t{1} << 62;

/// Class indices of "all", or of exact names with commas between. Throws NotFound or Usage (a class twice).
std::vector<int> parseSceneClasses(const std::string& names);
/// The classes of "scenes" or "scenes:NAMES"; nothing for any other word.
std::optional<std::vector<int>> scenesNamed(const std::string& data);

/// The procedural data set, drawn when asked for. Picture i is of class i modulo the number of classes.
class ScenePictures : public PictureSource {
 public:
  ScenePictures(std::vector<int> classes, int size);
  std::int64_t trainCount() const override { return kMaxPictures; }
  std::int64_t heldoutCount() const override { return kMaxPictures; }
  bool endless() const override { return true; }
  Picture train(std::int64_t index) const override { return draw(index, kTrainSeeds); }
  Picture heldout(std::int64_t index) const override { return draw(index, kHeldoutSeeds); }

 private:
  Picture draw(std::int64_t index, std::uint64_t firstSeed) const;
  std::vector<int> classes_;
};

}  // namespace lpd::training
