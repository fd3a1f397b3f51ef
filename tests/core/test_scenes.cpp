#include "training/scenes/shapes.h"
#include "training/scenes/table.h"

#include <lpd/error.h>
#include <lpd/scenes.h>

#include <QtTest>

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <thread>
#include <vector>

using namespace lpd;

namespace {

int classCount() {
  return static_cast<int>(sceneClasses().size());
}

const char* nameOf(int classIndex) {
  return sceneClasses()[static_cast<std::size_t>(classIndex)].name.data();
}

// FNV-1a over the pixels.
std::uint64_t hashOf(const Image& image) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const std::uint8_t byte : image.rgb)
    hash = (hash ^ byte) * 0x100000001b3;
  return hash;
}

std::vector<std::uint64_t> hashesOfAllClasses(std::uint64_t seed) {
  std::vector<std::uint64_t> hashes;
  for (int c = 0; c < classCount(); ++c)
    hashes.push_back(hashOf(drawScene(c, seed)));
  return hashes;
}

Image halved(const Image& image) {
  Image half(image.width / 2, image.height / 2);
  for (int y = 0; y < half.height; ++y)
    for (int x = 0; x < half.width; ++x)
      for (int c = 0; c < 3; ++c)
        half.pixel(x, y)[c] =
            static_cast<std::uint8_t>((image.pixel(2 * x, 2 * y)[c] + image.pixel(2 * x + 1, 2 * y)[c] +
                                       image.pixel(2 * x, 2 * y + 1)[c] + image.pixel(2 * x + 1, 2 * y + 1)[c] + 2) /
                                      4);
  return half;
}

double meanDifference(const Image& a, const Image& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.rgb.size(); ++i)
    sum += std::abs(int(a.rgb[i]) - int(b.rgb[i]));
  return sum / static_cast<double>(a.rgb.size());
}

std::size_t colorCount(const Image& image) {
  std::set<std::uint32_t> colors;
  for (std::size_t i = 0; i < image.rgb.size(); i += 3)
    colors.insert(std::uint32_t{image.rgb[i]} << 16 | image.rgb[i + 1] << 8 | image.rgb[i + 2]);
  return colors.size();
}

bool same(const Image& a, const Image& b, int x, int y) {
  return std::equal(a.pixel(x, y), a.pixel(x, y) + 3, b.pixel(x, y));
}

}  // namespace

