#pragma once

#include "calm_settings.h"
#include "canvas_layers.h"
#include "class_model.h"
#include "class_thumbnails.h"
#include "engine_settings.h"
#include "exporter.h"
#include "gallery.h"
#include "generation_controller.h"
#include "generation_queue.h"
#include "history_images.h"
#include "history_store.h"
#include "idle_rest.h"
#include "model_import.h"
#include "model_library.h"
#include "picture_list.h"
#include "picture_view.h"
#include "plan_settings.h"
#include "preferences.h"
#include "preset_library.h"
#include "race.h"
#include "session_guard.h"
#include "settings_history.h"
#include "timeline.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtQml/qqmlregistration.h>

namespace lpd::studio {

/// What the program was started with.
struct StudioOptions {
  QString model;           ///< name or folder; empty = the one used last, else the default
  QString modelsFolder;    ///< more bundles; may be empty
  QString historyFolder;   ///< of the pictures; empty = as set, else beside the INI file or the per-user one
  QString settingsFile;    ///< INI file; empty = the per-user one
  QString presetsFolder;   ///< empty = the per-user one
  bool welcome = false;    ///< begins with the start page where no picture was ever made
  QList<QUrl> files = {};  ///< opened as if they were dropped on the window, once it is there
};

/// The application behind the window: makes its parts and connects them.
class StudioApp : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the program")
  Q_PROPERTY(lpd::studio::ModelLibrary* models READ models CONSTANT)
  Q_PROPERTY(lpd::studio::ModelImport* modelImport READ modelImport CONSTANT)
  Q_PROPERTY(lpd::studio::EngineSettings* engine READ engine CONSTANT)
  Q_PROPERTY(lpd::studio::ClassModel* classes READ classes CONSTANT)
  Q_PROPERTY(lpd::studio::PlanSettings* plan READ plan CONSTANT)
  Q_PROPERTY(lpd::studio::GenerationController* controller READ controller CONSTANT)
  Q_PROPERTY(lpd::studio::GenerationQueue* queue READ queue CONSTANT)
  Q_PROPERTY(lpd::studio::SettingsHistory* edits READ edits CONSTANT)
  Q_PROPERTY(lpd::studio::PresetLibrary* presets READ presets CONSTANT)
  Q_PROPERTY(lpd::studio::Race* race READ race CONSTANT)
  Q_PROPERTY(lpd::studio::PictureList* pictures READ pictures CONSTANT)
  Q_PROPERTY(lpd::studio::PictureView* picture READ picture CONSTANT)
  Q_PROPERTY(lpd::studio::Timeline* timeline READ timeline CONSTANT)
  Q_PROPERTY(lpd::studio::Exporter* exporter READ exporter CONSTANT)
  Q_PROPERTY(lpd::studio::CanvasLayers* layers READ layers CONSTANT)
  Q_PROPERTY(lpd::studio::Preferences* preferences READ preferences CONSTANT)
  Q_PROPERTY(lpd::studio::Gallery* gallery READ gallery CONSTANT)
  Q_PROPERTY(lpd::studio::HistoryStore* history READ history CONSTANT)
  Q_PROPERTY(QString page READ page WRITE setPage NOTIFY pageChanged)
  Q_PROPERTY(bool welcome READ welcome NOTIFY welcomeChanged)
  Q_PROPERTY(QString unexpectedEnd READ unexpectedEnd CONSTANT)
  Q_PROPERTY(QString version READ version CONSTANT)

 public:
  explicit StudioApp(const StudioOptions& options = {}, QObject* parent = nullptr);
  ~StudioApp() override;

  /// The INI file of what is set, as `options` have it.
  static QString settingsFile(const StudioOptions& options);

  ModelLibrary* models() { return &m_models; }
  ModelImport* modelImport() { return &m_import; }
  EngineSettings* engine() { return &m_engine; }
  ClassModel* classes() { return &m_classes; }
  PlanSettings* plan() { return &m_plan; }
  GenerationController* controller() { return &m_controller; }
  GenerationQueue* queue() { return &m_queue; }
  SettingsHistory* edits() { return &m_edits; }
  PresetLibrary* presets() { return &m_presets; }
  Race* race() { return &m_race; }
  PictureList* pictures() { return &m_pictures; }
  PictureView* picture() { return &m_picture; }
  Timeline* timeline() { return &m_timeline; }
  Exporter* exporter() { return &m_exporter; }
  CanvasLayers* layers() { return &m_layers; }
  Preferences* preferences() { return &m_preferences; }
  Gallery* gallery() { return &m_gallery; }
  HistoryStore* history() { return &m_history; }
  QString unexpectedEnd() const;           ///< what to say where the last session did not close; else empty
  QString page() const { return m_page; }  ///< the page of the window that is shown
  void setPage(const QString& page);
  bool welcome() const { return m_welcome; }  ///< the start page is what there is to see
  /// A picture is there, or somebody wants to set everything themselves: for good.
  Q_INVOKABLE void endWelcome();
  QString version() const;

  /// Pictures and thumbnails of the history.
  std::shared_ptr<HistoryImages> historyImages() const { return m_historyImages; }
  /// Class pictures of the models found.
  std::shared_ptr<ClassThumbnails> thumbnails() const { return m_thumbnails; }

  /// Finds the models and chooses one, once; the engine waits for start(). Called when the window is there.
  void prepare();
  /// As the window does with what is dropped on it: weights go to the import, presets to the presets, and all else is a
  /// picture to be explained and replayed.
  void openFiles(const QList<QUrl>& files);
  /// Prepares what is not yet, and begins to load the chosen model. Called when the window shows it: while the engine's
  /// library is being opened no thread of the program can be started, so what a window needs for its contents comes
  /// first.
  void start();

 Q_SIGNALS:
  void pageChanged();
  void welcomeChanged();

 private:
  void connectModels();
  void connectEngine();
  void connectRun();
  void connectPicture();
  void connectHistory();
  bool keepHistoryFolder(const QString& folder);
  void useModel(const ModelInfo& model);
  void showModelState();
  void showMemoryUse();
  void showCurrentPicture();
  void remember();
  void leaveQueue();

  StudioOptions m_options;
  CalmSettings m_settings;
  Preferences m_preferences;
  CanvasLayers m_layers;
  EngineSettings m_engine;
  ModelLibrary m_models;
  ModelImport m_import;
  ClassModel m_classes;
  PlanSettings m_plan;
  SettingsHistory m_edits;
  PresetLibrary m_presets;
  PictureList m_pictures;
  PictureView m_picture;
  Timeline m_timeline;
  Exporter m_exporter;
  HistoryStore m_history;
  SessionGuard m_session;
  QJsonArray m_queueElsewhere;  ///< items whose model is not here now: for a session that has it
  Gallery m_gallery;
  std::shared_ptr<HistoryImages> m_historyImages;
  std::shared_ptr<ClassThumbnails> m_thumbnails = std::make_shared<ClassThumbnails>();
  QString m_page = QStringLiteral("create");
  QTimer m_saveSoon;
  bool m_welcome = false;
  bool m_prepared = false;
  bool m_planRestored = false;
  GenerationController m_controller;  // last: its threads stop before anything they report to goes
  GenerationQueue m_queue;
  Race m_race;
  IdleRest m_rest;
};

}  // namespace lpd::studio
