#include "forge/container_forge.h"
#include "forge/pickle_forge.h"
#include "fuzz/hostile_files.h"

#include <lpd/error.h>
#include <lpd/files.h>
#include <lpd/model_info.h>
#include <lpd/weights.h>

#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

#include <random>

namespace fs = std::filesystem;

namespace {

const std::string kData = forge::floats({1, 2, 3, 4, 5, 6, 7, 8});

std::string goodSafetensors() {
  return forge::safetensors(
      R"({"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},)"
      R"("b":{"dtype":"BF16","shape":[8],"data_offsets":[16,32]}})",
      kData);
}

std::string goodZip() {
  return forge::torchZip(forge::stateDict({{.name = "a", .storageElements = 8, .shape = {2, 4}, .strides = {1, 2}},
                                           {.name = "b", .storageElements = 8, .offset = 4}}),
                         {kData});
}

/// One to four damages: a flipped bit, a byte replaced, bytes removed, bytes copied from elsewhere in the file.
std::string damaged(std::string bytes, std::mt19937& random) {
  const auto place = [&] { return random() % bytes.size(); };
  for (unsigned left = 1 + random() % 4; left > 0 && !bytes.empty(); --left) {
    switch (random() % 4) {
      case 0:
        bytes[place()] ^= static_cast<char>(1 << random() % 8);
        break;
      case 1:
        bytes[place()] = static_cast<char>(random());
        break;
      case 2:
        bytes.erase(place(), 1 + random() % 8);
        break;
      default:
        bytes.insert(place(), bytes.substr(place(), 1 + random() % 16));
        break;
    }
  }
  return bytes;
}

}  // namespace

