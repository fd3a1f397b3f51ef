#include "photo_session.h"

#include "studio_window.h"

#include <lpd/picture_io.h>

#include <QtQuick/QQuickItem>
#include <QtQuick/QQuickWindow>
#include <QtTest/QtTest>

using namespace lpd::studio;

namespace {

constexpr int kPatienceMs = 120'000;
constexpr int kQuality = 76;
constexpr double kSeed = 284119073;
// Of 20, whose last four make half of the picture. What is shown lags some steps behind what is made.
constexpr int kFrozenStep = 18;
constexpr int kTelling = 17;  // half of the picture is there

}  // namespace

PhotoSession::PhotoSession(PhotoHome& home, const PhotoLook& look, const QDir& folder, const QStringList& only)
    : m_look(look), m_folder(folder), m_only(only) {
  open(home);
}

PhotoSession::~PhotoSession() {
  m_engine.reset();
  m_studio.reset();
}

bool PhotoSession::eventFilter(QObject* watched, QEvent* event) {
  return (m_frozen && event->type() == QEvent::MetaCall) || QObject::eventFilter(watched, event);
}

void PhotoSession::open(PhotoHome& home) {
  StudioOptions options;
  options.model = QString::fromLatin1(lpd::kDefaultModel);
  options.modelsFolder = m_models = home.models();
  options.welcome = true;
  home.beginAnew();
  m_studio = std::make_unique<StudioApp>(options);
  m_studio->preferences()->setTheme(m_look.theme);
  m_studio->preferences()->setTextScale(m_look.textScale);
  m_studio->preferences()->setWindowGeometry({QPoint(), m_look.size});
  m_studio->plan()->setSeed(kSeed);
  m_studio->plan()->setSeedLocked(true);
  m_engine = std::make_unique<QQmlApplicationEngine>();
  if (!openWindow(*m_engine, *m_studio)) qFatal("the window cannot be opened");
  auto* window = qobject_cast<QQuickWindow*>(m_engine->rootObjects().constFirst());
  m_robot = WindowRobot(window);
  window->resize(m_look.size);
  if (!QTest::qWaitForWindowExposed(window)) qFatal("the window is not shown");
  window->requestActivate();
  if (!QTest::qWaitForWindowActive(window)) qFatal("the window does not get the keyboard");
  waitReady();
  QTest::qWait(3000);  // what is made while nobody waits for it
}

void PhotoSession::takeAll() {
  takeCreate();
  takeSheets();
  takeGallery();
  takeRace();
  takeModels();
  takeRunning();  // last: the window stands still in it
}

void PhotoSession::takeCreate() {
  PlanSettings* plan = m_studio->plan();
  choose("hot-air balloon");
  take("start", 4500);  // the picture has come into being
  leave();
  QTest::qWait(5000);  // the plan has run over the canvas
  m_robot.key(Qt::Key_O, Qt::ControlModifier);
  take("subjects");
  leave();

  plan->setSteps(32);
  if (m_robot.isShown(QStringLiteral("curveToggle"))) click("curveToggle");
  if (!m_robot.drag(QStringLiteral("groupCurve"), {0.33, 0.5}, {0.33, 0.1})) qFatal("the curve cannot be drawn");
  pointNowhere();
  take("plan");
  if (m_robot.isShown(QStringLiteral("curveToggle"))) click("curveToggle");
  plan->resetToRecommended();

  plan->setImageCount(4);
  m_robot.key(Qt::Key_Return, Qt::ControlModifier);
  waitFor("four pictures", [&] { return m_studio->pictures()->count() == 4 && m_studio->picture()->finished(); });
  waitReady();
  m_studio->pictures()->setCurrent(2);
  m_studio->timeline()->seek(kTelling);
  click("canvas", {8.5 / 16, 8.5 / 16});
  pointNowhere();
  take("patch");
  leave();
  m_robot.key(Qt::Key_End);
  m_studio->layers()->setView(QStringLiteral("order"));
  if (!m_robot.point(QStringLiteral("canvas"), shareOf(patchOfStep(kTelling)))) qFatal("there is no canvas");
  waitFor("the card", [&] { return m_robot.item(QStringLiteral("hoverCard"))->opacity() == 1.0; });
  take("order");
  m_studio->layers()->setView(QStringLiteral("picture"));
  pointNowhere();
}

void PhotoSession::takeSheets() {
  m_robot.key(Qt::Key_E, Qt::ControlModifier);
  take("export");
  leave();
  m_robot.key(Qt::Key_K, Qt::ControlModifier);
  QTest::qWait(400);
  m_robot.type(QStringLiteral("or"));
  take("palette");
  leave();
  m_robot.key(Qt::Key_F1);
  take("keys");
  leave();
  m_robot.key(Qt::Key_Comma, Qt::ControlModifier);
  take("settings");
  click("aboutButton");
  pointNowhere();
  take("about");
  leave();
}

