#pragma once

#include "frame_gate.h"
#include "picture.h"
#include "run_progress.h"

#include <lpd/engine.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QThread>
#include <QtCore/QTimer>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <stop_token>

namespace lpd::studio {

class GenerationWorker;
class LivePreview;
class PlanSettings;
class SwatchWorker;

/// Whether two options load a model the same way.
bool isSameChoice(const EngineOptions& a, const EngineOptions& b);

/// Generate, cancel, how far it is, and what went wrong. The work is done by GenerationWorker on its own thread.
class GenerationController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by StudioApp")
  Q_PROPERTY(State state READ state NOTIFY stateChanged)
  Q_PROPERTY(bool canGenerate READ canGenerate NOTIFY canGenerateChanged)
  Q_PROPERTY(QString blockedReason READ blockedReason NOTIFY canGenerateChanged)
  Q_PROPERTY(qreal progress READ progress NOTIFY progressChanged)
  Q_PROPERTY(int step READ step NOTIFY progressChanged)
  Q_PROPERTY(int steps READ steps NOTIFY progressChanged)
  Q_PROPERTY(int groupSize READ groupSize NOTIFY progressChanged)
  Q_PROPERTY(int image READ image NOTIFY progressChanged)
  Q_PROPERTY(int images READ images NOTIFY progressChanged)
  Q_PROPERTY(int tokensDone READ tokensDone NOTIFY progressChanged)
  Q_PROPERTY(int tokenCount READ tokenCount NOTIFY progressChanged)
  Q_PROPERTY(bool decoding READ decoding NOTIFY progressChanged)
  Q_PROPERTY(qreal elapsedMs READ elapsedMs NOTIFY progressChanged)
  Q_PROPERTY(qreal remainingMs READ remainingMs NOTIFY progressChanged)
  Q_PROPERTY(qreal msPerStep READ msPerStep NOTIFY progressChanged)
  Q_PROPERTY(QString errorText READ errorText NOTIFY errorChanged)
  Q_PROPERTY(QString errorHint READ errorHint NOTIFY errorChanged)
  Q_PROPERTY(qreal imagesPerSecond READ imagesPerSecond NOTIFY lastSummaryChanged)
  Q_PROPERTY(QString lastSummary READ lastSummary NOTIFY lastSummaryChanged)

 public:
  enum class State {
    NoModel,     ///< nothing is loaded
    Loading,     ///< the weights are being read
    Ready,       ///< waiting for a click
    Generating,  ///< a run is under way
    Cancelling,  ///< it was told to stop and finishes its step
    Resting,     ///< the model left memory after an idle while; load brings it back
  };
  Q_ENUM(State)

  /// `plan` outlives this object.
  explicit GenerationController(PlanSettings& plan, QObject* parent = nullptr);
  ~GenerationController() override;

  State state() const { return m_state; }
  bool canGenerate() const { return blockedReason().isEmpty(); }
  QString blockedReason() const;  ///< one sentence; empty where Generate can be pressed
  qreal progress() const { return m_progress.fraction(); }
  int step() const { return m_progress.step(); }
  int steps() const { return m_progress.steps(); }
  int groupSize() const { return m_progress.groupSize(); }
  int image() const { return m_progress.image(); }
  int images() const { return m_progress.images(); }
  int tokensDone() const { return m_progress.tokensDone(); }
  int tokenCount() const { return m_progress.tokenCount(); }
  /// Every token of the current image is known, its pixels are not.
  bool decoding() const { return tokenCount() > 0 && m_progress.tokensDone() >= tokenCount(); }
  qreal elapsedMs() const;
  qreal remainingMs() const;
  qreal msPerStep() const { return m_progress.msPerStep(); }
  QString errorText() const { return m_errorText; }
  QString errorHint() const { return m_errorHint; }
  qreal imagesPerSecond() const { return m_imagesPerSecond; }  ///< of the last complete run; 0 = none yet
  QString lastSummary() const { return m_lastSummary; }