/// Damage at random, from fixed seeds: whatever comes in, the answer is lpd::Error or a valid result.
class TestRandomDamage : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  fs::path path(const std::string& name) const { return fs::path(folder_.path().toStdString()) / name; }

 private Q_SLOTS:
  void survivesDamagedWeightFiles_data() {
    QTest::addColumn<QByteArray>("good");
    QTest::newRow("safetensors") << QByteArray::fromStdString(goodSafetensors());
    QTest::newRow("zip") << QByteArray::fromStdString(goodZip());
    QTest::newRow("legacy") << QByteArray::fromStdString(fuzz::legacyCheckpoint());
  }
  void survivesDamagedWeightFiles() {
    QFETCH(QByteArray, good);
    QVERIFY(fuzz::readWeights(path("w"), good.toStdString()).accepted);
    std::mt19937 random(20260719);
    int refused = 0;
    for (int i = 0; i < 2000; ++i)
      refused += !fuzz::readWeights(path("w"), damaged(good.toStdString(), random)).accepted;
    QVERIFY(refused > 1000);
  }

  void survivesDamagedPicklesInSoundContainers() {
    // A zip's checksums hide the pickle from random damage, so the damage is done before packing.
    const std::string pickle =
        forge::stateDict({{.name = "a", .storageElements = 8, .shape = {2, 4}, .strides = {4, 1}}});
    std::mt19937 random(7);
    int accepted = 0;
    for (int i = 0; i < 4000; ++i)
      accepted += fuzz::readWeights(path("w"), forge::torchZip(damaged(pickle, random), {kData})).accepted;
    QVERIFY(accepted > 0);
    QVERIFY(accepted < 2000);
  }

  void survivesRandomOpcodes() {
    const std::string opcodes =
        "(012JKMNQRTUXabcd}ehijl]oqrst)uGBC\x81\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8f\x90\x91\x92\x93\x94\x96";
    std::mt19937 random(11);
    for (int i = 0; i < 4000; ++i) {
      forge::PickleForge pickle(static_cast<int>(2 + random() % 4));
      for (unsigned left = random() % 60; left > 0; --left) {
        switch (random() % 6) {
          case 0:
            pickle.global("collections", "OrderedDict");
            break;
          case 1:
            pickle.global("torch._utils", "_rebuild_tensor_v2");
            break;
          case 2:
            pickle.storage("FloatStorage", "0", 8);
            break;
          case 3:
            pickle.text("model");
            break;
          default:
            pickle.byte(opcodes[random() % opcodes.size()]);
            break;
        }
      }
      fuzz::readWeights(path("w"), forge::torchZip(pickle.finish(), {kData}));
    }
  }

  void refusesEveryTruncationOfASafetensorsFile() {
    const std::string good = goodSafetensors();
    for (std::size_t size = 0; size < good.size(); ++size)
      QVERIFY2(!fuzz::readWeights(path("w"), good.substr(0, size)).accepted, std::to_string(size).c_str());
    const std::string released = lpd::readFile(LPD_TEST_DATA "/golden/golden_a.safetensors");
    for (std::size_t size = 0; size < 3300; ++size)
      QVERIFY(!fuzz::readWeights(path("w"), released.substr(0, size)).accepted);
    QVERIFY(!fuzz::readWeights(path("w"), released.substr(0, released.size() - 1)).accepted);
    QVERIFY(!fuzz::readWeights(path("w"), released + "x").accepted);
  }

  void refusesHeaderLengthsThatLie() {
    for (const std::uint64_t length :
         {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{1000}, std::uint64_t{99'999'999}, std::uint64_t{1} << 40,
          ~std::uint64_t{0}, ~std::uint64_t{0} - 7}) {
      std::string file = goodSafetensors();
      for (std::size_t i = 0; i < 8; ++i)
        file[i] = static_cast<char>(length >> (8 * i) & 0xff);
      QVERIFY(!fuzz::readWeights(path("w"), file).accepted);
    }
  }

  void refusesDeepHeaders() {
    const std::string deep = R"({"a":)" + std::string(3'000'000, '[');
    QVERIFY(!fuzz::readWeights(path("w"), forge::safetensors(deep, "")).accepted);
    std::string objects;
    for (int i = 0; i < 300'000; ++i)
      objects += R"({"a":)";
    QVERIFY(!fuzz::readWeights(path("w"), forge::safetensors(objects, "")).accepted);
  }

  void refusesWhatIsNoFile() {
    const auto refused = [](const fs::path& file, lpd::ErrorCode expected) {
      try {
        lpd::WeightFile::open(file);
      } catch (const lpd::Error& error) {
        return error.code() == expected;
      }
      return false;
    };
    QVERIFY(refused(path("absent"), lpd::ErrorCode::NotFound));
    QVERIFY(refused(path("absent/below"), lpd::ErrorCode::NotFound));
    QVERIFY(refused(folder_.path().toStdString(), lpd::ErrorCode::InvalidFile));
    QVERIFY(refused("/dev/zero", lpd::ErrorCode::InvalidFile));
    QCOMPARE(::mkfifo(path("pipe").c_str(), 0600), 0);
    QVERIFY(refused(path("pipe"), lpd::ErrorCode::InvalidFile));
    lpd::writeFile(path("empty"), "");
    QVERIFY(refused(path("empty"), lpd::ErrorCode::InvalidFile));
    lpd::writeFile(path("text"), "Dear diary, this is no checkpoint");
    QVERIFY(refused(path("text"), lpd::ErrorCode::InvalidFile));
    lpd::writeFile(path("picture"), "\x89PNG\r\n\x1a\n");
    QVERIFY(refused(path("picture"), lpd::ErrorCode::InvalidFile));
  }

  void survivesDamagedModelDescriptions() {
    lpd::ImportOptions options;
    options.transformer = LPD_TEST_DATA "/golden/lpd_a.pth";
    options.tokenizer = LPD_TEST_DATA "/golden/vq_a.pt";
    options.name = "golden";
    options.out = path("golden");
    const lpd::ModelInfo info = lpd::importModel(options).value();
    const std::string good = lpd::readFile(info.folder / "model.json");
    std::mt19937 random(3);
    int accepted = 0;
    for (int i = 0; i < 2000; ++i) {
      fuzz::writeBytes(info.folder / "model.json", damaged(good, random));
      try {
        const lpd::ModelInfo read = lpd::readModelInfo(info.folder);
        QVERIFY(read.transformer == info.transformer);
        QCOMPARE(read.classNames.size(), info.classNames.size());
        ++accepted;
      } catch (const lpd::Error&) {
      }
    }
    QVERIFY(accepted > 0);
  }
};

QTEST_APPLESS_MAIN(TestRandomDamage)
#include "test_random_damage.moc"
