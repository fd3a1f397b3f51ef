#pragma once

#include "picture.h"

#include <lpd/engine.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>

#include <memory>
#include <vector>

namespace lpd::studio {

/// How often a picture may be decoded while it is being made: decodes and generation share the machine, so a decode may
/// start once all decodes of the run, it included, take no more than a small share of the time that has passed. What
/// one takes is measured; before that is known, none starts.
class PreviewBudget {
 public:
  /// Of what decodes were measured to take; beside a generation on the same cores they cost about twice that.
  static constexpr double kShare = 0.0125;

  void beginRun() { m_spentMs = 0; }
  double spentMs() const { return m_spentMs; }
  bool allows(double elapsedMs) const { return m_costMs > 0 && m_spentMs + m_costMs <= kShare * elapsedMs; }
  void spend(double ms);
  /// A decode was seen to take so long outside the budget (the one that ends a picture).
  void learn(double ms) { m_costMs = ms; }

 private:
  double m_costMs = 0;  // of one decode; 0 = not known
  double m_spentMs = 0;
};

/// Decodes what there is of a picture, beside the generation.
class PreviewWorker : public QObject {
  Q_OBJECT

 public:
  PreviewWorker() = default;  ///< no parent: it moves to its thread
  void decode(const std::shared_ptr<lpd::Engine>& engine, quint64 run, int image, int steps,
              const std::vector<int>& tokens);

 Q_SIGNALS:
  void made(quint64 run, int image, int steps, const QImage& preview, double ms);
  void failed(quint64 run);
};

/// Decides when the picture under way is decoded for a look. Always from the newest step, never two at once, and only
/// as often as PreviewBudget allows.
class LivePreview : public QObject {
  Q_OBJECT

 public:
  /// `worker` lives on a thread of its own and outlives this object's last request.
  explicit LivePreview(PreviewWorker& worker, QObject* parent = nullptr);

  void setEnabled(bool enabled) { m_enabled = enabled; }
  void setEngine(const std::shared_ptr<Engine>& engine);
  void beginRun(quint64 run, bool decodesPictures);
  void stepMade(const StepRecord& record);
  void imageMade(const GeneratedImage& image);
  void endRun() { m_run = 0; }
  double spentMs() const { return m_budget.spentMs(); }

 Q_SIGNALS:
  /// Image `image` of the run under way as its first `steps` steps left it; open positions hold the nearest token.
  void made(int image, int steps, const QImage& preview);

 private:
  void take(quint64 run, int image, int steps, const QImage& preview, double ms);

  PreviewWorker& m_worker;
  std::shared_ptr<Engine> m_engine;
  PreviewBudget m_budget;
  bool m_enabled = true;
  bool m_busy = false;
  quint64 m_run = 0;  // 0 = none
  int m_image = -1;   // the one being looked at: the earliest that is not complete
  std::vector<int> m_tokens;
  QElapsedTimer m_sinceStart, m_sinceStep;
};

}  // namespace lpd::studio
