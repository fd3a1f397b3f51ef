#include "weights/pickle.h"

#include "weights/fault.h"
#include "weights/pickle_opcodes.h"

#include <bit>
#include <string>
#include <unordered_map>
#include <utility>

namespace lpd::weights {

namespace {

using Kind = PickleValue::Kind;

// A checkpoint of the largest released model with its optimizer needs fewer than 200,000 opcodes.
constexpr std::size_t kMaxOpcodes = 1'000'000;
constexpr std::size_t kMaxItems = 4'000'000;
constexpr std::size_t kMaxNameLength = 256;

class Machine {
 public:
  Machine(std::span<const std::byte> bytes, const std::filesystem::path& path, const PickleGlobals& globals)
      : bytes_(reinterpret_cast<const char*>(bytes.data()), bytes.size()), path_(path), globals_(globals) {}

  Pickle run() {
    if (opcode() != Opcode::Proto) fail("does not start like a pickle of protocol 2 or later");
    checkProtocol();
    for (std::size_t count = 0;; ++count) {
      if (count == kMaxOpcodes) fail("has more than " + std::to_string(kMaxOpcodes) + " opcodes");
      const Opcode next = opcode();
      if (next == Opcode::Stop) break;
      if (!scalar(next) && !container(next) && !stackOrMemo(next) && !object(next)) failOpcode(next);
    }
    if (stack_.size() != 1 || !marks_.empty()) fail("ends with an unbalanced stack");
    result_.root = stack_.front();
    result_.size = position_;
    return std::move(result_);
  }

 private:
  // --- The four groups of opcodes; each returns false for an opcode of another group.
  // One line an opcode reads as a table.
  // clang-format off

  bool scalar(Opcode op) {
    switch (op) {
      case Opcode::None: push(Kind::None); return true;
      case Opcode::NewTrue: pushInteger(Kind::Bool, 1); return true;
      case Opcode::NewFalse: pushInteger(Kind::Bool, 0); return true;
      case Opcode::BinInt: pushInteger(Kind::Int, static_cast<std::int32_t>(number(4))); return true;
      case Opcode::BinInt1: pushInteger(Kind::Int, static_cast<std::int64_t>(number(1))); return true;
      case Opcode::BinInt2: pushInteger(Kind::Int, static_cast<std::int64_t>(number(2))); return true;
      case Opcode::Long1: pushLong(take(number(1))); return true;
      case Opcode::Long4: pushLong(take(number(4))); return true;
      case Opcode::BinFloat: pushFloat(); return true;
      case Opcode::ShortBinUnicode: pushText(Kind::Text, take(number(1))); return true;
      case Opcode::BinUnicode: pushText(Kind::Text, take(number(4))); return true;
      case Opcode::BinUnicode8: pushText(Kind::Text, take(number(8))); return true;
      // Python 2 wrote its strings with these two.
      case Opcode::ShortBinString: pushText(Kind::Text, take(number(1))); return true;
      case Opcode::BinString: pushText(Kind::Text, take(number(4))); return true;
      case Opcode::ShortBinBytes: pushText(Kind::Bytes, take(number(1))); return true;
      case Opcode::BinBytes: pushText(Kind::Bytes, take(number(4))); return true;
      case Opcode::BinBytes8:
      case Opcode::ByteArray8: pushText(Kind::Bytes, take(number(8))); return true;
      default: return false;
    }
  }

  bool container(Opcode op) {
    switch (op) {
      case Opcode::EmptyTuple: push(Kind::Tuple); return true;
      case Opcode::Tuple1: pushItems(Kind::Tuple, popMany(1)); return true;
      case Opcode::Tuple2: pushItems(Kind::Tuple, popMany(2)); return true;
      case Opcode::Tuple3: pushItems(Kind::Tuple, popMany(3)); return true;
      case Opcode::Tuple: pushItems(Kind::Tuple, popToMark()); return true;
      case Opcode::EmptyList:
      case Opcode::EmptySet: push(Kind::List); return true;
      case Opcode::List:
      case Opcode::FrozenSet: pushItems(Kind::List, popToMark()); return true;
      case Opcode::Append: extend(Kind::List, popMany(1)); return true;
      case Opcode::Appends:
      case Opcode::AddItems: extend(Kind::List, popToMark()); return true;
      case Opcode::EmptyDict: push(Kind::Dict); return true;
      case Opcode::Dict: pushItems(Kind::Dict, pairs(popToMark())); return true;
      case Opcode::SetItem: extend(Kind::Dict, popMany(2)); return true;
      case Opcode::SetItems: extend(Kind::Dict, pairs(popToMark())); return true;
      default: return false;
    }
  }

