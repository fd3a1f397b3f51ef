#pragma once

#include <filesystem>
#include <memory>
#include <string>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

/// One video stream into one file through FFmpeg's libraries, with their clean-up and errors made ours.
namespace lpd::imaging {

template <auto kFree>
struct AvFree {
  template <class T>
  void operator()(T* object) const {
    kFree(&object);
  }
};
using AvFramePtr = std::unique_ptr<AVFrame, AvFree<av_frame_free>>;
using AvPacketPtr = std::unique_ptr<AVPacket, AvFree<av_packet_free>>;
using AvCodecPtr = std::unique_ptr<AVCodecContext, AvFree<avcodec_free_context>>;

/// Throws unless `status` is >= 0: std::system_error where the operating system refused (the caller knows the file's
/// final name), OutOfMemory, or Internal with FFmpeg's own words.
int checkAv(int status, const char* what);

class AvStream {
 public:
  /// Options are FFmpeg's, as key=value:key=value.
  struct Options {
    AVPixelFormat pixels;
    AVRational timeBase;
    std::string codec;
    std::string container;
  };
  AvStream(const std::filesystem::path& file, const AVCodec* codec, int width, int height, const Options& options);
  ~AvStream();
  AvStream(const AvStream&) = delete;
  AvStream& operator=(const AvStream&) = delete;

  /// A frame of the stream's size and format whose buffers may be written.
  AVFrame* frame();
  /// Encodes frame() to be shown from `time` (in the time base) on.
  void write(std::int64_t time);
  void finish();

 private:
  void drain();

  AVFormatContext* format_ = nullptr;
  AVStream* stream_ = nullptr;
  AvCodecPtr codec_;
  AvFramePtr frame_;
  AvPacketPtr packet_;
};

}  // namespace lpd::imaging
