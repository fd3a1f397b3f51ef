#include "calm_settings.h"

#include <QtCore/QEvent>

namespace lpd::studio {

namespace {

constexpr int kPatienceMs = 1000;
constexpr qint64 kLongestMs = 30000;

}  // namespace

CalmSettings::CalmSettings(const QString& file) : QSettings(file, QSettings::IniFormat) {
  m_soon.setSingleShot(true);
  m_soon.setInterval(kPatienceMs);
  QObject::connect(&m_soon, &QTimer::timeout, this, &CalmSettings::writeWhenCalm);
}

bool CalmSettings::event(QEvent* event) {
  // QSettings asks for its writing by this event, once for all changes until they are written.
  if (event->type() != QEvent::UpdateRequest) return QSettings::event(event);
  m_changed.start();
  m_soon.start();
  return true;
}

void CalmSettings::writeWhenCalm() {
  if (m_busy() && m_changed.elapsed() < kLongestMs)
    m_soon.start();
  else
    sync();
}

}  // namespace lpd::studio
