#pragma once

#include "picture.h"
#include "run_times.h"

#include <QtCore/QAbstractListModel>
#include <QtCore/QTimer>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <vector>

namespace lpd::studio {

class GenerationController;
class PlanSettings;

/// What is to be made, in turn: the run under way, those that wait, and those that failed until they are retried or
/// removed. Each keeps the model it was asked of, which is loaded when its turn comes; while nothing waits, the model
/// that was chosen last is.
class GenerationQueue : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by StudioApp")
  Q_PROPERTY(int count READ count NOTIFY changed)
  Q_PROPERTY(int waiting READ waiting NOTIFY changed)
  Q_PROPERTY(int failed READ failed NOTIFY changed)
  Q_PROPERTY(QStringList waitingThumbnails READ waitingThumbnails NOTIFY changed)
  Q_PROPERTY(bool paused READ paused WRITE setPaused NOTIFY changed)
  Q_PROPERTY(qreal remainingMs READ remainingMs NOTIFY remainingChanged)
  Q_PROPERTY(bool canEnqueue READ canEnqueue NOTIFY blockedChanged)
  Q_PROPERTY(QString blockedReason READ blockedReason NOTIFY blockedChanged)

 public:
  enum Role {
    TitleRole = Qt::UserRole + 1,
    DetailRole,
    ThumbnailRole,
    PhaseRole,      ///< "waiting", "running" or "failed"
    ProgressRole,   ///< 0..1 of the running one
    RemainingRole,  ///< ms; -1 where nobody can tell yet
    ProblemRole,
    HintRole,
  };
  Q_ENUM(Role)
  enum class Phase { Waiting, Running, Failed };
  struct Item {
    Run run = {};
    Phase phase = Phase::Waiting;
    QString thumbnail = {};
    QString problem = {};
    QString hint = {};
  };
  static constexpr int kMostItems = 200;

  /// `plan` and `controller` outlive this object.
  GenerationQueue(PlanSettings& plan, GenerationController& controller, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  int count() const { return static_cast<int>(m_items.size()); }
  int waiting() const { return countOf(Phase::Waiting); }
  int failed() const { return countOf(Phase::Failed); }
  QStringList waitingThumbnails() const;  ///< of the next three
  bool paused() const { return m_paused; }
  /// Of everything that runs and waits; -1 where nobody can tell yet.
  qreal remainingMs() const;
  bool canEnqueue() const { return blockedReason().isEmpty(); }
  QString blockedReason() const;  ///< one sentence; empty where Generate can be pressed
  const std::vector<Item>& items() const { return m_items; }

  /// The run under way is finished; nothing new begins until the pause ends.
  void setPaused(bool paused);
  /// Adds what the plan says now, one item a chosen subject, behind the others; begins at once where nothing runs.
  Q_INVOKABLE void enqueue() { addPlan(false); }
  /// The same before all that wait.
  Q_INVOKABLE void enqueueFirst() { addPlan(true); }
  /// Moves an item that is not running; none comes before the running one.
  Q_INVOKABLE void reorder(int from, int to);
  /// Removes an item; the running one is stopped and removed when it has ended.
  Q_INVOKABLE void discard(int row);
  /// Everything that is not running.
  Q_INVOKABLE void discardAll();
  /// Puts back what was removed last, and the pause that ended with it.
  Q_INVOKABLE void restoreDiscarded();
  Q_INVOKABLE void retry(int row);
  Q_INVOKABLE void retryFailed();

  /// Adds runs in their order, behind the others or before all that wait.
  void add(const std::vector<Run>& runs, bool first = false);
  /// Adds what an earlier session left behind; nothing of it begins before the pause that this starts has ended. What
  /// failed needs no pause: it waits for a retry anyway.
  void restore(const std::vector<Item>& items);
  /// Takes out what waits for such a purpose, and stops it where it runs.
  void withdraw(RunPurpose purpose);
  /// The model chosen for what comes; loaded as soon as nothing else needs another.
  void setModel(const ModelInfo& model);

 Q_SIGNALS:
  void changed();
  void remainingChanged();
  void blockedChanged();
  void enqueued(const QList<int>& classIndices);  ///< what the plan says was added, one run a subject
  void discarded(const QString& title);
  void restored(int items);  ///< those of an earlier session that wait now; paused

 private:
  /// What was removed together.
  struct Discarded {
    std::vector<std::pair<int, Item>> items;  // with the rows they had, in their order
    bool endedPause = false;
  };
  void connectController();
  void addPlan(bool first);
  void insert(int row, Item item);
  Item take(int row);
  void discardRows(const std::vector<int>& rows);
  bool endEmptyPause();
  void advance();
  void beginFirst();
  void onRunEnded(bool cancelled);
  void onModelFailed(const QString& text, const QString& hint);
  void setPhase(int row, Phase phase, const QString& problem = {}, const QString& hint = {});
  void showProgress();
  int countOf(Phase phase) const;
  int rowOf(Phase phase) const;  // the first; -1 = none
  int frontRow() const;          // where what comes first is put
  double remainingOf(const Item& item) const;
  QString detailOf(const Run& run) const;

  PlanSettings& m_plan;
  GenerationController& m_controller;
  std::vector<Item> m_items;
  std::optional<Discarded> m_discarded;
  ModelInfo m_model;
  bool m_modelFailed = false;
  bool m_paused = false;
  RunTimes m_times;
  QTimer m_advanceSoon;
};

}  // namespace lpd::studio
