#include "app/studio_fixture.h"
#include "exporter.h"
#include "file_name.h"

#include <lpd/animation.h>
#include <lpd/error.h>
#include <lpd/picture_io.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSettings>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace lpd::studio;
using lpd::studio::test::describedModel;

namespace {

std::shared_ptr<const Picture> finishedPicture() {
  auto run = std::make_shared<Run>();
  run->model = describedModel(4);
  run->request.classes = {1, 1};
  run->request.seed = 284119073;
  run->request.plan.kind = lpd::OrderKind::Lpd;
  run->request.plan.steps = 3;
  run->request.plan.repulsion = 3;
  run->request.guidance = {4.5, lpd::GuidanceSchedule::Constant};
  run->request.sampling = {0.75, 12, 0.9, false};
  lpd::ImagePlan plan;
  plan.image = 1;
  plan.grid = {4, 4};
  plan.groupSizes = {1, 6, 9};
  for (int i = 0; i < 16; ++i)
    plan.order.push_back(15 - i);
  auto picture = std::make_shared<Picture>(run, plan);
  for (int i = 0; i < 16; ++i)
    picture->tokens[static_cast<std::size_t>(i)] = i * 3;
  lpd::Image pixels(64, 64);
  for (std::size_t i = 0; i < pixels.rgb.size(); ++i)
    pixels.rgb[i] = static_cast<std::uint8_t>(i * 7);
  picture->image = toQImage(pixels);
  picture->finished = true;
  return picture;
}

}  // namespace

class StudioExporterTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void savesEverythingNeededToMakeThePictureAgain();
  void savesOtherFormatsByTheEnding_data();
  void savesOtherFormatsByTheEnding();
  void addsTheEndingButNeverReplacesThen();
  void replacesTheFileThePersonChose();
  void explainsWhatCannotBeSaved_data();
  void explainsWhatCannotBeSaved();
  void hasNothingToSaveBeforeThePictureIsFinished();
  void suggestsANameAndTheLastFolder();
  void savesWhatWasLookedAtWhenItWasAsked();
  void copiesThePicture();
  void exportsEveryKind_data();
  void exportsEveryKind();
  void keepsTheRecordOnlyWhereAsked();
  void enlargesThePicture();
  void putsThePicturesOfTheSessionOnASheet();
  void exportsPicturesThatLieInFiles();
  void stopsWhatIsNotWrittenYet();
  void saysThatAllIsWrittenAfterTheLastFile();
  void neverReplacesWhatIsThere();
  void aFinishedExportDoesNotTakeTheFolderBack();
  void namesFilesByAPattern_data();
  void namesFilesByAPattern();
  void drawsTheFramesOfTheAnimation();
  void remembersHowItExports();
  void handsOutAFileToDrag();
  void finishesWritingBeforeItGoes();

 private:
  QString path(const QString& name) const { return m_folder->filePath(name); }

  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<QSettings> m_settings;
  std::unique_ptr<Exporter> m_exporter;
};

void StudioExporterTest::init() {
  m_exporter.reset();
  m_folder = std::make_unique<QTemporaryDir>();
  m_settings = std::make_unique<QSettings>(path(QStringLiteral("settings.ini")), QSettings::IniFormat);
  m_exporter = std::make_unique<Exporter>(*m_settings);
  m_exporter->setPicture(finishedPicture());
}

