#include "weights/pickle.h"

#include "weights/fault.h"
#include "weights/pickle_opcodes.h"
#include "weights/pickle_stack.h"

#include <bit>
#include <string>
#include <utility>

namespace lpd::weights {

namespace {

using Kind = PickleValue::Kind;

// A checkpoint of the largest released model with its optimizer needs fewer than 200,000 opcodes.
constexpr std::size_t kMaxOpcodes = 1'000'000;
constexpr std::size_t kMaxItems = 4'000'000;

class Machine {
 public:
  Machine(std::span<const std::byte> bytes, const std::filesystem::path& path, const PickleGlobals& globals)
      : in_(bytes, path), stack_(in_), path_(path), globals_(globals) {}

  Pickle run() {
    if (in_.opcode() != Opcode::Proto) in_.fail("does not start like a pickle of protocol 2 or later");
    checkProtocol();
    for (std::size_t count = 0;; ++count) {
      if (count == kMaxOpcodes) in_.fail("has more than " + std::to_string(kMaxOpcodes) + " opcodes");
      const Opcode next = in_.opcode();
      if (next == Opcode::Stop) break;
      if (!scalar(next) && !container(next) && !stackOrMemo(next) && !object(next)) failOpcode(next);
    }
    if (!stack_.isLast()) in_.fail("ends with an unbalanced stack");
    result_.root = stack_.pop();
    result_.size = in_.position();
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
      case Opcode::BinInt: pushInteger(Kind::Int, static_cast<std::int32_t>(in_.number(4))); return true;
      case Opcode::BinInt1: pushInteger(Kind::Int, static_cast<std::int64_t>(in_.number(1))); return true;
      case Opcode::BinInt2: pushInteger(Kind::Int, static_cast<std::int64_t>(in_.number(2))); return true;
      case Opcode::Long1: pushLong(in_.take(in_.number(1))); return true;
      case Opcode::Long4: pushLong(in_.take(in_.number(4))); return true;
      case Opcode::BinFloat: pushFloat(); return true;
      case Opcode::ShortBinUnicode: pushText(Kind::Text, in_.take(in_.number(1))); return true;
      case Opcode::BinUnicode: pushText(Kind::Text, in_.take(in_.number(4))); return true;
      case Opcode::BinUnicode8: pushText(Kind::Text, in_.take(in_.number(8))); return true;
      // Python 2 wrote its strings with these two.
      case Opcode::ShortBinString: pushText(Kind::Text, in_.take(in_.number(1))); return true;
      case Opcode::BinString: pushText(Kind::Text, in_.take(in_.number(4))); return true;
      case Opcode::ShortBinBytes: pushText(Kind::Bytes, in_.take(in_.number(1))); return true;
      case Opcode::BinBytes: pushText(Kind::Bytes, in_.take(in_.number(4))); return true;
      case Opcode::BinBytes8:
      case Opcode::ByteArray8: pushText(Kind::Bytes, in_.take(in_.number(8))); return true;
      default: return false;
    }
  }

  bool container(Opcode op) {
    switch (op) {
      case Opcode::EmptyTuple: push(Kind::Tuple); return true;
      case Opcode::Tuple1: pushItems(Kind::Tuple, stack_.popMany(1)); return true;
      case Opcode::Tuple2: pushItems(Kind::Tuple, stack_.popMany(2)); return true;
      case Opcode::Tuple3: pushItems(Kind::Tuple, stack_.popMany(3)); return true;
      case Opcode::Tuple: pushItems(Kind::Tuple, stack_.popToMark()); return true;
      case Opcode::EmptyList:
      case Opcode::EmptySet: push(Kind::List); return true;
      case Opcode::List:
      case Opcode::FrozenSet: pushItems(Kind::List, stack_.popToMark()); return true;
      case Opcode::Append: extend(Kind::List, stack_.popMany(1)); return true;
      case Opcode::Appends:
      case Opcode::AddItems: extend(Kind::List, stack_.popToMark()); return true;
      case Opcode::EmptyDict: push(Kind::Dict); return true;
      case Opcode::Dict: pushItems(Kind::Dict, pairs(stack_.popToMark())); return true;
      case Opcode::SetItem: extend(Kind::Dict, stack_.popMany(2)); return true;
      case Opcode::SetItems: extend(Kind::Dict, pairs(stack_.popToMark())); return true;
      default: return false;
    }
  }

  bool stackOrMemo(Opcode op) {
    switch (op) {
      case Opcode::Mark: stack_.mark(); return true;
      case Opcode::Pop: stack_.drop(); return true;
      case Opcode::PopMark: stack_.popToMark(); return true;
      case Opcode::Dup: stack_.push(stack_.top()); return true;
      case Opcode::BinPut: stack_.store(in_.number(1)); return true;
      case Opcode::LongBinPut: stack_.store(in_.number(4)); return true;
      case Opcode::Memoize: stack_.storeNext(); return true;
      case Opcode::BinGet: stack_.recall(in_.number(1)); return true;
      case Opcode::LongBinGet: stack_.recall(in_.number(4)); return true;
      case Opcode::Frame:
        if (in_.number(8) > in_.left()) in_.fail("has a frame longer than the pickle");
        return true;
      default: return false;
    }
  }
  // clang-format on

