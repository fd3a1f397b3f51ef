#include "forge/container_forge.h"
#include "weights/sha256.h"

#include <lpd/error.h>
#include <lpd/files.h>
#include <lpd/weights.h>

#include <QTemporaryDir>
#include <QtTest>

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

using lpd::DType;

namespace {

template <class T>
lpd::TensorBytes bytesOf(const std::vector<T>& values) {
  auto copy = std::make_shared<std::vector<T>>(values);
  return {std::as_bytes(std::span<const T>(*copy)), copy};
}

template <class T>
std::vector<T> valuesOf(const lpd::TensorBytes& data) {
  std::vector<T> values(data.bytes.size() / sizeof(T));
  std::memcpy(values.data(), data.bytes.data(), data.bytes.size());
  return values;
}

std::uint16_t narrowed(float value, DType to) {
  return valuesOf<std::uint16_t>(lpd::convert(bytesOf<float>({value}), DType::F32, to)).front();
}

}  // namespace

class TestSafetensors : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  std::filesystem::path file(const char* name) const { return folder_.filePath(name).toStdString(); }

 private Q_SLOTS:
  void readsTheReleasedCodesFile() {
    const auto file = lpd::WeightFile::open(LPD_TEST_DATA "/golden/golden_a.safetensors");
    QVERIFY(file->format() == lpd::WeightFormat::Safetensors);
    const lpd::TensorInfo* tokens = file->find("case0.tokens");
    QVERIFY(tokens);
    QVERIFY(tokens->type == DType::I64);
    QCOMPARE(tokens->shape, (std::vector<std::int64_t>{2, 64}));
    const auto order = valuesOf<std::int64_t>(file->read("case2.orders"));
    for (std::int64_t i = 0; i < 64; ++i)  // case 2 is the raster order
      QCOMPARE(order[static_cast<std::size_t>(i)], i);
  }

  void writesWhatItReads() {
    const lpd::TensorInfo odd{"odd", DType::U8, {3}};
    const lpd::TensorInfo big{"big", DType::F32, {4, 8}};
    const lpd::TensorInfo none{"none", DType::BF16, {0, 5}};
    const lpd::TensorInfo scalar{"scalar", DType::F64, {}};
    std::vector<float> values(32);
    for (std::size_t i = 0; i < values.size(); ++i)
      values[i] = static_cast<float>(i) * 0.5f;
    lpd::writeSafetensors(
        file("a.safetensors"),
        {{odd, bytesOf<std::uint8_t>({1, 2, 3})}, {big, bytesOf(values)}, {none, {}}, {scalar, bytesOf<double>({2.5})}},
        {{"format", "pt"}, {"note", "line\n\"two\" \u00e9"}});
    const auto read = lpd::WeightFile::open(file("a.safetensors"));
    QCOMPARE(read->tensors().size(), std::size_t{4});
    QCOMPARE(valuesOf<std::uint8_t>(read->read("odd")), (std::vector<std::uint8_t>{1, 2, 3}));
    QCOMPARE(valuesOf<float>(read->read("big")), values);
    QCOMPARE(valuesOf<double>(read->read("scalar")), std::vector<double>{2.5});
    QCOMPARE(read->read("none").bytes.size(), std::size_t{0});
    QCOMPARE(read->metadata().at("note"), std::string("line\n\"two\" \u00e9"));
  }

  void alignsTensorsOfWholeCacheLines() {
    std::vector<lpd::NamedTensor> tensors;
    for (const int elements : {3, 16, 5, 32, 1, 48, 2}) {
      const std::vector<float> values(static_cast<std::size_t>(elements), 1.0f);
      tensors.push_back({{std::to_string(elements), DType::F32, {elements}}, bytesOf(values)});
    }
    lpd::writeSafetensors(file("aligned.safetensors"), tensors);
    const auto read = lpd::WeightFile::open(file("aligned.safetensors"));
    for (const lpd::TensorInfo& info : read->tensors()) {
      const auto address = reinterpret_cast<std::uintptr_t>(read->read(info.name).bytes.data());
      QCOMPARE(address % (info.bytes() % 64 == 0 ? 64 : 4), std::uintptr_t{0});
    }
  }

  void refusesToWriteNamesTwiceAndSizesThatDoNotFit() {
    const lpd::TensorInfo info{"a", DType::F32, {2}};
    const auto two = bytesOf<float>({1, 2});
    QVERIFY_EXCEPTION_THROWN(lpd::writeSafetensors(file("x"), {{info, two}, {info, two}}), lpd::Error);
    QVERIFY_EXCEPTION_THROWN(lpd::writeSafetensors(file("x"), {{info, bytesOf<float>({1})}}), lpd::Error);
    QVERIFY(QDir(folder_.path()).entryList({"*x*"}, QDir::Files | QDir::Hidden).isEmpty());
  }

  void tellsWhatIsWrongWithAHeader_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("complaint");
    const auto row = [](const char* name, const char* header, const char* complaint) {
      QTest::newRow(name) << QByteArray(header) << QByteArray(complaint);
    };
    row("unknown dtype", R"({"a":{"dtype":"F4","shape":[2],"data_offsets":[0,8]}})", "unknown dtype 'F4'");
    row("size", R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}})", "does not fit");
    row("product overflow", R"({"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,8]}})",
        "does not fit");
    row("byte overflow", R"({"a":{"dtype":"F64","shape":[2305843009213693953],"data_offsets":[0,8]}})", "does not fit");
    row("outside", R"({"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}})", "outside the file");
    row("backwards", R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}})", "outside the file");
    row("overlap",
        R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})",
        "overlaps");
    row("gap", R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})", "gap");
    row("rest", R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})", "belong to no tensor");
    row("twice",
        R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})",
        "appears twice");
    row("field twice", R"({"a":{"dtype":"F32","dtype":"F32","shape":[2],"data_offsets":[0,8]}})", "appears twice");
    row("field missing", R"({"a":{"dtype":"F32","shape":[2]}})", "lacks one of");
    row("unknown field", R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"x":1}})", "unknown field 'x'");
    row("negative", R"({"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}})", "negative");
    row("fraction", R"({"a":{"dtype":"F32","shape":[2.0],"data_offsets":[0,8]}})", "fraction");
    row("huge", R"({"a":{"dtype":"F32","shape":[18446744073709551615],"data_offsets":[0,8]}})", "huge");
    row("one offset", R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[8]}})", "two data_offsets");
    row("list for dtype", R"({"a":{"dtype":["F32"],"shape":[2],"data_offsets":[0,8]}})", "a list");
    row("nested list", R"({"a":{"dtype":"F32","shape":[[2]],"data_offsets":[0,8]}})", "a list");
    row("number for tensor", R"({"a":1})", "a number");
    row("metadata of numbers", R"({"__metadata__":{"a":1}})", "a number");
    row("metadata nested", R"({"__metadata__":{"a":{}}})", "an object");
    row("null", R"({"a":null})", "null");
    row("not JSON", R"({"a":)", "not valid JSON");
    row("trailing text", R"({} x)", "not valid JSON");
    row("broken UTF-8", "{\"\xff\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", "not valid JSON");
  }
  void tellsWhatIsWrongWithAHeader() {
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, complaint);
    const std::filesystem::path path = file("header.safetensors");
    lpd::writeFile(path, forge::safetensors(header.toStdString(), std::string(8, '\0')));
    try {
      lpd::WeightFile::open(path);
      QFAIL("accepted");
    } catch (const lpd::Error& error) {
      QCOMPARE(error.code(), lpd::ErrorCode::InvalidFile);
      QVERIFY2(QByteArray(error.what()).contains(complaint), error.what());
      QVERIFY(QByteArray(error.what()).contains("header.safetensors"));
    }
  }

  void noticesAFileCutShortWhileItIsOpen() {
    const std::filesystem::path path = file("cut.safetensors");
    lpd::writeSafetensors(path, {{{"a", DType::F32, {4}}, bytesOf<float>({1, 2, 3, 4})}});
    const auto read = lpd::WeightFile::open(path);
    std::filesystem::resize_file(path, 20);
    QVERIFY_EXCEPTION_THROWN(read->read("a"), lpd::Error);
    QVERIFY_EXCEPTION_THROWN(read->read("b"), lpd::Error);
  }

  void readsMisalignedTensors() {
    // Nothing in the format makes a writer align its data.
    const std::string header =
        R"({"x":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"F32","shape":[2],"data_offsets":[1,9]}})";
    lpd::writeFile(file("odd.safetensors"),
                   forge::safetensors(header, std::string("z").append(forge::floats({1.5f, -2.0f}))));
    const lpd::TensorBytes data = lpd::WeightFile::open(file("odd.safetensors"))->read("a");
    QCOMPARE(reinterpret_cast<std::uintptr_t>(data.bytes.data()) % 4, std::uintptr_t{0});
    QCOMPARE(valuesOf<float>(data), (std::vector<float>{1.5f, -2.0f}));
  }

  void roundsToNearestEven() {
    QCOMPARE(narrowed(1.0f, DType::BF16), 0x3f80);
    QCOMPARE(narrowed(std::bit_cast<float>(0x3f808000u), DType::BF16), 0x3f80);  // tie to even: down
    QCOMPARE(narrowed(std::bit_cast<float>(0x3f818000u), DType::BF16), 0x3f82);  // tie to even: up
    QCOMPARE(narrowed(std::bit_cast<float>(0x3f808001u), DType::BF16), 0x3f81);
    QCOMPARE(narrowed(std::numeric_limits<float>::max(), DType::BF16), 0x7f80);  // rounds up to infinity
    QCOMPARE(narrowed(1.0f, DType::F16), 0x3c00);
    QCOMPARE(narrowed(65504.0f, DType::F16), 0x7bff);
    QCOMPARE(narrowed(65519.0f, DType::F16), 0x7bff);
    QCOMPARE(narrowed(65520.0f, DType::F16), 0x7c00);
    QCOMPARE(narrowed(-0x1p-24f, DType::F16), 0x8001);
    QCOMPARE(narrowed(0x1p-25f, DType::F16), 0x0000);  // tie to even
    QCOMPARE(narrowed(0x1.8p-24f, DType::F16), 0x0002);
    QCOMPARE(narrowed(0x1.ffcp-15f, DType::F16), 0x0400);  // the tie above the largest subnormal
    QCOMPARE(narrowed(-0.0f, DType::F16), 0x8000);
    const float nan = std::numeric_limits<float>::quiet_NaN();
    QVERIFY(std::isnan(valuesOf<float>(lpd::convert(lpd::convert(bytesOf<float>({nan}), DType::F32, DType::F16),
                                                    DType::F16, DType::F32))
                           .front()));
  }

  void roundsDoublesOnceNotTwice() {
    // Through float this would first become the tie 1 + 2^-8 and then round down.
    const double justAbove = 1.0 + 0x1p-8 + 0x1p-40;
    const auto brain = valuesOf<std::uint16_t>(lpd::convert(bytesOf<double>({justAbove}), DType::F64, DType::BF16));
    QCOMPARE(brain.front(), 0x3f81);
  }

  void floatsRoundLikeTheDoublesTheyAre() {
    // The two have separate code. Upper halves of the bits in full, lower ones around every tie.
    std::vector<float> values;
    for (std::uint32_t high = 0; high < 0x10000; ++high)
      for (const std::uint32_t low : {0x0000u, 0x0001u, 0x0fffu, 0x1000u, 0x1001u, 0x7fffu, 0x8000u, 0x8001u, 0xffffu})
        values.push_back(std::bit_cast<float>(high << 16 | low));
    std::erase_if(values, [](float value) { return std::isnan(value); });
    const std::vector<double> doubles(values.begin(), values.end());
    for (const DType type : {DType::F16, DType::BF16}) {
      const auto fromFloat = lpd::convert(bytesOf(values), DType::F32, type);
      const auto fromDouble = lpd::convert(bytesOf(doubles), DType::F64, type);
      QVERIFY(std::equal(fromFloat.bytes.begin(), fromFloat.bytes.end(), fromDouble.bytes.begin()));
    }
  }

  void everyHalfAndBrainFloatSurvivesTheWayThroughFloat() {
    std::vector<std::uint16_t> all(65536);
    for (std::size_t i = 0; i < all.size(); ++i)
      all[i] = static_cast<std::uint16_t>(i);
    for (const DType type : {DType::F16, DType::BF16}) {
      const lpd::TensorBytes wide = lpd::convert(bytesOf(all), type, DType::F32);
      const auto values = valuesOf<float>(wide);
      const auto back = valuesOf<std::uint16_t>(lpd::convert(wide, DType::F32, type));
      for (std::size_t i = 0; i < all.size(); ++i)
        if (!std::isnan(values[i])) QCOMPARE(back[i], all[i]);
    }
  }

  void convertsNoIntegers() {
    QVERIFY_EXCEPTION_THROWN(lpd::convert(bytesOf<int>({1}), DType::I32, DType::F32), lpd::Error);
    QVERIFY_EXCEPTION_THROWN(lpd::convert(bytesOf<float>({1}), DType::F32, DType::I32), lpd::Error);
  }

  void hashesLikeTheStandard() {
    // FIPS 180-4 examples; the million letters cross every block boundary.
    const std::pair<std::string, const char*> examples[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
        {std::string(1'000'000, 'a'), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"}};
    for (const auto route : {lpd::weights::Sha256::Route::Fastest, lpd::weights::Sha256::Route::Portable}) {
      for (const auto& [text, digest] : examples) {
        for (const std::size_t piece : {std::size_t{1} << 20, std::size_t{61}}) {
          lpd::weights::Sha256 hash(route);
          for (std::size_t at = 0; at < text.size(); at += piece)
            hash.add(std::as_bytes(std::span(text).subspan(at, std::min(piece, text.size() - at))));
          QCOMPARE(hash.finish(), std::string(digest));
        }
      }
    }
    lpd::writeFile(file("abc"), "abc");
    QCOMPARE(lpd::sha256File(file("abc")), std::string(examples[1].second));
  }
};

QTEST_APPLESS_MAIN(TestSafetensors)
#include "test_safetensors.moc"
