#include <lpd/engine.h>
#include <lpd/error.h>
#include <lpd/files.h>
#include <lpd/image_record.h>
#include <lpd/request.h>
#include <lpd/trace.h>
#include <lpd/version.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

using namespace lpd;

namespace {

ModelInfo smallModel() {
  ModelInfo model;
  model.name = "tiny-64";
  model.grid = {4, 4};
  model.transformer.classCount = 3;
  model.classNames = {"sea, \"calm\"", "Blåbær\nwith a line break", "hill"};
  model.transformerSha256 = std::string(64, 'a');
  model.tokenizerSha256 = std::string(64, 'b');
  return model;
}

GenerationRequest smallRequest() {
  GenerationRequest request;
  request.classes = {2, 1, kUnconditional};
  request.seed = std::numeric_limits<std::uint64_t>::max() - 1;
  request.firstIndex = 40;
  request.plan.steps = 5;
  request.plan.proximity = 0.7071067811865476;
  request.plan.repulsion = 1.5;
  request.guidance = {4.8, GuidanceSchedule::Constant};
  request.sampling = {.temperature = 0.1, .topK = 100, .topP = 0.95};
  return request;
}

ImageRecord smallRecord(int image = 1) {
  const GroupSizes sizes = groupSizesFor(5, 16);
  std::vector<int> tokens(16);
  std::iota(tokens.begin(), tokens.end(), 16368);
  return makeRecord(smallModel(), smallRequest(), image, makeOrder({.grid = {4, 4}, .groupSizes = sizes}), sizes,
                    tokens);
}

// The record's JSON after one change.
std::string changed(const std::function<void(QJsonObject&)>& change) {
  ImageRecord record = smallRecord();
  record.seed = 7;  // QJson keeps 53 bits
  QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(toJson(record))).object();
  change(object);
  return QJsonDocument(object).toJson().toStdString();
}

QString faultOf(const std::string& json) {
  try {
    recordFromJson(json);
  } catch (const Error& error) {
    return error.code() == ErrorCode::InvalidFile ? QString::fromStdString(error.what()) : "another code";
  }
  return "none";
}

void setIn(QJsonObject& object, const char* outer, const char* key, const QJsonValue& value) {
  QJsonObject inner = object[QLatin1String(outer)].toObject();
  inner[QLatin1String(key)] = value;
  object[QLatin1String(outer)] = inner;
}

}  // namespace

