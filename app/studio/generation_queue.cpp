#include "generation_queue.h"

#include "class_thumbnails.h"
#include "generation_controller.h"
#include "plan_settings.h"
#include "wording.h"

#include <QtCore/QFileInfo>

#include <algorithm>
#include <utility>

namespace lpd::studio {

namespace {

QString thumbnailOf(const Run& run) {
  const int classIndex = run.request.classes.front();
  const QString strip = QString::fromStdString(run.model.thumbnailsFile().string());
  if (classIndex < 0 || !QFileInfo::exists(strip)) return {};
  return ClassThumbnails::url(QString::fromStdString(run.model.name), classIndex);
}

QString titleOf(const Run& run) {
  const QString name = className(run.model, run.request.classes.front());
  const std::size_t images = run.request.classes.size();
  if (run.purpose == RunPurpose::Race) return GenerationQueue::tr("Race: %1").arg(name);
  return images == 1 ? name : GenerationQueue::tr("%1 × %2", "subject and number of pictures").arg(name).arg(images);
}

QString wordOf(GenerationQueue::Phase phase) {
  switch (phase) {
    case GenerationQueue::Phase::Waiting:
      return QStringLiteral("waiting");
    case GenerationQueue::Phase::Running:
      return QStringLiteral("running");
    case GenerationQueue::Phase::Failed:
      break;
  }
  return QStringLiteral("failed");
}

}  // namespace

GenerationQueue::GenerationQueue(PlanSettings& plan, GenerationController& controller, QObject* parent)
    : QAbstractListModel(parent), m_plan(plan), m_controller(controller) {
  m_advanceSoon.setSingleShot(true);
  m_advanceSoon.setInterval(0);
  connect(&m_advanceSoon, &QTimer::timeout, this, &GenerationQueue::advance);
  connect(&m_plan, &PlanSettings::problemChanged, this, &GenerationQueue::blockedChanged);
  connect(&m_plan, &PlanSettings::classIndicesChanged, this, &GenerationQueue::blockedChanged);
  connect(this, &GenerationQueue::changed, this, &GenerationQueue::remainingChanged);
  connect(this, &GenerationQueue::changed, this, &GenerationQueue::blockedChanged);
  connectController();
}

void GenerationQueue::connectController() {
  using C = GenerationController;
  // Not at once: the controller has not finished saying what happened.
  connect(&m_controller, &C::stateChanged, &m_advanceSoon, qOverload<>(&QTimer::start));
  connect(&m_controller, &C::progressChanged, this, &GenerationQueue::showProgress);
  connect(&m_controller, &C::runFailed, this, [this](const QString& text, const QString& hint) {
    if (const int row = rowOf(Phase::Running); row >= 0) setPhase(row, Phase::Failed, text, hint);
  });
  connect(&m_controller, &C::runEnded, this, &GenerationQueue::onRunEnded);
  connect(&m_controller, &C::modelFailed, this, &GenerationQueue::onModelFailed);
  connect(&m_controller, &C::optionsChanged, this, [this] {
    m_modelFailed = false;  // it may load now
    Q_EMIT blockedChanged();
    m_advanceSoon.start();
  });
  connect(&m_controller, &C::modelReady, this, [this] {
    if (!isSameModel(m_controller.model(), m_model)) return;
    m_modelFailed = false;
    Q_EMIT blockedChanged();
  });
}

int GenerationQueue::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : count();
}

QVariant GenerationQueue::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Item& item = m_items[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
      return titleOf(item.run);
    case DetailRole:
      return detailOf(item.run);
    case ThumbnailRole:
      return item.thumbnail;
    case PhaseRole:
      return wordOf(item.phase);
    case ProgressRole:
      return item.phase == Phase::Running ? m_controller.progress() : 0.0;
    case RemainingRole:
      return remainingOf(item);
    case ProblemRole:
      return item.problem;
    case HintRole:
      return item.hint;
    default:
      return {};
  }
}

QHash<int, QByteArray> GenerationQueue::roleNames() const {
  return {{TitleRole, "title"},     {DetailRole, "detail"},     {ThumbnailRole, "thumbnail"},
          {PhaseRole, "phase"},     {ProgressRole, "progress"}, {RemainingRole, "remainingMs"},
          {ProblemRole, "problem"}, {HintRole, "hint"}};
}

QString GenerationQueue::detailOf(const Run& run) const {
  const int steps = stepsOf(run.request);
  QStringList parts{tr("%n step(s)", nullptr, steps), orderLabel(run.request.plan.kind),
                    tr("seed %1").arg(groupedInThrees(run.request.seed))};
  if (!isSameModel(run.model, m_model)) parts.prepend(QString::fromStdString(run.model.title));
  return parts.join(QStringLiteral(" · "));
}

QStringList GenerationQueue::waitingThumbnails() const {
  QStringList urls;
  for (const Item& item : m_items)
    if (item.phase == Phase::Waiting && urls.size() < 3) urls.append(item.thumbnail);
  return urls;
}

