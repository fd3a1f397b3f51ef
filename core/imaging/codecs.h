#pragma once

#include <lpd/picture_io.h>

#include <cstdint>
#include <string>
#include <string_view>

/// One pair of functions a format: a whole file in memory to pixels and back. Decoders trust nothing: they throw
/// InvalidFile with a message that fits behind the file's name ("is cut short"). Encoders throw Usage or Internal.
namespace lpd::imaging {

inline constexpr int kMaxSide = 16384;  ///< pixels; pictures beyond it are refused

bool isPng(std::string_view bytes);
Image decodePng(std::string_view bytes);
PictureText decodePngText(std::string_view bytes);
std::string encodePng(const Image& image, const PictureText& text);

bool isJpeg(std::string_view bytes);
Image decodeJpeg(std::string_view bytes);
std::string encodeJpeg(const Image& image, const std::string& comment, int quality);

bool isWebP(std::string_view bytes);
Image decodeWebP(std::string_view bytes);
std::string encodeWebP(const Image& image, const std::string& comment, int quality, bool lossless);

/// Throws InvalidFile unless 1..kMaxSide a side.
void checkSides(std::uint64_t width, std::uint64_t height);

/// `value` laid over white with coverage `alpha`, rounded.
inline std::uint8_t overWhite(std::uint8_t value, std::uint8_t alpha) {
  return static_cast<std::uint8_t>((value * alpha + 255 * (255 - alpha) + 127) / 255);
}

}  // namespace lpd::imaging
