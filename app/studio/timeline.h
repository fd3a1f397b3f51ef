#pragma once

#include <QtCore/QAbstractListModel>
#include <QtCore/QTimer>
#include <QtQml/qqmlregistration.h>

#include <algorithm>

namespace lpd::studio {

/// The steps of the picture being looked at, and how many of them are shown. Replaying runs on its own clock,
/// whatever the computation took; while a picture is being made the timeline follows it (`live`) until the person
/// goes back. Where it is `paced`, it follows no faster than can be watched, and what is left when the picture is
/// finished is played at that pace.
class Timeline : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by StudioApp")
  Q_PROPERTY(int stepCount READ stepCount NOTIFY stepsChanged)
  Q_PROPERTY(int madeSteps READ madeSteps NOTIFY madeStepsChanged)
  Q_PROPERTY(int largestGroup READ largestGroup NOTIFY stepsChanged)
  Q_PROPERTY(int shownSteps READ shownSteps WRITE seek NOTIFY shownStepsChanged)
  Q_PROPERTY(int shownPatches READ shownPatches NOTIFY visibleStepsChanged)
  Q_PROPERTY(int peekedSteps READ peekedSteps WRITE setPeekedSteps NOTIFY visibleStepsChanged)
  Q_PROPERTY(int visibleSteps READ visibleSteps NOTIFY visibleStepsChanged)
  Q_PROPERTY(bool playing READ playing NOTIFY playingChanged)
  Q_PROPERTY(bool live READ live NOTIFY liveChanged)
  Q_PROPERTY(qreal speed READ speed WRITE setSpeed NOTIFY speedChanged)
  Q_PROPERTY(bool loop READ loop WRITE setLoop NOTIFY loopChanged)

 public:
  enum Role { StepRole = Qt::UserRole + 1, SizeRole, MsRole, StateRole };
  Q_ENUM(Role)
  static constexpr int kStepMs = 120;            ///< time a step is shown at speed 1
  static constexpr int kFollowMs = 60;           ///< a step is shown at least, when paced,
  static constexpr int kLongestFollowMs = 1500;  ///< but a picture of many steps no longer than that
  static constexpr double kSlowest = 0.25;
  static constexpr double kFastest = 8.0;

  explicit Timeline(QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  int stepCount() const { return static_cast<int>(m_sizes.size()); }
  int madeSteps() const { return static_cast<int>(m_ms.size()); }
  int largestGroup() const;
  int shownSteps() const { return m_shown; }
  int shownPatches() const;                     ///< made in the steps that are shown
  int peekedSteps() const { return m_peeked; }  ///< glanced at while the pointer rests there; -1 = nothing
  int visibleSteps() const { return m_peeked < 0 ? m_shown : std::min(m_peeked, madeSteps()); }
  bool playing() const { return m_timer.isActive(); }
  bool live() const { return m_live; }
  qreal speed() const { return m_speed; }
  bool loop() const { return m_loop; }

  /// Lets `visibleSteps` be others than those shown, without moving the playhead; -1 ends it. Playing ends it too.
  void setPeekedSteps(int steps);
  void setPaced(bool paced) { m_paced = paced; }
  void setSpeed(qreal speed);
  void setLoop(bool loop);
  Q_INVOKABLE void play();
  Q_INVOKABLE void pause();
  Q_INVOKABLE void toggle();
  Q_INVOKABLE void next();
  Q_INVOKABLE void previous();
  Q_INVOKABLE void first();
  Q_INVOKABLE void last();
  /// Shows the first `steps` groups; more than are made so far means "follow what is being made".
  Q_INVOKABLE void seek(int steps);

  /// Another picture: shows all that is made of it; `running` = more steps will come.
  void setPicture(const QList<int>& groupSizes, const QList<qreal>& stepMs, bool running);
  /// More of the same picture.
  void setProgress(const QList<qreal>& stepMs, bool running);

 Q_SIGNALS:
  void stepsChanged();
  void madeStepsChanged();
  void shownStepsChanged();
  void visibleStepsChanged();
  void playingChanged();
  void liveChanged();
  void speedChanged();
  void loopChanged();

 private:
  void tick();
  void show(int steps);
  void setLive(bool live);
  void updateStates(int currentBefore);
  void follow();
  int followMs() const;
  int followStride() const;
  int intervalMs() const;
  int currentRow() const;

  QList<int> m_sizes;
  QList<qreal> m_ms;
  int m_shown = 0;
  int m_peeked = -1;
  bool m_running = false;
  bool m_live = false;
  double m_speed = 1.0;
  bool m_loop = false;
  bool m_paced = false;
  bool m_catchingUp = false;  ///< playing what was not shown yet when the picture was finished
  QTimer m_timer;
  QTimer m_follow;
};

}  // namespace lpd::studio
