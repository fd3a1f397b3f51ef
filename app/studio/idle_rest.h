#pragma once

#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace lpd::studio {

class EngineSettings;
class GenerationController;

/// Takes the model out of memory when nothing was made with it for as long as the settings say.
class IdleRest : public QObject {
  Q_OBJECT

 public:
  /// `settings` and `controller` outlive this object. `msPerMinute` is shorter in tests.
  IdleRest(const EngineSettings& settings, GenerationController& controller, int msPerMinute = 60'000,
           QObject* parent = nullptr);

 private:
  void begin();

  const EngineSettings& m_settings;
  GenerationController& m_controller;
  int m_msPerMinute;
  QTimer m_timer;
};

}  // namespace lpd::studio
