#include "imaging/codecs.h"

#include <lpd/error.h>

#include <png.h>

#include <csetjmp>
#include <cstring>
#include <vector>

// libpng reports errors by longjmp. Everything with a destructor therefore lives in Reader or Writer, outside the
// functions that call setjmp, and these call nothing that could throw past libpng's frames.
namespace lpd::imaging {

namespace {

constexpr std::size_t kMaxTextBytes = std::size_t{16} << 20;  // of one chunk, also after inflating
constexpr std::size_t kMaxInflation = 1040;                   // deflate shrinks at most 1032 : 1

struct Reader {
  std::string_view bytes;
  std::size_t at = 0;
  png_structp png = nullptr;
  png_infop info = nullptr;
  char message[160] = "";
  Image image;
  std::vector<std::uint8_t> rgba;  // one row, or the whole picture where it is interlaced
  std::vector<png_bytep> rows;

  explicit Reader(std::string_view data) : bytes(data) {}
  ~Reader() { png_destroy_read_struct(&png, &info, nullptr); }
};

struct Writer {
  std::string out;
  png_structp png = nullptr;
  png_infop info = nullptr;
  char message[160] = "";
  std::vector<png_text> chunks;

  ~Writer() { png_destroy_write_struct(&png, &info); }
};

template <class State>
[[noreturn]] void onError(png_structp png, png_const_charp message) {
  auto* state = static_cast<State*>(png_get_error_ptr(png));
  std::strncpy(state->message, message, sizeof state->message - 1);
  png_longjmp(png, 1);
}

void onWarning(png_structp, png_const_charp) {}

void onRead(png_structp png, png_bytep out, png_size_t count) {
  auto* reader = static_cast<Reader*>(png_get_io_ptr(png));
  if (count > reader->bytes.size() - reader->at) png_error(png, "the file is cut short");
  std::memcpy(out, reader->bytes.data() + reader->at, count);
  reader->at += count;
}

void onWrite(png_structp png, png_bytep bytes, png_size_t count) {
  auto* writer = static_cast<Writer*>(png_get_io_ptr(png));
  bool full = false;
  try {
    writer->out.append(reinterpret_cast<const char*>(bytes), count);
  } catch (...) {
    full = true;
  }
  if (full) png_error(png, "out of memory");
}

void onFlush(png_structp) {}

[[noreturn]] void failRead(const Reader& reader) {
  throw Error(ErrorCode::InvalidFile, std::string("is a broken PNG: ") + reader.message);
}

void openReader(Reader& reader) {
  reader.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reader, onError<Reader>, onWarning);
  if (reader.png) reader.info = png_create_info_struct(reader.png);
  if (!reader.info) throw Error(ErrorCode::OutOfMemory, "cannot be read: out of memory");
  png_set_read_fn(reader.png, &reader, onRead);
  png_set_chunk_cache_max(reader.png, 256);
  png_set_chunk_malloc_max(reader.png, kMaxTextBytes);
  png_set_user_limits(reader.png, 0x7fffffff, 0x7fffffff);  // checkSides has the clearer message
}

bool readHeader(Reader& reader) {
  if (setjmp(png_jmpbuf(reader.png))) return false;
  png_read_info(reader.png, reader.info);
  return true;
}

// Whatever the file holds becomes 8-bit RGBA.
bool setTransforms(Reader& reader) {
  if (setjmp(png_jmpbuf(reader.png))) return false;
  png_set_expand(reader.png);
  png_set_scale_16(reader.png);
  png_set_gray_to_rgb(reader.png);
  png_set_add_alpha(reader.png, 0xff, PNG_FILLER_AFTER);
  png_set_interlace_handling(reader.png);
  png_read_update_info(reader.png, reader.info);
  return true;
}

void layRow(const std::uint8_t* rgba, std::uint8_t* rgb, int width) {
  for (int x = 0; x < width; ++x, rgba += 4, rgb += 3) {
    for (int c = 0; c < 3; ++c)
      rgb[c] = overWhite(rgba[c], rgba[3]);
  }
}

bool readRows(Reader& reader) {
  if (setjmp(png_jmpbuf(reader.png))) return false;
  if (!reader.rows.empty()) {
    png_read_image(reader.png, reader.rows.data());
    for (int y = 0; y < reader.image.height; ++y)
      layRow(reader.rows[static_cast<std::size_t>(y)], reader.image.pixel(0, y), reader.image.width);
  } else {
    for (int y = 0; y < reader.image.height; ++y) {
      png_read_row(reader.png, reader.rgba.data(), nullptr);
      layRow(reader.rgba.data(), reader.image.pixel(0, y), reader.image.width);
    }
  }
  png_read_end(reader.png, nullptr);
  return true;
}

void allocate(Reader& reader) {
  const std::uint64_t width = png_get_image_width(reader.png, reader.info);
  const std::uint64_t height = png_get_image_height(reader.png, reader.info);
  checkSides(width, height);
  // A header alone must not make us allocate a gigabyte.
  const std::uint64_t stored = width * height * png_get_bit_depth(reader.png, reader.info) / 8;
  if (stored > reader.bytes.size() * std::uint64_t{kMaxInflation})
    throw Error(ErrorCode::InvalidFile, "is a broken PNG: its header claims " + std::to_string(width) + " x " +
                                            std::to_string(height) + " pixels, which so small a file cannot hold");
  const bool interlaced = png_get_interlace_type(reader.png, reader.info) != PNG_INTERLACE_NONE;
  reader.image = Image(static_cast<int>(width), static_cast<int>(height));
  reader.rgba.resize(width * 4 * (interlaced ? height : 1));
  if (!interlaced) return;
  for (std::uint64_t y = 0; y < height; ++y)
    reader.rows.push_back(reader.rgba.data() + y * width * 4);
}

// tEXt, zTXt and iTXt chunks, wherever they stand; libpng has checked lengths and checksums and bounded the sizes.
PictureText textOf(const Reader& reader) {
  PictureText text;
  png_textp chunks = nullptr;
  const int count = png_get_text(reader.png, reader.info, &chunks, nullptr);
  for (int i = 0; i < count; ++i) {
    const bool international = chunks[i].compression >= PNG_ITXT_COMPRESSION_NONE;
    const std::size_t length = international ? chunks[i].itxt_length : chunks[i].text_length;
    std::string value(chunks[i].text ? chunks[i].text : "", chunks[i].text ? length : 0);
    if (!international) {  // Latin-1 to UTF-8
      std::string utf8;
      for (const unsigned char c : value) {
        if (c >= 0x80) utf8 += static_cast<char>(0xc0 | (c >> 6));
        utf8 += static_cast<char>(c < 0x80 ? c : 0x80 | (c & 0x3f));
      }
      value = std::move(utf8);
    }
    text[chunks[i].key] = std::move(value);
  }
  return text;
}

std::uint32_t bigEndian(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i)
    value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

// Text may stand before or behind the pixels, and libpng reaches what is behind only by decoding them. So it gets the
// chunks without the pixels, then the head of an empty IDAT, at which png_read_info stops.
std::string withoutPixels(std::string_view bytes) {
  constexpr std::size_t kSignature = 8;
  constexpr std::size_t kFrame = 12;  // length, name, checksum
  std::string kept(bytes.substr(0, kSignature));
  for (std::size_t at = kSignature;;) {
    if (bytes.size() - at < kFrame || bytes.size() - at - kFrame < bigEndian(bytes, at))
      throw Error(ErrorCode::InvalidFile, "is a broken PNG: the file is cut short");
    const std::size_t size = kFrame + bigEndian(bytes, at);
    const std::string_view name = bytes.substr(at + 4, 4);
    if (name == "IEND") break;
    if (name != "IDAT") kept.append(bytes.substr(at, size));
    at += size;
  }
  kept.append("\0\0\0\0IDAT", 8);
  return kept;
}

bool isAscii(const std::string& text) {
  for (const unsigned char c : text) {
    if ((c < 0x20 && c != '\n') || c > 0x7e) return false;
  }
  return true;
}

std::vector<png_text> textChunks(const PictureText& text) {
  std::vector<png_text> chunks;
  for (const auto& [key, value] : text) {
    if (key.empty() || key.size() > 79 || !isAscii(key))
      throw Error(ErrorCode::Usage, "'" + key + "' cannot name a text in a PNG", "use 1 to 79 ASCII characters");
    if (value.find('\0') != std::string::npos)
      throw Error(ErrorCode::Usage, "the text '" + key + "' holds a zero byte, which a PNG cannot store");
    png_text chunk{};
    chunk.compression = isAscii(value) ? PNG_TEXT_COMPRESSION_NONE : PNG_ITXT_COMPRESSION_NONE;
    chunk.key = const_cast<char*>(key.c_str());  // libpng copies it
    chunk.text = const_cast<char*>(value.c_str());
    if (isAscii(value))
      chunk.text_length = value.size();
    else
      chunk.itxt_length = value.size();
    chunks.push_back(chunk);
  }
  return chunks;
}

bool writeAll(Writer& writer, const Image& image) {
  if (setjmp(png_jmpbuf(writer.png))) return false;
  png_set_write_fn(writer.png, &writer, onWrite, onFlush);
  png_set_IHDR(writer.png, writer.info, static_cast<png_uint_32>(image.width), static_cast<png_uint_32>(image.height),
               8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB(writer.png, writer.info, PNG_sRGB_INTENT_PERCEPTUAL);
  if (!writer.chunks.empty())
    png_set_text(writer.png, writer.info, writer.chunks.data(), static_cast<int>(writer.chunks.size()));
  png_write_info(writer.png, writer.info);
  for (int y = 0; y < image.height; ++y)
    png_write_row(writer.png, image.pixel(0, y));
  png_write_end(writer.png, nullptr);
  return true;
}

}  // namespace

bool isPng(std::string_view bytes) {
  return bytes.starts_with("\x89PNG\r\n\x1a\n");
}

Image decodePng(std::string_view bytes) {
  Reader reader(bytes);
  openReader(reader);
  if (!readHeader(reader)) failRead(reader);
  allocate(reader);
  if (!setTransforms(reader) || !readRows(reader)) failRead(reader);
  return std::move(reader.image);
}

PictureText decodePngText(std::string_view bytes) {
  const std::string chunks = withoutPixels(bytes);
  Reader reader(chunks);
  openReader(reader);
  if (!readHeader(reader)) failRead(reader);
  checkSides(png_get_image_width(reader.png, reader.info), png_get_image_height(reader.png, reader.info));
  return textOf(reader);
}

std::string encodePng(const Image& image, const PictureText& text) {
  Writer writer;
  writer.chunks = textChunks(text);
  writer.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &writer, onError<Writer>, onWarning);
  if (writer.png) writer.info = png_create_info_struct(writer.png);
  if (!writer.info) throw Error(ErrorCode::OutOfMemory, "out of memory while writing a PNG");
  if (!writeAll(writer, image)) throw Error(ErrorCode::Internal, std::string("libpng: ") + writer.message);
  return std::move(writer.out);
}

}  // namespace lpd::imaging
