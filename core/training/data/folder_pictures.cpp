#include "training/data/folder_pictures.h"

#include "base/task_pool.h"

#include <lpd/error.h>
#include <lpd/picture_io.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>

namespace lpd::training {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kKeptBytes = std::size_t{2} << 30;
constexpr const char* kLayout = "pictures lie in FOLDER/<class>/*.png|jpg|jpeg|webp";

bool isPicture(const fs::path& file) {
  std::string ending = file.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
  constexpr std::array<const char*, 4> kEndings{".png", ".jpg", ".jpeg", ".webp"};
  return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

std::vector<fs::path> sorted(const fs::path& folder, bool folders) {
  std::vector<fs::path> found;
  std::error_code problem;
  const fs::directory_iterator entries(folder, problem);
  if (problem) throw Error(ErrorCode::Io, "cannot read the folder " + folder.string() + ": " + problem.message());
  for (const auto& entry : entries) {
    if (entry.path().filename().string().starts_with(".")) continue;
    if (folders ? entry.is_directory() : entry.is_regular_file() && isPicture(entry.path()))
      found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

bool isUtf8(const std::string& text) {
  try {
    static_cast<void>(nlohmann::json(text).dump());
    return true;
  } catch (const nlohmann::json::exception&) {
    return false;
  }
}

std::vector<std::string> classesOf(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& path : sorted(folder, true))
    if (!sorted(path, false).empty()) names.push_back(path.filename().string());
  for (const std::string& name : names)
    if (!isUtf8(name))
      throw Error(ErrorCode::Usage, "the name of the class folder " + (folder / name).string() + " is not valid UTF-8",
                  "rename it");
  if (names.empty())
    throw Error(ErrorCode::Usage, "there are no pictures in class folders of " + folder.string(), kLayout);
  if (names.size() == 1)
    throw Error(ErrorCode::Usage, folder.string() + " holds one class only, '" + names.front() + "'",
                std::string("give at least two; ") + kLayout);
  return names;
}

Image readSquare(const fs::path& file, int size) {
  const Image image = readPicture(file);
  if (2 * std::min(image.width, image.height) < size)
    throw Error(ErrorCode::InvalidFile, file.string() + " is only " + std::to_string(image.width) + " x " +
                                            std::to_string(image.height) + " pixels");
  return centreCrop(image, size);
}

}  // namespace

FolderPictures::FolderPictures(const fs::path& folder, int size, int threads, const SkipReport& skipped)
    : ListedPictures(size, classesOf(folder)) {
  std::vector<Entry> all;
  for (std::size_t label = 0; label < classNames().size(); ++label)
    for (const auto& file : sorted(folder / classNames()[label], false))
      all.push_back({file, static_cast<int>(label), {}});
  std::vector<std::string> problems(all.size());
  const std::size_t room = kKeptBytes / (static_cast<std::size_t>(size) * size * 3);
  TaskPool(std::max(threads, 1)).run(static_cast<std::int64_t>(all.size()), [&](std::int64_t task) {
    const auto i = static_cast<std::size_t>(task);
    try {
      Image square = readSquare(all[i].file, size);
      if (i < room) all[i].kept = std::move(square);
    } catch (const Error& error) {
      problems[i] = error.what();
    }
  });
  std::vector<int> labels;
  std::vector<std::size_t> usable(classNames().size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!problems[i].empty()) {
      if (skipped) skipped({all[i].file, problems[i]});
      continue;
    }
    labels.push_back(all[i].label);
    ++usable[static_cast<std::size_t>(all[i].label)];
    entries_.push_back(std::move(all[i]));
  }
  for (std::size_t label = 0; label < usable.size(); ++label)
    if (usable[label] == 0)
      throw Error(ErrorCode::Usage,
                  "no picture of class '" + classNames()[label] + "' in " + folder.string() + " can be used",
                  "replace its files or remove its folder");
  split(labels);
}

Picture FolderPictures::load(std::size_t picture) const {
  const Entry& entry = entries_[picture];
  return {entry.kept.empty() ? readSquare(entry.file, size()) : entry.kept, entry.label};
}

}  // namespace lpd::training
