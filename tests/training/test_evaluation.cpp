#include "training/evaluate/judge.h"
#include "training/evaluate/real_pictures.h"
#include "training/evaluate/report.h"
#include "training/evaluate/statistics.h"

#include <lpd/error.h>
#include <lpd/evaluate.h>
#include <lpd/files.h>
#include <lpd/picture_io.h>
#include <lpd/scenes.h>

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace lpd;
using namespace lpd::training;

namespace {

Features rows(std::initializer_list<std::initializer_list<double>> values) {
  std::vector<torch::Tensor> all;
  for (const auto& row : values)
    all.push_back(at::tensor(std::vector<double>(row), torch::kFloat64));
  return at::stack(all);
}

// Four rows with mean (x, y) and covariance diag(4/3 a^2, 4/3 b^2) * 1/2: the corners of a rhombus.
Features rhombus(double x, double y, double a, double b) {
  return rows({{x + a, y}, {x - a, y}, {x, y + b}, {x, y - b}});
}

// Red pictures and blue ones, each with its own shade.
Picture redOrBlue(std::int64_t index) {
  Picture picture{Image(80, 64), static_cast<int>(index % 2)};
  for (std::size_t i = 0; i < picture.pixels.rgb.size(); i += 3)
    picture.pixels.rgb[i + (picture.label == 0 ? 0 : 2)] = static_cast<std::uint8_t>(100 + index * 37 % 120);
  return picture;
}

}  // namespace

class TestEvaluation : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void measuresTheFrechetDistanceOfKnownGaussians();
  void findsNoDistanceBetweenASetAndItself();
  void tellsPrecisionFromRecall();
  void measuresDiversityInsideClassesOnly();
  void findsTheNearestOfManyReferences();
  void bracketsAMeanByResampling();
  void bracketsAMeanByLeavingOut();
  void bracketsADistanceThatResamplesBias();
  void trainsAJudgeThatTellsColoursApart();
  void knowsSomeOfTheScenes();
  void keepsAJudge();
  void judgesScenesUnlessOtherPicturesAreNamed();
  void refusesAFileThatIsNoJudge();
  void comparesPicturesByStructure();
  void saysNothingOfDiversityWhereClassesHaveOnePicture();
  void writesTheTable();
  void leavesOutOfTheTableWhatWasNotMeasured();
};

void TestEvaluation::measuresTheFrechetDistanceOfKnownGaussians() {
  // For diagonal covariances: |m1 - m2|^2 + sum (s1 - s2)^2, with s = sqrt(2/3) a.
  const double expected = 3 * 3 + 4 * 4 + 2.0 / 3 * ((2 - 5) * (2 - 5) + (1 - 7) * (1 - 7));
  QVERIFY(std::abs(frechetDistance(rhombus(0, 0, 2, 1), rhombus(3, 4, 5, 7)) - expected) < 1e-9);
}

void TestEvaluation::findsNoDistanceBetweenASetAndItself() {
  const Features set = rhombus(1, 2, 3, 4);
  QVERIFY(frechetDistance(set, set) < 1e-9);
}

void TestEvaluation::tellsPrecisionFromRecall() {
  // Everything generated lies beside the left half of what is real; nothing covers the right half.
  const Features real = rows({{0, 0}, {1, 0}, {0, 1}, {1, 1}, {100, 0}, {101, 0}, {100, 1}, {101, 1}});
  const Features generated = rows({{0.1, 0.1}, {0.9, 0.1}, {0.1, 0.9}, {0.9, 0.9}});
  const PrecisionRecall measured = precisionRecall(real, generated, 3);
  QCOMPARE(measured.precision, 1.0);
  QCOMPARE(measured.recall, 0.5);
}

void TestEvaluation::measuresDiversityInsideClassesOnly() {
  const Features set = rows({{0, 0}, {3, 4}, {100, 0}, {100, 1}, {500, 500}});
  const torch::Tensor labels = at::tensor(std::vector<std::int64_t>{0, 0, 1, 1, 2}, torch::kLong);
  QVERIFY(std::abs(diversityInClass(set, labels) - 3) < 1e-9);  // (5 + 1) / 2; a class of one says nothing
}

