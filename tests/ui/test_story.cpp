// The real program's window with the model that comes with the program, worked like a person would: with clicks and
// keys on what is on the screen. One story from the first picture to the next day.
#include "film_reader.h"
#include "studio_app.h"
#include "studio_window.h"
#include "window_robot.h"

#include <lpd/animation.h>
#include <lpd/picture_io.h>

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>
#include <QtQml/QQmlApplicationEngine>
#include <QtQml/QQmlComponent>
#include <QtQuick/QQuickItem>
#include <QtQuick/QQuickWindow>
#include <QtQuickControls2/QQuickStyle>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

#include <cmath>
#include <memory>

using namespace lpd::studio;
using State = GenerationController::State;

namespace {

constexpr int kRunMs = 120'000;  // the longest a run may take on a slow machine
constexpr double kSeed = 284119073;

QStringList g_warnings;
QtMessageHandler g_nextHandler = nullptr;

/// Everything that warns counts, but for what the display and Qt's render loop say to themselves.
void recordWarnings(QtMsgType type, const QMessageLogContext& context, const QString& text) {
  const bool inward = QLatin1String(context.category).startsWith(QLatin1String("qt.qpa")) ||
                      text.startsWith(QLatin1String("QUnifiedTimer"));
  if (type != QtDebugMsg && type != QtInfoMsg && !inward) g_warnings << text;
  g_nextHandler(type, context, text);
}

/// The only file below `folder` whose name fits; empty where there is none yet.
QString findFile(const QString& folder, const QString& name) {
  QDirIterator files(folder, {name}, QDir::Files, QDirIterator::Subdirectories);
  return files.hasNext() ? files.next() : QString();
}

}  // namespace

class StoryTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void cleanup();
  void noticesWhatQmlComplainsOf();
  void startsAndLoadsTheShippedModel();
  void findsASubjectByTyping();
  void setsStepsOrderGuidanceAndSeed();
  void generatesLive();
  void movesThroughTheSteps();
  void looksIntoAPatch();
  void racesThreeOrders();
  void comparesTwoPictures();
  void exportsAnimations_data();
  void exportsAnimations();
  void savesWhatWasSet();
  void cancelsAndKeepsThePartialPicture();
  void remembersTheSettings();
  void findsYesterdaysPictureInTheGallery();
  void makesTheSamePictureAgain();
  void replaysItFromTheGallery();
  void replaysADroppedPicture();
  void refusesAForeignPicture();
  void takesWeightsToTheModels();
  void makesWhatWaitsInTheQueue();
  void findsACommandByTyping();
  void undoesASetting();
  void cleanupTestCase();

 private:
  void openStudio();
  void closeStudio();
  QQuickItem* item(const QString& name) const { return m_robot.item(name); }
  bool click(const QString& name, QPointF share = {0.5, 0.5}) const { return m_robot.click(name, share); }
  bool waitReady() const;
  QImage canvasOnScreen() const;

  QTemporaryDir m_folder;
  std::unique_ptr<StudioApp> m_studio;
  std::unique_ptr<QQmlApplicationEngine> m_engine;
  QQuickWindow* m_window = nullptr;
  WindowRobot m_robot;
  QString m_firstFile;     // where the history keeps the story's first picture
  QImage m_first;          // its pixels
  QImage m_firstOnScreen;  // the canvas as it showed it
};

void StoryTest::initTestCase() {
  g_nextHandler = qInstallMessageHandler(recordWarnings);
  QQuickStyle::setStyle(QStringLiteral("Fusion"));
}

/// A picture of what went wrong says more than a line number.
void StoryTest::cleanup() {
  if (!QTest::currentTestFailed() || !m_window) return;
  const QString file = QDir::temp().filePath(QStringLiteral("story-%1.png").arg(QTest::currentTestFunction()));
  if (m_window->grabWindow().save(file)) qInfo("the window is shown in %s", qPrintable(file));
}

void StoryTest::closeStudio() {
  m_window = nullptr;
  m_robot = WindowRobot();
  m_engine.reset();
  m_studio.reset();
}

