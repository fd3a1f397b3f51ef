#include "training/scenes/table.h"

#include <lpd/error.h>
#include <lpd/scenes.h>

#include <algorithm>
#include <string>
#include <vector>

namespace lpd {

void SceneOptions::validate() const {
  if (size < kMinSceneSize || size > kMaxSceneSize)
    throw Error(ErrorCode::Usage, "a scene cannot be " + std::to_string(size) + " pixels wide",
                "choose a size from " + std::to_string(kMinSceneSize) + " to " + std::to_string(kMaxSceneSize));
}

std::span<const SceneClass> sceneClasses() {
  static const std::vector<SceneClass> classes = [] {
    std::vector<SceneClass> all;
    for (const scenes::Entry& entry : scenes::table())
      all.push_back(entry.description);
    return all;
  }();
  return classes;
}

int sceneClassIndex(std::string_view name) {
  const auto classes = sceneClasses();
  const auto found = std::find_if(classes.begin(), classes.end(), [&](const SceneClass& c) { return c.name == name; });
  if (found == classes.end())
    throw Error(ErrorCode::NotFound, "there is no scene class '" + std::string(name) + "'",
                "class names are lower case, for example '" + std::string(classes.front().name) + "'");
  return static_cast<int>(found - classes.begin());
}

Image drawScene(int classIndex, std::uint64_t seed, const SceneOptions& options) {
  return scenes::render(classIndex, seed, options).image;
}

namespace scenes {

Rendering render(int classIndex, std::uint64_t seed, const SceneOptions& options) {
  options.validate();
  const int count = static_cast<int>(table().size());
  if (classIndex < 0 || classIndex >= count)
    throw Error(ErrorCode::Usage, "there is no scene class " + std::to_string(classIndex),
                "class indices go from 0 to " + std::to_string(count - 1));
  Surface surface(options.size);
  Stage stage(surface, classIndex, seed, options.withObject);
  table()[static_cast<std::size_t>(classIndex)].draw(stage);
  return {surface.finish(), stage.objectArea()};
}

}  // namespace scenes
}  // namespace lpd
