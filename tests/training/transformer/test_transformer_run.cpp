#include "golden/golden_model.h"
#include "training/data/token_cache.h"

#include <lpd/engine.h>
#include <lpd/files.h>
#include <lpd/weights.h>

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QStringList>
#include <QtTest/QtTest>

#include <arpa/inet.h>
#include <nlohmann/json.hpp>
#include <sys/socket.h>
#include <unistd.h>

#include <cmath>

using namespace lpd;
namespace fs = std::filesystem;

namespace {

constexpr int kTimeoutMs = 240'000;

/// Pictures that can be learnt: each class has a pattern, one token in eight is another.
void fillSet(training::TokenSet& set, const training::TokenCache& cache, int pictures, int salt) {
  set.positions = cache.grid.count();
  const int classes = static_cast<int>(cache.classNames.size());
  for (int picture = 0; picture < pictures; ++picture) {
    const int label = picture % classes;
    set.labels.push_back(label);
    for (int flip = 0; flip < 2; ++flip)
      for (int r = 0; r < set.positions; ++r) {
        const unsigned hash =
            (static_cast<unsigned>(picture * 2 + flip + salt) * 2654435761u + static_cast<unsigned>(r) * 40503u) >> 7;
        const int usual = label * 37 + (r / 8) * 3;
        set.tokens.push_back(static_cast<int>(hash % 8 == 0 ? (hash / 8) % static_cast<unsigned>(cache.vocab)
                                                            : static_cast<unsigned>(usual % cache.vocab)));
      }
  }
}

nlohmann::json smallRecipe() {
  return nlohmann::json::parse(R"({
    "name": "tiny", "steps": 40, "batch": 8, "micro_batch": 3,
    "model": {"width": 32, "depth": 2, "heads": 2},
    "optimizer": {"kind": "muon", "adam_rate": 0.01, "muon_rate": 0.02, "warmup": 4, "average": 0.9},
    "dropout": {"activations": 0.1, "attention": 0.1, "labels": 0.1},
    "reports": {"checkpoint_every": 7, "measure_every": 20, "heldout_pictures": 10}
  })");
}

using Rows = std::vector<std::vector<double>>;

/// metrics.csv without its header; empty cells are not-a-number.
Rows readMetrics(const fs::path& run) {
  QFile file(QString::fromStdString((run / "metrics.csv").string()));
  Rows rows;
  if (!file.open(QIODevice::ReadOnly)) return rows;
  for (const auto& line : QString::fromUtf8(file.readAll()).split('\n', Qt::SkipEmptyParts).mid(1)) {
    std::vector<double> row;
    for (const auto& cell : line.split(','))
      row.push_back(cell.trimmed().isEmpty() ? std::nan("") : cell.toDouble());
    rows.push_back(row);
  }
  return rows;
}

// Columns of metrics.csv.
constexpr int kLoss = 1, kNorm = 2, kHeldoutLpd = 5, kHeldoutRandom = 6;

double meanLoss(const Rows& rows, std::size_t first, std::size_t count) {
  double sum = 0;
  for (std::size_t i = first; i < first + count; ++i)
    sum += rows[i][kLoss];
  return sum / static_cast<double>(count);
}

/// A port nothing listens on.
int freePort() {
  const int descriptor = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  bind(descriptor, reinterpret_cast<sockaddr*>(&address), size);
  getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size);
  close(descriptor);
  return ntohs(address.sin_port);
}

}  // namespace

