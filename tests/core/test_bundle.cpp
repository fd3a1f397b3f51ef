#include "weights/released_models.h"

#include <lpd/error.h>
#include <lpd/files.h>
#include <lpd/inspect.h>
#include <lpd/model_info.h>
#include <lpd/request.h>
#include <lpd/weights.h>

#include <QTemporaryDir>
#include <QtTest>

#include <cstring>
#include <functional>
#include <limits>
#include <set>

namespace fs = std::filesystem;
using lpd::DType;
using lpd::ErrorCode;

namespace {

const fs::path kGolden = LPD_TEST_DATA "/golden";

/// Runs `action`, which must throw lpd::Error; returns "what | hint".
QString errorOf(const std::function<void()>& action, ErrorCode* code = nullptr) {
  try {
    action();
  } catch (const lpd::Error& error) {
    if (code) *code = error.code();
    return QString::fromStdString(std::string(error.what()) + " | " + error.hint());
  }
  return "no error";
}

lpd::ModelInfo namedClasses(std::vector<std::string> names) {
  lpd::ModelInfo info;
  info.classNames = std::move(names);
  return info;
}

}  // namespace

class TestBundle : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<QTemporaryDir> folder_;

  fs::path path(const std::string& name) const { return fs::path(folder_->path().toStdString()) / name; }
  QStringList leftovers() const {
    return QDir(folder_->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
  }

  lpd::ImportOptions golden(const std::string& name = "golden") const {
    lpd::ImportOptions options;
    options.transformer = kGolden / "lpd_a.pth";
    options.tokenizer = kGolden / "vq_a.pt";
    options.name = name;
    options.out = path(name);
    return options;
  }

  fs::path text(const std::string& name, const std::string& content) const {
    lpd::writeFile(path(name), content);
    return path(name);
  }

  /// The golden file as safetensors, after `change`.
  fs::path changed(const char* file, const std::function<void(std::vector<lpd::NamedTensor>&)>& change) const {
    const auto source = lpd::WeightFile::open(kGolden / file);
    std::vector<lpd::NamedTensor> tensors;
    for (const lpd::TensorInfo& info : source->tensors())
      tensors.push_back({info, source->read(info.name)});
    change(tensors);
    lpd::writeSafetensors(path("changed.safetensors"), tensors);
    return path("changed.safetensors");
  }

  static lpd::NamedTensor& tensor(std::vector<lpd::NamedTensor>& tensors, const std::string& name) {
    for (lpd::NamedTensor& candidate : tensors)
      if (candidate.info.name == name) return candidate;
    throw std::logic_error(name);
  }

 private Q_SLOTS:
  void init() { folder_ = std::make_unique<QTemporaryDir>(); }
  void cleanup() { folder_.reset(); }

  void tellsDimensionsFromShapes() {
    const lpd::TransformerConfig transformer = lpd::inferTransformer(*lpd::WeightFile::open(kGolden / "lpd_a.pth"));
    QVERIFY(transformer == (lpd::TransformerConfig{128, 3, 2, 512, 10, 512, 64}));
    const lpd::TokenizerConfig tokenizer = lpd::inferTokenizer(*lpd::WeightFile::open(kGolden / "vq_a.pt"));
    const lpd::TokenizerConfig expected{32, {1, 1, 2, 2, 2}, {1, 1, 2, 2, 2}, 1, 2, 32, 512, 8, 32};
    QVERIFY(tokenizer == expected);
    QCOMPARE(tokenizer.stride(), 16);
  }

  void decoderLevelsAreNumberedFromTheLowestResolution() {
    lpd::TokenizerConfig lopsided{16, {1, 2, 4}, {1, 3, 5}, 2, 3, 24, 64, 4, 8};
    std::vector<lpd::NamedTensor> tensors;
    for (lpd::TensorInfo& info : lpd::tokenizerTensors(lopsided)) {
      const auto zeros = std::make_shared<std::vector<std::byte>>(info.bytes());
      tensors.push_back({info, {*zeros, zeros}});
    }
    lpd::writeSafetensors(path("t.safetensors"), tensors);
    const auto file = lpd::WeightFile::open(path("t.safetensors"));
    QCOMPARE(file->find("decoder.conv_blocks.0.res.1.conv1.weight")->shape[0], 16 * 5);
    QVERIFY(file->find("decoder.conv_blocks.0.attn.2.q.weight"));
    QVERIFY(lpd::inferTokenizer(*file, 8) == lopsided);
    QVERIFY(errorOf([&] { lpd::inferTokenizer(*file, 32); }).contains("vq_num_groups"));
  }

  void namesTheFirstTensorThatDoesNotFit() {
    const auto complaint = [&](const char* file, const std::function<void(std::vector<lpd::NamedTensor>&)>& change) {
      const auto opened = lpd::WeightFile::open(changed(file, change));
      const bool transformer = QString(file).startsWith("lpd");
      return errorOf([&] { transformer ? void(lpd::inferTransformer(*opened)) : void(lpd::inferTokenizer(*opened)); });
    };
    const auto drop = [](const std::string& name) {
      return [name](std::vector<lpd::NamedTensor>& tensors) {
        std::erase_if(tensors, [&](const lpd::NamedTensor& tensor) { return tensor.info.name == name; });
      };
    };
    QVERIFY(complaint("lpd_a.pth", drop("blocks.1.norm2.bias")).contains("'blocks.1.norm2.bias' is missing"));
    QVERIFY(complaint("lpd_a.pth", drop("class_emb.weight")).contains("'class_emb.weight' is missing"));
    QVERIFY(complaint("vq_a.pt", drop("decoder.mid.1.q.weight")).contains("'decoder.mid.1.q.weight' is missing"));
    QVERIFY(complaint("lpd_a.pth", [](auto& all) {
              all.push_back({{"rope.freqs", DType::F32, {0}}, {}});
            }).contains("'rope.freqs' is surplus"));
    QVERIFY(complaint("lpd_a.pth", [](auto& all) {
              all.push_back({{"blocks.99999999999.x", DType::F32, {0}}, {}});
            }).contains("'blocks.99999999999.x' is not expected"));
    QVERIFY(complaint("lpd_a.pth", [](auto& all) {
              tensor(all, "head.weight").info.shape = {128, 512};
            }).contains("'head.weight' has the shape [128, 512] where [512, 128] is expected"));
    QVERIFY(complaint("lpd_a.pth", [](auto& all) {
              tensor(all, "pos_embed").info.shape = {65, 128};
            }).contains("'pos_embed' has the shape [65, 128] where 3 sides"));
    QVERIFY(complaint("lpd_a.pth", [](auto& all) {
              tensor(all, "norm.bias").info.type = DType::I32;
            }).contains("'norm.bias' has the dtype I32"));
  }

  void saysWhenTheTwoFilesAreSwapped() {
    const auto transformer = lpd::WeightFile::open(kGolden / "lpd_a.pth");
    const auto tokenizer = lpd::WeightFile::open(kGolden / "vq_a.pt");
    QVERIFY(errorOf([&] { lpd::inferTransformer(*tokenizer); }).contains("this file is a tokenizer"));
    QVERIFY(errorOf([&] { lpd::inferTokenizer(*transformer); }).contains("this file is a transformer"));
  }

  void refusesHeadsThatDoNotDivideTheWidth() {
    const auto file = lpd::WeightFile::open(kGolden / "lpd_a.pth");
    QCOMPARE(lpd::inferTransformer(*file, 4).heads, 4);
    ErrorCode code{};
    errorOf([&] { lpd::inferTransformer(*file, 3); }, &code);
    QVERIFY(code == ErrorCode::Usage);
  }

  void importsEveryContainerToTheSameBundle() {
    const lpd::ModelInfo reference = lpd::importModel(golden()).value();
    for (const std::string variant : {"bare", "training", "legacy"}) {
      lpd::ImportOptions options = golden(variant);
      options.transformer = kGolden / ("lpd_a_" + variant + ".pth");
      const lpd::ModelInfo info = lpd::importModel(options).value();
      QCOMPARE(info.transformerSha256, reference.transformerSha256);
      QVERIFY(info.transformer == reference.transformer);
    }
    QCOMPARE(lpd::sha256File(reference.transformerFile()), reference.transformerSha256);
    QCOMPARE(lpd::sha256File(reference.tokenizerFile()), reference.tokenizerSha256);
  }

  void importsTheBf16VariantToTheRoundedWeights() {
    lpd::ImportOptions options = golden("bf16");
    options.transformer = kGolden / "lpd_a_bf16.pth";
    const lpd::ModelInfo rounded = lpd::importModel(options).value();
    const auto actual = lpd::WeightFile::open(rounded.transformerFile());
    const auto source = lpd::WeightFile::open(kGolden / "lpd_a.pth");
    for (const lpd::TensorInfo& info : source->tensors()) {
      const lpd::TensorBytes brain = lpd::convert(source->read(info.name), DType::F32, DType::BF16);
      const lpd::TensorBytes expected = lpd::convert(brain, DType::BF16, DType::F32);
      const lpd::TensorBytes found = actual->read(info.name);
      QVERIFY(std::equal(expected.bytes.begin(), expected.bytes.end(), found.bytes.begin(), found.bytes.end()));
    }
  }

  void storesMatricesInTheAskedTypeAndVectorsAndCodebookInF32() {
    for (const DType type : {DType::F16, DType::BF16}) {
      lpd::ImportOptions options = golden(std::string(lpd::toString(type)));
      options.type = type;
      const lpd::ModelInfo info = lpd::importModel(options).value();
      const auto transformer = lpd::WeightFile::open(info.transformerFile());
      const auto tokenizer = lpd::WeightFile::open(info.tokenizerFile());
      QVERIFY(transformer->find("head.weight")->type == type);
      QVERIFY(transformer->find("norm.weight")->type == DType::F32);
      QVERIFY(tokenizer->find("encoder.conv_in.weight")->type == type);
      QVERIFY(tokenizer->find("quantize.embedding.weight")->type == DType::F32);
      QVERIFY(!tokenizer->find("quantize.codebook_used"));
    }
  }

  void aBundleRemembersWhatItWasToldAndIsReadBack() {
    lpd::ImportOptions options = golden();
    options.config = text("config.json", R"({"decoder_num_heads": 4, "vq_num_groups": 16, "license": "MIT", "steps": 12,
      "cfg": 3.5, "temperature": 0.8, "repulsion": 3, "growth": 2.5, "cfg_schedule": "steps", "title": "Tiny \u00e9",
      "class_names": ["a","b","c","d","e","f","g","h","i","j"]})");
    const lpd::ModelInfo info = lpd::importModel(options).value();
    QCOMPARE(info.transformer.heads, 4);
    QCOMPARE(info.tokenizer.normGroups, 16);
    QCOMPARE(info.license, std::string("MIT"));
    QCOMPARE(info.title, std::string("Tiny \u00e9"));
    QVERIFY(info.recommended == (lpd::RecommendedSettings{12, 3.5, lpd::GuidanceSchedule::Steps, 0.8, 3, 2.5}));
    QCOMPARE(info.imageSize, 128);
    QVERIFY(info.grid == (lpd::Grid{8, 8}));
    QCOMPARE(info.classNames.back(), std::string("j"));
    QCOMPARE(info.parameters, std::uint64_t{736256 + 1475499 - 65536});
    QCOMPARE(info.weightBytes, fs::file_size(info.transformerFile()) + fs::file_size(info.tokenizerFile()));
    options = golden("override");
    options.config = path("config.json");
    options.heads = 8;
    options.classes = text("classes.txt", "k0\r\nk1\nk2\nk3\nk4\nk5\nk6\nk7\nk8\nk9");
    const lpd::ModelInfo other = lpd::importModel(options).value();
    QCOMPARE(other.transformer.heads, 8);
    QCOMPARE(other.classNames.front(), std::string("k0"));
  }

  void aThousandClassesAreImagenetsWhereNothingElseIsSaid() {
    const auto widened = changed("lpd_a.pth", [](auto& all) {
      const auto zeros = std::make_shared<std::vector<std::byte>>(1000 * 128 * sizeof(float));
      tensor(all, "class_emb.weight") = {{"class_emb.weight", DType::F32, {1000, 128}}, {*zeros, zeros}};
    });
    lpd::ImportOptions options = golden("thousand");
    options.transformer = widened;
    const lpd::ModelInfo info = lpd::importModel(options).value();
    QCOMPARE(info.classNames.size(), std::size_t{1000});
    QCOMPARE(info.classNames[0], std::string("tench"));
    QCOMPARE(info.classNames[207], std::string("golden retriever"));
    QCOMPARE(info.classNames[388], std::string("giant panda"));
    QCOMPARE(info.classNames[999], std::string("toilet tissue"));
    QCOMPARE((std::set<std::string>(info.classNames.begin(), info.classNames.end()).size()), std::size_t{1000});
    QCOMPARE(info.classIndex("volcano"), 980);
    options = golden("ten");
    QCOMPARE(lpd::importModel(options)->classNames[3], std::string("class 3"));
  }

  void aReleasedModelIsKnownByItsDimensions() {
    const auto of = [](int width, int depth, int classes, int pixels) {
      return lpd::weights::releasedModel({width, depth, width / 64, 4 * width, classes, 16384, 256}, pixels);
    };
    QCOMPARE(of(1024, 24, 1000, 256).title, std::string("LPD-L 256"));
    QCOMPARE(of(1280, 36, 1000, 512).title, std::string("LPD-XL 512"));
    QCOMPARE(of(1536, 48, 1000, 256).title, std::string("LPD-XXL 256"));
    QVERIFY(of(1024, 24, 10, 256).title.empty());
    QVERIFY(of(1024, 12, 1000, 256).title.empty());
    QVERIFY(of(1024, 12, 1000, 256).recommended == lpd::RecommendedSettings{});
  }

  void aReleasedModelIsAdvisedAsItWasEvaluated_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("depth");
    QTest::addColumn<int>("pixels");
    QTest::addColumn<int>("steps");
    QTest::addColumn<double>("cfg");
    QTest::addColumn<double>("repulsion");
    QTest::newRow("LPD-L 256") << 1024 << 24 << 256 << 20 << 4.8 << 2.0;
    QTest::newRow("LPD-XL 256") << 1280 << 36 << 256 << 20 << 4.9 << 2.0;
    QTest::newRow("LPD-XXL 256") << 1536 << 48 << 256 << 20 << 5.9 << 3.0;
    QTest::newRow("LPD-L 512") << 1024 << 24 << 512 << 48 << 7.3 << 4.0;
    QTest::newRow("LPD-XL 512") << 1280 << 36 << 512 << 48 << 6.0 << 4.0;
    QTest::newRow("LPD-XXL 512, of which nothing is published") << 1536 << 48 << 512 << 48 << 5.9 << 4.0;
  }
  void aReleasedModelIsAdvisedAsItWasEvaluated() {
    QFETCH(int, width);
    QFETCH(int, depth);
    QFETCH(int, pixels);
    const lpd::RecommendedSettings advice =
        lpd::weights::releasedModel({width, depth, width / 64, 4 * width, 1000, 16384, 256}, pixels).recommended;
    QTEST(advice.steps, "steps");
    QTEST(advice.cfg, "cfg");
    QTEST(advice.repulsion, "repulsion");
    QCOMPARE(advice.temperature, 1.0);
  }

  void importsSafetensorsToo() {
    const lpd::ModelInfo first = lpd::importModel(golden()).value();
    lpd::ImportOptions options = golden("again");
    options.transformer = first.transformerFile();
    options.tokenizer = first.tokenizerFile();
    QCOMPARE(lpd::importModel(options).value().transformerSha256, first.transformerSha256);
  }

  void reportsProgressUpToOne() {
    double last = 0;
    bool rises = true;
    lpd::importModel(golden(), [&](double fraction, const std::string&) {
      rises = rises && fraction >= last;
      last = fraction;
    });
    QVERIFY(rises);
    QCOMPARE(last, 1.0);
  }

  void leavesNothingWhenStopped() {
    std::stop_source stop;
    lpd::ImportOptions options = golden();
    options.out = path("new/folders/golden");
    const auto result = lpd::importModel(
        options, [&](double fraction, const std::string&) { fraction > 0.5 ? void(stop.request_stop()) : void(); },
        stop.get_token());
    QVERIFY(!result);
    QCOMPARE(leftovers(), QStringList());
  }

  void leavesNothingWhenItFails_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("unknown key") << R"({"heads": 2})"
                                 << "unknown key 'heads' | known keys: decoder_num_heads";
    QTest::newRow("wrong type") << R"({"license": 2})"
                                << "'license' is no text";
    QTest::newRow("out of range") << R"({"temperature": -1})"
                                  << "'temperature' is no number from 0";
    QTest::newRow("no JSON") << "{"
                             << "not valid JSON";
    QTest::newRow("no object") << "[1]"
                               << "no JSON object";
    QTest::newRow("class count") << R"({"class_names": ["a"]})"
                                 << "names 1 classes; the model has 10";
    QTest::newRow("steps") << R"({"steps": 65})"
                           << "more than the model's 64 tokens";
    QTest::newRow("heads") << R"({"decoder_num_heads": 3})"
                           << "3 attention heads";
    QTest::newRow("groups") << R"({"vq_num_groups": 5})"
                            << "vq_num_groups";
    QTest::newRow("said twice") << R"({"steps": 12, "cfg": 2, "steps": 20})"
                                << "'steps' stands there twice";
  }
  void leavesNothingWhenItFails() {
    QFETCH(QString, what);
    QFETCH(QString, complaint);
    lpd::ImportOptions options = golden();
    options.config = text("config.json", what.toStdString());
    const QString error = errorOf([&] { lpd::importModel(options); });
    QVERIFY2(error.contains(complaint), qPrintable(error));
    QCOMPARE(leftovers(), QStringList{"config.json"});
  }

  void refusesWeightsThatNoFormatCanHold() {
    lpd::ImportOptions options = golden();
    options.type = DType::F16;
    options.transformer = changed("lpd_a.pth", [](auto& all) {
      auto values = std::make_shared<std::vector<float>>(512 * 128, 70000.0f);
      tensor(all, "head.weight").data = {std::as_bytes(std::span(*values)), values};
    });
    QVERIFY(errorOf([&] { lpd::importModel(options); }).contains("'head.weight' has a value"));
    options.type = DType::BF16;
    QVERIFY(lpd::importModel(options));
    options = golden("nan");
    options.transformer = changed("lpd_a.pth", [](auto& all) {
      auto values = std::make_shared<std::vector<float>>(128, std::numeric_limits<float>::quiet_NaN());
      tensor(all, "norm.bias").data = {std::as_bytes(std::span(*values)), values};
    });
    QVERIFY(errorOf([&] { lpd::importModel(options); }).contains("'norm.bias' has a value"));
  }

  void replacesOnlyModelsAndOnlyWhenForced() {
    lpd::ImportOptions options = golden();
    lpd::importModel(options);
    QVERIFY(errorOf([&] { lpd::importModel(options); }).contains("exists already | add --force"));
    options.force = true;
    options.title = "second";
    QCOMPARE(lpd::importModel(options)->title, std::string("second"));
    QCOMPARE(leftovers(), QStringList{"golden"});
    fs::create_directory(path("photos"));
    text("photos/holiday.jpg", "x");
    options.out = path("photos");
    QVERIFY(errorOf([&] { lpd::importModel(options); }).contains("no model"));
    QVERIFY(fs::exists(path("photos/holiday.jpg")));
    options.out = text("file", "x");
    QVERIFY(errorOf([&] { lpd::importModel(options); }).contains("is a file"));
  }

  void refusesUnusableNames() {
    for (const char* name : {"", ".hidden", "a/b", "a b", "\u00e9", "..", "a\nb"}) {
      lpd::ImportOptions options = golden();
      options.name = name;
      QVERIFY(errorOf([&] { lpd::importModel(options); }).contains("cannot be used"));
    }
  }

  void saysWhichKeyOfModelJsonIsWrong() {
    const lpd::ModelInfo info = lpd::importModel(golden()).value();
    const std::string good = lpd::readFile(info.folder / "model.json");
    const auto complaint = [&](const std::string& from, const std::string& to) {
      std::string bad = good;
      const std::size_t at = bad.find(from);
      if (at == std::string::npos) return QString("no " + QString::fromStdString(from));
      bad.replace(at, from.size(), to);
      lpd::writeFile(info.folder / "model.json", bad);
      return errorOf([&] { lpd::readModelInfo(info.folder); });
    };
    QVERIFY(complaint("\"heads\": 2", "\"heads\": \"two\"").contains("'transformer.heads' is no whole number"));
    QVERIFY(complaint("\"depth\": 3", "\"depths\": 3").contains("'transformer.depth' is missing"));
    QVERIFY(complaint("\"width\": 128", "\"width\": 256").contains("does not describe transformer.safetensors"));
    QVERIFY(complaint("\"norm_groups\": 32", "\"norm_groups\": 7").contains("GroupNorm groups"));
    QVERIFY(complaint("\"image_size\": 128", "\"image_size\": 64").contains("'image_size'"));
    QVERIFY(complaint("\"class 9\"", "\"class 9\", \"class 10\"").contains("11 names for 10 classes"));
    QVERIFY(complaint("lpd-model", "other").contains("'format'"));
    QVERIFY(complaint("\"version\": 1", "\"version\": 2").contains("newer version"));
    QVERIFY(complaint("{", "{{").contains("not valid JSON"));
    lpd::writeFile(info.folder / "model.json", good);
    fs::resize_file(info.tokenizerFile(), 1000);
    QVERIFY(errorOf([&] { lpd::readModelInfo(info.folder); }).contains("tokenizer.safetensors"));
  }

  void findsClassesByNameIndexAndFragment() {
    const lpd::ModelInfo info =
        namedClasses({"tench, Tinca tinca", "goldfish", "sailboat", "City at Night", "crane", "crane"});
    QCOMPARE(info.classIndex("3"), 3);
    QCOMPARE(info.classIndex("GOLDFISH"), 1);
    QCOMPARE(info.classIndex("tench"), 0);
    QCOMPARE(info.classIndex("tinca tinca"), 0);
    QCOMPARE(info.classIndex("sail"), 2);
    QCOMPARE(info.classIndex("night"), 3);
    QCOMPARE(info.classIndex("none"), lpd::kUnconditional);
    QCOMPARE(info.className(lpd::kUnconditional), std::string("unconditional"));
    QVERIFY(errorOf([&] { info.classIndex("crane"); }).contains("'crane' (4), 'crane' (5)"));
    QVERIFY(errorOf([&] { info.classIndex("sialboat"); }).contains("did you mean 'sailboat'"));
    QVERIFY(errorOf([&] { info.classIndex("6"); }).contains("no class '6'"));
    QVERIFY(errorOf([&] { info.classIndex("-2"); }).contains("no class"));
    QVERIFY(errorOf([&] { info.classIndex("99999999999999999999"); }).contains("no class"));
    QVERIFY(errorOf([&] { info.classIndex(""); }).contains("no class ''"));
    ErrorCode code{};
    errorOf([&] { info.classIndex("zzz"); }, &code);
    QVERIFY(code == ErrorCode::NotFound);
  }

  void findsModelsInSearchOrder() {
    lpd::ImportOptions options = golden();
    options.out = path("first/golden");
    options.title = "first";
    lpd::importModel(options);
    options.out = path("second/golden");
    options.title = "second";
    lpd::importModel(options);
    fs::create_directories(path("second/broken"));
    text("second/broken/model.json", "{}");
    fs::create_directories(path("second/.golden-import"));
    const lpd::ModelSearchPath where{{path("nowhere"), path("first"), path("second")}};
    const std::vector<lpd::ModelEntry> entries = lpd::listModels(where);
    QCOMPARE(entries.size(), std::size_t{2});
    QCOMPARE(entries[0].info->title, std::string("first"));
    QVERIFY(!entries[1].info && QString::fromStdString(entries[1].problem).contains("model.json"));
    QCOMPARE(lpd::findModel("golden", where).title, std::string("first"));
    QCOMPARE(lpd::findModel(path("second/golden").string(), where).title, std::string("second"));
    QVERIFY(errorOf([&] { lpd::findModel("golde", where); }).contains("did you mean 'golden'"));
    QVERIFY(errorOf([&] { lpd::findModel("", where); }).contains("'scenes-256'"));
    QVERIFY(errorOf([&] { lpd::findModel("broken", where); }).contains("model.json"));
    QVERIFY(errorOf([&] { lpd::findModel(path("nowhere").string(), where); }).contains("no model"));
  }

  void looksWhereTheEnvironmentSays() {
    qputenv("LPD_MODELS", "/one:/two");
    qputenv("XDG_DATA_HOME", "/data");
    const lpd::ModelSearchPath where = lpd::ModelSearchPath::standard("/extra");
    const std::vector<fs::path> start{"/extra", "/one", "/two", "/data/lpd-studio/models"};
    QVERIFY(where.folders.size() > start.size());
    QVERIFY(std::equal(start.begin(), start.end(), where.folders.begin()));
    qunsetenv("LPD_MODELS");
    qunsetenv("XDG_DATA_HOME");
  }

  void findsTheModelsOfTheTreeItWasBuiltIn() {
    const std::vector<fs::path> folders = lpd::ModelSearchPath::standard().folders;
    QVERIFY(std::find(folders.begin(), folders.end(), fs::weakly_canonical(LPD_RESOURCES "/models")) != folders.end());
  }

  void inspectsFilesWithoutKnowingThem() {
    const lpd::Inspection training = lpd::inspect(kGolden / "lpd_a_training.pth");
    QCOMPARE(training.files.size(), std::size_t{1});
    QVERIFY(training.files[0].format == lpd::WeightFormat::TorchZip);
    QCOMPARE(training.files[0].elements, std::uint64_t{736256});
    QCOMPARE(training.files[0].transformer->depth, 3);
    QVERIFY(!training.files[0].tokenizer);
    QCOMPARE(training.files[0].sha256, lpd::sha256File(kGolden / "lpd_a_training.pth"));
    const lpd::Inspection outputs = lpd::inspect(kGolden / "golden_a.safetensors");
    QVERIFY(!outputs.files[0].transformer && !outputs.files[0].tokenizer);
    QVERIFY(outputs.files[0].tensors.size() > 20);
  }

  void inspectsBundlesAndNoticesExchangedWeights() {
    const lpd::ModelInfo info = lpd::importModel(golden()).value();
    const lpd::Inspection whole = lpd::inspect(info.folder);
    QCOMPARE(whole.files.size(), std::size_t{2});
    QCOMPARE(whole.model->name, std::string("golden"));
    QVERIFY(whole.problems.empty());
    std::string bytes = lpd::readFile(info.tokenizerFile());
    bytes.back() = static_cast<char>(bytes.back() ^ 1);
    lpd::writeFile(info.tokenizerFile(), bytes);
    const lpd::Inspection touched = lpd::inspect(info.folder);
    QCOMPARE(touched.problems.size(), std::size_t{1});
    QVERIFY(QString::fromStdString(touched.problems[0]).contains("tokenizer.safetensors"));
  }
};

QTEST_APPLESS_MAIN(TestBundle)
#include "test_bundle.moc"
