// The real program's window with the model that comes with the program, worked like a person would: with clicks and
// keys on what is on the screen.
#include "studio_app.h"
#include "studio_window.h"

#include <lpd/picture_io.h>

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QMimeData>
#include <QtCore/QTemporaryDir>
#include <QtGui/QDropEvent>
#include <QtQml/QQmlApplicationEngine>
#include <QtQuick/QQuickItem>
#include <QtQuick/QQuickWindow>
#include <QtQuickControls2/QQuickStyle>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

#include <algorithm>
#include <memory>
#include <utility>

using namespace lpd::studio;
using State = GenerationController::State;

namespace {

QStringList g_warnings;
QtMessageHandler g_nextHandler = nullptr;

void recordWarnings(QtMsgType type, const QMessageLogContext& context, const QString& text) {
  const QString category = QString::fromLatin1(context.category);
  const bool aboutQml = category.startsWith(QLatin1String("qml")) || category.startsWith(QLatin1String("qt.qml")) ||
                        category.startsWith(QLatin1String("qt.quick")) || text.contains(QLatin1String(".qml"));
  if (type != QtDebugMsg && type != QtInfoMsg && aboutQml) g_warnings << text;
  g_nextHandler(type, context, text);
}

QQuickItem* findItem(QQuickItem* root, const QString& name) {
  if (root->objectName() == name) return root;
  const QList<QQuickItem*> children = root->childItems();
  for (QQuickItem* child : children)
    if (QQuickItem* found = findItem(child, name)) return found;
  return nullptr;
}

/// Scrolls the panes around an item as a wheel would, until its middle can be seen.
void scrollTo(QQuickItem* item) {
  for (QQuickItem* pane = item->parentItem(); pane; pane = pane->parentItem()) {
    if (!pane->inherits("QQuickFlickable")) continue;
    const double middle = item->mapToItem(pane, {0, item->height() / 2}).y();
    const double margin = item->height() / 2 + 8;
    const double beyond = std::max(0.0, middle + margin - pane->height()) + std::min(0.0, middle - margin);
    if (beyond != 0) pane->setProperty("contentY", pane->property("contentY").toDouble() + beyond);
  }
}

}  // namespace

class StoryTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void cleanup();
  void startsAndLoadsTheShippedModel();
  void findsASubjectByTyping();
  void setsStepsOrderGuidanceAndSeed();
  void generatesLive();
  void movesThroughTheSteps();
  void looksIntoAPatch();
  void savesWhatWasSet();
  void cancelsAndKeepsThePartialPicture();
  void remembersTheSettings();
  void findsThePictureInTheGallery();
  void usesItsSettingsAgain();
  void replaysItFromTheGallery();
  void replaysADroppedPicture();
  void makesWhatWaitsInTheQueue();
  void findsACommandByTyping();
  void undoesASetting();
  void racesThreeOrders();
  void cleanupTestCase();

 private:
  void openStudio();
  QQuickItem* item(const QString& name) const { return findItem(m_window->contentItem(), name); }
  bool click(const QString& name, QPointF share = {0.5, 0.5});
  void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(m_window, key, modifiers); }
  void type(const QString& text);
  void drop(const QString& file);
  bool waitReady() const;

  QTemporaryDir m_folder;
  std::unique_ptr<StudioApp> m_studio;
  std::unique_ptr<QQmlApplicationEngine> m_engine;
  QQuickWindow* m_window = nullptr;
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

void StoryTest::openStudio() {
  m_engine.reset();
  m_studio.reset();
  StudioOptions options;
  options.model = QString::fromLatin1(lpd::kDefaultModel);
  options.modelsFolder = QStringLiteral(LPD_RESOURCES "/models");
  options.historyFolder = m_folder.filePath(QStringLiteral("history"));
  options.settingsFile = m_folder.filePath(QStringLiteral("settings.ini"));
  m_studio = std::make_unique<StudioApp>(options);
  m_engine = std::make_unique<QQmlApplicationEngine>();
  QVERIFY(openWindow(*m_engine, *m_studio));
  m_window = qobject_cast<QQuickWindow*>(m_engine->rootObjects().constFirst());
  QVERIFY(QTest::qWaitForWindowExposed(m_window));
  m_window->requestActivate();
  QVERIFY(QTest::qWaitForWindowActive(m_window));
  QVERIFY(waitReady());
}

/// Presses the left button at `share` of the item's size, where a person would see it.
bool StoryTest::click(const QString& name, QPointF share) {
  QQuickItem* target = nullptr;
  const bool found = QTest::qWaitFor(
      [&] {
        target = item(name);
        return target && target->isVisible() && target->isEnabled() && target->width() > 0;
      },
      5000);
  if (!found) return false;
  scrollTo(target);
  // Sections that open or close move what is below them for a moment; a person waits for that too.
  QPointF point;
  const auto rests = [&] {
    const QPointF before =
        std::exchange(point, target->mapToScene({target->width() * share.x(), target->height() * share.y()}));
    return point == before;
  };
  rests();
  do
    QTest::qWait(60);
  while (!rests());
  if (!QRectF(QPointF(), QSizeF(m_window->size())).contains(point)) return false;
  QTest::mouseMove(m_window, point.toPoint());
  QTest::mouseClick(m_window, Qt::LeftButton, Qt::NoModifier, point.toPoint());
  return true;
}

