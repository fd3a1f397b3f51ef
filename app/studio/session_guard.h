#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QLockFile>
#include <QtCore/QString>

#include <memory>

namespace lpd::studio {

/// Notices that a program ended without closing, and keeps what sessions were about. While a program runs, a small file
/// of its own holds what it wants to be remembered; one that is found without its program belongs to a session that
/// crashed. A session that ends in order may leave something behind as well.
class SessionGuard {
 public:
  /// `folder` is made if need be; where it cannot be written, nothing is noticed.
  explicit SessionGuard(const QString& folder);
  ~SessionGuard();  ///< an orderly end: nothing is left behind
  SessionGuard(const SessionGuard&) = delete;
  SessionGuard& operator=(const SessionGuard&) = delete;

  bool crashed() const { return m_crashed; }                     ///< an earlier program did not close
  QList<QByteArray> leftBehind() const { return m_leftBehind; }  ///< by such programs, and by those that closed

  /// Replaces what is to be remembered, before this returns: a crash may come at once.
  void remember(const QByteArray& state);
  /// What the next session is to find, as this one ends in order; empty = nothing.
  void leaveBehind(const QByteArray& state);

 private:
  void collectCrashed(const QString& folder);
  void collectClosed(const QString& folder);

  QString m_file;
  std::unique_ptr<QLockFile> m_lock;  // held as long as this program runs
  QByteArray m_state;
  bool m_crashed = false;
  QList<QByteArray> m_leftBehind;
};

}  // namespace lpd::studio