void StoryTest::openStudio() {
  closeStudio();
  StudioOptions options;
  options.model = QString::fromLatin1(lpd::kDefaultModel);
  options.modelsFolder = QStringLiteral(LPD_RESOURCES "/models");
  options.historyFolder = m_folder.filePath(QStringLiteral("history"));
  options.settingsFile = m_folder.filePath(QStringLiteral("settings.ini"));
  options.welcome = true;
  m_studio = std::make_unique<StudioApp>(options);
  m_engine = std::make_unique<QQmlApplicationEngine>();
  QVERIFY(openWindow(*m_engine, *m_studio));
  m_window = qobject_cast<QQuickWindow*>(m_engine->rootObjects().constFirst());
  m_robot = WindowRobot(m_window);
  QVERIFY(QTest::qWaitForWindowExposed(m_window));
  m_window->requestActivate();
  QVERIFY(QTest::qWaitForWindowActive(m_window));
  QVERIFY(waitReady());
}

/// The picture as the window shows it at rest, with the pointer elsewhere.
QImage StoryTest::canvasOnScreen() const {
  QTest::mouseMove(m_window, QPoint(4, 4));
  QTest::qWait(800);
  // A message may lie over it.
  if (!QTest::qWaitFor([this] { return !m_robot.isShown(QStringLiteral("toast")); }, 10'000)) return {};
  const QQuickItem* canvas = item(QStringLiteral("canvas"));
  const QRectF place(canvas->mapToScene({0, 0}), canvas->size());
  return m_window->grabWindow().copy(place.toRect());
}

bool StoryTest::waitReady() const {
  return QTest::qWaitFor([&] { return m_studio->controller()->state() == State::Ready; }, kRunMs);
}

/// The story fails on every warning of QML; that would prove nothing if it did not hear them.
void StoryTest::noticesWhatQmlComplainsOf() {
  QQmlEngine engine;
  QQmlComponent component(&engine);
  component.setData(
      "import QtQml\nQtObject { property int a: b + 1; property int b: a + 1; property string c: undefined }",
      QUrl(QStringLiteral("qrc:/probe.qml")));
  QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("Binding loop")));
  QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("Unable to assign \\[undefined\\]")));
  const std::unique_ptr<QObject> object(component.create());
  QVERIFY(object);
  const QStringList heard = std::exchange(g_warnings, {});
  QVERIFY(!heard.filter(QStringLiteral("Binding loop")).isEmpty());
  QVERIFY(!heard.filter(QStringLiteral("Unable to assign [undefined]")).isEmpty());
}

void StoryTest::startsAndLoadsTheShippedModel() {
  openStudio();
  QCOMPARE(m_studio->models()->currentName(), QString::fromLatin1(lpd::kDefaultModel));
  QCOMPARE(m_studio->models()->state(), ModelLibrary::State::Ready);
  QVERIFY(m_studio->controller()->canGenerate());
  QVERIFY(m_robot.isShown(QStringLiteral("startPage")));
  QVERIFY(!m_robot.isShown(QStringLiteral("generateButton")));
  QVERIFY(click(QStringLiteral("startSettings")));
  QTRY_VERIFY(m_robot.isShown(QStringLiteral("generateButton")));
  QTRY_VERIFY(!m_robot.isShown(QStringLiteral("startPage")));
  QVERIFY(item(QStringLiteral("saveButton")));
  QVERIFY(!item(QStringLiteral("saveButton"))->isEnabled());
}

void StoryTest::findsASubjectByTyping() {
  m_robot.key(Qt::Key_Slash);
  m_robot.type(QStringLiteral("lighth"));
  ClassModel* classes = m_studio->classes();
  QTRY_COMPARE(classes->filter(), QStringLiteral("lighth"));
  QCOMPARE(classes->count(), 1);
  const int lighthouse = classes->data(classes->index(0), ClassModel::ClassIndexRole).toInt();
  QCOMPARE(classes->nameOf(lighthouse), QStringLiteral("Lighthouse"));
  QVERIFY(click(QStringLiteral("classChip_%1").arg(lighthouse)));
  QTRY_COMPARE(m_studio->plan()->classIndex(), lighthouse);
  QVERIFY(click(QStringLiteral("classSearch")));
  m_robot.key(Qt::Key_Escape);
  QTRY_COMPARE(classes->filter(), QString());
}

