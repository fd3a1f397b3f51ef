#include "order/order_check.h"

#include <lpd/engine.h>
#include <lpd/error.h>
#include <lpd/image_record.h>

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace lpd {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr int kVersion = 1;
// A record of the largest grid with the longest texts stays below a tenth of this.
constexpr std::size_t kMaxBytes = std::size_t{1} << 20;
constexpr std::size_t kMaxText = 4096;
constexpr int kMaxDepth = 8;
constexpr int kMaxInt = std::numeric_limits<int>::max();
// Readers make lists as long as this, and count on from an index.
constexpr int kMaxClass = 1 << 20;
constexpr int kMaxIndex = kMaxInt - 1;

[[noreturn]] void broken(const std::string& fault) {
  throw Error(ErrorCode::InvalidFile, "the picture's record is broken: " + fault,
              "the picture itself may be fine; its settings cannot be restored");
}

/// A JSON object whose members are fetched by name with a wanted type; every failure names the member.
class Members {
 public:
  Members(const json& object, std::string path) : object_(object), path_(std::move(path)) {
    if (!object_.is_object()) broken((path_.empty() ? "it" : path_) + " is not an object");
  }

  bool has(const char* key) const { return object_.contains(key); }

  Members object(const char* key) const { return {member(key), name(key)}; }

  std::string text(const char* key) const {
    const json& value = member(key);
    if (!value.is_string()) broken(name(key) + " is not a text");
    const auto& text = value.get_ref<const std::string&>();
    if (text.size() > kMaxText) broken(name(key) + " is too long");
    return text;
  }

  bool boolean(const char* key) const {
    const json& value = member(key);
    if (!value.is_boolean()) broken(name(key) + " is neither true nor false");
    return value.get<bool>();
  }

  double number(const char* key, double low, double high) const {
    const json& value = member(key);
    if (!value.is_number()) broken(name(key) + " is not a number");
    const double number = value.get<double>();
    if (!(number >= low && number <= high)) broken(name(key) + " is out of range");
    return number;
  }

  std::uint64_t unsignedNumber(const char* key) const {
    const json& value = member(key);
    if (!value.is_number_unsigned()) broken(name(key) + " is not a whole number of at least 0");
    return value.get<std::uint64_t>();
  }

  int integer(const char* key, int low, int high) const { return integerOf(member(key), name(key), low, high); }

  std::vector<int> integers(const char* key, int low, int high, std::size_t maxCount) const {
    const json& value = member(key);
    if (!value.is_array()) broken(name(key) + " is not a list");
    if (value.size() > maxCount) broken(name(key) + " is too long");
    std::vector<int> integers;
    integers.reserve(value.size());
    for (const json& item : value)
      integers.push_back(integerOf(item, "an entry of " + name(key), low, high));
    return integers;
  }

  std::string name(const char* key) const { return path_.empty() ? key : path_ + "." + key; }

 private:
  const json& member(const char* key) const {
    const auto found = object_.find(key);
    if (found == object_.end()) broken(name(key) + " is missing");
    return *found;
  }

  static int integerOf(const json& value, const std::string& what, int low, int high) {
    if (!value.is_number_integer()) broken(what + " is not a whole number");
    const bool huge = value.is_number_unsigned() && value.get<std::uint64_t>() > std::uint64_t{kMaxInt};
    const std::int64_t number = huge ? std::int64_t{kMaxInt} + 1 : value.get<std::int64_t>();
    if (number < low || number > high) broken(what + " is out of range");
    return static_cast<int>(number);
  }

  const json& object_;
  std::string path_;
};

// Throws through the parser as soon as the nesting is deeper than any record.
json parse(const std::string& text) {
  if (text.size() > kMaxBytes) broken("it is too large");
  const auto limitDepth = [](int depth, json::parse_event_t, json&) {
    if (depth > kMaxDepth) broken("it is nested too deeply");
    return true;
  };
  try {
    return json::parse(text, limitDepth);
  } catch (const json::exception&) {
    broken("it is not valid JSON");
  }
}

GuidanceSchedule readSchedule(const Members& members) {
  const std::string word = members.text("schedule");
  for (const GuidanceSchedule schedule : kGuidanceSchedules)
    if (toString(schedule) == word) return schedule;
  broken(members.name("schedule") + " is unknown");
}

GuidanceOptions readGuidance(const Members& members) {
  return {members.number("scale", 0, std::numeric_limits<double>::max()), readSchedule(members)};
}

SamplingOptions readSampling(const Members& members) {
  SamplingOptions sampling;
  sampling.temperature = members.number("temperature", 0, std::numeric_limits<double>::max());
  sampling.topK = members.integer("top_k", 0, kMaxInt);
  sampling.topP = members.number("top_p", std::numeric_limits<double>::denorm_min(), 1);
  sampling.greedy = members.boolean("greedy");
  return sampling;
}

Grid readGrid(const Members& members) {
  const std::vector<int> sides = members.integers("grid", 1, kMaxGridSide, 2);
  if (sides.size() != 2) broken("grid is not a pair");
  return {sides[0], sides[1]};
}

Precision readPrecision(const Members& members) {
  if (!members.has("precision")) return Precision::Auto;  // of a record from before it was told
  const std::string word = members.text("precision");
  for (const Precision precision : {Precision::Fp32, Precision::Bf16})
    if (toString(precision) == word) return precision;
  broken("precision is unknown");
}

OrderKind readKind(const Members& members) {
  const std::string word = members.text("order_kind");
  for (OrderKind kind : kOrderKinds)
    if (toString(kind) == word) return kind;
  broken("order_kind is unknown");
}

void checkConsistent(const ImageRecord& record) {
  const int count = record.grid.count();
  try {
    validateGroupSizes(record.groupSizes, count, "group_sizes");
    validateOrder(record.order, count);
  } catch (const Error& error) {
    broken(error.what());
  }
  if (record.tokens.size() != static_cast<std::size_t>(count))
    broken("there are " + std::to_string(record.tokens.size()) + " tokens for " + std::to_string(count) + " positions");
}

}  // namespace

