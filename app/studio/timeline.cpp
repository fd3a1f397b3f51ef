#include "timeline.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace lpd::studio {

namespace {
constexpr int kFrameMs = 16;
constexpr int kHoldMs = 1200;  // the finished picture stays this long before a loop starts over
}  // namespace

Timeline::Timeline(QObject* parent) : QAbstractListModel(parent) {
  connect(this, &Timeline::shownStepsChanged, this, &Timeline::visibleStepsChanged);
  m_timer.setTimerType(Qt::PreciseTimer);
  connect(&m_timer, &QTimer::timeout, this, &Timeline::tick);
  m_follow.setTimerType(Qt::PreciseTimer);
  m_follow.setSingleShot(true);
  connect(&m_follow, &QTimer::timeout, this, [this] {
    if (m_live) follow();
  });
}

int Timeline::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : stepCount();
}

QVariant Timeline::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const int row = index.row();
  switch (role) {
    case Qt::DisplayRole:
    case StepRole:
      return row + 1;
    case SizeRole:
      return m_sizes[row];
    case MsRole:
      return row < m_ms.size() ? m_ms[row] : 0.0;
    case StateRole:
      if (row == currentRow()) return QStringLiteral("current");
      return row < currentRow() ? QStringLiteral("done") : QStringLiteral("future");
    default:
      return {};
  }
}

QHash<int, QByteArray> Timeline::roleNames() const {
  return {{StepRole, "step"}, {SizeRole, "size"}, {MsRole, "ms"}, {StateRole, "state"}};
}

int Timeline::largestGroup() const {
  return m_sizes.isEmpty() ? 0 : *std::max_element(m_sizes.begin(), m_sizes.end());
}

int Timeline::shownPatches() const {
  return std::accumulate(m_sizes.begin(), m_sizes.begin() + m_shown, 0);
}

void Timeline::setPeekedSteps(int steps) {
  steps = playing() ? -1 : std::clamp(steps, -1, stepCount());
  if (steps == m_peeked) return;
  m_peeked = steps;
  Q_EMIT visibleStepsChanged();
}

void Timeline::setSpeed(qreal speed) {
  if (!std::isfinite(speed)) return;
  speed = std::clamp(speed, kSlowest, kFastest);
  if (speed == m_speed) return;
  m_speed = speed;
  if (playing()) m_timer.start(intervalMs());
  Q_EMIT speedChanged();
}

void Timeline::setLoop(bool loop) {
  if (loop == m_loop) return;
  m_loop = loop;
  Q_EMIT loopChanged();
}

void Timeline::play() {
  if (playing() || m_live || madeSteps() == 0) return;
  setPeekedSteps(-1);
  if (m_shown >= madeSteps() && !m_running) show(0);
  m_timer.start(intervalMs());
  Q_EMIT playingChanged();
}

void Timeline::pause() {
  if (!playing()) return;
  m_timer.stop();
  m_catchingUp = false;
  Q_EMIT playingChanged();
}

void Timeline::toggle() {
  playing() ? pause() : play();
}

void Timeline::next() {
  seek(m_shown + 1);
}

void Timeline::previous() {
  seek(m_shown - 1);
}

void Timeline::first() {
  seek(0);
}

void Timeline::last() {
  seek(stepCount());
}

void Timeline::seek(int steps) {
  pause();
  setPeekedSteps(-1);
  setLive(m_running && steps >= madeSteps());
  show(steps);
}

void Timeline::setPicture(const QList<int>& groupSizes, const QList<qreal>& stepMs, bool running) {
  pause();
  m_follow.stop();
  beginResetModel();
  m_sizes = groupSizes;
  m_ms = stepMs;
  m_running = running;
  const bool wasLive = std::exchange(m_live, running);
  const int wasShown = std::exchange(m_shown, madeSteps());
  m_peeked = -1;
  endResetModel();
  Q_EMIT stepsChanged();
  Q_EMIT madeStepsChanged();
  if (wasLive != m_live) Q_EMIT liveChanged();
  if (wasShown != m_shown)
    Q_EMIT shownStepsChanged();
  else
    Q_EMIT visibleStepsChanged();
}

void Timeline::setProgress(const QList<qreal>& stepMs, bool running) {
  const int before = madeSteps();
  m_ms = stepMs;
  m_running = running;
  if (madeSteps() > before) {
    Q_EMIT dataChanged(index(before), index(madeSteps() - 1), {MsRole});
    Q_EMIT madeStepsChanged();
  }
  if (m_live) follow();
  if (running || !m_live) return;
  setLive(false);
  if (m_shown >= madeSteps()) return;
  m_catchingUp = true;
  setPeekedSteps(-1);
  m_timer.start(followMs());
  Q_EMIT playingChanged();
}

void Timeline::follow() {
  if (!m_paced) return show(madeSteps());
  if (m_follow.isActive() || m_shown >= madeSteps()) return;
  show(m_shown + followStride());
  m_follow.start(followMs());
}

void Timeline::tick() {
  if (m_shown < madeSteps()) {
    show(m_shown + (m_catchingUp ? followStride() : 1));
    if (m_shown < madeSteps())
      m_timer.start(intervalMs());
    else if (m_running)
      seek(madeSteps());               // caught up: follow what is being made
    else if (m_loop && !m_catchingUp)  // nobody asked to see it again yet
      m_timer.start(kHoldMs);
    else
      pause();
  } else {
    show(0);
    m_timer.start(intervalMs());
  }
}

void Timeline::show(int steps) {
  steps = std::clamp(steps, 0, madeSteps());
  if (steps == m_shown) return;
  const int before = currentRow();
  m_shown = steps;
  updateStates(before);
  Q_EMIT shownStepsChanged();
}

void Timeline::setLive(bool live) {
  if (live == m_live) return;
  const int before = currentRow();
  m_live = live;
  updateStates(before);
  Q_EMIT liveChanged();
}

void Timeline::updateStates(int currentBefore) {
  if (stepCount() == 0) return;
  const int low = std::clamp(std::min(currentBefore, currentRow()), 0, stepCount() - 1);
  const int high = std::clamp(std::max(currentBefore, currentRow()), 0, stepCount() - 1);
  Q_EMIT dataChanged(index(low), index(high), {StateRole});
}

int Timeline::intervalMs() const {
  return m_catchingUp ? followMs() : static_cast<int>(std::lround(kStepMs / m_speed));
}

int Timeline::followMs() const {
  return std::clamp(kLongestFollowMs / std::max(1, stepCount()), kFrameMs, kFollowMs);
}

/// More than one step a frame, where there are so many.
int Timeline::followStride() const {
  return std::max(1, (stepCount() * followMs() + kLongestFollowMs / 2) / kLongestFollowMs);
}

int Timeline::currentRow() const {
  return m_live ? m_shown : m_shown - 1;  // live: the group being made, which is not shown yet
}

}  // namespace lpd::studio