void StoryTest::setsStepsOrderGuidanceAndSeed() {
  PlanSettings* plan = m_studio->plan();
  const int before = plan->steps();
  QVERIFY(click(QStringLiteral("stepsSlider"), {0.4, 0.2}));
  QTRY_VERIFY(plan->steps() != before);
  QVERIFY(plan->steps() >= 8 && plan->steps() <= 64);
  const int clicked = plan->steps();
  m_robot.key(Qt::Key_Right);
  QTRY_COMPARE(plan->steps(), clicked + 1);

  QVERIFY(click(QStringLiteral("orderKind_halton")));
  QTRY_COMPARE(plan->orderKind(), QStringLiteral("halton"));
  QVERIFY(click(QStringLiteral("orderKind_lpd")));
  QTRY_COMPARE(plan->orderKind(), QStringLiteral("lpd"));

  const double guidance = plan->guidance();
  QVERIFY(click(QStringLiteral("guidanceSlider"), {0.7, 0.5}));
  QTRY_VERIFY(plan->guidance() != guidance);

  QVERIFY(click(QStringLiteral("seedField"), {0.3, 0.5}));
  m_robot.key(Qt::Key_A, Qt::ControlModifier);
  m_robot.type(QString::number(kSeed, 'f', 0));
  m_robot.key(Qt::Key_Return);
  QTRY_COMPARE(plan->seed(), kSeed);
  QVERIFY(click(QStringLiteral("seedLock")));
  QTRY_VERIFY(plan->seedLocked());
  QVERIFY(click(QStringLiteral("countButton_2")));
  QTRY_COMPARE(plan->imageCount(), 2);
}

void StoryTest::generatesLive() {
  PictureView* picture = m_studio->picture();
  QList<int> stepsSeen;
  const auto seen = connect(m_studio->timeline(), &Timeline::shownStepsChanged, this,
                            [&] { stepsSeen << m_studio->timeline()->shownSteps(); });
  QElapsedTimer clock;
  clock.start();
  QVERIFY(click(QStringLiteral("generateButton")));
  QTRY_COMPARE(m_studio->controller()->state(), State::Generating);
  QTRY_VERIFY(picture->stepsMade() >= 1);
  const qint64 firstPatchesMs = clock.elapsed();
  QVERIFY(waitReady());
  const qint64 finalMs = clock.elapsed();
  disconnect(seen);
  qInfo("click to first patches %lld ms, to the last of two pictures %lld ms", firstPatchesMs, finalMs);

  QTRY_VERIFY(picture->finished());
  QCOMPARE(m_studio->pictures()->count(), 2);
  QVERIFY2(stepsSeen.size() >= 3, "the canvas was not filled step by step");
  QVERIFY(!picture->image().isNull());
  QCOMPARE(picture->image().width(), m_studio->models()->imageSize());
  QCOMPARE(picture->title(), QStringLiteral("Lighthouse"));
  QCOMPARE(m_studio->controller()->errorText(), QString());

  const QString kept = QStringLiteral("*-lighthouse-%1-0.png").arg(kSeed, 0, 'f', 0);
  QTRY_VERIFY(!(m_firstFile = findFile(m_folder.filePath(QStringLiteral("history")), kept)).isEmpty());
  m_first = m_studio->pictures()->at(0)->image;
  QVERIFY(click(QStringLiteral("film_0")));
  QTRY_COMPARE(m_studio->pictures()->current(), 0);
  m_firstOnScreen = canvasOnScreen();
}

