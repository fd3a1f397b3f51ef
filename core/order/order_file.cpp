#include <lpd/error.h>
#include <lpd/files.h>
#include <lpd/order.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <system_error>

namespace lpd {

namespace fs = std::filesystem;

namespace {

// The one shape of JSON such a file has, a list of lists of whole numbers, read a buffer at a time: 60,000 orders need
// no more memory than the orders themselves.
class OrderReader {
 public:
  OrderReader(const fs::path& path, int count)
      : path_(path), count_(count), file_(std::fopen(path.c_str(), "rb"), &std::fclose) {
    if (!file_) throw Error(ErrorCode::Io, "cannot read " + path_.string() + ": " + lastReason());
  }

  std::vector<Order> read() {
    std::vector<Order> orders;
    expect('[', "a list of orders");
    if (skipSpace() == ']') fail("there are no orders in it");
    do {
      index_ = orders.size();
      inOrder_ = true;
      orders.push_back(readOrder());
      inOrder_ = false;
    } while (continues());
    if (skipSpace() != EOF) fail("something follows the list of orders");
    return orders;
  }

 private:
  static std::string lastReason() { return std::generic_category().message(errno); }

  [[noreturn]] void fail(const std::string& fault) const {
    const std::string where = inOrder_ ? ": order " + std::to_string(index_) + ": " : ": ";
    throw Error(
        ErrorCode::InvalidFile, path_.string() + where + fault,
        "the file must be a JSON list of orders, each a list of all raster indices 0.." + std::to_string(count_ - 1));
  }

  int peek() {
    if (at_ == size_) {
      size_ = std::fread(buffer_.get(), 1, kBufferSize, file_.get());
      at_ = 0;
      if (size_ == 0 && std::ferror(file_.get()))
        throw Error(ErrorCode::Io, "cannot read " + path_.string() + ": " + lastReason());
      if (size_ == 0) return EOF;
    }
    return static_cast<unsigned char>(buffer_[at_]);
  }

  int skipSpace() {
    int next = peek();
    while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
      ++at_;
      next = peek();
    }
    return next;
  }

  void expect(char wanted, const char* what) {
    if (skipSpace() != wanted) fail(std::string("expected ") + what + found());
    ++at_;
  }

  std::string found() {
    const int next = peek();
    if (next == EOF) return ", but the file ends";
    if (next < 0x20 || next > 0x7e) return "";
    return std::string(", not '") + static_cast<char>(next) + "'";
  }

  // After an element: true at a comma, false at the closing bracket.
  bool continues() {
    const int next = skipSpace();
    if (next != ',' && next != ']') fail("expected ',' or ']'" + found());
    ++at_;
    return next == ',';
  }

  int readPosition() {
    int next = skipSpace();
    if (next < '0' || next > '9') fail("expected a raster index" + found());
    std::int64_t value = 0;
    for (int digits = 0; next >= '0' && next <= '9'; ++digits, ++at_, next = peek()) {
      if (digits > 0 && value == 0) fail("a number starts with 0");
      if (digits == 18) fail("a raster index has more than 18 digits");
      value = value * 10 + (next - '0');
    }
    if (value >= count_) fail("raster index " + std::to_string(value) + " is outside 0.." + std::to_string(count_ - 1));
    return static_cast<int>(value);
  }

  Order readOrder() {
    Order order;
    order.reserve(static_cast<std::size_t>(count_));
    seen_.assign(static_cast<std::size_t>(count_), false);
    expect('[', "a list of raster indices");
    if (skipSpace() == ']') fail("it has 0 positions, not " + std::to_string(count_));
    do {
      const int position = readPosition();
      if (seen_[static_cast<std::size_t>(position)]) fail("raster index " + std::to_string(position) + " comes twice");
      seen_[static_cast<std::size_t>(position)] = true;
      order.push_back(position);
    } while (continues());
    if (order.size() != static_cast<std::size_t>(count_))
      fail("it has " + std::to_string(order.size()) + " positions, not " + std::to_string(count_));
    return order;
  }

  static constexpr std::size_t kBufferSize = std::size_t{1} << 16;

  fs::path path_;
  int count_;
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
  std::unique_ptr<char[]> buffer_ = std::make_unique<char[]>(kBufferSize);
  std::size_t at_ = 0, size_ = 0;
  std::size_t index_ = 0;
  bool inOrder_ = false;
  std::vector<bool> seen_;
};

void appendOrder(std::string& text, const Order& order) {
  text += '[';
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i > 0) text += ", ";
    text += std::to_string(order[i]);
  }
  text += ']';
}

}  // namespace

std::vector<Order> readOrders(const fs::path& file, int count) {
  std::error_code ignored;
  const fs::file_status status = fs::status(file, ignored);
  if (!fs::exists(status)) throw Error(ErrorCode::NotFound, "there is no file " + file.string());
  if (fs::is_directory(status))
    throw Error(ErrorCode::InvalidFile, file.string() + " is a folder, not a file", "give the file itself");
  return OrderReader(file, count).read();
}

void writeOrders(const fs::path& file, const std::vector<Order>& orders) {
  AtomicFile out(file);
  std::string text = "[";
  for (std::size_t i = 0; i < orders.size(); ++i) {
    if (i > 0) text += ",\n ";
    appendOrder(text, orders[i]);
    if (text.size() > (std::size_t{1} << 20)) {
      out.write(text);
      text.clear();
    }
  }
  out.write(text + "]\n");
  out.commit();
}

}  // namespace lpd
