#include "imaging/codecs.h"
#include "imaging/exif.h"

#include <lpd/error.h>
#include <lpd/files.h>
#include <lpd/order.h>
#include <lpd/picture_io.h>

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <random>

using namespace lpd;
namespace fs = std::filesystem;

namespace {

Image gradient(int width, int height) {
  Image image(width, height);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      image.pixel(x, y)[0] = static_cast<std::uint8_t>(x * 255 / width);
      image.pixel(x, y)[1] = static_cast<std::uint8_t>(y * 255 / height);
      image.pixel(x, y)[2] = static_cast<std::uint8_t>((x * 7 + y * 3) & 0x3f);
    }
  }
  return image;
}

// The code of the error `call` throws; checks that message and hint are one line each.
template <class Call>
std::optional<ErrorCode> errorOf(Call call) {
  try {
    call();
  } catch (const Error& error) {
    const std::string text = std::string(error.what()) + error.hint();
    if (text.find('\n') != std::string::npos || text.empty()) return ErrorCode::Internal;
    return error.code();
  }
  return std::nullopt;
}

std::string bigEndian(std::uint32_t value) {
  std::string out;
  for (int shift = 24; shift >= 0; shift -= 8)
    out += static_cast<char>(value >> shift & 0xff);
  return out;
}

std::uint32_t crc(const std::string& bytes) {
  std::uint32_t value = 0xffffffff;
  for (const unsigned char byte : bytes) {
    value ^= byte;
    for (int i = 0; i < 8; ++i)
      value = value & 1 ? 0xedb88320 ^ value >> 1 : value >> 1;
  }
  return ~value;
}

std::string chunk(const std::string& name, const std::string& data) {
  return bigEndian(static_cast<std::uint32_t>(data.size())) + name + data + bigEndian(crc(name + data));
}

const std::string kPngSignature("\x89PNG\r\n\x1a\n");

std::string pngHeader(std::uint32_t width, std::uint32_t height, char colourType) {
  return kPngSignature + chunk("IHDR", bigEndian(width) + bigEndian(height) + std::string{8, colourType, 0, 0, 0});
}

}  // namespace

class TestPictures : public QObject {
  Q_OBJECT
  QTemporaryDir dir_;
  fs::path at(const char* name) const { return fs::path(dir_.path().toStdString()) / name; }

 private Q_SLOTS:
  void pngGivesBackEveryPixel() {
    for (const auto& [width, height] : {std::pair{1, 1}, {3, 2}, {256, 256}, {517, 33}}) {
      const Image image = gradient(width, height);
      writePicture(at("a.png"), image, {}, {.overwrite = true});
      QVERIFY(readPicture(at("a.png")) == image);
    }
  }

  void losslessWebPGivesBackEveryPixel() {
    const Image image = gradient(65, 40);
    writePicture(at("a.webp"), image, {}, {.lossless = true});
    QVERIFY(readPicture(at("a.webp")) == image);
  }

  void lossyFormatsStayClose() {
    const Image image = gradient(128, 96);
    for (const char* name : {"close.jpg", "close.jpeg", "close.webp"}) {
      writePicture(at(name), image);
      QVERIFY2(psnr(readPicture(at(name)), image) > 30, name);
    }
  }

  void textKeepsNewlinesAndUtf8() {
    const PictureText text{{"parameters", "sailboat\nSteps: 20, CFG scale: 5\n"},
                           {"lpd", "{\"class\":\"Blåfugl – 蝶 🦋\"}"},
                           {"empty", ""}};
    writePicture(at("text.png"), gradient(8, 8), text);
    QVERIFY(readPictureText(at("text.png")) == text);
    QVERIFY(readPicture(at("text.png")) == gradient(8, 8));
  }

  void plainTextIsStoredWhereEveryToolReadsIt() {
    const std::string bytes = imaging::encodePng(gradient(8, 8), {{"parameters", "a\nb"}, {"lpd", "é"}});
    QVERIFY(bytes.find("tEXtparameters") != std::string::npos);
    QVERIFY(bytes.find("iTXtlpd") != std::string::npos);
    QVERIFY(bytes.find("iTXt") < bytes.find("IDAT"));
  }

  void textBehindThePixelsIsFoundToo() {
    std::string bytes = imaging::encodePng(gradient(40, 40), {});
    bytes.insert(bytes.size() - 12, chunk("tEXt", std::string("late\0caf\xe9", 9)));
    writeFile(at("late.png"), bytes);
    QVERIFY(readPictureText(at("late.png")) == (PictureText{{"late", "café"}}));
  }

