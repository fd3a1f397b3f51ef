#pragma once

#include "weights/pickle.h"
#include "weights/pickle_opcodes.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lpd::weights {

/// Reads a pickle's bytes; never past their end.
class PickleCursor {
 public:
  PickleCursor(std::span<const std::byte> bytes, const std::filesystem::path& path)
      : bytes_(reinterpret_cast<const char*>(bytes.data()), bytes.size()), path_(path) {}

  std::size_t position() const { return position_; }
  std::size_t left() const { return bytes_.size() - position_; }

  Opcode opcode() { return static_cast<Opcode>(take(1).front()); }
  std::string_view take(std::uint64_t count);
  std::uint64_t number(std::size_t width);  ///< little-endian, unsigned
  std::string_view line();                  ///< up to the next line break, which is skipped

  /// Throws InvalidFile: "FILE: the pickle WHAT (byte POSITION)".
  [[noreturn]] void fail(const std::string& what) const;

 private:
  std::string_view bytes_;
  std::size_t position_ = 0;
  const std::filesystem::path& path_;
};

/// The pickle machine's stack, with the marks on it, and its memo. Taking what is not there, or what lies below a mark,
/// fails.
class PickleStack {
 public:
  explicit PickleStack(const PickleCursor& in) : in_(in) {}

  bool isLast() const { return stack_.size() == 1 && marks_.empty(); }  ///< one value and nothing open
  ValueId top() const;
  void push(ValueId id) { stack_.push_back(id); }
  ValueId pop() { return popMany(1).front(); }
  std::vector<ValueId> popMany(std::size_t count);  ///< lowest first
  void mark() { marks_.push_back(stack_.size()); }
  std::vector<ValueId> popToMark();
  void drop();  ///< the top value, or the mark where that comes first

  void store(std::uint64_t slot) { memo_[slot] = top(); }
  void storeNext() { store(memo_.size()); }
  void recall(std::uint64_t slot);

 private:
  std::size_t floor() const { return marks_.empty() ? 0 : marks_.back(); }
  std::vector<ValueId> cutFrom(std::size_t start);

  const PickleCursor& in_;
  std::vector<ValueId> stack_;
  std::vector<std::size_t> marks_;
  std::unordered_map<std::uint64_t, ValueId> memo_;
};

}  // namespace lpd::weights
