#pragma once

#include <QtCore/QLockFile>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <memory>

namespace lpd::studio {

/// Notices that a program ended without closing. While it runs, a small file says so and names the item of the queue
/// that is being made; one that is found without its program tells the next start what happened.
class SessionGuard : public QObject {
  Q_OBJECT

 public:
  /// `folder` is made if need be; where it cannot be written, nothing is noticed.
  explicit SessionGuard(const QString& folder, QObject* parent = nullptr);
  ~SessionGuard() override;  ///< an orderly end

  bool crashed() const { return m_crashed; }  ///< an earlier program did not close
  /// The items such programs were making: they are not run again by themselves.
  QStringList crashedItems() const { return m_crashedItems; }

  /// `item` is a name of the caller's that means the same in the next session.
  void itemStarted(const QString& item);
  void itemEnded();

 private:
  void collect(const QString& folder);
  bool write(const QString& item);

  QString m_file;
  std::unique_ptr<QLockFile> m_lock;  // held as long as this program runs
  bool m_crashed = false;
  QStringList m_crashedItems;
};

}  // namespace lpd::studio
