// Several subjects at once, undo of settings, presets.
#include "app/studio_fixture.h"
#include "calm_settings.h"
#include "class_model.h"
#include "generation_controller.h"
#include "plan_settings.h"
#include "plan_values.h"
#include "preset_library.h"
#include "settings_history.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSettings>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace lpd::studio;
using lpd::studio::test::describedModel;

class StudioSettingsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void choosesSeveralSubjects();
  void makesARequestASubjectWithTheSameSeed();
  void findsSubjectsAgainInAnotherModel();
  void areWrittenWhenNothingMoves();
  void keepsStarsAndWhatWasUsedLately();
  void undoesAndRedoesASetting();
  void aDraggedSliderIsOneStep();
  void whatChangesTogetherIsUndoneTogether();
  void aDragBackToItsStartLeavesNothing();
  void undoesHandDrawnGroups();
  void aSeedRolledByAPictureIsNoEdit();
  void startsAfreshWithAnotherModel();
  void offersWhatTheMakerRecommends();
  void savesAppliesRenamesAndDeletes();
  void namesMustBeNamesAndUnique();
  void givesAPresetToOthers();
  void anImportNeverReplacesOnesOwn();
  void explainsABadFile_data();
  void explainsABadFile();
  void leavesBadFilesOfTheFolderAlone();
  void aReadOnlyFolderIsExplained();

 private:
  QString presetsFolder() const { return m_folder->filePath(QStringLiteral("presets")); }
  QUrl write(const QString& name, const QByteArray& content) const;

  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<PlanSettings> m_plan;
};

void StudioSettingsTest::init() {
  m_folder = std::make_unique<QTemporaryDir>();
  m_plan = std::make_unique<PlanSettings>();
  m_plan->setModel(describedModel(16));
  m_plan->setSeed(4711);
}

QUrl StudioSettingsTest::write(const QString& name, const QByteArray& content) const {
  QFile file(m_folder->filePath(name));
  [[maybe_unused]] const bool open = file.open(QIODevice::WriteOnly);
  file.write(content);
  return QUrl::fromLocalFile(file.fileName());
}

void StudioSettingsTest::choosesSeveralSubjects() {
  QSignalSpy changes(m_plan.get(), &PlanSettings::classIndicesChanged);
  m_plan->toggleClass(2);
  QCOMPARE(m_plan->classIndices(), QList<int>({0, 2}));
  QCOMPARE(m_plan->classIndex(), 0);
  m_plan->toggleClass(0);
  QCOMPARE(m_plan->classIndices(), QList<int>({2}));
  m_plan->toggleClass(2);  // the last one stays
  QCOMPARE(m_plan->classIndices(), QList<int>({2}));
  m_plan->toggleClass(1);
  QCOMPARE(changes.size(), 3);
  m_plan->setClassIndex(1);
  QCOMPARE(m_plan->classIndices(), QList<int>({1}));
  m_plan->setClassIndices({0, 0, 99, -1, 2});
  QCOMPARE(m_plan->classIndices(), QList<int>({0, 2, -1}));
}

void StudioSettingsTest::makesARequestASubjectWithTheSameSeed() {
  m_plan->setImageCount(2);
  m_plan->setClassIndices({2, 0});
  const std::vector<lpd::GenerationRequest> requests = m_plan->takeRequests();
  QCOMPARE(requests.size(), 2U);
  QCOMPARE(requests[0].classes, (std::vector{2, 2}));
  QCOMPARE(requests[1].classes, (std::vector{0, 0}));
  QCOMPARE(requests[0].seed, requests[1].seed);
  QVERIFY(m_plan->takeRequests()[0].seed != requests[0].seed);  // the next click has another
}

void StudioSettingsTest::findsSubjectsAgainInAnotherModel() {
  m_plan->setClassIndices({1, 2, -1});
  m_plan->setModel(describedModel(8, {"cat", "fish", "desert dunes"}));
  QCOMPARE(m_plan->classIndices(), QList<int>({2, 1, -1}));
  m_plan->setModel(describedModel(8, {"house"}));
  QCOMPARE(m_plan->classIndices(), QList<int>({-1}));
}

