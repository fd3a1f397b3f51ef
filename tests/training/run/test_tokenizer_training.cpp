#include "model/tokenizer.h"
#include "training/data/pictures.h"
#include "training/error_text.h"
#include "training/run/tensor_bytes.h"
#include "training/tokenizer/codebook.h"
#include "training/tokenizer/crop_loader.h"
#include "training/tokenizer/norm_swish.h"
#include "training/tokenizer/quantise.h"
#include "training/tokenizer/reconstruction_loss.h"
#include "training/tokenizer/tokenizer_file.h"
#include "training/tokenizer/tokenizer_recipe.h"
#include "training/tokenizer/tokenizer_trainer.h"
#include "training/tokenizer/trainable_tokenizer.h"
#include "training/tokenizer/winograd_convolution.h"

#include <lpd/error.h>
#include <lpd/files.h>
#include <lpd/picture_io.h>
#include <lpd/weights.h>

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace lpd;
using namespace lpd::training;
namespace fs = std::filesystem;

namespace {

TokenizerConfig tinyModel() {
  TokenizerConfig config;
  config.baseChannels = 8;
  config.encoderMultipliers = config.decoderMultipliers = {1, 2, 2};
  config.encoderBlocks = 1;
  config.decoderBlocks = 2;
  config.zChannels = 12;
  config.codebookSize = 32;
  config.codebookDim = 4;
  config.normGroups = 4;
  return config;
}

double largest(const torch::Tensor& a, const torch::Tensor& b) {
  return (a.to(torch::kFloat64) - b.to(torch::kFloat64)).abs().max().item<double>();
}

using Rows = std::map<int, std::vector<double>>;

/// metrics.csv by step, without the last column, which is a speed.
Rows metricsOf(const QString& folder) {
  QFile file(folder + "/metrics.csv");
  if (!file.open(QIODevice::ReadOnly)) return {};
  Rows rows;
  const auto lines = QString(file.readAll()).split('\n', Qt::SkipEmptyParts);
  for (qsizetype i = 1; i < lines.size(); ++i) {
    const auto cells = lines[i].split(',');
    std::vector<double> values;
    for (qsizetype c = 1; c + 1 < cells.size(); ++c)
      values.push_back(cells[c].isEmpty() ? 0 : cells[c].toDouble());
    rows[cells[0].toInt()] = values;
  }
  return rows;
}

}  // namespace

