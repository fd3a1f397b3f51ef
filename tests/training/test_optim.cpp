#include "training/optim/adamw.h"
#include "training/optim/gradient_clip.h"
#include "training/optim/muon.h"
#include "training/optim/rate_schedule.h"
#include "training/optim/weight_average.h"

#include <lpd/error.h>

#include <QtTest/QtTest>

#include <cmath>
#include <memory>

using namespace lpd::training;

namespace {

Parameter parameter(const std::string& name, const torch::Tensor& value) {
  return {name, value.clone().requires_grad_()};
}

void setGradient(const Parameter& parameter, const torch::Tensor& gradient) {
  parameter.value.mutable_grad() = gradient.clone();
}

/// AdamW on one number, in double precision, as the paper writes it.
struct SlowAdamW {
  double value, mean = 0, square = 0;
  int steps = 0;
  void step(double gradient, double rate, const AdamWOptions& options, double decay) {
    ++steps;
    mean = options.beta1 * mean + (1 - options.beta1) * gradient;
    square = options.beta2 * square + (1 - options.beta2) * gradient * gradient;
    const double meanHat = mean / (1 - std::pow(options.beta1, steps));
    const double squareHat = square / (1 - std::pow(options.beta2, steps));
    value -= rate * (meanHat / (std::sqrt(squareHat) + options.epsilon) + decay * value);
  }
};

/// Gradients of a made-up training, the same every time.
torch::Tensor gradientOf(int step, const torch::Tensor& like) {
  return at::sin(at::arange(like.numel()).to(torch::kFloat32) * 0.37 + step).view(like.sizes());
}

/// Two runs of `build`'s optimizer over six steps, one of them saved and restored in the middle, end alike.
template <typename Build>
void continuesExactly(const torch::Tensor& start, const Build& build) {
  const auto straight = parameter("a.weight", start), broken = parameter("a.weight", start);
  auto first = build(straight), second = build(broken);
  for (int step = 0; step < 6; ++step) {
    if (step == 3) {
      NamedTensors saved;
      second->save("optimizer.", saved);
      for (auto& [name, tensor] : saved)
        tensor = tensor.clone();
      second = build(broken);
      second->load("optimizer.", saved);
    }
    setGradient(straight, gradientOf(step, start));
    setGradient(broken, gradientOf(step, start));
    first->step(0.01);
    second->step(0.01);
  }
  QVERIFY(at::equal(straight.value, broken.value));
  QVERIFY(!at::equal(straight.value, start));
}

}  // namespace

