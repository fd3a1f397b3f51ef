#include "imaging/exif.h"

#include <utility>

namespace lpd::imaging {

namespace {

constexpr std::uint16_t kTagOrientation = 0x0112;
constexpr std::uint16_t kTagExifFolder = 0x8769;
constexpr std::uint16_t kTagUserComment = 0x9286;
constexpr std::uint16_t kTypeShort = 3;
constexpr std::uint16_t kTypeLong = 4;
constexpr std::uint16_t kTypeUndefined = 7;

void put(std::string& out, std::uint32_t value, int bytes) {
  for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
    out += static_cast<char>((value >> shift) & 0xff);
}

void putEntry(std::string& out, std::uint16_t tag, std::uint16_t type, std::uint32_t count, std::uint32_t value) {
  put(out, tag, 2);
  put(out, type, 2);
  put(out, count, 4);
  put(out, value, 4);
}

std::u16string toUtf16(std::string_view text) {
  std::u16string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i++]);
    const int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0 ? 1 : 0;
    char32_t code = more == 0 ? lead : lead & (0x3f >> more);
    for (int k = 0; k < more && i < text.size(); ++k)
      code = (code << 6) | (static_cast<unsigned char>(text[i++]) & 0x3f);
    if (code >= 0x10000) {
      out += static_cast<char16_t>(0xd800 + ((code - 0x10000) >> 10 & 0x3ff));
      out += static_cast<char16_t>(0xdc00 + ((code - 0x10000) & 0x3ff));
    } else {
      out += static_cast<char16_t>(code);
    }
  }
  return out;
}

std::string toUtf8(const std::u16string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char32_t code = text[i];
    if (code >= 0xd800 && code < 0xdc00 && i + 1 < text.size())
      code = 0x10000 + ((code - 0xd800) << 10) + ((text[++i] - 0xdc00) & 0x3ff);
    const int more = code >= 0x10000 ? 3 : code >= 0x800 ? 2 : code >= 0x80 ? 1 : 0;
    out += static_cast<char>(more == 0 ? code : ((0xf0 << (3 - more)) & 0xff) | (code >> (6 * more)));
    for (int k = more - 1; k >= 0; --k)
      out += static_cast<char>(0x80 | ((code >> (6 * k)) & 0x3f));
  }
  return out;
}

// Bounds-checked numbers of either byte order; outside the block everything is 0.
class Tiff {
 public:
  explicit Tiff(std::string_view bytes) : bytes_(bytes), bigEndian_(bytes.starts_with("MM")) {}

  bool valid() const { return (bigEndian_ || bytes_.starts_with("II")) && number(2, 2) == 42; }
  bool bigEndian() const { return bigEndian_; }

  std::uint32_t number(std::size_t at, int size) const {
    if (at > bytes_.size() || bytes_.size() - at < static_cast<std::size_t>(size)) return 0;
    std::uint32_t value = 0;
    for (int i = 0; i < size; ++i) {
      const std::size_t k = at + static_cast<std::size_t>(bigEndian_ ? i : size - 1 - i);
      value = (value << 8) | static_cast<unsigned char>(bytes_[k]);
    }
    return value;
  }

  /// Where the entry with this tag stands in the folder at `folder`; 0 if there is none.
  std::size_t find(std::size_t folder, std::uint16_t tag) const {
    const std::uint32_t count = number(folder, 2);
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::size_t entry = folder + 2 + std::size_t{12} * i;
      if (entry + 12 > bytes_.size()) return 0;
      if (number(entry, 2) == tag) return entry;
    }
    return 0;
  }

  std::string_view part(std::size_t at, std::size_t size) const {
    if (at > bytes_.size() || bytes_.size() - at < size) return {};
    return bytes_.substr(at, size);
  }

 private:
  std::string_view bytes_;
  bool bigEndian_;
};

std::string decodeComment(std::string_view data, bool bigEndian) {
  using std::string_view_literals::operator""sv;
  if (data.starts_with("ASCII\0\0\0"sv)) return std::string(data.substr(8));
  if (!data.starts_with("UNICODE\0"sv)) return {};
  data.remove_prefix(8);
  std::u16string text;
  for (std::size_t i = 0; i + 1 < data.size(); i += 2) {
    const auto first = static_cast<unsigned char>(data[i]);
    const auto second = static_cast<unsigned char>(data[i + 1]);
    text += static_cast<char16_t>(bigEndian ? first << 8 | second : second << 8 | first);
  }
  return toUtf8(text);
}

}  // namespace

std::string makeExif(const std::string& comment) {
  // Big-endian, as other writers of generation parameters do: readers take the comment's byte order from it.
  const std::u16string text = toUtf16(comment);
  constexpr std::uint32_t kFolder = 8;
  constexpr std::uint32_t kExifFolder = kFolder + 2 + 12 + 4;
  constexpr std::uint32_t kData = kExifFolder + 2 + 12 + 4;
  std::string out("MM\0*", 4);
  put(out, kFolder, 4);
  put(out, 1, 2);
  putEntry(out, kTagExifFolder, kTypeLong, 1, kExifFolder);
  put(out, 0, 4);
  put(out, 1, 2);
  putEntry(out, kTagUserComment, kTypeUndefined, static_cast<std::uint32_t>(8 + text.size() * 2), kData);
  put(out, 0, 4);
  out.append("UNICODE\0", 8);
  for (const char16_t unit : text)
    put(out, unit, 2);
  return out;
}

ExifFacts parseExif(std::string_view tiff) {
  ExifFacts facts;
  const Tiff data(tiff);
  if (!data.valid()) return facts;
  const std::size_t folder = data.number(4, 4);
  if (const std::size_t entry = data.find(folder, kTagOrientation); entry && data.number(entry + 2, 2) == kTypeShort) {
    const auto value = static_cast<int>(data.number(entry + 8, 2));
    if (value >= 1 && value <= 8) facts.orientation = value;
  }
  if (const std::size_t link = data.find(folder, kTagExifFolder)) {
    const std::size_t entry = data.find(data.number(link + 8, 4), kTagUserComment);
    if (entry) {
      const std::string_view comment = data.part(data.number(entry + 8, 4), data.number(entry + 4, 4));
      facts.comment = decodeComment(comment, data.bigEndian());
    }
  }
  return facts;
}

Image orient(Image image, int orientation) {
  if (orientation <= 1 || orientation > 8) return image;
  const bool turned = orientation >= 5;
  Image out(turned ? image.height : image.width, turned ? image.width : image.height);
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      const int right = image.width - 1 - x;
      const int down = image.height - 1 - y;
      std::pair<int, int> to;
      switch (orientation) {
        case 2:
          to = {right, y};
          break;
        case 3:
          to = {right, down};
          break;
        case 4:
          to = {x, down};
          break;
        case 5:
          to = {y, x};
          break;
        case 6:
          to = {down, x};
          break;
        case 7:
          to = {down, right};
          break;
        default:
          to = {y, right};
          break;
      }
      for (int c = 0; c < 3; ++c)
        out.pixel(to.first, to.second)[c] = image.pixel(x, y)[c];
    }
  }
  return out;
}

}  // namespace lpd::imaging
