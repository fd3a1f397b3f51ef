#include "frame_gate.h"

#include <algorithm>

namespace lpd::studio {

FrameGate::FrameGate(QObject* parent) : QObject(parent) {
  m_timer.setSingleShot(true);
  m_timer.setTimerType(Qt::PreciseTimer);
  connect(&m_timer, &QTimer::timeout, this, &FrameGate::pass);
}

void FrameGate::request() {
  if (m_timer.isActive()) return;
  const qint64 since = m_sinceFrame.isValid() ? m_sinceFrame.elapsed() : kIntervalMs;
  if (since >= kIntervalMs)
    pass();
  else
    m_timer.start(static_cast<int>(kIntervalMs - since));
}

void FrameGate::pass() {
  m_sinceFrame.start();
  Q_EMIT frame();
}

}  // namespace lpd::studio
