#include "race_lane.h"

#include "wording.h"

#include <algorithm>
#include <numeric>

namespace lpd::studio {

RaceLane::RaceLane(const Settings& settings, QObject* parent) : QObject(parent), m_settings(settings) {
  connect(&m_view, &PictureView::shownStepsChanged, this, &RaceLane::shownChanged);
}

QString RaceLane::title() const {
  return orderLabel(m_settings.kind);
}

QString RaceLane::orderKind() const {
  return orderWord(m_settings.kind);
}

int RaceLane::shownPatches() const {
  const auto end = m_groupSizes.begin() + std::min<qsizetype>(shownSteps(), m_groupSizes.size());
  return std::accumulate(m_groupSizes.begin(), end, 0);
}

void RaceLane::setSettings(const Settings& settings) {
  m_settings = settings;
  Q_EMIT settingsChanged();
}

void RaceLane::plan(const Grid& grid, const GenerationRequest& request) {
  const GroupSizes sizes = groupSizesFor(m_settings.steps, grid.count(), request.plan.growth);
  m_picture.reset();
  m_view.setPicture(nullptr);
  m_view.setEmptyGrid(grid);
  m_view.setShownSteps(0);
  m_stepEnds.clear();
  takePlan(grid,
           makeOrder({.kind = m_settings.kind,
                      .grid = grid,
                      .groupSizes = sizes,
                      .proximity = request.plan.proximity,
                      .repulsion = request.plan.repulsion,
                      .seed = request.seed,
                      .imageIndex = static_cast<std::uint64_t>(request.firstIndex)}),
           sizes);
  setPhase(Phase::Planned);
}

void RaceLane::takePlan(const Grid& grid, const Order& order, const GroupSizes& groupSizes) {
  m_stats = measureOrder(grid, order, groupSizes);
  m_groupSizes = QList<int>(groupSizes.begin(), groupSizes.end());
  m_plannedSteps = QList<int>(grid.count(), -1);
  std::size_t next = 0;
  for (std::size_t step = 0; step < groupSizes.size(); ++step)
    for (int i = 0; i < groupSizes[step]; ++i)
      m_plannedSteps[order[next++]] = static_cast<int>(step);
  Q_EMIT plannedChanged();
}

void RaceLane::wait() {
  setPhase(Phase::Waiting);
}

void RaceLane::begin(const std::shared_ptr<const Run>& run) {
  m_run = run;
  setPhase(Phase::Making);
}

void RaceLane::planned(const ImagePlan& plan, std::shared_ptr<const SwatchTable> swatches) {
  m_picture = std::make_shared<Picture>(m_run, plan);
  m_picture->swatches = std::move(swatches);
  m_stepEnds.clear();
  takePlan(plan.grid, plan.order, plan.groupSizes);
  m_view.setPicture(m_picture);
  m_view.setShownSteps(0);
}

void RaceLane::stepMade(const StepRecord& record) {
  if (!m_picture) return;
  m_picture->addStep(record);
  m_stepEnds.append(totalMs() + record.elapsedMs);
  m_view.refresh();
  m_view.setShownSteps(m_picture->stepsMade());
  Q_EMIT progressed();
}

void RaceLane::imageMade(const GeneratedImage& image) {
  if (!m_picture) return;
  m_picture->tokens = image.tokens;
  m_picture->image = toQImage(image.pixels);
  m_picture->finished = true;
  m_view.refresh();
  setPhase(Phase::Made);
}

void RaceLane::stop(const QString& problem) {
  if (m_picture && !m_picture->finished) {
    m_picture->cancelled = true;
    m_view.refresh();
  }
  setPhase(Phase::Stopped, problem);
}

void RaceLane::showAt(double milliseconds) {
  const auto after = std::upper_bound(m_stepEnds.begin(), m_stepEnds.end(), milliseconds);
  m_view.setShownSteps(static_cast<int>(after - m_stepEnds.begin()));
}

void RaceLane::showSteps(int steps) {
  m_view.setShownSteps(std::clamp(steps, 0, static_cast<int>(m_stepEnds.size())));
}

void RaceLane::setPhase(Phase phase, const QString& problem) {
  m_phase = phase;
  m_problem = problem;
  Q_EMIT progressed();
}

}  // namespace lpd::studio
