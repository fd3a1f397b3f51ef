#include "idle_rest.h"

#include "engine_settings.h"
#include "generation_controller.h"

namespace lpd::studio {

IdleRest::IdleRest(const EngineSettings& settings, GenerationController& controller, int msPerMinute, QObject* parent)
    : QObject(parent), m_settings(settings), m_controller(controller), m_msPerMinute(msPerMinute) {
  m_timer.setSingleShot(true);
  m_timer.setTimerType(Qt::VeryCoarseTimer);
  connect(&m_timer, &QTimer::timeout, &m_controller, &GenerationController::rest);
  connect(&m_controller, &GenerationController::stateChanged, this, &IdleRest::begin);
  connect(&m_settings, &EngineSettings::restMinutesChanged, this, &IdleRest::begin);
}

void IdleRest::begin() {
  if (m_settings.restMinutes() > 0 && m_controller.state() == GenerationController::State::Ready)
    m_timer.start(m_settings.restMinutes() * m_msPerMinute);
  else
    m_timer.stop();
}

}  // namespace lpd::studio
