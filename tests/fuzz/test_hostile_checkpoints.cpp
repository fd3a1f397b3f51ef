#include "forge/container_forge.h"
#include "forge/pickle_forge.h"
#include "fuzz/hostile_files.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using forge::ForgedTensor;
using forge::PickleForge;

namespace {

const std::string kData = forge::floats({1, 2, 3, 4});

std::string readFixture(const char* name) {
  std::ifstream file(std::string(LPD_TEST_DATA "/golden/") + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

/// Checkpoints made to run code, to exhaust memory or to reach outside their storages.
class TestHostileCheckpoints : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;

  fuzz::Outcome read(const std::string& bytes) const {
    return fuzz::readWeights(folder_.filePath("hostile.pth").toStdString(), bytes);
  }
  fuzz::Outcome readPickle(const std::string& pickle) const { return read(forge::torchZip(pickle, {kData})); }
  fuzz::Outcome readTensor(const ForgedTensor& tensor) const { return readPickle(forge::stateDict({tensor})); }

 private Q_SLOTS:
  void theForgedFilesAreValidToBeginWith() {
    QVERIFY(readTensor({}).accepted);
    QVERIFY(read(fuzz::legacyCheckpoint()).accepted);
  }

  void neverRunsWhatAPickleNames_data() {
    QTest::addColumn<QByteArray>("pickle");
    QTest::addColumn<QString>("named");
    const std::string command = "touch " + folder_.filePath("was_run").toStdString();
    const auto add = [](const char* row, const PickleForge& pickle, const char* named) {
      QTest::newRow(row) << QByteArray::fromStdString(PickleForge(pickle).finish()) << named;
    };
    add("GLOBAL REDUCE", PickleForge().global("os", "system").raw("(").text(command).raw("tR"), "os.system");
    add("posix", PickleForge().global("posix", "system").raw("(").text(command).raw("tR"), "posix.system");
    add("STACK_GLOBAL", PickleForge(4).stackGlobal("builtins", "eval").raw("(").text("1").raw("tR"), "builtins.eval");
    add("nested name", PickleForge(4).stackGlobal("os", "path.join").raw(")R"), "os.path.join");
    add("NEWOBJ", PickleForge().global("subprocess", "Popen").raw("(").text(command).raw("t\x81"), "subprocess.Popen");
    add("NEWOBJ_EX", PickleForge(4).global("subprocess", "Popen").raw(")}\x92"), "subprocess.Popen");
    add("INST", PickleForge().raw("(").text(command).raw("ios\nsystem\n"), "os.system");
    add("OBJ", PickleForge().raw("(").global("os", "system").text(command).raw("o"), "os.system");
    add("BUILD", PickleForge().global("types", "SimpleNamespace").raw(")R}b"), "types.SimpleNamespace");
    add("only named", PickleForge().raw("}").text("x").global("builtins", "exec").raw("s"), "builtins.exec");
    add("beside weights", PickleForge().raw("}").text("model").raw("}s").text("x").global("nt", "system").raw("s"),
        "nt.system");
    add("getattr", PickleForge().global("builtins", "getattr"), "builtins.getattr");
    add("torch.load", PickleForge().global("torch.serialization", "load"), "torch.serialization.load");
    add("nested load", PickleForge().global("torch.storage", "_load_from_bytes"), "torch.storage._load_from_bytes");
    add("a module", PickleForge().global("torch.nn.modules.linear", "Linear"), "torch.nn.modules.linear.Linear");
    add("numpy", PickleForge().global("numpy.core.multiarray", "scalar"), "numpy.core.multiarray.scalar");
    add("near miss", PickleForge().global("torch._utils", "_rebuild_tensor_v"), "torch._utils._rebuild_tensor_v");
    add("wrong module", PickleForge().global("os", "OrderedDict"), "os.OrderedDict");
    add("line break", PickleForge(4).stackGlobal("os\n", "system"), "os?.system");
  }
  void neverRunsWhatAPickleNames() {
    QFETCH(QByteArray, pickle);
    QFETCH(QString, named);
    const std::string object = pickle.toStdString();
    for (const std::string& file : {forge::torchZip(object, {kData}), fuzz::legacyCheckpoint(object, "", "")}) {
      const fuzz::Outcome outcome = read(file);
      QVERIFY(!outcome.accepted);
      QVERIFY2(QString::fromStdString(outcome.complaint).contains("'" + named + "'"), outcome.complaint.c_str());
      QVERIFY(QString::fromStdString(outcome.complaint).contains("not run"));
    }
    QVERIFY(!QFile::exists(folder_.filePath("was_run")));
  }

  void boundsWhatAPickleCanGrowTo() {
    // Lists of lists, doubling each time: 2^60 elements if anybody unfolded them. As data they are 60 short lists.
    PickleForge laughs;
    laughs.raw("]q").byte(0).raw("0");
    for (int i = 0; i < 60; ++i)
      laughs.raw("]q").byte(i + 1).raw("(h").byte(i).raw("h").byte(i).raw("e0");
    laughs.raw("}(").text("joke").raw("h").byte(60).text("w");
    forge::appendTensor(laughs, {});
    QVERIFY(readPickle(laughs.raw("u").finish()).accepted);

    // A list that holds itself.
    QVERIFY(!readPickle(PickleForge().raw("]q").byte(0).raw("h").byte(0).raw("a").finish()).accepted);

    // A dict built again and again from one long list of pairs.
    PickleForge copies;
    copies.raw("](");
    for (int i = 0; i < 1000; ++i)
      copies.raw("NN\x86");
    copies.raw("e\x85q").byte(0);
    for (int i = 0; i < 100000; ++i)
      copies.global("collections", "OrderedDict").raw("h").byte(0).raw("R");
    QVERIFY(readPickle(copies.finish()).complaint.find("list items") != std::string::npos);

    QVERIFY(readPickle(PickleForge().raw(std::string(5'000'000, 'N')).finish()).complaint.find("opcodes") !=
            std::string::npos);
    QVERIFY(!readPickle(PickleForge().raw(std::string(900'000, '(')).finish()).accepted);
    QVERIFY(!readPickle(PickleForge().raw(std::string(900'000, ']')).raw(std::string(899'999, 'a')).finish()).accepted);
    QVERIFY(!readPickle(PickleForge().raw("Nr").number(0xffffffff, 4).finish()).accepted);
  }

  void refusesMalformedPickles_data() {
    QTest::addColumn<QByteArray>("pickle");
    const auto row = [](const char* name, const std::string& bytes) {
      QTest::newRow(name) << QByteArray::fromStdString(bytes);
    };
    row("empty", "");
    row("no protocol", "}.");
    row("protocol 0", std::string("\x80\x00}.", 4));
    row("protocol 6", "\x80\x06}.");
    row("no stop", "\x80\x02}");
    row("empty stack", PickleForge().finish());
    row("two left", PickleForge().raw("}}").finish());
    row("open mark", PickleForge().raw("}(").finish());
    row("pop empty", PickleForge().raw("0}").finish());
    row("pop below mark", PickleForge().raw("}(R").finish());
    row("close nothing", PickleForge().raw("}u").finish());
    row("odd dict", PickleForge().raw("}(Nu").finish());
    row("append to dict", PickleForge().raw("}Na").finish());
    row("set item of list", PickleForge().raw("]NNs").finish());
    row("unknown memo", PickleForge().raw("h").byte(9).finish());
    row("call a list", PickleForge().raw("])R").finish());
    row("call without tuple", PickleForge().global("collections", "OrderedDict").raw("]R").finish());
    row("dict of numbers", PickleForge().global("collections", "OrderedDict").raw("(K\x01tR").finish());
    row("build a list", PickleForge().raw("]}b").finish());
    row("object without class", PickleForge().raw("(o").finish());
    row("names by numbers", PickleForge().raw("K\x01K\x01\x93").finish());
    row("text too long", PickleForge().raw("X").number(0xffffffff, 4).raw("abc").finish());
    row("text far too long", PickleForge().raw("\x8d").number(~0ull, 8).raw("abc").finish());
    row("frame too long", PickleForge(4).raw("\x95").number(~0ull, 8).raw("}").finish());
    row("name without end", PickleForge().raw("cos").finish());
    row("extension", PickleForge().raw("\x82\x01").finish());
    row("buffer", PickleForge(5).raw("\x97").finish());
    row("text opcode", PickleForge().raw("I01\n").finish());
    row("list on top", PickleForge().raw("]").finish());
    row("no tensors", PickleForge().raw("}").finish());
    PickleForge tensorOnTop;
    forge::appendTensor(tensorOnTop, {});
    row("tensor on top", tensorOnTop.finish());
  }
  void refusesMalformedPickles() {
    QFETCH(QByteArray, pickle);
    QVERIFY(!readPickle(pickle.toStdString()).accepted);
  }

  void refusesTensorsThatReachOutsideTheirStorage_data() {
    QTest::addColumn<QString>("complaint");
    QTest::addColumn<QByteArray>("pickle");
    const auto row = [](const char* name, const ForgedTensor& tensor, const char* complaint) {
      QTest::newRow(name) << complaint << QByteArray::fromStdString(forge::stateDict({tensor}));
    };
    const std::int64_t huge = std::numeric_limits<std::int64_t>::max();
    row("too long", {.shape = {5}, .strides = {1}}, "outside its storage");
    row("offset", {.offset = 1}, "outside its storage");
    row("negative offset", {.offset = -1}, "negative offset");
    row("huge offset", {.offset = huge}, "outside its storage");
    row("stride", {.shape = {2, 2}, .strides = {3, 1}}, "outside its storage");
    row("negative stride", {.shape = {4}, .strides = {-1}}, "negative stride");
    row("huge stride", {.shape = {3}, .strides = {huge}}, "outside its storage");
    row("broadcast", {.shape = {1000000000}, .strides = {0}}, "more elements than its storage");
    row("negative shape", {.shape = {-4}, .strides = {1}}, "impossible shape");
    row("product overflow", {.shape = {huge, huge}, .strides = {0, 0}}, "impossible shape");
    row("ranks differ", {.shape = {4}, .strides = {1, 1}}, "go with its shape");
    row("rank 17", {.shape = std::vector<std::int64_t>(17, 1), .strides = std::vector<std::int64_t>(17, 1)},
        "malformed size");
    row("storage too large", {.storageElements = 5}, "whose storage needs 20");
    row("storage too small", {.storageElements = 3, .shape = {3}}, "whose storage needs 12");
    row("negative storage", {.storageElements = -4}, "impossible size");
    row("huge storage", {.storageElements = huge}, "impossible size");
    row("wider type", {.storageType = "DoubleStorage"}, "whose storage needs 32");
    row("complex", {.storageType = "ComplexFloatStorage"}, "dtype that weights cannot have");
    row("quantised", {.storageType = "QInt8Storage"}, "'torch.QInt8Storage'");
    row("missing data", {.key = "7"}, "lacks the data of tensor 'w'");
    row("path", {.key = "../../../etc/passwd"}, "malformed storage key");
    row("absolute path", {.key = "/etc/passwd"}, "malformed storage key");
    row("empty key", {.key = ""}, "malformed storage key");
    row("control characters", {.name = "a\nb"}, "no plain text");
    row("no UTF-8", {.name = "\xff\xfe"}, "no plain text");
    row("no name", {.name = ""}, "no plain text");
  }
  void refusesTensorsThatReachOutsideTheirStorage() {
    QFETCH(QString, complaint);
    QFETCH(QByteArray, pickle);
    const fuzz::Outcome outcome = readPickle(pickle.toStdString());
    QVERIFY(!outcome.accepted);
    QVERIFY2(QString::fromStdString(outcome.complaint).contains(complaint), outcome.complaint.c_str());
  }

  void refusesContradictions() {
    const ForgedTensor a{.name = "a", .shape = {1}};
    const ForgedTensor b{.name = "b", .storageType = "IntStorage", .shape = {1}};
    QVERIFY(readPickle(forge::stateDict({a, b})).complaint.find("two different ways") != std::string::npos);
    QVERIFY(readPickle(forge::stateDict({a, a})).complaint.find("twice") != std::string::npos);
  }

  void refusesBrokenZips_data() {
    QTest::addColumn<QByteArray>("file");
    const std::string pickle = forge::stateDict({{}});
    const auto row = [&](const char* name, const std::vector<forge::ZipEntry>& entries) {
      QTest::newRow(name) << QByteArray::fromStdString(forge::zip(entries));
    };
    const forge::ZipEntry dataPkl{.name = "m/data.pkl", .data = pickle};
    const forge::ZipEntry weights{.name = "m/data/0", .data = kData};
    row("no data.pkl", {weights});
    row("data.pkl at the top", {{.name = "data.pkl", .data = pickle}, weights});
    row("data.pkl too deep", {{.name = "m/x/data.pkl", .data = pickle}, weights});
    row("two checkpoints", {dataPkl, weights, {.name = "n/data.pkl", .data = pickle}});
    row("entry twice", {dataPkl, dataPkl, weights});
    row("no storage", {dataPkl});
    row("storage elsewhere", {dataPkl, {.name = "n/data/0", .data = kData}});
    row("storage too short", {dataPkl, {.name = "m/data/0", .data = kData.substr(1)}});
    row("storage too long", {dataPkl, {.name = "m/data/0", .data = kData + "x"}});
    row("size beyond the file", {dataPkl, {.name = "m/data/0", .data = kData, .claimedSize = 1u << 30}});
    row("largest size", {dataPkl, {.name = "m/data/0", .data = kData, .claimedSize = 0xfffffffe}});
    row("offset beyond the file", {dataPkl, {.name = "m/data/0", .data = kData, .claimedOffset = 1u << 30}});
    row("offset of another entry", {dataPkl, {.name = "m/data/0", .data = kData, .claimedOffset = 0}});
    row("wrong checksum", {dataPkl, {.name = "m/data/0", .data = kData, .checksum = 1}});
    row("wrong checksum of the pickle", {{.name = "m/data.pkl", .data = pickle, .checksum = 1}, weights});
    row("compressed", {dataPkl, {.name = "m/data/0", .data = kData, .method = 8}});
    row("encrypted", {dataPkl, {.name = "m/data/0", .data = kData, .flags = 1}});
    row("TorchScript", {dataPkl, weights, {.name = "m/constants.pkl", .data = "x"}});
    row("empty", {});
  }
  void refusesBrokenZips() {
    QFETCH(QByteArray, file);
    QVERIFY(!read(file.toStdString()).accepted);
  }

  void refusesBrokenLegacyFiles_data() {
    QTest::addColumn<QByteArray>("file");
    const std::string object = forge::stateDict({{}});
    const std::string keys = PickleForge().raw("]").text("0").raw("a").finish();
    const std::string count("\x04\0\0\0\0\0\0\0", 8);
    const auto row = [](const char* name, const std::string& file) {
      QTest::newRow(name) << QByteArray::fromStdString(file);
    };
    row("wrong count", fuzz::legacyCheckpoint(object, keys, std::string("\x05\0\0\0\0\0\0\0", 8) + kData));
    row("no data", fuzz::legacyCheckpoint(object, keys, count));
    row("no keys", fuzz::legacyCheckpoint(object, PickleForge().raw("]").finish(), count + kData));
    row("keys no list", fuzz::legacyCheckpoint(object, PickleForge().raw("}").finish(), count + kData));
    row("unknown key",
        fuzz::legacyCheckpoint(object, PickleForge().raw("]").text("1").raw("a").finish(), count + kData));
    row("key twice", fuzz::legacyCheckpoint(object, PickleForge().raw("](").text("0").text("0").raw("e").finish(),
                                            count + kData + count + kData));
    row("number as key",
        fuzz::legacyCheckpoint(object, PickleForge().raw("]").integer(0).raw("a").finish(), count + kData));
    std::string bigEndian = fuzz::legacyCheckpoint();
    bigEndian.replace(bigEndian.find("\x88s"), 1, "\x89");
    row("big endian", bigEndian);
    std::string version = fuzz::legacyCheckpoint();
    version.replace(version.find("\xe9\x03"), 1, "\xe8");
    row("version", version);
  }
  void refusesBrokenLegacyFiles() {
    QFETCH(QByteArray, file);
    QVERIFY(!read(file.toStdString()).accepted);
  }

  void readsLegacyViewsInsideTheirStorageOnly() {
    const std::string keys = PickleForge().raw("]").text("0").raw("a").finish();
    const std::string data = std::string("\x04\0\0\0\0\0\0\0", 8) + kData;
    const auto view = [&](std::int64_t offset, std::int64_t elements) {
      PickleForge pickle;
      pickle.raw("}").text("w").global("torch._utils", "_rebuild_tensor_v2").raw("((").text("storage");
      pickle.global("torch", "FloatStorage").text("0").text("cpu").integer(4).raw("(").text("v").integer(offset);
      pickle.integer(elements).raw("ttQ").integer(0).integers({2}).integers({1}).raw("\x89").orderedDict().raw("tRs");
      return read(fuzz::legacyCheckpoint(pickle.finish(), keys, data)).accepted;
    };
    QVERIFY(view(2, 2));
    QVERIFY(!view(3, 1));
    QVERIFY(!view(3, 2));
    QVERIFY(!view(-1, 2));
    QVERIFY(!view(std::numeric_limits<std::int64_t>::max(), 2));
  }

  void refusesEveryTruncation() {
    for (const std::string& whole : {forge::torchZip(forge::stateDict({{}}), {kData}), fuzz::legacyCheckpoint()}) {
      QVERIFY(read(whole).accepted);
      for (std::size_t size = 0; size < whole.size(); ++size)
        QVERIFY2(!read(whole.substr(0, size)).accepted, std::to_string(size).c_str());
    }
  }

  void refusesTruncatedReleasedFiles() {
    for (const char* name : {"lpd_a_bf16.pth", "lpd_a_legacy.pth"}) {
      const std::string whole = readFixture(name);
      for (std::size_t i = 0; i < 100; ++i)
        QVERIFY(!read(whole.substr(0, whole.size() * i / 100)).accepted);
      QVERIFY(!read(whole.substr(0, whole.size() - 1)).accepted);
    }
  }
};

QTEST_APPLESS_MAIN(TestHostileCheckpoints)
#include "test_hostile_checkpoints.moc"
