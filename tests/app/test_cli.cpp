#include <lpd/image_record.h>
#include <lpd/picture_io.h>

#include <QtCore>
#include <QtTest>

#include <sys/stat.h>
#include <unistd.h>

#include <cmath>
#include <csignal>
#include <numeric>

using namespace lpd;

namespace {

struct Outcome {
  int status = -1;
  QString out;
  QString err;

  QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

const QString kErrorLine = QStringLiteral("^lpd: error: [^\\n]+ \\(hint: [^\\n]+\\)\\n$");

QByteArray contentOf(const QString& file) {
  QFile reader(file);
  return reader.open(QIODevice::ReadOnly) ? reader.readAll() : QByteArray();
}

void put(const QString& file, const QByteArray& bytes) {
  QFile writer(file);
  QVERIFY(writer.open(QIODevice::WriteOnly));
  writer.write(bytes);
}

}  // namespace

/// `lpd` as scripts use it, on a tiny model of random weights imported from the fixtures: 8 x 8 patches, 10 classes.
class TestCli : public QObject {
  Q_OBJECT

  QTemporaryDir home_;
  QString bundle_;
  std::unique_ptr<QTemporaryDir> dir_;

  QString at(const QString& name) const { return dir_->filePath(name); }

  QProcessEnvironment environment() const {
    QProcessEnvironment values = QProcessEnvironment::systemEnvironment();
    values.insert("XDG_DATA_HOME", home_.filePath("data"));
    values.insert("XDG_CACHE_HOME", home_.filePath("cache"));
    values.remove("LPD_MODELS");
    return values;
  }

  Outcome run(const QStringList& arguments) const {
    QProcess process;
    process.setProcessEnvironment(environment());
    process.setWorkingDirectory(dir_ ? dir_->path() : home_.path());
    process.start(LPD_CLI, arguments);
    if (!process.waitForFinished(300000)) return {};
    const int status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {status, process.readAllStandardOutput(), process.readAllStandardError()};
  }

  /// Runs a command on the tiny model.
  Outcome lpd(QStringList arguments, const QStringList& more = {}) const {
    return run(arguments + QStringList{"--model", bundle_} + more);
  }

  Outcome generate(const QStringList& arguments) const {
    return lpd({"generate", "--steps", "6", "--precision", "fp32"}, arguments);
  }