void StudioExporterTest::savesEverythingNeededToMakeThePictureAgain() {
  QSignalSpy saved(m_exporter.get(), &Exporter::saved);
  const QString file = path(QStringLiteral("dunes.png"));
  m_exporter->saveImage(QUrl::fromLocalFile(file));
  QVERIFY(m_exporter->saving());
  QVERIFY(saved.wait());
  QVERIFY(!m_exporter->saving());
  QCOMPARE(saved[0][0].toString(), file);

  const auto picture = finishedPicture();
  const std::optional<lpd::ImageRecord> record = lpd::readRecord(file.toStdString());
  QVERIFY(record.has_value());
  const lpd::ImageRecord expected = lpd::makeRecord(picture->run->model, picture->run->request, 1, picture->plan.order,
                                                    picture->plan.groupSizes, picture->tokens);
  QVERIFY(*record == expected);
  QCOMPARE(record->className, std::string("desert dunes"));
  QCOMPARE(record->seed, 284119073U);
  QCOMPARE(record->index, 1);
  QCOMPARE(record->guidance.scale, 4.5);
  QCOMPARE(record->tokens, picture->tokens);
  QVERIFY(lpd::readPicture(file.toStdString()) == toImage(picture->image));
  QVERIFY(lpd::readPictureText(file.toStdString()).contains(lpd::kParametersKey));
}

void StudioExporterTest::savesOtherFormatsByTheEnding_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QByteArray>("start");
  QTest::newRow("JPEG") << "a.jpg" << QByteArray("\xff\xd8\xff");
  QTest::newRow("WebP") << "a.webp" << QByteArray("RIFF");
  QTest::newRow("PNG") << "a.PNG" << QByteArray("\x89PNG");
}

void StudioExporterTest::savesOtherFormatsByTheEnding() {
  QFETCH(QString, name);
  QFETCH(QByteArray, start);
  QSignalSpy saved(m_exporter.get(), &Exporter::saved);
  m_exporter->saveImage(QUrl::fromLocalFile(path(name)));
  QVERIFY(saved.wait());
  QFile file(path(name));
  QVERIFY(file.open(QFile::ReadOnly));
  QCOMPARE(file.read(start.size()), start);
}

void StudioExporterTest::addsTheEndingButNeverReplacesThen() {
  QSignalSpy saved(m_exporter.get(), &Exporter::saved);
  QSignalSpy failed(m_exporter.get(), &Exporter::failed);
  m_exporter->saveImage(QUrl::fromLocalFile(path(QStringLiteral("plain"))));
  QVERIFY(saved.wait());
  QCOMPARE(saved[0][0].toString(), path(QStringLiteral("plain.png")));
  m_exporter->saveImage(QUrl::fromLocalFile(path(QStringLiteral("plain"))));
  QVERIFY(failed.wait());  // nobody was asked whether plain.png may go
}

void StudioExporterTest::replacesTheFileThePersonChose() {
  QFile file(path(QStringLiteral("old.png")));
  QVERIFY(file.open(QFile::WriteOnly));
  file.write("old");
  file.close();
  QSignalSpy saved(m_exporter.get(), &Exporter::saved);
  m_exporter->saveImage(QUrl::fromLocalFile(file.fileName()));
  QVERIFY(saved.wait());
  QVERIFY(lpd::readRecord(file.fileName().toStdString()).has_value());
}

void StudioExporterTest::explainsWhatCannotBeSaved_data() {
  QTest::addColumn<QString>("name");
  QTest::newRow("no such folder") << "nowhere/a.png";
  QTest::newRow("unknown ending") << "a.tiff";
  QTest::newRow("a folder") << "folder.png";
}

void StudioExporterTest::explainsWhatCannotBeSaved() {
  QFETCH(QString, name);
  QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("folder.png")));
  m_exporter->setLastFolder(QUrl::fromLocalFile(m_folder->path()));  // where the settings are written, too
  m_settings->sync();
  const QStringList before = QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden);
  QSignalSpy failed(m_exporter.get(), &Exporter::failed);
  m_exporter->saveImage(QUrl::fromLocalFile(path(name)));
  QVERIFY(failed.wait());
  QVERIFY(!failed[0][0].toString().isEmpty());
  QVERIFY(!m_exporter->saving());
  QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden), before);
}

