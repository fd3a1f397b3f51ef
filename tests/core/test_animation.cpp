#include "imaging/palette.h"

#include <lpd/animation.h>
#include <lpd/error.h>
#include <lpd/files.h>
#include <lpd/picture_io.h>

#include <QTemporaryDir>
#include <QTest>

#include <webp/demux.h>

#include <numeric>
#include <set>

using namespace lpd;
namespace fs = std::filesystem;

namespace {

const Grid kGrid{4, 4};
const GroupSizes kSizes{1, 3, 5, 7};

Order anOrder() {
  Order order(16);
  for (int i = 0; i < 16; ++i)
    order[static_cast<std::size_t>(i)] = i * 5 % 16;
  return order;
}

Image aPicture(int side = 64) {
  Image image(side, side);
  for (int y = 0; y < side; ++y)
    for (int x = 0; x < side; ++x) {
      image.pixel(x, y)[0] = static_cast<std::uint8_t>(255 * x / side);
      image.pixel(x, y)[1] = static_cast<std::uint8_t>(255 * y / side);
      image.pixel(x, y)[2] = 180;
    }
  return image;
}

bool cellEquals(const Image& a, const Image& b, int position, int cell = 16) {
  for (int y = 0; y < cell; ++y)
    for (int x = 0; x < cell * 3; ++x) {
      const int left = kGrid.column(position) * cell;
      const int top = kGrid.row(position) * cell + y;
      if (a.pixel(left, top)[x] != b.pixel(left, top)[x]) return false;
    }
  return true;
}

/// Frames and their milliseconds as another reader (libwebp's demuxer) sees them.
std::vector<int> webpDurations(const std::string& bytes) {
  const WebPData data{reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
  WebPAnimDecoder* decoder = WebPAnimDecoderNew(&data, nullptr);
  std::vector<int> durations;
  int before = 0;
  while (decoder && WebPAnimDecoderHasMoreFrames(decoder)) {
    std::uint8_t* pixels = nullptr;
    int until = 0;
    if (!WebPAnimDecoderGetNext(decoder, &pixels, &until)) return {};
    durations.push_back(until - before);
    before = until;
  }
  WebPAnimDecoderDelete(decoder);
  return durations;
}

/// Delays in hundredths of a second, from the file's graphic control extensions.
std::vector<int> gifDelays(const std::string& bytes) {
  std::vector<int> delays;
  const std::string mark("\x21\xf9\x04", 3);
  for (std::size_t at = bytes.find(mark); at != std::string::npos; at = bytes.find(mark, at + 8)) {
    if (bytes[at + 7] != 0) continue;
    delays.push_back(static_cast<unsigned char>(bytes[at + 4]) | static_cast<unsigned char>(bytes[at + 5]) << 8);
  }
  return delays;
}

}  // namespace

class TestAnimation : public QObject {
  Q_OBJECT
  QTemporaryDir dir_;
  fs::path at(const std::string& name) const { return fs::path(dir_.path().toStdString()) / name; }

 private Q_SLOTS:
  void theLastStepIsTheFinishedPicture() {
    QVERIFY(drawStep(aPicture(), kGrid, anOrder(), kSizes, 4, {.scale = 1, .glow = false}) == aPicture());
  }

  void finishedPatchesShowThePictureAndOpenOnesDoNot() {
    const Order order = anOrder();
    const Image half = drawStep(aPicture(), kGrid, order, kSizes, 2, {.scale = 1, .glow = false});
    for (int i = 0; i < 16; ++i)
      QCOMPARE(cellEquals(half, aPicture(), order[static_cast<std::size_t>(i)]), i < 4);
    const Image none = drawStep(aPicture(), kGrid, order, kSizes, 0, {.scale = 1, .glow = true});
    for (int i = 0; i < 16; ++i)
      QVERIFY(!cellEquals(none, aPicture(), i));
  }

