#include "weights/import_config.h"

#include "weights/fault.h"
#include "weights/json_fields.h"

#include <lpd/files.h>
#include <lpd/grid.h>
#include <lpd/order.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace lpd::weights {

namespace {

constexpr std::size_t kMaxBytes = 4 << 20;
constexpr std::array<std::string_view, 11> kKeys{
    "decoder_num_heads", "vq_num_groups", "class_names", "license", "title", "steps", "cfg",
    "cfg_schedule",      "temperature",   "repulsion",   "growth"};

std::string knownKeys() {
  std::string text;
  for (const std::string_view key : kKeys)
    text += (text.empty() ? "" : ", ") + std::string(key);
  return text;
}

}  // namespace

ImportConfig readImportConfig(const std::filesystem::path& file) {
  ImportConfig config;
  if (file.empty()) return config;
  const JsonFields fields = JsonFields::read(file, kMaxBytes);
  for (const std::string& key : fields.keys()) {
    if (std::find(kKeys.begin(), kKeys.end(), key) == kKeys.end())
      failFile(file, "has the unknown key " + quoteName(key), "known keys: " + knownKeys());
  }
  config.heads = fields.integer("decoder_num_heads", 1, 4096, 0);
  config.normGroups = fields.integer("vq_num_groups", 1, 4096, config.normGroups);
  if (fields.has("class_names")) config.classNames = fields.texts("class_names");
  config.license = fields.text("license", "");
  config.title = fields.text("title", "");
  if (fields.has("steps")) config.steps = fields.integer("steps", 1, kMaxGridSide * kMaxGridSide);
  const auto number = [&](const char* key, double most, std::optional<double>& value) {
    if (fields.has(key)) value = fields.number(key, 0, most, 0);
  };
  number("cfg", 1000, config.cfg);
  if (fields.has("cfg_schedule")) config.schedule = fields.schedule("cfg_schedule", GuidanceSchedule::Linear);
  number("temperature", 1000, config.temperature);
  number("repulsion", kMaxGridSide, config.repulsion);
  number("growth", kMostGrowth, config.growth);
  return config;
}

std::vector<std::string> readClassNames(const std::filesystem::path& file) {
  const std::string text = readFile(file, kMaxBytes);
  std::vector<std::string> names;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    std::string name = text.substr(start, end - start);
    if (name.ends_with('\r')) name.pop_back();
    if (name.empty())
      failFile(file, "line " + std::to_string(names.size() + 1) + " is empty", "give one class name a line");
    names.push_back(std::move(name));
    start = end + 1;
  }
  return names;
}

}  // namespace lpd::weights
