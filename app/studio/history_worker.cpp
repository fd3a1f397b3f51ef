#include "history_worker.h"

#include "history_folder.h"
#include "history_move.h"
#include "problem_text.h"
#include "wording.h"

#include <lpd/error.h>

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QLockFile>

#include <algorithm>
#include <utility>

namespace lpd::studio {

namespace {

const QString kIndexFile = QStringLiteral("index-1.sqlite");  // the number is the table's version
const QString kTrash = QStringLiteral("trash");
constexpr int kReadAtOnce = 64;  // pictures between two looks at what else is to be done
constexpr int kLockMs = 10'000;
constexpr int kStarsAtEnd = 200;  // written before the program ends; the index knows them all
constexpr qint64 kHourMs = 3'600'000;

bool isOlderThan(const QFileInfo& file, qint64 ms) {
  return file.lastModified().msecsTo(QDateTime::currentDateTime()) > ms;
}

QString inTrash(const QString& token, const QString& name) {
  return kTrash + QLatin1Char('/') + token + QLatin1Char('/') + name;
}

}  // namespace

HistoryWorker::HistoryWorker(QString folder) : m_folder(std::move(folder)) {}

HistoryWorker::~HistoryWorker() {
  for (int i = 0; i < kStarsAtEnd && !m_stars.isEmpty(); ++i)
    writeStar();
}

QString HistoryWorker::path(const QString& name) const {
  return m_folder + QLatin1Char('/') + name;
}

void HistoryWorker::open() {
  openIndex();
  Q_EMIT opened(m_lasting ? path(kIndexFile) : QStringLiteral("memory:lpd-history-%1").arg(quintptr(this)));
  clearOldTrash();
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
    if (files.fileName().startsWith(QLatin1Char('.'))) {  // left behind by a program that was stopped while writing
      if (isOlderThan(files.fileInfo(), kHourMs)) QFile::remove(file);
    } else if (known.remove(name) == 0) {
      m_toRead << name;
    }
  }
  if (!known.isEmpty()) withIndex([&](HistoryIndex& index) { index.remove(known.values()); });
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
  }
  if (!m_toRead.isEmpty()) {
    QMetaObject::invokeMethod(this, &HistoryWorker::scanSome, Qt::QueuedConnection);
  } else if (std::exchange(m_wasDamaged, false)) {
    Q_EMIT rebuilt(m_read);
  }
}

void HistoryWorker::save(quint64 ticket, const HistoryPicture& picture) {
  QString name;
  try {
    name = freeName(m_folder, historyName(picture.record, picture.facts.createdMs));
    if (!QDir().mkpath(QFileInfo(path(name)).absolutePath()))
      throw Error(ErrorCode::Io,
                  "the folder " + QFileInfo(path(name)).absolutePath().toStdString() + " cannot be made");
    writeHistoryFile(path(name), picture);
  } catch (const std::exception& error) {
    Q_EMIT saveFailed(ticket, QString::fromUtf8(error.what()), problemText(error).hint);
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

void HistoryWorker::setStarred(const QList<qint64>& ids, bool starred) {
  QList<HistoryRow> rows;
  const bool done = withIndex([&](HistoryIndex& index) {
    index.setStarred(ids, starred);
    rows = index.rows(ids);
  });
  if (!done) {
    Q_EMIT failed(tr("The star could not be saved"), tr("Look whether the disk is full"));
    return;
  }
  const bool idle = m_stars.isEmpty();
  for (const HistoryRow& row : rows)
    m_stars.insert(row.file, starred);
  if (idle) QMetaObject::invokeMethod(this, &HistoryWorker::writeStar, Qt::QueuedConnection);
  Q_EMIT changed();
}

/// The star also goes into the picture, so that it outlives the index.
void HistoryWorker::writeStar() {
  if (m_stars.isEmpty()) return;
  const QString name = m_stars.begin().key();
  const bool starred = m_stars.take(name);
  try {
    if (auto picture = readHistoryFile(path(name), false)) {
      picture->facts.starred = starred;
      rewriteFacts(path(name), picture->facts);
    }
  } catch (const Error& error) {
    m_stars.clear();
    Q_EMIT failed(tr("The star is not in the picture's file: %1").arg(QString::fromUtf8(error.what())),
                  problemText(error).hint);
  }
  if (!m_stars.isEmpty()) QMetaObject::invokeMethod(this, &HistoryWorker::writeStar, Qt::QueuedConnection);
}

void HistoryWorker::trash(const QString& token, const QList<qint64>& ids) {
  QList<HistoryRow> rows;
  if (!withIndex([&](HistoryIndex& index) { rows = index.rows(ids); })) return;
  QList<qint64> gone;
  QList<HistoryRow>& kept = m_trash[token];
  for (const HistoryRow& row : rows) {
    if (QFile::exists(path(row.file)) && !moveFile(path(row.file), path(inTrash(token, row.file)))) continue;
    m_stars.remove(row.file);
    gone << row.id;
    kept << row;
  }
  withIndex([&](HistoryIndex& index) { index.remove(gone); });
  if (gone.size() < rows.size())
    Q_EMIT failed(tr("%1 of %n picture(s) could not be deleted", nullptr, static_cast<int>(rows.size()))
                      .arg(rows.size() - gone.size()),
                  tr("Look whether %1 may be written").arg(m_folder));
  Q_EMIT trashed(token, static_cast<int>(gone.size()));
  Q_EMIT changed();
}

void HistoryWorker::restore(const QString& token) {
  QList<HistoryRow> back;
  const QList<HistoryRow> rows = m_trash.take(token);
  for (const HistoryRow& row : rows)
    if (moveFile(path(inTrash(token, row.file)), path(row.file))) back << row;
  QDir(path(kTrash + QLatin1Char('/') + token)).removeRecursively();
  withIndex([&](HistoryIndex& index) { index.add(back); });
  Q_EMIT changed();
}

void HistoryWorker::purge(const QString& token) {
  const QList<HistoryRow> rows = m_trash.take(token);
  for (const HistoryRow& row : rows)
    QFile::remove(thumbnailFile(m_folder, row.file));
  QDir(path(kTrash + QLatin1Char('/') + token)).removeRecursively();
}

void HistoryWorker::prepareMove(const QString& folder, bool takePictures,
                                const std::shared_ptr<std::atomic<bool>>& stop) {
  while (!m_stars.isEmpty())
    writeStar();  // what is only in the index does not come along
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
  const std::unique_ptr<HistoryMove> move = std::move(m_move);
  if (m_takesPictures) {
    try {
      move->copy({});  // those saved since
    } catch (const Error& error) {
      const ProblemText problem = problemText(error);
      Q_EMIT failed(problem.text, problem.hint);
    }
  }
  m_folder = move->target();
  m_toRead.clear();
  const int left = m_takesPictures ? move->removeOriginals() : 0;
  Q_EMIT moved(m_folder, move->taken(), left);
  open();
}

void HistoryWorker::abandonMove() {
  m_move->undo();
  m_move.reset();
}

/// Of programs that ended before their undo had passed; younger ones may be another program's.
void HistoryWorker::clearOldTrash() {
  const QFileInfoList folders = QDir(path(kTrash)).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
  for (const QFileInfo& folder : folders)
    if (isOlderThan(folder, kHourMs)) QDir(folder.absoluteFilePath()).removeRecursively();
}

}  // namespace lpd::studio