void StudioExporterTest::hasNothingToSaveBeforeThePictureIsFinished() {
  QSignalSpy failed(m_exporter.get(), &Exporter::failed);
  auto open = std::make_shared<Picture>(*finishedPicture());
  open->finished = false;
  m_exporter->setPicture(open);
  QVERIFY(!m_exporter->canSave());
  m_exporter->saveImage(QUrl::fromLocalFile(path(QStringLiteral("a.png"))));
  m_exporter->setPicture(nullptr);
  m_exporter->saveImage(QUrl::fromLocalFile(path(QStringLiteral("a.png"))));
  m_exporter->setPicture(finishedPicture());
  m_exporter->saveImage(QUrl(QStringLiteral("https://example.org/a.png")));
  QCOMPARE(failed.size(), 3);
  QVERIFY(!QFile::exists(path(QStringLiteral("a.png"))));
}

void StudioExporterTest::suggestsANameAndTheLastFolder() {
  QCOMPARE(m_exporter->suggestedName(), QStringLiteral("desert-dunes-284119073-1.png"));
  QVERIFY(QDir(m_exporter->lastFolder().toLocalFile()).exists());
  QSignalSpy saved(m_exporter.get(), &Exporter::saved);
  m_exporter->saveImage(QUrl::fromLocalFile(path(QStringLiteral("a.png"))));
  QVERIFY(saved.wait());
  QCOMPARE(m_exporter->lastFolder(), QUrl::fromLocalFile(m_folder->path()));
  const Exporter again(*m_settings);
  QCOMPARE(again.lastFolder(), QUrl::fromLocalFile(m_folder->path()));
}

void StudioExporterTest::savesWhatWasLookedAtWhenItWasAsked() {
  m_exporter->setPicture(finishedPicture());
  const QString name = m_exporter->suggestedName();
  m_exporter->hold();
  m_exporter->setPicture(nullptr);  // the next one begins
  QVERIFY(m_exporter->canSave());
  QCOMPARE(m_exporter->suggestedName(), name);
  m_exporter->letGo();
  QVERIFY(!m_exporter->canSave());
}

void StudioExporterTest::copiesThePicture() {
  QSignalSpy copied(m_exporter.get(), &Exporter::copied);
  m_exporter->copyImage();
  QCOMPARE(copied.size(), 1);
  QCOMPARE(toImage(QGuiApplication::clipboard()->image()).rgb, toImage(finishedPicture()->image).rgb);
}

void StudioExporterTest::exportsEveryKind_data() {
  using Kind = Exporter::Kind;
  QTest::addColumn<Kind>("kind");
  QTest::addColumn<QString>("ending");
  QTest::addColumn<QByteArray>("start");
  QTest::newRow("picture") << Kind::Picture << "png" << QByteArray("\x89PNG");
  QTest::newRow("JPEG") << Kind::Picture << "jpg" << QByteArray("\xff\xd8\xff");
  QTest::newRow("GIF") << Kind::Animation << "gif" << QByteArray("GIF89a");
  QTest::newRow("moving WebP") << Kind::Animation << "webp" << QByteArray("RIFF");
  QTest::newRow("MP4") << Kind::Animation << "mp4" << QByteArray();
  QTest::newRow("sheet") << Kind::Sheet << "png" << QByteArray("\x89PNG");
  QTest::newRow("order as JSON") << Kind::Order << "json" << QByteArray("[");
  QTest::newRow("order as a table") << Kind::Order << "csv"
                                    << QByteArray("index,step,row,column,position\n1,1,3,3,15\n");
  QTest::newRow("order as a drawing") << Kind::Order << "svg" << QByteArray("<svg");
  QTest::newRow("order as a picture") << Kind::Order << "png" << QByteArray("\x89PNG");
}