  void theGroupMadeLastIsOutlinedInTheAccent() {
    const Order order = anOrder();
    const Image glow = drawStep(aPicture(), kGrid, order, kSizes, 2, {.scale = 2, .glow = true});
    const Image plain = drawStep(aPicture(), kGrid, order, kSizes, 2, {.scale = 2, .glow = false});
    QCOMPARE(glow.width, 128);
    for (int i = 0; i < 4; ++i) {
      const int position = order[static_cast<std::size_t>(i)];
      const std::uint8_t* edge = glow.pixel(kGrid.column(position) * 32 + 16, kGrid.row(position) * 32);
      const bool accent = std::abs(edge[0] - 0x3d) < 24 && std::abs(edge[1] - 0xdd) < 24;
      QCOMPARE(accent, i >= 1);
    }
    QVERIFY(!(glow == plain));
  }

  void theOrderMapColoursPatchesByTheirStep() {
    const Order order = anOrder();
    const StepLook look{.glow = false, .orderMap = true, .blend = 1};
    const Image half = drawStep(aPicture(), kGrid, order, kSizes, 2, look);
    const auto middle = [&](const Image& image, int index) {
      const int position = order[static_cast<std::size_t>(index)];
      const std::uint8_t* pixel = image.pixel(kGrid.column(position) * 16 + 8, kGrid.row(position) * 16 + 8);
      return std::vector<int>(pixel, pixel + 3);
    };
    QCOMPARE(middle(half, 0), (std::vector<int>{0x3a, 0x3b, 0xa4}));  // the first colour of the map
    QCOMPARE(middle(half, 1), middle(half, 3));                       // made together
    QVERIFY(middle(half, 0) != middle(half, 1));
    const Image whole = drawStep(aPicture(), kGrid, order, kSizes, 4, look);
    QCOMPARE(middle(whole, 15), (std::vector<int>{0xff, 0xdb, 0x6a}));  // the last one
    StepLook numbered = look;
    numbered.numbers = true;
    QVERIFY(!(drawStep(aPicture(), kGrid, order, kSizes, 4, numbered) == whole));
  }

  void enlargingScalesEveryCell() {
    for (int scale = 1; scale <= 8; ++scale)
      QCOMPARE(drawStep(aPicture(), kGrid, anOrder(), kSizes, 1, {.scale = scale}).height, 64 * scale);
  }

  void wrongInputIsRefused() {
    const auto refused = [](auto call) {
      try {
        call();
      } catch (const Error& error) {
        return error.code() == ErrorCode::Usage;
      }
      return false;
    };
    QVERIFY(refused([] { drawStep(aPicture(), kGrid, anOrder(), kSizes, 5); }));
    QVERIFY(refused([] { drawStep(aPicture(), kGrid, anOrder(), kSizes, -1); }));
    QVERIFY(refused([] { drawStep(aPicture(), kGrid, {0, 1}, kSizes, 1); }));
    QVERIFY(refused([] { drawStep(aPicture(), kGrid, anOrder(), {1, 2}, 1); }));
    QVERIFY(refused([] { drawStep(aPicture(), kGrid, anOrder(), kSizes, 1, {.scale = 9}); }));
    QVERIFY(refused([] { drawStep(aPicture(), kGrid, anOrder(), kSizes, 1, {.blend = 2}); }));
    QVERIFY(refused([] { drawStep({}, kGrid, anOrder(), kSizes, 1); }));
    QVERIFY(refused([&] { writeAnimation(at("a.avi"), aPicture(), kGrid, anOrder(), kSizes); }));
    QVERIFY(refused([&] { writeAnimation(at("a.gif"), aPicture(), kGrid, anOrder(), kSizes, {.stepSeconds = 0}); }));
    QVERIFY(fs::is_empty(dir_.path().toStdString()));
  }

  void gifShowsEveryStepForItsTime() {
    writeAnimation(at("a.gif"), aPicture(), kGrid, anOrder(), kSizes, {.stepSeconds = 0.2, .holdSeconds = 1.5});
    const std::string bytes = readFile(at("a.gif"));
    QVERIFY(bytes.starts_with("GIF89a"));
    QVERIFY(bytes.find("NETSCAPE2.0") != std::string::npos);
    QCOMPARE(gifDelays(bytes), (std::vector<int>{20, 20, 20, 20, 20, 150}));
  }