  /// The model that is loaded or being loaded; without a name where there is none.
  const ModelInfo& model() const { return m_model; }
  const RuntimeInfo& runtime() const { return m_runtime; }

  /// Makes what the plan says now, past the queue.
  void generate();
  Q_INVOKABLE void cancel();
  Q_INVOKABLE void dismissError();

  /// Begins a run (it gets an id of its own); nothing happens unless the state is Ready. The run's model is the one
  /// that is loaded.
  void start(Run run);
  /// Loads a model instead of the one in use; a run under way is stopped.
  void load(const ModelInfo& model);
  /// Before the first load: it and what follows wait, in their order, until let go.
  void hold();
  void letGo();
  /// Whether pictures are decoded now and then while they are made.
  void setLivePreviews(bool on);
  double previewMs() const;  ///< that decoding the pictures of this run, or the last, while they are made has taken
  /// Takes a model that does nothing out of memory.
  void rest();
  /// What models are loaded with from now on; the one in memory keeps what it was loaded with.
  void setOptions(const EngineOptions& options);
  /// The model in memory was loaded with other options than those that count now.
  bool outdated() const { return !isSameChoice(m_options, m_loadedOptions); }
  /// Asks the machine for its devices, where that may take its time; devicesListed answers.
  void listDevices();

 Q_SIGNALS:
  void stateChanged();
  void canGenerateChanged();
  void progressChanged();
  void errorChanged();
  void lastSummaryChanged();

  void optionsChanged();
  void devicesListed(const std::vector<lpd::DeviceInfo>& devices);
  void modelLoading();
  void modelReady(const lpd::RuntimeInfo& runtime);
  void modelFailed(const QString& text, const QString& hint);
  void swatchesReady(const QString& tokenizerSha256, const std::shared_ptr<const lpd::studio::SwatchTable>& swatches);
  void runStarted(const std::shared_ptr<const lpd::studio::Run>& run);
  void planned(const lpd::ImagePlan& plan);
  void stepMade(const lpd::StepRecord& record);
  void imageMade(const lpd::GeneratedImage& image);
  /// An image as its first `steps` steps left it; open positions hold what is nearest to them.
  void previewMade(int image, int steps, const QImage& preview);
  void runFailed(const QString& text, const QString& hint);  ///< comes before runEnded
  void runEnded(bool cancelled);

 private:
  void startThreads();
  void connectWorker();
  void work();
  void onLoaded(quint64 load, const std::shared_ptr<Engine>& engine);
  void onLoadFailed(quint64 load, const QString& text, const QString& hint);
  void onFailed(quint64 run, const QString& text, const QString& hint);
  void endRun(bool cancelled);
  void setState(State state);
  void setError(const QString& text, const QString& hint);

  PlanSettings& m_plan;
  bool m_held = false;
  bool m_working = false;  // its thread was started
  State m_state = State::NoModel;
  RunProgress m_progress;
  QString m_errorText;
  QString m_errorHint;
  QString m_lastSummary;
  quint64 m_run = 0;   // id of the run under way; 0 = none
  quint64 m_load = 0;  // id of the latest load
  quint64 m_lastId = 0;
  ModelInfo m_model;  // loaded or being loaded
  RuntimeInfo m_runtime;
  EngineOptions m_options;
  EngineOptions m_loadedOptions;
  QElapsedTimer m_clock;
  double m_lastElapsedMs = 0;
  double m_imagesPerSecond = 0;
  QTimer m_clockTick;
  FrameGate m_gate;

  std::stop_source m_stopRun;
  std::stop_source m_stopLoad;
  std::stop_source m_stopSwatches;
  GenerationWorker* m_worker = nullptr;  // deleted by its thread's end
  SwatchWorker* m_swatchWorker = nullptr;
  LivePreview* m_livePreview = nullptr;
  QThread m_thread;
  QThread m_swatchThread;
};

}  // namespace lpd::studio