void StoryTest::movesThroughTheSteps() {
  Timeline* timeline = m_studio->timeline();
  const int steps = timeline->stepCount();
  QCOMPARE(timeline->shownSteps(), steps);
  QVERIFY(click(QStringLiteral("firstStep")));
  QTRY_COMPARE(timeline->shownSteps(), 0);
  QVERIFY(click(QStringLiteral("nextStep")));
  QTRY_COMPARE(timeline->shownSteps(), 1);
  QVERIFY(click(QStringLiteral("timelineBars"), {4.5 / steps, 0.7}));
  QTRY_COMPARE(timeline->shownSteps(), 5);
  QVERIFY(click(QStringLiteral("previousStep")));
  QTRY_COMPARE(timeline->shownSteps(), 4);
  QVERIFY(click(QStringLiteral("canvas"), {0.02, 0.02}));  // takes the focus from the buttons
  m_robot.key(Qt::Key_Right);
  QTRY_COMPARE(timeline->shownSteps(), 5);
  m_robot.key(Qt::Key_End);
  QTRY_COMPARE(timeline->shownSteps(), steps);
  timeline->setSpeed(8);
  QVERIFY(click(QStringLiteral("playButton")));
  QTRY_VERIFY(timeline->playing());
  QTRY_VERIFY_WITH_TIMEOUT(!timeline->playing(), 20000);
  QCOMPARE(timeline->shownSteps(), steps);
}

void StoryTest::looksIntoAPatch() {
  PictureView* picture = m_studio->picture();
  picture->setSelectedPosition(-1);
  QVERIFY(m_robot.point(QStringLiteral("canvas"), {0.5, 0.5}));
  QTRY_COMPARE(item(QStringLiteral("hoverCard"))->opacity(), 1.0);
  QCOMPARE(picture->selectedPosition(), -1);
  QVERIFY(click(QStringLiteral("canvas"), {0.5, 0.5}));
  QTRY_VERIFY(picture->selectedPosition() >= 0);
  const QVariantMap facts = picture->cell(picture->selectedPosition()).toMap();
  QVERIFY(facts["made"].toBool());
  QVERIFY(!facts["alternatives"].toList().isEmpty());
  m_robot.key(Qt::Key_Escape);
  QTRY_COMPARE(picture->selectedPosition(), -1);
  QVERIFY(m_robot.point(QStringLiteral("timelineBars"), {0.02, 0.9}));
  QTRY_VERIFY(!item(QStringLiteral("hoverCard"))->isVisible());
}

void StoryTest::racesThreeOrders() {
  m_robot.key(Qt::Key_2, Qt::ControlModifier);
  QTRY_COMPARE(m_studio->page(), QStringLiteral("race"));
  Race* race = m_studio->race();
  QVERIFY(click(QStringLiteral("raceButton")));
  QTRY_COMPARE(race->state(), Race::State::Making);
  QTRY_COMPARE_WITH_TIMEOUT(race->state(), Race::State::Ready, 180000);
  QTRY_VERIFY(race->playing());
  QVERIFY(click(QStringLiteral("raceButton")));
  QTRY_VERIFY(!race->playing());
  QVERIFY(click(QStringLiteral("raceScrub"), {0.5, 0.6}));
  QTRY_VERIFY(race->clockMs() > 0);
  for (const RaceLane* lane : race->lanes()) {
    QCOMPARE(lane->phase(), RaceLane::Phase::Made);
    QCOMPARE(lane->stepEnds().size(), lane->steps());
    QVERIFY(lane->shownSteps() > 0);
  }
  // One lane more and gone again: what shows it must not outlive it.
  race->addLane();
  QTRY_COMPARE(race->lanes().size(), 4);
  QVERIFY(click(QStringLiteral("laneMore_3")));
  QVERIFY(click(QStringLiteral("laneRemove_3")));
  QTRY_COMPARE(race->lanes().size(), 3);
  // As the paper has it: near what is finished, kept apart from each other, and in a twelfth of the steps.
  QVERIFY(race->lanes()[0]->support() > race->lanes()[1]->support());
  QVERIFY(race->lanes()[0]->apart() > race->lanes()[1]->apart());
  m_robot.key(Qt::Key_1, Qt::ControlModifier);
}