  QStringList files() const {
    return QDir(dir_->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
  }

 private Q_SLOTS:
  void initTestCase() {
    bundle_ = home_.filePath("tiny");
    QByteArray classes;
    for (const char* name : {"ant", "bee", "cat", "dog, hound", "emu", "fox", "gnu", "hen", "ibis", "jay"})
      classes += QByteArray(name) + "\n";
    put(home_.filePath("classes.txt"), classes);
    const QString golden = QStringLiteral(LPD_TEST_DATA) + "/golden/";
    const Outcome made =
        run({"import", "--transformer", golden + "lpd_a.pth", "--tokenizer", golden + "vq_a.pt", "--classes",
             home_.filePath("classes.txt"), "--name", "tiny", "--out", bundle_, "--json"});
    QVERIFY2(made.status == 0, qPrintable(made.err));
    QCOMPARE(made.json()["classes"].toInt(), 10);
  }

  void init() { dir_ = std::make_unique<QTemporaryDir>(); }

  // Help, usage, errors ------------------------------------------------------------------------------------------

  void versionAndHelpAreOnStdout() {
    QVERIFY(run({"--version"}).out.startsWith("lpd 0."));
    const Outcome help = run({"--help"});
    QCOMPARE(help.status, 0);
    for (const char* command : {"generate", "replay", "order", "models", "import", "inspect", "encode", "decode",
                                "reconstruct", "dataset", "train", "evaluate"}) {
      QVERIFY2(help.out.contains(command), command);
      QCOMPARE(run({command, "--help"}).status, 0);
    }
    QVERIFY(help.err.isEmpty());
  }

  void everyOptionIsInTheManualAndTheCompletion() {
    const QString sources = QStringLiteral(LPD_TEST_DATA) + "/../installer/";
    const QString manual = QString(contentOf(sources + "man/lpd.1")).replace("\\-", "-");
    QVERIFY(!manual.isEmpty());
    int options = 0;
    for (const QString command :
         {"generate", "replay", "order", "models", "import", "inspect", "encode", "decode", "reconstruct",
          "dataset render", "dataset tokenize", "train tokenizer", "train transformer", "evaluate"}) {
      const QStringList words = command.split(' ');
      QVERIFY2(manual.contains(".SS lpd " + command), qPrintable(command));
      QProcess bash;
      bash.start("bash", {"-c", "source '" + sources + "completions/lpd'; COMP_WORDS=(lpd " + command +
                                    " --); COMP_CWORD=" + QString::number(words.size() + 1) +
                                    "; _lpd; echo \"${COMPREPLY[@]}\""});
      QVERIFY(bash.waitForFinished());
      const QStringList completed = QString(bash.readAllStandardOutput()).split(QRegularExpression("\\s+"));
      auto matches = QRegularExpression("^ +(?:-h,)?(--[a-z-]+)", QRegularExpression::MultilineOption)
                         .globalMatch(run(words + QStringList{"--help"}).out);
      QStringList known;
      while (matches.hasNext())
        known << matches.next().captured(1);
      for (const QString& option : known) {
        QVERIFY2(QRegularExpression("[ \",]" + option + "[ \"\\n]").match(manual).hasMatch(),
                 qPrintable(command + " " + option + " in the manual"));
        QVERIFY2(completed.contains(option), qPrintable(command + " " + option + " in the completion"));
      }
      for (const QString& option : completed)
        QVERIFY2(option.isEmpty() || known.contains(option), qPrintable(command + " has no " + option));
      options += static_cast<int>(known.size());
    }
    QVERIFY(options > 60);
  }

  void unknownWordsGetASuggestion() {
    const Outcome command = run({"genrate"});
    QCOMPARE(command.status, 2);
    QVERIFY(command.err.contains("did you mean 'generate'?"));
    const Outcome option = run({"generate", "--temprature", "1"});
    QCOMPARE(option.status, 2);
    QVERIFY(option.err.contains("did you mean '--temperature'?"));
    QVERIFY(run({"train", "transfomer"}).err.contains("did you mean 'train transformer'?"));
    for (const char* later : {"edit", "bench", "batch"})
      QCOMPARE(run({later}).status, 2);
  }

  void mistakesGetOneClearLine_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const QStringList& arguments, int status, const char* says) {
      QTest::newRow(name) << arguments << status << QString(says);
    };
    row("no command", {}, 2, "no command");
    row("unknown class", {"generate", "--class", "unicorn"}, 1, "unicorn");
    row("class out of range", {"generate", "--class", "10"}, 1, "10");
    row("steps 0", {"generate", "--steps", "0"}, 2, "step");
    row("steps above N", {"generate", "--steps", "65"}, 2, "65");
    row("steps no number", {"generate", "--steps", "many"}, 2, "many");
    row("group sizes that do not sum to N", {"generate", "--group-sizes", "[1,2,3]"}, 2, "sum to 6");
    row("group sizes no list", {"generate", "--group-sizes", "[1,two]"}, 2, "list of group sizes");
    row("steps and group sizes", {"generate", "--steps", "4", "--group-sizes", "[64]"}, 2, "--steps");
    row("count 0", {"generate", "--count", "0"}, 2, "--count");
    row("count beyond all numbers", {"generate", "--count", "99999999999999999999"}, 2, "from 1 to 1000000");
    row("count of orders", {"order", "--count", "99999999999999"}, 2, "from 1 to 1000000");
    row("count of a data set", {"dataset", "render", "--count", "99999999999999", "--out", "d"}, 2, "to 2147483648");
    row("temperature nan", {"generate", "--temperature", "nan"}, 2, "--temperature");
    row("temperature negative", {"generate", "--temperature", "-1"}, 2, "temperature");
    row("top-p 0", {"generate", "--top-p", "0"}, 2, "top-p");
    row("cfg inf", {"generate", "--cfg", "inf"}, 2, "--cfg");
    row("negative seed", {"generate", "--seed", "-1"}, 2, "--seed");
    row("seed beyond 64 bits", {"generate", "--seed", "18446744073709551616"}, 2, "--seed");
    row("unknown order", {"generate", "--order", "zigzag"}, 2, "zigzag");
    row("unknown schedule", {"generate", "--cfg-schedule", "cubic"}, 2, "cubic");
    row("int8", {"generate", "--precision", "int8"}, 2, "int8 is not part of this version");
    row("int8 for a data set",
        {"dataset", "tokenize", "--precision", "int8", "--data", "scenes", "--tokenizer", "t", "--out", "o"}, 2,
        "int8 is not part of this version");
    row("unknown precision", {"generate", "--precision", "fp7"}, 2, "fp7");
    row("unknown device", {"generate", "--device", "abacus"}, 2, "abacus");
    row("negative threads", {"generate", "--threads", "-2"}, 2, "threads");
    row("orders file missing", {"generate", "--orders-file", "none.json"}, 1, "none.json");
    row("orders file no permutation", {"generate", "--orders-file", "@repeated.json"}, 1, "repeated.json");
    row("orders file no JSON", {"generate", "--orders-file", "@text.json"}, 1, "text.json");
    row("one file for two pictures", {"generate", "--count", "2", "--out", "a.png"}, 2, "a.png");
    row("folder for a file", {"generate", "--sheet", "@folder"}, 2, "folder");
    row("folder for tokens", {"generate", "--tokens-out", "@folder"}, 2, "folder");
    row("unknown ending", {"generate", "--out", "a.bmp"}, 2, ".png");
    row("unknown animation", {"generate", "--animation", "a.avi"}, 2, ".gif");
    row("scale out of range", {"generate", "--animation", "a.gif", "--scale", "9"}, 2, "--scale");
    row("missing folder", {"generate", "--out", "nowhere/a.png"}, 1, "nowhere");
    row("existing output", {"generate", "--out", "@there.png"}, 1, "exists");
    row("same output twice", {"generate", "--out", "a.png", "--sheet", "a.png"}, 2, "two outputs");
    row("decode no tokens", {"decode", "@text.json", "--out", "a.png"}, 1, "text.json");
    row("decode wrong count", {"decode", "@short.json", "--out", "a.png"}, 1, "short.json");
    row("decode token out of range", {"decode", "@range.json", "--out", "a.png"}, 1, "99999");
    row("encode no picture", {"encode", "@text.json", "--tokens-out", "t.json"}, 1, "text.json");
    row("encode a folder", {"encode", "@folder", "--tokens-out", "t.json"}, 1, "folder");
    row("reconstruct missing", {"reconstruct", "none.png", "--out", "a.png"}, 1, "none.png");
    row("replay no record", {"replay", "@there.png", "--out", "a.png"}, 1, "record");
    row("too many arguments", {"decode", "a.json", "b.json", "--out", "a.png"}, 2, "b.json");
    row("argument after --", {"generate", "--", "--force"}, 2, "'--force' is one argument too many");
    row("unknown part of a command", {"dataset", "rendr"}, 2, "did you mean 'dataset render'?");
    row("part of a command missing", {"train"}, 2, "needs a command");
    row("nothing after =", {"generate", "--out=", "--json"}, 2, "--out has no value");
    row("nothing after = of a list", {"generate", "--class=", "ant"}, 2, "--class has no value");
    row("an option for a value", {"generate", "--out", "--force"}, 2, "--out has no value");
    row("empty picture name", {"generate", "--out", ""}, 2, "--out has no value");
    row("empty token file", {"generate", "--tokens-out", ""}, 2, "--tokens-out has no value");
    row("empty group sizes", {"generate", "--group-sizes", ""}, 2, "--group-sizes has no value");
    row("empty model", {"generate", "--model", ""}, 2, "--model has no value");
    row("empty drawing", {"order", "--svg", ""}, 2, "--svg has no value");
    row("empty argument", {"decode", "", "--out", "a.png"}, 2, "tokens has no value");
    row("tokens into a pipe", {"generate", "--tokens-out", "@pipe", "--force"}, 2, "a pipe");
    row("tokens into a device", {"generate", "--tokens-out", "/dev/null"}, 2, "a device");
    row("link to nothing", {"generate", "--tokens-out", "@astray"}, 1, "a link to a file that does not exist");
    row("file in a folder's place", {"generate", "--out", "@there.png/a.png"}, 1, "Not a directory");
    row("training into a file",
        {"train", "tokenizer", "--data", "scenes", "--config", "@recipe", "--out", "@text.json"}, 1,
        "a file is in the way");
    row("training where nothing can be written",
        {"train", "tokenizer", "--data", "scenes", "--config", "@recipe", "--out", "/proc/run"}, 1,
        "cannot make the folder /proc/run");
    row("no attention heads",
        {"import", "--transformer", "t", "--tokenizer", "t", "--name", "n", "--out", "o", "--heads", "0"}, 2,
        "--heads: '0'");
    row("evaluate steps 0", {"evaluate", "--steps", "0"}, 2, "step");
    row("evaluate steps above N", {"evaluate", "--steps", "4,65"}, 2, "65");
    row("evaluate an empty part", {"evaluate", "--steps", "2,,3"}, 2, "'2,,3' holds an empty value");
    row("evaluate cfg nan", {"evaluate", "--cfg", "nan"}, 2, "--cfg");
    row("evaluate cfg negative", {"evaluate", "--cfg", "-1"}, 2, "guidance");
    row("evaluate temperature negative", {"evaluate", "--temperature", "-1"}, 2, "temperature");
    row("evaluate top-k negative", {"evaluate", "--top-k", "-1"}, 2, "top-k");
    row("evaluate top-p 0", {"evaluate", "--top-p", "0"}, 2, "top-p");
    row("evaluate batch negative", {"evaluate", "--batch", "-1"}, 2, "--batch");
    row("evaluate without a judge", {"evaluate", "--judge-steps", "0"}, 2, "--judge-steps");
    row("evaluate into a file", {"evaluate", "--out", "@text.json"}, 1, "a file is in the way");
    row("evaluate nothing", {"evaluate", "--count", "0"}, 2, "--count");
  }