void StudioSettingsTest::areWrittenWhenNothingMoves() {
  const QString file = m_folder->filePath(QStringLiteral("calm.ini"));
  bool busy = true;
  {
    CalmSettings settings(file);
    settings.setBusy([&busy] { return busy; });
    settings.setValue(QStringLiteral("page"), QStringLiteral("race"));
    QTest::qWait(1300);
    QVERIFY(!QFile::exists(file));
    busy = false;
    QTRY_VERIFY(QFile::exists(file));
    busy = true;
    settings.setValue(QStringLiteral("page"), QStringLiteral("gallery"));
  }
  QFile written(file);  // the end of the program waits for nothing
  QVERIFY(written.open(QIODevice::ReadOnly));
  QVERIFY(written.readAll().contains("page=gallery"));
}

void StudioSettingsTest::keepsStarsAndWhatWasUsedLately() {
  QSettings settings(m_folder->filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
  const lpd::ModelInfo model = describedModel(16);
  {
    ClassModel classes(&settings);
    classes.setModel(model);
    QSignalSpy rows(&classes, &ClassModel::dataChanged);
    classes.toggleFavourite(2);
    classes.toggleFavourite(0);
    QCOMPARE(rows.size(), 2);
    classes.toggleFavourite(0);
    classes.toggleFavourite(77);
    QCOMPARE(classes.data(classes.index(2), ClassModel::FavouriteRole).toBool(), true);
    classes.noteUsed({1});
    classes.noteUsed({2, -1});
    classes.noteUsed({1});
    QCOMPARE(classes.recents(), QList<int>({1, 2, -1}));
  }
  ClassModel again(&settings);
  again.setModel(describedModel(16, {"fish", "sailboat"}));  // another order, the same name
  QCOMPARE(again.favourites(), QList<int>({0}));
  QCOMPARE(again.recents(), QList<int>({0, -1}));
}

void StudioSettingsTest::undoesAndRedoesASetting() {
  SettingsHistory history(*m_plan);
  QVERIFY(!history.canUndo());
  const double before = m_plan->guidance();
  m_plan->setGuidance(2.5);
  m_plan->setOrderKind(QStringLiteral("lpd"));  // as it was
  QTRY_VERIFY(history.canUndo());
  QCOMPARE(history.undoText(), QStringLiteral("Undo guidance"));
  QSignalSpy undone(&history, &SettingsHistory::undone);
  history.undo();
  QCOMPARE(undone.size(), 1);
  QCOMPARE(undone[0][0].toString(), QStringLiteral("guidance"));
  QCOMPARE(m_plan->guidance(), before);
  QVERIFY(!history.canUndo());
  QCOMPARE(history.redoText(), QStringLiteral("Redo guidance"));
  history.redo();
  QCOMPARE(m_plan->guidance(), 2.5);
  QTest::qWait(10);
  QVERIFY(!history.canRedo());
  QVERIFY(history.canUndo());  // what undo does is no edit of its own
  history.undo();
  history.undo();
  QVERIFY(!history.canUndo());
}

void StudioSettingsTest::aDraggedSliderIsOneStep() {
  SettingsHistory history(*m_plan);
  const int before = m_plan->steps();
  for (int steps = 30; steps < 60; ++steps) {
    m_plan->setSteps(steps);
    QTest::qWait(2);
  }
  m_plan->setTemperature(0.3);
  QTRY_COMPARE(history.undoText(), QStringLiteral("Undo temperature"));
  history.undo();
  QCOMPARE(history.undoText(), QStringLiteral("Undo steps"));
  QCOMPARE(m_plan->steps(), 59);
  history.undo();
  QCOMPARE(m_plan->steps(), before);
  QVERIFY(!history.canUndo());
  history.redo();
  QCOMPARE(m_plan->steps(), 59);
}

void StudioSettingsTest::whatChangesTogetherIsUndoneTogether() {
  SettingsHistory history(*m_plan);
  const QVariantMap before = planValues(*m_plan);
  m_plan->setSteps(64);
  m_plan->setTopP(0.5);
  m_plan->setOrderKind(QStringLiteral("spiral"));
  QTRY_VERIFY(history.canUndo());
  QCOMPARE(history.undoText(), QStringLiteral("Undo settings"));
  history.undo();
  QCOMPARE(planValues(*m_plan), before);
}

void StudioSettingsTest::aDragBackToItsStartLeavesNothing() {
  SettingsHistory history(*m_plan);
  const int before = m_plan->steps();
  m_plan->setSteps(before + 1);
  QTRY_VERIFY(history.canUndo());
  m_plan->setSteps(before);
  QTRY_VERIFY(!history.canUndo());
}

void StudioSettingsTest::undoesHandDrawnGroups() {
  SettingsHistory history(*m_plan);
  m_plan->setSteps(4);
  QTRY_VERIFY(history.canUndo());
  const QList<int> usual = m_plan->groupSizes();
  m_plan->setGroupSizes({1, 2, 3, 250});
  QTRY_COMPARE(history.undoText(), QStringLiteral("Undo group sizes"));
  history.undo();
  QCOMPARE(m_plan->groupSizes(), usual);
  QVERIFY(!m_plan->groupsEdited());
  history.redo();
  QCOMPARE(m_plan->groupSizes(), QList<int>({1, 2, 3, 250}));
}

void StudioSettingsTest::aSeedRolledByAPictureIsNoEdit() {
  SettingsHistory history(*m_plan);
  m_plan->takeRequest();
  const double first = m_plan->seed();
  m_plan->takeRequest();
  QVERIFY(m_plan->seed() != first);
  QTest::qWait(10);
  QVERIFY(!history.canUndo());
  const double rolled = m_plan->seed();
  m_plan->rollSeed();
  QTRY_COMPARE(history.undoText(), QStringLiteral("Undo seed"));
  history.undo();
  QCOMPARE(m_plan->seed(), rolled);
}

void StudioSettingsTest::startsAfreshWithAnotherModel() {
  SettingsHistory history(*m_plan);
  m_plan->setSteps(200);
  QTRY_VERIFY(history.canUndo());
  m_plan->setModel(describedModel(8));
  history.forget();
  QTest::qWait(10);
  QVERIFY(!history.canUndo());
  QVERIFY(!history.canRedo());
}

void StudioSettingsTest::offersWhatTheMakerRecommends() {
  PresetLibrary presets(*m_plan, presetsFolder());
  QAbstractItemModelTester tester(&presets);
  QCOMPARE(presets.count(), 1);
  QCOMPARE(presets.data(presets.index(0), PresetLibrary::DetailRole).toString(),
           QStringLiteral("12 steps · Locality · guidance 5.0"));
  m_plan->setSteps(99);
  QCOMPARE(presets.currentIndex(), -1);
  presets.apply(0);
  QCOMPARE(m_plan->steps(), 12);
  QCOMPARE(presets.currentName(), QStringLiteral("Recommended"));
  QCOMPARE(m_plan->seed(), 4711.0);
  presets.discard(0);
  QCOMPARE(presets.count(), 1);
  QVERIFY(!presets.rename(0, QStringLiteral("Mine")));
}

void StudioSettingsTest::savesAppliesRenamesAndDeletes() {
  {
    PresetLibrary presets(*m_plan, presetsFolder());
    QAbstractItemModelTester tester(&presets);
    m_plan->setSteps(3);
    m_plan->setGroupSizes({6, 50, 200});
    m_plan->setTemperature(0.35);
    m_plan->setGreedy(true);
    QVERIFY(presets.save(QStringLiteral("  Few, and: “sharp”/fast ")));
    m_plan->setSteps(100);
    QVERIFY(presets.save(QStringLiteral("A slow one")));
    QCOMPARE(presets.data(presets.index(1), PresetLibrary::NameRole).toString(), QStringLiteral("A slow one"));
    QCOMPARE(presets.currentIndex(), 1);
    QSignalSpy moved(&presets, &PresetLibrary::rowsMoved);
    QVERIFY(presets.rename(1, QStringLiteral("Slow")));
    QCOMPARE(moved.size(), 1);  // a view keeps its current row
  }
  m_plan->resetToRecommended();
  PresetLibrary again(*m_plan, presetsFolder());
  QCOMPARE(again.count(), 3);
  QCOMPARE(again.data(again.index(2), PresetLibrary::NameRole).toString(), QStringLiteral("Slow"));
  again.apply(1);
  QCOMPARE(m_plan->groupSizes(), QList<int>({6, 50, 200}));
  QCOMPARE(m_plan->temperature(), 0.35);
  QVERIFY(m_plan->greedy());
  QCOMPARE(again.currentName(), QStringLiteral("Few, and: “sharp”/fast"));
  QSignalSpy discarded(&again, &PresetLibrary::discarded);
  again.discard(1);
  QCOMPARE(discarded.size(), 1);
  QCOMPARE(again.count(), 2);
  QCOMPARE(QDir(presetsFolder()).entryList(QDir::Files).size(), 1);
  again.restoreDiscarded();
  QCOMPARE(again.count(), 3);
  QCOMPARE(QDir(presetsFolder()).entryList(QDir::Files).size(), 2);
}

void StudioSettingsTest::namesMustBeNamesAndUnique() {
  PresetLibrary presets(*m_plan, presetsFolder());
  QSignalSpy failed(&presets, &PresetLibrary::failed);
  QVERIFY(!presets.save(QStringLiteral("   ")));
  QVERIFY(!presets.save(QString(61, QLatin1Char('x'))));
  QVERIFY(presets.save(QStringLiteral("One")));
  m_plan->setSteps(40);
  QVERIFY(presets.save(QStringLiteral("One")));  // replaces
  QVERIFY(presets.save(QStringLiteral("Two")));
  QCOMPARE(presets.count(), 3);
  QVERIFY(!presets.rename(2, QStringLiteral("One")));
  QCOMPARE(failed.size(), 3);
  QCOMPARE(failed[2][0].toString(), QStringLiteral("There is a preset called “One” already"));
}

void StudioSettingsTest::givesAPresetToOthers() {
  PresetLibrary mine(*m_plan, presetsFolder());
  m_plan->setSteps(77);
  m_plan->setOrderKind(QStringLiteral("halton"));
  QVERIFY(mine.save(QStringLiteral("Shared")));
  QSignalSpy exported(&mine, &PresetLibrary::exported);
  mine.exportTo(1, QUrl::fromLocalFile(m_folder->filePath(QStringLiteral("gift"))));
  QCOMPARE(exported.size(), 1);
  QVERIFY(exported[0][0].toString().endsWith(QStringLiteral("/gift.json")));

  PlanSettings other;
  other.setModel(describedModel(8));  // 64 patches only
  PresetLibrary theirs(other, m_folder->filePath(QStringLiteral("theirs")));
  QSignalSpy imported(&theirs, &PresetLibrary::imported);
  theirs.importFrom(QUrl::fromLocalFile(exported[0][0].toString()));
  QCOMPARE(imported.size(), 1);
  QCOMPARE(imported[0][0].toString(), QStringLiteral("Shared"));
  QCOMPARE(other.orderKind(), QStringLiteral("halton"));
  QCOMPARE(other.steps(), 64);
}

void StudioSettingsTest::anImportNeverReplacesOnesOwn() {
  PresetLibrary presets(*m_plan, presetsFolder());
  QVERIFY(presets.save(QStringLiteral("Mine")));
  const QUrl file =
      write(QStringLiteral("x.json"), presetToJson(QStringLiteral("Mine"), {{QStringLiteral("steps"), 5}}));
  presets.importFrom(file);
  presets.importFrom(file);
  QCOMPARE(presets.count(), 4);
  QVERIFY(presets.has(QStringLiteral("Mine 2")));
  QVERIFY(presets.has(QStringLiteral("Mine 3")));
  QCOMPARE(m_plan->steps(), 5);
}

void StudioSettingsTest::explainsABadFile_data() {
  QTest::addColumn<QByteArray>("content");
  QTest::addColumn<QString>("says");
  const auto preset = [](const char* settings) {
    return QByteArray("{\"lpdStudioPreset\": 1, \"name\": \"N\", \"settings\": {") + settings + "}}";
  };
  QTest::newRow("no JSON") << QByteArray("hello") << "it is not JSON";
  QTest::newRow("empty") << QByteArray() << "it is not JSON";
  QTest::newRow("something else") << QByteArray("{\"a\": 1}") << "it is no preset of LPD Studio";
  QTest::newRow("a list") << QByteArray("[1]") << "it is no preset of LPD Studio";
  QTest::newRow("of the future") << QByteArray("{\"lpdStudioPreset\": 2}") << "newer LPD Studio";
  QTest::newRow("no name") << QByteArray("{\"lpdStudioPreset\": 1, \"settings\": {}}") << "“name” must have 1 to 60";
  QTest::newRow("more than a preset") << QByteArray(
                                             "{\"lpdStudioPreset\": 1, \"name\": \"N\", \"settings\": {}, \"x\": 1}")
                                      << "nothing else";
  QTest::newRow("unknown setting") << preset("\"seed\": 1") << "“seed” is no setting of a preset";
  QTest::newRow("a word for a number") << preset("\"steps\": \"20\"") << "“steps” must be a whole number from 1 to";
  QTest::newRow("half a step") << preset("\"steps\": 2.5") << "“steps” must be a whole number";
  QTest::newRow("no steps") << preset("\"steps\": 0") << "“steps” must be a whole number from 1 to";
  QTest::newRow("too hot") << preset("\"temperature\": 99") << "“temperature” must be a number from 0 to 2";
  QTest::newRow("unknown order") << preset("\"order\": \"zigzag\"") << "“order” must be one of lpd, raster";
  QTest::newRow("no flag") << preset("\"greedy\": 1") << "“greedy” must be true or false";
  QTest::newRow("groups of nothing") << preset("\"steps\": 2, \"groupSizes\": [0, 256]")
                                     << "“groupSizes” must be a list";
  QTest::newRow("groups for other steps") << preset("\"steps\": 3, \"groupSizes\": [1, 255]") << "one entry a step";
}

void StudioSettingsTest::explainsABadFile() {
  QFETCH(QByteArray, content);
  QFETCH(QString, says);
  PresetLibrary presets(*m_plan, presetsFolder());
  const QVariantMap before = planValues(*m_plan);
  QSignalSpy failed(&presets, &PresetLibrary::failed);
  presets.importFrom(write(QStringLiteral("bad.json"), content));
  QCOMPARE(failed.size(), 1);
  const QString text = failed[0][0].toString();
  QVERIFY2(text.startsWith(QStringLiteral("bad.json was not imported: ")) && text.contains(says), qPrintable(text));
  QVERIFY(!text.contains(QLatin1Char('\n')));
  QCOMPARE(presets.count(), 1);
  QCOMPARE(planValues(*m_plan), before);
}

void StudioSettingsTest::leavesBadFilesOfTheFolderAlone() {
  QVERIFY(QDir().mkpath(presetsFolder()));
  write(QStringLiteral("presets/Good.json"), presetToJson(QStringLiteral("Good"), {{QStringLiteral("steps"), 9}}));
  write(QStringLiteral("presets/bad.json"), "{");
  QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("bad\\.json is left alone")));
  const PresetLibrary presets(*m_plan, presetsFolder());
  QCOMPARE(presets.count(), 2);
  QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("presets/bad.json"))));
}

void StudioSettingsTest::aReadOnlyFolderIsExplained() {
  write(QStringLiteral("presets"), "a file where the folder should be");
  PresetLibrary presets(*m_plan, presetsFolder());
  QSignalSpy failed(&presets, &PresetLibrary::failed);
  QVERIFY(!presets.save(QStringLiteral("Mine")));
  QCOMPARE(failed.size(), 1);
  QVERIFY(failed[0][0].toString().startsWith(QStringLiteral("“Mine” was not saved: ")));
  QCOMPARE(presets.count(), 1);
}

QTEST_GUILESS_MAIN(StudioSettingsTest)
#include "test_studio_settings.moc"
