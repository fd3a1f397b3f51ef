#include "imaging/codecs.h"

#include <lpd/error.h>
#include <lpd/files.h>
#include <lpd/picture_io.h>

#include <algorithm>
#include <new>

namespace lpd {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMaxFileBytes = std::size_t{1} << 30;

// Puts the file's name in front of what a decoder says.
template <class Decode>
auto decodeNamed(const fs::path& file, Decode decode) {
  const std::string bytes = readFile(file, kMaxFileBytes);
  try {
    return decode(std::string_view(bytes));
  } catch (const Error& error) {
    throw Error(error.code(), file.string() + " " + error.what(), error.hint());
  } catch (const std::bad_alloc&) {
    throw Error(ErrorCode::OutOfMemory, file.string() + " is too large a picture for this machine's memory");
  }
}

Image decodePicture(std::string_view bytes) {
  if (imaging::isPng(bytes)) return imaging::decodePng(bytes);
  if (imaging::isJpeg(bytes)) return imaging::decodeJpeg(bytes);
  if (imaging::isWebP(bytes)) return imaging::decodeWebP(bytes);
  throw Error(ErrorCode::InvalidFile, bytes.empty() ? "is empty" : "is no PNG, JPEG or WebP picture");
}

std::string encodePicture(PictureFormat format, const Image& image, const PictureText& text,
                          const PictureWriteOptions& options) {
  const auto parameters = text.find(kParametersKey);
  const std::string comment = parameters == text.end() ? std::string() : parameters->second;
  switch (format) {
    case PictureFormat::Jpeg:
      return imaging::encodeJpeg(image, comment, options.quality);
    case PictureFormat::WebP:
      return imaging::encodeWebP(image, comment, options.quality, options.lossless);
    case PictureFormat::Png:
      break;
  }
  return imaging::encodePng(image, text);
}

}  // namespace

void imaging::checkSides(std::uint64_t width, std::uint64_t height) {
  if (width >= 1 && height >= 1 && width <= kMaxSide && height <= kMaxSide) return;
  throw Error(ErrorCode::InvalidFile,
              "has " + std::to_string(width) + " x " + std::to_string(height) + " pixels, which is out of range",
              "use a picture of at most " + std::to_string(kMaxSide) + " pixels a side");
}

PictureFormat pictureFormat(const fs::path& file) {
  std::string ending = file.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
  if (ending == ".png") return PictureFormat::Png;
  if (ending == ".jpg" || ending == ".jpeg") return PictureFormat::Jpeg;
  if (ending == ".webp") return PictureFormat::WebP;
  throw Error(ErrorCode::Usage, file.string() + " does not end in .png, .jpg or .webp",
              "the ending decides the format: give one of these");
}

void writePicture(const fs::path& file, const Image& image, const PictureText& text,
                  const PictureWriteOptions& options) {
  const PictureFormat format = pictureFormat(file);
  if (options.quality < 1 || options.quality > 100)
    throw Error(ErrorCode::Usage, "quality " + std::to_string(options.quality) + " is out of range", "use 1 to 100");
  if (image.empty() || image.rgb.size() != static_cast<std::size_t>(image.width) * image.height * 3)
    throw Error(ErrorCode::Usage, "there are no pixels to write to " + file.string());
  checkWritable(file, options.overwrite);
  writeFile(file, encodePicture(format, image, text, options), options.overwrite);
}

Image readPicture(const fs::path& file) {
  return decodeNamed(file, decodePicture);
}

PictureText readPictureText(const fs::path& file) {
  return decodeNamed(file, [](std::string_view bytes) {
    return imaging::isPng(bytes) ? imaging::decodePngText(bytes) : PictureText();
  });
}

PictureText recordText(const ImageRecord& record) {
  return {{kRecordKey, toJson(record)}, {kParametersKey, parametersText(record)}, {"Software", record.generator}};
}

std::optional<ImageRecord> readRecord(const fs::path& png) {
  const PictureText text = readPictureText(png);
  const auto record = text.find(kRecordKey);
  if (record == text.end()) return std::nullopt;
  try {
    return recordFromJson(record->second);
  } catch (const Error& error) {
    throw Error(error.code(), png.string() + ": " + error.what(), error.hint());
  }
}

}  // namespace lpd
