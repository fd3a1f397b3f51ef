#include "imaging/av_stream.h"

#include <lpd/error.h>

#include <cerrno>
#include <system_error>

extern "C" {
#include <libavutil/dict.h>
#include <libavutil/log.h>
}

namespace lpd::imaging {

namespace {

constexpr int kMostErrno = 4096;

struct Dictionary {
  AVDictionary* entries = nullptr;
  explicit Dictionary(const std::string& text) { av_dict_parse_string(&entries, text.c_str(), "=", ":", 0); }
  ~Dictionary() { av_dict_free(&entries); }
};

}  // namespace

int checkAv(int status, const char* what) {
  if (status >= 0) return status;
  // FFmpeg's own failures are negative tags of four letters; small numbers are the operating system's.
  const int number = AVUNERROR(status);
  if (number < kMostErrno && number != ENOMEM && number != EINVAL)
    throw std::system_error(number, std::generic_category(), what);
  char reason[AV_ERROR_MAX_STRING_SIZE] = "";
  av_strerror(status, reason, sizeof reason);
  throw Error(status == AVERROR(ENOMEM) ? ErrorCode::OutOfMemory : ErrorCode::Internal,
              std::string("cannot ") + what + ": " + reason);
}

AvStream::AvStream(const std::filesystem::path& file, const AVCodec* codec, int width, int height,
                   const Options& options)
    : codec_(avcodec_alloc_context3(codec)), frame_(av_frame_alloc()), packet_(av_packet_alloc()) {
  if (!codec_ || !frame_ || !packet_) throw Error(ErrorCode::OutOfMemory, "out of memory while writing an animation");
  av_log_set_level(AV_LOG_ERROR);  // encoders otherwise chat on stderr, where only our own lines belong
  checkAv(avformat_alloc_output_context2(&format_, nullptr, nullptr, file.c_str()), "choose a container");
  stream_ = avformat_new_stream(format_, nullptr);
  if (!stream_) throw Error(ErrorCode::OutOfMemory, "out of memory while writing an animation");
  codec_->width = width;
  codec_->height = height;
  codec_->pix_fmt = options.pixels;
  codec_->time_base = options.timeBase;
  codec_->framerate = av_inv_q(options.timeBase);
  codec_->color_range = AVCOL_RANGE_UNSPECIFIED;
  if (options.pixels == AV_PIX_FMT_YUV420P) {
    codec_->color_range = AVCOL_RANGE_MPEG;
    codec_->color_primaries = AVCOL_PRI_BT709;
    codec_->color_trc = AVCOL_TRC_BT709;
    codec_->colorspace = AVCOL_SPC_BT709;
  }
  if (format_->oformat->flags & AVFMT_GLOBALHEADER) codec_->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
  Dictionary codecOptions(options.codec);
  checkAv(avcodec_open2(codec_.get(), codec, &codecOptions.entries), "start the encoder");
  stream_->time_base = options.timeBase;
  stream_->avg_frame_rate = codec_->framerate;
  checkAv(avcodec_parameters_from_context(stream_->codecpar, codec_.get()), "describe the stream");
  checkAv(avio_open(&format_->pb, file.c_str(), AVIO_FLAG_WRITE), "open the animation's file");
  Dictionary containerOptions(options.container);
  checkAv(avformat_write_header(format_, &containerOptions.entries), "begin the animation's file");
  frame_->format = options.pixels;
  frame_->width = width;
  frame_->height = height;
  checkAv(av_frame_get_buffer(frame_.get(), 0), "allocate a frame");
}

AvStream::~AvStream() {
  if (!format_) return;
  if (format_->pb) avio_closep(&format_->pb);
  avformat_free_context(format_);
}

AVFrame* AvStream::frame() {
  checkAv(av_frame_make_writable(frame_.get()), "allocate a frame");
  return frame_.get();
}

void AvStream::write(std::int64_t time) {
  frame_->pts = time;
  checkAv(avcodec_send_frame(codec_.get(), frame_.get()), "encode a frame");
  drain();
}

void AvStream::drain() {
  for (;;) {
    const int status = avcodec_receive_packet(codec_.get(), packet_.get());
    if (status == AVERROR(EAGAIN) || status == AVERROR_EOF) return;
    checkAv(status, "encode a frame");
    av_packet_rescale_ts(packet_.get(), codec_->time_base, stream_->time_base);
    packet_->stream_index = stream_->index;
    checkAv(av_interleaved_write_frame(format_, packet_.get()), "write the animation");
  }
}

void AvStream::finish() {
  checkAv(avcodec_send_frame(codec_.get(), nullptr), "finish the animation");
  drain();
  checkAv(av_write_trailer(format_), "finish the animation's file");
  checkAv(avio_closep(&format_->pb), "finish the animation's file");
}

}  // namespace lpd::imaging