/// The lanes of 20 steps do the same work; where their times differ much, the machine did something else meanwhile, and
/// the race is run again.
void PhotoSession::takeRace() {
  constexpr int kTries = 8;
  Race* race = m_studio->race();
  m_studio->setPage(QStringLiteral("race"));
  for (int attempt = 0; attempt < kTries; ++attempt) {
    race->start();
    waitFor("a race", [&] { return race->state() == Race::State::Ready; });
    race->pause();
    const double ratio = race->lanes()[0]->totalMs() / race->lanes()[1]->totalMs();
    if (ratio > 0.8 && ratio < 1.25) break;
  }
  race->seek(race->lanes()[0]->totalMs() * 0.85);
  take("race", 1200);
}

void PhotoSession::takeGallery() {
  m_studio->setPage(QStringLiteral("gallery"));
  GalleryModel* model = m_studio->gallery()->model();
  waitFor("the history", [&] { return model->count() > 24; });
  click("galleryTile_8");
  waitFor("the details", [&] { return m_studio->gallery()->details()->hasPicture(); });
  pointNowhere();
  take("gallery", 1500);
  // Made today before those of this window: the same seed, another order.
  click("galleryTile_4");
  click("galleryTile_5", {0.5, 0.4}, Qt::ControlModifier);
  click("barCompare");
  waitFor("the comparison", [&] { return m_studio->gallery()->comparison()->ready(); });
  pointNowhere();
  take("compare", 1500);
  leave();
  leave();
}

void PhotoSession::takeModels() {
  m_studio->setPage(QStringLiteral("models"));
  take("models", 1200);
  // The shipped model's own files stand for downloaded ones.
  ModelImport* import = m_studio->modelImport();
  const QString folder = m_models + QLatin1Char('/') + QLatin1String(lpd::kDefaultModel);
  import->offer({QUrl::fromLocalFile(folder + QStringLiteral("/transformer.safetensors")),
                 QUrl::fromLocalFile(folder + QStringLiteral("/tokenizer.safetensors"))});
  import->setName(QStringLiteral("my-scenes"));
  waitFor("the weights", [&] { return import->canImport(); });
  take("import");
  import->clear();
}

/// In the midst of a run, with others behind it.
void PhotoSession::takeRunning() {
  m_studio->setPage(QStringLiteral("create"));
  PlanSettings* plan = m_studio->plan();
  plan->setImageCount(1);
  m_studio->controller()->installEventFilter(this);
  connect(m_studio->controller(), &GenerationController::stepMade, this,
          [this] { m_frozen = ++m_steps >= kFrozenStep; });
  for (const char* subject : {"hot-air balloon", "aurora", "lighthouse", "cactus"}) {
    choose(subject);
    m_robot.key(Qt::Key_Return, Qt::ControlModifier);
  }
  choose("hot-air balloon");
  waitFor("the frozen step", [&] { return m_frozen; });
  take("generating", 800);
  m_robot.key(Qt::Key_Q);
  take("queue");
}

void PhotoSession::take(const char* name, int restMs) {
  QTest::qWait(restMs);              // motion comes to rest
  if (m_look.size.width() > 2000) {  // a software rasteriser is some frames behind
    m_robot.window()->grabWindow();
    QTest::qWait(restMs);
  }
  const QString word = QString::fromLatin1(name);
  if (!m_only.isEmpty() && !m_only.contains(word)) return;
  const QString file = m_folder.filePath(
      QStringLiteral("%1-%2-%3x%4.webp").arg(word, m_look.theme).arg(m_look.size.width()).arg(m_look.size.height()));
  lpd::writePicture(file.toStdString(), toImage(m_robot.window()->grabWindow()), {},
                    {.quality = kQuality, .overwrite = true});
  qInfo("%s", qPrintable(file));
}

void PhotoSession::click(const char* name, QPointF share, Qt::KeyboardModifiers modifiers) const {
  if (!m_robot.click(QString::fromLatin1(name), share, modifiers)) qFatal("%s cannot be clicked", name);
}

/// Out of what is open; the keys count for the window again when it has gone.
void PhotoSession::leave() const {
  m_robot.key(Qt::Key_Escape);
  QTest::qWait(500);
}

/// A patch in the lower left of the picture that was made in `step`, counted from 1.
int PhotoSession::patchOfStep(int step) const {
  const QList<int> steps = m_studio->picture()->stepOfPosition();
  const int columns = m_studio->picture()->columns();
  for (int row = columns - 4; row > columns / 2; --row)
    for (int column = 2; column < columns / 2 - 2; ++column)
      if (steps[row * columns + column] == step - 1) return row * columns + column;
  qFatal("no patch of step %d is where it can be shown", step);
}

QPointF PhotoSession::shareOf(int position) const {
  const int columns = m_studio->picture()->columns(), rows = m_studio->picture()->rows();
  return {(position % columns + 0.5) / columns, (position / columns + 0.5) / rows};
}

void PhotoSession::pointNowhere() const {
  QTest::mouseMove(m_robot.window(), QPoint(m_look.size.width() / 2, 2));
}

void PhotoSession::choose(const char* subject) {
  m_studio->plan()->setClassIndex(m_studio->models()->model().classIndex(subject));
}

void PhotoSession::waitReady() {
  waitFor("a model", [&] { return m_studio->controller()->state() == GenerationController::State::Ready; });
}

void PhotoSession::waitFor(const char* what, const std::function<bool()>& holds) const {
  if (!QTest::qWaitFor(holds, kPatienceMs)) qFatal("there is no end of waiting for %s", what);
}
