#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QSettings>
#include <QtCore/QTimer>

#include <functional>

namespace lpd::studio {

/// Settings that are written when nobody would notice. QSettings writes as soon as the event loop is reached and waits
/// until the disk has the file, which holds the window's thread for tens of milliseconds where the disk is busy. Here a
/// change waits until nothing has to move; for half a minute at most, and never beyond the end of the program.
class CalmSettings : public QSettings {
 public:
  /// Settings in the INI file `file`.
  explicit CalmSettings(const QString& file);

  /// Asked before writing: whether something moves in the window just now.
  void setBusy(std::function<bool()> busy) { m_busy = std::move(busy); }

 protected:
  bool event(QEvent* event) override;

 private:
  void writeWhenCalm();

  std::function<bool()> m_busy = [] { return false; };
  QTimer m_soon;
  QElapsedTimer m_changed;  ///< since the first change that is not written
};

}  // namespace lpd::studio
