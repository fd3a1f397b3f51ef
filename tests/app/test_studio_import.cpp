#include "app/studio_fixture.h"
#include "model_import.h"
#include "model_library.h"
#include "studio_app.h"
#include "weight_recognition.h"

#include <lpd/weights.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace lpd::studio;
using State = ModelImport::State;

namespace {
const QString kGolden = QStringLiteral(LPD_TEST_DATA "/golden/");
}

class StudioImportTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void tellsFilesByWhatIsInThem();
  void saysWhyAFileIsOfNoUse_data();
  void saysWhyAFileIsOfNoUse();
  void namesAModelAfterItsFile_data();
  void namesAModelAfterItsFile();
  void takesFilesInAnyOrderAndAsksForWhatIsMissing();
  void takesFilesThatAreOfferedWhileOthersAreLookedAt();
  void forgetsFilesThatAreStillLookedAt();
  void makesAModelOfThem();
  void keepsTheUsableFilesAndExplainsTheOthers();
  void refusesNamesThatCannotBeAndFindsOneThatIsFree();
  void keepsANameOfTheUsersOwn();
  void explainsWhatCannotBeImportedAndLosesNothing();
  void leavesNothingWhereItIsCancelled();
  void survivesTeardownWhileItImports();
  void showsTheImportedModelSelected();

 private:
  static QUrl golden(const char* file) { return QUrl::fromLocalFile(kGolden + QLatin1String(file)); }
  QUrl write(const QString& name, const QByteArray& content) const;
  QString models() const { return m_home->filePath(QStringLiteral("lpd-studio/models")); }
  static void offer(ModelImport& import, const QList<QUrl>& urls);

  std::unique_ptr<QTemporaryDir> m_home;
};

void StudioImportTest::init() {
  m_home = std::make_unique<QTemporaryDir>();
  qputenv("XDG_DATA_HOME", m_home->path().toUtf8());
}

QUrl StudioImportTest::write(const QString& name, const QByteArray& content) const {
  QFile file(m_home->filePath(name));
  if (!file.open(QFile::WriteOnly) || file.write(content) != content.size()) qFatal("cannot write a test file");
  return QUrl::fromLocalFile(file.fileName());
}

void StudioImportTest::offer(ModelImport& import, const QList<QUrl>& urls) {
  import.offer(urls);
  QTRY_COMPARE(import.state(), State::Choosing);
}

void StudioImportTest::tellsFilesByWhatIsInThem() {
  const QString misnamed = m_home->filePath(QStringLiteral("holiday.jpg"));
  QVERIFY(QFile::copy(kGolden + QStringLiteral("vq_a.pt"), misnamed));
  const RecognisedFile tokenizer = recogniseFile(misnamed);
  QVERIFY(tokenizer.part == FilePart::Tokenizer);
  QVERIFY2(tokenizer.fact.contains("512 tokens · patches of 16 px"), qPrintable(tokenizer.fact));
  for (const char* name : {"lpd_a.pth", "lpd_a_bare.pth", "lpd_a_legacy.pth", "lpd_a_training.pth", "lpd_a_bf16.pth"}) {
    const RecognisedFile transformer = recogniseFile(kGolden + QLatin1String(name));
    QVERIFY2(transformer.part == FilePart::Transformer, name);
    QCOMPARE(transformer.fact, QStringLiteral("736 k parameters · 10 subjects · 64 patches · PyTorch checkpoint"));
  }
  QVERIFY(recogniseFile(write("notes", "  {\"license\": \"MIT\"}").toLocalFile()).part == FilePart::Config);
  const RecognisedFile classes = recogniseFile(write("list", "tench\ngoldfish\n").toLocalFile());
  QVERIFY(classes.part == FilePart::Classes);
  QCOMPARE(classes.fact, QStringLiteral("2 names"));
}

void StudioImportTest::saysWhyAFileIsOfNoUse_data() {
  QTest::addColumn<QByteArray>("content");
  QTest::addColumn<QString>("complaint");
  QTest::newRow("noise") << QByteArray("\x01\x02\0\xff\xfe", 5) << "noise";
  QTest::newRow("empty") << QByteArray() << "noise";
  QTest::newRow("half a zip") << QByteArray("PK\x03\x04\0\0\0\0", 8) << "noise";
}

void StudioImportTest::saysWhyAFileIsOfNoUse() {
  QFETCH(QByteArray, content);
  QFETCH(QString, complaint);
  const RecognisedFile found = recogniseFile(write("noise", content).toLocalFile());
  QVERIFY(found.part == FilePart::Unusable);
  QVERIFY2(found.problem.contains(complaint), qPrintable(found.problem));
  const RecognisedFile folder = recogniseFile(m_home->path());
  QVERIFY(folder.part == FilePart::Unusable && folder.problem.endsWith("is a folder") && !folder.hint.isEmpty());
  QVERIFY(recogniseFile(QStringLiteral("/nowhere/at/all.pth")).problem.contains("/nowhere/at/all.pth"));
  lpd::writeSafetensors(m_home->filePath("other.safetensors").toStdString(),
                        {{{"unet.weight", lpd::DType::F32, {0}}, {}}});
  QVERIFY(recogniseFile(m_home->filePath("other.safetensors")).problem.contains("some other kind of model"));
}

