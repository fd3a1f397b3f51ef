#include "training/data/scene_pictures.h"

#include <lpd/error.h>
#include <lpd/scenes.h>

#include <algorithm>
#include <numeric>
#include <sstream>

namespace lpd::training {

namespace {

constexpr const char* kWord = "scenes";

std::vector<std::string> namesOf(const std::vector<int>& classes) {
  std::vector<std::string> names;
  for (const int index : classes)
    names.emplace_back(sceneClasses()[static_cast<std::size_t>(index)].name);
  return names;
}

}  // namespace

std::vector<int> parseSceneClasses(const std::string& names) {
  std::vector<int> classes(sceneClasses().size());
  std::iota(classes.begin(), classes.end(), 0);
  if (names == "all") return classes;
  classes.clear();
  std::stringstream text(names);
  for (std::string name; std::getline(text, name, ',');) {
    const int index = sceneClassIndex(name);
    if (std::find(classes.begin(), classes.end(), index) != classes.end())
      throw Error(ErrorCode::Usage, "scene class '" + name + "' is named twice");
    classes.push_back(index);
  }
  if (classes.empty())
    throw Error(ErrorCode::Usage, "no scene class is named", "say all, or names with commas between");
  return classes;
}

std::optional<std::vector<int>> scenesNamed(const std::string& data) {
  if (data == kWord) return parseSceneClasses("all");
  const std::string prefix = std::string(kWord) + ":";
  if (data.starts_with(prefix)) return parseSceneClasses(data.substr(prefix.size()));
  return std::nullopt;
}

ScenePictures::ScenePictures(std::vector<int> classes, int size)
    : PictureSource(size, namesOf(classes)), classes_(std::move(classes)) {
  SceneOptions{size, true}.validate();
}

Picture ScenePictures::draw(std::int64_t index, std::uint64_t firstSeed) const {
  const auto count = static_cast<std::int64_t>(classes_.size());
  const int label = static_cast<int>(index % count);
  SceneOptions options;
  options.size = size();
  return {drawScene(classes_[static_cast<std::size_t>(label)], firstSeed + static_cast<std::uint64_t>(index / count),
                    options),
          label};
}

}  // namespace lpd::training