  bool object(Opcode op) {
    switch (op) {
      case Opcode::Global: {
        const std::string_view module = in_.line();
        pushGlobal(module, in_.line());
        return true;
      }
      case Opcode::StackGlobal: {
        const std::vector<ValueId> names = stack_.popMany(2);
        pushGlobal(textOf(names[0]), textOf(names[1]));
        return true;
      }
      case Opcode::Reduce:
      case Opcode::NewObj: {
        const std::vector<ValueId> parts = stack_.popMany(2);
        pushCall(parts[0], parts[1]);
        return true;
      }
      case Opcode::NewObjEx: {
        const std::vector<ValueId> parts = stack_.popMany(3);
        pushCall(parts[0], parts[1]);
        return true;
      }
      case Opcode::Obj: {
        std::vector<ValueId> parts = stack_.popToMark();
        if (parts.empty()) in_.fail("builds an object without a class");
        const ValueId callable = parts.front();
        parts.erase(parts.begin());
        pushCall(callable, add(Kind::Tuple, std::move(parts)));
        return true;
      }
      case Opcode::Inst: {
        const std::string_view module = in_.line();
        const std::string_view name = in_.line();
        const ValueId arguments = add(Kind::Tuple, stack_.popToMark());
        pushGlobal(module, name);
        pushCall(stack_.pop(), arguments);
        return true;
      }
      case Opcode::Build:
        build(stack_.pop());
        return true;
      case Opcode::BinPersId:
        pushItems(Kind::Persistent, stack_.popMany(1));
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
                  "get the weights from a source you trust, saved as a plain state dict or as safetensors");
    }
    pushInteger(Kind::Callable, global->id);
    if (global->isDict) dictGlobal_ = global->id;
  }

  void pushCall(ValueId callable, ValueId arguments) {
    if (result_[callable].kind != Kind::Callable) in_.fail("calls something that is not a function");
    if (result_[arguments].kind != Kind::Tuple) in_.fail("calls a function without an argument list");
    const std::int64_t id = result_[callable].integer;
    if (id == dictGlobal_) return pushDict(arguments);
    pushItems(Kind::Call, {arguments});
    result_.values[stack_.top()].integer = id;
  }

  /// A dict from a call without arguments or, as Python 2 wrote it, with a list of pairs.
  void pushDict(ValueId arguments) {
    std::vector<ValueId> items;
    if (!result_[arguments].items.empty()) {
      const PickleValue& list = result_[result_[arguments].items.front()];
      if (list.kind != Kind::List) in_.fail("builds a dict from something that is not a list");
      for (const ValueId pair : list.items) {
        if (result_[pair].items.size() != 2) in_.fail("builds a dict from something that is not a list of pairs");
        items.insert(items.end(), result_[pair].items.begin(), result_[pair].items.end());
      }
    }
    pushItems(Kind::Dict, std::move(items));
  }

  void build(ValueId state) {
    PickleValue& object = result_.values[stack_.top()];
    if (object.kind == Kind::Dict) return;  // attributes of an OrderedDict: nothing in them is a weight
    if (object.kind != Kind::Call) in_.fail("sets the state of something that is not an object");
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

  void push(Kind kind) { stack_.push(add(kind)); }
  void pushItems(Kind kind, std::vector<ValueId> items) { stack_.push(add(kind, std::move(items))); }
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
    for (const char c : in_.take(8))
      bits = bits << 8 | static_cast<unsigned char>(c);
    push(Kind::Float);
    result_.values.back().real = std::bit_cast<double>(bits);
  }

  void extend(Kind kind, const std::vector<ValueId>& items) {
    PickleValue& target = result_.values[stack_.top()];
    if (target.kind != kind) in_.fail("adds items to something that cannot hold them");
    charge(items.size());
    target.items.insert(target.items.end(), items.begin(), items.end());
  }

  std::vector<ValueId> pairs(std::vector<ValueId> items) {
    if (items.size() % 2 != 0) in_.fail("has a dict key without a value");
    return items;
  }

  void charge(std::size_t items) {
    items_ += items;
    if (items_ > kMaxItems) in_.fail("has more than " + std::to_string(kMaxItems) + " list items");
  }

  std::string_view textOf(ValueId id) {
    const PickleValue& value = result_[id];
    if (value.kind != Kind::Text) in_.fail("names a global by something that is not text");
    return value.text;
  }

  void checkProtocol() {
    const std::uint64_t protocol = in_.number(1);
    if (protocol < 2 || protocol > 5) in_.fail("uses the unknown pickle protocol " + std::to_string(protocol));
  }

  [[noreturn]] void failOpcode(Opcode op) {
    in_.fail("uses the pickle opcode " + std::to_string(static_cast<unsigned char>(op)) +
             ", which torch.save never writes");
  }

  PickleCursor in_;
  PickleStack stack_;
  const std::filesystem::path& path_;
  const PickleGlobals& globals_;
  Pickle result_;
  std::size_t items_ = 0;
  std::int64_t dictGlobal_ = -1;
};

}  // namespace

Pickle parsePickle(std::span<const std::byte> bytes, const std::filesystem::path& path, const PickleGlobals& globals) {
  return Machine(bytes, path, globals).run();
}

}  // namespace lpd::weights
