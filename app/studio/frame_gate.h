#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace lpd::studio {

/// Many requests become at most one `frame` per 16 ms: the first passes at once, the latest is never lost.
class FrameGate : public QObject {
  Q_OBJECT

 public:
  static constexpr int kIntervalMs = 16;

  explicit FrameGate(QObject* parent = nullptr);
  void request();

 Q_SIGNALS:
  void frame();

 private:
  void pass();

  QTimer m_timer;
  QElapsedTimer m_sinceFrame;
};

}  // namespace lpd::studio