void StoryTest::type(const QString& text) {
  for (QChar c : text)
    QTest::keyClick(m_window, c.toLatin1());
}

/// Lets a file fall into the middle of the window.
void StoryTest::drop(const QString& file) {
  QMimeData data;
  data.setUrls({QUrl::fromLocalFile(file)});
  const QPoint middle(m_window->width() / 2, m_window->height() / 2);
  QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(m_window, &enter);
  QDropEvent fall(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(m_window, &fall);
}

bool StoryTest::waitReady() const {
  return QTest::qWaitFor([&] { return m_studio->controller()->state() == State::Ready; }, 120000);
}

void StoryTest::startsAndLoadsTheShippedModel() {
  openStudio();
  QCOMPARE(m_studio->models()->currentName(), QString::fromLatin1(lpd::kDefaultModel));
  QCOMPARE(m_studio->models()->state(), ModelLibrary::State::Ready);
  QVERIFY(m_studio->controller()->canGenerate());
  QVERIFY(item(QStringLiteral("saveButton")));
  QVERIFY(!item(QStringLiteral("saveButton"))->isEnabled());
}

void StoryTest::findsASubjectByTyping() {
  key(Qt::Key_Slash);
  type(QStringLiteral("lighth"));
  ClassModel* classes = m_studio->classes();
  QTRY_COMPARE(classes->filter(), QStringLiteral("lighth"));
  QCOMPARE(classes->count(), 1);
  const int lighthouse = classes->data(classes->index(0), ClassModel::ClassIndexRole).toInt();
  QCOMPARE(classes->nameOf(lighthouse), QStringLiteral("Lighthouse"));
  QVERIFY(click(QStringLiteral("classChip_%1").arg(lighthouse)));
  QTRY_COMPARE(m_studio->plan()->classIndex(), lighthouse);
  QVERIFY(click(QStringLiteral("classSearch")));
  key(Qt::Key_Escape);
  QTRY_COMPARE(classes->filter(), QString());
}

void StoryTest::setsStepsOrderGuidanceAndSeed() {
  PlanSettings* plan = m_studio->plan();
  const int before = plan->steps();
  QVERIFY(click(QStringLiteral("stepsSlider"), {0.4, 0.2}));
  QTRY_VERIFY(plan->steps() != before);
  QVERIFY(plan->steps() >= 8 && plan->steps() <= 64);
  const int clicked = plan->steps();
  key(Qt::Key_Right);
  QTRY_COMPARE(plan->steps(), clicked + 1);

  QVERIFY(click(QStringLiteral("orderKind_halton")));
  QTRY_COMPARE(plan->orderKind(), QStringLiteral("halton"));
  QVERIFY(click(QStringLiteral("orderKind_lpd")));
  QTRY_COMPARE(plan->orderKind(), QStringLiteral("lpd"));

  const double guidance = plan->guidance();
  QVERIFY(click(QStringLiteral("guidanceSlider"), {0.7, 0.5}));
  QTRY_VERIFY(plan->guidance() != guidance);

  QVERIFY(click(QStringLiteral("seedField"), {0.3, 0.5}));
  key(Qt::Key_A, Qt::ControlModifier);
  type(QStringLiteral("284119073"));
  key(Qt::Key_Return);
  QTRY_COMPARE(plan->seed(), 284119073.0);
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
  key(Qt::Key_Right);
  QTRY_COMPARE(timeline->shownSteps(), 5);
  key(Qt::Key_End);
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
  QVERIFY(click(QStringLiteral("canvas"), {0.5, 0.5}));
  QTRY_VERIFY(picture->selectedPosition() >= 0);
  const QVariantMap facts = picture->cell(picture->selectedPosition()).toMap();
  QVERIFY(facts["made"].toBool());
  QVERIFY(!facts["alternatives"].toList().isEmpty());
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
  key(Qt::Key_Return, Qt::ControlModifier);
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

void StoryTest::remembersTheSettings() {
  const int classIndex = m_studio->plan()->classIndex();
  const double guidance = m_studio->plan()->guidance();
  const int steps = m_studio->plan()->steps();
  m_window->close();
  openStudio();
  QCOMPARE(m_studio->plan()->classIndex(), classIndex);
  QCOMPARE(m_studio->plan()->guidance(), guidance);
  QCOMPARE(m_studio->plan()->steps(), steps);
  QCOMPARE(m_studio->plan()->seed(), 284119073.0);
  QVERIFY(m_studio->plan()->seedLocked());
}

void StoryTest::findsThePictureInTheGallery() {
  Gallery* gallery = m_studio->gallery();
  key(Qt::Key_3, Qt::ControlModifier);
  QTRY_COMPARE(m_studio->page(), QStringLiteral("gallery"));
  QTRY_VERIFY(gallery->model()->count() >= 2);  // those of before the restart
  key(Qt::Key_Slash);
  type(QStringLiteral("lighthouse 284119073"));
  QTRY_VERIFY(gallery->filter()->search().endsWith(QLatin1String("073")));
  QTRY_COMPARE(gallery->model()->count(), 2);
  key(Qt::Key_Return);
  key(Qt::Key_Right);
  QTRY_VERIFY(gallery->details()->hasPicture());
  QCOMPARE(gallery->details()->title(), QStringLiteral("Lighthouse"));
  QCOMPARE(gallery->details()->seedText(), QStringLiteral("284 119 073"));
}

void StoryTest::usesItsSettingsAgain() {
  PlanSettings* plan = m_studio->plan();
  const int steps = m_studio->gallery()->details()->steps();
  plan->setSteps(steps + 3);
  plan->setClassIndex(0);
  plan->setSeed(1);
  QVERIFY(click(QStringLiteral("detailsUse")));
  QTRY_COMPARE(plan->steps(), steps);
  QTRY_COMPARE(plan->seed(), 284119073.0);
  QCOMPARE(m_studio->classes()->nameOf(plan->classIndex()), QStringLiteral("Lighthouse"));
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
  const QStringList saved = QDir(m_folder.path()).entryList({QStringLiteral("*.png")}, QDir::Files);
  QVERIFY(!saved.isEmpty());
  const int before = m_studio->pictures()->count();
  drop(m_folder.filePath(saved.constFirst()));
  QTRY_COMPARE(m_studio->pictures()->count(), before + 1);
  QTRY_COMPARE(plan->steps(), m_studio->timeline()->stepCount());
  const QString foreign = m_folder.filePath(QStringLiteral("foreign.png"));
  QVERIFY(QImage(8, 8, QImage::Format_RGB32).save(foreign));
  QSignalSpy failed(m_studio->gallery(), &Gallery::failed);
  drop(foreign);
  QVERIFY(failed.wait());
  QCOMPARE(failed[0][0].toString(), QStringLiteral("foreign.png does not say how it was made"));
}

void StoryTest::makesWhatWaitsInTheQueue() {
  key(Qt::Key_1, Qt::ControlModifier);
  QTRY_COMPARE(m_studio->page(), QStringLiteral("create"));
  PlanSettings* plan = m_studio->plan();
  plan->setSteps(20);
  plan->setImageCount(1);
  plan->setSeedLocked(false);
  const int before = m_studio->pictures()->count();
  m_studio->queue()->setPaused(true);  // however fast the machine is
  for (int i = 0; i < 3; ++i)
    key(Qt::Key_Return, Qt::ControlModifier);
  QCOMPARE(m_studio->queue()->waiting(), 3);
  QVERIFY(click(QStringLiteral("queueButton")));
  QTRY_VERIFY(item(QStringLiteral("queueList")) && item(QStringLiteral("queueList"))->isVisible());
  key(Qt::Key_Escape);  // closes the list, and stops nothing
  m_studio->queue()->setPaused(false);
  QTRY_COMPARE_WITH_TIMEOUT(m_studio->queue()->count(), 0, 120000);
  QVERIFY(waitReady());
  QCOMPARE(m_studio->pictures()->count(), before + 3);
  for (int i = before; i < before + 3; ++i)
    QVERIFY(m_studio->pictures()->at(i)->finished);
}

void StoryTest::findsACommandByTyping() {
  key(Qt::Key_K, Qt::ControlModifier);
  QTRY_VERIFY(item(QStringLiteral("paletteField")) && item(QStringLiteral("paletteField"))->hasActiveFocus());
  type(QStringLiteral("sailboat"));
  key(Qt::Key_Return);
  QTRY_COMPARE(m_studio->classes()->nameOf(m_studio->plan()->classIndex()), QStringLiteral("Sailboat"));
  QTRY_VERIFY(!item(QStringLiteral("paletteField")) || !item(QStringLiteral("paletteField"))->isVisible());
}

void StoryTest::undoesASetting() {
  const int steps = m_studio->plan()->steps();
  QVERIFY(click(QStringLiteral("stepsSlider"), {0.6, 0.2}));
  QTRY_VERIFY(m_studio->plan()->steps() != steps);
  QTRY_COMPARE(m_studio->edits()->undoText(), QStringLiteral("Undo steps"));
  key(Qt::Key_Z, Qt::ControlModifier);
  QTRY_COMPARE(m_studio->plan()->steps(), steps);
}

void StoryTest::racesThreeOrders() {
  key(Qt::Key_2, Qt::ControlModifier);
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
  // As the paper has it: near what is finished, far from each other, and in a twelfth of the steps.
  QVERIFY(race->lanes()[0]->support() > race->lanes()[1]->support());
  QVERIFY(race->lanes()[0]->apart() > race->lanes()[1]->apart());
  key(Qt::Key_1, Qt::ControlModifier);
}

void StoryTest::cleanupTestCase() {
  m_window = nullptr;
  m_engine.reset();
  m_studio.reset();
  qInstallMessageHandler(g_nextHandler);
  QVERIFY2(g_warnings.isEmpty(), qPrintable(g_warnings.join(QLatin1Char('\n'))));
}

QTEST_MAIN(StoryTest)
#include "test_story.moc"
