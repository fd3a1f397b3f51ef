#pragma once

#include "picture_view.h"

#include <lpd/order.h>

#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace lpd::studio {

/// One lane of the race: its order, steps and guidance, what has been made by them, and how much of it is shown.
class RaceLane : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by Race")
  Q_PROPERTY(QString title READ title NOTIFY settingsChanged)
  Q_PROPERTY(QString orderKind READ orderKind NOTIFY settingsChanged)
  Q_PROPERTY(int steps READ steps NOTIFY settingsChanged)
  Q_PROPERTY(qreal guidance READ guidance NOTIFY settingsChanged)
  Q_PROPERTY(lpd::studio::PictureView* view READ view CONSTANT)
  Q_PROPERTY(Phase phase READ phase NOTIFY progressed)
  Q_PROPERTY(QString problem READ problem NOTIFY progressed)
  Q_PROPERTY(QList<int> plannedSteps READ plannedSteps NOTIFY plannedChanged)
  Q_PROPERTY(QList<int> groupSizes READ groupSizes NOTIFY plannedChanged)
  Q_PROPERTY(QList<qreal> stepEnds READ stepEnds NOTIFY progressed)
  Q_PROPERTY(qreal totalMs READ totalMs NOTIFY progressed)
  Q_PROPERTY(int shownSteps READ shownSteps NOTIFY shownChanged)
  Q_PROPERTY(int shownPatches READ shownPatches NOTIFY shownChanged)
  Q_PROPERTY(qreal support READ support NOTIFY plannedChanged)
  Q_PROPERTY(qreal apart READ apart NOTIFY plannedChanged)
  Q_PROPERTY(qreal beside READ beside NOTIFY plannedChanged)

 public:
  enum class Phase {
    Planned,  ///< nothing of it is made
    Waiting,  ///< it is in the queue
    Making,   ///< its steps come in
    Made,
    Stopped,  ///< it was stopped or failed; `problem` says why it failed
  };
  Q_ENUM(Phase)
  struct Settings {
    OrderKind kind = OrderKind::Lpd;
    int steps = 20;
    double guidance = 1.0;
    bool operator==(const Settings&) const = default;
  };

  RaceLane(const Settings& settings, QObject* parent);

  QString title() const;
  QString orderKind() const;
  int steps() const { return m_settings.steps; }
  qreal guidance() const { return m_settings.guidance; }
  const Settings& settings() const { return m_settings; }
  PictureView* view() { return &m_view; }
  Phase phase() const { return m_phase; }
  QString problem() const { return m_problem; }
  QList<int> plannedSteps() const { return m_plannedSteps; }  ///< the step (from 0) of each position
  QList<int> groupSizes() const { return m_groupSizes; }
  QList<qreal> stepEnds() const { return m_stepEnds; }  ///< ms from the lane's start, of the steps made so far
  qreal totalMs() const { return m_stepEnds.isEmpty() ? 0 : m_stepEnds.constLast(); }
  int shownSteps() const { return m_view.shownSteps(); }
  int shownPatches() const;
  qreal support() const { return m_stats.meanSupport; }       ///< see OrderStats
  qreal apart() const { return m_stats.meanNearestInGroup; }  ///< cells; 0 where one patch is made at a time
  qreal beside() const { return m_stats.adjacentShare; }      ///< 0..1

  void setSettings(const Settings& settings);
  /// Shows the order this lane would take on such a grid, with nothing made.
  void plan(const Grid& grid, const GenerationRequest& request);
  void wait();
  void begin(const std::shared_ptr<const Run>& run);
  void planned(const ImagePlan& plan, std::shared_ptr<const SwatchTable> swatches);
  void stepMade(const StepRecord& record);
  void imageMade(const GeneratedImage& image);
  void stop(const QString& problem);
  void showAt(double milliseconds);  ///< of the lane's own clock
  void showSteps(int steps);
  std::shared_ptr<const Picture> picture() const { return m_picture; }

 Q_SIGNALS:
  void settingsChanged();
  void plannedChanged();
  void progressed();
  void shownChanged();

 private:
  void takePlan(const Grid& grid, const Order& order, const GroupSizes& groupSizes);
  void setPhase(Phase phase, const QString& problem = {});

  Settings m_settings;
  Phase m_phase = Phase::Planned;
  QString m_problem;
  std::shared_ptr<const Run> m_run;
  std::shared_ptr<Picture> m_picture;
  PictureView m_view;
  QList<int> m_plannedSteps;
  QList<int> m_groupSizes;
  QList<qreal> m_stepEnds;
  OrderStats m_stats;
};

}  // namespace lpd::studio
