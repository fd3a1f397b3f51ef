#include <lpd/picture_io.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtCore/QtEndian>
#include <QtTest/QtTest>

#include <csignal>

/// The block of docs/TRAINING.md, command by command: pictures are drawn, a tokenizer and a transformer are trained on
/// them with the tiny configurations, and the model makes pictures.
class TestFromNothingToPictures : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void rendersPictures() {
    run({"dataset", "render", "--scenes", "sailboat,cactus,rocket", "--count", "60", "--size", "64", "--out",
         path("pictures")});
    QCOMPARE(QDir(path("pictures")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 3);
  }

  void trainsATokenizer() {
    run({"train", "tokenizer", "--data", path("pictures"), "--config", recipe("tokenizer-tiny"), "--out",
         path("tokenizer"), "--threads", "1"});
    // A picture of one grey tone would lose about 0.25.
    const auto losses = column(path("tokenizer/metrics.csv"), "loss");
    qInfo("tokenizer: loss %.3f at first, %.3f in the end", losses.first(), losses.last());
    QVERIFY(mean(losses.mid(losses.size() - 10)) < 0.7 * losses.first());
    QVERIFY(QFile::exists(path("tokenizer/tokenizer.safetensors")));
  }

  void encodesThePictures() {
    run({"dataset", "tokenize", "--data", path("pictures"), "--tokenizer", path("tokenizer/tokenizer.safetensors"),
         "--size", "64", "--heldout", "16", "--out", path("tokens.safetensors")});
  }

