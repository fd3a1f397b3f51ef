#include "weights/json_fields.h"

#include "weights/fault.h"

#include <lpd/files.h>

#include <cmath>
#include <set>
#include <utility>

namespace lpd::weights {

using nlohmann::json;

namespace {

std::string shortNumber(double value) {
  return json(value).dump();
}

}  // namespace

JsonFields JsonFields::read(const std::filesystem::path& file, std::size_t limit) {
  const std::string text = readFile(file, limit);
  std::vector<std::set<std::string>> open;  // keys of the objects around the place that is read
  std::string twice;
  const auto watch = [&](int, json::parse_event_t event, json& value) {
    if (event == json::parse_event_t::object_start) open.emplace_back();
    if (event == json::parse_event_t::object_end) open.pop_back();
    if (event == json::parse_event_t::key && !open.back().insert(value.get<std::string>()).second)
      twice = value.get<std::string>();
    return true;
  };
  json parsed = json::parse(text, watch, false);
  if (parsed.is_discarded()) failFile(file, "is not valid JSON");
  if (!parsed.is_object()) failFile(file, "holds no JSON object");
  if (!twice.empty()) failFile(file, quoteName(twice) + " stands there twice", "leave one of them");
  return {file, "", std::move(parsed)};
}

JsonFields::JsonFields(std::filesystem::path file, std::string prefix, json json)
    : file_(std::move(file)), prefix_(std::move(prefix)), json_(std::move(json)) {}

void JsonFields::fail(const std::string& key, const std::string& what) const {
  failFile(file_, quoteName(prefix_ + key) + " " + what, "correct that entry of the file");
}

const json& JsonFields::at(const std::string& key) const {
  const auto found = json_.find(key);
  if (found == json_.end()) fail(key, "is missing");
  return *found;
}

JsonFields JsonFields::object(const std::string& key) const {
  const json& value = at(key);
  if (!value.is_object()) fail(key, "is no object");
  return {file_, prefix_ + key + ".", value};
}

std::vector<std::string> JsonFields::keys() const {
  std::vector<std::string> names;
  for (const auto& [key, value] : json_.items())
    names.push_back(key);
  return names;
}

int JsonFields::checkedInteger(const json& value, const std::string& key, int least, int most) const {
  const bool fits = value.is_number_integer() && value >= least && value <= most;
  if (!fits) fail(key, "is no whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return value.get<int>();
}

int JsonFields::integer(const std::string& key, int least, int most) const {
  return checkedInteger(at(key), key, least, most);
}

int JsonFields::integer(const std::string& key, int least, int most, int fallback) const {
  return has(key) ? integer(key, least, most) : fallback;
}

double JsonFields::number(const std::string& key, double least, double most, double fallback) const {
  return has(key) ? checkedNumber(at(key), key, least, most) : fallback;
}

double JsonFields::checkedNumber(const json& value, const std::string& key, double least, double most) const {
  const double number = value.is_number() ? value.get<double>() : std::nan("");
  if (!(number >= least && number <= most))
    fail(key, "is no number from " + shortNumber(least) + " to " + shortNumber(most));
  return number;
}

std::string JsonFields::text(const std::string& key) const {
  const json& value = at(key);
  if (!value.is_string()) fail(key, "is no text");
  return value.get<std::string>();
}

std::string JsonFields::text(const std::string& key, const std::string& fallback) const {
  return has(key) ? text(key) : fallback;
}

std::vector<int> JsonFields::integers(const std::string& key, int least, int most) const {
  const json& value = at(key);
  if (!value.is_array()) fail(key, "is no list");
  std::vector<int> numbers;
  for (const json& item : value)
    numbers.push_back(checkedInteger(item, key, least, most));
  return numbers;
}

std::vector<double> JsonFields::numbers(const std::string& key, double least, double most) const {
  const json& value = at(key);
  if (!value.is_array()) fail(key, "is no list");
  std::vector<double> numbers;
  for (const json& item : value)
    numbers.push_back(checkedNumber(item, key, least, most));
  return numbers;
}

GuidanceSchedule JsonFields::schedule(const std::string& key, GuidanceSchedule fallback) const {
  if (!has(key)) return fallback;
  const std::string word = text(key);
  std::string known;
  for (const GuidanceSchedule schedule : kGuidanceSchedules) {
    if (toString(schedule) == word) return schedule;
    known += (known.empty() ? "" : ", ") + std::string(toString(schedule));
  }
  fail(key, "is none of " + known);
}

bool JsonFields::flag(const std::string& key, bool fallback) const {
  if (!has(key)) return fallback;
  if (!at(key).is_boolean()) fail(key, "is neither true nor false");
  return at(key).get<bool>();
}

std::vector<std::string> JsonFields::texts(const std::string& key) const {
  const json& value = at(key);
  if (!value.is_array()) fail(key, "is no list");
  std::vector<std::string> texts;
  for (const json& item : value) {
    if (!item.is_string()) fail(key, "holds something that is no text");
    texts.push_back(item.get<std::string>());
  }
  return texts;
}

}  // namespace lpd::weights