void StudioExporterTest::exportsEveryKind() {
  QFETCH(Exporter::Kind, kind);
  QFETCH(QString, ending);
  QFETCH(QByteArray, start);
  QSignalSpy saved(m_exporter.get(), &Exporter::saved);
  QSignalSpy failed(m_exporter.get(), &Exporter::failed);
  m_exporter->setLastFolder(QUrl::fromLocalFile(m_folder->path()));
  const QString name = m_exporter->nameFor(kind, ending);
  m_exporter->exportAs(kind, ending);
  QTRY_VERIFY(saved.size() + failed.size() == 1);
  if (ending == QLatin1String("mp4") && lpd::animationCodec("a.mp4").empty()) QSKIP("this FFmpeg writes no MP4");
  QCOMPARE(saved.size(), 1);
  QCOMPARE(saved[0][0].toString(), path(name));
  QFile file(path(name));
  QVERIFY(file.open(QFile::ReadOnly));
  QCOMPARE(file.read(start.size()), start);
  QVERIFY(file.size() > 40);
}

void StudioExporterTest::keepsTheRecordOnlyWhereAsked() {
  m_exporter->setLastFolder(QUrl::fromLocalFile(m_folder->path()));
  for (const bool record : {true, false}) {
    QSignalSpy saved(m_exporter.get(), &Exporter::saved);
    m_exporter->settings()->setRecord(record);
    m_exporter->exportAs(Exporter::Kind::Picture, QStringLiteral("png"));
    QVERIFY(saved.wait());
    QCOMPARE(lpd::readRecord(saved[0][0].toString().toStdString()).has_value(), record);
    for (const char* ending : {"jpg", "webp"}) {  // as text, in the Exif comment
      QSignalSpy other(m_exporter.get(), &Exporter::saved);
      m_exporter->exportAs(Exporter::Kind::Picture, QString::fromLatin1(ending));
      QVERIFY(other.wait());
      QFile file(other[0][0].toString());
      QVERIFY(file.open(QFile::ReadOnly));
      QCOMPARE(file.readAll().contains("UNICODE"), record);  // a comment is there, or none
    }
  }
}

void StudioExporterTest::enlargesThePicture() {
  QSignalSpy saved(m_exporter.get(), &Exporter::saved);
  m_exporter->setLastFolder(QUrl::fromLocalFile(m_folder->path()));
  m_exporter->settings()->setPictureScale(3);
  m_exporter->exportAs(Exporter::Kind::Picture, QStringLiteral("png"));
  QVERIFY(saved.wait());
  const lpd::Image large = lpd::readPicture(saved[0][0].toString().toStdString());
  QCOMPARE(large.width, 192);
}

void StudioExporterTest::putsThePicturesOfTheSessionOnASheet() {
  auto open = std::make_shared<Picture>(*finishedPicture());
  open->finished = false;
  m_exporter->setSession([open] {
    return std::vector<std::shared_ptr<const Picture>>{finishedPicture(), open, finishedPicture(), finishedPicture()};
  });
  QCOMPARE(m_exporter->sheetCount(), 3);
  QSignalSpy saved(m_exporter.get(), &Exporter::saved);
  m_exporter->setLastFolder(QUrl::fromLocalFile(m_folder->path()));
  m_exporter->exportAs(Exporter::Kind::Sheet, QStringLiteral("png"));
  QVERIFY(saved.wait());
  const lpd::Image sheet = lpd::readPicture(saved[0][0].toString().toStdString());
  QVERIFY(sheet.width > 2 * 64 && sheet.height > 2 * 64);
}

