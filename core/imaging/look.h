#pragma once

#include <lpd/image.h>

#include <opencv2/core.hpp>

/// The studio's dark tokens, for pictures drawn outside its window, and Image as OpenCV sees it.
namespace lpd::imaging {

inline const cv::Scalar kCanvas(0x0d, 0x0e, 0x11);     ///< behind the picture
inline const cv::Scalar kCellEmpty(0x14, 0x15, 0x18);  ///< white at 3 % on the canvas
inline const cv::Scalar kCellLine(0x1a, 0x1b, 0x1e);   ///< white at 5.5 % on the canvas
inline const cv::Scalar kGlow(0x3d, 0xdd, 0xb8);       ///< what is made now
inline constexpr double kGlowTint = 0.09;              ///< accent laid over a cell of the current group
inline constexpr int kMaxDrawnSide = 8192;             ///< pixels

inline cv::Mat matOf(Image& image) {
  return {image.height, image.width, CV_8UC3, image.rgb.data()};
}
/// To be read only.
inline cv::Mat matOf(const Image& image) {
  return {image.height, image.width, CV_8UC3, const_cast<std::uint8_t*>(image.rgb.data())};
}

}  // namespace lpd::imaging