void StudioImportTest::namesAModelAfterItsFile_data() {
  QTest::addColumn<QString>("path");
  QTest::addColumn<QString>("name");
  QTest::newRow("released") << "/weights/lpd_l_256.pth"
                            << "lpd-l-256";
  QTest::newRow("spaces") << "/weights/My Model (2).pth"
                          << "my-model-2";
  QTest::newRow("generic") << "/weights/lpd_xl_512/model.safetensors"
                           << "lpd-xl-512";
  QTest::newRow("nothing left") << "/weights/\u00e4\u00f6.pth"
                                << "model";
  QTest::newRow("hidden") << "/weights/..x.pth"
                          << "x";
}

void StudioImportTest::namesAModelAfterItsFile() {
  QFETCH(QString, path);
  QTEST(modelNameFrom(path), "name");
}

void StudioImportTest::takesFilesInAnyOrderAndAsksForWhatIsMissing() {
  ModelLibrary library({{models().toStdString()}});
  ModelImport import(library);
  QVERIFY(import.empty() && !import.canImport());
  import.offer({golden("vq_a.pt")});
  QCOMPARE(import.state(), State::Looking);
  QVERIFY(!import.canImport());
  QTRY_COMPARE(import.state(), State::Choosing);
  QCOMPARE(import.blockedReason(), QStringLiteral("The transformer is missing"));
  QCOMPARE(import.name(), QString());
  offer(import, {golden("lpd_a.pth")});
  QVERIFY(import.canImport());
  QCOMPARE(import.name(), QStringLiteral("lpd-a"));
  const QVariantList parts = import.parts();
  QCOMPARE(parts.size(), 4);
  QCOMPARE(parts[0].toMap().value("file").toString(), QStringLiteral("lpd_a.pth"));
  QCOMPARE(parts[1].toMap().value("file").toString(), QStringLiteral("vq_a.pt"));
  QCOMPARE(parts[2].toMap().value("file").toString(), QString());
  import.remove(QStringLiteral("tokenizer"));
  QCOMPARE(import.blockedReason(), QStringLiteral("The tokenizer is missing"));
}

void StudioImportTest::takesFilesThatAreOfferedWhileOthersAreLookedAt() {
  ModelLibrary library({{models().toStdString()}});
  ModelImport import(library);
  import.offer({golden("vq_a.pt")});
  import.offer({golden("lpd_a.pth")});
  QCOMPARE(import.state(), State::Looking);
  QTRY_COMPARE(import.state(), State::Choosing);
  QVERIFY(import.canImport());
}

void StudioImportTest::forgetsFilesThatAreStillLookedAt() {
  ModelLibrary library({{models().toStdString()}});
  ModelImport import(library);
  import.offer({golden("vq_a.pt")});
  import.clear();
  QCOMPARE(import.state(), State::Choosing);
  offer(import, {golden("lpd_a.pth")});
  QCOMPARE(import.blockedReason(), QStringLiteral("The tokenizer is missing"));
}

