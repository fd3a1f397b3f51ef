#include "app/studio_fixture.h"
#include "model_library.h"
#include "preferences.h"

#include <QtCore/QFile>
#include <QtCore/QSettings>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

#include <filesystem>
#include <fstream>

using namespace lpd::studio;

class StudioModelsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void listsModelsAndWhatIsWrongWithThem();
  void selectsByNameByRowAndByFolder();
  void doesNotSelectABrokenModel();
  void saysWhichModelsThereAreWhereTheNameIsUnknown();
  void usesTheFirstUsableModelWhereTheDefaultIsMissing();
  void saysSoWhereThereIsNoModel();
  void showsTheDeviceAndWhy();
  void remembersTheWindow();
  void ignoresAWindowThatCannotBe();

 private:
  ModelLibrary* makeLibrary(QObject* parent) const;

  QTemporaryDir m_folder;
};

void StudioModelsTest::initTestCase() {
  lpd::studio::test::importTinyModel(m_folder.path(), "tiny-a");
  lpd::studio::test::importTinyModel(m_folder.path(), "tiny-b");
  const std::filesystem::path broken = std::filesystem::path(m_folder.path().toStdString()) / "broken";
  std::filesystem::create_directory(broken);
  std::ofstream(broken / "model.json") << "{ not json";
}

ModelLibrary* StudioModelsTest::makeLibrary(QObject* parent) const {
  auto* library = new ModelLibrary({{m_folder.path().toStdString()}}, parent);
  new QAbstractItemModelTester(library, QAbstractItemModelTester::FailureReportingMode::QtTest, library);
  library->rescan();
  return library;
}

void StudioModelsTest::listsModelsAndWhatIsWrongWithThem() {
  QObject owner;
  const ModelLibrary* library = makeLibrary(&owner);
  QCOMPARE(library->count(), 3);
  int usable = 0;
  for (int row = 0; row < library->count(); ++row) {
    const auto value = [&](int role) { return library->data(library->index(row), role); };
    if (value(ModelLibrary::UsableRole).toBool()) {
      ++usable;
      QVERIFY(value(ModelLibrary::TitleRole).toString().startsWith("Tiny model"));
      QVERIFY2(value(ModelLibrary::DetailRole).toString().endsWith("parameters · 64 patches"),
               qPrintable(value(ModelLibrary::DetailRole).toString()));
      QCOMPARE(value(ModelLibrary::ProblemRole).toString(), QString());
    } else {
      QCOMPARE(value(ModelLibrary::NameRole).toString(), QStringLiteral("broken"));
      QVERIFY(!value(ModelLibrary::ProblemRole).toString().isEmpty());
    }
  }
  QCOMPARE(usable, 2);
}

void StudioModelsTest::selectsByNameByRowAndByFolder() {
  QObject owner;
  ModelLibrary* library = makeLibrary(&owner);
  QSignalSpy requests(library, &ModelLibrary::loadRequested);
  library->selectByName(QStringLiteral("tiny-b"));
  QCOMPARE(library->currentName(), QStringLiteral("tiny-b"));
  QCOMPARE(library->columns(), 8);
  QCOMPARE(library->tokenCount(), 64);
  QCOMPARE(library->imageSize(), 128);
  QCOMPARE(library->patchPixels(), 16);
  QCOMPARE(library->classCount(), 10);
  QVERIFY(!library->hasThumbnails());
  const int row = library->currentIndex();
  library->select(row);  // in use already
  QCOMPARE(requests.size(), 1);
  library->selectByName(m_folder.filePath(QStringLiteral("tiny-a")));
  QCOMPARE(library->currentName(), QStringLiteral("tiny-a"));
  library->select(row);
  QCOMPARE(library->currentName(), QStringLiteral("tiny-b"));
  QCOMPARE(requests.size(), 3);
  library->select(99);
  library->select(-1);
  QCOMPARE(requests.size(), 3);
}

void StudioModelsTest::doesNotSelectABrokenModel() {
  QObject owner;
  ModelLibrary* library = makeLibrary(&owner);
  QSignalSpy requests(library, &ModelLibrary::loadRequested);
  for (int row = 0; row < library->count(); ++row)
    if (!library->data(library->index(row), ModelLibrary::UsableRole).toBool()) library->select(row);
  QCOMPARE(requests.size(), 0);
}