  void otherFormatsCarryTheParametersInExif() {
    const PictureText text{{"parameters", "Blåfugl 🦋\nSteps: 20"}, {"lpd", "{}"}};
    writePicture(at("exif.jpg"), gradient(32, 32), text);
    writePicture(at("exif.webp"), gradient(32, 32), text);
    for (const char* name : {"exif.jpg", "exif.webp"}) {
      const std::string bytes = readFile(at(name));
      const std::size_t tiff = bytes.find(std::string("MM\0*", 4));
      QVERIFY2(tiff != std::string::npos, name);
      QCOMPARE(imaging::parseExif(std::string_view(bytes).substr(tiff)).comment, text.at("parameters"));
      QVERIFY(readPictureText(at(name)).empty());
      QCOMPARE(readPicture(at(name)).width, 32);
    }
  }

  void exifRotationIsHonoured() {
    // A dark picture with a bright left edge; stored so that it must be turned by 90 degrees clockwise.
    Image image(48, 32);
    for (int y = 0; y < 32; ++y)
      for (int x = 0; x < 16; ++x)
        image.pixel(x, y)[0] = image.pixel(x, y)[1] = image.pixel(x, y)[2] = 255;
    std::string bytes = imaging::encodeJpeg(image, "", 95);
    const std::string exif("Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0", 32);
    bytes.insert(2, std::string("\xff\xe1\0\x22", 4) + exif);
    writeFile(at("turned.jpg"), bytes);
    const Image turned = readPicture(at("turned.jpg"));
    QCOMPARE(turned.width, 32);
    QCOMPARE(turned.height, 48);
    QVERIFY(turned.pixel(16, 4)[0] > 240);
    QVERIFY(turned.pixel(16, 40)[0] < 16);
  }

  void everyOrientationIsAPermutationOfThePixels() {
    const Image image = gradient(5, 3);
    for (int orientation = 1; orientation <= 8; ++orientation) {
      const int inverse[] = {0, 1, 2, 3, 4, 5, 8, 7, 6};
      QVERIFY(imaging::orient(imaging::orient(image, orientation), inverse[orientation]) == image);
    }
  }

  void alphaIsLaidOverWhite() {
    // 2 x 1, RGBA: red at full cover, black fully transparent. Stored (not deflated) zlib data.
    const std::string raw("\0\xff\0\0\xff\0\0\0\0", 9);
    std::uint32_t a = 1, b = 0;
    for (const unsigned char byte : raw) {
      a = (a + byte) % 65521;
      b = (b + a) % 65521;
    }
    const std::string data = std::string("\x78\x01\x01\x09\0\xf6\xff", 7) + raw + bigEndian(b << 16 | a);
    writeFile(at("alpha.png"), pngHeader(2, 1, 6) + chunk("IDAT", data) + chunk("IEND", ""));
    const Image image = readPicture(at("alpha.png"));
    QCOMPARE(image.rgb, (std::vector<std::uint8_t>{255, 0, 0, 255, 255, 255}));
  }

  void truncatedPicturesAreErrorsAtEveryLength() {
    for (const std::string& bytes :
         {imaging::encodePng(gradient(40, 30), {{"k", "v"}}), imaging::encodeJpeg(gradient(40, 30), "c", 90),
          imaging::encodeWebP(gradient(40, 30), "c", 90, false), imaging::encodeWebP(gradient(40, 30), "", 90, true)}) {
      // The last bytes of a JPEG (end marker) and WebP (metadata, padding) hold no pixels.
      const std::size_t end = imaging::isPng(bytes) ? bytes.size() - 1 : bytes.size() / 2;
      for (std::size_t length = 0; length < end; length += length < 64 ? 1 : 13) {
        writeFile(at("cut"), std::string_view(bytes).substr(0, length));
        QVERIFY2(errorOf([&] { readPicture(at("cut")); }) == ErrorCode::InvalidFile,
                 qPrintable(QString::number(length)));
      }
    }
  }

  void damagedBytesNeverCrash() {
    std::mt19937 random(7);
    int refused = 0;
    for (const std::string& good : {imaging::encodePng(gradient(64, 64), {{"lpd", "{\"a\":1}"}}),
                                    imaging::encodeJpeg(gradient(64, 64), "comment", 90),
                                    imaging::encodeWebP(gradient(64, 64), "comment", 90, false)}) {
      for (int round = 0; round < 400; ++round) {
        std::string bytes = good;
        for (int i = 0; i < 1 + round % 8; ++i)
          bytes[random() % bytes.size()] = static_cast<char>(random());
        writeFile(at("damaged"), bytes);
        const auto code = errorOf([&] { readPicture(at("damaged")); });
        QVERIFY(!code || code == ErrorCode::InvalidFile);
        refused += code.has_value();
        const auto text = errorOf([&] { readPictureText(at("damaged")); });
        QVERIFY(!text || text == ErrorCode::InvalidFile);
      }
    }
    QVERIFY(refused > 300);
  }