void StudioImportTest::makesAModelOfThem() {
  ModelLibrary library({{models().toStdString()}});
  ModelImport import(library);
  QSignalSpy imported(&import, &ModelImport::imported);
  const QUrl classes = write("names", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n");
  const QUrl config = write("told.json", R"({"title": "Told", "license": "MIT"})");
  offer(import, {classes, golden("lpd_a.pth"), config, golden("vq_a.pt")});
  import.setName(QStringLiteral("mine"));
  import.setStoredType(QStringLiteral("bf16"));
  import.setStoredType(QStringLiteral("int3"));
  QCOMPARE(import.storedType(), QStringLiteral("bf16"));
  import.begin();
  QCOMPARE(import.state(), State::Importing);
  QVERIFY(!import.canImport());
  QTRY_COMPARE(imported.size(), 1);
  QCOMPARE(imported[0][0].toString(), QStringLiteral("mine"));
  QCOMPARE(imported[0][1].toString(), QStringLiteral("Told"));
  QVERIFY(import.empty());
  QCOMPARE(import.name(), QString());
  const lpd::ModelInfo info = lpd::readModelInfo((models() + QStringLiteral("/mine")).toStdString());
  QCOMPARE(info.license, std::string("MIT"));
  QCOMPARE(info.classNames[9], std::string("j"));
  QVERIFY(lpd::WeightFile::open(info.transformerFile())->find("head.weight")->type == lpd::DType::BF16);
}

void StudioImportTest::keepsTheUsableFilesAndExplainsTheOthers() {
  ModelLibrary library({{models().toStdString()}});
  ModelImport import(library);
  offer(import, {write("picture.png", QByteArray("\x89PNG\0\0", 6)), golden("lpd_a.pth")});
  QVERIFY2(import.problem().contains("picture.png"), qPrintable(import.problem()));
  QCOMPARE(import.parts()[0].toMap().value("file").toString(), QStringLiteral("lpd_a.pth"));
  import.dismissProblem();
  QCOMPARE(import.problem(), QString());
  import.offer({QUrl(QStringLiteral("https://example.org/lpd.pth"))});
  QCOMPARE(import.problem(), QStringLiteral("Only files on this computer can be imported"));
  QCOMPARE(import.state(), State::Choosing);
}

void StudioImportTest::refusesNamesThatCannotBeAndFindsOneThatIsFree() {
  test::importTinyModel(models(), "lpd-a");
  ModelLibrary library({{models().toStdString()}});
  library.rescan();
  ModelImport import(library);
  offer(import, {golden("lpd_a.pth"), golden("vq_a.pt")});
  QCOMPARE(import.name(), QStringLiteral("lpd-a-2"));
  for (const char* name : {"", ".hidden", "a/b", "two words", "lpd-a"}) {
    import.setName(QLatin1String(name));
    QVERIFY2(!import.nameProblem().isEmpty() && !import.canImport(), name);
  }
  import.setName(QStringLiteral(" Fine_1.0 "));
  QCOMPARE(import.name(), QStringLiteral("Fine_1.0"));
  QVERIFY(import.canImport());
}

void StudioImportTest::keepsANameOfTheUsersOwn() {
  ModelLibrary library({{models().toStdString()}});
  ModelImport import(library);
  import.setName(QStringLiteral("mine"));
  offer(import, {golden("lpd_a.pth")});
  QCOMPARE(import.name(), QStringLiteral("mine"));
}

void StudioImportTest::explainsWhatCannotBeImportedAndLosesNothing() {
  ModelLibrary library({{models().toStdString()}});
  ModelImport import(library);
  offer(import, {golden("lpd_a.pth"), golden("vq_a.pt"), write("names", "one\ntwo\n")});
  import.begin();
  QTRY_COMPARE(import.state(), State::Choosing);
  QVERIFY2(import.problem().contains("names 2 classes; the model has 10"), qPrintable(import.problem()));
  QCOMPARE(import.name(), QStringLiteral("lpd-a"));
  QVERIFY(!import.empty());
  QVERIFY(!QFileInfo::exists(models() + QStringLiteral("/lpd-a")));
  import.remove(QStringLiteral("classes"));
  import.begin();
  QCOMPARE(import.problem(), QString());
  QTRY_VERIFY(QFileInfo::exists(models() + QStringLiteral("/lpd-a/model.json")));
}

void StudioImportTest::leavesNothingWhereItIsCancelled() {
  ModelLibrary library({{models().toStdString()}});
  ModelImport import(library);
  QSignalSpy imported(&import, &ModelImport::imported);
  offer(import, {golden("lpd_a.pth"), golden("vq_a.pt")});
  import.begin();
  import.cancel();
  QTRY_COMPARE(import.state(), State::Choosing);
  QCOMPARE(imported.size(), 0);
  QCOMPARE(import.problem(), QString());
  QVERIFY(!import.empty());  // to begin again
  QVERIFY(!QDir(models()).exists() || QDir(models()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

void StudioImportTest::survivesTeardownWhileItImports() {
  {
    ModelLibrary library({{models().toStdString()}});
    ModelImport import(library);
    offer(import, {golden("lpd_a.pth"), golden("vq_a.pt")});
    import.begin();
  }
  QVERIFY(!QDir(models()).exists() || QDir(models()).entryList({".*"}, QDir::Hidden | QDir::NoDotAndDotDot).isEmpty());
}

void StudioImportTest::showsTheImportedModelSelected() {
  StudioApp app({.model = {},
                 .modelsFolder = models(),
                 .historyFolder = m_home->filePath(QStringLiteral("history")),
                 .settingsFile = m_home->filePath(QStringLiteral("settings.ini")),
                 .presetsFolder = {}});
  app.start();
  offer(*app.modelImport(), {golden("lpd_a.pth"), golden("vq_a.pt")});
  app.modelImport()->begin();
  QTRY_COMPARE(app.models()->currentName(), QStringLiteral("lpd-a"));
  QTRY_COMPARE_WITH_TIMEOUT(app.models()->state(), ModelLibrary::State::Ready, 30000);
  const QModelIndex row = app.models()->index(app.models()->currentIndex());
  QCOMPARE(app.models()->data(row, ModelLibrary::SubjectsRole).toInt(), 10);
  QCOMPARE(app.models()->data(row, ModelLibrary::PixelsRole).toInt(), 128);
  QVERIFY(app.models()->data(row, ModelLibrary::FolderRole).toString().endsWith("models/lpd-a"));
  QVERIFY2(app.queue()->canEnqueue(), qPrintable(app.queue()->blockedReason()));
}

QTEST_GUILESS_MAIN(StudioImportTest)
#include "test_studio_import.moc"