void StudioModelsTest::saysWhichModelsThereAreWhereTheNameIsUnknown() {
  QObject owner;
  ModelLibrary* library = makeLibrary(&owner);
  library->selectByName(QStringLiteral("no-such-model"));
  QCOMPARE(library->state(), ModelLibrary::State::Failed);
  QVERIFY2(library->problem().contains("no-such-model"), qPrintable(library->problem()));
  QVERIFY2(library->problemHint().contains("tiny-a"), qPrintable(library->problemHint()));
}

void StudioModelsTest::usesTheFirstUsableModelWhereTheDefaultIsMissing() {
  QObject owner;
  ModelLibrary* library = makeLibrary(&owner);
  library->selectByName(QString());
  QVERIFY(library->currentName().startsWith("tiny-"));
}

void StudioModelsTest::saysSoWhereThereIsNoModel() {
  QTemporaryDir empty;
  ModelLibrary library({{empty.path().toStdString()}});
  library.rescan();
  QSignalSpy requests(&library, &ModelLibrary::loadRequested);
  library.selectByName(QString());
  QCOMPARE(library.state(), ModelLibrary::State::Failed);
  QVERIFY(!library.problem().isEmpty());
  QCOMPARE(library.currentDetail(), QString());
  lpd::studio::test::importTinyModel(empty.path());
  library.retry();
  QCOMPARE(library.currentName(), QStringLiteral("tiny"));
  QCOMPARE(requests.size(), 1);
}

void StudioModelsTest::showsTheDeviceAndWhy() {
  QObject owner;
  ModelLibrary* library = makeLibrary(&owner);
  library->showLoading();
  QCOMPARE(library->state(), ModelLibrary::State::Loading);
  lpd::RuntimeInfo runtime;
  runtime.device = "cpu";
  runtime.precision = lpd::Precision::Fp32;
  runtime.reason = "no CUDA device";
  library->showReady(runtime);
  QCOMPARE(library->state(), ModelLibrary::State::Ready);
  QCOMPARE(library->deviceText(), QStringLiteral("CPU · fp32"));
  QCOMPARE(library->deviceReason(), QStringLiteral("No CUDA device"));
}

void StudioModelsTest::remembersTheWindow() {
  QSettings settings(m_folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
  {
    Preferences preferences(settings);
    QCOMPARE(preferences.theme(), QStringLiteral("dark"));
    preferences.setTheme(QStringLiteral("light"));
    preferences.setReducedMotion(true);
    preferences.setLeftWidth(300);
    preferences.setRightWidth(9999);
    preferences.setInspectorOpen(false);
    preferences.setWindowGeometry({10, 20, 1280, 800});
    preferences.setTheme(QStringLiteral("pink"));
  }
  settings.sync();
  QSettings again(settings.fileName(), QSettings::IniFormat);
  const Preferences preferences(again);
  QCOMPARE(preferences.theme(), QStringLiteral("light"));
  QVERIFY(preferences.reducedMotion());
  QCOMPARE(preferences.leftWidth(), 300);
  QCOMPARE(preferences.rightWidth(), Preferences::kWidestPanel);
  QVERIFY(!preferences.inspectorOpen());
  QCOMPARE(preferences.windowGeometry(), QRect(10, 20, 1280, 800));
}

void StudioModelsTest::ignoresAWindowThatCannotBe() {
  QFile file(m_folder.filePath(QStringLiteral("odd.ini")));
  QVERIFY(file.open(QFile::WriteOnly));
  file.write(
      "[window]\ntheme=pink\nreducedMotion=perhaps\nleftWidth=-4\nrightWidth=wide\ninspectorOpen=7\n"
      "windowGeometry=@Rect(0 0 3 99999999)\n");
  file.close();
  QSettings settings(file.fileName(), QSettings::IniFormat);
  const Preferences preferences(settings);
  QCOMPARE(preferences.theme(), QStringLiteral("dark"));
  QVERIFY(!preferences.reducedMotion());
  QCOMPARE(preferences.leftWidth(), 296);
  QCOMPARE(preferences.rightWidth(), 312);
  QVERIFY(preferences.inspectorOpen());
  QVERIFY(preferences.windowGeometry().isEmpty());
}

QTEST_GUILESS_MAIN(StudioModelsTest)
#include "test_studio_models.moc"
