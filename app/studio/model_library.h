#pragma once

#include "memory_estimate.h"

#include <lpd/engine.h>
#include <lpd/model_info.h>

#include <QtCore/QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace lpd::studio {

/// The model bundles on this machine, and which of them is in use. Loading itself is done by the controller, which
/// reports back here.
class ModelLibrary : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by StudioApp")
  Q_PROPERTY(int count READ count NOTIFY countChanged)
  Q_PROPERTY(int currentIndex READ currentIndex NOTIFY currentChanged)
  Q_PROPERTY(QString currentName READ currentName NOTIFY currentChanged)
  Q_PROPERTY(QString currentTitle READ currentTitle NOTIFY currentChanged)
  Q_PROPERTY(QString currentDetail READ currentDetail NOTIFY currentChanged)
  Q_PROPERTY(int classCount READ classCount NOTIFY currentChanged)
  Q_PROPERTY(int columns READ columns NOTIFY currentChanged)
  Q_PROPERTY(int rows READ rows NOTIFY currentChanged)
  Q_PROPERTY(int tokenCount READ tokenCount NOTIFY currentChanged)
  Q_PROPERTY(int patchPixels READ patchPixels NOTIFY currentChanged)
  Q_PROPERTY(int imageSize READ imageSize NOTIFY currentChanged)
  Q_PROPERTY(bool hasThumbnails READ hasThumbnails NOTIFY currentChanged)
  Q_PROPERTY(State state READ state NOTIFY stateChanged)
  Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)
  Q_PROPERTY(QString problemHint READ problemHint NOTIFY stateChanged)
  Q_PROPERTY(QString deviceText READ deviceText NOTIFY stateChanged)
  Q_PROPERTY(QString deviceReason READ deviceReason NOTIFY stateChanged)
  Q_PROPERTY(QString torchVersion READ torchVersion NOTIFY stateChanged)
  Q_PROPERTY(QString userFolder READ userFolderText CONSTANT)

 public:
  enum class State {
    None,     ///< no model is selected
    Waiting,  ///< it is loaded when the work of another model is done
    Loading,  ///< the weights are being read
    Ready,
    Failed,   ///< problem and problemHint say why
    Resting,  ///< out of memory after an idle while; the next picture brings it back
  };
  Q_ENUM(State)
  enum Role {
    NameRole = Qt::UserRole + 1,
    TitleRole,
    DetailRole,
    LicenseRole,
    UsableRole,
    ProblemRole,
    ThumbnailRole,
    ParametersRole,
    SizeRole,      ///< of the weights on disk
    SubjectsRole,  ///< how many
    PixelsRole,    ///< a side
    FolderRole,
    MemoryRole,        ///< what it takes while it makes pictures, estimated
    MemoryDetailRole,  ///< and how that adds up
    TightRole,         ///< the device has less than that
  };
  Q_ENUM(Role)

  explicit ModelLibrary(ModelSearchPath where, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  int count() const { return static_cast<int>(m_entries.size()); }
  int currentIndex() const { return m_current; }
  QString currentName() const;
  QString currentTitle() const;
  QString currentDetail() const;
  int classCount() const { return m_model.transformer.classCount; }
  int columns() const { return m_model.grid.width; }
  int rows() const { return m_model.grid.height; }
  int tokenCount() const { return m_model.grid.count(); }
  int patchPixels() const { return m_model.imageSize / m_model.grid.width; }
  int imageSize() const { return m_model.imageSize; }
  bool hasThumbnails() const { return m_hasThumbnails; }
  State state() const { return m_state; }
  QString problem() const { return m_problem; }
  QString problemHint() const { return m_problemHint; }
  QString deviceText() const { return m_deviceText; }
  QString deviceReason() const { return m_deviceReason; }
  QString torchVersion() const { return m_torchVersion; }  ///< known once a model was loaded
  QString userFolderText() const;                          ///< the next, as people know it
  QString userFolder() const;                              ///< where imported models go; empty where there is no home
  /// The model in use; an empty one (16x16 patches) where there is none.
  const ModelInfo& model() const { return m_model; }
  bool has(const QString& name) const { return indexOf(name.toStdString()) >= 0; }
  /// What people call the model of that name; the name itself where it is not here.
  QString titleOf(const QString& name) const;
  const std::vector<ModelEntry>& entries() const { return m_entries; }

  Q_INVOKABLE void select(int index);
  Q_INVOKABLE void rescan();
  Q_INVOKABLE void retry();
  /// Selects by name or folder; empty = the default model, or the first usable one where that is missing.
  void selectByName(const QString& nameOrFolder);

  void showWaiting() { setState(State::Waiting); }
  void showResting() { setState(State::Resting); }
  void showLoading();
  void showReady(const RuntimeInfo& runtime);
  /// What the estimates of memory are made for. `deviceBytes`: what the device has; 0 = not known.
  void setMemoryUse(const MemoryUse& use, quint64 deviceBytes);
  void showFailed(const QString& text, const QString& hint);

 Q_SIGNALS:
  void scanned();  ///< the entries are new, and no view has asked for them yet
  void countChanged();
  void currentChanged();
  void stateChanged();
  void loadRequested(const lpd::ModelInfo& model);

 private:
  void use(const ModelInfo& model, int index);
  QVariant describe(const ModelInfo& model, int role) const;
  int indexOf(const std::string& name) const;
  void setState(State state, const QString& problem = {}, const QString& hint = {});

  ModelSearchPath m_where;
  std::vector<ModelEntry> m_entries;
  int m_current = -1;
  ModelInfo m_model;
  bool m_hasThumbnails = false;
  State m_state = State::None;
  QString m_problem;
  QString m_problemHint;
  QString m_deviceText;
  QString m_deviceReason;
  QString m_torchVersion;
  MemoryUse m_memoryUse;
  quint64 m_deviceBytes = 0;
};

}  // namespace lpd::studio