double GenerationQueue::remainingOf(const Item& item) const {
  if (item.phase == Phase::Failed) return 0;
  if (item.phase == Phase::Running && m_controller.progress() > 0) return m_controller.remainingMs();
  return m_times.estimate(item.run).value_or(-1);
}

qreal GenerationQueue::remainingMs() const {
  double sum = 0;
  for (const Item& item : m_items) {
    const double ms = remainingOf(item);
    if (ms < 0) return -1;
    sum += ms;
  }
  return sum;
}

QString GenerationQueue::blockedReason() const {
  if (m_model.name.empty()) return tr("No model is loaded");
  if (m_modelFailed) return tr("The model could not be loaded");
  if (count() >= kMostItems) return tr("The queue is full");
  if (count() + m_plan.classIndices().size() > kMostItems)
    return tr("The queue has room for %n more subject(s)", "", kMostItems - count());
  return m_plan.problem();
}

void GenerationQueue::setPaused(bool paused) {
  if (paused == m_paused) return;
  m_paused = paused;
  Q_EMIT changed();
  if (!paused) advance();
}

void GenerationQueue::addPlan(bool first) {
  if (!canEnqueue()) return;
  std::vector<Run> runs;
  for (GenerationRequest& request : m_plan.takeRequests())
    runs.push_back({.model = m_plan.model(), .request = std::move(request)});
  add(runs, first);
  Q_EMIT enqueued(m_plan.classIndices());
}

void GenerationQueue::add(const std::vector<Run>& runs, bool first) {
  int row = first ? frontRow() : count();
  for (const Run& run : runs)
    insert(row++, {.run = run, .thumbnail = thumbnailOf(run)});
  Q_EMIT changed();
  advance();
}

void GenerationQueue::restore(const std::vector<Item>& items) {
  if (items.empty()) return;
  const auto waits = [](const Item& item) { return item.phase == Phase::Waiting; };
  const auto waiting = static_cast<int>(std::count_if(items.begin(), items.end(), waits));
  if (waiting > 0) setPaused(true);
  for (Item item : items) {
    item.thumbnail = thumbnailOf(item.run);
    insert(count(), std::move(item));
  }
  Q_EMIT changed();
  if (waiting > 0) Q_EMIT restored(waiting);
}

void GenerationQueue::insert(int row, Item item) {
  beginInsertRows({}, row, row);
  m_items.insert(m_items.begin() + row, std::move(item));
  endInsertRows();
}

GenerationQueue::Item GenerationQueue::take(int row) {
  beginRemoveRows({}, row, row);
  Item item = std::move(m_items[static_cast<std::size_t>(row)]);
  m_items.erase(m_items.begin() + row);
  endRemoveRows();
  return item;
}

void GenerationQueue::reorder(int from, int to) {
  if (from < 0 || from >= count() || m_items[static_cast<std::size_t>(from)].phase == Phase::Running) return;
  to = std::clamp(to, frontRow(), count() - 1);
  if (from == to) return;
  if (!beginMoveRows({}, from, from, {}, to > from ? to + 1 : to)) return;
  const auto first = m_items.begin() + from;
  if (from < to)
    std::rotate(first, first + 1, m_items.begin() + to + 1);
  else
    std::rotate(m_items.begin() + to, first, first + 1);
  endMoveRows();
  Q_EMIT changed();
}

void GenerationQueue::discard(int row) {
  if (row < 0 || row >= count()) return;
  if (m_items[static_cast<std::size_t>(row)].phase == Phase::Running) return m_controller.cancel();
  discardRows({row});
}

void GenerationQueue::discardAll() {
  std::vector<int> rows;
  for (int row = 0; row < count(); ++row)
    if (m_items[static_cast<std::size_t>(row)].phase != Phase::Running) rows.push_back(row);
  if (!rows.empty()) discardRows(rows);
}

/// `rows` ascend.
void GenerationQueue::discardRows(const std::vector<int>& rows) {
  Discarded gone;
  for (auto row = rows.rbegin(); row != rows.rend(); ++row)
    gone.items.emplace_back(*row, take(*row));
  std::reverse(gone.items.begin(), gone.items.end());
  gone.endedPause = endEmptyPause();
  const auto number = static_cast<int>(rows.size());
  const QString title = number == 1 ? titleOf(gone.items.front().second.run) : tr("%n run(s)", nullptr, number);
  m_discarded = std::move(gone);
  Q_EMIT changed();
  Q_EMIT discarded(title);
}

/// A pause of nothing would be seen nowhere, and hold up what is asked for next. Says whether there was one.
bool GenerationQueue::endEmptyPause() {
  return m_items.empty() && std::exchange(m_paused, false);
}

