#include <lpd/error.h>
#include <lpd/order.h>

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <sstream>

using namespace lpd;

namespace {

// Reads the notation of the publication: "1x2 3 4x5" = 1 1 3 4 4 4 4 4.
GroupSizes parse(const char* text) {
  std::istringstream words(text);
  GroupSizes sizes;
  for (std::string word; words >> word;) {
    const auto times = word.find('x');
    const int count = times == std::string::npos ? 1 : std::stoi(word.substr(times + 1));
    sizes.insert(sizes.end(), static_cast<std::size_t>(count), std::stoi(word));
  }
  return sizes;
}

int sum(const GroupSizes& sizes) {
  return std::accumulate(sizes.begin(), sizes.end(), 0);
}

GroupSizes plainRounding(int steps, int count) {
  GroupSizes sizes;
  for (int i = 0; i < steps; ++i)
    sizes.push_back(static_cast<int>(std::lround(
        count * (std::cos(std::numbers::pi * i / (2 * steps)) - std::cos(std::numbers::pi * (i + 1) / (2 * steps))))));
  return sizes;
}

}  // namespace

class TestGroupSizes : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void givesThePublishedLists_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("steps");
    QTest::addColumn<QByteArray>("list");
    const auto row = [](int count, int steps, const char* list) {
      QTest::addRow("%d in %d", count, steps) << count << steps << QByteArray(list);
    };
    row(256, 256, "1x256");
    row(256, 128, "1x41 2x46 3x41");
    row(256, 64, "1x10 2x7 3x7 4x9 5x11 6x20");
    row(256, 32, "1x2 2x2 3x2 4 5x2 6x2 7x2 8x2 9x2 10x3 11x4 12x8");
    row(256, 24, "1 2 3 4 5 6 7 8 9 10 11x2 12 13 14x3 15x2 16x3 17x2");
    row(256, 20, "1 2 4 5 7 8 10 11 12 14 15 16 17 18x2 19x2 20x3");
    row(256, 16, "1 4 6 8 11 13 15 17 19 20 22 23 24x3 25");
    row(256, 12, "1 7 11 15 19 22 25 28 30 32 33x2");
    row(256, 8, "1 15 24 32 40 45 49 50");
    row(1024, 48,
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23x2 24 25 26x2 27 28x2 29x2 30x2 31x2 32x3 33x7 34");
    row(1024, 32, "1 4 6 9 11 13 16 18 20 23 25 27 29 31 33 35 36 38 40 41 42 44 45 46 47 48x2 49x2 50x3");
    row(1024, 64,
        "1x2 2x2 3x2 4 5x2 6x2 7 8x2 9x2 10x2 11 12x2 13x2 14x2 15x2 16x2 17x2 18x3 19x2 20x3 21x3 22x3 23x5 24x6 "
        "25x8");
  }
  void givesThePublishedLists() {
    QFETCH(int, count);
    QFETCH(int, steps);
    QFETCH(QByteArray, list);
    const GroupSizes expected = parse(list.constData());
    QCOMPARE(static_cast<int>(expected.size()), steps);
    QCOMPARE(sum(expected), count);
    QCOMPARE(groupSizesFor(steps, count), expected);
    const auto published = publishedSteps(count);
    QVERIFY(std::find(published.begin(), published.end(), steps) != published.end());
  }

  void publishesNothingForOtherCounts() {
    QCOMPARE(publishedSteps(256), (std::vector<int>{8, 12, 16, 20, 24, 32, 64, 128, 256}));
    QCOMPARE(publishedSteps(1024), (std::vector<int>{32, 48, 64}));
    QVERIFY(publishedSteps(64).empty());
  }

  void startsWithOneNeverShrinksAndSumsExactly() {
    for (const int count : {1, 2, 3, 7, 15, 16, 60, 64, 144, 255, 256, 257, 400, 1024}) {
      for (int steps = 2; steps <= count; ++steps) {
        const GroupSizes sizes = groupSizesFor(steps, count);
        QCOMPARE(static_cast<int>(sizes.size()), steps);
        QCOMPARE(sizes.front(), 1);
        QVERIFY(std::is_sorted(sizes.begin(), sizes.end()));
        QCOMPARE(sum(sizes), count);
      }
      QCOMPARE(groupSizesFor(1, count), GroupSizes{count});
    }
    for (const int steps : {2, 3, 17, 63, 100, 500, 2000, 4095, 4096}) {
      const GroupSizes sizes = groupSizesFor(steps, 4096);
      QVERIFY(sizes.front() == 1 && std::is_sorted(sizes.begin(), sizes.end()));
      QCOMPARE(sum(sizes), 4096);
    }
  }

  void isThePlainRoundingWhereThatIsValid() {
    int valid = 0;
    for (const int count : {64, 100, 144, 300, 576, 4096}) {
      for (int steps = 2; steps <= 64; ++steps) {
        const GroupSizes plain = plainRounding(steps, count);
        if (plain.front() != 1 || sum(plain) != count) continue;
        QCOMPARE(groupSizesFor(steps, count), plain);
        ++valid;
      }
    }
    QVERIFY(valid > 3);
    // The publication's own lists at these counts are plain roundings, which confirms the formula.
    QCOMPARE(plainRounding(20, 256), groupSizesFor(20, 256));
    QCOMPARE(plainRounding(48, 1024), groupSizesFor(48, 1024));
  }

  void growsByAPower() {
    QCOMPARE(groupSizesFor(20, 256, 0), groupSizesFor(20, 256));
    QCOMPARE(groupSizesFor(20, 256, 3), parse("1x6 2 3 4 6 7 10 12 16 19 23 28 34 40 46"));
    QCOMPARE(groupSizesFor(4, 10, 1), parse("1 2 3 4"));
    QCOMPARE(groupSizesFor(256, 256, 4), groupSizesFor(256, 256));
    for (const double growth : {0.5, 1.0, 2.0, 4.0, kMostGrowth})
      for (const int count : {2, 16, 255, 256, 1024})
        for (const int steps : {2, 8, 20, count})
          if (steps <= count) {
            const GroupSizes sizes = groupSizesFor(steps, count, growth);
            QCOMPARE(static_cast<int>(sizes.size()), steps);
            QVERIFY(sizes.front() == 1 && std::is_sorted(sizes.begin(), sizes.end()));
            QCOMPARE(sum(sizes), count);
          }
    QCOMPARE(groupSizesFor(1, 256, 3), GroupSizes{256});
    for (const double growth : {-0.1, kMostGrowth + 0.1, std::nan("")})
      QVERIFY_EXCEPTION_THROWN(groupSizesFor(20, 256, growth), Error);
  }

  void tellsTheGrowthOfSizes() {
    for (const double growth : {0.0, 0.5, 3.0, kMostGrowth})
      QCOMPARE(growthOf(groupSizesFor(20, 256, growth)), std::optional(growth));
    QCOMPARE(growthOf(groupSizesFor(256, 256, 4)), std::optional(0.0));
    QCOMPARE(growthOf({2, 1, 13}), std::nullopt);
    QCOMPARE(growthOf({}), std::nullopt);
  }

  void refusesImpossibleStepCounts() {
    for (const auto& [steps, count] : {std::pair{0, 256}, {-1, 256}, {257, 256}, {1, 0}})
      QVERIFY_EXCEPTION_THROWN(groupSizesFor(steps, count), Error);
  }

  void validatesSumAndSizes() {
    validateGroupSizes({1, 2, 3}, 6);
    validateGroupSizes({}, 0);
    QVERIFY_EXCEPTION_THROWN(validateGroupSizes({1, 2, 3}, 7), Error);
    QVERIFY_EXCEPTION_THROWN(validateGroupSizes({0, 6}, 6), Error);
    QVERIFY_EXCEPTION_THROWN(validateGroupSizes({-1, 7}, 6), Error);
    QVERIFY_EXCEPTION_THROWN(validateGroupSizes({}, 6), Error);
    try {
      validateGroupSizes({2147483647, 2147483647, 4}, 2, "--group-sizes");
      QFAIL("accepted");
    } catch (const Error& error) {
      QCOMPARE(error.code(), ErrorCode::Usage);
      QCOMPARE(error.what(), "--group-sizes sum to 4294967298, not 2");
    }
  }
};

QTEST_APPLESS_MAIN(TestGroupSizes)
#include "test_group_sizes.moc"
