#include "history_trash.h"

#include "history_folder.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QUuid>

#include <utility>

namespace lpd::studio {

namespace {

const QString kWanted = QStringLiteral(".wanted");  // ends the name of a folder whose pictures are to come back
constexpr int kDaysKept = 30;                       // of what was left behind: as long as other trashes keep things

QString in(const QString& folder, const QString& name) {
  return folder + QLatin1Char('/') + name;
}

/// Puts all pictures of `place` into `folder`; returns the names they have there.
QStringList putBack(const QString& place, const QString& folder) {
  QStringList names;
  for (const QString& name : picturesOfHistory(place)) {
    const QString free = freeName(folder, name);
    if (moveFile(in(place, name), in(folder, free))) names << free;
  }
  removeEmptyFolders(place);
  QDir().rmdir(place);  // refuses one that is not empty
  return names;
}

}  // namespace

QStringList HistoryTrash::take(const QString& folder, const QStringList& names) {
  const QString place = in(trashFolder(folder), QUuid::createUuid().toString(QUuid::WithoutBraces));
  QStringList taken;
  for (const QString& name : names)
    if (moveFile(in(folder, name), in(place, name))) taken << name;
  if (taken.isEmpty()) {
    removeEmptyFolders(place);
    QDir().rmdir(place);
    return {};
  }
  purge();
  m_folder = folder;
  m_place = place;
  m_names = taken;
  return taken;
}

HistoryTrash::Returned HistoryTrash::bringBack() {
  if (m_names.isEmpty()) return {};
  Returned result{m_folder, {}, static_cast<int>(m_names.size()), m_place};
  const QString wanted = m_place + kWanted;
  m_wanted = !QDir().rename(m_place, wanted);
  if (m_wanted) return result;  // it can be tried again
  m_names.clear();
  result.place = wanted;
  result.names = putBack(wanted, m_folder);
  result.stuck -= static_cast<int>(result.names.size());
  return result;
}

void HistoryTrash::purge() {
  const QStringList names = std::exchange(m_names, {});
  if (names.isEmpty() || std::exchange(m_wanted, false)) return;
  for (const QString& name : names)
    QFile::remove(thumbnailFile(m_folder, name));
  QDir(m_place).removeRecursively();
}

void HistoryTrash::tidy(const QString& folder) {
  const QDateTime oldest = QDateTime::currentDateTime().addDays(-kDaysKept);
  const QFileInfoList places = QDir(trashFolder(folder)).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
  for (const QFileInfo& place : places) {
    if (place.fileName().endsWith(kWanted))
      putBack(place.absoluteFilePath(), folder);
    else if (place.lastModified() < oldest)
      QDir(place.absoluteFilePath()).removeRecursively();
  }
}

}  // namespace lpd::studio