  bool stackOrMemo(Opcode op) {
    switch (op) {
      case Opcode::Mark: marks_.push_back(stack_.size()); return true;
      case Opcode::Pop: drop(); return true;
      case Opcode::PopMark: popToMark(); return true;
      case Opcode::Dup: stack_.push_back(top()); return true;
      case Opcode::BinPut: memo_[number(1)] = top(); return true;
      case Opcode::LongBinPut: memo_[number(4)] = top(); return true;
      case Opcode::Memoize: memo_[memo_.size()] = top(); return true;
      case Opcode::BinGet: stack_.push_back(recall(number(1))); return true;
      case Opcode::LongBinGet: stack_.push_back(recall(number(4))); return true;
      case Opcode::Frame:
        if (number(8) > bytes_.size() - position_) fail("has a frame longer than the pickle");
        return true;
      default: return false;
    }
  }
  // clang-format on

  bool object(Opcode op) {
    switch (op) {
      case Opcode::Global: {
        const std::string_view module = line();
        pushGlobal(module, line());
        return true;
      }
      case Opcode::StackGlobal: {
        const std::vector<ValueId> names = popMany(2);
        pushGlobal(textOf(names[0]), textOf(names[1]));
        return true;
      }
      case Opcode::Reduce:
      case Opcode::NewObj: {
        const std::vector<ValueId> parts = popMany(2);
        pushCall(parts[0], parts[1]);
        return true;
      }
      case Opcode::NewObjEx: {
        const std::vector<ValueId> parts = popMany(3);
        pushCall(parts[0], parts[1]);
        return true;
      }
      case Opcode::Obj: {
        std::vector<ValueId> parts = popToMark();
        if (parts.empty()) fail("builds an object without a class");
        const ValueId callable = parts.front();
        parts.erase(parts.begin());
        pushCall(callable, add(Kind::Tuple, std::move(parts)));
        return true;
      }
      case Opcode::Inst: {
        const std::string_view module = line();
        const std::string_view name = line();
        const ValueId arguments = add(Kind::Tuple, popToMark());
        pushGlobal(module, name);
        pushCall(popMany(1)[0], arguments);
        return true;
      }
      case Opcode::Build:
        build(popMany(1)[0]);
        return true;
      case Opcode::BinPersId:
        pushItems(Kind::Persistent, popMany(1));
        return true;
      default:
        return false;
    }
  }

  // --- Calls, recorded and never made.

  void pushGlobal(std::string_view module, std::string_view name) {
    const std::optional<PickleGlobal> global = globals_(module, name);
    if (!global) {
      throw Error(ErrorCode::InvalidFile,
                  path_.string() + " names the callable " + quoteName(std::string(module) + "." + std::string(name)) +
                      ", which builds no tensor; it was not run",
                  "get the weights from a source you trust, or as safetensors");
    }
    pushInteger(Kind::Callable, global->id);
    if (global->isDict) dictGlobal_ = global->id;
  }

  void pushCall(ValueId callable, ValueId arguments) {
    if (result_[callable].kind != Kind::Callable) fail("calls something that is not a function");
    if (result_[arguments].kind != Kind::Tuple) fail("calls a function without an argument list");
    const std::int64_t id = result_[callable].integer;
    if (id == dictGlobal_) return pushDict(arguments);
    pushItems(Kind::Call, {arguments});
    result_.values[top()].integer = id;
  }

  /// A dict from a call without arguments or, as Python 2 wrote it, with a list of pairs.
  void pushDict(ValueId arguments) {
    std::vector<ValueId> items;
    if (!result_[arguments].items.empty()) {
      const PickleValue& list = result_[result_[arguments].items.front()];
      if (list.kind != Kind::List) fail("builds a dict from something that is not a list");
      for (const ValueId pair : list.items) {
        if (result_[pair].items.size() != 2) fail("builds a dict from something that is not a list of pairs");
        items.insert(items.end(), result_[pair].items.begin(), result_[pair].items.end());
      }
    }
    pushItems(Kind::Dict, std::move(items));
  }

  void build(ValueId state) {
    PickleValue& object = result_.values[top()];
    if (object.kind == Kind::Dict) return;  // attributes of an OrderedDict: nothing in them is a weight
    if (object.kind != Kind::Call) fail("sets the state of something that is not an object");
    charge(1);
    object.items.push_back(state);
  }

  // --- Values.

  ValueId add(Kind kind, std::vector<ValueId> items = {}) {
    charge(items.size());
    PickleValue value;
    value.kind = kind;
    value.items = std::move(items);
    result_.values.push_back(std::move(value));
    return static_cast<ValueId>(result_.values.size() - 1);
  }