void StudioExporterTest::exportsPicturesThatLieInFiles() {
  QSignalSpy saved(m_exporter.get(), &Exporter::saved);
  QSignalSpy failed(m_exporter.get(), &Exporter::failed);
  const QString one = path(QStringLiteral("one.png")), two = path(QStringLiteral("two.png"));
  for (const QString& file : {one, two})
    m_exporter->saveImage(QUrl::fromLocalFile(file));
  QTRY_COMPARE(saved.size(), 2);
  m_exporter->setPicture(nullptr);  // the one being looked at has no part in it
  m_exporter->settings()->setPictureScale(2);
  m_exporter->exportFiles({one, two}, Exporter::Kind::Picture, QStringLiteral("png"));
  QTRY_COMPARE(saved.size(), 4);
  const std::string copy = saved[2][0].toString().toStdString();
  QCOMPARE(saved[2][0].toString(), path(QStringLiteral("one-2.png")));
  QCOMPARE(lpd::readPicture(copy).width, 128);
  QVERIFY(lpd::readRecord(copy) == lpd::readRecord(one.toStdString()));
  m_exporter->exportFiles({one, two, one}, Exporter::Kind::Sheet, QStringLiteral("webp"));
  QTRY_COMPARE(saved.size(), 5);
  QVERIFY(lpd::readPicture(saved[4][0].toString().toStdString()).width > 2 * 64);
  m_exporter->exportFiles({path(QStringLiteral("gone.png"))}, Exporter::Kind::Picture, QStringLiteral("png"));
  QTRY_COMPARE(failed.size(), 1);
}

void StudioExporterTest::stopsWhatIsNotWrittenYet() {
  QSignalSpy saved(m_exporter.get(), &Exporter::saved);
  QSignalSpy failed(m_exporter.get(), &Exporter::failed);
  m_exporter->setLastFolder(QUrl::fromLocalFile(m_folder->path()));
  m_exporter->settings()->setAnimationScale(ExportSettings::kLargestScale);
  for (int i = 0; i < 4; ++i)
    m_exporter->exportAs(Exporter::Kind::Animation, QStringLiteral("gif"));
  QVERIFY(m_exporter->saving());
  m_exporter->cancel();
  QTRY_VERIFY(!m_exporter->saving());
  QVERIFY(saved.size() < 2);  // the first may have been faster
  QCOMPARE(failed.size(), 0);
  QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("*.gif*")}, QDir::Files).size(), saved.size());
  m_exporter->exportAs(Exporter::Kind::Order, QStringLiteral("csv"));  // the next one is not stopped
  QTRY_VERIFY(!m_exporter->saving());
  QVERIFY(saved.last()[0].toString().endsWith(QLatin1String(".csv")));
}

void StudioExporterTest::saysThatAllIsWrittenAfterTheLastFile() {
  QSignalSpy saving(m_exporter.get(), &Exporter::savingChanged);
  int saved = 0, savedWhenDone = -1;
  connect(m_exporter.get(), &Exporter::saved, this, [&] { ++saved; });
  connect(m_exporter.get(), &Exporter::savingChanged, this, [&] {
    if (!m_exporter->saving()) savedWhenDone = saved;
  });
  m_exporter->setLastFolder(QUrl::fromLocalFile(m_folder->path()));
  for (int i = 0; i < 3; ++i)
    m_exporter->exportAs(Exporter::Kind::Order, QStringLiteral("csv"));
  QTRY_COMPARE(savedWhenDone, 3);
  QCOMPARE(saving.size(), 2);  // once on, once off
}

void StudioExporterTest::neverReplacesWhatIsThere() {
  QSignalSpy saved(m_exporter.get(), &Exporter::saved);
  m_exporter->setLastFolder(QUrl::fromLocalFile(m_folder->path()));
  for (int i = 0; i < 3; ++i)  // at once: none is there yet when the next is asked for
    m_exporter->exportAs(Exporter::Kind::Order, QStringLiteral("csv"));
  QTRY_COMPARE(saved.size(), 3);
  QCOMPARE(saved[0][0].toString(), path(QStringLiteral("desert-dunes-284119073-1-order.csv")));
  QCOMPARE(saved[1][0].toString(), path(QStringLiteral("desert-dunes-284119073-1-order-2.csv")));
  QCOMPARE(saved[2][0].toString(), path(QStringLiteral("desert-dunes-284119073-1-order-3.csv")));
}