class TestScenes : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // Models trained on the data set hold these names and indices.
  void keepsTheFirstClassesWhereTheyAre() {
    const std::array<std::string_view, 16> names = {"mountain sunset", "sailboat",    "desert dunes",    "aurora",
                                                    "city at night",   "pine forest", "ringed planet",   "flower",
                                                    "butterfly",       "fish",        "hot-air balloon", "lighthouse",
                                                    "cactus",          "snowman",     "house",           "mushroom"};
    for (std::size_t i = 0; i < names.size(); ++i) {
      QCOMPARE(sceneClasses()[i].name, names[i]);
      QCOMPARE(sceneClassIndex(names[i]), static_cast<int>(i));
    }
  }

  void namesEveryClassOnceAndForFolders() {
    std::set<std::string_view> names, titles;
    for (const SceneClass& scene : sceneClasses()) {
      QVERIFY(names.insert(scene.name).second);
      QVERIFY(titles.insert(scene.title).second);
      QVERIFY(std::all_of(scene.name.begin(), scene.name.end(),
                          [](char c) { return (c >= 'a' && c <= 'z') || c == ' ' || c == '-'; }));
      QVERIFY(scene.title.front() >= 'A' && scene.title.front() <= 'Z');
    }
    QVERIFY(classCount() >= 24);
  }

  void drawsTheSamePixelsAgain() { QCOMPARE(hashesOfAllClasses(7), hashesOfAllClasses(7)); }

  void drawsTheSamePixelsOnEveryThread() {
    const auto expected = hashesOfAllClasses(11);
    std::array<std::vector<std::uint64_t>, 4> found;
    {
      std::vector<std::jthread> threads;
      for (auto& hashes : found)
        threads.emplace_back([&hashes] { hashes = hashesOfAllClasses(11); });
    }
    for (const auto& hashes : found)
      QCOMPARE(hashes, expected);
  }

  void drawsAnotherPictureForEverySeed() {
    constexpr int kSeeds = 40;
    for (int c = 0; c < classCount(); ++c) {
      std::set<std::uint64_t> hashes;
      for (std::uint64_t seed = 0; seed < kSeeds; ++seed)
        hashes.insert(hashOf(drawScene(c, seed * 0x100000001, {.size = 64})));
      QVERIFY2(hashes.size() == kSeeds, nameOf(c));
    }
  }

  void drawsEveryClassAtEverySize_data() {
    QTest::addColumn<int>("size");
    for (const int size : {kMinSceneSize, 64, 200, 256, 512})
      QTest::newRow(std::to_string(size).c_str()) << size;
  }
  void drawsEveryClassAtEverySize() {
    QFETCH(int, size);
    for (int c = 0; c < classCount(); ++c) {
      const Image image = drawScene(c, 3, {.size = size});
      QCOMPARE(image.width, size);
      QCOMPARE(image.height, size);
      QVERIFY2(colorCount(image) > 40, nameOf(c));
    }
  }

  void keepsTheCompositionWhateverTheSize() {
    for (int c = 0; c < classCount(); ++c) {
      const Image half = halved(drawScene(c, 5, {.size = 512}));
      const double difference = meanDifference(half, drawScene(c, 5, {.size = 256}));
      QVERIFY2(difference < 2, nameOf(c));
    }
  }

  void changesOnlyWhereTheObjectIs() {
    for (int c = 0; c < classCount(); ++c)
      for (std::uint64_t seed = 0; seed < 6; ++seed) {
        const auto with = scenes::render(c, seed, {});
        const auto without = scenes::render(c, seed, {.withObject = false});
        QVERIFY(without.objectArea.empty());
        int changed = 0;
        for (int y = 0; y < 256; ++y)
          for (int x = 0; x < 256; ++x) {
            if (same(with.image, without.image, x, y)) continue;
            QVERIFY2(with.objectArea.contains({x, y}), nameOf(c));
            ++changed;
          }
        // At least 5 % of the picture: an object must survive tokens of 16 pixels.
        QVERIFY2(changed > 256 * 256 / 20, nameOf(c));
      }
  }

  void leavesSurroundingsAroundSingleObjects() {
    for (const char* name : {"sailboat", "ringed planet", "flower", "butterfly", "fish", "snowman", "owl", "penguin"}) {
      const auto area = scenes::render(sceneClassIndex(name), 1, {}).objectArea;
      QVERIFY2(area.area() < 256 * 256 * 0.9, name);
    }
  }

  void refusesWhatItCannotDraw() {
    for (const int size : {0, -5, kMinSceneSize - 1, kMaxSceneSize + 1})
      QVERIFY_EXCEPTION_THROWN(drawScene(0, 1, {.size = size}), Error);
    for (const int classIndex : {-1, classCount()})
      QVERIFY_EXCEPTION_THROWN(drawScene(classIndex, 1), Error);
    try {
      sceneClassIndex("Sailboat");
      QFAIL("an unknown name was found");
    } catch (const Error& error) {
      QCOMPARE(error.code(), ErrorCode::NotFound);
      QVERIFY(std::string(error.what()).find("Sailboat") != std::string::npos);
    }
  }

  void runsCurvesThroughTheirPoints() {
    const scenes::Path corners = {{0, 0}, {10, 4}, {20, -6}, {30, 2}};
    for (const scenes::Path& curve : {scenes::smooth(corners), scenes::smoothLine(corners)})
      for (const scenes::Point& corner : corners)
        QVERIFY(std::any_of(curve.begin(), curve.end(),
                            [&](scenes::Point p) { return scenes::length(p - corner) < 1e-9; }));
  }
};

QTEST_APPLESS_MAIN(TestScenes)
#include "test_scenes.moc"
