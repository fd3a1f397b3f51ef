#include "weights/pickle_stack.h"

#include "weights/fault.h"

namespace lpd::weights {

namespace {
constexpr std::size_t kMaxLine = 256;
}

std::string_view PickleCursor::take(std::uint64_t count) {
  if (count > left()) fail("is cut short");
  const std::string_view taken = bytes_.substr(position_, count);
  position_ += count;
  return taken;
}

std::uint64_t PickleCursor::number(std::size_t width) {
  const std::string_view digits = take(width);
  std::uint64_t value = 0;
  for (std::size_t i = width; i > 0; --i)
    value = value << 8 | static_cast<unsigned char>(digits[i - 1]);
  return value;
}

std::string_view PickleCursor::line() {
  const std::string_view rest = bytes_.substr(position_, kMaxLine);
  const std::size_t end = rest.find('\n');
  if (end == std::string_view::npos) fail("has a malformed global name");
  position_ += end + 1;
  return rest.substr(0, end);
}

void PickleCursor::fail(const std::string& what) const {
  failFile(path_, "the pickle " + what + " (byte " + std::to_string(position_) + ")",
           "the file is damaged or no torch checkpoint");
}

ValueId PickleStack::top() const {
  if (stack_.size() <= floor()) in_.fail("takes from an empty stack");
  return stack_.back();
}

std::vector<ValueId> PickleStack::popMany(std::size_t count) {
  if (stack_.size() - floor() < count) in_.fail("takes from an empty stack");
  return cutFrom(stack_.size() - count);
}

std::vector<ValueId> PickleStack::popToMark() {
  if (marks_.empty()) in_.fail("closes a list that was not opened");
  const std::size_t start = marks_.back();
  marks_.pop_back();
  return cutFrom(start);
}

void PickleStack::drop() {
  if (!marks_.empty() && stack_.size() == marks_.back()) {
    marks_.pop_back();
  } else {
    popMany(1);
  }
}

void PickleStack::recall(std::uint64_t slot) {
  const auto found = memo_.find(slot);
  if (found == memo_.end()) in_.fail("recalls a value that was not stored");
  push(found->second);
}

std::vector<ValueId> PickleStack::cutFrom(std::size_t start) {
  std::vector<ValueId> items(stack_.begin() + static_cast<std::ptrdiff_t>(start), stack_.end());
  stack_.resize(start);
  return items;
}

}  // namespace lpd::weights