void StudioExporterTest::aFinishedExportDoesNotTakeTheFolderBack() {
  QSignalSpy saved(m_exporter.get(), &Exporter::saved);
  m_exporter->setLastFolder(QUrl::fromLocalFile(m_folder->path()));
  m_exporter->exportAs(Exporter::Kind::Animation, QStringLiteral("gif"));
  const QTemporaryDir chosen;
  m_exporter->setLastFolder(QUrl::fromLocalFile(chosen.path()));
  QTRY_COMPARE(saved.size(), 1);
  QVERIFY(saved[0][0].toString().startsWith(m_folder->path()));
  QCOMPARE(m_exporter->lastFolder(), QUrl::fromLocalFile(chosen.path()));
}

void StudioExporterTest::namesFilesByAPattern_data() {
  QTest::addColumn<QString>("pattern");
  QTest::addColumn<QString>("name");
  QTest::newRow("everything") << "{class} {seed} {index} {steps} {order} {date} {time}"
                              << "desert-dunes-284119073-1-3-lpd-2026-11-23-14-05-09";
  QTest::newRow("plain") << "my picture"
                         << "my-picture";
  QTest::newRow("forbidden") << "a/b\\c:d*e?f"
                             << "a-b-c-d-e-f";
  QTest::newRow("hidden") << "../..x"
                          << "x";
  QTest::newRow("unknown word") << "{wish}"
                                << "{wish}";
  QTest::newRow("nothing left") << "..."
                                << "picture";
}

void StudioExporterTest::namesFilesByAPattern() {
  QFETCH(QString, pattern);
  QFETCH(QString, name);
  const QDateTime when(QDate(2026, 11, 23), QTime(14, 5, 9));
  QCOMPARE(fileNameFor(pattern, *finishedPicture(), when), name);
}

void StudioExporterTest::drawsTheFramesOfTheAnimation() {
  const QImage empty = m_exporter->frame(0), half = m_exporter->frame(2), whole = m_exporter->frame(3);
  QVERIFY(empty != half && half != whole);
  QCOMPARE(toImage(whole).rgb, toImage(finishedPicture()->image).rgb);
  m_exporter->settings()->setOrderMap(true);
  QVERIFY(m_exporter->frame(3) != whole);
  m_exporter->setPicture(nullptr);
  QVERIFY(m_exporter->frame(3).isNull());
}

void StudioExporterTest::remembersHowItExports() {
  ExportSettings& settings = *m_exporter->settings();
  settings.setStepSeconds(0.3);
  settings.setAnimationScale(99);
  settings.setNumbers(true);
  settings.setNamePattern(QStringLiteral("  "));
  QCOMPARE(settings.animationScale(), ExportSettings::kLargestScale);
  m_settings->setValue(QStringLiteral("export/quality"), QStringLiteral("much"));
  const ExportSettings again(*m_settings);
  QCOMPARE(again.stepSeconds(), 0.3);
  QCOMPARE(again.animationScale(), ExportSettings::kLargestScale);
  QVERIFY(again.numbers());
  QCOMPARE(again.namePattern(), QStringLiteral("{class}-{seed}-{index}"));
  QCOMPARE(again.quality(), 92);
}

void StudioExporterTest::handsOutAFileToDrag() {
  const QUrl file = m_exporter->dragFile();
  QVERIFY(file.isLocalFile());
  QTRY_VERIFY(QFileInfo::exists(file.toLocalFile()));
  QVERIFY(lpd::readRecord(file.toLocalFile().toStdString()).has_value());
  QCOMPARE(m_exporter->dragFile(), file);
  m_exporter->setPicture(nullptr);
  QVERIFY(m_exporter->dragFile().isEmpty());
}

void StudioExporterTest::finishesWritingBeforeItGoes() {
  m_exporter->saveImage(QUrl::fromLocalFile(path(QStringLiteral("last.png"))));
  m_exporter.reset();
  QVERIFY(lpd::readRecord(path(QStringLiteral("last.png")).toStdString()).has_value());
}

QTEST_MAIN(StudioExporterTest)
#include "test_studio_exporter.moc"