/// Whole runs of `lpd train transformer`, as processes of their own.
class TestTransformerRun : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    golden_ = std::make_unique<GoldenModel>(LPD_TEST_DATA "/golden");
    training::TokenCache cache;
    cache.grid = golden_->info().grid;
    cache.vocab = golden_->info().transformer.vocab;
    cache.tokenizerSha256 = sha256File(golden_->info().tokenizerFile());
    cache.classNames = {"one", "two", "three"};
    fillSet(cache.train, cache, 48, 0);
    fillSet(cache.heldout, cache, 12, 1000);
    writeTokenCache(data_, cache);
    writeRecipe("tiny.json", smallRecipe());
  }

  void learnsAndMakesAModel() {
    const fs::path run = scratch_.path() / "straight";
    QVERIFY2(train(run, {"--tokenizer", tokenizer()}) == 0, said_.constData());
    const auto rows = readMetrics(run);
    QCOMPARE(rows.size(), std::size_t{40});
    const double first = meanLoss(rows, 0, 4), last = meanLoss(rows, 36, 4);
    qInfo("loss %.3f at first, %.3f in the end", first, last);
    QVERIFY(std::abs(first - std::log(golden_->info().transformer.vocab)) < 1);  // ignorance
    QVERIFY(last < 0.7 * first);
    for (const int column : {kHeldoutLpd, kHeldoutRandom}) {
      QVERIFY(std::isnan(rows[18][column]));
      QVERIFY(rows[39][column] < rows[19][column]);
    }
    const auto engine = Engine::load(readModelInfo(run / "model"));
    GenerationRequest request;
    request.classes = {0, 1, 2};
    request.plan.steps = 5;
    const auto result = engine->generate(request);
    QCOMPARE(result.images, 3);
    QCOMPARE(engine->model().classNames[2], std::string("three"));
    QVERIFY(fs::exists(run / "samples" / "step-0000040.png"));
  }

  void continuesAfterBeingKilledAsIfNothingHadHappened() {
    const fs::path run = scratch_.path() / "killed";
    QProcess process;
    begin(process, arguments(run, "tiny.json", {"--tokenizer", tokenizer()}));
    QTRY_VERIFY_WITH_TIMEOUT(readMetrics(run).size() >= 17 || process.state() == QProcess::NotRunning, kTimeoutMs);
    QCOMPARE(process.state(), QProcess::Running);
    process.kill();
    QVERIFY(process.waitForFinished(kTimeoutMs));
    QVERIFY(readMetrics(run).size() < 40);
    QVERIFY2(train(run, {"--tokenizer", tokenizer(), "--resume"}) == 0, said_.constData());
    compareRuns(readMetrics(run), readMetrics(scratch_.path() / "straight"), 0);
  }

  void startsFromAModel() {
    const fs::path run = scratch_.path() / "further";
    auto recipe = smallRecipe();
    recipe["steps"] = 2;
    recipe["optimizer"]["warmup"] = 1;
    writeRecipe("further.json", recipe);
    const QString model = QString::fromStdString((scratch_.path() / "straight" / "model").string());
    QVERIFY2(train(run, {"--start", model}, "further.json") == 0, said_.constData());
    QVERIFY(meanLoss(readMetrics(run), 0, 1) < 1.1 * meanLoss(readMetrics(scratch_.path() / "straight"), 36, 4));

    recipe["model"]["width"] = 64;
    writeRecipe("wider.json", recipe);
    QVERIFY(train(scratch_.path() / "wider", {"--start", model}, "wider.json") != 0);
    QVERIFY2(said_.contains("another shape"), said_.constData());
  }

  /// Their embeddings alone are new.
  void startsFromAModelOfOtherClasses() {
    auto cache = training::readTokenCache(data_);
    cache.classNames.push_back("four");
    const fs::path data = scratch_.path() / "four.safetensors";
    writeTokenCache(data, cache);
    auto changed = arguments(scratch_.path() / "four", "further.json",
                             {"--start", QString::fromStdString((scratch_.path() / "straight" / "model").string())});
    changed[changed.indexOf("--data") + 1] = QString::fromStdString(data.string());
    QProcess process;
    process.start(LPD_CLI, changed);
    QVERIFY(process.waitForFinished(kTimeoutMs));
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput().contains("start anew"));
    const auto loss = meanLoss(readMetrics(scratch_.path() / "four"), 0, 1);
    QVERIFY2(loss < 0.9 * std::log(cache.vocab), qPrintable(QString::number(loss)));
  }

  /// In fp32: LibTorch's bf16 products add up in another order when a batch is split.
  void trainsWithTwoProcessesAsWithOne() {
    auto recipe = smallRecipe();
    recipe["micro_batch"] = 4;
    recipe["steps"] = 20;
    writeRecipe("pair.json", recipe);
    const fs::path alone = scratch_.path() / "alone", pair = scratch_.path() / "pair";
    QVERIFY2(train(alone, {"--precision", "fp32"}, "pair.json") == 0, said_.constData());
    QProcess processes[2];
    const auto port = QString::number(freePort());
    for (int rank = 0; rank < 2; ++rank) {
      auto environment = QProcessEnvironment::systemEnvironment();
      environment.insert("RANK", QString::number(rank));
      environment.insert("LOCAL_RANK", QString::number(rank));
      environment.insert("WORLD_SIZE", "2");
      environment.insert("MASTER_ADDR", "127.0.0.1");
      environment.insert("MASTER_PORT", port);
      processes[rank].setProcessEnvironment(environment);
      begin(processes[rank], arguments(pair, "pair.json", {"--precision", "fp32"}));
    }
    for (auto& process : processes) {
      QVERIFY(process.waitForFinished(kTimeoutMs));
      said_ = process.readAllStandardError();
      if (said_.contains("without c10d")) QSKIP("this LibTorch has no Gloo");
      QVERIFY2(process.exitCode() == 0, said_.constData());
    }
    compareRuns(readMetrics(pair), readMetrics(alone), 1e-4);
  }

  void saysWhatIsWrong_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("word");
    QTest::newRow("unknown key") << "/model/widht"
                                 << "32"
                                 << "widht";
    QTest::newRow("no name for a folder") << "/name"
                                          << "\"../model\""
                                          << "name";
    QTest::newRow("unknown section") << "/optimiser"
                                     << "{}"
                                     << "optimiser";
    QTest::newRow("contradiction") << "/model/heads"
                                   << "5"
                                   << "heads";
    QTest::newRow("weights without lists") << "/orders"
                                           << "{\"step_weights\": [1, 2]}"
                                           << "step_weights";
    QTest::newRow("too many steps for the grid") << "/orders"
                                                 << "{\"step_counts\": [65]}"
                                                 << "step_counts";
    QTest::newRow("growth of more than the most") << "/orders"
                                                  << "{\"growth\": 9}"
                                                  << "growth";
    QTest::newRow("no schedule of guidance") << "/recommended"
                                             << "{\"cfg_schedule\": \"cubic\"}"
                                             << "cfg_schedule";
    QTest::newRow("cosine before the warm-up ends") << "/optimizer/cosine_from"
                                                    << "0.05"
                                                    << "cosine_from";
    QTest::newRow("another type") << "/batch"
                                  << "\"many\""
                                  << "batch";
    QTest::newRow("Muon's rate without Muon") << "/optimizer/kind"
                                              << "\"adamw\""
                                              << "muon_rate";
  }
  void saysWhatIsWrong() {
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, word);
    auto recipe = smallRecipe();
    recipe[nlohmann::json::json_pointer(key.toStdString())] = nlohmann::json::parse(value.toStdString());
    writeRecipe("wrong.json", recipe);
    const fs::path run = scratch_.path() / "wrong";
    QVERIFY(train(run, {}, "wrong.json") != 0);
    QVERIFY2(said_.contains(word.toUtf8()), said_.constData());
    QCOMPARE(said_.count('\n'), 1);
    QVERIFY(!fs::exists(run));
  }

  void keepsARunThatIsThere() {
    const fs::path run = scratch_.path() / "straight";
    QVERIFY(train(run, {}) != 0);
    QVERIFY2(said_.contains("--resume"), said_.constData());
    QCOMPARE(readMetrics(run).size(), std::size_t{40});
  }

  void makesTheModelOfARunThatEndedBeforeItWasWritten() {
    const fs::path run = scratch_.path() / "straight";
    fs::remove_all(run / "model");
    fs::remove(run / "transformer.safetensors");
    QVERIFY2(train(run, {"--tokenizer", tokenizer(), "--resume"}) == 0, said_.constData());
    QVERIFY(fs::exists(run / "transformer.safetensors"));
    QVERIFY(fs::exists(run / "model" / "model.json"));
    QCOMPARE(readMetrics(run).size(), std::size_t{40});
  }

  void keepsARunWhoseCheckpointsAreGone() {
    const fs::path run = scratch_.path() / "without";
    fs::copy(scratch_.path() / "straight", run, fs::copy_options::recursive);
    for (const auto& entry : fs::directory_iterator(scratch_.path() / "straight"))
      if (entry.path().filename().string().starts_with("checkpoint-")) fs::remove(run / entry.path().filename());
    for (const QStringList& more : {QStringList(), QStringList("--resume")}) {
      QVERIFY(train(run, more) != 0);
      QVERIFY2(said_.contains("holds a finished run without its checkpoints"), said_.constData());
    }
    QCOMPARE(readMetrics(run).size(), std::size_t{40});
  }

  void refusesAnotherTokenizer() {
    const fs::path other = scratch_.path() / "other.safetensors";
    fs::copy_file(golden_->info().tokenizerFile(), other);
    QFile file(QString::fromStdString(other.string()));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() - 1) && file.putChar(1));
    file.close();
    QVERIFY(train(scratch_.path() / "mismatch", {"--tokenizer", QString::fromStdString(other.string())}) != 0);
    QVERIFY2(said_.contains("another tokenizer"), said_.constData());
  }

 private:
  QString tokenizer() const { return QString::fromStdString(golden_->info().folder.string()); }

  void writeRecipe(const char* name, const nlohmann::json& recipe) { writeFile(scratch_.path() / name, recipe.dump()); }

  QStringList arguments(const fs::path& run, const char* recipe, const QStringList& more) const {
    const auto text = [](const fs::path& path) { return QString::fromStdString(path.string()); };
    return QStringList{"train", "transformer", "--data",   text(data_), "--config",  text(scratch_.path() / recipe),
                       "--out", text(run),     "--device", "cpu",       "--threads", "1"} +
           more;
  }

  void begin(QProcess& process, const QStringList& arguments) {
    process.start(LPD_CLI, arguments);
    QVERIFY(process.waitForStarted(kTimeoutMs));
  }

  int train(const fs::path& run, const QStringList& more, const char* recipe = "tiny.json") {
    QProcess process;
    process.start(LPD_CLI, arguments(run, recipe, more));
    if (!process.waitForFinished(kTimeoutMs)) return -1;
    said_ = process.readAllStandardError();
    return process.exitCode();
  }

  /// Losses, gradient norms and held-out figures are the same within `tolerance`.
  void compareRuns(const Rows& have, const Rows& want, double tolerance) {
    QCOMPARE(have.size(), want.size());
    for (std::size_t i = 0; i < have.size(); ++i) {
      for (const int column : {0, kLoss, kNorm, kHeldoutLpd, kHeldoutRandom}) {
        if (std::isnan(want[i][column])) continue;
        const double off = std::abs(have[i][column] - want[i][column]);
        const double allowed = column == kNorm ? 10 * tolerance : tolerance;
        if (!(off <= allowed))
          QFAIL(qPrintable(QString("step %1, column %2: %3 against %4")
                               .arg(want[i][0])
                               .arg(column)
                               .arg(have[i][column], 0, 'g', 9)
                               .arg(want[i][column], 0, 'g', 9)));
      }
    }
  }

  ScratchFolder scratch_;
  fs::path data_ = scratch_.path() / "tokens.safetensors";
  std::unique_ptr<GoldenModel> golden_;
  QByteArray said_;
};

QTEST_GUILESS_MAIN(TestTransformerRun)
#include "test_transformer_run.moc"
