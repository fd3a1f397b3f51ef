#pragma once

#include <lpd/image.h>
#include <lpd/image_record.h>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lpd {

/// Text chunks of a PNG by keyword (UTF-8).
using PictureText = std::map<std::string, std::string>;

enum class PictureFormat { Png, Jpeg, WebP };
/// Told by the file name's ending. Throws Usage for any other ending.
PictureFormat pictureFormat(const std::filesystem::path& file);

struct PictureWriteOptions {
  int quality = 92;        ///< JPEG and WebP, 1..100
  bool lossless = false;   ///< WebP
  bool overwrite = false;  ///< false: an existing file is an error
};

/// Writes a picture whole or not at all (temporary name, fsync, rename); format by the ending. `text` goes into the PNG
/// (tEXt chunks where it is ASCII, which more tools read, else iTXt); of JPEG and WebP only the `parameters` text does,
/// as the Exif UserComment. Throws Io, Usage.
void writePicture(const std::filesystem::path& file, const Image& image, const PictureText& text = {},
                  const PictureWriteOptions& options = {});

/// Reads PNG, JPEG or WebP (Exif rotation applied), told by content; alpha is laid over white. Throws NotFound, Io,
/// InvalidFile. Pictures above 16384 px a side are refused.
Image readPicture(const std::filesystem::path& file);
/// The text chunks of a PNG; empty for other formats.
PictureText readPictureText(const std::filesystem::path& file);

/// The text that belongs into a picture made by this program.
PictureText recordText(const ImageRecord& record);
/// The record in a PNG, or nothing if the PNG is not one of ours. Throws InvalidFile if it is ours but broken.
std::optional<ImageRecord> readRecord(const std::filesystem::path& png);

/// The largest centred square, scaled to `size` px (area filter down, cubic up).
Image centreCrop(const Image& image, int size);

/// Pictures of equal size in a grid with margins, on the studio's canvas colour; columns = 0: nearly square.
Image makeSheet(const std::vector<Image>& pictures, int columns = 0, int gap = 8);

/// An order in step colours, with numbers where cells are large enough; the longer side has about `side` px.
Image drawOrder(const Grid& grid, const Order& order, const GroupSizes& groupSizes, int side = 640);

/// Peak signal-to-noise ratio in dB of two pictures of the same size; infinity where equal.
double psnr(const Image& a, const Image& b);

/// Mean structural similarity of two pictures of the same size, on their luma, 11x11 Gaussian window of 1.5 px (Wang et
/// al. 2004): 1 where equal.
double ssim(const Image& a, const Image& b);

}  // namespace lpd
