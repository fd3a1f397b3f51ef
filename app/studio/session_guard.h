#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QLockFile>
#include <QtCore/QString>

#include <memory>

namespace lpd::studio {

/// Notices that a program ended without closing, and keeps what it was about. While a program runs, a small file of its
/// own holds what it wants to be remembered; one that is found without its program belongs to a session that crashed.
class SessionGuard {
 public:
  /// `folder` is made if need be; where it cannot be written, nothing is noticed.
  explicit SessionGuard(const QString& folder);
  ~SessionGuard();  ///< an orderly end: nothing is left behind
  SessionGuard(const SessionGuard&) = delete;
  SessionGuard& operator=(const SessionGuard&) = delete;

  bool crashed() const { return m_crashed; }                     ///< an earlier program did not close
  QList<QByteArray> leftBehind() const { return m_leftBehind; }  ///< what such programs had to be remembered

  /// Replaces what is to be remembered, before this returns: a crash may come at once.
  void remember(const QByteArray& state);

 private:
  void collect(const QString& folder);

  QString m_file;
  std::unique_ptr<QLockFile> m_lock;  // held as long as this program runs
  QByteArray m_state;
  bool m_crashed = false;
  QList<QByteArray> m_leftBehind;
};

}  // namespace lpd::studio
