#include "base/task_pool.h"
#include "training/data/packed_pictures.h"
#include "training/data/scene_pictures.h"

#include <lpd/dataset.h>
#include <lpd/error.h>
#include <lpd/files.h>
#include <lpd/picture_io.h>
#include <lpd/scenes.h>

#include <algorithm>
#include <optional>
#include <thread>

namespace lpd {

namespace fs = std::filesystem;
using training::PackedWriter;

namespace {

/// Pictures drawn before any is written: keeps all threads busy, and little in memory.
constexpr std::int64_t kChunk = 64;

class Renderer {
 public:
  explicit Renderer(const RenderOptions& options)
      : options_(options), classes_(training::parseSceneClasses(options.scenes)) {
    if (packed())
      writer_.emplace(options.out, header(), labels(), options.overwrite);
    else
      for (const auto& name : header().classNames)
        makeFolder(options.out / name);
  }

  Image draw(std::int64_t index) const {
    SceneOptions scene;
    scene.size = options_.size;
    scene.withObject = options_.withObject;
    return drawScene(classes_[place(index)], seed(index), scene);
  }
  void writeInOrder(const Image& picture) {
    if (writer_) writer_->add(picture);
  }
  /// From any thread.
  void writeApart(std::int64_t index, const Image& picture) const {
    if (writer_) return;
    const std::string name(sceneClasses()[static_cast<std::size_t>(classes_[place(index)])].name);
    PictureWriteOptions write;
    write.overwrite = options_.overwrite;
    writePicture(options_.out / name / (std::to_string(seed(index)) + ".png"), picture, {}, write);
  }
  void finish() {
    if (writer_) writer_->finish();
  }

 private:
  bool packed() const { return options_.out.extension() == ".bin"; }
  std::size_t place(std::int64_t index) const { return static_cast<std::size_t>(index) % classes_.size(); }
  std::uint64_t seed(std::int64_t index) const {
    return options_.seed + static_cast<std::uint64_t>(index) / classes_.size();
  }
  training::PackedHeader header() const {
    training::PackedHeader header{options_.count, options_.size, {}};
    for (const int index : classes_)
      header.classNames.emplace_back(sceneClasses()[static_cast<std::size_t>(index)].name);
    return header;
  }
  std::vector<int> labels() const {
    std::vector<int> labels;
    for (std::int64_t i = 0; i < options_.count; ++i)
      labels.push_back(static_cast<int>(place(i)));
    return labels;
  }

  const RenderOptions& options_;
  std::vector<int> classes_;
  std::optional<PackedWriter> writer_;
};

}  // namespace

void RenderOptions::validate() const {
  SceneOptions{size, withObject}.validate();
  if (count < 1 || count > kMaxPictures)
    throw Error(ErrorCode::Usage, std::to_string(count) + " pictures cannot be drawn",
                "use --count 1 to " + std::to_string(kMaxPictures));
  if (seed >= training::kTrainSeeds)
    throw Error(ErrorCode::Usage,
                "seed " + std::to_string(seed) + " belongs to the pictures that training draws itself",
                "choose a seed below 2^40");
  if (threads < 0) throw Error(ErrorCode::Usage, "the number of threads cannot be negative");
  if (out.empty()) throw Error(ErrorCode::Usage, "no output is named", "give --out, a folder or a file ending in .bin");
}

bool renderDataset(const RenderOptions& options, const DatasetProgress& progress, std::stop_token stop) {
  options.validate();
  Renderer renderer(options);
  const int cores = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  TaskPool pool(options.threads > 0 ? options.threads : cores);
  std::vector<Image> drawn;
  for (std::int64_t first = 0; first < options.count; first += kChunk) {
    if (stop.stop_requested()) return false;
    drawn.assign(static_cast<std::size_t>(std::min(kChunk, options.count - first)), {});
    pool.run(static_cast<std::int64_t>(drawn.size()), [&](std::int64_t i) {
      auto& picture = drawn[static_cast<std::size_t>(i)];
      picture = renderer.draw(first + i);
      renderer.writeApart(first + i, picture);
    });
    for (const auto& picture : drawn)
      renderer.writeInOrder(picture);
    const auto done = first + static_cast<std::int64_t>(drawn.size());
    if (progress) progress(static_cast<double>(done) / static_cast<double>(options.count), "drawing");
  }
  renderer.finish();
  return true;
}

}  // namespace lpd
