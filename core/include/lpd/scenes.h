#pragma once

#include <lpd/image.h>

#include <cstdint>
#include <span>
#include <string_view>

namespace lpd {

/// A kind of picture of the procedural data set. Its class index is its place in sceneClasses().
struct SceneClass {
  std::string_view name;   ///< lower case, as in data set folders and model files, for example "hot-air balloon"
  std::string_view title;  ///< as shown to people, for example "Hot-air balloon"
};

inline constexpr int kMinSceneSize = 32;    ///< pixels
inline constexpr int kMaxSceneSize = 2048;  ///< pixels

struct SceneOptions {
  int size = 256;          ///< pixels a side, kMinSceneSize..kMaxSceneSize; the composition is the same at any size
  bool withObject = true;  ///< false leaves out what the class is named after and keeps everything else as it was

  /// Throws Error(Usage) when a value is out of range.
  void validate() const;
};

/// All classes, in the order of their class indices. Indices never change: new classes go to the end.
std::span<const SceneClass> sceneClasses();

/// Class index of an exact name. Throws Error(NotFound).
int sceneClassIndex(std::string_view name);

/// Draws one picture. The same arguments give the same pixels on the same platform, whatever was drawn before and on
/// whichever thread. Throws Error(Usage) when the class index or an option is out of range.
Image drawScene(int classIndex, std::uint64_t seed, const SceneOptions& options = {});

}  // namespace lpd
