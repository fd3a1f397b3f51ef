#include "random/philox.h"

#include <QtTest>

#include <array>
#include <cmath>
#include <numeric>
#include <set>
#include <vector>

using namespace lpd;

class TestPhilox : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // Random123 1.14, tests/kat_vectors, "philox4x32 10".
  void givesThePublishedKnownAnswers() {
    QCOMPARE(philox({0, 0, 0, 0}, {0, 0}), (PhiloxBlock{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
    constexpr std::uint32_t ones = 0xffffffff;
    QCOMPARE(philox({ones, ones, ones, ones}, {ones, ones}),
             (PhiloxBlock{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
    QCOMPARE(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
             (PhiloxBlock{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
  }

  void laysOutKeyAndCounterAsDocumented() {
    const auto address = PhiloxAddress::of(0x1122334455667788, 0x00abcdef99887766, NoiseDomain::Order, 42);
    QCOMPARE(address.key, (PhiloxKey{0x55667788, 0x11223344}));
    QCOMPARE(address.counter, (PhiloxBlock{0, 42, 0x99887766, 0xabcdef01}));
    QCOMPARE(address.block(7), philox({7, 42, 0x99887766, 0xabcdef01}, {0x55667788, 0x11223344}));
  }

  void fillsInBulkWhatBlocksGiveOneByOne() {
    const auto address = PhiloxAddress::of(5, 6, NoiseDomain::Token, 7);
    for (const std::size_t blocks : {0, 1, 3, 7, 8, 9, 16, 23, 64, 257}) {
      for (const std::uint32_t first : {0u, 5u, 0xfffffffcu}) {  // the last one wraps around
        std::vector<std::uint32_t> words(4 * blocks);
        philoxFill(address, first, words);
        for (std::size_t i = 0; i < blocks; ++i) {
          const PhiloxBlock expected = address.block(first + static_cast<std::uint32_t>(i));
          for (std::size_t word = 0; word < 4; ++word)
            QCOMPARE(words[4 * i + word], expected[word]);
        }
      }
    }
  }

  void streamsTheWordsOfItsAddressInOrder() {
    PhiloxStream stream(1, 2, NoiseDomain::Order);
    const auto address = PhiloxAddress::of(1, 2, NoiseDomain::Order);
    for (std::uint32_t i = 0; i < 1000; ++i)
      QCOMPARE(stream.next32(), address.block(i / 4)[i % 4]);
  }

  void separatesSeedsImagesAndDomains() {
    std::set<std::uint32_t> first;
    for (std::uint64_t seed : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{1} << 32})
      for (std::uint64_t image : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{1} << 32})
        for (auto domain : {NoiseDomain::Token, NoiseDomain::Order})
          first.insert(PhiloxStream(seed, image, domain).next32());
    QCOMPARE(first.size(), std::size_t{18});
  }

  void drawsBelowNWithoutBias() {
    PhiloxStream stream(3, 0, NoiseDomain::Order);
    for (const std::uint32_t n : {1u, 2u, 3u, 7u, 100u}) {
      std::vector<int> counts(n);
      const int draws = 20000 * static_cast<int>(n);
      for (int i = 0; i < draws; ++i) {
        const std::uint32_t value = stream.below(n);
        QVERIFY(value < n);
        ++counts[value];
      }
      for (int count : counts)
        QVERIFY2(std::abs(count - 20000) < 5 * std::sqrt(20000.0), "five standard deviations");
    }
    // n just above 2^31: a plain remainder would hit the lower half twice as often.
    const std::uint32_t n = 0x80000001u;
    int lower = 0;
    for (int i = 0; i < 20000; ++i)
      lower += stream.below(n) < n / 2;
    QVERIFY(std::abs(lower - 10000) < 5 * std::sqrt(5000.0));
  }

  void staysInsideTheOpenUnitInterval() {
    PhiloxStream stream(4, 0, NoiseDomain::Order);
    double sum = 0;
    for (int i = 0; i < 100000; ++i) {
      const double u = stream.uniform();
      QVERIFY(u > 0 && u < 1);
      sum += u;
    }
    QVERIFY(std::abs(sum / 100000 - 0.5) < 5 * std::sqrt(1.0 / 12 / 100000));
  }

  void shufflesUniformly() {
    PhiloxStream stream(5, 0, NoiseDomain::Order);
    std::array<std::array<int, 5>, 5> counts{};
    for (int round = 0; round < 50000; ++round) {
      std::array<int, 5> items{};
      std::iota(items.begin(), items.end(), 0);
      stream.shuffle(std::span<int>(items));
      for (std::size_t place = 0; place < 5; ++place)
        ++counts[place][static_cast<std::size_t>(items[place])];
    }
    for (const auto& row : counts)
      for (int count : row)
        QVERIFY(std::abs(count - 10000) < 5 * std::sqrt(50000 * 0.2 * 0.8));
  }
};

QTEST_APPLESS_MAIN(TestPhilox)
#include "test_philox.moc"