void TestEvaluation::findsTheNearestOfManyReferences() {
  const Features many = at::arange(20000, torch::kFloat64).unsqueeze(1);  // more than one part
  const torch::Tensor found = nearestDistance(rows({{-2}, {12345.25}, {20009}}), many);
  QVERIFY(at::allclose(found, at::tensor(std::vector<double>{2, 0.25, 10}, torch::kFloat64)));
}

void TestEvaluation::bracketsAMeanByResampling() {
  const torch::Tensor values = at::arange(400, torch::kFloat64).remainder(10);
  const auto mean = [&](const torch::Tensor& indices) { return values.index_select(0, indices).mean().item<double>(); };
  const Estimate estimate = bootstrap(400, 500, 1, mean);
  QCOMPARE(estimate.value, 4.5);
  // The standard error is sqrt(8.25 / 400) = 0.144: the interval is about 1.96 of it to each side.
  QVERIFY(std::abs(estimate.low - (4.5 - 0.28)) < 0.08);
  QVERIFY(std::abs(estimate.high - (4.5 + 0.28)) < 0.08);
  const Estimate again = bootstrap(400, 500, 1, mean);
  QVERIFY(again.low == estimate.low && again.high == estimate.high);
}

void TestEvaluation::bracketsAMeanByLeavingOut() {
  at::manual_seed(3);
  const torch::Tensor values = at::randn({400}, torch::kFloat64) + 4.5;
  const auto mean = [&](const torch::Tensor& indices) { return values.index_select(0, indices).mean().item<double>(); };
  const Estimate estimate = jackknife(400, mean);
  QCOMPARE(estimate.value, values.mean().item<double>());
  // The standard error is 1 / sqrt(400): the interval is 2.09 of it to each side, give or take a sixth.
  QVERIFY(std::abs(estimate.high - estimate.value - 0.105) < 0.05);
  QVERIFY(std::abs(estimate.value - estimate.low - 0.105) < 0.05);
}

/// A resample's repeated rows would lift the distance of two samples of one Gaussian above what they really have.
void TestEvaluation::bracketsADistanceThatResamplesBias() {
  at::manual_seed(4);
  const torch::Tensor real = at::randn({1000, 16}, torch::kFloat64), made = at::randn({1000, 16}, torch::kFloat64);
  const auto distance = [&](const torch::Tensor& indices) {
    return frechetDistance(real, made.index_select(0, indices));
  };
  const Estimate estimate = jackknife(1000, distance);
  QVERIFY(estimate.low < estimate.value && estimate.value < estimate.high);
  QVERIFY(bootstrap(1000, 50, 1, distance).low > estimate.value);
}

void TestEvaluation::trainsAJudgeThatTellsColoursApart() {
  double last = 0;
  const Judge judge =
      Judge::train(redOrBlue, {.labels = 2, .steps = 25, .batch = 16}, [&](int, double loss) { last = loss; });
  QVERIFY(last < 0.1);
  std::vector<Image> pictures;
  for (std::int64_t i = 1000; i < 1010; ++i)
    pictures.push_back(redOrBlue(i).pixels);
  const Judge::Opinion opinion = judge.look(pictures);
  QCOMPARE(opinion.features.size(1), std::int64_t{Judge::kFeatures});
  for (std::int64_t i = 0; i < 10; ++i)
    QCOMPARE(opinion.labels[i].item<std::int64_t>(), i % 2);
}

void TestEvaluation::knowsSomeOfTheScenes() {
  const auto real = RealPictures::open("scenes:cactus,sailboat", 64);
  QCOMPARE(real->classNames(), (std::vector<std::string>{"cactus", "sailboat"}));
  QCOMPARE(real->labels(), 3);
  QCOMPARE(real->training(0).label, 2);  // the first lacks its object
  QCOMPARE(real->training(1).label, 0);
  QVERIFY(real->fresh(1, 5) == RealPictures::open("scenes:sailboat", 64)->fresh(0, 5));
}