void StoryTest::comparesTwoPictures() {
  Gallery* gallery = m_studio->gallery();
  m_robot.key(Qt::Key_3, Qt::ControlModifier);
  QTRY_VERIFY(gallery->model()->count() >= 5);  // two pictures and three lanes
  QVERIFY(click(QStringLiteral("galleryTile_0")));
  QVERIFY(m_robot.click(QStringLiteral("galleryTile_1"), {0.5, 0.4}, Qt::ControlModifier));
  QTRY_COMPARE(gallery->selection()->count(), 2);
  QVERIFY(click(QStringLiteral("barCompare")));
  QTRY_VERIFY(gallery->comparison()->ready());
  QQuickItem* view = item(QStringLiteral("compareView"));
  QTRY_VERIFY(view && view->isVisible());
  QVERIFY(m_robot.drag(QStringLiteral("compareDrag"), {0.5, 0.5}, {0.25, 0.5}));
  QTRY_VERIFY(std::abs(view->property("split").toDouble() - 0.25) < 0.02);
  for (const char* mode : {"side", "difference", "slider"}) {
    QString name = QString::fromLatin1(mode);
    name[0] = name[0].toUpper();
    QVERIFY(click(QStringLiteral("compare") + name));
    QTRY_COMPARE(view->property("mode").toString(), QString::fromLatin1(mode));
  }
  QVERIFY(std::isfinite(gallery->comparison()->psnr()));  // another order makes another picture
  m_robot.key(Qt::Key_Escape);
  QTRY_VERIFY(!view->isVisible());
  m_robot.key(Qt::Key_Escape);
  QTRY_COMPARE(gallery->selection()->count(), 0);
  m_robot.key(Qt::Key_1, Qt::ControlModifier);
  QTRY_COMPARE(m_studio->page(), QStringLiteral("create"));
}

void StoryTest::exportsAnimations_data() {
  QTest::addColumn<QString>("ending");
  QTest::newRow("GIF") << QStringLiteral("gif");
  QTest::newRow("MP4") << QStringLiteral("mp4");
}

void StoryTest::exportsAnimations() {
  QFETCH(QString, ending);
  if (lpd::animationCodec("a." + ending.toStdString()).empty()) QSKIP("this FFmpeg has no such encoder");
  Exporter* exporter = m_studio->exporter();
  QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("exports")));
  // The system's folder dialog cannot be clicked; this is what its accept does.
  exporter->setLastFolder(QUrl::fromLocalFile(m_folder.filePath(QStringLiteral("exports"))));
  QSignalSpy saved(exporter, &Exporter::saved);
  m_robot.key(Qt::Key_E, Qt::ControlModifier);
  QVERIFY(click(QStringLiteral("exportAnimation")));
  QVERIFY(click(QStringLiteral("exportFormat_") + ending));
  QVERIFY(click(QStringLiteral("exportGo")));
  QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, 60'000);

  const QString file = saved[0][0].toString();
  QVERIFY(file.endsWith(QLatin1Char('.') + ending));
  const FilmFacts film = readFilm(file);
  const ExportSettings* settings = exporter->settings();
  const int side = settings->animationScale() * m_studio->models()->imageSize();
  QCOMPARE(film.size, QSize(side, side));
  const int steps = m_studio->timeline()->stepCount();
  const double seconds = (steps + 1) * settings->stepSeconds() + settings->holdSeconds();
  QVERIFY2(std::abs(film.seconds - seconds) < 0.1, qPrintable(QString::number(film.seconds)));
  // A GIF says how long each picture stays; an MP4 repeats them, 25 a second.
  QCOMPARE(film.frames, ending == QLatin1String("gif") ? steps + 2 : qRound(seconds * 25));
}

