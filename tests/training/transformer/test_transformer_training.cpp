#include "backends/cpu/bf16_kernels.h"
#include "golden/golden_model.h"
#include "model/teacher_forcing.h"
#include "training/transformer/batch_feed.h"
#include "training/transformer/bf16_layers.h"
#include "training/transformer/group_attention.h"
#include "training/transformer/trainable_transformer.h"

#include <QtTest/QtTest>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace lpd;
using namespace lpd::training;

namespace {

/// Reference section 6, cell by cell.
class SlowMask {
 public:
  explicit SlowMask(const GroupSizes& groups) {
    groups_.push_back(-1);  // the class precedes every group
    for (int pass = 0; pass < 2; ++pass) {
      const std::size_t count = groups.size() - (pass == 0 ? 1 : 0);  // the last group's tokens are never fed
      for (std::size_t group = 0; group < count; ++group)
        for (int i = 0; i < groups[group]; ++i)
          groups_.push_back(static_cast<int>(group));
      if (pass == 0) context_ = static_cast<int>(groups_.size());
    }
  }
  bool maySee(int row, int column) const {
    const int own = groups_[row], other = groups_[column];
    if (row < context_) return column < context_ && other <= own;
    return column < context_ ? other < own : other == own;
  }

 private:
  std::vector<int> groups_;
  int context_ = 0;
};

std::vector<GroupSizes> someGroupSizes() {
  return {{1, 2, 3, 4}, {10}, {1, 1, 1, 1, 1, 1}, groupSizesFor(20, 256), groupSizesFor(8, 256), {1, 90, 100}};
}

double relativeError(const torch::Tensor& have, const torch::Tensor& want) {
  return (have - want).norm().item<double>() / want.norm().item<double>();
}

torch::Tensor integers(const GoldenModel& golden, const char* name) {
  return torch::tensor(golden.integers(name), torch::kInt64).view(golden.shape(name));
}

TransformerConfig smallConfig(int tokens) {
  return {.width = 32, .depth = 2, .heads = 4, .mlpHidden = 64, .classCount = 3, .vocab = 11, .tokens = tokens};
}

TeacherForcedBatch someBatch(const TransformerConfig& config, const GroupSizes& groups, int images) {
  at::manual_seed(4);
  TeacherForcedBatch batch;
  batch.tokens = at::randint(config.vocab, {images, config.tokens}, torch::kInt64);
  std::vector<torch::Tensor> orders;
  for (int i = 0; i < images; ++i)
    orders.push_back(at::randperm(config.tokens, torch::kInt64));
  batch.orders = at::stack(orders);
  batch.labels = at::randint(config.classCount + 1, {images}, torch::kInt64);
  batch.groupSizes = groups;
  return batch;
}

/// Tokens that tell picture, flip and position; 40 pictures of 4 classes on a grid of 4 x 4.
TokenCache tellingCache() {
  TokenCache cache;
  cache.grid = {4, 4};
  cache.vocab = 2000;
  cache.classNames = {"a", "b", "c", "d"};
  cache.train.positions = 16;
  for (int picture = 0; picture < 40; ++picture) {
    cache.train.labels.push_back(picture % 4);
    for (int flip = 0; flip < 2; ++flip)
      for (int r = 0; r < 16; ++r)
        cache.train.tokens.push_back(picture * 32 + flip * 16 + r);
  }
  return cache;
}

TransformerRecipe recipeFor(const TokenCache& cache, double lpdShare) {
  TransformerRecipe recipe;
  recipe.batch = 20;
  recipe.lpdShare = lpdShare;
  recipe.dropout = 0.1;
  for (const int steps : {16, 6, 3})
    recipe.groups.push_back({groupSizesFor(steps, cache.grid.count()), steps == 6 ? 2.0 : 1.0});
  return recipe;
}

TeacherForcedBatch part(const TeacherForcedBatch& batch, int first, int count) {
  TeacherForcedBatch some = batch;
  for (auto* tensor : {&some.tokens, &some.orders, &some.labels})
    *tensor = tensor->narrow(0, first, count);
  if (!batch.dropoutKeys.empty())
    some.dropoutKeys = {batch.dropoutKeys.begin() + first, batch.dropoutKeys.begin() + first + count};
  return some;
}

std::vector<torch::Tensor> gradientsOf(const TrainableTransformer& model, const TeacherForcedBatch& batch,
                                       const PassOptions& options) {
  zeroGradients(model.parameters());
  model.loss(batch, options).backward();
  std::vector<torch::Tensor> gradients;
  for (const auto& parameter : model.parameters())
    gradients.push_back(parameter.value.grad().clone());
  return gradients;
}

}  // namespace

