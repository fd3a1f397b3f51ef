#include "order/step_colour.h"
#include "slow_lpd_order.h"

#include <lpd/error.h>
#include <lpd/files.h>
#include <lpd/order.h>

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <set>

using namespace lpd;

namespace {

constexpr Grid kGrids[] = {{1, 1}, {1, 2}, {1, 9},  {7, 1},   {2, 2},   {3, 5},  {4, 4}, {5, 3},
                           {8, 8}, {9, 7}, {6, 13}, {16, 16}, {12, 20}, {1, 64}, {64, 1}};

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

bool isPermutation(Order order, int count) {
  std::sort(order.begin(), order.end());
  Order all(at(count));
  std::iota(all.begin(), all.end(), 0);
  return order == all;
}

int chebyshev(const Grid& grid, int a, int b) {
  return std::max(std::abs(grid.row(a) - grid.row(b)), std::abs(grid.column(a) - grid.column(b)));
}

double euclid(const Grid& grid, int a, int b) {
  return std::hypot(grid.row(a) - grid.row(b), grid.column(a) - grid.column(b));
}

double bruteSupport(const Grid& grid, const std::set<int>& done, int position) {
  double sum = 0;
  for (int other : done)
    if (chebyshev(grid, other, position) == 1) sum += 1 / euclid(grid, other, position);
  return sum;
}

// Step counts worth trying on a grid of `count` positions.
std::set<int> stepCounts(int count) {
  std::set<int> steps;
  for (int wish : {1, 2, 5, 20, count / 2, count})
    if (wish >= 1 && wish <= count) steps.insert(wish);
  return steps;
}

std::vector<int> randomGiven(const Grid& grid, std::uint64_t seed, int count) {
  Order all = makeOrder({.kind = OrderKind::Random, .grid = grid, .seed = seed + 1000});
  all.resize(at(count));
  return all;
}

// Proximity and repulsion.
constexpr std::pair<double, double> kThresholds[] = {{1, 2}, {1, 0}, {0, 1}, {2, 3}, {0.7, 1.5}, {9, 100}, {1, 4}};

// Calls check(options) for lpd orders over many grids, steps, thresholds, seeds and given positions.
template <class Check>
void forManyLpdOptions(Check check) {
  std::uint64_t seed = 0;
  for (const Grid& grid : kGrids) {
    for (int steps : stepCounts(grid.count())) {
      for (int variant = 0; variant < 3; ++variant) {
        const auto [proximity, repulsion] = kThresholds[++seed % std::size(kThresholds)];
        OrderOptions options{.grid = grid, .proximity = proximity, .repulsion = repulsion, .seed = seed};
        options.imageIndex = seed % 3;
        if (seed % 4 == 0) options.given = randomGiven(grid, seed, static_cast<int>(seed % at(grid.count())));
        const int open = grid.count() - static_cast<int>(options.given.size());
        options.groupSizes = groupSizesFor(std::min(steps, open), open);
        if (seed % 7 == 0) std::reverse(options.groupSizes.begin(), options.groupSizes.end());
        check(options);
        if (QTest::currentTestFailed()) return;
      }
    }
  }
}

QString whatIsWrongWith(const std::filesystem::path& file, int count) {
  try {
    readOrders(file, count);
  } catch (const Error& error) {
    return error.code() == ErrorCode::InvalidFile ? QString::fromStdString(error.what()) : "another code";
  }
  return "nothing";
}

}  // namespace