class TestOptim : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void adamStepsAsThePaperSays() {
    const AdamWOptions options{0.9, 0.95, 1e-8, 0.1};
    const auto start = at::linspace(-1, 1, 6).view({2, 3});
    const auto matrix = parameter("fc.weight", start), bias = parameter("fc.bias", start.view({6}));
    AdamW optimizer({matrix, bias}, options);
    std::vector<SlowAdamW> slowMatrix, slowBias;
    for (int i = 0; i < 6; ++i) {
      slowMatrix.push_back({start.view({6})[i].item<double>()});
      slowBias.push_back({start.view({6})[i].item<double>()});
    }
    for (int step = 0; step < 5; ++step) {
      const auto gradient = gradientOf(step, start);
      setGradient(matrix, gradient);
      setGradient(bias, gradient.view({6}));
      optimizer.step(0.02);
      for (int i = 0; i < 6; ++i) {
        const double g = gradient.view({6})[i].item<double>();
        slowMatrix[i].step(g, 0.02, options, options.weightDecay);
        slowBias[i].step(g, 0.02, options, 0);  // nothing but matrices decays
      }
    }
    for (int i = 0; i < 6; ++i) {
      QVERIFY(std::abs(matrix.value.view({6})[i].item<double>() - slowMatrix[i].value) < 1e-5);
      QVERIFY(std::abs(bias.value[i].item<double>() - slowBias[i].value) < 1e-5);
    }
  }

  void decaysMatricesOnly() {
    QVERIFY(isMatrix(parameter("blocks.0.attn.qkv.weight", at::zeros({3, 2}))));
    QVERIFY(isMatrix(parameter("encoder.conv_in.weight", at::zeros({3, 2, 3, 3}))));
    QVERIFY(!isMatrix(parameter("norm.weight", at::zeros({3}))));
    QVERIFY(!isMatrix(parameter("head.bias", at::zeros({3}))));
    QVERIFY(!isMatrix(parameter("pos_embed", at::zeros({1, 3, 2}))));
    QVERIFY(!isMatrix(parameter("fake_latent", at::zeros({1, 2}))));
  }

  void skipsParametersWithoutGradient() {
    const auto idle = parameter("a.weight", at::ones({2, 2}));
    AdamW({idle}, {.weightDecay = 0.5}).step(0.1);
    Muon({{idle}}, {}).step(0.1);
    QVERIFY(at::equal(idle.value, at::ones({2, 2})));
  }

  void orthogonalises_data() {
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::newRow("square") << 64 << 64;
    QTest::newRow("tall") << 128 << 32;
    QTest::newRow("wide") << 32 << 128;
  }
  void orthogonalises() {
    QFETCH(int, rows);
    QFETCH(int, columns);
    at::manual_seed(1);
    const auto matrix = at::randn({rows, columns});
    const auto singular = at::linalg_svdvals(orthogonalised(matrix));
    QVERIFY2(singular.max().item<double>() < 1.3, qPrintable(QString::number(singular.max().item<double>())));
    // A square random matrix has singular values near 0, which five iterations cannot lift all the way.
    QVERIFY(singular.median().item<double>() > 0.65);
    if (rows != columns) QVERIFY(singular.min().item<double>() > 0.6);
    // The directions stay: U V^T of the matrix itself is close by.
    const auto [u, s, v] = at::linalg_svd(matrix, /*full_matrices=*/false);
    const auto exact = at::mm(u, v);
    const double cosine =
        ((orthogonalised(matrix) * exact).sum() / (orthogonalised(matrix).norm() * exact.norm())).item<double>();
    QVERIFY2(cosine > 0.95, qPrintable(QString::number(cosine)));
  }

  void orthogonalisesStackedMatricesOneByOne() {
    at::manual_seed(2);
    const auto gradient = at::randn({24, 8});
    const auto joint = parameter("qkv.weight", at::zeros({24, 8}));
    setGradient(joint, gradient);
    Muon({{joint, 3}}, {.momentum = 0, .nesterov = false}).step(1);
    for (int part = 0; part < 3; ++part) {
      const auto single = parameter("q.weight", at::zeros({8, 8}));
      setGradient(single, gradient.narrow(0, 8 * part, 8));
      Muon({{single}}, {.momentum = 0, .nesterov = false}).step(1);
      QVERIFY(at::allclose(joint.value.narrow(0, 8 * part, 8), single.value, 1e-5, 1e-6));
    }
  }

  void flattensConvolutions() {
    at::manual_seed(3);
    const auto gradient = at::randn({4, 2, 3, 3});
    const auto kernel = parameter("conv.weight", at::zeros({4, 2, 3, 3}));
    const auto flat = parameter("flat.weight", at::zeros({4, 18}));
    setGradient(kernel, gradient);
    setGradient(flat, gradient.view({4, 18}));
    Muon({{kernel}}, {}).step(0.1);
    Muon({{flat}}, {}).step(0.1);
    QVERIFY(at::equal(kernel.value.detach().view({4, 18}), flat.value.detach()));
  }

  void continuesAfterRestoring() {
    const auto start = at::linspace(-1, 1, 12).view({4, 3});
    continuesExactly(
        start, [](const Parameter& p) { return std::unique_ptr<Optimizer>(new AdamW({p}, {.weightDecay = 0.1})); });
    continuesExactly(start, [](const Parameter& p) { return std::unique_ptr<Optimizer>(new Muon({{p}}, {})); });
  }

  void clipsByTheJointNorm() {
    const auto a = parameter("a", at::zeros({2})), b = parameter("b", at::zeros({1}));
    const auto idle = parameter("c", at::zeros({1}));
    setGradient(a, at::full({2}, 2.0f));
    setGradient(b, at::full({1}, 1.0f));
    QCOMPARE(clipGradients({a, b, idle}, 4), 3.0);  // below the limit
    QCOMPARE(a.value.grad()[0].item<float>(), 2.0f);
    QCOMPARE(clipGradients({a, b, idle}, 1.5), 3.0);
    QCOMPARE(a.value.grad()[0].item<float>(), 1.0f);
    QCOMPARE(b.value.grad()[0].item<float>(), 0.5f);
    setGradient(b, at::full({1}, std::nanf("")));
    QVERIFY(std::isnan(clipGradients({a, b}, 1.5)));
    QCOMPARE(a.value.grad()[0].item<float>(), 1.0f);  // left as it was
  }

  void averagesWeights() {
    const auto weight = parameter("a", at::zeros({1}));
    WeightAverage average({weight}, 0.9);
    double slow = 0;
    for (int t = 1; t <= 200; ++t) {
      weight.value.detach().fill_(t);
      average.update();
      const double decay = std::min(0.9, (1.0 + t) / (10.0 + t));
      slow = decay * slow + (1 - decay) * t;
    }
    QVERIFY(std::abs(average.averages()[0].value.item<double>() - slow) < 1e-3);
    NamedTensors saved;
    average.save("ema.", saved);
    WeightAverage restored({weight}, 0.9);
    restored.load("ema.", saved);
    QVERIFY(at::equal(restored.averages()[0].value, average.averages()[0].value));
  }

  void schedulesRates() {
    const RateSchedule schedule{.rate = 1, .floor = 0.1, .steps = 100, .warmup = 10, .cosineFrom = 50};
    QCOMPARE(schedule.at(0), 0.1);
    QCOMPARE(schedule.at(4), 0.5);
    QCOMPARE(schedule.at(9), 1.0);
    QCOMPARE(schedule.at(10), 1.0);
    QCOMPARE(schedule.at(50), 1.0);
    QVERIFY(std::abs(schedule.at(99) - 0.1) < 1e-12);
    QVERIFY(schedule.at(74) > 0.55 && schedule.at(75) < 0.55);  // halfway down
    for (int step = 51; step < 100; ++step)
      QVERIFY(schedule.at(step) < schedule.at(step - 1));
    const RateSchedule flat{.rate = 1, .floor = 0, .steps = 100, .warmup = 0, .cosineFrom = 100};
    QCOMPARE(flat.at(99), 1.0);
  }

  void namesWhatACheckpointLacks() {
    const auto weight = parameter("a", at::zeros({2}));
    AdamW optimizer({weight}, {});
    NamedTensors saved;
    optimizer.save("adam.", saved);
    saved.erase("adam.square.a");
    try {
      optimizer.load("adam.", saved);
      QFAIL("accepted");
    } catch (const lpd::Error& error) {
      QVERIFY(QString(error.what()).contains("adam.square.a"));
    }
  }
};

QTEST_APPLESS_MAIN(TestOptim)
#include "test_optim.moc"