void GenerationQueue::restoreDiscarded() {
  if (!m_discarded) return;
  Discarded back = *std::exchange(m_discarded, std::nullopt);
  if (back.endedPause) m_paused = true;
  int least = frontRow();  // others may have come meanwhile: these keep their order all the same
  for (auto& [row, item] : back.items) {
    const int place = std::clamp(row, least, count());
    insert(place, std::move(item));
    least = place + 1;
  }
  Q_EMIT changed();
  advance();
}

void GenerationQueue::withdraw(RunPurpose purpose) {
  for (int row = count() - 1; row >= 0; --row) {
    const Item& item = m_items[static_cast<std::size_t>(row)];
    if (item.run.purpose != purpose) continue;
    if (item.phase == Phase::Running)
      m_controller.cancel();
    else
      take(row);
  }
  endEmptyPause();
  Q_EMIT changed();
}

void GenerationQueue::retry(int row) {
  if (row < 0 || row >= count() || m_items[static_cast<std::size_t>(row)].phase != Phase::Failed) return;
  m_controller.dismissError();
  setPhase(row, Phase::Waiting);
  advance();
}

void GenerationQueue::retryFailed() {
  for (int row = 0; row < count(); ++row)
    retry(row);
}

void GenerationQueue::setModel(const ModelInfo& model) {
  m_model = model;
  m_modelFailed = false;
  if (count() > 0) Q_EMIT dataChanged(index(0), index(count() - 1), {DetailRole});
  Q_EMIT blockedChanged();
  advance();
}

/// Begins what comes next, or loads the model for it. Does nothing while a run is under way: its end calls again.
void GenerationQueue::advance() {
  using State = GenerationController::State;
  const State state = m_controller.state();
  if (state == State::Generating || state == State::Cancelling) return;
  const int next = m_paused ? -1 : rowOf(Phase::Waiting);
  if (next < 0 && m_modelFailed) return;
  const ModelInfo& needed = next < 0 ? m_model : m_items[static_cast<std::size_t>(next)].run.model;
  if (needed.name.empty()) return;
  const bool there = isSameModel(m_controller.model(), needed) && !m_controller.outdated();
  if (next < 0 && there && state == State::Resting) return;
  if (!there || state == State::NoModel || state == State::Resting)
    m_controller.load(needed);
  else if (next >= 0 && state == State::Ready)
    beginFirst();
}

void GenerationQueue::beginFirst() {
  reorder(rowOf(Phase::Waiting), 0);  // before those that failed: what runs stands first
  setPhase(0, Phase::Running);
  m_controller.start(m_items.front().run);
}

void GenerationQueue::onRunEnded(bool cancelled) {
  const int row = rowOf(Phase::Running);
  if (row < 0) return;
  if (!cancelled) m_times.add(m_items[static_cast<std::size_t>(row)].run, m_controller.elapsedMs());
  take(row);
  if (cancelled) endEmptyPause();
  Q_EMIT changed();
}

/// Nothing of that model can be made: its items say so, and the others go on.
void GenerationQueue::onModelFailed(const QString& text, const QString& hint) {
  const ModelInfo& failing = m_controller.model();
  for (int row = 0; row < count(); ++row) {
    const Item& item = m_items[static_cast<std::size_t>(row)];
    if (item.phase == Phase::Waiting && isSameModel(item.run.model, failing))
      setPhase(row, Phase::Failed, capitalised(text), capitalised(hint));
  }
  if (isSameModel(m_model, failing)) m_modelFailed = true;
  Q_EMIT blockedChanged();
  m_advanceSoon.start();
}

void GenerationQueue::setPhase(int row, Phase phase, const QString& problem, const QString& hint) {
  Item& item = m_items[static_cast<std::size_t>(row)];
  item.phase = phase;
  item.problem = problem;
  item.hint = hint;
  Q_EMIT dataChanged(index(row), index(row));
  Q_EMIT changed();
}

void GenerationQueue::showProgress() {
  const int row = rowOf(Phase::Running);
  if (row < 0) return;
  if (m_controller.progress() > 0.2)  // before that, the first steps of a cold model say little
    m_times.add(m_items[static_cast<std::size_t>(row)].run, m_controller.elapsedMs() + m_controller.remainingMs());
  Q_EMIT dataChanged(index(0), index(count() - 1), {ProgressRole, RemainingRole});
  Q_EMIT remainingChanged();
}

int GenerationQueue::countOf(Phase phase) const {
  return static_cast<int>(
      std::count_if(m_items.begin(), m_items.end(), [phase](const Item& item) { return item.phase == phase; }));
}

int GenerationQueue::rowOf(Phase phase) const {
  const auto found =
      std::find_if(m_items.begin(), m_items.end(), [phase](const Item& item) { return item.phase == phase; });
  return found == m_items.end() ? -1 : static_cast<int>(found - m_items.begin());
}

int GenerationQueue::frontRow() const {
  return rowOf(Phase::Running) + 1;
}

}  // namespace lpd::studio