class TestTransformerTraining : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void laysOutEveryPublishedListLikeTheMask() {
    for (const int count : {256, 1024}) {
      for (const int steps : publishedSteps(count)) {
        const auto groups = groupSizesFor(steps, count);
        const AttentionLayout layout(groups);
        const auto mask = teacherForcingMask(groups);
        QCOMPARE(mask.size(0), std::int64_t{layout.length()});
        const auto cells = mask.accessor<bool, 2>();
        for (int row = 0; row < layout.length(); ++row) {
          const auto& sees = layout.row(row);
          for (int column = 0; column < layout.length(); ++column) {
            const int own = column - layout.context();
            const bool visible = own < 0 ? column < sees.prefix : own >= sees.ownBegin && own < sees.ownEnd;
            if (visible != cells[row][column])
              QFAIL(qPrintable(QString("%1 steps, row %2, column %3").arg(steps).arg(row).arg(column)));
          }
        }
        QVERIFY(layout.density() < 0.5);
      }
    }
  }

  void masksEveryPublishedListAsDefined() {
    for (const int count : {256, 1024}) {
      for (const int steps : publishedSteps(count)) {
        const auto groups = groupSizesFor(steps, count);
        const SlowMask slow(groups);
        const auto mask = teacherForcingMask(groups);
        const auto cells = mask.accessor<bool, 2>();
        for (int row = 0; row < mask.size(0); ++row)
          for (int column = 0; column < mask.size(1); ++column)
            if (slow.maySee(row, column) != cells[row][column])
              QFAIL(qPrintable(QString("%1 steps, row %2, column %3").arg(steps).arg(row).arg(column)));
      }
    }
  }

  void tilesHoldEveryRow() {
    for (const auto& groups : someGroupSizes()) {
      const AttentionLayout layout(groups);
      int next = 0;
      for (const auto& tile : layout.tiles()) {
        QCOMPARE(tile.begin, next);
        next = tile.end;
        for (int row = tile.begin; row < tile.end; ++row) {
          QVERIFY(layout.row(row).prefix <= tile.span.prefix);
          QVERIFY(layout.row(row).ownBegin >= tile.span.ownBegin && layout.row(row).ownEnd <= tile.span.ownEnd);
        }
      }
      QCOMPARE(next, layout.length());
    }
  }

  void attendsLikeAutogradOverTheWholeSquare() {
    at::manual_seed(5);
    for (const auto& groups : someGroupSizes()) {
      for (const bool queriesOnly : {false, true}) {
        const AttentionLayout layout(groups);
        const auto start = at::randn({2, layout.length(), 3 * 32});
        const auto byHand = start.clone().requires_grad_(), dense = start.clone().requires_grad_();
        const auto have = groupAttention(byHand, layout, 4, queriesOnly, {}, 0);
        const auto want = denseGroupAttention(dense, layout, 4, queriesOnly, 0);
        QVERIFY2(relativeError(have, want) < 1e-5, qPrintable(QString::number(relativeError(have, want))));
        const auto gradient = at::randn_like(want);
        have.backward(gradient);
        want.backward(gradient);
        const double error = relativeError(byHand.grad(), dense.grad());
        QVERIFY2(error < 1e-5, qPrintable(QString::number(error)));
      }
    }
  }

  /// Where the CPU multiplies bf16, another pass runs: it must see the same cells and differentiate the same way.
  void attendsByBf16UnitsAsInFp32() {
    if (!kernels::bf16Table()) QSKIP("this CPU does not multiply bf16");
    at::manual_seed(7);
    for (const auto& groups : someGroupSizes())
      for (const bool queriesOnly : {false, true})
        for (const int heads : {1, 2, 4}) {  // 128, 64 and 32 wide
          const AttentionLayout layout(groups);
          const auto start = at::randn({2, layout.length(), 3 * 128}).to(torch::kBFloat16);
          const auto byUnits = start.clone().requires_grad_();
          const auto dense = start.to(torch::kFloat32).requires_grad_();
          const auto have = groupAttention(byUnits, layout, heads, queriesOnly, {}, 0);
          const auto want = denseGroupAttention(dense, layout, heads, queriesOnly, 0);
          QCOMPARE(have.scalar_type(), torch::kBFloat16);
          QVERIFY2(relativeError(have.to(torch::kFloat32), want) < 5e-3,
                   qPrintable(QString::number(relativeError(have.to(torch::kFloat32), want))));
          const auto gradient = at::randn_like(want).to(torch::kBFloat16);
          have.backward(gradient);
          want.backward(gradient.to(torch::kFloat32));
          for (int part = 0; part < 3; ++part) {  // of queries, keys, values
            const auto of = [&](const torch::Tensor& all) {
              return all.to(torch::kFloat32).narrow(2, 128 * part, 128);
            };
            const double error = relativeError(of(byUnits.grad()), of(dense.grad()));
            QVERIFY2(error < 1e-2, qPrintable(QString("part %1: %2").arg(part).arg(error)));
          }
        }
  }

  void differentiatesAttentionWithDropout() {
    at::manual_seed(6);
    const AttentionLayout layout(groupSizesFor(5, 64));
    const Dropout dropout{0.3, {11, 12}};
    const auto x = at::randn({2, layout.length(), 3 * 16}).requires_grad_();
    const auto out = groupAttention(x, layout, 2, false, dropout, 7);
    const auto weights = at::randn_like(out);
    (out * weights).sum().backward();
    // The derivative along one direction, by differences.
    const auto direction = at::randn_like(x);
    const at::NoGradGuard noGradient;
    const auto value = [&](double step) {
      return (groupAttention(x + step * direction, layout, 2, false, dropout, 7) * weights)
          .to(torch::kFloat64)
          .sum()
          .item<double>();
    };
    const double byDifferences = (value(1e-2) - value(-1e-2)) / 2e-2;
    const double have = (x.grad() * direction).sum().item<double>();
    QVERIFY2(std::abs(have - byDifferences) < 0.01 * std::abs(byDifferences) + 1e-2,
             qPrintable(QString("%1 against %2").arg(have).arg(byDifferences)));
    QVERIFY(relativeError(groupAttention(x, layout, 2, false, {}, 7), out) > 0.05);  // it did drop
    // On average nothing changes.
    auto mean = at::zeros_like(out);
    for (std::uint32_t site = 0; site < 200; ++site)
      mean += groupAttention(x, layout, 2, false, dropout, site) / 200;
    QVERIFY(relativeError(mean, groupAttention(x, layout, 2, false, {}, 7)) < 0.1);
  }

  void dropsTheShareAskedForAndDifferentiates() {
    const auto x = at::ones({3, 40, 50}).requires_grad_(), sum = at::full({3, 40, 50}, 2.0f).requires_grad_();
    const Dropout dropout{0.2, {1, 2, 3}};
    const auto out = addDropped(sum, x, dropout, 9);
    const auto dropped = out.eq(2.0f);
    QVERIFY(std::abs(dropped.to(torch::kFloat32).mean().item<double>() - 0.2) < 0.02);
    QVERIFY(at::logical_or(dropped, (out - 3.25f).abs().lt(1e-6)).all().item<bool>());
    out.backward(at::full_like(out, 4.0f));
    QVERIFY(at::equal(x.grad(), (out.detach() - 2) * 4));
    QVERIFY(at::equal(sum.grad(), at::full_like(sum, 4.0f)));
    QVERIFY(at::equal(lpd::training::dropped(x, dropout, 9), out.detach() - 2));
    QVERIFY(!at::equal(lpd::training::dropped(x, dropout, 10), out.detach() - 2));
  }

  void losesAsTheReleasedTrainer() {
    const GoldenModel golden(LPD_TEST_DATA "/golden");
    const auto model = modelOf(golden);
    TeacherForcedBatch batch;
    batch.orders = integers(golden, "train.orders");
    batch.tokens = integers(golden, "train.tokens").gather(1, batch.orders);
    batch.labels = integers(golden, "train.labels");
    QVERIFY(!golden.trainLosses().empty());
    for (const auto& [groupSizes, loss] : golden.trainLosses()) {
      batch.groupSizes = groupSizes;
      const double have = model.loss(batch, {}).item<double>();
      QVERIFY2(std::abs(have - loss) <= 1e-3, qPrintable(QString("%1 against %2").arg(have).arg(loss)));
      const double rounded = model.loss(batch, {.bf16 = true}).item<double>();
      QVERIFY2(std::abs(rounded - loss) <= 0.03, qPrintable(QString("bf16: %1 against %2").arg(rounded).arg(loss)));
    }
  }

  /// Every parameter's gradient against differences of the loss along a random direction.
  void differentiatesTheLossByEveryParameter() {
    const auto config = smallConfig(16);
    const TrainableTransformer model(config, torch::kCPU, 1);
    {
      const at::NoGradGuard noGradient;  // biases and gains away from their special start values
      at::manual_seed(7);
      for (const auto& parameter : model.parameters())
        parameter.value.detach().add_(at::randn_like(parameter.value), 0.1);
    }
    auto batch = someBatch(config, {1, 2, 5, 8}, 3);
    batch.dropoutKeys = {21, 22, 23};
    const PassOptions options{.dropout = 0.1, .attentionDropout = 0.1};
    const auto gradients = gradientsOf(model, batch, options);
    const at::NoGradGuard noGradient;
    for (std::size_t i = 0; i < gradients.size(); ++i) {
      const auto value = model.parameters()[i].value.detach();
      const auto direction = at::randn_like(value);
      const double step = 1e-2;
      value.add_(direction, step);
      const double above = model.loss(batch, options).item<double>();
      value.add_(direction, -2 * step);
      const double below = model.loss(batch, options).item<double>();
      value.add_(direction, step);
      const double want = (above - below) / (2 * step), have = (gradients[i] * direction).sum().item<double>();
      QVERIFY2(std::abs(have - want) < 0.05 * std::abs(want) + 2e-3,
               qPrintable(QString("%1: %2 against %3")
                              .arg(QString::fromStdString(model.parameters()[i].name))
                              .arg(have)
                              .arg(want)));
    }
  }

  void splitsABatchIntoPassesWithoutChangingTheGradient() {
    const auto config = smallConfig(16);
    const TrainableTransformer model(config, torch::kCPU, 2);
    auto batch = someBatch(config, groupSizesFor(6, 16), 4);
    batch.dropoutKeys = {1, 2, 3, 4};
    const PassOptions options{.dropout = 0.2, .attentionDropout = 0.1};
    const auto whole = gradientsOf(model, batch, options);
    const auto first = gradientsOf(model, part(batch, 0, 2), options);
    const auto second = gradientsOf(model, part(batch, 2, 2), options);
    for (std::size_t i = 0; i < whole.size(); ++i)
      QVERIFY(at::allclose((first[i] + second[i]) / 2, whole[i], 1e-4, 1e-6));
  }

  void givesNearlyTheSameGradientInBf16() {
    const auto config = smallConfig(16);
    const TrainableTransformer model(config, torch::kCPU, 3);
    const auto batch = someBatch(config, groupSizesFor(6, 16), 4);
    const auto exact = gradientsOf(model, batch, {}), rounded = gradientsOf(model, batch, {.bf16 = true});
    for (std::size_t i = 0; i < exact.size(); ++i) {
      QCOMPARE(rounded[i].scalar_type(), torch::kFloat32);
      if (exact[i].norm().item<double>() < 1e-6) continue;  // keys' biases: their gradient is zero but for rounding
      QVERIFY2(relativeError(rounded[i], exact[i]) < 0.1, model.parameters()[i].name.c_str());
    }
  }

  /// What dropout drops follows from the batch's keys alone, in bf16 too: a resumed run must see the same.
  void dropsTheSameInBf16EveryTime() {
    const auto config = smallConfig(16);
    const TrainableTransformer model(config, torch::kCPU, 3);
    auto batch = someBatch(config, groupSizesFor(6, 16), 2);
    batch.dropoutKeys = {11, 12};
    const PassOptions options{.dropout = 0.3, .bf16 = true};
    const double first = model.loss(batch, options).item<double>();
    QCOMPARE(model.loss(batch, options).item<double>(), first);
    QVERIFY(first != model.loss(batch, {.bf16 = true}).item<double>());  // it did drop
  }

  /// Each layer that runs in bf16 against autograd in fp32 on the same rounded values.
  void differentiatesItsBf16Layers() {
    at::manual_seed(8);
    const auto bf16 = [](const torch::Tensor& x) { return x.to(torch::kBFloat16); };
    const auto fp32 = [](const torch::Tensor& x) { return x.to(torch::kFloat32); };
    const auto leaf = [](const torch::Tensor& x) { return x.detach().clone().requires_grad_(); };
    for (const std::int64_t width : {37, 64}) {  // with and without a rest behind the whole vectors
      const auto weight = at::randn({width + 5, width}) / 8, bias = at::randn({width + 5}),
                 x = at::randn({2, 70, width});
      const auto scale = at::randn({width}), shift = at::randn({width});
      const auto targets = at::randint(width, {140}, torch::kInt64);
      using Layer = std::function<torch::Tensor(const std::vector<torch::Tensor>&)>;
      struct Case {
        const char* name;
        std::vector<torch::Tensor> inputs;
        Layer have, want;
        double tolerance;
      };
      const Case cases[] = {{"norm",
                             {x, scale, shift},
                             [](auto& t) { return bf16Norm(t[0], t[1], t[2], 1e-6); },
                             [&](auto& t) { return at::layer_norm(t[0], {width}, t[1], t[2], 1e-6); },
                             5e-3},
                            {"linear",
                             {bf16(x), weight, bias},
                             [](auto& t) { return bf16Linear(t[0], t[1], t[2]); },
                             [&](auto& t) { return at::linear(fp32(t[0]), t[1], t[2]); },
                             1e-2},
                            {"linear without bias",
                             {bf16(x), weight},
                             [](auto& t) { return bf16Linear(t[0], t[1], {}); },
                             [&](auto& t) { return at::linear(fp32(t[0]), t[1]); },
                             1e-2},
                            {"gelu",
                             {bf16(x), weight, bias},
                             [](auto& t) { return bf16LinearGelu(t[0], t[1], t[2]); },
                             [&](auto& t) { return at::gelu(at::linear(fp32(t[0]), t[1], t[2])); },
                             1e-2},
                            {"add",
                             {x, bf16(x * 3)},
                             [](auto& t) { return bf16Add(t[0], t[1]); },
                             [&](auto& t) { return t[0] + fp32(t[1]); },
                             5e-3},
                            {"cross entropy",
                             {bf16(x.reshape({140, width}) * 4)},
                             [&](auto& t) { return bf16CrossEntropy(t[0], targets); },
                             [&](auto& t) { return at::cross_entropy_loss(fp32(t[0]), targets); },
                             5e-3}};
      for (const Case& layer : cases) {
        std::vector<torch::Tensor> mine, theirs;
        for (const auto& input : layer.inputs) {
          mine.push_back(leaf(input));
          theirs.push_back(leaf(input));
        }
        const auto have = layer.have(mine), want = layer.want(theirs);
        const auto check = [&](const torch::Tensor& a, const torch::Tensor& b, const QString& what) {
          const double error = relativeError(fp32(a), fp32(b));
          QVERIFY2(error < layer.tolerance, qPrintable(QString("%1, %2: %3").arg(layer.name, what).arg(error)));
        };
        check(have, want, "result");
        const auto upstream = at::randn(want.sizes());
        have.backward(upstream.to(have.scalar_type()));
        want.backward(fp32(upstream.to(have.scalar_type())));
        for (std::size_t i = 0; i < mine.size(); ++i)
          check(mine[i].grad(), theirs[i].grad(), QString("gradient %1").arg(i));
      }
    }
  }

  void sharesParametersBetweenTheOptimizers() {
    const TrainableTransformer model(smallConfig(16), torch::kCPU, 1);
    QCOMPARE(model.blockMatrices().size(), std::size_t{2 * 4});
    QCOMPARE(model.blockMatrices().size() + model.otherParameters().size(), model.parameters().size());
    QCOMPARE(model.blockMatrices()[0].stacked, 3);
  }

  void startsAlikeForTheSameSeedOnly() {
    const TrainableTransformer a(smallConfig(16), torch::kCPU, 1), b(smallConfig(16), torch::kCPU, 1),
        c(smallConfig(16), torch::kCPU, 2);
    QVERIFY(at::equal(a.parameter("head.weight"), b.parameter("head.weight")));
    QVERIFY(!at::equal(a.parameter("head.weight"), c.parameter("head.weight")));
  }

  void startsFromACodebook() {
    TrainableTransformer model(smallConfig(16), torch::kCPU, 1);
    at::manual_seed(8);
    auto codebook = at::randn({11, 4});
    codebook[1] = codebook[0] * 3;  // the same entry once normalised
    model.startFromCodebook(codebook, 1);
    const auto embedding = model.parameter("token_emb.weight");
    QVERIFY(at::allclose(embedding[0], embedding[1], 1e-4, 1e-6));
    QVERIFY(!at::allclose(embedding[0], embedding[2], 1e-4, 1e-6));
    const double deviation = embedding.norm().item<double>() / std::sqrt(11.0 * 32);
    QVERIFY(deviation > 0.014 && deviation < 0.028);
  }

  void drawsEveryPictureOnceAnEpoch() {
    EpochOrder order(40, 5);
    for (int epoch = 0; epoch < 3; ++epoch) {
      std::vector<bool> seen(40);
      for (int i = 0; i < 40; ++i)
        seen[static_cast<std::size_t>(order.picture(epoch * 40 + i))] = true;
      QVERIFY(std::all_of(seen.begin(), seen.end(), [](bool s) { return s; }));
    }
    EpochOrder again(40, 5);
    QCOMPARE(again.picture(85), order.picture(85));
  }

  void drawsBatchesThatDependOnStepAndItemAlone() {
    const auto cache = tellingCache();
    const auto recipe = recipeFor(cache, 0.5);
    BatchMaker maker(cache, recipe), other(cache, recipe);
    for (int step = 0; step < 4; ++step)
      maker.make(step, 0, 20);
    const auto whole = maker.make(4, 0, 20), back = other.make(4, 12, 8);
    QVERIFY(at::equal(part(whole, 12, 8).tokens, back.tokens));
    QVERIFY(at::equal(part(whole, 12, 8).orders, back.orders));
    QVERIFY(at::equal(part(whole, 12, 8).labels, back.labels));
    QVERIFY(part(whole, 12, 8).dropoutKeys == back.dropoutKeys);
    QVERIFY(whole.groupSizes == back.groupSizes);
    BatchFeed feed(other, 3, 6, 12, 8);
    feed.next();
    QVERIFY(at::equal(feed.next().tokens, back.tokens));
  }

  void drawsOrdersGroupsAndLabelsAsAskedFor() {
    const auto cache = tellingCache();
    for (const double share : {0.0, 1.0}) {
      const auto recipe = recipeFor(cache, share);
      BatchMaker maker(cache, recipe);
      int unlabelled = 0, flipped = 0, sixes = 0;
      for (int step = 0; step < 100; ++step) {
        const auto batch = maker.make(step, 0, 20);
        sixes += batch.groupSizes.size() == 6 ? 1 : 0;
        for (int i = 0; i < 20; ++i) {
          OrderOptions options;
          options.kind = share > 0 ? OrderKind::Lpd : OrderKind::Random;
          options.grid = cache.grid;
          options.groupSizes = batch.groupSizes;
          options.seed = recipe.seed;
          options.imageIndex = static_cast<std::uint64_t>(step * 20 + i);
          const auto want = makeOrder(options);
          const auto label = batch.labels[i].item<std::int64_t>();
          const auto first = batch.tokens[i][0].item<std::int64_t>();
          for (int p = 0; p < 16; ++p) {
            QCOMPARE(batch.orders[i][p].item<std::int64_t>(), std::int64_t{want[static_cast<std::size_t>(p)]});
            QCOMPARE(batch.tokens[i][p].item<std::int64_t>(), first / 16 * 16 + want[static_cast<std::size_t>(p)]);
          }
          flipped += first / 16 % 2;
          unlabelled += label == 4 ? 1 : 0;
          QVERIFY(label == 4 || label == first / 32 % 4);
        }
      }
      QVERIFY2(std::abs(unlabelled - 200) < 60, qPrintable(QString::number(unlabelled)));  // 0.1 of 2000
      QVERIFY2(std::abs(flipped - 1000) < 120, qPrintable(QString::number(flipped)));
      QVERIFY2(std::abs(sixes - 50) < 20, qPrintable(QString::number(sixes)));  // weight 2 of 4
    }
  }

  void scalesTheUsualStepCounts() {
    QCOMPARE(usualStepCounts(256), (std::vector<int>{256, 128, 64, 32, 24, 20, 16, 12, 8}));
    QCOMPARE(usualStepCounts(64), (std::vector<int>{64, 32, 16, 8, 6, 5, 4, 3, 2}));
    for (const int tokens : {1, 4, 100, 1024})
      for (const int steps : usualStepCounts(tokens))
        QVERIFY(steps >= 1 && steps <= tokens);
  }

  void readsTheConfigurationsThatAreShipped() {
    for (const char* name : {"transformer-scenes", "transformer-scenes-more", "transformer-scenes-again",
                             "transformer-scenes-grow", "transformer-scenes-grow-more", "transformer-tiny"})
      QVERIFY(readTransformerRecipe(QString(LPD_RESOURCES "/training/%1.json").arg(name).toStdString(), 256).steps > 0);
  }

 private:
  static TrainableTransformer modelOf(const GoldenModel& golden) {
    TrainableTransformer model(golden.info().transformer, torch::kCPU, 0);
    const auto file = WeightFile::open(golden.info().transformerFile());
    NamedTensors stored;
    for (const TensorInfo& info : file->tensors()) {
      const auto data = file->read(info.name);
      stored[info.name] =
          torch::from_blob(const_cast<std::byte*>(data.bytes.data()), info.shape, torch::kFloat32).clone();
    }
    model.load("", stored);
    return model;
  }
};

QTEST_APPLESS_MAIN(TestTransformerTraining)
#include "test_transformer_training.moc"