void StoryTest::savesWhatWasSet() {
  QTRY_VERIFY(item(QStringLiteral("saveButton"))->isEnabled());
  // The system's file dialog cannot be clicked; this is what its accept does.
  Exporter* exporter = m_studio->exporter();
  QSignalSpy saved(exporter, &Exporter::saved);
  const QString file = m_folder.filePath(exporter->suggestedName());
  exporter->saveImage(QUrl::fromLocalFile(file));
  QVERIFY(saved.wait(20000));

  const PlanSettings* plan = m_studio->plan();
  const std::optional<lpd::ImageRecord> record = lpd::readRecord(file.toStdString());
  QVERIFY(record.has_value());
  QCOMPARE(record->modelName, std::string(lpd::kDefaultModel));
  QCOMPARE(record->classIndex, plan->classIndex());
  QVERIFY(record->precision != lpd::Precision::Auto);
  QCOMPARE(record->className, std::string("lighthouse"));
  QCOMPARE(record->steps(), plan->steps());
  QCOMPARE(QList<int>(record->groupSizes.begin(), record->groupSizes.end()), plan->groupSizes());
  QCOMPARE(record->seed, 284119073U);
  QCOMPARE(record->index, m_studio->pictures()->currentPicture()->plan.image);
  QCOMPARE(record->guidance.scale, plan->guidance());
  QCOMPARE(record->sampling.temperature, plan->temperature());
  QVERIFY(record->orderKind == lpd::OrderKind::Lpd);
  QCOMPARE(record->order, m_studio->pictures()->currentPicture()->plan.order);
  QCOMPARE(record->tokens, m_studio->pictures()->currentPicture()->tokens);
  const lpd::Image stored = lpd::readPicture(file.toStdString());
  QVERIFY(stored == toImage(m_studio->picture()->image()));
}

void StoryTest::cancelsAndKeepsThePartialPicture() {
  PlanSettings* plan = m_studio->plan();
  plan->setSteps(plan->tokenCount());
  // Several together, so that the run outlasts the click however fast the machine is.
  const int images = plan->imageCount();
  plan->setImageCount(8);
  m_robot.key(Qt::Key_Return, Qt::ControlModifier);
  QTRY_COMPARE(m_studio->controller()->state(), State::Generating);
  QTRY_VERIFY(m_studio->picture()->stepsMade() >= 3);
  QVERIFY(click(QStringLiteral("cancelButton")));
  QVERIFY(waitReady());
  QTRY_VERIFY(m_studio->picture()->cancelled());
  QVERIFY(m_studio->picture()->stepsMade() < plan->tokenCount());
  QVERIFY(!m_studio->exporter()->canSave());
  QCOMPARE(m_studio->controller()->errorText(), QString());
  plan->setImageCount(images);
}

/// The program is closed. While it is, a day passes for the first picture; then it is started again.
void StoryTest::remembersTheSettings() {
  const int classIndex = m_studio->plan()->classIndex();
  const double guidance = m_studio->plan()->guidance();
  const int steps = m_studio->plan()->steps();
  m_window->close();
  closeStudio();
  HistoryFacts facts = readHistoryFile(m_firstFile, false)->facts;
  facts.createdMs -= qint64{24} * 3'600'000;
  rewriteFacts(m_firstFile, facts);
  QDir history(m_folder.filePath(QStringLiteral("history")));
  for (const QString& index : history.entryList({QStringLiteral("index-*")}, QDir::Files))
    QVERIFY(history.remove(index));  // it is made anew from the pictures

  openStudio();
  QCOMPARE(m_studio->plan()->classIndex(), classIndex);
  QCOMPARE(m_studio->plan()->guidance(), guidance);
  QCOMPARE(m_studio->plan()->steps(), steps);
  QCOMPARE(m_studio->plan()->seed(), kSeed);
  QVERIFY(m_studio->plan()->seedLocked());
}