  void hugeClaimsAreRefusedBeforeMemoryIsTaken() {
    const std::string pixels = chunk("IDAT", std::string("\x78\x9c\x03\0\0\0\0\x01", 8)) + chunk("IEND", "");
    writeFile(at("huge.png"), pngHeader(16000, 16000, 2) + pixels);
    QCOMPARE(errorOf([&] { readPicture(at("huge.png")); }), ErrorCode::InvalidFile);
    writeFile(at("huge.png"), pngHeader(100000, 4, 2) + pixels);
    QCOMPARE(errorOf([&] { readPicture(at("huge.png")); }), ErrorCode::InvalidFile);
    writeFile(at("huge.png"), pngHeader(0x7fffffff, 0x7fffffff, 2) + pixels);
    QCOMPARE(errorOf([&] { readPicture(at("huge.png")); }), ErrorCode::InvalidFile);
  }

  void whatIsNoPictureIsSaidToBeNone() {
    writeFile(at("note.png"), "hello");
    writeFile(at("empty.png"), "");
    QCOMPARE(errorOf([&] { readPicture(at("note.png")); }), ErrorCode::InvalidFile);
    QCOMPARE(errorOf([&] { readPicture(at("empty.png")); }), ErrorCode::InvalidFile);
    QCOMPARE(errorOf([&] { readPicture(at("missing.png")); }), ErrorCode::NotFound);
    QCOMPARE(errorOf([&] { readPicture(at(".")); }), ErrorCode::InvalidFile);
  }

  void formatFollowsTheEnding() {
    QCOMPARE(pictureFormat("A.PNG"), PictureFormat::Png);
    QCOMPARE(pictureFormat("b.Jpeg"), PictureFormat::Jpeg);
    QCOMPARE(pictureFormat("c.webp"), PictureFormat::WebP);
    QCOMPARE(errorOf([] { pictureFormat("d.bmp"); }), ErrorCode::Usage);
    QCOMPARE(errorOf([] { pictureFormat("png"); }), ErrorCode::Usage);
  }

  void existingFilesSurvive() {
    writePicture(at("kept.png"), gradient(4, 4));
    QCOMPARE(errorOf([&] { writePicture(at("kept.png"), gradient(9, 9)); }), ErrorCode::Io);
    QVERIFY(readPicture(at("kept.png")) == gradient(4, 4));
  }

  void aFailedWriteLeavesNothing() {
    fs::create_directory(at("folder"));
    QVERIFY(errorOf([&] { writePicture(at("folder") / "a.png", {}); }).has_value());
    QVERIFY(errorOf([&] { writePicture(at("folder") / "none" / "a.png", gradient(2, 2)); }).has_value());
    QVERIFY(errorOf([&] {
              writePicture(at("folder") / "a.jpg", gradient(2, 2), {{"parameters", std::string(70000, 'x')}});
            }) == ErrorCode::Usage);
    QVERIFY(fs::is_empty(at("folder")));
  }

  void aSheetShowsThePicturesOnTheCanvas() {
    const std::vector<Image> pictures{gradient(10, 6), gradient(10, 6), gradient(10, 6)};
    const Image sheet = makeSheet(pictures, 0, 4);
    QCOMPARE(sheet.width, 2 * 14 + 4);
    QCOMPARE(sheet.height, 2 * 10 + 4);
    QCOMPARE((std::vector<std::uint8_t>{sheet.pixel(0, 0), sheet.pixel(0, 0) + 3}),
             (std::vector<std::uint8_t>{0x0d, 0x0e, 0x11}));
    QCOMPARE(sheet.pixel(4 + 9, 4)[0], pictures[0].pixel(9, 0)[0]);
    QCOMPARE(errorOf([&] { makeSheet({gradient(3, 3), gradient(4, 3)}); }), ErrorCode::Usage);
  }

  void centreCropKeepsTheMiddle() {
    Image wide(300, 100);
    for (int y = 0; y < 100; ++y)
      for (int x = 100; x < 200; ++x)
        wide.pixel(x, y)[1] = 200;
    const Image crop = centreCrop(wide, 50);
    QCOMPARE(crop.width, 50);
    QCOMPARE(static_cast<int>(crop.pixel(0, 25)[1]), 200);
    QCOMPARE(static_cast<int>(crop.pixel(49, 49)[1]), 200);
    QVERIFY(centreCrop(gradient(64, 64), 64) == gradient(64, 64));
    QCOMPARE(centreCrop(gradient(20, 30), 256).height, 256);
  }

  void psnrMeasures() {
    Image a(4, 4), b(4, 4);
    QVERIFY(std::isinf(psnr(a, b)));
    b.rgb[0] = 10;
    QVERIFY(std::abs(psnr(a, b) - 10 * std::log10(255.0 * 255.0 * 48 / 100)) < 1e-9);
    QVERIFY(errorOf([] { psnr(Image(2, 2), Image(2, 3)); }) == ErrorCode::Usage);
  }
};

QTEST_APPLESS_MAIN(TestPictures)
#include "test_pictures.moc"
