#include "generation_worker.h"

#include "problem_text.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace lpd::studio {

namespace {

/// Runs `work`; whatever it throws goes to `report(text, hint)`. Nothing may leave a thread's event loop.
template <class Work, class Report>
void guarded(Work&& work, Report&& report) {
  try {
    work();
  } catch (const std::exception& error) {
    const ProblemText problem = problemText(error);
    report(problem.text, problem.hint);
  }
}

}  // namespace

void GenerationWorker::load(quint64 load, const ModelInfo& model, const EngineOptions& options, std::stop_token stop) {
  if (stop.stop_requested()) return;
  m_engine.reset();  // never two models in memory
  guarded(
      [&] {
        m_engine = Engine::load(model, options);
        Q_EMIT loaded(load, m_engine);
      },
      [&](const QString& text, const QString& hint) { Q_EMIT loadFailed(load, text, hint); });
}

void GenerationWorker::unload() {
  m_engine.reset();
#ifdef __GLIBC__
  ::malloc_trim(0);  // else the allocator keeps most of it
#endif
}

void GenerationWorker::askDevices() {
  // A machine that cannot say leaves "auto" and the CPU to choose from.
  guarded([&] { Q_EMIT devicesListed(listDevices()); }, [](const QString&, const QString&) {});
}

void GenerationWorker::generate(quint64 run, const GenerationRequest& request, std::stop_token stop) {
  if (!m_engine) {
    Q_EMIT failed(run, tr("no model is loaded"), tr("choose a model first"));
    return;
  }
  GenerationObserver observer;
  observer.onPlan = [&](const ImagePlan& plan) { Q_EMIT planned(run, plan); };
  observer.onStep = [&](const StepRecord& record) { Q_EMIT stepMade(run, record); };
  observer.onImage = [&](const GeneratedImage& image) { Q_EMIT imageMade(run, image); };
  guarded([&] { Q_EMIT finished(run, m_engine->generate(request, observer, stop)); },
          [&](const QString& text, const QString& hint) { Q_EMIT failed(run, text, hint); });
}

void SwatchWorker::compute(const std::shared_ptr<Engine>& engine, std::stop_token stop) {
  guarded(
      [&] {
        std::vector<std::uint8_t> bytes = engine->swatches(stop);
        if (bytes.empty() || stop.stop_requested()) return;
        Q_EMIT ready(QString::fromStdString(engine->model().tokenizerSha256),
                     std::make_shared<const SwatchTable>(std::move(bytes)));
      },
      [&](const QString& text, const QString& hint) { Q_EMIT failed(text, hint); });
}

}  // namespace lpd::studio