  void webpShowsEveryStepForItsTime() {
    writeAnimation(at("a.webp"), aPicture(), kGrid, anOrder(), kSizes, {.stepSeconds = 0.2, .holdSeconds = 1.5});
    QCOMPARE(webpDurations(readFile(at("a.webp"))), (std::vector<int>{200, 200, 200, 200, 200, 1500}));
  }

  void mp4IsWrittenWithTheCodecThatIsNamed() {
    const std::string codec = animationCodec("x.mp4");
    QVERIFY(codec == "H.264" || codec == "MPEG-4");
    writeAnimation(at("a.mp4"), aPicture(), kGrid, anOrder(), kSizes);
    const std::string bytes = readFile(at("a.mp4"));
    QCOMPARE(bytes.substr(4, 4), std::string("ftyp"));
    QCOMPARE(bytes.find("avc1") != std::string::npos, codec == "H.264");
    QVERIFY(bytes.find("moov") < bytes.find("mdat"));
  }

  void oddSidesWork() {
    const Image odd = centreCrop(aPicture(), 33);
    for (const char* name : {"odd.gif", "odd.mp4", "odd.webp"})
      QVERIFY(writeAnimation(at(name), odd, kGrid, anOrder(), kSizes, {.look = {.scale = 1}}));
  }

  void aStoppedAnimationLeavesNothing() {
    std::stop_source source;
    source.request_stop();
    for (const char* name : {"stopped.gif", "stopped.mp4", "stopped.webp"})
      QVERIFY(!writeAnimation(at(name), aPicture(), kGrid, anOrder(), kSizes, {}, source.get_token()));
    for (const auto& entry : fs::directory_iterator(dir_.path().toStdString()))
      QVERIFY2(entry.path().string().find("stopped") == std::string::npos, entry.path().c_str());
  }

  void existingFilesSurvive() {
    writeFile(at("kept.gif"), "precious");
    QVERIFY_THROWS_EXCEPTION(Error, writeAnimation(at("kept.gif"), aPicture(), kGrid, anOrder(), kSizes));
    QCOMPARE(readFile(at("kept.gif")), std::string("precious"));
    QVERIFY(writeAnimation(at("kept.gif"), aPicture(), kGrid, anOrder(), kSizes, {.overwrite = true}));
  }

  void aPaletteOfFewColoursIsExact() {
    Image image(4, 2);
    for (std::size_t i = 0; i < image.rgb.size(); ++i)
      image.rgb[i] = static_cast<std::uint8_t>(i * 10);
    imaging::PaletteMaker maker;
    maker.add(image);
    imaging::PaletteMap map(maker.make(255));
    QCOMPARE(map.colours().size(), std::size_t{8});
    const std::vector<std::uint8_t> indices = map.dither(image);
    for (std::size_t i = 0; i < 8; ++i)
      QVERIFY(std::equal(&image.rgb[i * 3], &image.rgb[i * 3] + 3, map.colours()[indices[i]].begin()));
  }

  void aDitheredPictureKeepsItsMeanColour() {
    const Image image = aPicture(128);
    imaging::PaletteMaker maker;
    maker.add(image);
    imaging::PaletteMap map(maker.make(24));
    const std::vector<std::uint8_t> indices = map.dither(image);
    double sum[3] = {}, wanted[3] = {};
    for (std::size_t i = 0; i < indices.size(); ++i)
      for (std::size_t c = 0; c < 3; ++c) {
        sum[c] += map.colours()[indices[i]][c];
        wanted[c] += image.rgb[i * 3 + c];
      }
    for (int c = 0; c < 3; ++c)
      QVERIFY(std::abs(sum[c] - wanted[c]) / static_cast<double>(indices.size()) < 1.5);
  }

  void anOrderIsDrawnInOneColourAStep() {
    const Image drawing = drawOrder(kGrid, anOrder(), kSizes, 160);
    QCOMPARE(drawing.width, 160);
    std::set<std::vector<std::uint8_t>> colours;
    for (int p = 0; p < 16; ++p) {
      const std::uint8_t* corner = drawing.pixel(kGrid.column(p) * 40 + 2, kGrid.row(p) * 40 + 2);
      colours.insert({corner, corner + 3});
    }
    QCOMPARE(colours.size(), kSizes.size());
  }
};

QTEST_APPLESS_MAIN(TestAnimation)
#include "test_animation.moc"
