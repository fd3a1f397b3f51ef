#include "imaging/codecs.h"
#include "imaging/exif.h"

#include <lpd/error.h>

#include <webp/decode.h>
#include <webp/encode.h>
#include <webp/mux.h>

#include <memory>
#include <vector>

namespace lpd::imaging {

namespace {

using Bytes = std::unique_ptr<std::uint8_t, decltype(&WebPFree)>;
using Mux = std::unique_ptr<WebPMux, decltype(&WebPMuxDelete)>;

WebPData view(std::string_view bytes) {
  return {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
}

int orientationOf(std::string_view bytes) {
  const WebPData data = view(bytes);
  const Mux mux(WebPMuxCreate(&data, 0), WebPMuxDelete);
  WebPData chunk{};
  if (!mux || WebPMuxGetChunk(mux.get(), "EXIF", &chunk) != WEBP_MUX_OK) return 1;
  std::string_view exif(reinterpret_cast<const char*>(chunk.bytes), chunk.size);
  if (exif.starts_with("Exif")) exif.remove_prefix(std::min<std::size_t>(6, exif.size()));  // some writers keep it
  return parseExif(exif).orientation;
}

std::string withExif(const std::uint8_t* bytes, std::size_t size, const std::string& exif) {
  const Mux mux(WebPMuxNew(), WebPMuxDelete);
  const WebPData image{bytes, size};
  const WebPData chunk = view(exif);
  WebPData whole{};
  WebPDataInit(&whole);
  const bool good = mux && WebPMuxSetImage(mux.get(), &image, 0) == WEBP_MUX_OK &&
                    WebPMuxSetChunk(mux.get(), "EXIF", &chunk, 0) == WEBP_MUX_OK &&
                    WebPMuxAssemble(mux.get(), &whole) == WEBP_MUX_OK;
  const Bytes owner(const_cast<std::uint8_t*>(whole.bytes), WebPFree);
  if (!good) throw Error(ErrorCode::Internal, "libwebp could not add the text to the picture");
  return std::string(reinterpret_cast<const char*>(whole.bytes), whole.size);
}

}  // namespace

bool isWebP(std::string_view bytes) {
  return bytes.size() >= 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP";
}

Image decodeWebP(std::string_view bytes) {
  WebPBitstreamFeatures features{};
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  if (WebPGetFeatures(data, bytes.size(), &features) != VP8_STATUS_OK)
    throw Error(ErrorCode::InvalidFile, "is a broken WebP: its header makes no sense");
  if (features.has_animation)
    throw Error(ErrorCode::InvalidFile, "is an animation, not a picture", "give a still picture");
  checkSides(static_cast<std::uint64_t>(features.width), static_cast<std::uint64_t>(features.height));
  Image image(features.width, features.height);
  const int stride = features.width * (features.has_alpha ? 4 : 3);
  std::vector<std::uint8_t> rgba(features.has_alpha ? static_cast<std::size_t>(stride) * features.height : 0);
  const std::uint8_t* done = features.has_alpha
                                 ? WebPDecodeRGBAInto(data, bytes.size(), rgba.data(), rgba.size(), stride)
                                 : WebPDecodeRGBInto(data, bytes.size(), image.rgb.data(), image.rgb.size(), stride);
  if (!done) throw Error(ErrorCode::InvalidFile, "is a broken WebP: its data is damaged or cut short");
  for (std::size_t i = 0; i * 4 < rgba.size(); ++i) {
    for (std::size_t c = 0; c < 3; ++c)
      image.rgb[i * 3 + c] = overWhite(rgba[i * 4 + c], rgba[i * 4 + 3]);
  }
  return orient(std::move(image), orientationOf(bytes));
}

std::string encodeWebP(const Image& image, const std::string& comment, int quality, bool lossless) {
  if (image.width > WEBP_MAX_DIMENSION || image.height > WEBP_MAX_DIMENSION)
    throw Error(ErrorCode::Usage, "a WebP cannot be larger than 16383 pixels a side", "save a PNG");
  std::uint8_t* out = nullptr;
  const int stride = image.width * 3;
  const std::size_t size =
      lossless ? WebPEncodeLosslessRGB(image.rgb.data(), image.width, image.height, stride, &out)
               : WebPEncodeRGB(image.rgb.data(), image.width, image.height, stride, static_cast<float>(quality), &out);
  const Bytes owner(out, WebPFree);
  if (size == 0) throw Error(ErrorCode::Internal, "libwebp could not encode the picture");
  if (!comment.empty()) return withExif(out, size, makeExif(comment));
  return std::string(reinterpret_cast<const char*>(out), size);
}

}  // namespace lpd::imaging
