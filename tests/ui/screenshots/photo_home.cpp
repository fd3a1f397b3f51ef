#include "photo_home.h"

#include "studio_app.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtTest/QtTest>

#include <vector>

using namespace lpd::studio;

namespace {

constexpr int kPatienceMs = 120'000;
const QString kHistory = QStringLiteral(".local/share/lpd-studio/history");
const QString kModels = QStringLiteral(".local/share/lpd-studio/models");

/// One picture of the history, oldest last.
struct Memory {
  const char* subject;
  quint64 seed;
  const char* order;
  int steps;
  int daysAgo;
  bool starred;
};

constexpr Memory kMemories[] = {
    {"hot-air balloon", 2026, "raster", 256, 0, false},
    {"hot-air balloon", 2026, "lpd", 20, 0, true},
    {"mountain sunset", 7, "lpd", 20, 0, false},
    {"aurora", 51, "lpd", 20, 0, false},
    {"hot-air balloon", 4711, "lpd", 20, 0, false},
    {"ringed planet", 12, "lpd", 32, 0, false},
    {"lighthouse", 77, "lpd", 20, 0, true},
    {"butterfly", 8, "lpd", 20, 0, false},
    {"sailboat", 2026, "lpd", 20, 0, false},
    {"city at night", 9, "lpd", 64, 0, false},
    {"snowman", 33, "halton", 20, 1, false},
    {"mushroom", 5, "lpd", 20, 1, true},
    {"pine forest", 123, "lpd", 20, 1, false},
    {"cactus", 61, "lpd", 20, 1, false},
    {"desert dunes", 1011, "lpd", 12, 1, false},
    {"fish", 314, "lpd", 20, 1, false},
    {"house", 271, "random", 20, 1, false},
    {"flower", 88, "lpd", 20, 1, false},
    {"sailboat", 404, "lpd", 20, 4, true},
    {"mountain sunset", 15, "lpd", 20, 4, false},
    {"aurora", 640, "raster", 64, 4, false},
    {"hot-air balloon", 19, "lpd", 20, 4, false},
    {"butterfly", 555, "lpd", 20, 4, true},
    {"lighthouse", 1234, "lpd", 128, 4, false},
    {"mushroom", 42, "lpd", 20, 4, false},
    {"ringed planet", 7, "lpd", 20, 4, false},
};

void copyTree(const QString& from, const QString& to) {
  QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    const QString file = files.next();
    const QString copy = to + QLatin1Char('/') + QDir(from).relativeFilePath(file);
    if (!QDir().mkpath(QFileInfo(copy).absolutePath()) || !QFile::copy(file, copy))
      qFatal("%s cannot be written", qPrintable(copy));
  }
}

/// Some minutes apart, the days before today around noon.
qint64 createdMs(const Memory& memory, int index) {
  const QDateTime now = QDateTime::currentDateTime();
  const QDateTime day = memory.daysAgo == 0 ? now : QDateTime(now.date().addDays(-memory.daysAgo), QTime(14, 32));
  return day.addSecs(-60 * (2 + 3 * index)).toMSecsSinceEpoch();
}

}  // namespace

PhotoHome::PhotoHome() {
  qputenv("HOME", m_folder.path().toLocal8Bit());
  for (const char* name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "LPD_MODELS"})
    qunsetenv(name);
  QDir home(m_folder.path());
  if (!home.mkpath(kModels) || !home.mkpath(QStringLiteral("Pictures"))) qFatal("there is no room for a home folder");
  copyTree(QStringLiteral(LPD_RESOURCES "/models"), path(kModels));
}

QString PhotoHome::models() const {
  return path(kModels);
}

void PhotoHome::beginAnew() const {
  QDir(path(QStringLiteral(".config"))).removeRecursively();
  QDir(path(QStringLiteral(".local/share/lpd-studio/sessions"))).removeRecursively();  // the queue of the last window
  QDir(path(kHistory)).removeRecursively();
  copyTree(path(QStringLiteral("memories")), path(kHistory));
}

void PhotoHome::makeHistory() {
  StudioOptions options;
  options.modelsFolder = models();
  options.settingsFile = path(QStringLiteral("maker.ini"));
  options.historyFolder = path(QStringLiteral("maker"));
  StudioApp studio(options);
  studio.start();
  const auto ready = [&] { return studio.controller()->state() == GenerationController::State::Ready; };
  if (!QTest::qWaitFor(ready, kPatienceMs)) qFatal("the model cannot be loaded");
  PlanSettings* plan = studio.plan();
  plan->setSeedLocked(true);
  int index = 0;
  for (const Memory& memory : kMemories) {
    plan->setClassIndex(studio.models()->model().classIndex(memory.subject));
    plan->setSeed(static_cast<double>(memory.seed));
    plan->setOrderKind(QString::fromLatin1(memory.order));
    plan->setSteps(memory.steps);
    studio.controller()->generate();
    if (!QTest::qWaitFor(ready, kPatienceMs)) qFatal("a picture cannot be made");
    const auto picture = studio.pictures()->currentPicture();
    if (!picture || !picture->finished) qFatal("%s was not finished", memory.subject);
    HistoryPicture kept = historyPicture(*picture, QStringLiteral("generated"), createdMs(memory, index++));
    kept.facts.starred = memory.starred;
    const QString file = path(QStringLiteral("memories/")) + historyName(kept.record, kept.facts.createdMs);
    QDir().mkpath(QFileInfo(file).absolutePath());
    writeHistoryFile(file, kept);
  }
}
