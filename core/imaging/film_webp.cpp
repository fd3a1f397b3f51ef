#include "imaging/film.h"

#include <lpd/error.h>

#include <webp/encode.h>
#include <webp/mux.h>

#include <cmath>

namespace lpd::imaging {

namespace {

class WebPFilm final : public Film {
 public:
  WebPFilm(AtomicFile& file, int width, int height) : file_(file) {
    WebPAnimEncoderOptions options;
    if (!WebPAnimEncoderOptionsInit(&options) || !WebPConfigInit(&config_))
      throw Error(ErrorCode::Unsupported, "this machine's libwebp is of another version than the program's");
    encoder_.reset(WebPAnimEncoderNew(width, height, &options));
    if (!encoder_) throw Error(ErrorCode::OutOfMemory, "out of memory while writing an animation");
    config_.quality = 88;
    config_.method = 3;
  }

  void add(const Image& picture, double seconds) override {
    WebPPicture frame;
    if (!WebPPictureInit(&frame)) throw Error(ErrorCode::Internal, "libwebp could not start a frame");
    frame.use_argb = 1;
    frame.width = picture.width;
    frame.height = picture.height;
    const bool good = WebPPictureImportRGB(&frame, picture.rgb.data(), picture.width * 3) &&
                      WebPAnimEncoderAdd(encoder_.get(), &frame, milliseconds(), &config_);
    WebPPictureFree(&frame);
    if (!good) fail();
    time_ += seconds;
  }

  void finish() override {
    WebPData data;
    WebPDataInit(&data);
    if (!WebPAnimEncoderAdd(encoder_.get(), nullptr, milliseconds(), nullptr) ||
        !WebPAnimEncoderAssemble(encoder_.get(), &data))
      fail();
    const std::unique_ptr<WebPData, Clear> owner(&data);
    file_.write({reinterpret_cast<const char*>(data.bytes), data.size});
  }

 private:
  struct Delete {
    void operator()(WebPAnimEncoder* encoder) const { WebPAnimEncoderDelete(encoder); }
  };

  struct Clear {
    void operator()(WebPData* data) const { WebPDataClear(data); }
  };

  int milliseconds() const { return static_cast<int>(std::lround(time_ * 1000)); }
  [[noreturn]] void fail() const {
    throw Error(ErrorCode::Internal, std::string("libwebp: ") + WebPAnimEncoderGetError(encoder_.get()));
  }

  AtomicFile& file_;
  WebPConfig config_{};
  std::unique_ptr<WebPAnimEncoder, Delete> encoder_;
  double time_ = 0;
};

}  // namespace

std::unique_ptr<Film> makeWebP(AtomicFile& file, int width, int height) {
  return std::make_unique<WebPFilm>(file, width, height);
}

}  // namespace lpd::imaging
