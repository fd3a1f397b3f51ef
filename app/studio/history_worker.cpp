#include "history_worker.h"

#include "core_text.h"
#include "history_folder.h"
#include "history_move.h"
#include "history_reader.h"
#include "problem_text.h"
#include "wording.h"

#include <lpd/error.h>

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QLockFile>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <utility>

namespace lpd::studio {

namespace {

const QString kIndexFile = QStringLiteral("index-1.sqlite");  // the number is the table's version
constexpr int kReadAtOnce = 64;                               // pictures between two looks at what else is to be done
constexpr int kLockMs = 10'000;
constexpr int kStarsAtEnd = 200;  // written before the program ends; the index knows them all
constexpr qint64 kHourMs = 3'600'000;

bool isOlderThan(const QFileInfo& file, qint64 ms) {
  return file.lastModified().msecsTo(QDateTime::currentDateTime()) > ms;
}

/// The name of what was being written when a program was stopped: a picture's, with AtomicFile's marks.
bool isHalfWritten(const QString& name) {
  static const QRegularExpression mark(QStringLiteral("^\\.\\d{8}-\\d{6}-\\d{3}-.*-[A-Za-z0-9]{6}\\.png$"));
  return mark.match(name).hasMatch();
}

}  // namespace

HistoryWorker::HistoryWorker(QString folder) : m_folder(std::move(folder)) {
  connect(&m_stars, &StarWriter::failed, this, &HistoryWorker::failed);
}

HistoryWorker::~HistoryWorker() {
  if (m_move) abandonMove();  // nobody is left to note the new folder
  m_stars.finishAll(kStarsAtEnd);
  leaveOldFolder();
}

QString HistoryWorker::path(const QString& name) const {
  return m_folder + QLatin1Char('/') + name;
}

QStringList HistoryWorker::pathsOf(const QStringList& names) const {
  QStringList paths;
  for (const QString& name : names)
    paths << path(name);
  return paths;
}

/// The names in the present folder, also of pictures that were seen in the one they came from.
QStringList HistoryWorker::namesOf(const QStringList& files) const {
  QStringList names;
  const QString folder = path({});
  const QString before = m_cameFrom + QLatin1Char('/');
  for (const QString& file : files) {
    if (file.startsWith(folder)) {
      names << file.mid(folder.size());
    } else if (!m_cameFrom.isEmpty() && file.startsWith(before)) {
      const QString name = file.mid(before.size());
      names << m_renamed.value(name, name);
    }
  }
  return names;
}

void HistoryWorker::open() {
  openIndex();
  Q_EMIT opened(m_lasting ? path(kIndexFile) : QStringLiteral("memory:lpd-history-%1").arg(quintptr(this)));
  HistoryTrash::tidy(m_folder);
  beginScan();
}

/// Leaves m_index open, whatever the folder is like.
void HistoryWorker::openIndex() {
  m_index.reset();
  m_lasting = false;
  QDir().mkpath(m_folder);
  QLockFile lock(path(QStringLiteral("index.lock")));  // two programs must not both find it damaged and move it
  lock.setStaleLockTime(kLockMs);
  lock.tryLock(kLockMs);
  for (const bool again : {false, true}) {
    try {
      m_index = std::make_unique<HistoryIndex>(path(kIndexFile));
      m_index->check();
      m_lasting = true;
      return;
    } catch (const IndexError& error) {
      m_index.reset();
      if (again || !error.corrupt()) break;
      m_wasDamaged = true;
      moveIndexAside();
    }
  }
  // The folder is read-only, full or not there: the pictures in it can be looked at all the same.
  m_index = std::make_unique<HistoryIndex>(QStringLiteral("memory:lpd-history-%1").arg(quintptr(this)));
}

void HistoryWorker::moveIndexAside() {
  const QString stamp = QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
  for (const char* ending : {"", "-wal", "-shm"}) {
    const QString file = path(kIndexFile) + QLatin1String(ending);
    if (QFile::exists(file)) QFile::rename(file, file + QStringLiteral(".damaged-") + stamp);
  }
}

void HistoryWorker::repair() {
  open();
}

/// Runs `work` on the index; a damaged one is made anew. False where it did not work.
template <class Work>
bool HistoryWorker::withIndex(Work work) {
  if (!m_index) return false;
  try {
    work(*m_index);
    return true;
  } catch (const IndexError& error) {
    if (error.corrupt()) repair();
    return false;
  }
}

/// First what the index knows, then what is in the folder: a picture another program saves in between is then found
/// twice, which does no harm, rather than taken for one that is gone.
void HistoryWorker::beginScan() {
  m_toRead.clear();
  m_read = 0;
  QHash<QString, qint64> known;
  if (!withIndex([&](HistoryIndex& index) { known = index.files(); })) return;
  const QDir folder(m_folder);
  QDirIterator files(m_folder, {QStringLiteral("*.png")}, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    const QString file = files.next();
    const QString name = folder.relativeFilePath(file);
    if (!belongsToHistory(name)) continue;
    if (files.fileName().startsWith(QLatin1Char('.'))) {
      if (isHalfWritten(files.fileName()) && isOlderThan(files.fileInfo(), kHourMs)) QFile::remove(file);
    } else if (known.remove(name) == 0) {
      m_toRead << name;
    }
  }
  if (!known.isEmpty()) withIndex([&](HistoryIndex& index) { index.remove(known.keys()); });
  if (!known.isEmpty() && m_toRead.isEmpty()) Q_EMIT changed();
  scanSome();
}

void HistoryWorker::scanSome() {
  QList<HistoryRow> rows;
  for (int i = 0; i < kReadAtOnce && !m_toRead.isEmpty(); ++i) {
    const QString name = m_toRead.takeLast();
    try {
      if (const auto picture = readHistoryFile(path(name), false)) rows << rowOf(name, picture->record, picture->facts);
    } catch (const std::exception&) {
      // Not a whole picture of ours: it stays where it is, and out of the gallery.
    }
  }
  if (!rows.isEmpty() && withIndex([&](HistoryIndex& index) { index.add(rows); })) {
    m_read += static_cast<int>(rows.size());
    Q_EMIT changed();
  } else if (!rows.isEmpty()) {
    m_behind = true;
  }
  if (!m_toRead.isEmpty()) {
    QMetaObject::invokeMethod(this, &HistoryWorker::scanSome, Qt::QueuedConnection);
  } else if (std::exchange(m_wasDamaged, false)) {
    Q_EMIT rebuilt(m_read);
  }
}

/// Pictures that are in the folder and not in the index.
void HistoryWorker::read(const QStringList& names) {
  const bool idle = m_toRead.isEmpty();
  m_toRead << names;
  if (idle) scanSome();
}

void HistoryWorker::save(quint64 ticket, const HistoryPicture& picture) {
  QString name;
  try {
    name = freeName(m_folder, historyName(picture.record, picture.facts.createdMs));
    if (!QDir().mkpath(QFileInfo(path(name)).absolutePath()))
      throw Error(ErrorCode::Io, "cannot make the folder " + QFileInfo(path(name)).absolutePath().toStdString());
    writeHistoryFile(path(name), picture);
  } catch (const std::exception& error) {
    // A folder that cannot be used at all needs another one, and how that is chosen the store knows.
    const bool usable = QFileInfo(m_folder).isDir() && QFileInfo(m_folder).isWritable();
    Q_EMIT saveFailed(ticket, coreText(error), usable ? problemText(error).hint : QString());
    return;
  }
  store(name, picture);
  Q_EMIT saved(ticket, path(name));
  Q_EMIT changed();
}

void HistoryWorker::store(const QString& name, const HistoryPicture& picture) {
  if (!m_lasting) {
    open();  // the folder can be written again; the scan finds the picture
  } else if (!withIndex([&](HistoryIndex& index) { index.add({rowOf(name, picture.record, picture.facts)}); })) {
    m_behind = true;  // the disk took the picture and was full then
  } else if (std::exchange(m_behind, false)) {
    beginScan();
  }
  makeThumbnail(picture.image, thumbnailFile(m_folder, name));
}

void HistoryWorker::setStarred(const QStringList& files, bool starred) {
  whenStill([this, files, starred] {
    const QStringList names = stillThere(namesOf(files));
    if (names.isEmpty()) return;
    if (!withIndex([&](HistoryIndex& index) { index.setStarred(names, starred); })) {
      Q_EMIT failed(tr("The star could not be saved"), tr("Look whether the disk is full"));
      return;
    }
    m_stars.write(pathsOf(names), starred);
    Q_EMIT changed();
  });
}

void HistoryWorker::trash(const QStringList& files) {
  whenStill([this, files] { trashNow(namesOf(files)); });
}

void HistoryWorker::forgetGone(const QStringList& files) {
  whenStill([this, files] { stillThere(namesOf(files)); });
}

/// Those of a folder that are there. The others leave the index, and whoever asked for them is told: once, as they are
/// known no more then. Where the whole folder is gone, its disk may be back soon.
QStringList HistoryWorker::stillThere(const QStringList& names) {
  QStringList there;
  QStringList gone;
  for (const QString& name : names)
    (QFile::exists(path(name)) ? there : gone) << name;
  if (gone.isEmpty() || !QFileInfo::exists(m_folder)) return names;
  auto known = static_cast<int>(gone.size());  // where the index cannot tell
  withIndex([&](HistoryIndex& index) { known = index.remove(gone); });
  if (known == 0) return there;
  Q_EMIT failed(gone.size() == 1
                    ? HistoryReader::tr("%1 is not there any more").arg(QFileInfo(gone.constFirst()).fileName())
                    : HistoryReader::tr("%n picture(s) are not there any more", nullptr, known),
                tr("The gallery shows only what is in its folder"));
  Q_EMIT changed();
  return there;
}

void HistoryWorker::trashNow(const QStringList& names) {
  const QStringList there = stillThere(names);
  m_stars.finish(pathsOf(there));  // so that they come back with it
  const QStringList taken = m_trash.take(m_folder, there);
  withIndex([&](HistoryIndex& index) { index.remove(taken); });
  if (taken.size() < there.size())
    Q_EMIT failed(tr("%1 of %n picture(s) could not be deleted", nullptr, static_cast<int>(there.size()))
                      .arg(there.size() - taken.size()),
                  tr("Look whether %1 may be written").arg(m_folder));
  if (!taken.isEmpty()) Q_EMIT trashed(static_cast<int>(taken.size()));
  Q_EMIT changed();
}

void HistoryWorker::restore() {
  whenStill([this] {
    const HistoryTrash::Returned back = m_trash.bringBack();
    if (back.folder == m_folder) read(back.names);
    if (back.stuck > 0)
      Q_EMIT failed(tr("%n picture(s) could not be brought back", nullptr, back.stuck),
                    tr("They are safe in %1; the next start tries again").arg(back.place));
  });
}

void HistoryWorker::purge() {
  whenStill([this] { m_trash.purge(); });
}

/// Where the pictures stay, there is nothing to wait for: only new ones are kept elsewhere.
void HistoryWorker::whenStill(std::function<void()> work) {
  if (m_move && m_takesPictures)
    m_afterMove.push_back(std::move(work));
  else
    work();
}

void HistoryWorker::prepareMove(const QString& folder, bool takePictures,
                                const std::shared_ptr<std::atomic<bool>>& stop) {
  m_stars.finishAll();  // what is only in the index does not come along
  m_move = std::make_unique<HistoryMove>(m_folder, folder);
  m_takesPictures = takePictures;
  const auto progress = [&](int done, int all) {
    Q_EMIT moveProgressed(done, all);
    return !*stop;
  };
  try {
    m_move->check();
    if (!takePictures || m_move->copy(progress)) {
      Q_EMIT movePrepared(m_move->target());
      return;
    }
    abandonMove();
    Q_EMIT moveStopped();
  } catch (const Error& error) {
    abandonMove();
    const ProblemText problem = problemText(error);
    Q_EMIT moveFailed(problem.text, problem.hint);
  }
}

/// From here on the new folder is the history's, whatever happens.
void HistoryWorker::finishMove() {
  m_cameFrom.clear();
  m_renamed.clear();
  int left = 0;
  if (m_takesPictures) {
    const HistoryMove::Missed missed = m_move->copyRest();  // those saved since
    if (missed.count > 0)
      Q_EMIT failed(tr("%n picture(s) did not come along: %1", nullptr, missed.count).arg(missed.reason),
                    tr("Copy what is left in %1 into the new folder").arg(m_folder));
    left = m_move->removeOriginals();
    m_cameFrom = m_folder;
    m_renamed = m_move->renamed();
  }
  m_toLeave = m_cameFrom;
  m_folder = m_move->target();
  m_toRead.clear();
  const int taken = m_move->taken();
  endMove();
  m_stars.finishAll();  // what waited may have starred some: the new index reads it in the files
  Q_EMIT moved(m_folder, taken, left);
  open();
  leaveOldFolder();
}

/// Not before the gallery's reader has let go of it, which comes after the move.
void HistoryWorker::leaveOldFolder() {
  if (m_toLeave.isEmpty() || !HistoryIndex::removeUnused(m_toLeave + QLatin1Char('/') + kIndexFile)) return;
  QDir().rmdir(trashFolder(m_toLeave));  // refuses one that is not empty
  m_toLeave.clear();
}

void HistoryWorker::abandonMove() {
  m_move->undo();
  endMove();
}

void HistoryWorker::endMove() {
  m_move.reset();
  for (const auto& work : std::exchange(m_afterMove, {}))
    work();
}

}  // namespace lpd::studio
