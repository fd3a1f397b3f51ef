#include "history_move.h"

#include "history_file.h"
#include "history_folder.h"
#include "problem_text.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtCore/QStorageInfo>
#include <QtCore/QTemporaryFile>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>

namespace lpd::studio {

namespace {

constexpr qint64 kChunk = 1 << 20;
constexpr qint64 kSpare = 64 << 20;  // bytes that a disk should keep free

bool isWithin(const QString& inner, const QString& outer) {
  return inner.startsWith(outer.endsWith(QLatin1Char('/')) ? outer : outer + QLatin1Char('/'));
}

/// As far as the folder exists, its true place: links and dots are followed.
QString truePlace(const QString& folder) {
  const QString canonical = QFileInfo(folder).canonicalFilePath();
  if (!canonical.isEmpty()) return canonical;
  const QFileInfo clean(QDir::cleanPath(folder));
  return clean.path() == clean.filePath() ? clean.filePath()
                                          : truePlace(clean.path()) + QLatin1Char('/') + clean.fileName();
}

bool isSameFile(const QString& a, const QString& b) {
  QFile first(a);
  QFile second(b);
  if (first.size() != second.size() || !first.open(QFile::ReadOnly) || !second.open(QFile::ReadOnly)) return false;
  while (!first.atEnd())
    if (first.read(kChunk) != second.read(kChunk)) return false;
  return true;
}

/// Whole or not at all: a second name for the same file where the disk can do that, else a copy that is synced.
void bring(const QString& from, const QString& to) {
  std::error_code error;
  std::filesystem::create_hard_link(QFile::encodeName(from).toStdString(), QFile::encodeName(to).toStdString(), error);
  if (!error) return;
  QFile source(from);
  QSaveFile target(to);
  target.setDirectWriteFallback(false);
  bool good = source.open(QFile::ReadOnly) && target.open(QFile::WriteOnly);
  while (good && !source.atEnd()) {
    const QByteArray bytes = source.read(kChunk);
    good = source.error() == QFile::NoError && target.write(bytes) == bytes.size();
  }
  // commit() alone does not notice that what was still buffered could not be written.
  good = good && target.flush();
  if (good && target.commit()) return;
  const QString reason = source.error() != QFile::NoError ? source.errorString() : target.errorString();
  throw SaidError(ErrorCode::Io, HistoryMove::tr("%1 could not be copied: %2").arg(QFileInfo(from).fileName(), reason),
                  HistoryMove::tr("All pictures are still in the old folder"));
}

/// Others may keep pictures of their own in the same folder.
bool isOurs(const QString& file) {
  try {
    return readHistoryFile(file, false).has_value();
  } catch (const Error&) {
    return false;
  }
}

}  // namespace

HistoryMove::HistoryMove(const QString& from, const QString& to) : m_from(truePlace(from)), m_to(truePlace(to)) {}

void HistoryMove::check() {
  if (m_to == m_from)
    throw SaidError(ErrorCode::Usage, tr("The pictures are kept there already"), tr("Choose another folder"));
  if (isWithin(m_to, m_from) || isWithin(m_from, m_to))
    throw SaidError(ErrorCode::Usage, tr("One of the two folders is inside the other"),
                    tr("Choose a folder beside the present one"));
  m_madeFolder = !QFileInfo::exists(m_to);
  QTemporaryFile probe(m_to + QStringLiteral("/.lpd-XXXXXX"));
  if (!QDir().mkpath(m_to) || !probe.open() || probe.write("lpd") != 3 || !probe.flush())
    throw SaidError(ErrorCode::Io, tr("The folder %1 cannot be written").arg(m_to),
                    tr("Choose another folder, or look at its permissions"));
}

void HistoryMove::checkSpace(const std::vector<QString>& names) const {
  const QStorageInfo disk(m_to);
  if (!disk.isValid() || disk.device() == QStorageInfo(m_from).device()) return;
  qint64 needed = kSpare;
  for (const QString& name : names)
    needed += QFileInfo(m_from + QLatin1Char('/') + name).size();
  if (disk.bytesAvailable() >= needed) return;
  throw SaidError(ErrorCode::Io,
                  tr("The disk of %1 has too little room: %2 MB are needed, %3 MB are free")
                      .arg(m_to)
                      .arg(needed >> 20)
                      .arg(disk.bytesAvailable() >> 20),
                  tr("Choose another disk, or leave the pictures where they are"));
}

void HistoryMove::take(const QString& name) {
  const QString from = m_from + QLatin1Char('/') + name;
  const QString wanted = m_to + QLatin1Char('/') + name;
  const QDateTime changed = QFileInfo(from).lastModified();
  if (QFile::exists(wanted) && isSameFile(from, wanted)) {
    m_taken.push_back({name, name, changed, false});
    return;
  }
  const QString newName = freeName(m_to, name);
  const QString to = m_to + QLatin1Char('/') + newName;
  if (!QDir().mkpath(QFileInfo(to).absolutePath()))
    throw SaidError(ErrorCode::Io, tr("The folder %1 cannot be made").arg(QFileInfo(to).absolutePath()),
                    tr("Choose another folder, or look at its permissions"));
  bring(from, to);
  m_taken.push_back({name, newName, changed});
}

std::vector<QString> HistoryMove::missing() const {
  const std::vector<QString> names = picturesOfHistory(m_from);
  std::vector<QString> had;
  for (const Taken& taken : m_taken)
    had.push_back(taken.name);
  std::sort(had.begin(), had.end());
  std::vector<QString> missing;
  std::set_difference(names.begin(), names.end(), had.begin(), had.end(), std::back_inserter(missing));
  std::erase_if(missing, [this](const QString& name) { return !isOurs(m_from + QLatin1Char('/') + name); });
  return missing;
}

bool HistoryMove::copy(const Progress& progress) {
  const std::vector<QString> names = missing();
  checkSpace(names);
  int done = 0;
  for (const QString& name : names) {
    if (progress && !progress(done, static_cast<int>(names.size()))) return false;
    take(name);
    ++done;
  }
  return true;
}

HistoryMove::Missed HistoryMove::copyRest() {
  Missed missed;
  for (const QString& name : missing()) {
    try {
      take(name);
    } catch (const Error& error) {
      ++missed.count;
      missed.reason = QString::fromUtf8(error.what());
    }
  }
  return missed;
}

QHash<QString, QString> HistoryMove::renamed() const {
  QHash<QString, QString> names;
  for (const Taken& taken : m_taken)
    if (taken.name != taken.newName) names.insert(taken.name, taken.newName);
  return names;
}

void HistoryMove::undo() {
  for (const Taken& taken : m_taken)
    if (taken.made) QFile::remove(m_to + QLatin1Char('/') + taken.newName);
  m_taken.clear();
  if (!m_madeFolder) return;
  removeEmptyFolders(m_to);
  QDir().rmdir(m_to);
}

/// As it is now: where another program has starred a picture since, that version comes over too.
bool HistoryMove::hasArrived(const Taken& taken) const {
  const QString from = m_from + QLatin1Char('/') + taken.name;
  const QString to = m_to + QLatin1Char('/') + taken.newName;
  if (!QFile::exists(to)) return false;
  if (QFileInfo(from).lastModified() == taken.changed) return true;
  try {
    bring(from, to);
    return true;
  } catch (const Error&) {
    return false;
  }
}

/// The folders between a picture and the history's, where nothing is left in them.
void HistoryMove::removeEmptyAround(const QString& name) const {
  const auto above = [](const QString& path) {
    return path.left(std::max<qsizetype>(0, path.lastIndexOf(QLatin1Char('/'))));
  };
  for (QString folder = above(name); !folder.isEmpty(); folder = above(folder))
    if (!QDir(m_from).rmdir(folder)) break;  // refuses one that is not empty
}

int HistoryMove::removeOriginals() {
  int left = 0;
  for (const Taken& taken : m_taken) {
    const QString from = m_from + QLatin1Char('/') + taken.name;
    if (!hasArrived(taken) || !QFile::remove(from))
      ++left;
    else
      QFile::remove(thumbnailFile(m_from, taken.name));
  }
  for (const Taken& taken : m_taken)
    removeEmptyAround(taken.name);
  removeEmptyFolders(thumbnailFolder(m_from));
  QDir().rmdir(thumbnailFolder(m_from));
  return left;
}

}  // namespace lpd::studio