void StoryTest::findsYesterdaysPictureInTheGallery() {
  Gallery* gallery = m_studio->gallery();
  m_robot.key(Qt::Key_3, Qt::ControlModifier);
  QTRY_COMPARE(m_studio->page(), QStringLiteral("gallery"));
  QTRY_VERIFY(gallery->model()->count() >= 5);  // those of before the restart
  m_robot.key(Qt::Key_Slash);
  m_robot.type(QStringLiteral("lighthouse yesterday"));
  QTRY_VERIFY(gallery->filter()->search().endsWith(QLatin1String("yesterday")));
  QTRY_COMPARE(gallery->model()->count(), 1);
  m_robot.key(Qt::Key_Return);
  m_robot.key(Qt::Key_Right);
  QTRY_VERIFY(gallery->details()->hasPicture());
  QCOMPARE(gallery->details()->title(), QStringLiteral("Lighthouse"));
  QCOMPARE(gallery->details()->seedText(), QStringLiteral("284 119 073"));
}

void StoryTest::makesTheSamePictureAgain() {
  PlanSettings* plan = m_studio->plan();
  const int steps = m_studio->gallery()->details()->steps();
  plan->setSteps(steps + 3);
  plan->setClassIndex(0);
  plan->setSeed(1);
  QVERIFY(click(QStringLiteral("detailsUse")));
  QTRY_COMPARE(plan->steps(), steps);
  QTRY_COMPARE(plan->seed(), kSeed);
  QCOMPARE(m_studio->classes()->nameOf(plan->classIndex()), QStringLiteral("Lighthouse"));
  m_robot.key(Qt::Key_1, Qt::ControlModifier);
  m_robot.key(Qt::Key_Return, Qt::ControlModifier);
  QTRY_COMPARE(m_studio->controller()->state(), State::Generating);
  QVERIFY(waitReady());
  QTRY_VERIFY(m_studio->picture()->finished());
  QCOMPARE(m_studio->pictures()->at(0)->image, m_first);
  m_robot.key(Qt::Key_3, Qt::ControlModifier);
  QTRY_VERIFY(m_studio->gallery()->details()->hasPicture());
}

void StoryTest::replaysItFromTheGallery() {
  const int steps = m_studio->gallery()->details()->steps();
  QVERIFY(click(QStringLiteral("detailsReplay")));
  QTRY_COMPARE(m_studio->page(), QStringLiteral("create"));
  QTRY_VERIFY(m_studio->picture()->finished());
  QCOMPARE(m_studio->picture()->title(), QStringLiteral("Lighthouse"));
  QCOMPARE(m_studio->timeline()->stepCount(), steps);
  QTRY_COMPARE_WITH_TIMEOUT(m_studio->timeline()->shownSteps(), steps, 20000);
  const QVariantMap facts = m_studio->picture()->cell(40).toMap();
  QVERIFY(facts["made"].toBool());
  QVERIFY(facts["probability"].toDouble() > 0);  // kept with the picture
}

