#include "imaging/look.h"

#include <lpd/error.h>
#include <lpd/picture_io.h>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace lpd {

Image centreCrop(const Image& image, int size) {
  if (image.empty()) throw Error(ErrorCode::Usage, "there is no picture to crop");
  if (size < 1) throw Error(ErrorCode::Usage, "a picture cannot be cropped to " + std::to_string(size) + " pixels");
  const int side = std::min(image.width, image.height);
  const cv::Rect square((image.width - side) / 2, (image.height - side) / 2, side, side);
  Image out(size, size);
  cv::Mat target = imaging::matOf(out);
  cv::resize(imaging::matOf(image)(square), target, target.size(), 0, 0,
             size < side ? cv::INTER_AREA : cv::INTER_CUBIC);
  return out;
}

Image makeSheet(const std::vector<Image>& pictures, int columns, int gap) {
  if (pictures.empty()) throw Error(ErrorCode::Usage, "a sheet needs at least one picture");
  const int width = pictures.front().width;
  const int height = pictures.front().height;
  for (const Image& picture : pictures) {
    if (picture.width != width || picture.height != height || picture.empty())
      throw Error(ErrorCode::Usage, "the pictures of a sheet must be of one size");
  }
  const int count = static_cast<int>(pictures.size());
  if (columns <= 0) columns = static_cast<int>(std::ceil(std::sqrt(static_cast<double>(count))));
  columns = std::min(columns, count);
  const int rows = (count + columns - 1) / columns;
  Image sheet(columns * (width + gap) + gap, rows * (height + gap) + gap);
  cv::Mat target = imaging::matOf(sheet);
  target.setTo(imaging::kCanvas);
  for (int i = 0; i < count; ++i) {
    const cv::Rect place(gap + (i % columns) * (width + gap), gap + (i / columns) * (height + gap), width, height);
    imaging::matOf(pictures[static_cast<std::size_t>(i)]).copyTo(target(place));
  }
  return sheet;
}

double psnr(const Image& a, const Image& b) {
  if (a.width != b.width || a.height != b.height || a.empty())
    throw Error(ErrorCode::Usage, "pictures of different sizes cannot be compared");
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < a.rgb.size(); ++i) {
    const int difference = static_cast<int>(a.rgb[i]) - b.rgb[i];
    sum += static_cast<std::uint64_t>(difference * difference);
  }
  if (sum == 0) return std::numeric_limits<double>::infinity();
  return 10.0 * std::log10(255.0 * 255.0 * static_cast<double>(a.rgb.size()) / static_cast<double>(sum));
}

double ssim(const Image& a, const Image& b) {
  if (a.width != b.width || a.height != b.height || a.empty())
    throw Error(ErrorCode::Usage, "pictures of different sizes cannot be compared");
  constexpr double kLuminance = 0.01 * 255 * 0.01 * 255, kContrast = 0.03 * 255 * 0.03 * 255;
  const auto grey = [](const Image& image) {
    cv::Mat out;
    cv::cvtColor(imaging::matOf(image), out, cv::COLOR_RGB2GRAY);
    out.convertTo(out, CV_64F);
    return out;
  };
  const auto blurred = [](const cv::Mat& image) {
    cv::Mat out;
    cv::GaussianBlur(image, out, {11, 11}, 1.5, 1.5, cv::BORDER_REFLECT);
    return out;
  };
  const cv::Mat x = grey(a), y = grey(b);
  const cv::Mat meanX = blurred(x), meanY = blurred(y);
  const cv::Mat meanXX = meanX.mul(meanX), meanYY = meanY.mul(meanY), meanXY = meanX.mul(meanY);
  const cv::Mat varianceX = blurred(x.mul(x)) - meanXX;
  const cv::Mat varianceY = blurred(y.mul(y)) - meanYY;
  const cv::Mat covariance = blurred(x.mul(y)) - meanXY;
  const cv::Mat above = (2 * meanXY + kLuminance).mul(2 * covariance + kContrast);
  const cv::Mat below = cv::Mat(meanXX + meanYY + kLuminance).mul(varianceX + varianceY + kContrast);
  cv::Mat map;
  cv::divide(above, below, map);
  return cv::mean(map)[0];
}

}  // namespace lpd
