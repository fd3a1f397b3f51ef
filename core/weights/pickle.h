#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace lpd::weights {

using ValueId = std::uint32_t;

/// One value of a pickle. Nothing here can run: a call is the record that a call was written, with its arguments.
struct PickleValue {
  enum class Kind : std::uint8_t {
    None,
    Bool,        ///< integer: 0 or 1
    Int,         ///< integer
    Long,        ///< text: little-endian two's complement bytes, more than 8
    Float,       ///< real
    Text,        ///< text: UTF-8 as written, not validated
    Bytes,       ///< text
    Tuple,       ///< items
    List,        ///< items (sets too)
    Dict,        ///< items: key, value, key, value, ...
    Callable,    ///< integer: id of an allowed global
    Call,        ///< integer: id of the allowed global; items: its argument tuple, then states set by BUILD
    Persistent,  ///< items: the persistent id's value
  };
  Kind kind = Kind::None;
  std::int64_t integer = 0;
  double real = 0;
  std::string_view text;  ///< a view into the pickle's bytes
  std::vector<ValueId> items;
};

/// A parsed pickle: values refer to each other by index, so shared or cyclic values cost nothing and nothing recurses.
struct Pickle {
  std::vector<PickleValue> values;
  ValueId root = 0;
  std::size_t size = 0;  ///< bytes consumed, the closing STOP included

  const PickleValue& operator[](ValueId id) const { return values[id]; }
  const PickleValue& top() const { return values[root]; }
};

/// A global that a pickle may name.
struct PickleGlobal {
  int id = 0;
  bool isDict = false;  ///< calling it makes a dict
};
/// Tells whether "module.name" may be named at all; nothing = refused.
using PickleGlobals = std::function<std::optional<PickleGlobal>(std::string_view module, std::string_view name)>;

/// Parses one pickle (protocols 2 to 5) at the start of `bytes`, as data. Memory and time are bounded by a multiple of
/// the pickle's length: every opcode adds at most one value, and copies of lists are counted. Throws InvalidFile, with
/// `path` in the message, for a global that is not allowed (named in the message, never looked up, never run), opcodes
/// that torch.save never writes, and anything malformed. Text views in the result point into `bytes`.
Pickle parsePickle(std::span<const std::byte> bytes, const std::filesystem::path& path, const PickleGlobals& globals);

}  // namespace lpd::weights
