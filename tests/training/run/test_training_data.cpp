#include "training/data/packed_pictures.h"
#include "training/data/pictures.h"
#include "training/data/scene_pictures.h"
#include "training/error_text.h"

#include <lpd/dataset.h>
#include <lpd/error.h>
#include <lpd/files.h>
#include <lpd/picture_io.h>
#include <lpd/scenes.h>

#include <QTemporaryDir>
#include <QtTest>

#include <set>

using namespace lpd;
using namespace lpd::training;
namespace fs = std::filesystem;

namespace {

std::string bytesOf(const Picture& picture) {
  return {picture.pixels.rgb.begin(), picture.pixels.rgb.end()};
}

Image plain(int width, int height, std::uint8_t value) {
  Image image(width, height);
  std::fill(image.rgb.begin(), image.rgb.end(), value);
  return image;
}

}  // namespace

class TestTrainingData : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  fs::path path(const std::string& name) const { return fs::path(folder_.path().toStdString()) / name; }
  fs::path classFolder(const std::string& set, const std::string& name) const {
    fs::create_directories(path(set) / name);
    return path(set) / name;
  }

 private Q_SLOTS:
  void drawnPicturesAreThoseOfTheirSeedsAndHeldOutOnesAreOthers() {
    const auto source = openPictures("scenes:sailboat,fish", 64);
    QCOMPARE(source->classNames().size(), std::size_t{2});
    const Picture third = source->train(3);
    QCOMPARE(third.label, 1);
    SceneOptions options;
    options.size = 64;
    QVERIFY(third.pixels == drawScene(sceneClassIndex("fish"), kTrainSeeds + 1, options));
    QVERIFY(!(source->heldout(3).pixels == third.pixels));
    QCOMPARE(openPictures("scenes", 64)->classNames().size(), sceneClasses().size());
    QVERIFY(mentions(errorOf([] { openPictures("scenes:fish,fish", 64); }), "twice"));
    QVERIFY(mentions(errorOf([] { openPictures("scenes:unicorn", 64); }), "unicorn"));
    QVERIFY(mentions(errorOf([] { openPictures("/nowhere/at/all", 64); }), "no data set"));
  }

  void readsAFolderOfClassesAndListsWhatItSkips() {
    const auto cats = classFolder("mixed", "cat"), dogs = classFolder("mixed", "dog");
    classFolder("mixed", "empty");
    writePicture(cats / "a.png", plain(80, 60, 10));
    writePicture(cats / "b.JPG", plain(64, 64, 20));
    writePicture(cats / "tiny.png", plain(20, 20, 30));
    writeFile(cats / "broken.png", "this is no picture");
    writeFile(cats / "notes.txt", "nor is this");
    writePicture(dogs / "c.webp", plain(70, 70, 200));
    std::set<std::string> skipped;
    const auto source = openPictures(path("mixed").string(), 64, 2,
                                     [&](const SkippedPicture& s) { skipped.insert(s.file.filename().string()); });
    QVERIFY(skipped == (std::set<std::string>{"tiny.png", "broken.png"}));
    QVERIFY(source->classNames() == (std::vector<std::string>{"cat", "dog"}));
    QCOMPARE(source->trainCount(), 3);
    QCOMPARE(source->heldoutCount(), 0);
    for (int i = 0; i < 3; ++i) {
      const Picture picture = source->train(i);
      QCOMPARE(picture.pixels.width, 64);
      QCOMPARE(picture.pixels.height, 64);
      QCOMPARE(picture.label, picture.pixels.rgb[0] > 100 ? 1 : 0);
    }
  }

  void heldOutPicturesAreNeverTrainedOn() {
    for (int i = 0; i < 50; ++i) {
      writePicture(classFolder("many", "one") / (std::to_string(i) + ".png"),
                   plain(32, 32, static_cast<std::uint8_t>(i)));
      if (i < 4)
        writePicture(classFolder("many", "two") / (std::to_string(i) + ".png"),
                     plain(32, 32, static_cast<std::uint8_t>(100 + i)));
    }
    const auto source = openPictures(path("many").string(), 32);
    std::set<int> train, heldout;
    for (int i = 0; i < source->trainCount(); ++i)
      train.insert(source->train(i).pixels.rgb[0]);
    for (int i = 0; i < source->heldoutCount(); ++i)
      heldout.insert(source->heldout(i).pixels.rgb[0]);
    QCOMPARE(heldout.size(), std::size_t{3});
    QCOMPARE(train.size() + heldout.size(), std::size_t{54});
    for (const int value : heldout)
      QVERIFY(!train.contains(value));
    QVERIFY(*heldout.rbegin() >= 100);
  }

  void saysWhatIsWrongWithAFolder() {
    fs::create_directories(path("void"));
    QVERIFY(mentions(errorOf([&] { openPictures(path("void").string(), 64); }), "no pictures"));
    writePicture(classFolder("single", "cat") / "a.png", plain(64, 64, 1));
    QVERIFY(mentions(errorOf([&] { openPictures(path("single").string(), 64); }), "one class only, 'cat'"));
    writeFile(classFolder("single", "dog") / "b.png", "broken");
    QVERIFY(mentions(errorOf([&] { openPictures(path("single").string(), 64); }), "no picture of class 'dog'"));
  }

  void aPackedFileHoldsTheSamePicturesAsAFolder() {
    RenderOptions options;
    options.scenes = "whale,owl";
    options.count = 9;
    options.seed = 5;
    options.size = 48;
    options.out = path("packed.bin");
    QVERIFY(renderDataset(options));
    options.out = path("rendered");
    QVERIFY(renderDataset(options));
    QVERIFY(fs::exists(path("rendered") / "owl" / "8.png"));
    QVERIFY(fs::exists(path("rendered") / "whale" / "9.png"));
    const auto packed = openPictures(path("packed.bin").string(), 48);
    const auto folder = openPictures(path("rendered").string(), 48);
    QCOMPARE(packed->trainCount() + packed->heldoutCount(), 9);
    std::set<std::string> inPacked, inFolder;
    for (int i = 0; i < packed->trainCount(); ++i)
      inPacked.insert(bytesOf(packed->train(i)));
    for (int i = 0; i < packed->heldoutCount(); ++i)
      inPacked.insert(bytesOf(packed->heldout(i)));
    for (int i = 0; i < folder->trainCount(); ++i)
      inFolder.insert(bytesOf(folder->train(i)));
    for (int i = 0; i < folder->heldoutCount(); ++i)
      inFolder.insert(bytesOf(folder->heldout(i)));
    QCOMPARE(inPacked.size(), std::size_t{9});
    QVERIFY(inPacked == inFolder);
    QVERIFY(packed->classNames() == (std::vector<std::string>{"whale", "owl"}));
    QVERIFY(mentions(errorOf([&] { renderDataset(options); }), "exists already"));
    QCOMPARE(openPictures(path("packed.bin").string(), 32)->train(0).pixels.width, 32);
  }

  void refusesDamagedPackedFiles() {
    RenderOptions options;
    options.scenes = "fish,owl";
    options.count = 2;
    options.size = 32;
    options.out = path("whole.bin");
    QVERIFY(renderDataset(options));
    const std::string whole = readFile(options.out);
    const auto problem = [&](const std::string& bytes) {
      writeFile(path("damaged.bin"), bytes);
      return errorOf([&] { openPictures(path("damaged.bin").string(), 32); });
    };
    QVERIFY(mentions(problem("short"), "no file of packed pictures"));
    QVERIFY(mentions(problem(whole.substr(0, whole.size() - 1)), "length"));
    QVERIFY(mentions(problem(whole.substr(0, 40)), "cut off"));
    std::string label = whole;
    label[whole.size() - 2 * 32 * 32 * 3 - 4] = 9;
    QVERIFY(mentions(problem(label), "unknown class"));
    for (std::size_t at = 0; at < 120; ++at) {
      std::string flipped = whole;
      flipped[at] = static_cast<char>(flipped[at] ^ 0x5a);
      problem(flipped);
    }
  }

  void leavesTheObjectOutWhenAsked() {
    RenderOptions options;
    options.scenes = "sailboat,rocket";
    options.count = 2;
    options.size = 32;
    options.out = path("with.bin");
    QVERIFY(renderDataset(options));
    options.withObject = false;
    options.out = path("without.bin");
    QVERIFY(renderDataset(options));
    QVERIFY(readFile(path("with.bin")) != readFile(path("without.bin")));
    options.seed = std::uint64_t{1} << 40;
    QVERIFY(mentions(errorOf([&] { renderDataset(options); }), "2^40"));
  }

  void mirroringTwiceChangesNothing() {
    const Image image = drawScene(0, 1, {});
    const Image once = mirrored(image);
    QVERIFY(!(once == image));
    QVERIFY(mirrored(once) == image);
  }
};

QTEST_APPLESS_MAIN(TestTrainingData)
#include "test_training_data.moc"
