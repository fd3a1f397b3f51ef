#include "decode/generator.h"
#include "golden/golden_model.h"
#include "golden/reference_transformer.h"
#include "model/position_table.h"
#include "model/teacher_forcing.h"
#include "model/tokenizer.h"

#include <QtTest/QtTest>

#include <c10/core/InferenceMode.h>

using namespace lpd;

namespace {

torch::Tensor integers(const GoldenModel& golden, const char* name) {
  return torch::tensor(golden.integers(name), torch::kInt64).view(golden.shape(name));
}

/// What CUDA runs, on the CPU.
Compute everythingByTorch() {
  Compute compute;
  compute.path = Compute::Path::Torch;
  return compute;
}

}  // namespace

/// The released code's outputs on a small random model.
class TestGolden : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { golden_ = std::make_unique<GoldenModel>(LPD_TEST_DATA "/golden"); }

  void generatesTheSameTokensLogitsAndPixels_data() {
    QTest::addColumn<int>("number");
    for (int i = 0; i < static_cast<int>(golden_->cases().size()); ++i)
      QTest::newRow(golden_->cases()[i].name.c_str()) << i;
  }
  void generatesTheSameTokensLogitsAndPixels() {
    QFETCH(int, number);
    const auto& golden = golden_->cases()[number];
    const auto engine = Engine::load(golden_->info(), {"cpu", Precision::Fp32, 0});
    int images = 0;
    GenerationObserver observer;
    observer.onImage = [&](const GeneratedImage& image) {
      QCOMPARE(image.tokens, golden.tokens[image.image]);
      QVERIFY2(largestLogitError(*golden_, golden, image) <= 1e-3,
               qPrintable(QString::number(largestLogitError(*golden_, golden, image))));
      QVERIFY2(largestPixelError(*golden_, golden, image) <= 1.0,
               qPrintable(QString::number(largestPixelError(*golden_, golden, image))));
      ++images;
    };
    engine->generate(golden.request, observer);
    QCOMPARE(images, 2);
  }

  void generatesTheSameTokensOnThePathThatCudaTakes() {
    const auto file = WeightFile::open(golden_->info().transformerFile());
    const Transformer model(*file, golden_->info().transformer, golden_->info().grid, everythingByTorch());
    const c10::InferenceMode inference;
    for (const auto& golden : golden_->cases()) {
      const auto& request = golden.request;
      Generator generator(model, {request.classes,
                                  request.plan.orders,
                                  {0, 1},
                                  request.plan.groupSizes,
                                  request.guidance,
                                  request.sampling,
                                  0,
                                  true});
      while (!generator.done())
        generator.step();
      for (int image = 0; image < generator.images(); ++image) {
        QCOMPARE(generator.tokens(image), golden.tokens[image]);
        QVERIFY(largestLogitError(*golden_, golden, {image, {}, {}, generator.logits(image)}) <= 1e-3);
      }
    }
  }

  void encodesToTheSameTokens_data() {
    QTest::addColumn<bool>("byTorch");
    QTest::newRow("kernels") << false;
    QTest::newRow("torch") << true;
  }
  void encodesToTheSameTokens() {
    QFETCH(bool, byTorch);
    const c10::InferenceMode inference;
    const auto file = WeightFile::open(golden_->info().tokenizerFile());
    const Tokenizer tokenizer(*file, golden_->info().tokenizer, byTorch ? everythingByTorch() : Compute{});
    const auto images = torch::tensor(golden_->floats("encode.image")).view(golden_->shape("encode.image"));
    const auto want = integers(*golden_, "encode.tokens");
    for (std::int64_t i = 0; i < images.size(0); ++i) {
      const auto tokens = tokenizer.encode(images[i].permute({1, 2, 0}).contiguous());
      QCOMPARE(
          std::vector<std::int64_t>(tokens.begin(), tokens.end()),
          std::vector<std::int64_t>(want[i].data_ptr<std::int64_t>(), want[i].data_ptr<std::int64_t>() + want.size(1)));
    }
  }

  void decodesTheSameByKernelsAndByTorch() {
    const c10::InferenceMode inference;
    const auto file = WeightFile::open(golden_->info().tokenizerFile());
    const Tokenizer kernels(*file, golden_->info().tokenizer, Compute{});
    const Tokenizer torch(*file, golden_->info().tokenizer, everythingByTorch());
    const auto& tokens = golden_->cases()[0].tokens[0];
    const auto difference = kernels.decode(golden_->info().grid, tokens) - torch.decode(golden_->info().grid, tokens);
    QVERIFY(difference.abs().max().item<float>() < 1e-4f);
  }

  void decodesNearlyTheSameInBf16_data() {
    QTest::addColumn<int>("path");
    QTest::newRow("kernels that round") << static_cast<int>(Compute::Path::Kernels);
    QTest::newRow("torch") << static_cast<int>(Compute::Path::Torch);
  }
  void decodesNearlyTheSameInBf16() {
    QFETCH(int, path);
    const c10::InferenceMode inference;
    Compute bf16;
    bf16.path = static_cast<Compute::Path>(path);
    bf16.bf16 = true;
    const auto file = WeightFile::open(golden_->info().tokenizerFile());
    const auto& tokens = golden_->cases()[0].tokens[0];
    const auto exact = Tokenizer(*file, golden_->info().tokenizer, Compute{}).decode(golden_->info().grid, tokens);
    const auto have = Tokenizer(*file, golden_->info().tokenizer, bf16).decode(golden_->info().grid, tokens);
    const auto error = (have - exact).norm().item<double>() / exact.norm().item<double>();
    QVERIFY2(error > 1e-4 && error < 0.05, qPrintable(QString::number(error)));
  }

  void resizesThePositionTable() {
    const auto file = WeightFile::open(golden_->info().transformerFile());
    const Transformer model(*file, golden_->info().transformer, {16, 16}, Compute{});
    const auto want = torch::tensor(golden_->floats("pos_embed_2x")).view(golden_->shape("pos_embed_2x")).squeeze(0);
    QCOMPARE(model.positionTable().sizes(), want.sizes());
    QVERIFY((model.positionTable() - want).abs().max().item<float>() <= 1e-5f);
  }

  void masksTeacherForcingLikeTheTrainer() {
    const auto file = WeightFile::open(golden_->info().transformerFile());
    const ReferenceTransformer model(*file, golden_->info().transformer);
    const auto tokens = integers(*golden_, "train.tokens"), orders = integers(*golden_, "train.orders");
    const auto inOrder = tokens.gather(1, orders);  // [B, N], generation order
    const auto classes = model.classVectors(integers(*golden_, "train.labels"));
    for (const auto& [groupSizes, loss] : golden_->trainLosses()) {
      const auto fed = tokens.size(1) - groupSizes.back();
      const auto x = torch::cat({classes, model.tokenVectors(inOrder.narrow(1, 0, fed), orders.narrow(1, 0, fed)),
                                 model.queryVectors(orders)},
                                1);
      const auto logits = model.logits(x, teacherForcingMask(groupSizes)).narrow(1, 1 + fed, tokens.size(1));
      const auto have = -logits.log_softmax(-1).gather(-1, inOrder.unsqueeze(-1)).mean().item<double>();
      QVERIFY2(std::abs(have - loss) <= 1e-3, qPrintable(QString("%1 against %2").arg(have).arg(loss)));
    }
  }

  /// The cached, step-by-step passes give the logits of one masked pass over everything.
  void stepsLikeOneMaskedPass() {
    const c10::InferenceMode inference;
    const auto file = WeightFile::open(golden_->info().transformerFile());
    const auto& config = golden_->info().transformer;
    const ReferenceTransformer reference(*file, config);
    const Transformer model(*file, config, golden_->info().grid, Compute{});
    const GroupSizes groups = golden_->cases()[0].request.plan.groupSizes;
    const auto tokens = integers(*golden_, "train.tokens"), orders = integers(*golden_, "train.orders");
    const auto inOrder = tokens.gather(1, orders);
    const auto fed = tokens.size(1) - groups.back();
    const auto x = torch::cat(
        {reference.classVectors(integers(*golden_, "train.labels")),
         reference.tokenVectors(inOrder.narrow(1, 0, fed), orders.narrow(1, 0, fed)), reference.queryVectors(orders)},
        1);
    const auto want = reference.logits(x, teacherForcingMask(groups)).narrow(1, 1 + fed, tokens.size(1));

    auto cache = model.makeCache(2);
    const auto labels = golden_->integers("train.labels");
    auto context = model.classVectors({labels.begin(), labels.end()});
    std::int64_t first = 0;
    for (const int size : groups) {
      const auto positions = orders.narrow(1, first, size).contiguous();
      const auto have = model.step(cache, context, model.queryVectors(positions));
      QVERIFY((have - want.narrow(1, first, size)).abs().max().item<float>() <= 1e-3f);
      context = model.tokenVectors(inOrder.narrow(1, first, size), positions);
      first += size;
    }
  }

  /// Fed the fp32 tokens, bf16 makes the same greedy choice almost everywhere.
  void choosesLikeFp32InBf16_data() {
    QTest::addColumn<int>("path");
    QTest::newRow("kernels that round") << static_cast<int>(Compute::Path::Kernels);
    QTest::newRow("torch") << static_cast<int>(Compute::Path::Torch);
  }
  void choosesLikeFp32InBf16() {
    QFETCH(int, path);
    const c10::InferenceMode inference;
    Compute bf16;
    bf16.path = static_cast<Compute::Path>(path);
    bf16.bf16 = true;
    const auto file = WeightFile::open(golden_->info().transformerFile());
    const Transformer model(*file, golden_->info().transformer, golden_->info().grid, bf16);
    int equal = 0, count = 0;
    for (const auto& golden : golden_->cases()) {
      const auto& request = golden.request;
      const bool guided = request.guidance.scale != 1.0;
      const auto both = [&](const torch::Tensor& x) { return guided ? torch::cat({x, x}) : x; };
      auto classes = request.classes;
      if (guided) classes.insert(classes.end(), 2, kUnconditional);
      auto cache = model.makeCache(static_cast<std::int64_t>(classes.size()));
      auto context = model.classVectors(classes);
      int first = 0;
      for (const int size : request.plan.groupSizes) {
        std::vector<std::int64_t> positions, tokens;
        for (int image = 0; image < 2; ++image)
          for (int i = 0; i < size; ++i) {
            positions.push_back(request.plan.orders[image][first + i]);
            tokens.push_back(golden.tokens[image][positions.back()]);
          }
        const auto at = torch::tensor(positions).view({2, size}), fed = torch::tensor(tokens).view({2, size});
        auto logits = model.step(cache, context, both(model.queryVectors(at)));
        if (guided) {
          const auto ramp = torch::arange(first, first + size).to(torch::kFloat32) / 64;
          const bool linear = request.guidance.schedule == GuidanceSchedule::Linear;
          const auto scale =
              1 + (request.guidance.scale - 1) * (linear ? ramp : torch::ones_like(ramp)).view({1, -1, 1});
          logits = logits.narrow(0, 2, 2) + scale * (logits.narrow(0, 0, 2) - logits.narrow(0, 2, 2));
        }
        equal += logits.argmax(-1).eq(fed).sum().item<int>();
        count += 2 * size;
        context = both(model.tokenVectors(fed, at));
        first += size;
      }
    }
    QCOMPARE(count, 5 * 2 * 64);
    QVERIFY2(equal >= 0.97 * count, qPrintable(QString("%1 of %2").arg(equal).arg(count)));
    qInfo("%d of %d greedy tokens equal", equal, count);
  }

 private:
  std::unique_ptr<GoldenModel> golden_;
};

QTEST_APPLESS_MAIN(TestGolden)
#include "test_golden.moc"
