#include "generation_controller.h"

#include "generation_worker.h"
#include "live_preview.h"
#include "plan_settings.h"
#include "wording.h"

#include <utility>

namespace lpd::studio {

bool isSameChoice(const EngineOptions& a, const EngineOptions& b) {
  return a.device == b.device && a.precision == b.precision && a.threads == b.threads;
}

GenerationController::GenerationController(PlanSettings& plan, QObject* parent) : QObject(parent), m_plan(plan) {
  connect(&m_plan, &PlanSettings::problemChanged, this, &GenerationController::canGenerateChanged);
  connect(&m_gate, &FrameGate::frame, this, &GenerationController::progressChanged);
  m_clockTick.setInterval(100);
  connect(&m_clockTick, &QTimer::timeout, &m_gate, &FrameGate::request);
  startThreads();
}

GenerationController::~GenerationController() {
  m_stopRun.request_stop();
  m_stopLoad.request_stop();
  m_stopSwatches.request_stop();
  for (QThread* thread : {&m_thread, &m_swatchThread})
    thread->quit();
  for (QThread* thread : {&m_thread, &m_swatchThread})
    thread->wait();
  if (!m_working) delete m_worker;  // its thread never ran
}

void GenerationController::startThreads() {
  m_worker = new GenerationWorker;
  m_swatchWorker = new SwatchWorker;
  auto* previewWorker = new PreviewWorker;
  m_livePreview = new LivePreview(*previewWorker, this);
  m_thread.setObjectName(QStringLiteral("generation"));
  m_swatchThread.setObjectName(QStringLiteral("swatches"));
  m_worker->moveToThread(&m_thread);
  m_swatchWorker->moveToThread(&m_swatchThread);
  previewWorker->moveToThread(&m_swatchThread);  // the colours of tokens come first: they are what every step shows
  connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
  connect(&m_swatchThread, &QThread::finished, m_swatchWorker, &QObject::deleteLater);
  connect(&m_swatchThread, &QThread::finished, previewWorker, &QObject::deleteLater);
  connectWorker();
  m_swatchThread.start(QThread::LowPriority);
}

void GenerationController::hold() {
  m_held = true;
}

void GenerationController::letGo() {
  m_held = false;
  work();
}

/// What is asked of a thread that does not run yet waits in its queue.
void GenerationController::work() {
  if (m_held || m_working) return;
  m_working = true;
  m_thread.start();
}

void GenerationController::connectWorker() {
  using W = GenerationWorker;
  connect(m_worker, &W::loaded, this, &GenerationController::onLoaded, Qt::QueuedConnection);
  connect(m_worker, &W::loadFailed, this, &GenerationController::onLoadFailed, Qt::QueuedConnection);
  connect(m_worker, &W::devicesListed, this, &GenerationController::devicesListed, Qt::QueuedConnection);
  connect(m_worker, &W::failed, this, &GenerationController::onFailed, Qt::QueuedConnection);
  // Reports of a run that was given up still arrive; they count for nothing.
  const auto onRun = [this](auto signal, auto take) {
    connect(
        m_worker, signal, this,
        [this, take](quint64 run, const auto& value) {
          if (run == m_run) take(value);
        },
        Qt::QueuedConnection);
  };
  onRun(&W::planned, [this](const ImagePlan& plan) {
    m_progress.planned(plan);
    Q_EMIT planned(plan);
    m_gate.request();
  });
  onRun(&W::stepMade, [this](const StepRecord& record) {
    m_progress.stepMade(record);
    Q_EMIT stepMade(record);
    m_livePreview->stepMade(record);
    m_gate.request();
  });
  onRun(&W::imageMade, [this](const GeneratedImage& image) {
    m_progress.imageMade(image.image);
    Q_EMIT imageMade(image);
    m_livePreview->imageMade(image);
    m_gate.request();
  });
  onRun(&W::finished, [this](const GenerationResult& result) {
    endRun(result.cancelled);
    setState(State::Ready);
  });
  connect(m_livePreview, &LivePreview::made, this, &GenerationController::previewMade);
  connect(m_swatchWorker, &SwatchWorker::ready, this, &GenerationController::swatchesReady, Qt::QueuedConnection);
  connect(m_swatchWorker, &SwatchWorker::failed, this, &GenerationController::setError, Qt::QueuedConnection);
}

QString GenerationController::blockedReason() const {
  switch (m_state) {
    case State::NoModel:
      return tr("No model is loaded");
    case State::Loading:
      return tr("The model is being loaded");
    case State::Generating:
      return tr("A picture is being made");
    case State::Cancelling:
      return tr("The picture is being stopped");
    case State::Resting:
      return tr("The model left memory");
    case State::Ready:
      break;
  }
  return m_plan.problem();
}

qreal GenerationController::elapsedMs() const {
  return m_run != 0 ? static_cast<qreal>(m_clock.nsecsElapsed()) / 1e6 : m_lastElapsedMs;
}

qreal GenerationController::remainingMs() const {
  return m_run != 0 ? m_progress.remainingMs(elapsedMs()) : 0;
}

void GenerationController::generate() {
  if (canGenerate()) start({.model = m_model, .request = m_plan.takeRequest()});
}

void GenerationController::start(Run wanted) {
  if (m_state != State::Ready) return;
  m_clock.start();
  dismissError();
  m_run = wanted.id = ++m_lastId;
  wanted.precision = m_runtime.precision;
  const auto run = std::make_shared<const Run>(std::move(wanted));
  m_stopRun = std::stop_source();
  QMetaObject::invokeMethod(
      m_worker,
      [worker = m_worker, id = run->id, request = run->request, stop = m_stopRun.get_token()] {
        worker->generate(id, request, stop);
      },
      Qt::QueuedConnection);
  // A race's times are its result: nothing runs beside it.
  m_livePreview->beginRun(run->id, run->purpose == RunPurpose::Pictures && run->request.decodePixels);
  m_progress.begin(run->request, m_model.grid.count());
  m_clockTick.start();
  setState(State::Generating);
  Q_EMIT runStarted(run);
  m_gate.request();
}

void GenerationController::cancel() {
  if (m_state != State::Generating) return;
  m_stopRun.request_stop();
  setState(State::Cancelling);
}

void GenerationController::dismissError() {
  setError({}, {});
}

void GenerationController::load(const ModelInfo& model) {
  m_stopRun.request_stop();
  m_stopLoad.request_stop();
  m_stopSwatches.request_stop();
  if (m_run != 0) endRun(true);
  m_livePreview->setEngine(nullptr);  // never two models in memory
  dismissError();
  m_model = model;
  m_loadedOptions = m_options;
  m_load = ++m_lastId;
  m_stopLoad = std::stop_source();
  setState(State::Loading);
  Q_EMIT modelLoading();
  QMetaObject::invokeMethod(
      m_worker,
      [worker = m_worker, id = m_load, model, options = m_options, stop = m_stopLoad.get_token()] {
        worker->load(id, model, options, stop);
      },
      Qt::QueuedConnection);
  work();
}

void GenerationController::rest() {
  if (m_state != State::Ready) return;
  m_stopSwatches.request_stop();
  m_livePreview->setEngine(nullptr);
  QMetaObject::invokeMethod(
      m_worker, [worker = m_worker] { worker->unload(); }, Qt::QueuedConnection);
  setState(State::Resting);
}

void GenerationController::setOptions(const EngineOptions& options) {
  if (isSameChoice(options, m_options)) return;
  m_options = options;
  Q_EMIT optionsChanged();
}

void GenerationController::listDevices() {
  QMetaObject::invokeMethod(
      m_worker, [worker = m_worker] { worker->askDevices(); }, Qt::QueuedConnection);
  work();
}

void GenerationController::onLoaded(quint64 load, const std::shared_ptr<Engine>& engine) {
  if (load != m_load) return;
  m_stopSwatches = std::stop_source();
  QMetaObject::invokeMethod(
      m_swatchWorker,
      [worker = m_swatchWorker, engine, stop = m_stopSwatches.get_token()] { worker->compute(engine, stop); },
      Qt::QueuedConnection);
  m_livePreview->setEngine(engine);
  m_runtime = engine->runtime();
  setState(State::Ready);
  Q_EMIT modelReady(m_runtime);
}

void GenerationController::onLoadFailed(quint64 load, const QString& text, const QString& hint) {
  if (load != m_load) return;
  setState(State::NoModel);
  Q_EMIT modelFailed(text, hint);
}

void GenerationController::onFailed(quint64 run, const QString& text, const QString& hint) {
  if (run != m_run) return;
  Q_EMIT runFailed(capitalised(text), capitalised(hint));
  endRun(true);
  setError(text, hint);
  setState(State::Ready);
}

void GenerationController::endRun(bool cancelled) {
  m_lastElapsedMs = elapsedMs();
  m_run = 0;
  m_livePreview->endRun();
  m_clockTick.stop();
  if (!cancelled) {
    m_lastSummary = tr("last took %1").arg(durationText(m_lastElapsedMs));
    m_imagesPerSecond = m_lastElapsedMs > 0 ? 1e3 * images() / m_lastElapsedMs : 0;
    Q_EMIT lastSummaryChanged();
  }
  Q_EMIT runEnded(cancelled);
  Q_EMIT progressChanged();
}

void GenerationController::setLivePreviews(bool on) {
  m_livePreview->setEnabled(on);
}

double GenerationController::previewMs() const {
  return m_livePreview->spentMs();
}

void GenerationController::setState(State state) {
  if (state == m_state) return;
  m_state = state;
  Q_EMIT stateChanged();
  Q_EMIT canGenerateChanged();
}

void GenerationController::setError(const QString& text, const QString& hint) {
  const QString shownText = capitalised(text);
  const QString shownHint = capitalised(hint);
  if (shownText == m_errorText && shownHint == m_errorHint) return;
  m_errorText = shownText;
  m_errorHint = shownHint;
  Q_EMIT errorChanged();
}

}  // namespace lpd::studio
