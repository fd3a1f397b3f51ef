#include "training/run/config_reader.h"

#include <algorithm>
#include <utility>

namespace lpd::training {

namespace {

constexpr std::size_t kMaxConfigBytes = 1 << 20;

}  // namespace

ConfigReader::ConfigReader(const std::filesystem::path& file)
    : fields_(weights::JsonFields::read(file, kMaxConfigBytes)) {}

const std::string& ConfigReader::note(const std::string& key) {
  asked_.insert(key);
  return key;
}

ConfigReader ConfigReader::object(const std::string& key) {
  return ConfigReader(fields_.object(note(key)));
}

int ConfigReader::integer(const std::string& key, int least, int most) {
  return fields_.integer(note(key), least, most);
}

int ConfigReader::integer(const std::string& key, int least, int most, int fallback) {
  return fields_.integer(note(key), least, most, fallback);
}

double ConfigReader::number(const std::string& key, double least, double most) {
  if (!has(key)) fields_.fail(key, "is missing");
  return number(key, least, most, least);
}

double ConfigReader::number(const std::string& key, double least, double most, double fallback) {
  return fields_.number(note(key), least, most, fallback);
}

bool ConfigReader::flag(const std::string& key, bool fallback) {
  return fields_.flag(note(key), fallback);
}

std::string ConfigReader::text(const std::string& key, const std::string& fallback) {
  return fields_.text(note(key), fallback);
}

std::string ConfigReader::choice(const std::string& key, std::initializer_list<std::string_view> choices,
                                 const std::string& fallback) {
  const std::string value = text(key, fallback);
  if (std::find(choices.begin(), choices.end(), value) != choices.end()) return value;
  std::string known;
  for (const auto choice : choices)
    known += (known.empty() ? "" : ", ") + std::string(choice);
  fail(key, "is none of " + known);
}

GuidanceSchedule ConfigReader::schedule(const std::string& key, GuidanceSchedule fallback) {
  return fields_.schedule(note(key), fallback);
}

std::vector<int> ConfigReader::integers(const std::string& key, int least, int most) {
  return fields_.integers(note(key), least, most);
}

std::vector<int> ConfigReader::integers(const std::string& key, int least, int most, std::vector<int> fallback) {
  note(key);
  return has(key) ? fields_.integers(key, least, most) : std::move(fallback);
}

std::vector<double> ConfigReader::numbers(const std::string& key, double least, double most,
                                          std::vector<double> fallback) {
  note(key);
  return has(key) ? fields_.numbers(key, least, most) : std::move(fallback);
}

void ConfigReader::finish() const {
  for (const std::string& key : fields_.keys()) {
    if (asked_.contains(key)) continue;
    std::string known;
    for (const auto& name : asked_)
      known += (known.empty() ? "" : ", ") + name;
    fail(key, "is not a setting here; known are " + known);
  }
}

}  // namespace lpd::training
