#include "forge/container_forge.h"
#include "forge/pickle_forge.h"
#include "weights/sha256.h"

#include <lpd/error.h>
#include <lpd/files.h>
#include <lpd/weights.h>

#include <QTemporaryDir>
#include <QtTest>

#include <cstring>

using forge::ForgedTensor;
using lpd::DType;

namespace {

/// One digest for all weights of a file: names in order, each followed by its bytes.
std::string digest(const lpd::WeightFile& file) {
  std::map<std::string, lpd::TensorBytes> sorted;
  for (const lpd::TensorInfo& info : file.tensors())
    sorted[info.name] = file.read(info.name);
  lpd::weights::Sha256 hash;
  for (const auto& [name, data] : sorted) {
    const std::string line = name + "\n";
    hash.add(std::as_bytes(std::span(line)));
    hash.add(data.bytes);
  }
  return hash.finish();
}

std::vector<float> floatsOf(const lpd::TensorBytes& data) {
  std::vector<float> values(data.bytes.size() / sizeof(float));
  std::memcpy(values.data(), data.bytes.data(), data.bytes.size());
  return values;
}

const std::string kEight = forge::floats({0, 1, 2, 3, 4, 5, 6, 7});

}  // namespace

class TestCheckpoint : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;

  std::unique_ptr<lpd::WeightFile> openForged(const std::string& bytes) const {
    const std::filesystem::path path = folder_.filePath("forged.pth").toStdString();
    lpd::writeFile(path, bytes);
    return lpd::WeightFile::open(path);
  }

 private Q_SLOTS:
  void everyContainerHoldsTheSameWeights_data() {
    // Digests made with Python's own pickle and zipfile modules.
    const char* weights = "eef8e8b282a68a3ee90f3d9871ff760250f8719a2ad1af83827bb12856d13fc1";
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("tensors");
    QTest::addColumn<QString>("expected");
    QTest::newRow("zip") << "lpd_a.pth" << 46 << weights;
    QTest::newRow("bare") << "lpd_a_bare.pth" << 46 << weights;
    QTest::newRow("training") << "lpd_a_training.pth" << 46 << weights;
    QTest::newRow("legacy") << "lpd_a_legacy.pth" << 46 << weights;
    QTest::newRow("bf16") << "lpd_a_bf16.pth" << 46
                          << "66f849aebad0d65af94b4d90e476bbc4decbab4756d0cd251c21b445e4ab8c3b";
    QTest::newRow("tokenizer") << "vq_a.pt" << 240
                               << "635a1b4431f1abfc2b2d69e5d5c8de8b40f4c2ec1dc6e1b17e3ac8ab3cac84e6";
  }
  void everyContainerHoldsTheSameWeights() {
    QFETCH(QString, file);
    QFETCH(int, tensors);
    QFETCH(QString, expected);
    const auto opened = lpd::WeightFile::open(LPD_TEST_DATA "/golden/" + file.toStdString());
    QCOMPARE(static_cast<int>(opened->tensors().size()), tensors);
    QCOMPARE(QString::fromStdString(digest(*opened)), expected);
  }

  void bf16WeightsAreTheRoundedOnes() {
    const auto full = lpd::WeightFile::open(LPD_TEST_DATA "/golden/lpd_a.pth");
    const auto rounded = lpd::WeightFile::open(LPD_TEST_DATA "/golden/lpd_a_bf16.pth");
    for (const lpd::TensorInfo& info : full->tensors()) {
      const lpd::TensorInfo* other = rounded->find(info.name);
      QVERIFY(other);
      QVERIFY(other->type == DType::BF16);
      QCOMPARE(other->shape, info.shape);
      const lpd::TensorBytes expected = lpd::convert(full->read(info.name), DType::F32, DType::BF16);
      const lpd::TensorBytes actual = rounded->read(info.name);
      QVERIFY(std::equal(expected.bytes.begin(), expected.bytes.end(), actual.bytes.begin(), actual.bytes.end()));
    }
  }

  void tellsContainersByContent() {
    using lpd::WeightFormat;
    QVERIFY(lpd::WeightFile::open(LPD_TEST_DATA "/golden/lpd_a.pth")->format() == WeightFormat::TorchZip);
    QVERIFY(lpd::WeightFile::open(LPD_TEST_DATA "/golden/lpd_a_legacy.pth")->format() == WeightFormat::TorchLegacy);
  }

  void ignoresWhatATrainingRunLeavesBehind() {
    const auto file = lpd::WeightFile::open(LPD_TEST_DATA "/golden/lpd_a_training.pth");
    QCOMPARE(file->metadata().at("entry"), std::string("model"));
    QCOMPARE(file->metadata().at("epoch"), std::string("3"));
    QVERIFY(!file->find("exp_avg"));
  }

  void gathersViewsThatAreNotContiguous() {
    const ForgedTensor transposed{.storageElements = 8, .shape = {2, 4}, .strides = {1, 2}};
    const auto file = openForged(forge::torchZip(forge::stateDict({transposed}), {kEight}));
    QCOMPARE(floatsOf(file->read("w")), (std::vector<float>{0, 2, 4, 6, 1, 3, 5, 7}));
  }

  void readsPartsOfSharedStorages() {
    const ForgedTensor first{.name = "a", .storageElements = 8, .shape = {3}, .strides = {1}};
    const ForgedTensor second{.name = "b", .storageElements = 8, .offset = 3, .shape = {1, 5}, .strides = {99, 1}};
    const ForgedTensor empty{.name = "c", .storageElements = 8, .shape = {0, 7}, .strides = {7, 1}};
    const auto file = openForged(forge::torchZip(forge::stateDict({first, second, empty}), {kEight}));
    QCOMPARE(floatsOf(file->read("b")), (std::vector<float>{3, 4, 5, 6, 7}));
    QCOMPARE(floatsOf(file->read("a")), (std::vector<float>{0, 1, 2}));
    QCOMPARE(file->read("c").bytes.size(), std::size_t{0});
  }

  void readsEveryElementType_data() {
    QTest::addColumn<QString>("storage");
    QTest::addColumn<int>("elements");
    QTest::addColumn<QString>("type");
    QTest::newRow("f64") << "DoubleStorage" << 4 << "F64";
    QTest::newRow("f32") << "FloatStorage" << 8 << "F32";
    QTest::newRow("f16") << "HalfStorage" << 16 << "F16";
    QTest::newRow("bf16") << "BFloat16Storage" << 16 << "BF16";
    QTest::newRow("i64") << "LongStorage" << 4 << "I64";
    QTest::newRow("i32") << "IntStorage" << 8 << "I32";
    QTest::newRow("i16") << "ShortStorage" << 16 << "I16";
    QTest::newRow("i8") << "CharStorage" << 32 << "I8";
    QTest::newRow("u8") << "ByteStorage" << 32 << "U8";
    QTest::newRow("bool") << "BoolStorage" << 32 << "BOOL";
  }
  void readsEveryElementType() {
    QFETCH(QString, storage);
    QFETCH(int, elements);
    QFETCH(QString, type);
    const ForgedTensor tensor{.storageType = storage.toStdString(), .storageElements = elements, .shape = {elements}};
    const auto file = openForged(forge::torchZip(forge::stateDict({tensor}), {kEight}));
    QCOMPARE(std::string(lpd::toString(file->find("w")->type)), type.toStdString());
    const lpd::TensorBytes data = file->read("w");
    QCOMPARE(std::memcmp(data.bytes.data(), kEight.data(), kEight.size()), 0);
  }

  void readsParametersUntypedStoragesAndSizes() {
    forge::PickleForge pickle(4);
    pickle.raw("}(").text("parameter").global("torch._utils", "_rebuild_parameter").raw("(");
    forge::appendTensor(pickle, {.storageElements = 8, .shape = {8}}).raw("\x88").orderedDict().raw("tR");
    pickle.text("untyped").stackGlobal("torch._utils", "_rebuild_tensor_v3").raw("((").text("storage");
    pickle.stackGlobal("torch.storage", "UntypedStorage").text("1").text("cpu").integer(32).raw("tQ").integer(0);
    pickle.stackGlobal("torch", "Size").raw("(").integers({2, 4}).raw("tR").integers({4, 1}).raw("\x89");
    pickle.orderedDict().stackGlobal("torch", "float32").raw("tR");
    const auto file = openForged(forge::torchZip(pickle.raw("u").finish(), {kEight, kEight}));
    QCOMPARE(floatsOf(file->read("parameter")).back(), 7.0f);
    QCOMPARE(file->find("untyped")->shape, (std::vector<std::int64_t>{2, 4}));
    QCOMPARE(floatsOf(file->read("untyped")).back(), 7.0f);
  }

  void stripsTheNamesOfWrappers() {
    const ForgedTensor a{.name = "module._orig_mod.head.weight"};
    const ForgedTensor b{.name = "module._orig_mod.norm.weight"};
    const auto file = openForged(forge::torchZip(forge::stateDict({a, b}), {forge::floats({1, 2, 3, 4})}));
    QVERIFY(file->find("head.weight"));
    QVERIFY(file->find("norm.weight"));
  }

  void findsTheStateDictUnderItsUsualNames_data() {
    QTest::addColumn<QString>("entry");
    for (const char* entry : {"model", "state_dict", "ema", "model_ema"})
      QTest::newRow(entry) << entry;
  }
  void findsTheStateDictUnderItsUsualNames() {
    QFETCH(QString, entry);
    forge::PickleForge pickle;
    pickle.raw("}(").text("epoch").integer(7).text(entry.toStdString()).orderedDict().raw("(").text("w");
    forge::appendTensor(pickle, {}).raw("uu");
    const auto file = openForged(forge::torchZip(pickle.finish(), {forge::floats({1, 2, 3, 4})}));
    QCOMPARE(file->tensors().size(), std::size_t{1});
    QCOMPARE(file->metadata().at("entry"), entry.toStdString());
  }

  void refusesBigEndianFiles() {
    const std::string data = forge::floats({1, 2, 3, 4});
    const std::string big = forge::zip({{.name = "m/data.pkl", .data = forge::stateDict({{}})},
                                        {.name = "m/byteorder", .data = "big"},
                                        {.name = "m/data/0", .data = data}});
    QVERIFY_EXCEPTION_THROWN(openForged(big), lpd::Error);
    const std::string little = forge::zip({{.name = "m/data.pkl", .data = forge::stateDict({{}})},
                                           {.name = "m/byteorder", .data = "little"},
                                           {.name = "m/data/0", .data = data}});
    QCOMPARE(floatsOf(openForged(little)->read("w")).back(), 4.0f);
  }
};

QTEST_APPLESS_MAIN(TestCheckpoint)
#include "test_checkpoint.moc"
