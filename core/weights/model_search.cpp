#include "weights/fault.h"
#include "weights/name_search.h"

#include <lpd/error.h>
#include <lpd/model_info.h>

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string_view>

namespace lpd {

namespace fs = std::filesystem;
using weights::quoteName;

namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

fs::path homeFolder() {
  const std::string home = environment("HOME");
  if (!home.empty()) return home;
  const passwd* entry = ::getpwuid(::getuid());
  if (entry && entry->pw_dir && *entry->pw_dir) return entry->pw_dir;
  throw Error(ErrorCode::NotFound, "your home folder is unknown", "set HOME or XDG_DATA_HOME");
}

/// Models beside the running program: installed (bin/../share) or, where the build folder's cache tells, in the source
/// tree that it was built from.
std::vector<fs::path> programFolders() {
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  if (error) return {};
  std::vector<fs::path> folders{folder / "models", folder / "../share/lpd-studio/models"};
  if (fs::exists(folder / "../CMakeCache.txt", error)) folders.push_back(folder / "../../../resources/models");
  return folders;
}

void addFolder(std::vector<fs::path>& folders, const fs::path& folder) {
  if (folder.empty()) return;
  std::error_code error;
  const fs::path normal = fs::weakly_canonical(folder, error);
  const fs::path& added = error ? folder : normal;
  if (std::find(folders.begin(), folders.end(), added) == folders.end()) folders.push_back(added);
}

bool looksLikeBundle(const fs::path& folder) {
  std::error_code error;
  return fs::exists(folder / "model.json", error) || fs::exists(folder / "transformer.safetensors", error);
}

std::vector<fs::path> bundlesIn(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code error;
  for (fs::directory_iterator it(folder, fs::directory_options::skip_permission_denied, error), end;
       !error && it != end; it.increment(error)) {
    const bool hidden = it->path().filename().string().starts_with('.');  // an import in progress
    std::error_code ignored;
    if (!hidden && it->is_directory(ignored) && looksLikeBundle(it->path())) found.push_back(it->path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

[[noreturn]] void failUnknown(const std::string& name, const ModelSearchPath& where) {
  std::vector<std::string> known;
  for (const ModelEntry& entry : listModels(where))
    if (entry.info) known.push_back(entry.info->name);
  std::string hint = "import one with lpd import, or say where models are with --models-dir";
  if (!known.empty()) {
    const std::vector<std::string> nearest = weights::nearestNames(name, known, 3);
    hint =
        nearest.empty() ? "known models: " + weights::listNames(known) : "did you mean " + weights::listNames(nearest);
  }
  throw Error(ErrorCode::NotFound, "there is no model " + quoteName(name), hint);
}

}  // namespace

fs::path ModelSearchPath::userFolder() {
  const fs::path data = environment("XDG_DATA_HOME");  // the specification ignores relative paths
  return (data.is_absolute() ? data : homeFolder() / ".local/share") / "lpd-studio/models";
}

ModelSearchPath ModelSearchPath::standard(const fs::path& extra) {
  ModelSearchPath path;
  addFolder(path.folders, extra);
  const std::string list = environment("LPD_MODELS");
  for (std::size_t start = 0; start < list.size();) {
    const std::size_t end = std::min(list.find(':', start), list.size());
    addFolder(path.folders, list.substr(start, end - start));
    start = end + 1;
  }
  addFolder(path.folders, userFolder());
  for (const fs::path& folder : programFolders())
    addFolder(path.folders, folder);
  return path;
}

std::vector<ModelEntry> listModels(const ModelSearchPath& where) {
  std::vector<ModelEntry> entries;
  std::set<std::string> names;
  for (const fs::path& folder : where.folders) {
    for (const fs::path& bundle : bundlesIn(folder)) {
      if (!names.insert(bundle.filename().string()).second) continue;
      ModelEntry entry{bundle, std::nullopt, ""};
      try {
        entry.info = readModelInfo(bundle);
      } catch (const Error& error) {
        entry.problem = error.what();
      }
      entries.push_back(std::move(entry));
    }
  }
  return entries;
}

ModelInfo findModel(const std::string& nameOrFolder, const ModelSearchPath& where) {
  const std::string name = nameOrFolder.empty() ? kDefaultModel : nameOrFolder;
  const bool isPath = name.find('/') != std::string::npos || name.starts_with('.');
  for (const fs::path& folder : where.folders)
    if (!isPath && looksLikeBundle(folder / name)) return readModelInfo(folder / name);
  std::error_code error;
  if (fs::is_directory(name, error)) {
    if (looksLikeBundle(name)) return readModelInfo(name);
    throw Error(ErrorCode::NotFound, "the folder " + name + " holds no model", "a model's folder has a model.json");
  }
  failUnknown(name, where);
}

}  // namespace lpd