  void mistakesGetOneClearLine() {
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QString, says);
    const int count = 64;
    QJsonArray repeated, few;
    for (int i = 0; i < count; ++i)
      repeated.append(i == 5 ? 4 : i);
    put(at("repeated.json"), QJsonDocument(QJsonArray{repeated}).toJson());
    put(at("text.json"), "not JSON");
    put(at("short.json"), R"({"grid":[8,8],"tokens":[[1,2,3]]})");
    repeated[7] = 99999;
    put(at("range.json"),
        QJsonDocument(QJsonObject{{"grid", QJsonArray{8, 8}}, {"tokens", QJsonArray{repeated}}}).toJson());
    QDir(dir_->path()).mkdir("folder");
    put(at("recipe"), contentOf(LPD_RESOURCES "/training/tokenizer-tiny.json"));
    QCOMPARE(::mkfifo(qPrintable(at("pipe")), 0600), 0);
    QVERIFY(QFile::link("nowhere", at("astray")));
    writePicture(at("there.png").toStdString(), Image(128, 128));
    const QByteArray before = contentOf(at("there.png"));
    const QStringList had = files();

    arguments.replaceInStrings(QRegularExpression("^@"), dir_->path() + "/");
    const bool takesModel = !arguments.isEmpty() &&
                            !QStringList{"order", "dataset", "train", "import"}.contains(arguments[0]) &&
                            !arguments.contains("--");
    const Outcome outcome = takesModel ? lpd(arguments) : run(arguments);
    QCOMPARE(outcome.status, status);
    QVERIFY2(QRegularExpression(kErrorLine).match(outcome.err).hasMatch(), qPrintable(outcome.err));
    QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
    QVERIFY(outcome.out.isEmpty());
    QCOMPARE(files(), had);
    QCOMPARE(contentOf(at("there.png")), before);
  }

  void mistakesWithJsonLeaveStdoutEmpty() {
    const Outcome outcome = generate({"--class", "unicorn", "--json"});
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.out.isEmpty());
  }

  void anUnknownModelNamesTheKnownOnes() {
    const Outcome outcome = run({"generate", "--model", "nothing", "--models-dir", home_.path()});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains("nothing") && outcome.err.contains("tiny"), qPrintable(outcome.err));
  }

  void readOnlyFoldersAreRefusedBeforeWork() {
    if (::geteuid() == 0) QSKIP("root may write everywhere");
    QDir(dir_->path()).mkdir("locked");
    QFile::setPermissions(at("locked"), QFile::ReadOwner | QFile::ExeOwner);
    const Outcome outcome = generate({"--out", at("locked/a.png")});
    QCOMPARE(outcome.status, 1);
    QVERIFY(QRegularExpression(kErrorLine).match(outcome.err).hasMatch());
  }

  // generate -----------------------------------------------------------------------------------------------------

  void theUsualOutputIsAPictureInTheCurrentFolder() {
    const Outcome outcome = generate({"--class", "DOG, hound", "--seed", "7"});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
    QCOMPARE(files(), QStringList{"dog-hound-7-0.png"});
    QVERIFY(outcome.err.isEmpty());
    QCOMPARE(readPicture(at("dog-hound-7-0.png").toStdString()).width, 128);
  }

  void withoutAClassItIsUnconditional() {
    QCOMPARE(generate({"--seed", "1", "--quiet"}).out, QString());
    QCOMPARE(files(), QStringList{"unconditional-1-0.png"});
  }

  void classesCycleOverTheCount() {
    const QJsonObject json =
        generate({"--class", "ant,2,none", "--count", "5", "--seed", "3", "--out", "new/pictures", "--json"}).json();
    QStringList classes, names;
    for (const QJsonValue& image : json["images"].toArray()) {
      classes << image["class"].toString();
      names << QFileInfo(image["file"].toString()).fileName();
      QVERIFY(QFile::exists(at(image["file"].toString())));
    }
    QCOMPARE(classes, (QStringList{"ant", "cat", "unconditional", "ant", "cat"}));
    QCOMPARE(names, (QStringList{"ant-3-0.png", "cat-3-1.png", "unconditional-3-2.png", "ant-3-3.png", "cat-3-4.png"}));
  }

  void jsonHoldsWhatIsPromised() {
    const Outcome outcome = generate({"--class", "bee", "--out", "a.png", "--json"});
    const QJsonObject json = outcome.json();
    for (const char* key :
         {"images", "device", "precision", "threads", "steps", "seconds", "images_per_s", "peak_memory_bytes"})
      QVERIFY2(json.contains(key), key);
    for (const char* key : {"load", "plan", "transformer", "decode", "save", "total"})
      QVERIFY2(json["seconds"][key].isDouble(), key);
    const QJsonObject image = json["images"][0].toObject();
    for (const char* key : {"file", "class", "seed", "index"})
      QVERIFY2(image.contains(key), key);
    QCOMPARE(json["steps"].toInt(), 6);
    QCOMPARE(json["device"].toString(), QString("cpu"));
    QCOMPARE(json["precision"].toString(), QString("fp32"));
    QVERIFY(json["peak_memory_bytes"].toDouble() > 1e6);
    QVERIFY(outcome.err.isEmpty());
  }

  void thePngRecordsWhatWasAsked() {
    generate({"--class", "fox", "--seed", "11", "--cfg", "2.5", "--cfg-schedule", "constant", "--temperature", "0.7",
              "--top-k", "50", "--top-p", "0.9", "--order", "spiral", "--out", "a.png"});
    const auto record = readRecord(at("a.png").toStdString());
    QVERIFY(record.has_value());
    QCOMPARE(record->className, std::string("fox"));
    QCOMPARE(record->seed, std::uint64_t{11});
    QCOMPARE(record->steps(), 6);
    QVERIFY(record->orderKind == OrderKind::Spiral);
    QVERIFY(record->guidance == (GuidanceOptions{2.5, GuidanceSchedule::Constant}));
    QVERIFY(record->sampling == (SamplingOptions{0.7, 50, 0.9, false}));
    QVERIFY(readPictureText(at("a.png").toStdString()).at("parameters").starts_with("fox\n"));
  }

  void aRandomSeedIsPrintedAndRecorded() {
    const QString out = generate({"--class", "ant"}).out;
    const auto seed = QRegularExpression("seed (\\d+)").match(out);
    QVERIFY2(seed.hasMatch(), qPrintable(out));
    QCOMPARE(files(), QStringList{"ant-" + seed.captured(1) + "-0.png"});
  }

  void tokensDoNotDependOnBatchOrThreads() {
    const QStringList common{"--class", "ant,bee,cat", "--seed", "5", "--cfg", "3"};
    QVERIFY(generate(common + QStringList{"--batch", "1", "--threads", "1", "--tokens-out", "a.json"}).status == 0);
    QVERIFY(generate(common + QStringList{"--batch", "3", "--threads", "2", "--tokens-out", "b.json"}).status == 0);
    QCOMPARE(contentOf(at("a.json")), contentOf(at("b.json")));
    const QJsonObject json = QJsonDocument::fromJson(contentOf(at("a.json"))).object();
    QCOMPARE(json["grid"].toArray(), (QJsonArray{8, 8}));
    QCOMPARE(json["tokens"].toArray().size(), 3);
    QCOMPARE(json["orders"][2].toArray().size(), 64);
    QCOMPARE(json["group_sizes"].toArray().size(), 6);
    QCOMPARE(json["seeds"].toArray(), (QJsonArray{5, 5, 5}));
  }

  void stepsGrowAsTheyAreTold() {
    const auto sizes = [this](const QStringList& options) {
      const Outcome outcome = generate(QStringList{"--tokens-out", "t.json", "--force"} + options);
      if (outcome.status != 0) return outcome.err;
      QStringList words;
      for (const QJsonValue& size : QJsonDocument::fromJson(contentOf(at("t.json"))).object()["group_sizes"].toArray())
        words << QString::number(size.toInt());
      return words.join(' ');
    };
    const auto text = [](double growth) {
      QStringList words;
      for (const int size : groupSizesFor(6, 64, growth))
        words << QString::number(size);
      return words.join(' ');
    };
    QCOMPARE(sizes({}), text(0));
    QCOMPARE(sizes({"--growth", "3"}), text(3));
    QVERIFY(text(3) != text(0));
    QCOMPARE(generate({"--growth", "9"}).status, 2);
    QVERIFY(run({"order", "--grid", "8", "--steps", "6", "--growth", "-1"}).err.contains("grow by the power -1"));
  }

  void dataOutputsWriteNoPictures() {
    const Outcome outcome = generate({"--tokens-out", "t.json", "--logits-out", "l.safetensors", "--trace-out",
                                      "trace.json", "--count", "2", "--json"});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
    QCOMPARE(files(), (QStringList{"l.safetensors", "t.json", "trace.json"}));
    QVERIFY(outcome.json()["images"][0]["file"].isNull());
    const QJsonObject tensor = run({"inspect", "l.safetensors", "--json"}).json()["tensors"][0].toObject();
    QCOMPARE(tensor["name"].toString(), QString("logits"));
    QCOMPARE(tensor["dtype"].toString(), QString("F32"));
    QCOMPARE(tensor["shape"].toArray(), (QJsonArray{2, 64, 512}));
    QVERIFY(QJsonDocument::fromJson(contentOf(at("trace.json"))).isObject() ||
            QJsonDocument::fromJson(contentOf(at("trace.json"))).isArray());
  }

  void greedyTakesTheLargestLogit() {
    QVERIFY(generate({"--class", "2", "--greedy", "--tokens-out", "t.json", "--logits-out", "l.safetensors"}).status ==
            0);
    const QJsonObject json = QJsonDocument::fromJson(contentOf(at("t.json"))).object();
    const QByteArray file = contentOf(at("l.safetensors"));
    const auto* logits = reinterpret_cast<const float*>(file.constData() + file.size() - 64 * 512 * 4);
    for (int i = 0; i < 64; ++i) {
      const float* row = logits + i * 512;
      const auto best = static_cast<int>(std::max_element(row, row + 512) - row);
      QCOMPARE(json["tokens"][0][json["orders"][0][i].toInt()].toInt(), best);
    }
  }

  void ordersFromAFileAreTakenInTurn() {
    QVERIFY(
        run({"order", "--grid", "8", "--order", "halton", "--count", "2", "--seed", "9", "--out", "o.json"}).status ==
        0);
    const QJsonArray orders = QJsonDocument::fromJson(contentOf(at("o.json"))).array();
    QVERIFY(generate({"--count", "3", "--orders-file", "o.json", "--tokens-out", "t.json"}).status == 0);
    const QJsonArray used = QJsonDocument::fromJson(contentOf(at("t.json"))).object()["orders"].toArray();
    QCOMPARE(used, (QJsonArray{orders[0], orders[1], orders[0]}));
  }

  void existingOutputIsReplacedOnlyByForce() {
    QVERIFY(generate({"--out", "a.png", "--seed", "1"}).status == 0);
    const QByteArray first = contentOf(at("a.png"));
    QCOMPARE(generate({"--out", "a.png", "--seed", "2"}).status, 1);
    QCOMPARE(contentOf(at("a.png")), first);
    QCOMPARE(generate({"--out", "a.png", "--seed", "2", "--force"}).status, 0);
    QVERIFY(contentOf(at("a.png")) != first);
  }

  void throughALinkItsTargetIsReplaced() {
    put(at("real.json"), "before");
    QVERIFY(QFile::link("real.json", at("link.json")));
    QCOMPARE(generate({"--tokens-out", "link.json"}).status, 1);
    QCOMPARE(contentOf(at("real.json")), QByteArray("before"));
    QCOMPARE(generate({"--tokens-out", "link.json", "--force"}).status, 0);
    QCOMPARE(QFileInfo(at("link.json")).symLinkTarget(), at("real.json"));
    QVERIFY(contentOf(at("real.json")).contains("tokens"));
    QCOMPARE(files(), (QStringList{"link.json", "real.json"}));
  }

  void anAnimationThatDoesNotFitIsNamed() {
    for (const QString name : {"a.gif", "a.webp"}) {
      QProcess shell;
      shell.setProcessEnvironment(environment());
      shell.setWorkingDirectory(dir_->path());
      // A limit on the size of files stands for a full disk.
      shell.start("bash", {"-c", "trap '' XFSZ; ulimit -f 1; exec \"$0\" \"$@\"", LPD_CLI, "generate", "--model",
                           bundle_, "--steps", "6", "--animation", name});
      QVERIFY(shell.waitForFinished(60000));
      QCOMPARE(shell.exitCode(), 1);
      const QString err = shell.readAllStandardError();
      QVERIFY2(QRegularExpression(kErrorLine).match(err).hasMatch() && err.contains("cannot write " + name),
               qPrintable(err));
      QVERIFY(files().isEmpty());
    }
  }

  void sheetsAndAnimationsAreWritten() {
    const Outcome outcome = generate({"--count", "4", "--sheet", "sheet.png", "--animation", "a.gif", "--scale", "1"});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
    QCOMPARE(files(), (QStringList{"a.gif", "sheet.png"}));
    QCOMPARE(readPicture(at("sheet.png").toStdString()).width, 2 * 128 + 3 * 8);
    QVERIFY(contentOf(at("a.gif")).startsWith("GIF89a"));
  }

  void interruptingKeepsFinishedPicturesAndNothingElse() {
    QProcess process;
    process.setProcessEnvironment(environment());
    process.setWorkingDirectory(dir_->path());
    process.start(LPD_CLI, {"generate", "--model", bundle_, "--precision", "fp32", "--steps", "64", "--batch", "1",
                            "--count", "20000", "--seed", "1", "--out", "out/", "--sheet", "sheet.png", "--json"});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(at("out/unconditional-1-1.png")), 120000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    const QJsonObject json = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    const QStringList pictures = QDir(at("out")).entryList(QDir::Files | QDir::Hidden);
    QCOMPARE(json["images"].toArray().size(), pictures.size());
    for (const QString& picture : pictures)
      QVERIFY(readRecord(at("out/" + picture).toStdString()).has_value());
    QCOMPARE(files(), QStringList{"out"});
  }

  // Threads that spin while they wait for each other take a machine that does anything else many times as long.
  void whatComputesLetsItsThreadsSleepWhileTheyWait() {
    QProcess process;
    QProcessEnvironment values = environment();
    values.remove("OMP_WAIT_POLICY");
    values.remove("GOMP_SPINCOUNT");
    process.setProcessEnvironment(values);
    process.setWorkingDirectory(dir_->path());
    process.start(LPD_CLI, {"generate", "--model", bundle_, "--count", "20000", "--out", "out/"});
    QVERIFY(process.waitForStarted());
    const QString seen = QStringLiteral("/proc/%1/environ").arg(process.processId());
    QTRY_VERIFY_WITH_TIMEOUT(contentOf(seen).split('\0').contains("OMP_WAIT_POLICY=passive"), 60000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(60000));
  }

  void interruptingWhileTheEngineIsLoadedStopsToo() {
    QProcess process;
    process.setProcessEnvironment(environment());
    process.setWorkingDirectory(dir_->path());
    process.start(LPD_CLI, {"generate", "--model", bundle_, "--count", "20000", "--out", "out/"});
    QVERIFY(process.waitForStarted());
    const QString maps = QStringLiteral("/proc/%1/maps").arg(process.processId());
    QTRY_VERIFY_WITH_TIMEOUT(contentOf(maps).contains("/liblpd_engine"), 60000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    QCOMPARE(files(), QStringList());
  }

  // replay -------------------------------------------------------------------------------------------------------

  void replayReproducesThePixels() {
    QVERIFY(generate({"--class", "gnu", "--out", "a.png"}).status == 0);
    const Outcome outcome =
        run({"replay", "a.png", "--models-dir", home_.path(), "--precision", "fp32", "--out", "b.png"});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
    QVERIFY(readPicture(at("a.png").toStdString()) == readPicture(at("b.png").toStdString()));
    QVERIFY(readRecord(at("b.png").toStdString()) == readRecord(at("a.png").toStdString()));
  }

  // A picture may come from a machine that chooses another precision than this one.
  void replayTakesThePrecisionThePictureWasMadeIn() {
    for (const QString precision : {"fp32", "bf16"}) {
      QVERIFY(lpd({"generate", "--steps", "6", "--seed", "3", "--out", "a.png", "--force", "--precision", precision})
                  .status == 0);
      const Outcome outcome = lpd({"replay", "a.png", "--out", "b.png", "--force", "--json"});
      QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
      QCOMPARE(outcome.json()["precision"].toString(), precision);
      QVERIFY(readPicture(at("a.png").toStdString()) == readPicture(at("b.png").toStdString()));
    }
  }

  void replayShowsAnyStep() {
    QVERIFY(generate({"--out", "a.png"}).status == 0);
    const Image whole = readPicture(at("a.png").toStdString());
    const auto record = readRecord(at("a.png").toStdString());
    for (const int step : {0, 1, 4, 6}) {
      QCOMPARE(
          lpd({"replay", "a.png", "--precision", "fp32", "--step", QString::number(step), "--out", "s.png", "--force"})
              .status,
          0);
      const int done = std::accumulate(record->groupSizes.begin(), record->groupSizes.begin() + step, 0);
      const Image picture = readPicture(at("s.png").toStdString());
      int same = 0;
      for (int p = 0; p < 64; ++p) {
        bool equal = true;
        for (int y = 0; y < 16; ++y)
          for (int x = 0; x < 48; ++x)
            equal = equal && picture.pixel(p % 8 * 16, p / 8 * 16 + y)[x] == whole.pixel(p % 8 * 16, p / 8 * 16 + y)[x];
        same += equal;
      }
      QCOMPARE(same, done);
    }
    QCOMPARE(lpd({"replay", "a.png", "--step", "7", "--out", "x.png"}).status, 2);
    QCOMPARE(lpd({"replay", "a.png", "--step", "3"}).status, 2);
  }

  void replayAnimates() {
    QVERIFY(generate({"--out", "a.png"}).status == 0);
    QCOMPARE(lpd({"replay", "a.png"}).status, 0);
    QVERIFY(contentOf(at("a.gif")).startsWith("GIF89a"));
    QCOMPARE(lpd({"replay", "a.png", "--animation", "b.mp4"}).status, 0);
    QCOMPARE(contentOf(at("b.mp4")).mid(4, 4), QByteArray("ftyp"));
  }

  void replayNeedsTheTokenizerOfThePicture() {
    QVERIFY(generate({"--out", "a.png"}).status == 0);
    PictureText text = readPictureText(at("a.png").toStdString());
    std::string& json = text.at("lpd");
    const auto record = readRecord(at("a.png").toStdString());
    json.replace(json.find(record->tokenizerSha256), 8,
                 record->tokenizerSha256.starts_with("0") ? "11111111" : "00000000");
    writePicture(at("other.png").toStdString(), Image(128, 128), text);
    const Outcome named = lpd({"replay", "other.png", "--out", "b.png"});
    QCOMPARE(named.status, 2);
    QVERIFY2(named.err.contains("tokenizer"), qPrintable(named.err));
    const Outcome searched = run({"replay", "other.png", "--models-dir", home_.path(), "--out", "b.png"});
    QCOMPARE(searched.status, 1);
    QVERIFY2(QRegularExpression(kErrorLine).match(searched.err).hasMatch(), qPrintable(searched.err));
  }

  // encode, decode, reconstruct ----------------------------------------------------------------------------------

  void decodeGivesThePicturesThatWereGenerated() {
    QVERIFY(generate({"--count", "2", "--seed", "4", "--out", "made/", "--tokens-out", "t.json"}).status == 0);
    QCOMPARE(lpd({"decode", "t.json", "--precision", "fp32", "--out", "again/"}).status, 0);
    for (int i = 0; i < 2; ++i) {
      const QString n = QString::number(i);
      QVERIFY(readPicture(at("made/unconditional-4-" + n + ".png").toStdString()) ==
              readPicture(at("again/t-" + n + ".png").toStdString()));
    }
    QCOMPARE(lpd({"decode", "t.json", "--out", "sheet.png"}).status, 0);
    QCOMPARE(readPicture(at("sheet.png").toStdString()).width, 2 * 128 + 3 * 8);
  }

  void reconstructPrintsThePsnrOfEncodeAndDecode() {
    QVERIFY(generate({"--out", "a.png"}).status == 0);
    const Outcome outcome = lpd({"reconstruct", "a.png", "--precision", "fp32", "--out", "r.png", "--json"});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
    const Image result = readPicture(at("r.png").toStdString());
    const double expected = psnr(readPicture(at("a.png").toStdString()), result);
    QVERIFY(std::abs(outcome.json()["psnr"].toDouble() - expected) < 1e-6);
    const Outcome quiet = lpd({"reconstruct", "a.png", "--precision", "fp32", "--out", "q.png", "--quiet"});
    QCOMPARE(quiet.out, QStringLiteral("PSNR %1 dB\n").arg(expected, 0, 'f', 2));
    QCOMPARE(quiet.err, QString());
    QCOMPARE(lpd({"encode", "a.png", "--precision", "fp32", "--tokens-out", "t.json"}).status, 0);
    QCOMPARE(lpd({"decode", "t.json", "--precision", "fp32", "--out", "d.png"}).status, 0);
    QVERIFY(readPicture(at("d.png").toStdString()) == result);
  }

  void picturesOfAnySizeAreTaken() {
    writePicture(at("fits.png").toStdString(), Image(96, 64));
    writePicture(at("odd.jpg").toStdString(), Image(333, 217));
    QCOMPARE(lpd({"encode", "fits.png", "--tokens-out", "a.json", "--json"}).json()["grid"].toArray(),
             (QJsonArray{4, 6}));
    const QJsonObject odd = lpd({"encode", "odd.jpg", "--tokens-out", "b.json", "--json"}).json();
    QCOMPARE(odd["grid"].toArray(), (QJsonArray{8, 8}));
    QVERIFY(odd["cropped"].toBool());
    const Outcome silent = lpd({"reconstruct", "odd.jpg", "--out", "c.png"});
    QCOMPARE(silent.status, 0);
    QCOMPARE(silent.err, QString());  // notes are for terminals
  }

  // dataset, train -----------------------------------------------------------------------------------------------

  void picturesThatCannotBeUsedAreListed() {
    QVERIFY(
        run({"dataset", "render", "--scenes", "cactus,rocket", "--count", "48", "--size", "64", "--out", "p"}).status ==
        0);
    put(at("p/cactus/empty.png"), "");
    put(at("p/rocket/words.jpg"), "no picture");
    writePicture(at("p/rocket/tiny.png").toStdString(), Image(8, 8));
    QJsonObject recipe = QJsonDocument::fromJson(contentOf(LPD_RESOURCES "/training/tokenizer-tiny.json")).object();
    recipe["crop_steps"] = QJsonArray{2, 2};
    recipe["continuous_steps"] = 1;
    recipe["decoder_steps"] = 1;
    put(at("recipe.json"), QJsonDocument(recipe).toJson());
    const QStringList train{"train", "tokenizer", "--data", "p", "--config", "recipe.json", "--threads", "1", "--out"};
    const Outcome log = run(train + QStringList{"a"});
    const Outcome json = run(train + QStringList{"b", "--json"});
    const QStringList tokenize{
        "dataset", "tokenize", "--data", "p", "--size", "64", "--tokenizer", "a/tokenizer.safetensors", "--out"};
    const Outcome tokens = run(tokenize + QStringList{"t.safetensors"});
    for (const Outcome& outcome : {log, json, tokens}) {
      QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
      QCOMPARE(outcome.err, QString());
      for (const char* file : {"p/cactus/empty.png", "p/rocket/words.jpg", "p/rocket/tiny.png"})
        QVERIFY2(outcome.out.contains(file), qPrintable(outcome.out));
    }
    int leftOut = 0;
    for (const QJsonValue& note : json.json()["notes"].toArray())
      leftOut += note.toString().endsWith(": left out");
    QCOMPARE(leftOut, 3);
    QCOMPARE(run(train + QStringList{"c", "--quiet"}).out, QString());
  }

  // order, models, import, inspect -------------------------------------------------------------------------------

  void ordersArePermutationsOfAnyGrid() {
    QVERIFY(run({"order", "--grid", "4x6", "--steps", "5", "--count", "3", "--out", "o.json"}).status == 0);
    const QJsonArray orders = QJsonDocument::fromJson(contentOf(at("o.json"))).array();
    QCOMPARE(orders.size(), 3);
    for (const QJsonValue& order : orders) {
      QSet<int> positions;
      for (const QJsonValue& position : order.toArray())
        positions.insert(position.toInt(-1));
      QCOMPARE(positions.size(), 24);
      QVERIFY(!positions.contains(-1) && !positions.contains(24));
    }
    QCOMPARE(QJsonDocument::fromJson(run({"order", "--grid", "4x6", "--steps", "5"}).out.toUtf8()).array()[0],
             orders[0]);
    QCOMPARE(run({"order", "--grid", "0"}).status, 2);
    QCOMPARE(run({"order", "--grid", "4x"}).status, 2);
    QCOMPARE(run({"order", "--grid", "4", "--group-sizes", "[1,2]"}).status, 2);
  }

  void statsCompareAllKinds() {
    const QJsonObject stats = run({"order", "--stats", "--count", "4", "--json"}).json()["stats"].toObject();
    QCOMPARE(stats.size(), static_cast<int>(std::size(kOrderKinds)));
    QVERIFY(stats["lpd"]["mean_nearest_in_group"].toDouble() > stats["random"]["mean_nearest_in_group"].toDouble());
    QVERIFY(stats["lpd"]["mean_support"].toDouble() > stats["random"]["mean_support"].toDouble());
    const QString table = run({"order", "--stats", "--count", "2"}).out;
    for (const OrderKind kind : kOrderKinds)
      QVERIFY(table.contains(QString::fromStdString(std::string(toString(kind)))));
  }

  void ordersAreDrawn() {
    QVERIFY(run({"order", "--svg", "o.svg", "--png", "o.png"}).status == 0);
    QVERIFY(contentOf(at("o.svg")).contains("<svg"));
    QCOMPARE(readPicture(at("o.png").toStdString()).width, 640);
  }

  void modelsAreListed() {
    const QJsonObject json = run({"models", "--models-dir", home_.path(), "--json"}).json();
    bool found = false;
    for (const QJsonValue& model : json["models"].toArray())
      found = found || (model["name"].toString() == "tiny" && model["classes"].toInt() == 10);
    QVERIFY(found);
    QVERIFY(run({"models", "--models-dir", home_.path()}).out.contains("tiny"));
  }

  void anExistingBundleIsKept() {
    const QString golden = QStringLiteral(LPD_TEST_DATA) + "/golden/";
    const QByteArray before = contentOf(bundle_ + "/model.json");
    const Outcome again = run({"import", "--transformer", golden + "lpd_a.pth", "--tokenizer", golden + "vq_a.pt",
                               "--name", "other", "--out", bundle_});
    QVERIFY(again.status == 1 || again.status == 2);
    QVERIFY2(QRegularExpression(kErrorLine).match(again.err).hasMatch(), qPrintable(again.err));
    QCOMPARE(contentOf(bundle_ + "/model.json"), before);
    QCOMPARE(run({"import", "--transformer", golden + "vq_a.pt", "--tokenizer", golden + "vq_a.pt", "--name", "x",
                  "--out", at("x")})
                 .status,
             1);
    QVERIFY(files().isEmpty());
  }

  void inspectShowsFilesAndBundles() {
    const QString golden = QStringLiteral(LPD_TEST_DATA) + "/golden/";
    const QJsonObject file = run({"inspect", golden + "lpd_a.pth", "--json"}).json();
    for (const char* key : {"file", "format", "bytes", "sha256", "metadata", "tensors"})
      QVERIFY2(file.contains(key), key);
    QCOMPARE(file["sha256"].toString(),
             QString(QCryptographicHash::hash(contentOf(golden + "lpd_a.pth"), QCryptographicHash::Sha256).toHex()));
    const QJsonObject folder = run({"inspect", bundle_, "--json"}).json();
    QCOMPARE(folder["files"].toArray().size(), 2);
    QCOMPARE(folder["model"]["class_names"].toArray().size(), 10);
    QVERIFY(run({"inspect", bundle_}).out.contains("class_emb.weight"));
    QCOMPARE(run({"inspect", home_.filePath("classes.txt")}).status, 1);
  }
};

QTEST_GUILESS_MAIN(TestCli)
#include "test_cli.moc"