void StoryTest::replaysADroppedPicture() {
  PlanSettings* plan = m_studio->plan();
  plan->setSteps(8);
  m_robot.key(Qt::Key_3, Qt::ControlModifier);
  const QString elsewhere = m_folder.filePath(QStringLiteral("from-elsewhere.png"));
  QVERIFY(QFile::copy(m_firstFile, elsewhere));
  const int before = m_studio->pictures()->count();
  m_robot.drop(elsewhere);
  QTRY_COMPARE(m_studio->pictures()->count(), before + 1);
  QTRY_COMPARE(m_studio->page(), QStringLiteral("create"));
  Timeline* timeline = m_studio->timeline();
  QTRY_COMPARE(plan->steps(), timeline->stepCount());
  m_robot.key(Qt::Key_Home);
  QTRY_COMPARE(timeline->shownSteps(), 0);
  m_robot.key(Qt::Key_Space);
  QTRY_COMPARE_WITH_TIMEOUT(timeline->shownSteps(), timeline->stepCount(), 20'000);
  QTRY_VERIFY(!timeline->playing());
  QCOMPARE(m_studio->picture()->image(), m_first);
  // A fast replay ends before the message that the settings were taken over has left the picture.
  QTRY_COMPARE_WITH_TIMEOUT(canvasOnScreen(), m_firstOnScreen, 20'000);
}

void StoryTest::refusesAForeignPicture() {
  const QString foreign = m_folder.filePath(QStringLiteral("foreign.png"));
  QVERIFY(QImage(8, 8, QImage::Format_RGB32).save(foreign));
  QSignalSpy failed(m_studio->gallery(), &Gallery::failed);
  m_robot.drop(foreign);
  QVERIFY(failed.wait());
  QCOMPARE(failed[0][0].toString(), QStringLiteral("foreign.png does not say how it was made"));
}

void StoryTest::takesWeightsToTheModels() {
  m_robot.key(Qt::Key_1, Qt::ControlModifier);
  QTRY_COMPARE(m_studio->page(), QStringLiteral("create"));
  ModelImport* import = m_studio->modelImport();
  m_robot.drop(QStringLiteral(LPD_RESOURCES "/models/scenes-256/transformer.safetensors"));
  QTRY_COMPARE(m_studio->page(), QStringLiteral("models"));
  QTRY_COMPARE(import->state(), ModelImport::State::Choosing);
  QTRY_VERIFY(!import->empty());
  QCOMPARE(import->problem(), QString());
  import->clear();
}

void StoryTest::makesWhatWaitsInTheQueue() {
  m_robot.key(Qt::Key_1, Qt::ControlModifier);
  QTRY_COMPARE(m_studio->page(), QStringLiteral("create"));
  PlanSettings* plan = m_studio->plan();
  plan->setSteps(20);
  plan->setImageCount(1);
  plan->setSeedLocked(false);
  const int before = m_studio->pictures()->count();
  m_studio->queue()->setPaused(true);  // however fast the machine is
  for (int i = 0; i < 3; ++i)
    m_robot.key(Qt::Key_Return, Qt::ControlModifier);
  QCOMPARE(m_studio->queue()->waiting(), 3);
  QVERIFY(click(QStringLiteral("queueButton")));
  QTRY_VERIFY(item(QStringLiteral("queueList")) && item(QStringLiteral("queueList"))->isVisible());
  m_robot.key(Qt::Key_Escape);  // closes the list, and stops nothing
  m_studio->queue()->setPaused(false);
  QTRY_COMPARE_WITH_TIMEOUT(m_studio->queue()->count(), 0, 120000);
  QVERIFY(waitReady());
  QCOMPARE(m_studio->pictures()->count(), before + 3);
  for (int i = before; i < before + 3; ++i)
    QVERIFY(m_studio->pictures()->at(i)->finished);
}

void StoryTest::findsACommandByTyping() {
  m_robot.key(Qt::Key_K, Qt::ControlModifier);
  QTRY_VERIFY(item(QStringLiteral("paletteField")) && item(QStringLiteral("paletteField"))->hasActiveFocus());
  m_robot.type(QStringLiteral("sailboat"));
  m_robot.key(Qt::Key_Return);
  QTRY_COMPARE(m_studio->classes()->nameOf(m_studio->plan()->classIndex()), QStringLiteral("Sailboat"));
  QTRY_VERIFY(!item(QStringLiteral("paletteField")) || !item(QStringLiteral("paletteField"))->isVisible());
}

void StoryTest::undoesASetting() {
  const int steps = m_studio->plan()->steps();
  QVERIFY(click(QStringLiteral("stepsSlider"), {0.6, 0.2}));
  QTRY_VERIFY(m_studio->plan()->steps() != steps);
  QTRY_COMPARE(m_studio->edits()->undoText(), QStringLiteral("Undo steps"));
  m_robot.key(Qt::Key_Z, Qt::ControlModifier);
  QTRY_COMPARE(m_studio->plan()->steps(), steps);
}

void StoryTest::cleanupTestCase() {
  closeStudio();
  qInstallMessageHandler(g_nextHandler);
  QVERIFY2(g_warnings.isEmpty(), qPrintable(g_warnings.join(QLatin1Char('\n'))));
}

QTEST_MAIN(StoryTest)
#include "test_story.moc"
