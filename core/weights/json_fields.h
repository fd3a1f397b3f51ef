#pragma once

#include <lpd/request.h>

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>
#include <vector>

namespace lpd::weights {

/// Typed access to one JSON object of a file, with messages that name the file and the key. Every get throws
/// InvalidFile where the key is missing, of another type or out of range; the ones with a default accept a missing key.
class JsonFields {
 public:
  /// Parses a file that must hold one object; at most `limit` bytes. Throws NotFound, Io or InvalidFile.
  static JsonFields read(const std::filesystem::path& file, std::size_t limit);

  JsonFields object(const std::string& key) const;
  bool has(const std::string& key) const { return json_.contains(key); }
  std::vector<std::string> keys() const;

  int integer(const std::string& key, int least, int most) const;
  int integer(const std::string& key, int least, int most, int fallback) const;
  double number(const std::string& key, double least, double most, double fallback) const;
  std::string text(const std::string& key) const;
  std::string text(const std::string& key, const std::string& fallback) const;
  std::vector<int> integers(const std::string& key, int least, int most) const;
  std::vector<double> numbers(const std::string& key, double least, double most) const;
  std::vector<std::string> texts(const std::string& key) const;
  GuidanceSchedule schedule(const std::string& key, GuidanceSchedule fallback) const;
  bool flag(const std::string& key, bool fallback) const;

  /// Throws InvalidFile: "FILE: 'KEY' WHAT".
  [[noreturn]] void fail(const std::string& key, const std::string& what) const;

 private:
  JsonFields(std::filesystem::path file, std::string prefix, nlohmann::json json);
  const nlohmann::json& at(const std::string& key) const;
  int checkedInteger(const nlohmann::json& value, const std::string& key, int least, int most) const;
  double checkedNumber(const nlohmann::json& value, const std::string& key, double least, double most) const;

  std::filesystem::path file_;
  std::string prefix_;  ///< "transformer." inside that object
  nlohmann::json json_;
};

}  // namespace lpd::weights
