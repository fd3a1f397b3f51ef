#include "imaging/codecs.h"
#include "imaging/exif.h"

#include <lpd/error.h>

#include <jerror.h>
#include <jpeglib.h>

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

// libjpeg reports errors through error_exit, which must not return: longjmp back. What has a destructor lives in Reader
// or Writer, outside the functions that call setjmp.
namespace lpd::imaging {

namespace {

constexpr std::string_view kExifPrefix("Exif\0\0", 6);
constexpr int kMaxScans = 500;  // a hostile progressive file may hold thousands, each costing a whole picture

struct Failure {
  jpeg_error_mgr manager{};
  std::jmp_buf jump{};
  char message[JMSG_LENGTH_MAX] = "";
};

struct Reader {
  jpeg_decompress_struct jpeg{};
  Failure failure;
  jpeg_progress_mgr progress{};
  Image image;
  std::vector<std::uint8_t> row;
  int orientation = 1;

  ~Reader() { jpeg_destroy_decompress(&jpeg); }
};

struct Writer {
  jpeg_compress_struct jpeg{};
  Failure failure;
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  std::string exif;

  ~Writer() {
    jpeg_destroy_compress(&jpeg);
    std::free(bytes);
  }
};

[[noreturn]] void onError(j_common_ptr jpeg) {
  auto* failure = reinterpret_cast<Failure*>(jpeg->err);
  jpeg->err->format_message(jpeg, failure->message);
  std::longjmp(failure->jump, 1);
}

// Warnings that mean lost pixels are errors: a grey half must not pass for a picture.
void onMessage(j_common_ptr jpeg, int level) {
  if (level >= 0) return;
  const int code = jpeg->err->msg_code;
  if (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE) onError(jpeg);
}

void onProgress(j_common_ptr jpeg) {
  if (reinterpret_cast<j_decompress_ptr>(jpeg)->input_scan_number <= kMaxScans) return;
  auto* failure = reinterpret_cast<Failure*>(jpeg->err);
  std::strncpy(failure->message, "it holds too many scans", sizeof failure->message - 1);
  std::longjmp(failure->jump, 1);
}

template <class State>
void setErrorHandling(State& state) {
  state.jpeg.err = jpeg_std_error(&state.failure.manager);
  state.failure.manager.error_exit = onError;
  state.failure.manager.emit_message = onMessage;
}

int orientationOf(const jpeg_decompress_struct& jpeg) {
  for (jpeg_saved_marker_ptr marker = jpeg.marker_list; marker; marker = marker->next) {
    const std::string_view data(reinterpret_cast<const char*>(marker->data), marker->data_length);
    if (data.starts_with(kExifPrefix)) return parseExif(data.substr(kExifPrefix.size())).orientation;
  }
  return 1;
}

bool readHeader(Reader& reader, std::string_view bytes) {
  setErrorHandling(reader);
  if (setjmp(reader.failure.jump)) return false;
  jpeg_create_decompress(&reader.jpeg);
  reader.progress.progress_monitor = onProgress;
  reader.jpeg.progress = &reader.progress;
  jpeg_mem_src(&reader.jpeg, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  jpeg_save_markers(&reader.jpeg, JPEG_APP0 + 1, 0xffff);
  jpeg_read_header(&reader.jpeg, TRUE);
  const bool fourInks = reader.jpeg.jpeg_color_space == JCS_CMYK || reader.jpeg.jpeg_color_space == JCS_YCCK;
  reader.jpeg.out_color_space = fourInks ? JCS_CMYK : JCS_RGB;
  return true;
}

// Adobe's CMYK, the only one met in the wild, is stored inverted: 255 = no ink.
void inksToRgb(const std::uint8_t* cmyk, std::uint8_t* rgb, int width) {
  for (int x = 0; x < width; ++x, cmyk += 4, rgb += 3) {
    for (int c = 0; c < 3; ++c)
      rgb[c] = static_cast<std::uint8_t>((cmyk[c] * cmyk[3] + 127) / 255);
  }
}

bool readRows(Reader& reader) {
  if (setjmp(reader.failure.jump)) return false;
  jpeg_start_decompress(&reader.jpeg);
  while (reader.jpeg.output_scanline < reader.jpeg.output_height) {
    std::uint8_t* target = reader.image.pixel(0, static_cast<int>(reader.jpeg.output_scanline));
    JSAMPROW row = reader.jpeg.out_color_space == JCS_CMYK ? reader.row.data() : target;
    jpeg_read_scanlines(&reader.jpeg, &row, 1);
    if (reader.jpeg.out_color_space == JCS_CMYK) inksToRgb(reader.row.data(), target, reader.image.width);
  }
  jpeg_finish_decompress(&reader.jpeg);
  return true;
}

bool writeAll(Writer& writer, const Image& image, int quality) {
  setErrorHandling(writer);
  if (setjmp(writer.failure.jump)) return false;
  jpeg_create_compress(&writer.jpeg);
  jpeg_mem_dest(&writer.jpeg, &writer.bytes, &writer.size);
  writer.jpeg.image_width = static_cast<JDIMENSION>(image.width);
  writer.jpeg.image_height = static_cast<JDIMENSION>(image.height);
  writer.jpeg.input_components = 3;
  writer.jpeg.in_color_space = JCS_RGB;
  jpeg_set_defaults(&writer.jpeg);
  jpeg_set_quality(&writer.jpeg, quality, TRUE);
  writer.jpeg.optimize_coding = TRUE;
  if (quality >= 90) writer.jpeg.comp_info[0].h_samp_factor = writer.jpeg.comp_info[0].v_samp_factor = 1;  // 4:4:4
  jpeg_start_compress(&writer.jpeg, TRUE);
  if (!writer.exif.empty())
    jpeg_write_marker(&writer.jpeg, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(writer.exif.data()),
                      static_cast<unsigned>(writer.exif.size()));
  while (writer.jpeg.next_scanline < writer.jpeg.image_height) {
    auto row = const_cast<JSAMPROW>(image.pixel(0, static_cast<int>(writer.jpeg.next_scanline)));
    jpeg_write_scanlines(&writer.jpeg, &row, 1);
  }
  jpeg_finish_compress(&writer.jpeg);
  return true;
}

[[noreturn]] void failRead(const Reader& reader) {
  throw Error(ErrorCode::InvalidFile, std::string("is a broken JPEG: ") + reader.failure.message);
}

}  // namespace

bool isJpeg(std::string_view bytes) {
  return bytes.starts_with("\xff\xd8\xff");
}

Image decodeJpeg(std::string_view bytes) {
  Reader reader;
  if (!readHeader(reader, bytes)) failRead(reader);
  checkSides(reader.jpeg.image_width, reader.jpeg.image_height);
  reader.image = Image(static_cast<int>(reader.jpeg.image_width), static_cast<int>(reader.jpeg.image_height));
  reader.row.resize(std::size_t{4} * reader.jpeg.image_width);
  const int orientation = orientationOf(reader.jpeg);
  if (!readRows(reader)) failRead(reader);
  return orient(std::move(reader.image), orientation);
}

std::string encodeJpeg(const Image& image, const std::string& comment, int quality) {
  Writer writer;
  if (!comment.empty()) writer.exif = std::string(kExifPrefix) + makeExif(comment);
  if (writer.exif.size() > 65533)
    throw Error(ErrorCode::Usage, "the text is too long for a JPEG", "save a PNG: it holds texts of any length");
  if (!writeAll(writer, image, quality))
    throw Error(ErrorCode::Internal, std::string("libjpeg: ") + writer.failure.message);
  return std::string(reinterpret_cast<const char*>(writer.bytes), writer.size);
}

}  // namespace lpd::imaging