class TestOrder : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void namesEveryKindAndReadsItBack() {
    QCOMPARE(std::string(toString(OrderKind::CoarseToFine)), std::string("coarse-to-fine"));
    for (OrderKind kind : kOrderKinds)
      QVERIFY(parseOrderKind(toString(kind)) == kind);
    QVERIFY_EXCEPTION_THROWN(parseOrderKind("hilbert"), Error);
  }

  void everyKindIsAPermutationOfEveryGrid() {
    for (int height = 1; height <= 64; height = height < 9 ? height + 1 : height + 11) {
      for (int width = 1; width <= 64; width = width < 9 ? width + 1 : width + 13) {
        const Grid grid{height, width};
        for (OrderKind kind : kOrderKinds) {
          const Order order = makeOrder({.kind = kind,
                                         .grid = grid,
                                         .groupSizes = groupSizesFor(std::min(20, grid.count()), grid.count()),
                                         .seed = 3});
          QVERIFY2(isPermutation(order, grid.count()),
                   qPrintable(QString("%1 on %2x%3").arg(toString(kind).data()).arg(height).arg(width)));
        }
      }
    }
    for (OrderKind kind : kOrderKinds)
      QVERIFY(isPermutation(makeOrder({.kind = kind, .grid = {64, 64}}), 4096));
  }

  void lpdOrdersEqualTheSlowReference() {
    int compared = 0;
    forManyLpdOptions([&](const OrderOptions& options) {
      QCOMPARE(makeOrder(options), slowLpdOrder(options));
      ++compared;
    });
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      OrderOptions options{.groupSizes = groupSizesFor(seed % 2 ? 20 : 32, 256), .seed = seed};
      QCOMPARE(makeOrder(options), slowLpdOrder(options));
    }
    const OrderOptions large{.grid = {32, 32}, .groupSizes = groupSizesFor(48, 1024), .repulsion = 4, .seed = 9};
    QCOMPARE(makeOrder(large), slowLpdOrder(large));
    QVERIFY(compared > 150);
  }

  void explainsTheSameOrderItMakes() {
    forManyLpdOptions([](OrderOptions options) {
      const PlannedOrder planned = explainOrder(options);
      QCOMPARE(planned.order, makeOrder(options));
      QCOMPARE(planned.reasons.size(), planned.order.size());
      for (OrderKind kind : {OrderKind::Random, OrderKind::Par}) {
        options.kind = kind;
        const PlannedOrder pattern = explainOrder(options);
        QCOMPARE(pattern.order, makeOrder(options));
        QCOMPARE(pattern.reasons.size(), pattern.order.size());
        for (const PlacementReason& reason : pattern.reasons)
          QCOMPARE(reason.pick, Pick::Pattern);
      }
    });
  }

  void reasonsHoldAgainstTheGrid() {
    forManyLpdOptions([](const OrderOptions& options) {
      const auto [order, reasons] = explainOrder(options);
      std::set<int> done(options.given.begin(), options.given.end());
      std::size_t next = 0;
      int step = 0;
      for (int size : options.groupSizes) {
        const std::vector<int> group(order.begin() + static_cast<std::ptrdiff_t>(next),
                                     order.begin() + static_cast<std::ptrdiff_t>(next) + size);
        const int open = options.grid.count() - static_cast<int>(done.size());
        std::set<int> ranks;
        for (std::size_t i = 0; i < group.size(); ++i, ++next) {
          const PlacementReason& reason = reasons[next];
          const double support = bruteSupport(options.grid, done, group[i]);
          QVERIFY(std::abs(reason.support - support) < 1e-5);
          QCOMPARE(reason.candidates, open);
          QVERIFY(reason.rank >= 1 && reason.rank <= open && ranks.insert(reason.rank).second);
          int earlierTooNear = -1;
          double nearest = 0;
          for (std::size_t j = 0; j < group.size(); ++j) {
            if (j < i && earlierTooNear < 0 && chebyshev(options.grid, group[j], group[i]) <= options.repulsion)
              earlierTooNear = group[j];
            const double distance = euclid(options.grid, group[j], group[i]);
            if (j != i && (nearest == 0 || distance < nearest)) nearest = distance;
          }
          QVERIFY(std::abs(reason.nearestInGroup - nearest) < 1e-5);
          switch (reason.pick) {
            case Pick::Start:
              QVERIFY(next == 0 && options.given.empty());
              break;
            case Pick::Proximity:
              QVERIFY(support >= options.proximity - 1e-9);
              QCOMPARE(earlierTooNear, -1);
              QCOMPARE(reason.blockedBy, -1);
              break;
            case Pick::Spread:
              if (support < options.proximity - 1e-9)
                QCOMPARE(reason.blockedBy, -1);
              else
                QCOMPARE(reason.blockedBy, earlierTooNear);
              break;
            case Pick::Pattern:
              QFAIL("an lpd position without a rule");
          }
          if (reason.deferredBy >= 0) {
            QVERIFY(reason.deferredAtStep >= 0 && reason.deferredAtStep < step);
            QVERIFY(chebyshev(options.grid, reason.deferredBy, group[i]) <= options.repulsion);
            const auto where = std::find(order.begin(), order.end(), reason.deferredBy) - order.begin();
            const auto begin = std::accumulate(options.groupSizes.begin(),
                                               options.groupSizes.begin() + reason.deferredAtStep, std::ptrdiff_t{0});
            QVERIFY(where >= begin && where < begin + options.groupSizes[at(reason.deferredAtStep)]);
          } else {
            QCOMPARE(reason.deferredAtStep, -1);
          }
        }
        done.insert(group.begin(), group.end());
        ++step;
      }
    });
  }

  void defersPositionsThatStandTooNear() {
    int deferred = 0, blocked = 0;
    for (const PlacementReason& reason : explainOrder({.groupSizes = groupSizesFor(20, 256), .seed = 1}).reasons) {
      deferred += reason.deferredBy >= 0;
      blocked += reason.blockedBy >= 0;
    }
    QVERIFY(deferred > 10);
    QVERIFY(blocked > 0);
  }

  void explainsAGivenOrderLikeTheOneItMade() {
    forManyLpdOptions([](const OrderOptions& options) {
      const auto [order, made] = explainOrder(options);
      const auto measured = explainGivenOrder(order, options);
      QCOMPARE(measured.size(), made.size());
      for (std::size_t i = 0; i < made.size(); ++i) {
        QCOMPARE(measured[i].pick, made[i].pick);
        QCOMPARE(measured[i].support, made[i].support);
        QCOMPARE(measured[i].candidates, made[i].candidates);
        QCOMPARE(measured[i].blockedBy, made[i].blockedBy);
        QCOMPARE(measured[i].nearestInGroup, made[i].nearestInGroup);
        QVERIFY(measured[i].rank <= made[i].rank || made[i].pick == Pick::Start);
        QCOMPARE(measured[i].deferredBy, -1);
      }
    });
    QVERIFY_EXCEPTION_THROWN(explainGivenOrder({0, 1, 1, 3}, {.grid = {2, 2}}), Error);
    QVERIFY_EXCEPTION_THROWN(explainGivenOrder({0, 1, 2}, {.grid = {2, 2}}), Error);
  }

  void oneEdgeNeighbourReachesAThresholdOfOne() {
    // Around the centre of 3x3, edge cells have support 1 exactly; corners have 0.707.
    const auto [order, reasons] =
        explainOrder({.grid = {3, 3}, .groupSizes = {5, 3}, .repulsion = 0, .seed = 1, .given = {4}});
    for (std::size_t i = 0; i < 4; ++i) {
      QCOMPARE(order[i] % 2, 1);
      QCOMPARE(reasons[i].pick, Pick::Proximity);
      QCOMPARE(reasons[i].support, 1.0f);
    }
    QCOMPARE(reasons[4].pick, Pick::Spread);
  }

  void twoDiagonalNeighboursReachAThresholdOfOne() {
    // Below the given corners 0 and 2, position 1 has two edges, the centre two diagonals, 3 and 5 one edge.
    const auto [order, reasons] =
        explainOrder({.grid = {3, 3}, .groupSizes = {4, 3}, .repulsion = 0, .seed = 1, .given = {0, 2}});
    QCOMPARE(order[0], 1);
    QCOMPARE(order[1], 4);
    QCOMPARE(reasons[1].support, static_cast<float>(std::sqrt(2)));
    for (std::size_t i = 0; i < 4; ++i)
      QCOMPARE(reasons[i].pick, Pick::Proximity);
  }

  void isDeterministicAndDependsOnSeedAndImage() {
    const OrderOptions options{.groupSizes = groupSizesFor(20, 256), .seed = 42};
    OrderOptions otherSeed = options, otherImage = options;
    otherSeed.seed = 43;
    otherImage.imageIndex = 1;
    QCOMPARE(makeOrder(options), makeOrder(options));
    QVERIFY(makeOrder(options) != makeOrder(otherSeed));
    QVERIFY(makeOrder(options) != makeOrder(otherImage));
    // Orders of earlier versions can be made again: these positions must never change.
    const Order order = makeOrder(options);
    QCOMPARE(Order(order.begin(), order.begin() + 7), (Order{32, 48, 255, 49, 254, 15, 240}));
  }

  void startsAnywhereWithEqualChance() {
    std::vector<int> counts(16);
    for (std::uint64_t seed = 0; seed < 8000; ++seed)
      ++counts[at(makeOrder({.grid = {4, 4}, .seed = seed}).front())];
    for (int count : counts)
      QVERIFY(std::abs(count - 500) < 5 * std::sqrt(500.0));
  }

  void ordersOnlyOpenPositionsWhenEditing() {
    for (OrderKind kind : kOrderKinds) {
      const std::vector<int> given = randomGiven({8, 8}, 5, 40);
      Order order = makeOrder({.kind = kind, .grid = {8, 8}, .groupSizes = {4, 20}, .seed = 1, .given = given});
      QCOMPARE(order.size(), std::size_t{24});
      order.insert(order.end(), given.begin(), given.end());
      QVERIFY(isPermutation(order, 64));
    }
    std::vector<int> all(4);
    std::iota(all.begin(), all.end(), 0);
    QVERIFY(makeOrder({.grid = {2, 2}, .given = all}).empty());
  }

  void drawsTheKnownPatterns() {
    const auto make = [](OrderKind kind, Grid grid) { return makeOrder({.kind = kind, .grid = grid}); };
    QCOMPARE(make(OrderKind::Raster, {2, 3}), (Order{0, 1, 2, 3, 4, 5}));
    QCOMPARE(make(OrderKind::Spiral, {3, 4}), (Order{0, 1, 2, 3, 7, 11, 10, 9, 8, 4, 5, 6}));
    QCOMPARE(make(OrderKind::Wavefront, {3, 3}), (Order{0, 1, 3, 2, 4, 6, 5, 7, 8}));
    QCOMPARE(make(OrderKind::CoarseToFine, {4, 4}), (Order{0, 10, 2, 8, 5, 15, 7, 13, 1, 11, 3, 9, 4, 14, 6, 12}));
    QCOMPARE(make(OrderKind::Par, {4, 4}), (Order{0, 2, 8, 10, 1, 3, 9, 11, 4, 6, 12, 14, 5, 7, 13, 15}));
    // Points (1/2, 1/3), (1/4, 2/3), (3/4, 1/9), (1/8, 4/9), ... as (across, down).
    const Order halton = make(OrderKind::Halton, {3, 4});
    QCOMPARE(Order(halton.begin(), halton.begin() + 4), (Order{6, 9, 3, 4}));
  }

  void parTakesTheSameOffsetOfAllRegionsTogether() {
    const Order order = makeOrder({.kind = OrderKind::Par});
    for (int group = 0; group < 16; ++group) {
      std::set<int> regions, offsets;
      for (int i = 0; i < 16; ++i) {
        const int position = order[at(16 * group + i)];
        regions.insert(position / 16 / 4 * 4 + position % 16 / 4);
        offsets.insert(position / 16 % 4 * 4 + position % 16 % 4);
      }
      QVERIFY(regions.size() == 16 && offsets.size() == 1);
    }
  }

  void coarseToFineFillsEveryLatticeBeforeTheNextFiner() {
    const Grid grid{16, 16};
    const Order order = makeOrder({.kind = OrderKind::CoarseToFine, .grid = grid});
    for (int stride = 16; stride >= 1; stride /= 2)
      for (int i = 0; i < 256 / (stride * stride); ++i)
        QVERIFY(grid.row(order[at(i)]) % stride == 0 && grid.column(order[at(i)]) % stride == 0);
  }

  void refusesContradictoryOptions() {
    const OrderOptions bad[] = {
        {.grid = {0, 4}},         {.grid = {65, 1}},       {.grid = {4, -4}},
        {.groupSizes = {1, 2}},   {.proximity = -1},       {.proximity = std::nan("")},
        {.repulsion = -0.5},      {.repulsion = INFINITY}, {.given = {256}},
        {.given = {-1}},          {.given = {3, 3}},       {.groupSizes = {255, 1}, .given = {3}},
        {.groupSizes = {256, 0}},
    };
    for (const OrderOptions& options : bad)
      QVERIFY_EXCEPTION_THROWN(makeOrder(options), Error);
    QVERIFY_EXCEPTION_THROWN(validateOrder({0, 1, 4}, 3), Error);
    QVERIFY_EXCEPTION_THROWN(validateOrder({0, 1, 1}, 3), Error);
    QVERIFY_EXCEPTION_THROWN(validateOrder({0, 2}, 3, "order", {2}), Error);
    validateOrder({0, 1}, 3, "order", {2});
  }

  void measuresLocality() {
    // 2x2 in raster order, one at a time: supports 0, 1, 1 + 0.7071, 2 + 0.7071.
    const OrderStats single = measureOrder({2, 2}, {0, 1, 2, 3}, {});
    const double diagonal = std::sqrt(0.5);
    QVERIFY(std::abs(single.meanSupport - (4 + 2 * diagonal) / 4) < 1e-12);
    QCOMPARE(single.adjacentShare, 0.75);
    QCOMPARE(single.minGroupDistance, 0.0);
    QCOMPARE(single.meanNearestInGroup, 0.0);
    QCOMPARE(single.supportByStep.size(), std::size_t{4});
    // Two steps of two: corners 0 and 3 together, then 1 and 2.
    const OrderStats pairs = measureOrder({2, 2}, {0, 3, 1, 2}, {2, 2});
    QCOMPARE(pairs.supportByStep, (std::vector<double>{0, 2}));
    QCOMPARE(pairs.meanSupport, 1.0);
    QVERIFY(std::abs(pairs.minGroupDistance - std::sqrt(2)) < 1e-6);
    QVERIFY(std::abs(pairs.meanGroupDistance - std::sqrt(2)) < 1e-6);
    QVERIFY(std::abs(pairs.meanNearestInGroup - std::sqrt(2)) < 1e-6);
    // With the upper row given, the lower one has support at once.
    QVERIFY(std::abs(measureOrder({2, 2}, {2, 3}, {2}, {0, 1}).meanSupport - (1 + diagonal)) < 1e-12);
    QVERIFY_EXCEPTION_THROWN(measureOrder({2, 2}, {0, 1, 2}, {}), Error);
  }

  void lpdOrdersAreLocalAndSpread() {
    OrderStats lpd, random, raster;
    const GroupSizes sizes = groupSizesFor(20, 256);
    lpd = measureOrder({}, makeOrder({.groupSizes = sizes, .seed = 1}), sizes);
    random = measureOrder({}, makeOrder({.kind = OrderKind::Random, .groupSizes = sizes, .seed = 1}), sizes);
    raster = measureOrder({}, makeOrder({.kind = OrderKind::Raster, .groupSizes = sizes}), sizes);
    QVERIFY(lpd.meanSupport > random.meanSupport);
    QVERIFY(lpd.meanNearestInGroup > random.meanNearestInGroup);
    QVERIFY(lpd.meanNearestInGroup > 2 * raster.meanNearestInGroup);
  }

  void readsBackTheOrdersItWrites() {
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("orders.json").toStdString();
    std::vector<Order> orders;
    for (std::uint64_t seed = 0; seed < 500; ++seed)
      orders.push_back(makeOrder({.kind = OrderKind::Random, .seed = seed}));
    writeOrders(file, orders);
    QCOMPARE(readOrders(file, 256), orders);
    writeFile(file, "\n[ [2,0 ,1],\r\n\t[0,1,2] ]  ");
    QCOMPARE(readOrders(file, 3), (std::vector<Order>{{2, 0, 1}, {0, 1, 2}}));
  }

  void saysWhatIsWrongWithAnOrderFile_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char* text, const char* fault) {
      QTest::newRow(fault) << QByteArray(text) << QString(fault);
    };
    row("", "expected a list of orders, but the file ends");
    row("[]", "there are no orders in it");
    row("{}", "expected a list of orders, not '{'");
    row("[0,1,2]", "order 0: expected a list of raster indices, not '0'");
    row("[[0,1,2],[0,1]]", "order 1: it has 2 positions, not 3");
    row("[[0,1,2],[]]", "order 1: it has 0 positions, not 3");
    row("[[0,1,2],[0,1,1]]", "order 1: raster index 1 comes twice");
    row("[[0,1,3]]", "order 0: raster index 3 is outside 0..2");
    row("[[0,1,123456789012345678]]", "order 0: raster index 123456789012345678 is outside 0..2");
    row("[[0,1,99999999999999999999]]", "order 0: a raster index has more than 18 digits");
    row("[[0,1,-2]]", "order 0: expected a raster index, not '-'");
    row("[[0,1,2.0]]", "order 0: expected ',' or ']', not '.'");
    row("[[0,1,02]]", "order 0: a number starts with 0");
    row("[[0,1,\"2\"]]", "order 0: expected a raster index, not '\"'");
    row("[[0,1,2,]]", "order 0: expected a raster index, not ']'");
    row("[[0,1,2],]", "order 1: expected a list of raster indices, not ']'");
    row("[[0,1,2]", "expected ',' or ']', but the file ends");
    row("[[0,1,2", "order 0: expected ',' or ']', but the file ends");
    row("[[0,1,2]] x", "something follows the list of orders");
    row("[[[0,1,2]]]", "order 0: expected a raster index, not '['");
  }
  void saysWhatIsWrongWithAnOrderFile() {
    QFETCH(QByteArray, text);
    QFETCH(QString, fault);
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("orders.json").toStdString();
    writeFile(file, text.toStdString());
    QCOMPARE(whatIsWrongWith(file, 3), QString::fromStdString(file.string()) + ": " + fault);
  }

  void refusesFoldersAndMissingFiles() {
    QTemporaryDir folder;
    QCOMPARE(whatIsWrongWith(folder.path().toStdString(), 3), folder.path() + " is a folder, not a file");
    QCOMPARE(whatIsWrongWith(folder.filePath("none.json").toStdString(), 3), QString("another code"));
  }

  void drawsEveryPositionWithItsStep() {
    const Grid grid{4, 6};
    const GroupSizes sizes = groupSizesFor(5, 24);
    const Order order = makeOrder({.grid = grid, .groupSizes = sizes, .seed = 2});
    const QString svg = QString::fromStdString(orderToSvg(grid, order, sizes));
    int rects = 0, texts = 0;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd()) {
      xml.readNext();
      if (!xml.isStartElement()) continue;
      rects += xml.name() == QLatin1String("rect");
      if (xml.name() == QLatin1String("text")) ++texts;
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(rects, 25);
    QCOMPARE(texts, 24);
    QVERIFY(svg.contains("#3A3BA4") && svg.contains("#FFDB6A"));
    // Cells too small for a readable number have none.
    QVERIFY(!QString::fromStdString(orderToSvg({64, 64}, makeOrder({.kind = OrderKind::Raster, .grid = {64, 64}}), {}))
                 .contains("<text"));
    QVERIFY_EXCEPTION_THROWN(orderToSvg(grid, {0, 1}, {}), Error);
  }

  void coloursStepsEvenly() {
    QCOMPARE(stepColour(0, 20).hex(), std::string("#3A3BA4"));
    QCOMPARE(stepColour(19, 20).hex(), std::string("#FFDB6A"));
    QCOMPARE(stepColour(0, 1).hex(), std::string("#3A3BA4"));
    QCOMPARE(stepColour(4, 9).hex(), std::string("#ED566F"));
    double previous = -1;
    for (int step = 0; step < 9; ++step) {
      const double luminance = stepColour(step, 9).luminance();
      QVERIFY(luminance > previous);
      previous = luminance;
    }
    QVERIFY(!wantsDarkText(stepColour(0, 9)) && wantsDarkText(stepColour(8, 9)));
  }
};

QTEST_APPLESS_MAIN(TestOrder)
#include "test_order.moc"
