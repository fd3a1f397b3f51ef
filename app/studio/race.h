#pragma once

#include "race_lane.h"
#include "race_subject.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>
#include <QtQml/QQmlListProperty>

#include <memory>
#include <vector>

namespace lpd::studio {

class GenerationController;
class GenerationQueue;
class PlanSettings;

/// Two to four lanes with the same subject, seed and noise, but another order, number of steps or guidance. Each lane
/// is made alone, one after the other; then all are replayed together on one clock with the times that were measured.
class Race : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by StudioApp")
  Q_PROPERTY(QList<QObject*> lanes READ laneObjects NOTIFY lanesChanged)
  Q_PROPERTY(State state READ state NOTIFY stateChanged)
  Q_PROPERTY(int makingLane READ makingLane NOTIFY stateChanged)
  Q_PROPERTY(bool outdated READ outdated NOTIFY outdatedChanged)
  Q_PROPERTY(lpd::studio::RaceSubject* subject READ subject CONSTANT)
  Q_PROPERTY(int classIndex READ classIndex NOTIFY subjectChanged)
  Q_PROPERTY(QString title READ title NOTIFY subjectChanged)
  Q_PROPERTY(QString thumbnail READ thumbnail NOTIFY subjectChanged)
  Q_PROPERTY(QString seedText READ seedText NOTIFY subjectChanged)
  Q_PROPERTY(bool playing READ playing NOTIFY playingChanged)
  Q_PROPERTY(qreal speed READ speed WRITE setSpeed NOTIFY speedChanged)
  Q_PROPERTY(bool byStep READ byStep WRITE setByStep NOTIFY byStepChanged)
  Q_PROPERTY(qreal clockMs READ clockMs WRITE seek NOTIFY clockChanged)
  Q_PROPERTY(int clockStep READ clockStep NOTIFY clockChanged)
  Q_PROPERTY(qreal durationMs READ durationMs NOTIFY durationChanged)

 public:
  enum class State {
    Planned,  ///< at least one lane is not made yet
    Making,   ///< lanes wait or are being made
    Ready,    ///< every lane can be replayed
  };
  Q_ENUM(State)
  static constexpr int kFewestLanes = 2;
  static constexpr int kMostLanes = 4;
  static constexpr double kStepMs = 120;  ///< a step lasts that long where steps are the clock

  /// All three outlive this object.
  Race(PlanSettings& plan, GenerationController& controller, GenerationQueue& queue, QObject* parent = nullptr);

  QList<RaceLane*> lanes() const { return m_lanes; }
  QList<QObject*> laneObjects() const { return {m_lanes.begin(), m_lanes.end()}; }
  State state() const { return m_state; }
  int makingLane() const { return m_making; }  ///< -1 = none
  RaceSubject* subject() { return &m_subject; }
  int classIndex() const { return m_request.classes.front(); }  ///< of the lanes as they are
  /// What is set is no longer what this race was made with.
  bool outdated() const;
  QString title() const;
  QString thumbnail() const;
  QString seedText() const;
  bool playing() const { return m_timer.isActive(); }
  qreal speed() const { return m_speed; }
  bool byStep() const { return m_byStep; }
  qreal clockMs() const { return m_clockMs; }
  int clockStep() const { return static_cast<int>(m_clockMs / kStepMs); }  ///< where steps are the clock
  qreal durationMs() const;

  void setSpeed(qreal speed);
  void setByStep(bool byStep);
  /// Makes the lanes that are missing; all of them where subject, seed or sampling changed.
  Q_INVOKABLE void start();
  Q_INVOKABLE void stop();
  Q_INVOKABLE void play();
  Q_INVOKABLE void pause();
  Q_INVOKABLE void toggle() { playing() ? pause() : play(); }
  Q_INVOKABLE void restart();
  Q_INVOKABLE void seek(qreal milliseconds);
  Q_INVOKABLE void addLane();
  Q_INVOKABLE void removeLane(int index);
  Q_INVOKABLE void changeLane(int index, const QString& orderKind, int steps, qreal guidance);
  Q_INVOKABLE void useDefaultLanes();
  /// Whether another race can be planned now; says why not.
  bool mayTake();
  /// One to four pictures, each one's way in a lane; where that makes one lane only, its rivals beside it. The first
  /// gives what all lanes share. False, with `told`, where it cannot be raced now.
  bool take(const std::vector<ImageRecord>& records);

  /// Looks of the loaded model's tokens.
  void setSwatches(const QString& tokenizerSha256, const std::shared_ptr<const lpd::studio::SwatchTable>& swatches);

 Q_SIGNALS:
  void lanesChanged();
  void told(const QString& text, bool problem);  ///< one sentence
  void laneMade(const std::shared_ptr<const lpd::studio::Picture>& picture);
  void stateChanged();
  void outdatedChanged();
  void subjectChanged();
  void playingChanged();
  void speedChanged();
  void byStepChanged();
  void clockChanged();
  void durationChanged();

 private:
  void connectPlan();
  void connectController();
  void followModel();
  void followPlan();
  void setLanes(const std::vector<RaceLane::Settings>& lanes);
  void followSubject();
  void planLane(RaceLane& lane);
  Run runFor(const RaceLane& lane) const;
  Run warmUp(const std::vector<Run>& runs) const;
  bool isOurs(const Run& run) const;
  void onRunStarted(const std::shared_ptr<const Run>& run);
  void onRunEnded();
  void finishMaking();
  bool allMade() const;
  void clearLanes();
  void forgetRuns();
  void setState(State state);
  void tick();
  void showClock();
  RaceLane* makingOrNull() const { return m_making < 0 ? nullptr : m_lanes.at(m_making); }
  RaceLane* append(const RaceLane::Settings& settings);

  PlanSettings& m_plan;
  GenerationController& m_controller;
  GenerationQueue& m_queue;
  RaceSubject m_subject;
  QList<RaceLane*> m_lanes;  // children
  State m_state = State::Planned;
  ModelInfo m_model;            // of the lanes as they are
  GenerationRequest m_request;  // what all lanes share
  bool m_anyMade = false;
  int m_making = -1;
  quint64 m_round = 0;  // tells this race's runs from those of one before
  QString m_failure;
  QString m_swatchTokenizer;
  std::shared_ptr<const SwatchTable> m_swatches;
  double m_speed = 1.0;
  bool m_byStep = false;
  double m_clockMs = 0;
  QTimer m_timer;
  QElapsedTimer m_sinceTick;
};

}  // namespace lpd::studio
