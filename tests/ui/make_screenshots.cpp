// Takes the pictures of docs/USER_GUIDE.md: the real program with the model that comes with it, every page, dark and
// light, small and large. Run by `cmake --build --preset release --target screenshots`.
//   make_screenshots FOLDER [1280x800|2560x1440 ...]
#include "studio_app.h"
#include "studio_window.h"

#include <lpd/error.h>
#include <lpd/model_info.h>
#include <lpd/picture_io.h>

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtGui/QGuiApplication>
#include <QtQml/QQmlApplicationEngine>
#include <QtQuick/QQuickWindow>
#include <QtQuickControls2/QQuickStyle>
#include <QtTest/QtTest>

using namespace lpd::studio;

namespace {

constexpr int kPatience = 120'000;  // ms for a run on a slow machine
constexpr double kSeed = 284119073;

/// The window in one size and theme, from the first start on, with a fixed seed so that pictures are made alike.
class Session {
 public:
  Session(QSize size, const QString& theme, const QDir& folder) : m_size(size), m_theme(theme), m_folder(folder) {
    StudioOptions options;
    options.model = QString::fromLatin1(lpd::kDefaultModel);
    options.modelsFolder = QStringLiteral(LPD_RESOURCES "/models");
    options.settingsFile = m_home.filePath(QStringLiteral("settings.ini"));
    options.historyFolder = m_home.filePath(QStringLiteral("history"));
    m_studio = std::make_unique<StudioApp>(options);
    m_studio->preferences()->setTheme(theme);
    m_studio->preferences()->setWindowGeometry({QPoint(), size});
    m_studio->plan()->setSeed(kSeed);
    m_studio->plan()->setSeedLocked(true);
    m_engine = std::make_unique<QQmlApplicationEngine>();
    if (!openWindow(*m_engine, *m_studio)) qFatal("the window cannot be opened");
    m_window = qobject_cast<QQuickWindow*>(m_engine->rootObjects().constFirst());
    m_window->resize(size);
    require(QTest::qWaitForWindowExposed(m_window), "the window is not shown");
    m_window->requestActivate();
    require(QTest::qWaitForWindowActive(m_window), "the window does not get the keyboard");
    waitReady();
  }

  void takeAll() {
    take("start");
    choose("lighthouse");
    m_studio->plan()->setImageCount(2);
    key(Qt::Key_Return, Qt::ControlModifier);
    require(QTest::qWaitFor([&] { return m_studio->picture()->stepsMade() > 0; }, kPatience), "no step was made");
    waitReady();
    m_studio->timeline()->seek(13);
    take("generating");
    key(Qt::Key_End);
    m_studio->layers()->setView(QStringLiteral("order"));
    QTest::mouseMove(m_window, QPoint(m_size.width() / 2, m_size.height() / 2));
    take("order");
    m_studio->layers()->setView(QStringLiteral("picture"));
    key(Qt::Key_E, Qt::ControlModifier);
    take("export");
    key(Qt::Key_Escape);
    m_studio->setPage(QStringLiteral("race"));
    m_studio->race()->start();
    require(QTest::qWaitFor([&] { return m_studio->race()->state() == Race::State::Ready; }, kPatience), "no race");
    take("race");
    m_studio->setPage(QStringLiteral("gallery"));
    take("gallery");
  }

 private:
  static void require(bool holds, const char* problem) {
    if (!holds) qFatal("%s", problem);
  }
  void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(m_window, key, modifiers); }
  void waitReady() {
    const auto ready = [&] { return m_studio->controller()->state() == GenerationController::State::Ready; };
    require(QTest::qWaitFor(ready, kPatience), "the model is not ready");
  }
  void choose(const std::string& name) {
    m_studio->plan()->setClassIndex(m_studio->models()->model().classIndex(name));
  }
  void take(const char* name) {
    QTest::qWait(1200);  // motion comes to rest
    const QString file = m_folder.filePath(QStringLiteral("%1-%2-%3x%4.webp")
                                               .arg(QString::fromLatin1(name), m_theme)
                                               .arg(m_size.width())
                                               .arg(m_size.height()));
    lpd::writePicture(file.toStdString(), toImage(m_window->grabWindow()), {}, {.quality = 82, .overwrite = true});
    qInfo("%s", qPrintable(file));
  }

  QSize m_size;
  QString m_theme;
  QDir m_folder;
  QTemporaryDir m_home;
  std::unique_ptr<StudioApp> m_studio;
  std::unique_ptr<QQmlApplicationEngine> m_engine;
  QQuickWindow* m_window = nullptr;
};

}  // namespace

int main(int argc, char** argv) {
  const QGuiApplication app(argc, argv);
  QQuickStyle::setStyle(QStringLiteral("Fusion"));
  const QStringList arguments = QGuiApplication::arguments();
  if (arguments.size() < 2) qFatal("usage: make_screenshots FOLDER [WIDTHxHEIGHT ...]");
  const QDir folder(arguments[1]);
  if (!QDir().mkpath(folder.path())) qFatal("%s cannot be made", qPrintable(folder.path()));
  QStringList sizes = arguments.mid(2);
  if (sizes.isEmpty()) sizes = {QStringLiteral("1280x800"), QStringLiteral("2560x1440")};
  for (const QString& size : sizes) {
    const QStringList sides = size.split(QLatin1Char('x'));
    const QSize pixels(sides.value(0).toInt(), sides.value(1).toInt());
    if (pixels.width() < 1024 || pixels.height() < 680) qFatal("%s is no size of the window", qPrintable(size));
    for (const char* theme : {"dark", "light"})
      Session(pixels, QString::fromLatin1(theme), folder).takeAll();
  }
  return 0;
}