  void push(Kind kind) { stack_.push_back(add(kind)); }
  void pushItems(Kind kind, std::vector<ValueId> items) { stack_.push_back(add(kind, std::move(items))); }
  void pushInteger(Kind kind, std::int64_t integer) {
    push(kind);
    result_.values.back().integer = integer;
  }
  void pushText(Kind kind, std::string_view text) {
    push(kind);
    result_.values.back().text = text;
  }
  void pushLong(std::string_view digits) {
    if (digits.size() > 8) return pushText(Kind::Long, digits);
    const bool negative = !digits.empty() && (static_cast<unsigned char>(digits.back()) & 0x80) != 0;
    std::uint64_t value = negative ? ~std::uint64_t{0} : 0;
    for (std::size_t i = digits.size(); i > 0; --i)
      value = value << 8 | static_cast<unsigned char>(digits[i - 1]);
    pushInteger(Kind::Int, static_cast<std::int64_t>(value));
  }
  void pushFloat() {
    std::uint64_t bits = 0;
    for (const char c : take(8))
      bits = bits << 8 | static_cast<unsigned char>(c);
    push(Kind::Float);
    result_.values.back().real = std::bit_cast<double>(bits);
  }

  void extend(Kind kind, const std::vector<ValueId>& items) {
    PickleValue& target = result_.values[top()];
    if (target.kind != kind) fail("adds items to something that cannot hold them");
    charge(items.size());
    target.items.insert(target.items.end(), items.begin(), items.end());
  }

  std::vector<ValueId> pairs(std::vector<ValueId> items) {
    if (items.size() % 2 != 0) fail("has a dict key without a value");
    return items;
  }

  void charge(std::size_t items) {
    items_ += items;
    if (items_ > kMaxItems) fail("has more than " + std::to_string(kMaxItems) + " list items");
  }

  // --- Stack.

  std::size_t floor() const { return marks_.empty() ? 0 : marks_.back(); }

  ValueId top() {
    if (stack_.size() <= floor()) fail("takes from an empty stack");
    return stack_.back();
  }

  std::vector<ValueId> popMany(std::size_t count) {
    if (stack_.size() - floor() < count) fail("takes from an empty stack");
    return cutFrom(stack_.size() - count);
  }

  std::vector<ValueId> popToMark() {
    if (marks_.empty()) fail("closes a list that was not opened");
    const std::size_t start = marks_.back();
    marks_.pop_back();
    return cutFrom(start);
  }

  std::vector<ValueId> cutFrom(std::size_t start) {
    std::vector<ValueId> items(stack_.begin() + static_cast<std::ptrdiff_t>(start), stack_.end());
    stack_.resize(start);
    return items;
  }

  void drop() {
    if (!marks_.empty() && stack_.size() == marks_.back()) {
      marks_.pop_back();
    } else {
      popMany(1);
    }
  }

  ValueId recall(std::uint64_t slot) {
    const auto found = memo_.find(slot);
    if (found == memo_.end()) fail("recalls a value that was not stored");
    return found->second;
  }

  std::string_view textOf(ValueId id) {
    const PickleValue& value = result_[id];
    if (value.kind != Kind::Text) fail("names a global by something that is not text");
    return value.text;
  }

  // --- Bytes.

  Opcode opcode() { return static_cast<Opcode>(take(1).front()); }

  std::string_view take(std::uint64_t count) {
    if (count > bytes_.size() - position_) fail("ends in the middle of the pickle");
    const std::string_view taken = bytes_.substr(position_, count);
    position_ += count;
    return taken;
  }

  std::uint64_t number(std::size_t width) {
    const std::string_view digits = take(width);
    std::uint64_t value = 0;
    for (std::size_t i = width; i > 0; --i)
      value = value << 8 | static_cast<unsigned char>(digits[i - 1]);
    return value;
  }

  std::string_view line() {
    const std::size_t end = bytes_.find('\n', position_);
    if (end == std::string_view::npos || end - position_ > kMaxNameLength) fail("has a malformed global name");
    const std::string_view text = bytes_.substr(position_, end - position_);
    position_ = end + 1;
    return text;
  }

  void checkProtocol() {
    const std::uint64_t protocol = number(1);
    if (protocol < 2 || protocol > 5) fail("uses the unknown pickle protocol " + std::to_string(protocol));
  }

  [[noreturn]] void failOpcode(Opcode op) {
    fail("uses the pickle opcode " + std::to_string(static_cast<unsigned char>(op)) +
         ", which torch.save never writes");
  }

  [[noreturn]] void fail(const std::string& what) {
    failFile(path_, "the pickle " + what + " (byte " + std::to_string(position_) + ")",
             "the file is damaged or no torch checkpoint");
  }

  std::string_view bytes_;
  std::size_t position_ = 0;
  const std::filesystem::path& path_;
  const PickleGlobals& globals_;
  Pickle result_;
  std::vector<ValueId> stack_;
  std::vector<std::size_t> marks_;
  std::unordered_map<std::uint64_t, ValueId> memo_;
  std::size_t items_ = 0;
  std::int64_t dictGlobal_ = -1;
};

}  // namespace

Pickle parsePickle(std::span<const std::byte> bytes, const std::filesystem::path& path, const PickleGlobals& globals) {
  return Machine(bytes, path, globals).run();
}

}  // namespace lpd::weights
