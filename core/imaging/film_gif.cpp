#include "imaging/av_stream.h"
#include "imaging/film.h"
#include "imaging/look.h"
#include "imaging/palette.h"

#include <lpd/error.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>

namespace lpd::imaging {

namespace {

constexpr int kColours = 255;  // the last entry is transparent: the encoder stores what did not change with it

class GifFilm final : public Film {
 public:
  GifFilm(const std::filesystem::path& file, const std::vector<Image>& samples, double holdSeconds)
      : map_(makePalette(samples)), finished_(samples.front()), finishedIndices_(map_.dither(finished_)) {
    const AVCodec* codec = avcodec_find_encoder(AV_CODEC_ID_GIF);
    if (!codec) throw Error(ErrorCode::Unsupported, "this machine's FFmpeg has no GIF encoder", "write a .webp");
    const std::string container = "loop=0:final_delay=" + std::to_string(std::llround(holdSeconds * 100));
    stream_ = std::make_unique<AvStream>(file, codec, finished_.width, finished_.height,
                                         AvStream::Options{AV_PIX_FMT_PAL8, {1, 100}, "", container});
  }

  void add(const Image& picture, double seconds) override {
    AVFrame* frame = stream_->frame();
    setPalette(reinterpret_cast<std::uint32_t*>(frame->data[1]));
    // A pixel of the finished picture keeps one dithered colour through all frames, so that patches do not flicker.
    const auto width = static_cast<std::size_t>(picture.width);
    for (int y = 0; y < picture.height; ++y) {
      std::uint8_t* row = frame->data[0] + static_cast<std::ptrdiff_t>(y) * frame->linesize[0];
      for (int x = 0; x < picture.width; ++x) {
        const std::uint8_t* pixel = picture.pixel(x, y);
        const bool same = std::memcmp(pixel, finished_.pixel(x, y), 3) == 0;
        row[x] = same ? finishedIndices_[static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x)]
                      : map_.nearest(pixel);
      }
    }
    stream_->write(std::llround(time_ * 100));
    time_ += seconds;
  }

  void finish() override { stream_->finish(); }

 private:
  static std::vector<Rgb> makePalette(const std::vector<Image>& samples) {
    PaletteMaker maker;
    for (std::size_t i = 0; i < samples.size(); ++i)
      maker.add(samples[i], i == 0 ? 8 : 1);
    // The empty grid and the accent fill few pixels, but must come out exactly.
    const cv::Scalar own[] = {kCanvas, kCellEmpty, kCellLine, kGlow};
    std::vector<Rgb> palette = maker.make(kColours - static_cast<int>(std::size(own)));
    for (const cv::Scalar& colour : own) {
      palette.push_back({static_cast<std::uint8_t>(colour[0]), static_cast<std::uint8_t>(colour[1]),
                         static_cast<std::uint8_t>(colour[2])});
    }
    return palette;
  }

  void setPalette(std::uint32_t* palette) const {
    std::fill(palette, palette + 256, 0u);
    for (std::size_t i = 0; i < map_.colours().size(); ++i) {
      const Rgb& c = map_.colours()[i];
      palette[i] = 0xff000000u | static_cast<std::uint32_t>(c[0] << 16 | c[1] << 8 | c[2]);
    }
  }

  PaletteMap map_;
  Image finished_;
  std::vector<std::uint8_t> finishedIndices_;
  std::unique_ptr<AvStream> stream_;
  double time_ = 0;
};

}  // namespace

std::unique_ptr<Film> makeGif(const std::filesystem::path& file, const std::vector<Image>& samples,
                              double holdSeconds) {
  return std::make_unique<GifFilm>(file, samples, holdSeconds);
}

}  // namespace lpd::imaging