std::string toJson(const ImageRecord& record) {
  ordered_json json;
  json["version"] = kVersion;
  json["generator"] = record.generator;
  json["model"] = {
      {"name", record.modelName}, {"sha256", record.modelSha256}, {"tokenizer_sha256", record.tokenizerSha256}};
  json["class"] = {{"index", record.classIndex}, {"name", record.className}};
  json["seed"] = record.seed;
  json["index"] = record.index;
  json["grid"] = {record.grid.height, record.grid.width};
  json["order_kind"] = toString(record.orderKind);
  json["proximity"] = record.proximity;
  json["repulsion"] = record.repulsion;
  json["custom_order"] = record.customOrder;
  json["guidance"] = {{"scale", record.guidance.scale}, {"schedule", toString(record.guidance.schedule)}};
  json["sampling"] = {{"temperature", record.sampling.temperature},
                      {"top_k", record.sampling.topK},
                      {"top_p", record.sampling.topP},
                      {"greedy", record.sampling.greedy}};
  if (record.precision != Precision::Auto) json["precision"] = toString(record.precision);
  json["group_sizes"] = record.groupSizes;
  json["order"] = record.order;
  json["tokens"] = record.tokens;
  return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

ImageRecord recordFromJson(const std::string& text) {
  const json document = parse(text);
  const Members root(document, "");
  if (root.integer("version", 1, kMaxInt) > kVersion)
    throw Error(ErrorCode::InvalidFile,
                "the picture's record is of version " + std::to_string(root.integer("version", 1, kMaxInt)),
                "open it with a newer LPD Studio");
  const std::size_t maxCount = std::size_t{kMaxGridSide} * kMaxGridSide;
  const Members model = root.object("model"), imageClass = root.object("class");
  constexpr double largest = std::numeric_limits<double>::max();

  ImageRecord record;
  record.generator = root.text("generator");
  record.modelName = model.text("name");
  record.modelSha256 = model.text("sha256");
  record.tokenizerSha256 = model.text("tokenizer_sha256");
  record.classIndex = imageClass.integer("index", kUnconditional, kMaxClass);
  record.className = imageClass.text("name");
  record.seed = root.unsignedNumber("seed");
  record.index = root.integer("index", 0, kMaxIndex);
  record.grid = readGrid(root);
  record.orderKind = readKind(root);
  record.proximity = root.number("proximity", 0, largest);
  record.repulsion = root.number("repulsion", 0, largest);
  record.customOrder = root.boolean("custom_order");
  record.guidance = readGuidance(root.object("guidance"));
  record.sampling = readSampling(root.object("sampling"));
  record.precision = readPrecision(root);
  record.groupSizes = root.integers("group_sizes", 1, kMaxInt, maxCount);
  record.order = root.integers("order", 0, kMaxInt, maxCount);
  record.tokens = root.integers("tokens", 0, kMaxInt, maxCount);
  checkConsistent(record);
  return record;
}

}  // namespace lpd
