#pragma once

#include <lpd/image.h>

#include <cstdint>
#include <string>
#include <string_view>

/// The two facts of Exif this program knows: the user's comment and how the picture is to be turned.
namespace lpd::imaging {

/// A TIFF block (without the "Exif\0\0" prefix) whose UserComment is `comment` (UTF-8).
std::string makeExif(const std::string& comment);

struct ExifFacts {
  int orientation = 1;  ///< 1..8
  std::string comment;  ///< UTF-8
};
/// Reads such a block of either byte order. Never fails: what is broken or absent keeps its default.
ExifFacts parseExif(std::string_view tiff);

/// The picture as it is meant to be seen. `orientation` as Exif counts, 1..8.
Image orient(Image image, int orientation);

}  // namespace lpd::imaging
