#include "imaging/av_stream.h"
#include "imaging/film.h"

#include <lpd/error.h>

#include <algorithm>
#include <cmath>

extern "C" {
#include <libswscale/swscale.h>
}

namespace lpd::imaging {

namespace {

constexpr int kFramesPerSecond = 25;  // constant: players handle it best, and repeated frames cost next to nothing

const AVCodec* h264() {
  const AVCodec* codec = avcodec_find_encoder_by_name("libx264");
  return codec ? codec : avcodec_find_encoder_by_name("libopenh264");
}

class Mp4Film final : public Film {
 public:
  Mp4Film(const std::filesystem::path& file, int width, int height)
      : width_(width + width % 2), height_(height + height % 2) {  // colour is stored at half the size
    const AVCodec* codec = h264();
    const char* options = codec ? "preset=medium:tune=animation:crf=17" : "qscale=2:b=8000000";
    if (!codec) codec = avcodec_find_encoder(AV_CODEC_ID_MPEG4);
    if (!codec)
      throw Error(ErrorCode::Unsupported, "this machine's FFmpeg has neither an H.264 nor an MPEG-4 encoder",
                  "write a .gif or .webp");
    stream_ = std::make_unique<AvStream>(
        file, codec, width_, height_,
        AvStream::Options{AV_PIX_FMT_YUV420P, {1, kFramesPerSecond}, options, "movflags=+faststart"});
    scaler_.reset(sws_getContext(width_, height_, AV_PIX_FMT_RGB24, width_, height_, AV_PIX_FMT_YUV420P,
                                 SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP, nullptr, nullptr, nullptr));
    if (!scaler_) throw Error(ErrorCode::OutOfMemory, "out of memory while writing an animation");
    sws_setColorspaceDetails(scaler_.get(), sws_getCoefficients(SWS_CS_ITU709), 1, sws_getCoefficients(SWS_CS_ITU709),
                             0, 0, 1 << 16, 1 << 16);
  }

  void add(const Image& picture, double seconds) override {
    AVFrame* frame = stream_->frame();
    const Image even = padded(picture);
    const std::uint8_t* source[] = {even.rgb.data()};
    const int stride[] = {even.width * 3};
    sws_scale(scaler_.get(), source, stride, 0, even.height, frame->data, frame->linesize);
    time_ += seconds;
    do {
      stream_->write(frames_++);
    } while (frames_ < std::llround(time_ * kFramesPerSecond));
  }

  void finish() override { stream_->finish(); }

 private:
  struct FreeScaler {
    void operator()(SwsContext* scaler) const { sws_freeContext(scaler); }
  };

  // To even sides, by repeating the last column and row.
  Image padded(const Image& picture) const {
    if (picture.width == width_ && picture.height == height_) return picture;
    Image out(width_, height_);
    for (int y = 0; y < height_; ++y) {
      const std::uint8_t* row = picture.pixel(0, std::min(y, picture.height - 1));
      std::copy_n(row, picture.width * 3, out.pixel(0, y));
      if (width_ > picture.width) std::copy_n(row + (picture.width - 1) * 3, 3, out.pixel(picture.width, y));
    }
    return out;
  }

  int width_;
  int height_;
  std::unique_ptr<AvStream> stream_;
  std::unique_ptr<SwsContext, FreeScaler> scaler_;
  double time_ = 0;
  std::int64_t frames_ = 0;
};

}  // namespace

std::unique_ptr<Film> makeMp4(const std::filesystem::path& file, int width, int height) {
  return std::make_unique<Mp4Film>(file, width, height);
}

std::string mp4Codec() {
  if (h264()) return "H.264";
  return avcodec_find_encoder(AV_CODEC_ID_MPEG4) ? "MPEG-4" : "";
}

}  // namespace lpd::imaging