class TestTokenizerTraining : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  QString path(const QString& name) const { return folder_.filePath(name); }
  QString config() const { return QStringLiteral(LPD_RESOURCES) + "/training/tokenizer-tiny.json"; }

  QStringList arguments(const QString& out, const QStringList& more = {}) const {
    return QStringList{"train",     "tokenizer", "--data", "scenes:sailboat,fish,cactus",
                       "--config",  config(),    "--out",  out,
                       "--threads", "1",         "--quiet"} +
           more;
  }
  int run(const QStringList& arguments) const {
    QProcess lpd;
    lpd.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    lpd.start(LPD_CLI, arguments);
    return lpd.waitForFinished(240000) ? lpd.exitCode() : -1;
  }
  /// The configuration with some text replaced.
  fs::path changed(const QString& name, const QString& from, const QString& to) const {
    const std::string text = readFile(config().toStdString());
    const QString result = QString::fromStdString(text).replace(from, to);
    writeFile(path(name).toStdString(), result.toStdString());
    return path(name).toStdString();
  }

  /// Output and gradients of a function of {x, weight, bias} in fp32 against those of another in fp64.
  template <class Ours, class Exact>
  static void compareGradients(const std::vector<torch::Tensor>& inputs, const torch::Tensor& upstream,
                               const Ours& ours, const Exact& exact, double tolerance) {
    const auto results = [&](torch::ScalarType type, const auto& function) {
      std::vector<torch::Tensor> leaves;
      for (const auto& tensor : inputs)
        leaves.push_back(tensor.to(type, false, true).requires_grad_());
      const torch::Tensor y = function(leaves[0], leaves[1], leaves[2]);
      y.backward(upstream.to(type));
      return std::vector<torch::Tensor>{y.detach(), leaves[0].grad(), leaves[1].grad(), leaves[2].grad()};
    };
    const std::vector<torch::Tensor> have = results(torch::kFloat32, ours), want = results(torch::kFloat64, exact);
    for (std::size_t i = 0; i < have.size(); ++i) {
      const double scale = 1 + want[i].abs().max().item<double>();
      QVERIFY2(largest(have[i], want[i]) / scale < tolerance, qPrintable(QString::number(i)));
    }
  }

 private Q_SLOTS:
  void initTestCase() { QCOMPARE(run(arguments(path("whole"))), 0); }
  void init() { torch::manual_seed(1); }  // LibTorch draws other numbers in every process

  void theHandWrittenNormMatchesAutograd_data() {
    QTest::addColumn<int>("batch");
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("groups");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("width");
    // Of two values that lie close together, the gradient is a small difference of large terms.
    QTest::newRow("one pixel") << 1 << 16 << 2 << 1 << 1;
    QTest::newRow("odd sides") << 3 << 12 << 4 << 7 << 5;
    QTest::newRow("several blocks") << 2 << 8 << 8 << 40 << 33;
  }
  void theHandWrittenNormMatchesAutograd() {
    QFETCH(int, batch);
    QFETCH(int, channels);
    QFETCH(int, groups);
    QFETCH(int, height);
    QFETCH(int, width);
    const auto x = torch::randn({batch, channels, height, width}) * 2 + 0.7, weight = torch::randn({channels}),
               bias = torch::randn({channels}), upstream = torch::randn(x.sizes());
    const auto by = [&](const auto& function) {
      return [&, groups](const auto& in, const auto& w, const auto& b) { return function(in, w, b, groups); };
    };
    compareGradients({x, weight, bias}, upstream, by(normSwish), by(normSwishByTorch), 2e-5);
  }

  void theHandWrittenConvolutionMatchesAutograd_data() {
    QTest::addColumn<int>("batch");
    QTest::addColumn<int>("in");
    QTest::addColumn<int>("out");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("width");
    QTest::newRow("one pixel") << 1 << 2 << 3 << 1 << 1;
    QTest::newRow("odd sides") << 3 << 5 << 20 << 7 << 5;
    QTest::newRow("several threads") << 2 << 32 << 16 << 64 << 48;
  }
  void theHandWrittenConvolutionMatchesAutograd() {
    QFETCH(int, batch);
    QFETCH(int, in);
    QFETCH(int, out);
    QFETCH(int, height);
    QFETCH(int, width);
    const auto x = torch::randn({batch, in, height, width}), weight = torch::randn({out, in, 3, 3}) * 0.1,
               bias = torch::randn({out}), upstream = torch::randn({batch, out, height, width});
    const auto byTorch = [](const auto& input, const auto& w, const auto& b) {
      return at::conv2d(input, w, b, {1, 1}, {1, 1});
    };
    compareGradients({x, weight, bias}, upstream, winogradConvolution, byTorch, 3e-5);
  }

  void theProgramsTokenizerReadsWhatWasTrained() {
    const torch::NoGradGuard noGradients;
    const TrainableTokenizer network(tinyModel(), 7, torch::kCPU, false);
    Codebook codebook(32, 4, torch::kCPU);
    const auto picture = torch::rand({1, 3, 24, 16}) * 2 - 1;
    const auto latents = network.encode(picture);
    codebook.startFrom(unitLength(torch::randn({200, 4}), 1), 3);
    writeTokenizerFiles(folder_.path().toStdString(), tinyModel(), network.parameters(), codebook.vectors());
    const fs::path written = path("tokenizer.safetensors").toStdString();
    const auto file = WeightFile::open(written);
    const int groups = normGroupsOf(written, 0);
    QCOMPARE(groups, 4);
    const auto config = inferTokenizer(*file, groups);
    QVERIFY(config == tinyModel());
    const Tokenizer tokenizer(*file, config, Compute());
    const auto codes = codebook.nearest(asRows(latents));
    const auto tokens = tokenizer.encode(picture[0].permute({1, 2, 0}).contiguous());
    QCOMPARE(tokens.size(), std::size_t{24});
    for (std::size_t i = 0; i < tokens.size(); ++i)
      QCOMPARE(tokens[i], codes[static_cast<std::int64_t>(i)].item<int>());
    const auto made = network.decode(asPicture(codebook.vectors().index_select(0, codes), latents));
    const auto decoded = tokenizer.decode({6, 4}, tokens);
    QVERIFY(largest(decoded, made[0].permute({1, 2, 0})) < 1e-4);
  }

  void kMeansFindsClusters() {
    // At right angles, so that the seeds find every cluster whatever stream of numbers this processor draws.
    const auto centres = torch::eye(8);
    const auto rows = unitLength(centres.repeat({50, 1}) + 0.005 * torch::randn({400, 8}), 1);
    Codebook codebook(8, 8, torch::kCPU);
    codebook.startFrom(rows, 1);
    const auto nearest = codebook.vectors().index_select(0, codebook.nearest(centres));
    QVERIFY((nearest * centres).sum(1).min().item<double>() > 0.995);
    QVERIFY(std::abs(perplexity(codebook.nearest(rows), 8) - 8) < 0.5);
  }

  void deadCodesAreRevivedAtLatentsWithErrors() {
    const auto rows = unitLength(torch::randn({64, 4}), 1);
    Codebook codebook(16, 4, torch::kCPU);
    codebook.startFrom(rows.narrow(0, 0, 1).repeat({32, 1}) + 0, 1);
    for (int step = 0; step < 200; ++step) {
      const auto codes = codebook.nearest(rows);
      codebook.follow(rows, codes, 0.8);
      codebook.revive(rows, codes, 0.05, 1, step);
    }
    QVERIFY(std::get<0>(at::_unique(codebook.nearest(rows))).size(0) >= 14);
  }

  void lossesAreWhatTheyAreCalled() {
    auto wanted = torch::zeros({1, 3, 8, 8}), made = wanted + 0.5;
    LossWeights weights;
    auto loss = ReconstructionLoss::of(made, wanted, weights);
    QCOMPARE(loss.absolute.item<double>(), 0.5);
    QCOMPARE(loss.edge.item<double>(), 0.0);
    QCOMPARE(loss.quarter.item<double>(), 0.5);
    QCOMPARE(loss.square.item<double>(), 0.25);
    made = wanted.clone();
    made.slice(3, 0, 8, 2).fill_(1.0);  // stripes: nothing remains of them at quarter scale but their mean
    loss = ReconstructionLoss::of(made, wanted, weights);
    QCOMPARE(loss.edge.item<double>(), 1.0);
    QCOMPARE(loss.quarter.item<double>(), 0.5);
    QVERIFY(std::abs(loss.sum.item<double>() - (0.5 + 0.7 + 0.25 + 0.25)) < 1e-6);
  }

  void asksForTheStructureOfThePicture() {
    // The metric itself, which mirrors the picture at its edges; here only whole windows count.
    at::manual_seed(3);
    const auto wanted = at::avg_pool2d(at::rand({1, 3, 100, 100}), {5, 5}, {1, 1}) * 2 - 1;
    const auto made = (wanted + 0.1 * at::randn_like(wanted)).clamp(-1, 1).set_requires_grad(true);
    LossWeights none{0, 0, 0, 0}, weights{0, 0, 0, 0, 1};
    QCOMPARE(ReconstructionLoss::of(wanted, wanted, weights).sum.item<double>(), 0.0);
    const auto loss = ReconstructionLoss::of(made, wanted, weights).sum;
    const auto asImage = [](const torch::Tensor& picture) {
      const auto bytes = ((picture[0] + 1) * 127.5).round().to(at::kByte).permute({1, 2, 0}).contiguous();
      Image image(static_cast<int>(bytes.size(1)), static_cast<int>(bytes.size(0)));
      image.rgb.assign(bytes.data_ptr<std::uint8_t>(), bytes.data_ptr<std::uint8_t>() + bytes.numel());
      return image;
    };
    const double metric = 1 - lpd::ssim(asImage(made.detach()), asImage(wanted));
    QVERIFY2(metric > 0.1 && std::abs(loss.item<double>() - metric) < 0.02,
             qPrintable(QString("%1 %2").arg(loss.item<double>()).arg(metric)));
    loss.backward();
    QVERIFY(made.grad().abs().sum().item<double>() > 0);
    QCOMPARE(ReconstructionLoss::of(made, wanted, none).sum.item<double>(), 0.0);
  }

  void readsTheConfigurationsThatAreShipped() {
    const auto recipe = [](const char* name, bool hasCodebook) {
      return TokenizerRecipe::read(std::string(LPD_RESOURCES "/training/") + name + ".json", hasCodebook);
    };
    QVERIFY(recipe("tokenizer-scenes", false).decoderFrom() > 0);
    QCOMPARE(recipe("tokenizer-scenes-more", true).decoderFrom(), std::int64_t{2900});
    for (const char* name : {"tokenizer-scenes-decoder", "tokenizer-scenes-edges", "tokenizer-scenes-ssim"})
      QCOMPARE(recipe(name, true).decoderFrom(), std::int64_t{0});
  }

  void cropsDependOnSeedStepAndItemAlone() {
    const auto recipe = TokenizerRecipe::read(config().toStdString());
    const auto source = openPictures("scenes:sailboat,fish", recipe.size);
    CropLoader whole(*source, recipe, {}, 2);
    whole.batch(3);
    const auto joint = whole.batch(4);
    CropLoader first(*source, recipe, {0, 2, 0}, 1), second(*source, recipe, {1, 2, 1}, 1);
    QVERIFY(torch::equal(at::cat({first.batch(4), second.batch(4)}), joint));
    QVERIFY(!torch::equal(whole.batch(5), joint));
  }

  void learnsWithinFixedBounds() {
    const auto rows = metricsOf(path("whole"));
    QCOMPARE(rows.size(), std::size_t{120});
    const auto mean = [&](int from, int to) {
      double sum = 0;
      for (int step = from; step <= to; ++step)
        sum += rows.at(step)[2];
      return sum / (to - from + 1);
    };
    const double start = mean(1, 3), end = mean(111, 120);
    QVERIFY2(end < 0.75 * start && end < 0.3, qPrintable(QString("L1 from %1 to %2").arg(start).arg(end)));
    const double psnr = rows.at(120)[8];
    QVERIFY2(psnr > 14, qPrintable(QString("PSNR %1").arg(psnr)));
    QVERIFY(rows.at(120)[9] > 8);  // codes in use
    QVERIFY(fs::exists(path("whole/samples/reconstructions-00000120.png").toStdString()));
  }

  void killedAndResumedItContinuesToTheSameLosses() {
    const QString out = path("killed");
    QProcess lpd;
    lpd.start(LPD_CLI, arguments(out));
    QTRY_VERIFY_WITH_TIMEOUT(metricsOf(out).size() >= 47, 120000);
    lpd.kill();
    QVERIFY(lpd.waitForFinished());
    QVERIFY(!QFile::exists(out + "/tokenizer.safetensors"));
    QVERIFY(run(arguments(out)) == 2);  // a run is there, and nobody said --resume
    QCOMPARE(run(arguments(out, {"--resume"})), 0);
    const auto whole = metricsOf(path("whole")), resumed = metricsOf(out);
    QCOMPARE(resumed.size(), whole.size());
    for (const auto& [step, values] : whole)
      for (std::size_t i = 0; i < values.size(); ++i)
        QVERIFY2(std::abs(values[i] - resumed.at(step)[i]) <= 1e-6 * (1 + std::abs(values[i])),
                 qPrintable(QString("step %1, column %2").arg(step).arg(i)));
    QCOMPARE(sha256File((out + "/tokenizer.safetensors").toStdString()),
             sha256File(path("whole/tokenizer.safetensors").toStdString()));
  }

  void trainsTheDecoderOfAFinishedTokenizerOn() {
    auto text = QString::fromStdString(readFile(config().toStdString()));
    text.replace("[60, 60]", "[10, 10]").replace("\"continuous_steps\": 30", "\"continuous_steps\": 0");
    writeFile(path("decoder.json").toStdString(), text.toStdString());
    auto decoder = arguments(path("decoder"));
    decoder[decoder.indexOf("--config") + 1] = path("decoder.json");
    QCOMPARE(run(decoder), 1);  // from random weights no step would be the codebook's
    QCOMPARE(run(decoder + QStringList{"--start", path("whole/tokenizer.safetensors")}), 0);
    // Batches differ: one of them tells a trained start from a random one, and no more.
    const auto whole = metricsOf(path("whole"));
    const double began = metricsOf(path("decoder")).at(1)[2], start = whole.at(1)[2], end = whole.at(120)[2];
    qInfo("L1 %.3f, in the run before from %.3f to %.3f", began, start, end);
    QVERIFY(began < (start + end) / 2);
    const auto before = WeightFile::open(path("whole/tokenizer.safetensors").toStdString());
    const auto after = WeightFile::open(path("decoder/tokenizer.safetensors").toStdString());
    for (const auto& info : before->tensors()) {
      const bool ofDecoder = info.name.starts_with("decoder.") || info.name.starts_with("post_quant_conv.");
      const auto have = readTensor(*after, info.name), want = readTensor(*before, info.name);
      QVERIFY2((largest(have, want) > 1e-6) == ofDecoder, info.name.c_str());
    }
  }

  /// In fp32: LibTorch's bf16 products add up in another order when a batch is split.
  void twoProcessesFollowTheSameLossesAsOne() {
    // All three phases, at small rates: orthogonalised momentum multiplies a difference in rounding by about 1.5 a
    // step.
    auto text = QString::fromStdString(readFile(config().toStdString()));
    text.replace("\"crop_steps\": [60, 60]", "\"crop_steps\": [12, 10]")
        .replace("\"continuous_steps\": 30", "\"continuous_steps\": 6");
    text.replace("\"decoder_steps\": 20", "\"decoder_steps\": 6")
        .replace("\"adam_rate\": 0.004", "\"adam_rate\": 0.001");
    text.replace("\"muon_rate\": 0.02", "\"muon_rate\": 0.002");
    const QString calm = path("calm.json");
    writeFile(calm.toStdString(), text.toStdString());
    const auto calmly = [&](const QString& out) {
      auto changed = arguments(path(out), {"--precision", "fp32"});
      changed[changed.indexOf("--config") + 1] = calm;
      return changed;
    };
    QCOMPARE(run(calmly("alone")), 0);
    QProcess processes[2];
    for (int rank = 0; rank < 2; ++rank) {
      auto environment = QProcessEnvironment::systemEnvironment();
      environment.insert("RANK", QString::number(rank));
      environment.insert("WORLD_SIZE", "2");
      environment.insert("MASTER_ADDR", "127.0.0.1");
      environment.insert("MASTER_PORT", QString::number(21000 + QCoreApplication::applicationPid() % 20000));
      processes[rank].setProcessEnvironment(environment);
      processes[rank].setProcessChannelMode(QProcess::ForwardedErrorChannel);
      processes[rank].start(LPD_CLI, calmly("pair"));
    }
    for (auto& process : processes) {
      QVERIFY(process.waitForFinished(240000));
      QCOMPARE(process.exitCode(), 0);
    }
    const auto alone = metricsOf(path("alone")), pair = metricsOf(path("pair"));
    QCOMPARE(alone.size(), std::size_t{22});
    QCOMPARE(pair.size(), alone.size());
    for (const auto& [step, values] : alone)
      QVERIFY2(std::abs(values[1] - pair.at(step)[1]) < 1e-4,
               qPrintable(QString("step %1: %2, %3").arg(step).arg(values[1]).arg(pair.at(step)[1])));
  }

  void aStepWithoutANumberForALossChangesNothing() {
    const auto recipe = TokenizerRecipe::read(config().toStdString());
    const auto alone = Processes::meet({}, torch::kCPU);
    TokenizerTrainer trainer(recipe, torch::kCPU, false, *alone);
    auto before = trainer.save();
    for (auto& [name, tensor] : before)
      tensor = tensor.clone();
    auto batch = torch::rand({2, 3, 32, 32});
    batch[0][0][3][3] = std::nan("");
    QVERIFY(std::isnan(trainer.step(0, batch).loss));
    for (const auto& [name, tensor] : trainer.save())
      QVERIFY2(torch::equal(tensor, before.at(name)), name.c_str());
  }

  void refusesContradictions() {
    const auto problem = [&](const QString& from, const QString& to) {
      const auto file = changed("changed.json", from, to);
      return QString::fromStdString(errorOf([&] { TokenizerRecipe::read(file); }));
    };
    QVERIFY(problem("\"seed\": 1", "\"sead\": 1").contains("sead"));
    QVERIFY(problem("[32, 64]", "[32, 60]").contains("crop_pixels"));
    QVERIFY(problem("[8, 4]", "[8]").contains("crop_batches"));
    QVERIFY(problem("\"continuous_steps\": 30", "\"continuous_steps\": 100").contains("continuous_steps"));
    QVERIFY(problem("\"kind\": \"muon\"", "\"kind\": \"adamw\"").contains("muon_rate"));
    QVERIFY(problem("\"kind\": \"muon\"", "\"kind\": \"sgd\"").contains("adamw"));
    QVERIFY(problem("\"decoder_steps\": 20", "\"decoder_steps\": 0").contains("discriminator"));
    QVERIFY(problem("\"norm_groups\": 4", "\"norm_groups\": 3").contains("norm_groups"));
    QVERIFY(problem("\"size\": 64", "\"size\": 60").contains("size"));
    QCOMPARE(problem("nothing", "nothing"), QString());
  }
};

QTEST_GUILESS_MAIN(TestTokenizerTraining)
#include "test_tokenizer_training.moc"