class TestRecords : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void recordsWhatWasAskedForAndUsed() {
    const ImageRecord record = smallRecord();
    QCOMPARE(record.generator, std::string(generatorString()));
    QCOMPARE(record.classIndex, 1);
    QCOMPARE(record.className, smallModel().classNames[1]);
    QCOMPARE(record.index, 41);
    QCOMPARE(record.steps(), 5);
    QVERIFY(!record.customOrder);
    QCOMPARE(smallRecord(2).className, std::string("unconditional"));
    GenerationRequest request = smallRequest();
    request.plan.orders = {record.order};
    QVERIFY(makeRecord(smallModel(), request, 0, record.order, record.groupSizes, record.tokens).customOrder);
    QVERIFY_EXCEPTION_THROWN(smallRecord(3), Error);
    QVERIFY_EXCEPTION_THROWN(smallRecord(-1), Error);
  }

  void readsBackExactlyWhatItWrites() {
    for (int image = 0; image < 3; ++image) {
      for (OrderKind kind : kOrderKinds) {
        ImageRecord record = smallRecord(image);
        record.orderKind = kind;
        record.customOrder = image == 1;
        record.sampling.greedy = image == 2;
        record.guidance.schedule = kGuidanceSchedules[image];
        record.precision = std::array{Precision::Auto, Precision::Fp32, Precision::Bf16}[image];
        QVERIFY(recordFromJson(toJson(record)) == record);
      }
    }
    ImageRecord largest = smallRecord();
    largest.grid = {64, 64};
    largest.groupSizes = groupSizesFor(4096, 4096);
    largest.order = makeOrder({.kind = OrderKind::Random, .grid = {64, 64}});
    largest.tokens.assign(4096, 16383);
    QVERIFY(recordFromJson(toJson(largest)) == largest);
  }

  void ignoresMembersOfTheSameVersionItDoesNotKnow() {
    QCOMPARE(faultOf(changed([](QJsonObject& o) { o["comment"] = "hello"; })), QString("none"));
  }

  void precisionIsNotToldByRecordsFromBeforeItWas() {
    ImageRecord record = smallRecord();
    record.precision = Precision::Bf16;
    std::string json = toJson(record);
    const std::string told = "\"precision\":\"bf16\",";
    json.erase(json.find(told), told.size());
    QVERIFY(recordFromJson(json).precision == Precision::Auto);
  }

  void namesTheMemberThatIsMissing() {
    for (const char* key :
         {"version", "generator", "model", "class", "seed", "index", "grid", "order_kind", "proximity", "repulsion",
          "custom_order", "guidance", "sampling", "group_sizes", "order", "tokens"})
      QCOMPARE(faultOf(changed([&](QJsonObject& o) { o.remove(QLatin1String(key)); })),
               QString("the picture's record is broken: %1 is missing").arg(key));
  }

  void namesTheMemberOfAWrongType() {
    for (const char* key :
         {"version", "generator", "model", "class", "seed", "index", "grid", "order_kind", "proximity", "repulsion",
          "custom_order", "guidance", "sampling", "group_sizes", "order", "tokens"}) {
      for (const QJsonValue& value : {QJsonValue(), QJsonValue("many"), QJsonValue(1.5), QJsonValue(QJsonArray{"x"})}) {
        const QString fault = faultOf(changed([&](QJsonObject& o) { o[QLatin1String(key)] = value; }));
        const bool fits = fault == "none";
        const bool mayFit = (qstrcmp(key, "generator") == 0 && value.isString()) ||
                            (QByteArray("proximity repulsion").contains(key) && value.isDouble());
        QVERIFY2(fits ? mayFit : fault.contains(QLatin1String(key)), qPrintable(key + (": " + fault)));
      }
    }
  }

  void refusesContradictionsAndHostileValues_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char* fault, const std::function<void(QJsonObject&)>& change) {
      QTest::newRow(fault) << QByteArray::fromStdString(changed(change)) << QString(fault);
    };
    row("group_sizes sum to 17, not 16", [](QJsonObject& o) { o["group_sizes"] = QJsonArray{1, 16}; });
    row("an entry of group_sizes is out of range", [](QJsonObject& o) { o["group_sizes"] = QJsonArray{0, 16}; });
    row("order has 2 positions, not 16", [](QJsonObject& o) { o["order"] = QJsonArray{0, 1}; });
    row("an entry of order is out of range", [](QJsonObject& o) { o["order"] = QJsonArray{-1}; });
    row("there are 1 tokens for 16 positions", [](QJsonObject& o) { o["tokens"] = QJsonArray{3}; });
    row("an entry of tokens is out of range", [](QJsonObject& o) { o["tokens"] = QJsonArray{1e15}; });
    row("an entry of tokens is not a whole number", [](QJsonObject& o) { o["tokens"] = QJsonArray{1.5}; });
    row("grid is not a pair", [](QJsonObject& o) { o["grid"] = QJsonArray{4}; });
    row("grid is too long", [](QJsonObject& o) { o["grid"] = QJsonArray{4, 4, 4}; });
    row("an entry of grid is out of range", [](QJsonObject& o) { o["grid"] = QJsonArray{4, 65}; });
    row("order_kind is unknown", [](QJsonObject& o) { o["order_kind"] = "hilbert"; });
    row("proximity is out of range", [](QJsonObject& o) { o["proximity"] = -1; });
    row("index is out of range", [](QJsonObject& o) { o["index"] = -1; });
    row("index is out of range", [](QJsonObject& o) { o["index"] = std::numeric_limits<int>::max(); });
    row("seed is not a whole number of at least 0", [](QJsonObject& o) { o["seed"] = -1; });
    row("class.index is out of range", [](QJsonObject& o) { setIn(o, "class", "index", -2); });
    row("class.index is out of range", [](QJsonObject& o) { setIn(o, "class", "index", 2'000'000'000); });
    row("class.name is too long", [](QJsonObject& o) { setIn(o, "class", "name", QString(5000, 'x')); });
    row("model.sha256 is not a text", [](QJsonObject& o) { setIn(o, "model", "sha256", 12); });
    row("precision is unknown", [](QJsonObject& o) { o["precision"] = "auto"; });
    row("precision is not a text", [](QJsonObject& o) { o["precision"] = 32; });
    row("guidance.schedule is unknown", [](QJsonObject& o) { setIn(o, "guidance", "schedule", "cosine"); });
    row("sampling.top_p is out of range", [](QJsonObject& o) { setIn(o, "sampling", "top_p", 0); });
    row("sampling.top_k is out of range", [](QJsonObject& o) { setIn(o, "sampling", "top_k", -1); });
    row("version is out of range", [](QJsonObject& o) { o["version"] = 0; });
    const auto raw = [](const char* fault, const QByteArray& json) { QTest::newRow(fault) << json << QString(fault); };
    raw("it is not valid JSON", "{\"version\":1,");
    raw("it is not an object", "[1]");
    raw("it is nested too deeply", QByteArray(100000, '['));
    raw("it is too large", QByteArray((1 << 20) + 1, ' '));
  }
  void refusesContradictionsAndHostileValues() {
    QFETCH(QByteArray, json);
    QFETCH(QString, fault);
    QCOMPARE(faultOf(json.toStdString()), "the picture's record is broken: " + fault);
  }

  void refusesNumbersThatWouldWrapAround() {
    std::string json = toJson(smallRecord());
    const std::string tokens = "\"tokens\":[16368";
    json.replace(json.find(tokens), tokens.size(), "\"tokens\":[18446744073709551615");
    QVERIFY(faultOf(json).contains("tokens is out of range"));
    QVERIFY(faultOf("").contains("not valid JSON"));
    QVERIFY(faultOf("null").contains("not an object"));
    QVERIFY(faultOf("{\"version\":1e999}").contains("not valid JSON"));
    QVERIFY(faultOf(std::string("{\"generator\":\"\xff\"}")).contains("not valid JSON"));
  }

  void pointsToANewerProgramForANewerVersion() {
    try {
      recordFromJson(changed([](QJsonObject& o) { o["version"] = 2; }));
      QFAIL("accepted");
    } catch (const Error& error) {
      QCOMPARE(error.code(), ErrorCode::InvalidFile);
      QCOMPARE(error.hint(), std::string("open it with a newer LPD Studio"));
    }
  }

  void survivesEveryTruncation() {
    const std::string json = toJson(smallRecord());
    for (std::size_t length = 0; length < json.size(); ++length)
      QVERIFY(faultOf(json.substr(0, length)).contains("not valid JSON"));
  }

  void describesThePictureForOtherTools() {
    const std::string expected =
        "Blåbær with a line break\n"
        "Steps: 5, Order: lpd, Proximity: 0.7071067811865476, Repulsion: 1.5, CFG scale: 4.8, CFG schedule: constant, "
        "Temperature: 0.1, Top-k: 100, Top-p: 0.95, Seed: 18446744073709551614, Image index: 41, Tokens: 4x4, "
        "Model: tiny-64, Model hash: aaaaaaaaaa, Version: " +
        std::string(generatorString());
    QCOMPARE(parametersText(smallRecord()), expected);
    ImageRecord plain = smallRecord(0);
    plain.orderKind = OrderKind::Raster;
    plain.guidance = {};
    plain.sampling = {.greedy = true};
    plain.modelSha256.clear();
    QCOMPARE(
        parametersText(plain),
        "hill\nSteps: 5, Order: raster, CFG scale: 1, Sampler: greedy, Seed: 18446744073709551614, Image index: 40, "
        "Tokens: 4x4, Model: tiny-64, Version: " +
            std::string(generatorString()));
    plain.precision = Precision::Bf16;
    QVERIFY(parametersText(plain).find("Tokens: 4x4, Model: tiny-64, Precision: bf16, Version: ") != std::string::npos);
    plain.customOrder = true;
    QVERIFY(parametersText(plain).find("Order: custom") != std::string::npos);
  }

  void acceptsARequestThatFitsTheModel() {
    smallRequest().validate({4, 4}, 3);
    GenerationRequest request = smallRequest();
    request.plan.steps = 0;  // ignored beside explicit sizes
    request.plan.groupSizes = {1, 15};
    request.plan.orders = {makeOrder({.grid = {4, 4}})};
    request.validate({4, 4}, 3);
  }

  void refusesARequestFieldByField() {
    const double nan = std::nan("");
    const std::pair<const char*, std::function<void(GenerationRequest&)>> faults[] = {
        {"no image", [](GenerationRequest& r) { r.classes.clear(); }},
        {"no class 3",
         [](GenerationRequest& r) {
           r.classes = {0, 3};
         }},
        {"no class -2", [](GenerationRequest& r) { r.classes = {-2}; }},
        {"image index -1", [](GenerationRequest& r) { r.firstIndex = -1; }},
        {"too many images", [](GenerationRequest& r) { r.firstIndex = std::numeric_limits<int>::max(); }},
        {"in 0 steps", [](GenerationRequest& r) { r.plan.steps = 0; }},
        {"in 17 steps", [](GenerationRequest& r) { r.plan.steps = 17; }},
        {"sum to 15", [](GenerationRequest& r) { r.plan.groupSizes = {15}; }},
        {"proximity", [](GenerationRequest& r) { r.plan.proximity = -1; }},
        {"repulsion", [&](GenerationRequest& r) { r.plan.repulsion = nan; }},
        {"order 1 has 1 positions",
         [](GenerationRequest& r) {
           r.plan.orders = {makeOrder({.grid = {4, 4}}), {0}};
         }},
        {"guidance", [](GenerationRequest& r) { r.guidance.scale = -0.1; }},
        {"guidance", [](GenerationRequest& r) { r.guidance.scale = INFINITY; }},
        {"temperature", [](GenerationRequest& r) { r.sampling.temperature = -1; }},
        {"top-k", [](GenerationRequest& r) { r.sampling.topK = -1; }},
        {"top-p 0 ", [](GenerationRequest& r) { r.sampling.topP = 0; }},
        {"top-p 1.01 ", [](GenerationRequest& r) { r.sampling.topP = 1.01; }},
        {"top-p", [&](GenerationRequest& r) { r.sampling.topP = nan; }},
        {"batch size", [](GenerationRequest& r) { r.batchSize = -1; }},
    };
    for (const auto& [words, spoil] : faults) {
      GenerationRequest request = smallRequest();
      spoil(request);
      try {
        request.validate({4, 4}, 3);
        QFAIL(words);
      } catch (const Error& error) {
        QCOMPARE(error.code(), ErrorCode::Usage);
        QVERIFY2(QString(error.what()).contains(words), error.what());
        QVERIFY(!error.hint().empty());
      }
    }
  }

  void writesTracesOthersCanRead() {
    Trace trace;
    trace.plan = {.image = 3, .grid = {1, 3}, .order = {2, 0, 1}, .groupSizes = {1, 2}, .reasons = {}};
    trace.steps = {{.image = 3,
                    .step = 0,
                    .firstIndex = 0,
                    .positions = {2},
                    .tokens = {7},
                    .probability = {0.1f},
                    .entropy = {8.25f},
                    .alternatives = {{{7, 0.1f}, {9, 0.05f}}},
                    .elapsedMs = 1.5},
                   {.image = 3,
                    .step = 1,
                    .firstIndex = 1,
                    .positions = {0, 1},
                    .tokens = {5, 6},
                    .probability = {1.0f, 1e-30f},
                    .entropy = {0.0f, 3.0f},
                    .alternatives = {{}, {}},
                    .elapsedMs = 2}};
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("trace.json").toStdString();
    writeTraces(file, {trace, trace});
    const std::string text = readFile(file);
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(QByteArray::fromStdString(text), &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(root["version"].toInt(), 1);
    QCOMPARE(root["images"].toArray().size(), 2);
    const QJsonObject image = root["images"].toArray()[1].toObject();
    QCOMPARE(image["image"].toInt(), 3);
    QCOMPARE(image["grid"].toArray(), (QJsonArray{1, 3}));
    QCOMPARE(image["order"].toArray(), (QJsonArray{2, 0, 1}));
    QCOMPARE(image["group_sizes"].toArray(), (QJsonArray{1, 2}));
    const QJsonObject first = image["steps"].toArray()[0].toObject(), second = image["steps"].toArray()[1].toObject();
    QCOMPARE(first["probability"].toArray(), (QJsonArray{0.1}));
    QCOMPARE(first["entropy"].toArray(), (QJsonArray{8.25}));
    QCOMPARE(first["alternatives"].toArray()[0].toArray()[1].toArray(), (QJsonArray{9, 0.05}));
    QCOMPARE(first["ms"].toDouble(), 1.5);
    QCOMPARE(second["step"].toInt(), 1);
    QCOMPARE(second["positions"].toArray(), (QJsonArray{0, 1}));
    QCOMPARE(second["tokens"].toArray(), (QJsonArray{5, 6}));
    QCOMPARE(second["probability"].toArray()[1].toDouble(), 1e-30);
    writeTraces(file, {});
    QCOMPARE(QJsonDocument::fromJson(QByteArray::fromStdString(readFile(file))).object()["images"].toArray().size(), 0);
  }
};

QTEST_APPLESS_MAIN(TestRecords)
#include "test_records.moc"
