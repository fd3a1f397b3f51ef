#include "live_preview.h"

#include <lpd/error.h>

namespace lpd::studio {

void PreviewBudget::spend(double ms) {
  m_spentMs += ms;
  m_costMs = ms;
}

void PreviewWorker::decode(const std::shared_ptr<Engine>& engine, quint64 run, int image, int steps,
                           const std::vector<int>& tokens) {
  try {
    QElapsedTimer clock;
    clock.start();
    const QImage preview = toQImage(engine->decodePartial(engine->model().grid, tokens));
    Q_EMIT made(run, image, steps, preview, static_cast<double>(clock.nsecsElapsed()) / 1e6);
  } catch (const std::exception&) {
    // A look that cannot be had is no error of the run: the swatches stay, and the run reports its own.
    Q_EMIT failed(run);
  }
}

LivePreview::LivePreview(PreviewWorker& worker, QObject* parent) : QObject(parent), m_worker(worker) {
  connect(&worker, &PreviewWorker::made, this, &LivePreview::take, Qt::QueuedConnection);
  connect(
      &worker, &PreviewWorker::failed, this,
      [this] {
        m_busy = false;
        m_budget.learn(0);  // not tried again before a picture has been decoded
      },
      Qt::QueuedConnection);
}

void LivePreview::setEngine(const std::shared_ptr<Engine>& engine) {
  m_engine = engine;
  m_budget.learn(0);
}

void LivePreview::beginRun(quint64 run, bool decodesPictures) {
  m_run = decodesPictures ? run : 0;
  m_image = -1;
  m_budget.beginRun();
  m_sinceStart.start();
}

void LivePreview::stepMade(const StepRecord& record) {
  m_sinceStep.start();
  if (m_image < 0 && record.step == 0 && m_engine) {
    m_image = record.image;
    m_tokens.assign(static_cast<std::size_t>(m_engine->model().grid.count()), -1);
  }
  if (record.image != m_image) return;
  for (std::size_t i = 0; i < record.positions.size(); ++i)
    m_tokens[static_cast<std::size_t>(record.positions[i])] = record.tokens[i];
  const double elapsedMs = static_cast<double>(m_sinceStart.nsecsElapsed()) / 1e6;
  if (!m_enabled || m_busy || m_run == 0 || !m_engine || !m_budget.allows(elapsedMs)) return;
  m_busy = true;
  QMetaObject::invokeMethod(
      &m_worker,
      [worker = &m_worker, engine = m_engine, run = m_run, image = m_image, steps = record.step + 1,
       tokens = m_tokens] { worker->decode(engine, run, image, steps, tokens); },
      Qt::QueuedConnection);
}

void LivePreview::imageMade(const GeneratedImage& image) {
  if (!image.pixels.empty() && m_sinceStep.isValid() && !m_busy)
    m_budget.learn(static_cast<double>(m_sinceStep.nsecsElapsed()) / 1e6);
  m_sinceStep.start();
  if (image.image == m_image) m_image = -1;
}

void LivePreview::take(quint64 run, int image, int steps, const QImage& preview, double ms) {
  m_busy = false;
  m_budget.spend(ms);
  if (run == m_run && image == m_image) Q_EMIT made(image, steps, preview);
}

}  // namespace lpd::studio
