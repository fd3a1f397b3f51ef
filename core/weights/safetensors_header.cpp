#include "weights/safetensors_header.h"

#include "weights/fault.h"
#include "weights/mapped_file.h"
#include "weights/tensor_layout.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <set>
#include <string_view>

namespace lpd::weights {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

// The format's own limit.
constexpr std::uint64_t kMaxHeaderBytes = 100'000'000;
constexpr std::size_t kLengthBytes = 8;

/// Builds the entries straight from the parser's events, so that a header nested a million deep or with a name given
/// twice is refused where it is met, and no document tree is ever built.
class HeaderBuilder : public nlohmann::json_sax<json> {
 public:
  explicit HeaderBuilder(SafetensorsHeader& header) : header_(header) {}
  const std::string& fault() const { return fault_; }

  bool null() override { return refuse("null"); }
  bool boolean(bool) override { return refuse("a truth value"); }
  bool number_integer(number_integer_t) override { return refuse("a negative number"); }
  bool number_float(number_float_t, const string_t&) override { return refuse("a fraction or too large a number"); }
  bool binary(binary_t&) override { return refuse("binary data"); }

  bool number_unsigned(number_unsigned_t value) override {
    if (place_ != Place::Numbers) return refuse("a number");
    if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return refuse("a huge number");
    if (numbers_.size() > kMaxRank) return refuse("a list of more than " + std::to_string(kMaxRank) + " numbers");
    numbers_.push_back(static_cast<std::int64_t>(value));
    return true;
  }

  bool string(string_t& value) override {
    if (place_ == Place::Metadata) {
      header_.metadata[field_] = value;
      return true;
    }
    if (place_ != Place::Entry || field_ != "dtype") return refuse("a string");
    const std::optional<DType> type = parseDType(value);
    if (!type) return fail("tensor " + quoteName(name_) + " has the unknown dtype " + quoteName(value));
    header_.entries.back().info.type = *type;
    return true;
  }

  bool start_object(std::size_t) override {
    if (place_ == Place::Outside) {
      place_ = Place::Names;
    } else if (place_ == Place::Names) {
      fields_.clear();
      place_ = name_ == "__metadata__" ? Place::Metadata : Place::Entry;
      if (place_ == Place::Entry) header_.entries.emplace_back().info.name = name_;
    } else {
      return refuse("an object");
    }
    return true;
  }

  bool key(string_t& value) override {
    std::set<std::string>& seen = place_ == Place::Names ? names_ : fields_;
    if (!seen.insert(value).second) return fail("the name " + quoteName(value) + " appears twice in the header");
    if (place_ == Place::Names) {
      name_ = value;
    } else if (place_ == Place::Entry && value != "dtype" && value != "shape" && value != "data_offsets") {
      return fail("tensor " + quoteName(name_) + " has the unknown field " + quoteName(value));
    } else {
      field_ = value;
    }
    return true;
  }

  bool end_object() override {
    if (place_ == Place::Entry && fields_.size() != 3)
      return fail("tensor " + quoteName(name_) + " lacks one of dtype, shape and data_offsets");
    place_ = place_ == Place::Names ? Place::Outside : Place::Names;
    return true;
  }

  bool start_array(std::size_t) override {
    if (place_ != Place::Entry || field_ == "dtype") return refuse("a list");
    place_ = Place::Numbers;
    numbers_.clear();
    return true;
  }

  bool end_array() override {
    place_ = Place::Entry;
    SafetensorsEntry& entry = header_.entries.back();
    if (field_ == "shape") {
      if (numbers_.size() > kMaxRank) return refuse("too many sides");
      entry.info.shape = numbers_;
      return true;
    }
    if (numbers_.size() != 2) return fail("tensor " + quoteName(name_) + " needs two data_offsets");
    entry.begin = static_cast<std::uint64_t>(numbers_[0]);
    entry.end = static_cast<std::uint64_t>(numbers_[1]);
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const json::exception&) override {
    return fail("the header is not valid JSON (byte " + std::to_string(position) + ")");
  }

 private:
  enum class Place { Outside, Names, Entry, Metadata, Numbers };

  bool fail(std::string what) {
    fault_ = std::move(what);
    return false;
  }
  bool refuse(const std::string& what) { return fail("the header has " + what + " where it may not be"); }

  SafetensorsHeader& header_;
  Place place_ = Place::Outside;
  std::string name_;
  std::string field_;
  std::vector<std::int64_t> numbers_;
  std::set<std::string> names_;
  std::set<std::string> fields_;
  std::string fault_;
};

void checkSize(const SafetensorsEntry& entry, std::uint64_t dataBytes, const fs::path& path) {
  const std::string tensor = "tensor " + quoteName(entry.info.name);
  if (entry.begin > entry.end || entry.end > dataBytes)
    failFile(path, tensor + " lies outside the file", "the file is damaged or cut short; download it again");
  const std::optional<std::int64_t> elements = checkedElements(entry.info.shape, entry.info.type);
  if (!elements || entry.info.bytes() != entry.end - entry.begin) {
    failFile(path, tensor + " of shape " + describeShape(entry.info.shape) + " and dtype " +
                       std::string(toString(entry.info.type)) + " does not fit its " +
                       std::to_string(entry.end - entry.begin) + " bytes");
  }
}

void checkCover(const SafetensorsHeader& header, std::uint64_t dataBytes, const fs::path& path) {
  std::vector<const SafetensorsEntry*> sorted;
  for (const SafetensorsEntry& entry : header.entries)
    sorted.push_back(&entry);
  std::sort(sorted.begin(), sorted.end(), [](const SafetensorsEntry* a, const SafetensorsEntry* b) {
    return std::pair(a->begin, a->end) < std::pair(b->begin, b->end);
  });
  std::uint64_t reached = 0;
  for (const SafetensorsEntry* entry : sorted) {
    if (entry->begin < reached) failFile(path, "tensor " + quoteName(entry->info.name) + " overlaps another");
    if (entry->begin > reached) failFile(path, "there is a gap before tensor " + quoteName(entry->info.name));
    reached = entry->end;
  }
  if (reached != dataBytes) {
    failFile(path, std::to_string(dataBytes - reached) + " bytes at the end belong to no tensor",
             "the file is damaged; download it again");
  }
}

}  // namespace

bool looksLikeSafetensors(std::span<const std::byte> file) {
  return file.size() > kLengthBytes && file[kLengthBytes] == std::byte{'{'};
}

SafetensorsHeader parseSafetensorsHeader(std::span<const std::byte> file, const fs::path& path) {
  if (file.size() < kLengthBytes) failFile(path, "too short for a safetensors file");
  const std::uint64_t length = readU64(file);
  if (length > kMaxHeaderBytes)
    failFile(path, "the header claims " + std::to_string(length) + " bytes; 100 MB is the limit");
  if (length > file.size() - kLengthBytes) {
    failFile(path, "the header claims " + std::to_string(length) + " bytes, more than the file has",
             "the file is damaged or cut short; download it again");
  }
  SafetensorsHeader header;
  header.dataStart = kLengthBytes + length;
  HeaderBuilder builder(header);
  const char* text = reinterpret_cast<const char*>(file.data()) + kLengthBytes;
  if (!json::sax_parse(text, text + length, &builder)) failFile(path, builder.fault());
  const std::uint64_t dataBytes = file.size() - header.dataStart;
  for (const SafetensorsEntry& entry : header.entries)
    checkSize(entry, dataBytes, path);
  checkCover(header, dataBytes, path);
  return header;
}

}  // namespace lpd::weights
