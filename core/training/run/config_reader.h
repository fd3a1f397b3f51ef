#pragma once

#include "weights/json_fields.h"

#include <filesystem>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lpd::training {

/// A training configuration: one JSON object, read strictly. Every get throws InvalidFile naming file and key where the
/// value is of another type or out of range, or absent without a fallback; finish() refuses keys that nothing asked
/// for, so that a misspelt setting never trains a model with the default instead.
class ConfigReader {
 public:
  explicit ConfigReader(const std::filesystem::path& file);

  bool has(const std::string& key) const { return fields_.has(key); }
  /// The object under `key`; finish() it too.
  ConfigReader object(const std::string& key);

  int integer(const std::string& key, int least, int most);
  int integer(const std::string& key, int least, int most, int fallback);
  double number(const std::string& key, double least, double most);
  double number(const std::string& key, double least, double most, double fallback);
  bool flag(const std::string& key, bool fallback);
  std::string text(const std::string& key, const std::string& fallback);
  /// One of `choices`.
  std::string choice(const std::string& key, std::initializer_list<std::string_view> choices,
                     const std::string& fallback);
  GuidanceSchedule schedule(const std::string& key, GuidanceSchedule fallback);
  std::vector<int> integers(const std::string& key, int least, int most);
  std::vector<int> integers(const std::string& key, int least, int most, std::vector<int> fallback);
  std::vector<double> numbers(const std::string& key, double least, double most, std::vector<double> fallback);

  /// For values that are right alone and wrong together: throws InvalidFile "FILE: 'KEY' WHAT".
  [[noreturn]] void fail(const std::string& key, const std::string& what) const { fields_.fail(key, what); }

  /// Throws InvalidFile naming the first key that was never asked for and those that are known.
  void finish() const;

 private:
  explicit ConfigReader(weights::JsonFields fields) : fields_(std::move(fields)) {}
  const std::string& note(const std::string& key);

  weights::JsonFields fields_;
  std::set<std::string> asked_;
};

}  // namespace lpd::training