void TestEvaluation::keepsAJudge() {
  const QTemporaryDir folder;
  const auto file = std::filesystem::path(folder.path().toStdString()) / "judge.safetensors";
  const Judge judge = Judge::train(redOrBlue, {.labels = 2, .steps = 2, .batch = 4});
  judge.save(file, {{"pictures", "red and blue"}});
  const Judge stored = Judge::load(file);
  QCOMPARE(stored.labels(), 2);
  const std::vector<Image> pictures = {redOrBlue(0).pixels, redOrBlue(1).pixels};
  QVERIFY(at::equal(judge.look(pictures).features, stored.look(pictures).features));
}

void TestEvaluation::judgesScenesUnlessOtherPicturesAreNamed() {
  const auto real = RealPictures::open(EvaluationOptions().data, 64);
  QCOMPARE(real->classNames().size(), sceneClasses().size());
  QCOMPARE(real->labels(), static_cast<int>(sceneClasses().size()) + 1);
  QCOMPARE(real->training(0).label, real->labels() - 1);  // the first of those without their object
  QVERIFY(!(real->fresh(1, 0) == real->fresh(1, 1)));
}

void TestEvaluation::refusesAFileThatIsNoJudge() {
  const QTemporaryDir folder;
  const auto file = std::filesystem::path(folder.path().toStdString()) / "judge.safetensors";
  writeFile(file, "this is no judge");
  QVERIFY_THROWS_EXCEPTION(Error, Judge::load(file));
}

void TestEvaluation::comparesPicturesByStructure() {
  const Image red = redOrBlue(0).pixels;
  QVERIFY(std::abs(ssim(red, red) - 1) < 1e-12);
  Image striped = red;
  for (std::size_t i = 0; i < striped.rgb.size(); i += 6)
    striped.rgb[i] = 0;
  QVERIFY(ssim(red, striped) < 0.3);
  QVERIFY_THROWS_EXCEPTION(Error, ssim(red, Image(4, 4)));
}

void TestEvaluation::writesTheTable() {
  Evaluation evaluation;
  evaluation.count = 100;
  for (const int steps : {8, 20}) {
    EvaluationCell cell;
    cell.steps = steps;
    cell.guidance = 3;
    cell.accuracy = {0.9, 0.85, 0.95};
    cell.frechet = {12.0 / steps, 10.0 / steps, 15.0 / steps};
    evaluation.cells.push_back(cell);
  }
  const std::string csv = tableCsv(evaluation);
  QVERIFY(csv.find("\nlpd,8,3,1,100,0.90000,0.85000,0.95000,1.50000,") != std::string::npos);
  QCOMPARE(std::count(csv.begin(), csv.end(), '\n'), 4);
  const QTemporaryDir folder;
  writeReport(folder.path().toStdString(), evaluation);
  for (const char* name : {"table.csv", "table.md", "frechet.svg", "accuracy.svg"})
    QVERIFY(std::filesystem::exists(std::filesystem::path(folder.path().toStdString()) / name));
}

void TestEvaluation::saysNothingOfDiversityWhereClassesHaveOnePicture() {
  const torch::Tensor labels = at::tensor(std::vector<std::int64_t>{0, 1}, torch::kLong);
  QVERIFY(std::isnan(diversityInClass(rows({{0, 0}, {3, 4}}), labels)));
}

void TestEvaluation::leavesOutOfTheTableWhatWasNotMeasured() {
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  Evaluation evaluation;
  evaluation.count = 4;
  evaluation.baseline.frechet = kNone;
  EvaluationCell cell;
  cell.steps = 8;
  cell.accuracy = {0.5, 0.25, 0.75};
  cell.frechet = {kNone, kNone, kNone};
  cell.precision = cell.recall = kNone;
  evaluation.cells.push_back(cell);
  QVERIFY(tableCsv(evaluation).find("\nlpd,8,1,1,4,0.50000,0.25000,0.75000,,,,,,0.00000,") != std::string::npos);
  QVERIFY(tableMarkdown(evaluation).find("nan") == std::string::npos);
  const QTemporaryDir folder;
  const auto plot = std::filesystem::path(folder.path().toStdString()) / "frechet.svg";
  writeFile(plot, "of more images");
  writeReport(folder.path().toStdString(), evaluation);
  QVERIFY(!std::filesystem::exists(plot));
}

QTEST_APPLESS_MAIN(TestEvaluation)
#include "test_evaluation.moc"
