#include "race.h"

#include "class_thumbnails.h"
#include "generation_controller.h"
#include "generation_queue.h"
#include "plan_settings.h"
#include "recall.h"
#include "wording.h"

#include <QtCore/QFileInfo>

#include <algorithm>
#include <cmath>
#include <utility>

namespace lpd::studio {

namespace {

constexpr int kTickMs = 16;
constexpr int kMostTags = 16;       // lanes of one round
constexpr quint64 kWarmUpTag = 15;  // of the run before them

bool isSameRequest(const GenerationRequest& a, const GenerationRequest& b) {
  return a.classes == b.classes && a.seed == b.seed && a.firstIndex == b.firstIndex && a.plan == b.plan &&
         a.guidance == b.guidance && a.sampling == b.sampling;
}

using Lanes = std::vector<RaceLane::Settings>;

void addNew(Lanes& lanes, const RaceLane::Settings& lane) {
  if (std::find(lanes.begin(), lanes.end(), lane) == lanes.end()) lanes.push_back(lane);
}

/// A picture's own way on a grid of `count` patches.
RaceLane::Settings wayOf(const ImageRecord& record, int count) {
  return {record.orderKind, std::clamp(record.steps(), 1, count),
          std::clamp(record.guidance.scale, 1.0, PlanSettings::kMaxGuidance)};
}

/// The way, then the two most telling of the others: the other order in as many steps, and what is left of few steps
/// and one by one.
Lanes withRivals(const RaceLane::Settings& way, int count) {
  const int few = way.steps < count ? way.steps : std::min(20, count);
  Lanes lanes{way};
  for (const auto& [kind, steps] :
       {std::pair(OrderKind::Lpd, few), {OrderKind::Raster, few}, {OrderKind::Raster, count}})
    if (lanes.size() < 3) addNew(lanes, {kind, steps, way.guidance});
  return lanes;
}

Lanes lanesOf(const std::vector<ImageRecord>& records, int count) {
  Lanes lanes;
  for (const ImageRecord& record : records)
    addNew(lanes, wayOf(record, count));
  return lanes.size() < Race::kFewestLanes ? withRivals(lanes.front(), count) : lanes;
}

/// What lanes of these pictures do not take of them, in one sentence; empty where they take all.
QString leftOut(const std::vector<ImageRecord>& records, int count, double growth) {
  const ImageRecord& first = records.front();
  const auto any = [&](auto holds) { return std::any_of(records.begin(), records.end(), holds); };
  if (any([&](const ImageRecord& record) {
        return record.modelSha256 != first.modelSha256 || record.tokenizerSha256 != first.tokenizerSha256;
      }))
    return Race::tr("The race takes the model, subject and seed of the first");
  if (any([&](const ImageRecord& record) {
        return record.className != first.className || record.seed != first.seed || record.index != first.index;
      }))
    return Race::tr("The race takes the subject and seed of the first");
  if (any([&](const ImageRecord& record) {
        return record.sampling != first.sampling || record.guidance.schedule != first.guidance.schedule;
      }))
    return Race::tr("The race takes the sampling of the first");
  if (any([&](const ImageRecord& record) {
        return record.orderKind == OrderKind::Lpd &&
               (record.proximity != first.proximity || record.repulsion != first.repulsion);
      }))
    return Race::tr("The race takes proximity and repulsion of the first");
  if (any([](const ImageRecord& record) { return record.customOrder; }))
    return Race::tr("Where an order came from a file, its lane takes the usual one");
  if (any([&](const ImageRecord& record) {
        return record.groupSizes != groupSizesFor(wayOf(record, count).steps, count, growth);
      }))
    return Race::tr("Where group sizes were a picture's own, its lane takes the usual ones");
  return {};
}

}  // namespace

Race::Race(PlanSettings& plan, GenerationController& controller, GenerationQueue& queue, QObject* parent)
    : QObject(parent), m_plan(plan), m_controller(controller), m_queue(queue), m_subject(plan) {
  m_timer.setInterval(kTickMs);
  m_timer.setTimerType(Qt::PreciseTimer);
  connect(&m_timer, &QTimer::timeout, this, &Race::tick);
  m_request = m_subject.request();
  useDefaultLanes();
  connectPlan();
  connectController();
}

void Race::connectPlan() {
  connect(&m_plan, &PlanSettings::modelChanged, this, &Race::followModel);
  connect(&m_plan, &PlanSettings::edited, this, &Race::followPlan);
  connect(&m_subject, &RaceSubject::changed, this, &Race::followSubject);
}

void Race::connectController() {
  using C = GenerationController;
  connect(&m_controller, &C::runStarted, this, &Race::onRunStarted);
  connect(&m_controller, &C::planned, this, [this](const ImagePlan& plan) {
    RaceLane* lane = makingOrNull();
    if (!lane) return;
    lane->planned(plan, m_model.tokenizerSha256 == m_swatchTokenizer.toStdString() ? m_swatches : nullptr);
    Q_EMIT durationChanged();
  });
  connect(&m_controller, &C::stepMade, this, [this](const StepRecord& record) {
    RaceLane* lane = makingOrNull();
    if (!lane) return;
    lane->stepMade(record);
    m_clockMs = lane->totalMs();
    Q_EMIT clockChanged();
    Q_EMIT durationChanged();
  });
  connect(&m_controller, &C::imageMade, this, [this](const GeneratedImage& image) {
    RaceLane* lane = makingOrNull();
    if (!lane) return;
    lane->imageMade(image);
    Q_EMIT laneMade(lane->view()->picture());
  });
  connect(&m_controller, &C::runFailed, this, [this](const QString& text) { m_failure = text; });
  connect(&m_controller, &C::runEnded, this, &Race::onRunEnded);
  // Lanes can also be taken out of the queue, or fail with their model before they begin.
  connect(&m_queue, &GenerationQueue::changed, this, &Race::finishMaking);
}

/// Nothing of another model's lanes can stay; lanes that took one patch a step still do.
void Race::followModel() {
  const int before = m_model.grid.count();
  if (isSameModel(m_model, m_plan.model())) return;
  stop();
  m_making = -1;
  m_subject.setModel(m_model, m_plan.model());
  m_model = m_plan.model();
  const int now = m_model.grid.count();
  for (RaceLane* lane : std::as_const(m_lanes)) {
    RaceLane::Settings settings = lane->settings();
    settings.steps = settings.steps == before ? now : std::min(settings.steps, now);
    settings.guidance = m_model.recommended.cfg;
    lane->setSettings(settings);
  }
  clearLanes();
}

/// Before anything is made, the lanes show what the plan says.
void Race::followPlan() {
  if (m_state == State::Planned && !m_anyMade) {
    const GenerationRequest now = m_subject.request();
    if (isSameRequest(now, m_request)) return;
    m_request = now;
    for (RaceLane* lane : std::as_const(m_lanes))
      planLane(*lane);
    Q_EMIT subjectChanged();
  }
  Q_EMIT outdatedChanged();
}

/// Chosen for the race itself: it begins anew.
void Race::followSubject() {
  if (m_state == State::Making)
    Q_EMIT outdatedChanged();
  else
    clearLanes();
}

bool Race::outdated() const {
  return m_anyMade && !isSameRequest(m_subject.request(), m_request);
}

QString Race::title() const {
  // While the model changes, the subject may still be one of the model before.
  const int classIndex = m_request.classes.front();
  if (m_model.name.empty() || classIndex >= static_cast<int>(m_model.classNames.size())) return {};
  return className(m_model, classIndex);
}

QString Race::thumbnail() const {
  const int classIndex = m_request.classes.front();
  if (classIndex < 0 || !QFileInfo::exists(QString::fromStdString(m_model.thumbnailsFile().string()))) return {};
  return ClassThumbnails::url(QString::fromStdString(m_model.name), classIndex);
}

QString Race::seedText() const {
  return groupedInThrees(m_request.seed);
}

qreal Race::durationMs() const {
  double longest = 0;
  for (const RaceLane* lane : m_lanes)
    longest = std::max(longest, m_byStep ? static_cast<double>(lane->stepEnds().size()) * kStepMs : lane->totalMs());
  return longest;
}

void Race::useDefaultLanes() {
  const int count = m_model.grid.count();
  const int few = std::min(20, count);
  const double guidance = m_plan.guidance();
  setLanes({{OrderKind::Lpd, few, guidance}, {OrderKind::Raster, few, guidance}, {OrderKind::Raster, count, guidance}});
}

void Race::setLanes(const std::vector<RaceLane::Settings>& lanes) {
  if (m_state == State::Making) return;
  const QList<RaceLane*> before = std::exchange(m_lanes, {});
  for (const RaceLane::Settings& settings : lanes)
    append(settings);
  Q_EMIT lanesChanged();
  for (RaceLane* lane : before)
    lane->deleteLater();
  clearLanes();
}

bool Race::mayTake() {
  if (m_state != State::Making) return true;
  Q_EMIT told(tr("A race is being made. Stop it, or wait for its end"), true);
  return false;
}

bool Race::take(const std::vector<ImageRecord>& records) {
  if (!mayTake()) return false;
  const ImageRecord& first = records.front();
  const std::optional<int> classIndex = classOf(first, m_model);
  if (!classIndex) {
    Q_EMIT told(
        tr("This model does not know the subject “%1”").arg(subjectTitle(QString::fromStdString(first.className))),
        true);
    return false;
  }
  m_subject.take(first, *classIndex);
  setLanes(lanesOf(records, m_model.grid.count()));
  const QString notice = leftOut(records, m_model.grid.count(), m_subject.request().plan.growth);
  if (!notice.isEmpty()) Q_EMIT told(notice, false);
  return true;
}

RaceLane* Race::append(const RaceLane::Settings& settings) {
  m_lanes.append(new RaceLane(settings, this));
  planLane(*m_lanes.constLast());
  return m_lanes.constLast();
}

void Race::planLane(RaceLane& lane) {
  lane.plan(m_model.grid, m_request);
}

/// What failed of the lanes as they were can no longer be tried again: it would be another lane's.
void Race::forgetRuns() {
  ++m_round;
  const auto& items = m_queue.items();
  const auto isRace = [](const GenerationQueue::Item& item) { return item.run.purpose == RunPurpose::Race; };
  if (std::any_of(items.begin(), items.end(), isRace)) m_queue.withdraw(RunPurpose::Race);
}

void Race::clearLanes() {
  pause();
  forgetRuns();
  m_anyMade = false;
  m_request = m_subject.request();
  for (RaceLane* lane : std::as_const(m_lanes))
    planLane(*lane);
  setState(State::Planned);
  seek(0);
  Q_EMIT subjectChanged();
  Q_EMIT outdatedChanged();
  Q_EMIT durationChanged();
}

void Race::addLane() {
  if (m_lanes.size() >= kMostLanes || m_state == State::Making) return;
  // The first order that is not in the race yet.
  OrderKind kind = OrderKind::Halton;
  for (OrderKind candidate : kOrderKinds) {
    const auto takes = [candidate](const RaceLane* lane) { return lane->settings().kind == candidate; };
    if (std::any_of(m_lanes.begin(), m_lanes.end(), takes)) continue;
    kind = candidate;
    break;
  }
  append({kind, std::min(20, m_model.grid.count()), m_lanes.first()->guidance()});
  pause();
  setState(State::Planned);
  Q_EMIT lanesChanged();
}

void Race::removeLane(int index) {
  if (m_lanes.size() <= kFewestLanes || index < 0 || index >= m_lanes.size() || m_state == State::Making) return;
  forgetRuns();
  RaceLane* lane = m_lanes.takeAt(index);
  Q_EMIT lanesChanged();
  lane->deleteLater();  // after what shows it
  Q_EMIT durationChanged();
  if (allMade()) setState(State::Ready);
}

void Race::changeLane(int index, const QString& orderKind, int steps, qreal guidance) {
  if (index < 0 || index >= m_lanes.size() || m_state == State::Making) return;
  RaceLane* lane = m_lanes[index];
  RaceLane::Settings settings{lane->settings().kind, std::clamp(steps, 1, m_model.grid.count()),
                              std::clamp(guidance, 1.0, PlanSettings::kMaxGuidance)};
  for (OrderKind kind : kOrderKinds)
    if (const std::string_view word = toString(kind);
        orderKind == QLatin1String(word.data(), static_cast<qsizetype>(word.size())))
      settings.kind = kind;
  if (settings == lane->settings()) return;
  forgetRuns();
  lane->setSettings(settings);
  planLane(*lane);
  pause();
  setState(State::Planned);
  Q_EMIT durationChanged();
}

Run Race::runFor(const RaceLane& lane) const {
  Run run{.model = m_model, .request = m_request, .purpose = RunPurpose::Race};
  run.request.plan.kind = lane.settings().kind;
  run.request.plan.steps = lane.settings().steps;
  run.request.guidance.scale = lane.settings().guidance;
  run.request.batchSize = 1;
  run.tag = m_round * kMostTags + static_cast<quint64>(m_lanes.indexOf(&lane));
  return run;
}

/// The first run of its kind prepares kernels that later ones find prepared. Nobody's time is measured for that: the
/// shortest of the runs is made once before, without pixels.
Run Race::warmUp(const std::vector<Run>& runs) const {
  Run run = *std::min_element(runs.begin(), runs.end(),
                              [](const Run& a, const Run& b) { return a.request.plan.steps < b.request.plan.steps; });
  run.request.decodePixels = false;
  run.tag = m_round * kMostTags + kWarmUpTag;
  return run;
}

bool Race::isOurs(const Run& run) const {
  return run.purpose == RunPurpose::Race && run.tag / kMostTags == m_round;
}

void Race::start() {
  if (m_state == State::Making || !m_queue.canEnqueue()) return;
  if (m_state == State::Ready || outdated()) clearLanes();
  forgetRuns();
  m_anyMade = true;
  pause();
  std::vector<Run> runs;
  for (RaceLane* lane : std::as_const(m_lanes)) {
    if (lane->phase() == RaceLane::Phase::Made) continue;
    planLane(*lane);
    lane->wait();
    runs.push_back(runFor(*lane));
  }
  setState(State::Making);
  if (!runs.empty()) runs.insert(runs.begin(), warmUp(runs));
  m_queue.add(runs, true);
}

void Race::stop() {
  if (m_state == State::Making) m_queue.withdraw(RunPurpose::Race);
}

void Race::onRunStarted(const std::shared_ptr<const Run>& run) {
  const quint64 lane = run->tag % kMostTags;
  m_making = isOurs(*run) && lane < static_cast<quint64>(m_lanes.size()) ? static_cast<int>(lane) : -1;
  m_failure.clear();
  if (RaceLane* making = makingOrNull()) {
    making->begin(run);
    setState(State::Making);  // a lane that failed may be tried again from the queue
  }
  Q_EMIT stateChanged();
}

void Race::onRunEnded() {
  RaceLane* lane = makingOrNull();
  m_making = -1;
  if (lane && lane->phase() != RaceLane::Phase::Made) lane->stop(m_failure);
  Q_EMIT stateChanged();
  finishMaking();
}

bool Race::allMade() const {
  return std::all_of(m_lanes.begin(), m_lanes.end(),
                     [](const RaceLane* lane) { return lane->phase() == RaceLane::Phase::Made; });
}

void Race::finishMaking() {
  if (m_making >= 0 || m_state != State::Making) return;
  const auto& items = m_queue.items();
  const bool more = std::any_of(items.begin(), items.end(), [this](const GenerationQueue::Item& item) {
    return isOurs(item.run) && item.phase != GenerationQueue::Phase::Failed;
  });
  if (more) return;
  for (RaceLane* lane : std::as_const(m_lanes))
    if (lane->phase() == RaceLane::Phase::Waiting) lane->stop({});
  setState(allMade() ? State::Ready : State::Planned);
  if (m_state == State::Ready) restart();
}

void Race::setState(State state) {
  if (state == m_state) return;
  m_state = state;
  Q_EMIT stateChanged();
  Q_EMIT outdatedChanged();
}

void Race::setSwatches(const QString& tokenizerSha256, const std::shared_ptr<const SwatchTable>& swatches) {
  m_swatchTokenizer = tokenizerSha256;
  m_swatches = swatches;
}

void Race::setSpeed(qreal speed) {
  if (!std::isfinite(speed) || speed <= 0 || speed == m_speed) return;
  m_speed = speed;
  Q_EMIT speedChanged();
}

void Race::setByStep(bool byStep) {
  if (byStep == m_byStep) return;
  const bool wasPlaying = playing();
  pause();
  m_byStep = byStep;
  Q_EMIT byStepChanged();
  Q_EMIT durationChanged();
  if (m_state != State::Making) seek(0);
  if (wasPlaying) play();
}

void Race::play() {
  if (m_state != State::Ready || playing()) return;
  if (m_clockMs >= durationMs()) seek(0);
  m_sinceTick.start();
  m_timer.start();
  Q_EMIT playingChanged();
}

void Race::pause() {
  if (!playing()) return;
  m_timer.stop();
  Q_EMIT playingChanged();
}

void Race::restart() {
  pause();
  seek(0);
  play();
}

void Race::seek(qreal milliseconds) {
  if (m_state == State::Making || !std::isfinite(milliseconds)) return;
  m_clockMs = std::clamp(milliseconds, 0.0, durationMs());
  showClock();
}

void Race::tick() {
  const double passed = static_cast<double>(m_sinceTick.nsecsElapsed()) / 1e6;
  m_sinceTick.start();
  const double end = durationMs();
  m_clockMs = std::min(end, m_clockMs + passed * m_speed);
  if (m_clockMs >= end) pause();
  showClock();
}

void Race::showClock() {
  for (RaceLane* lane : std::as_const(m_lanes))
    m_byStep ? lane->showSteps(clockStep()) : lane->showAt(m_clockMs);
  Q_EMIT clockChanged();
}

}  // namespace lpd::studio