  void encodesAPartOfThem() {
    run({"dataset", "tokenize", "--data", path("pictures"), "--tokenizer", path("tokenizer/tokenizer.safetensors"),
         "--size", "64", "--heldout", "16", "--first", "7", "--count", "5", "--out", path("part.safetensors")});
    const QByteArray all = tensor("tokens.safetensors", "tokens"), part = tensor("part.safetensors", "tokens");
    QVERIFY(!part.isEmpty());
    QCOMPARE(part, all.mid(7 * part.size() / 5, part.size()));
    QCOMPARE(tensor("part.safetensors", "labels"), tensor("tokens.safetensors", "labels").mid(7 * 4, 5 * 4));
    QCOMPARE(tensor("part.safetensors", "heldout_tokens"), tensor("tokens.safetensors", "heldout_tokens"));
    QProcess process;
    process.start(LPD_CLI, {"dataset", "tokenize", "--data", path("pictures"), "--tokenizer",
                            path("tokenizer/tokenizer.safetensors"), "--size", "64", "--first", "1000", "--out",
                            path("none.safetensors")});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 2);
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(said.contains("--first 1000 is behind the last training picture"), said.constData());
    QVERIFY(!QFile::exists(path("none.safetensors")));
  }

  void refusesAFileInTheFoldersPlace() {
    QProcess process;
    process.start(LPD_CLI, {"train", "transformer", "--data", path("tokens.safetensors"), "--config",
                            recipe("transformer-tiny"), "--out", path("tokens.safetensors")});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 1);
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(said.contains("cannot make the folder") && said.contains("a file is in the way"), said.constData());
  }

  void trainsATransformer() {
    run({"train", "transformer", "--data", path("tokens.safetensors"), "--tokenizer",
         path("tokenizer/tokenizer.safetensors"), "--config", recipe("transformer-tiny"), "--out", path("transformer"),
         "--threads", "1"});
    const auto losses = column(path("transformer/metrics.csv"), "loss");
    qInfo("transformer: loss %.3f at first, %.3f in the end", losses.first(), losses.last());
    QCOMPARE(losses.size(), 120);
    QVERIFY(losses.first() > 3.5 && losses.first() < 5.5);  // ignorance of 64 codes is 4.16
    QVERIFY(mean(losses.mid(110)) < 3.2);
    for (const char* name : {"heldout_lpd", "heldout_random"}) {
      const auto heldout = column(path("transformer/metrics.csv"), name);
      QCOMPARE(heldout.size(), 3);
      QVERIFY(heldout.last() < heldout.first());
      QVERIFY(heldout.last() < 3.6);
    }
    QVERIFY(QFile::exists(path("transformer/samples/step-0000120.png")));
  }

  /// What shapes cannot tell of its tokenizer stands in model.json.
  void encodesWithAModel() {
    run({"dataset", "tokenize", "--data", path("pictures"), "--tokenizer", path("transformer/model"), "--size", "64",
         "--heldout", "16", "--out", path("by-model.safetensors")});
    const auto tokens = [](const QString& name) {
      QFile file(name);
      return file.open(QIODevice::ReadOnly) ? file.readAll().mid(8 + 1024) : QByteArray();  // without the header
    };
    QVERIFY(!tokens(path("tokens.safetensors")).isEmpty());
    QCOMPARE(tokens(path("by-model.safetensors")), tokens(path("tokens.safetensors")));
  }

  void resumingAFinishedRunTellsItsLastFigures() {
    for (const QString kind : {"tokenizer", "transformer"}) {
      QStringList arguments{"train",     kind,
                            "--config",  recipe(qPrintable(kind + "-tiny")),
                            "--out",     path(qPrintable(kind)),
                            "--threads", "1",
                            "--resume",  "--json",
                            "--data"};
      arguments << path(kind == "tokenizer" ? "pictures" : "tokens.safetensors");
      const auto json = QJsonDocument::fromJson(run(arguments)).object();
      const auto losses = column(path(qPrintable(kind + "/metrics.csv")), "loss");
      QVERIFY(json["finished"].toBool());
      QCOMPARE(json["step"].toInt(), losses.size());
      QCOMPARE(json["loss"].toDouble(), losses.last());
    }
  }

  void makesPictures() {
    run({"generate", "--model", path("transformer/model"), "--class", "all", "--sheet", path("sheet.png"), "--seed",
         "1"});
    const auto sheet = lpd::readPicture(path("sheet.png").toStdString());
    QVERIFY(sheet.width >= 2 * 64 && sheet.height >= 64);
  }

  void judgesThem() {
    run({"evaluate", "--model", path("transformer/model"), "--data", path("pictures"), "--count", "48", "--judge-steps",
         "20", "--threads", "1", "--out", path("table")});
    QFile csv(path("table/table.csv"));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    qInfo("%s", csv.readAll().constData());
    const auto accuracy = column(path("table/table.csv"), "accuracy");
    QVERIFY(!accuracy.isEmpty());
    QVERIFY(accuracy.last() > 0.8);  // of fresh real pictures; chance is a third
  }

  void addsRowsToATable() {
    run({"evaluate", "--model", path("transformer/model"), "--data", path("pictures"), "--count", "48", "--judge-steps",
         "20", "--threads", "1", "--order", "raster", "--out", path("table")});
    QFile csv(path("table/table.csv"));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    const QByteArray table = csv.readAll();
    QVERIFY2(table.contains("\nraster,") && table.contains("\nlpd,"), table.constData());
  }

  void judgesAFewWithoutKeepingAnything() {
    const QStringList arguments{"--steps", "2", "--order", "raster", "--count", "4", "--judge-steps", "1"};
    const QByteArray table = run(evaluation() + arguments, scratch());
    const auto json =
        QJsonDocument::fromJson(run(evaluation() + arguments + QStringList{"--json"}, scratch())).object();
    QVERIFY(table.contains("accuracy") && table.contains("raster") && table.contains("need 32 images"));
    const auto cell = json["cells"][0].toObject();
    QVERIFY(cell["accuracy"]["value"].isDouble());
    QVERIFY(cell["frechet"]["value"].isNull() && cell["precision"].isNull() && cell["recall"].isNull());
    QVERIFY(json["note"].toString().contains("need 32 images"));
    QVERIFY(QDir(path("scratch")).isEmpty());
  }

  void anInterruptedEvaluationLeavesNoScratch() {
    QProcess process;
    process.setProcessEnvironment(scratch());
    process.start(LPD_CLI, evaluation() + QStringList{"--judge-steps", "100000"});
    QTRY_VERIFY_WITH_TIMEOUT(!QDir(path("scratch")).isEmpty(), 30'000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 130);
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QVERIFY(QDir(path("scratch")).isEmpty());
  }

 private:
  QStringList evaluation() const {
    return {"evaluate", "--model", path("transformer/model"), "--data", path("pictures"), "--threads", "1"};
  }
  /// What is temporary goes into a folder of its own.
  QProcessEnvironment scratch() const {
    QDir().mkpath(path("scratch"));
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("TMPDIR", path("scratch"));
    return environment;
  }

  QString path(const char* name) const { return folder_.filePath(name); }
  static QString recipe(const char* name) { return QStringLiteral(LPD_RESOURCES "/training/%1.json").arg(name); }

  /// What it printed. On success nothing is on stderr, which is no terminal here.
  static QByteArray run(const QStringList& arguments,
                        const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment()) {
    QElapsedTimer clock;
    clock.start();
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(LPD_CLI, arguments);
    check(process);
    qInfo("lpd %s: %.1f s", qPrintable(arguments.mid(0, 2).join(' ')), clock.elapsed() / 1000.0);
    return process.readAllStandardOutput();
  }
  static void check(QProcess& process) {
    QVERIFY(process.waitForFinished(280'000));
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(process.exitCode() == 0, said.constData());
    QCOMPARE(said, QByteArray());
  }

  /// The bytes of one tensor of a safetensors file.
  QByteArray tensor(const char* name, const char* key) const {
    QFile file(path(name));
    if (!file.open(QIODevice::ReadOnly)) return {};
    const auto length = qFromLittleEndian<qint64>(file.read(8).constData());
    const auto offsets =
        QJsonDocument::fromJson(file.read(length)).object()[QLatin1String(key)].toObject()["data_offsets"];
    const QByteArray data = file.readAll();
    return data.mid(offsets[0].toInt(), offsets[1].toInt() - offsets[0].toInt());
  }

  /// The filled cells of a column of metrics.csv.
  static QList<double> column(const QString& file, const char* name) {
    QFile csv(file);
    if (!csv.open(QIODevice::ReadOnly)) return {};
    const auto lines = QString::fromUtf8(csv.readAll()).split('\n', Qt::SkipEmptyParts);
    const auto number = lines.value(0).split(',').indexOf(QString::fromLatin1(name));
    QList<double> values;
    for (const auto& line : lines.mid(1)) {
      const auto cell = line.split(',').value(number).trimmed();
      if (!cell.isEmpty()) values.push_back(cell.toDouble());
    }
    return values;
  }

  static double mean(const QList<double>& values) {
    double sum = 0;
    for (const double value : values)
      sum += value;
    return sum / static_cast<double>(values.size());
  }

  QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(TestFromNothingToPictures)
#include "test_from_nothing_to_pictures.moc"
