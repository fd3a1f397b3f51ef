#include "session_guard.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QUuid>

#include <cstdio>

namespace lpd::studio {

namespace {

const QString kLockEnding = QStringLiteral(".lock");
const QString kSessionEnding = QStringLiteral(".session");
const QString kClosedEnding = QStringLiteral(".closed");

QString newName(const QString& folder, const QString& ending) {
  return folder + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces) + ending;
}

QByteArray bytesOf(const QString& path) {
  QFile file(path);
  return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

/// Held by the program that made the file; free as soon as that is gone, however it went.
std::unique_ptr<QLockFile> lockOf(const QString& file) {
  auto lock = std::make_unique<QLockFile>(file + kLockEnding);
  lock->setStaleLockTime(0);  // a lock is stale when its program is gone, never because of its age
  return lock;
}

/// Whole or not at all, but not synced: it has to outlive the program, not the power.
bool replaceFile(const QString& path, const QByteArray& bytes) {
  const QString temporary = path + QStringLiteral(".new");
  QFile file(temporary);
  if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size()) return false;
  file.close();
  return std::rename(QFile::encodeName(temporary).constData(), QFile::encodeName(path).constData()) == 0;
}

}  // namespace

SessionGuard::SessionGuard(const QString& folder) {
  QDir().mkpath(folder);
  collectCrashed(folder);
  collectClosed(folder);
  m_file = newName(folder, kSessionEnding);
  m_lock = lockOf(m_file);
  if (!m_lock->tryLock(0) || !replaceFile(m_file, {})) m_lock.reset();
}

SessionGuard::~SessionGuard() {
  for (const Found& found : m_found)
    QFile::rename(found.file, newName(QFileInfo(found.file).path(), kClosedEnding));
  if (m_lock) QFile::remove(m_file);
}

void SessionGuard::collect(const QString& file, std::unique_ptr<QLockFile> lock) {
  m_leftBehind << bytesOf(file);
  m_found.push_back({file, std::move(lock)});
}

void SessionGuard::collectCrashed(const QString& folder) {
  const QStringList names = QDir(folder).entryList({QLatin1Char('*') + kSessionEnding}, QDir::Files);
  for (const QString& name : names) {
    const QString path = folder + QLatin1Char('/') + name;
    std::unique_ptr<QLockFile> lock = lockOf(path);
    if (!lock->tryLock(0)) continue;  // another window that is open
    m_crashed = true;
    collect(path, std::move(lock));
  }
}

void SessionGuard::collectClosed(const QString& folder) {
  const QStringList names = QDir(folder).entryList({QLatin1Char('*') + kClosedEnding}, QDir::Files);
  for (const QString& name : names) {
    const QString mine = newName(folder, kSessionEnding);
    std::unique_ptr<QLockFile> lock = lockOf(mine);
    // Of two programs that start at once, one gets it.
    if (lock->tryLock(0) && QFile::rename(folder + QLatin1Char('/') + name, mine)) collect(mine, std::move(lock));
  }
}

void SessionGuard::forgetLeftBehind() {
  for (const Found& found : m_found)
    QFile::remove(found.file);
  m_found.clear();
  m_leftBehind.clear();
}

void SessionGuard::remember(const QByteArray& state) {
  if (m_lock && state != m_state && replaceFile(m_file, state)) m_state = state;
}

void SessionGuard::leaveBehind(const QByteArray& state) {
  if (m_lock && !state.isEmpty()) replaceFile(newName(QFileInfo(m_file).path(), kClosedEnding), state);
}

}  // namespace lpd::studio
