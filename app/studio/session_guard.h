#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QLockFile>
#include <QtCore/QString>

#include <memory>
#include <vector>

namespace lpd::studio {

/// Notices that a program ended without closing, and keeps what sessions were about. While a program runs, a small file
/// of its own holds what it wants to be remembered; one that is found without its program belongs to a session that
/// crashed. A session that ends in order may leave something behind as well.
class SessionGuard {
 public:
  /// `folder` is made if need be; where it cannot be written, nothing is noticed.
  explicit SessionGuard(const QString& folder);
  ~SessionGuard();  ///< an orderly end: what was found and not forgotten is there for the next, nothing else
  SessionGuard(const SessionGuard&) = delete;
  SessionGuard& operator=(const SessionGuard&) = delete;

  bool crashed() const { return m_crashed; }                     ///< an earlier program did not close
  QList<QByteArray> leftBehind() const { return m_leftBehind; }  ///< by such programs, and by those that closed

  /// It has been taken over. Until then a crash leaves it where it is.
  void forgetLeftBehind();
  /// Replaces what is to be remembered, before this returns: a crash may come at once.
  void remember(const QByteArray& state);
  /// What the next session is to find, as this one ends in order; empty = nothing.
  void leaveBehind(const QByteArray& state);

 private:
  struct Found {
    QString file;
    std::unique_ptr<QLockFile> lock;
  };

  void collectCrashed(const QString& folder);
  void collectClosed(const QString& folder);
  void collect(const QString& file, std::unique_ptr<QLockFile> lock);

  QString m_file;
  std::unique_ptr<QLockFile> m_lock;  // held as long as this program runs
  QByteArray m_state;
  bool m_crashed = false;
  QList<QByteArray> m_leftBehind;
  std::vector<Found> m_found;  // held against other programs
};

}  // namespace lpd::studio
