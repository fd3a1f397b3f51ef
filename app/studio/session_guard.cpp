#include "session_guard.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>
#include <QtCore/QUuid>

namespace lpd::studio {

namespace {

const QString kLockEnding = QStringLiteral(".lock");

/// Held by the program that made the file; free as soon as that is gone, however it went.
std::unique_ptr<QLockFile> lockOf(const QString& file) {
  auto lock = std::make_unique<QLockFile>(file + kLockEnding);
  lock->setStaleLockTime(0);  // a lock is stale when its program is gone, never because of its age
  return lock;
}

}  // namespace

SessionGuard::SessionGuard(const QString& folder, QObject* parent) : QObject(parent) {
  QDir().mkpath(folder);
  collect(folder);
  m_file = folder + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral(".session");
  m_lock = lockOf(m_file);
  if (!m_lock->tryLock(0) || !write({})) m_lock.reset();
}

SessionGuard::~SessionGuard() {
  if (m_lock) QFile::remove(m_file);
}

void SessionGuard::collect(const QString& folder) {
  const QStringList names = QDir(folder).entryList({QStringLiteral("*.session")}, QDir::Files);
  for (const QString& name : names) {
    const QString path = folder + QLatin1Char('/') + name;
    const std::unique_ptr<QLockFile> lock = lockOf(path);
    if (!lock->tryLock(0)) continue;  // another window that is open
    m_crashed = true;
    QFile file(path);
    if (file.open(QFile::ReadOnly)) {
      const QString item = QString::fromUtf8(file.readAll()).trimmed();
      if (!item.isEmpty()) m_crashedItems << item;
    }
    file.remove();
  }
}

void SessionGuard::itemStarted(const QString& item) {
  if (m_lock) write(item);
}

void SessionGuard::itemEnded() {
  if (m_lock) write({});
}

bool SessionGuard::write(const QString& item) {
  QSaveFile file(m_file);
  return file.open(QFile::WriteOnly) && file.write(item.toUtf8()) >= 0 && file.commit();
}

}  // namespace lpd::studio
