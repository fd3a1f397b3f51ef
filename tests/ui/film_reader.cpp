#include "film_reader.h"

#include <imaging/av_stream.h>

#include <stdexcept>

using namespace lpd::imaging;

namespace {

struct CloseInput {
  void operator()(AVFormatContext* format) const { avformat_close_input(&format); }
};

int countFrames(AVCodecContext* codec, AVFrame* frame) {
  int frames = 0;
  while (avcodec_receive_frame(codec, frame) == 0)
    ++frames;
  return frames;
}

void require(int status, const char* what) {
  if (status < 0) throw std::runtime_error(what);
}

}  // namespace

FilmFacts readFilm(const QString& file) {
  AVFormatContext* opened = nullptr;
  require(avformat_open_input(&opened, qPrintable(file), nullptr, nullptr), "the film cannot be opened");
  const std::unique_ptr<AVFormatContext, CloseInput> format(opened);
  require(avformat_find_stream_info(format.get(), nullptr), "the film has no streams");
  const int index = av_find_best_stream(format.get(), AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
  require(index, "the film has no pictures");
  const AVStream* stream = format->streams[index];
  const AVCodec* decoder = avcodec_find_decoder(stream->codecpar->codec_id);
  const AvCodecPtr codec(avcodec_alloc_context3(decoder));
  require(avcodec_parameters_to_context(codec.get(), stream->codecpar), "the film's codec is not known");
  require(avcodec_open2(codec.get(), decoder, nullptr), "the film cannot be decoded");

  FilmFacts facts;
  facts.size = QSize(codec->width, codec->height);
  facts.seconds = static_cast<double>(format->duration) / AV_TIME_BASE;
  const AvPacketPtr packet(av_packet_alloc());
  const AvFramePtr frame(av_frame_alloc());
  while (av_read_frame(format.get(), packet.get()) == 0) {
    if (packet->stream_index == index) {
      require(avcodec_send_packet(codec.get(), packet.get()), "a frame is damaged");
      facts.frames += countFrames(codec.get(), frame.get());
    }
    av_packet_unref(packet.get());
  }
  avcodec_send_packet(codec.get(), nullptr);
  facts.frames += countFrames(codec.get(), frame.get());
  return facts;
}
