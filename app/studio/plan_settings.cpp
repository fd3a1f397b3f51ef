#include "plan_settings.h"

#include "group_balance.h"
#include "problem_text.h"
#include "wording.h"

#include <lpd/error.h>

#include <QtCore/QRandomGenerator>
#include <QtCore/QVariantMap>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lpd::studio {

PlanSettings::PlanSettings(QObject* parent) : QObject(parent) {
  updateGroupSizes();
  rollSeed();
}

GenerationRequest PlanSettings::request() const {
  GenerationRequest request;
  request.classes.assign(static_cast<std::size_t>(m_imageCount), m_classIndex);
  request.seed = m_seed;
  request.plan.kind = m_orderKind;
  request.plan.steps = m_steps;
  if (m_groupsEdited) request.plan.groupSizes.assign(m_groupSizes.begin(), m_groupSizes.end());
  request.plan.proximity = m_proximity;
  request.plan.repulsion = m_repulsion;
  request.plan.growth = m_growth;
  request.guidance = m_guidance;
  request.sampling = m_sampling;
  return request;
}

GenerationRequest PlanSettings::takeRequest() {
  if (m_seedUsed && !m_seedLocked) {
    rollSeed();
    Q_EMIT seedSpent();
  }
  m_seedUsed = true;
  return request();
}

std::vector<GenerationRequest> PlanSettings::takeRequests() {
  std::vector<GenerationRequest> requests{takeRequest()};
  for (int classIndex : std::as_const(m_moreClasses)) {
    requests.push_back(requests.front());
    std::fill(requests.back().classes.begin(), requests.back().classes.end(), classIndex);
  }
  return requests;
}

void PlanSettings::setModel(const ModelInfo& model) {
  const ModelInfo old = std::exchange(m_model, model);
  const RecommendedSettings& before = old.recommended;
  const RecommendedSettings& now = model.recommended;
  // Steps and groups fit the new grid before anybody is told of it.
  const int stepsBefore = m_steps;
  const double growthBefore = m_growth;
  m_steps = std::clamp(m_steps == before.steps ? now.steps : m_steps, 1, tokenCount());
  if (m_growth == before.growth) m_growth = now.growth;
  if (m_steps != stepsBefore || m_growth != growthBefore || tokenCount() != old.grid.count()) updateGroupSizes();
  if (m_steps != stepsBefore) Q_EMIT stepsChanged();
  if (m_growth != growthBefore) Q_EMIT growthChanged();
  Q_EMIT modelChanged();
  findClassesAgain(old);
  if (m_guidance.scale == before.cfg) setGuidance(now.cfg);
  if (m_guidance.schedule == before.schedule) setGuidanceSchedule(scheduleWord(now.schedule));
  if (m_sampling.temperature == before.temperature) setTemperature(now.temperature);
  if (m_repulsion == before.repulsion) setRepulsion(now.repulsion);
  setTopK(m_sampling.topK);
  Q_EMIT edited();
  updatePlan();
}

void PlanSettings::findClassesAgain(const ModelInfo& old) {
  QList<int> found;
  for (int classIndex : classIndices()) {
    const auto index = static_cast<std::size_t>(classIndex);
    if (classIndex == kUnconditional) {
      found << classIndex;
    } else if (index < old.classNames.size()) {
      const auto& names = m_model.classNames;
      const auto same = std::find(names.begin(), names.end(), old.classNames[index]);
      if (same != names.end()) found << static_cast<int>(same - names.begin());
    }
  }
  setClassIndices(found.isEmpty() ? QList<int>{0} : found);
}

QList<int> PlanSettings::publishedSteps() const {
  const std::vector<int> steps = lpd::publishedSteps(tokenCount());
  return {steps.begin(), steps.end()};
}

int PlanSettings::largestGroup() const {
  return m_groupSizes.isEmpty() ? 0 : *std::max_element(m_groupSizes.begin(), m_groupSizes.end());
}

QString PlanSettings::orderKind() const {
  return orderWord(m_orderKind);
}

QVariantList PlanSettings::orderKinds() const {
  QVariantList kinds;
  for (OrderKind kind : kOrderKinds)
    kinds.append(QVariantMap{{QStringLiteral("word"), orderWord(kind)},
                             {QStringLiteral("label"), orderLabel(kind)},
                             {QStringLiteral("tip"), orderTip(kind)}});
  return kinds;
}

QString PlanSettings::guidanceSchedule() const {
  return scheduleWord(m_guidance.schedule);
}

QString PlanSettings::seedText() const {
  return groupedInThrees(m_seed);
}

template <class T>
void PlanSettings::assign(T& field, T value, Notifier notify) {
  if (field == value) return;
  field = value;
  Q_EMIT(this->*notify)();
  Q_EMIT edited();
  updatePlan();
}

void PlanSettings::assignReal(double& field, double value, double low, double high, Notifier notify) {
  if (std::isfinite(value)) assign(field, std::clamp(value, low, high), notify);
}

void PlanSettings::setClassIndex(int index) {
  setClassIndices({index});
}

void PlanSettings::setClassIndices(const QList<int>& indices) {
  const int last = std::max(0, m_model.transformer.classCount - 1);
  QList<int> chosen;
  for (int index : indices)
    if (const int possible = std::clamp(index, kUnconditional, last); !chosen.contains(possible)) chosen << possible;
  if (chosen.isEmpty() || chosen == classIndices()) return;
  const int before = std::exchange(m_classIndex, chosen.takeFirst());
  m_moreClasses = chosen;
  if (m_classIndex != before) Q_EMIT classIndexChanged();
  Q_EMIT classIndicesChanged();
  Q_EMIT edited();
  updatePlan();
}

void PlanSettings::toggleClass(int index) {
  QList<int> chosen = classIndices();
  if (!chosen.removeOne(index)) chosen << index;
  setClassIndices(chosen);
}

void PlanSettings::setSteps(int steps) {
  steps = std::clamp(steps, 1, tokenCount());
  if (steps == m_steps) return;
  m_steps = steps;
  updateGroupSizes();
  Q_EMIT stepsChanged();
  Q_EMIT edited();
  updatePlan();
}

void PlanSettings::setGroupSizes(const QList<int>& sizes) {
  const bool fits = sizes.size() == m_steps && std::all_of(sizes.begin(), sizes.end(), [](int n) { return n >= 1; }) &&
                    std::accumulate(sizes.begin(), sizes.end(), 0LL) == tokenCount();
  if (fits) adoptGroups(sizes);
}

void PlanSettings::reshapeGroups(const QList<int>& sizes, int step, int size) {
  setGroupSizes(withGroupSize(sizes, step - 1, size));
}

void PlanSettings::resetGroups() {
  adoptGroups(usualGroups());
}

void PlanSettings::setOrderKind(const QString& text) {
  for (OrderKind kind : kOrderKinds)
    if (orderWord(kind) == text) assign(m_orderKind, kind, &PlanSettings::orderKindChanged);
}

void PlanSettings::setProximity(qreal value) {
  assignReal(m_proximity, value, 0, kMaxProximity, &PlanSettings::proximityChanged);
}

void PlanSettings::setRepulsion(qreal value) {
  assignReal(m_repulsion, value, 0, kMaxRepulsion, &PlanSettings::repulsionChanged);
}

void PlanSettings::setGrowth(qreal value) {
  if (!std::isfinite(value)) return;
  const double growth = std::clamp(value, 0.0, kMostGrowth);
  if (growth == m_growth) return;
  m_growth = growth;
  updateGroupSizes();
  Q_EMIT growthChanged();
  Q_EMIT edited();
  updatePlan();
}

void PlanSettings::setGuidance(qreal value) {
  assignReal(m_guidance.scale, value, 1, kMaxGuidance, &PlanSettings::guidanceChanged);
}

void PlanSettings::setGuidanceSchedule(const QString& text) {
  for (GuidanceSchedule schedule : kGuidanceSchedules)
    if (scheduleWord(schedule) == text) assign(m_guidance.schedule, schedule, &PlanSettings::guidanceScheduleChanged);
}

void PlanSettings::setTemperature(qreal value) {
  assignReal(m_sampling.temperature, value, 0, kMaxTemperature, &PlanSettings::temperatureChanged);
}

void PlanSettings::setTopK(int value) {
  assign(m_sampling.topK, std::clamp(value, 0, vocab()), &PlanSettings::topKChanged);
}

void PlanSettings::setTopP(qreal value) {
  assignReal(m_sampling.topP, value, kMinTopP, 1, &PlanSettings::topPChanged);
}

void PlanSettings::setGreedy(bool value) {
  assign(m_sampling.greedy, value, &PlanSettings::greedyChanged);
}

void PlanSettings::setSeed(qreal value) {
  if (!std::isfinite(value)) return;
  const double whole = std::clamp(std::floor(value), 0.0, kLargestSeed);
  m_seedUsed = false;
  assign(m_seed, static_cast<quint64>(whole), &PlanSettings::seedChanged);
}

void PlanSettings::setSeedLocked(bool value) {
  assign(m_seedLocked, value, &PlanSettings::seedLockedChanged);
}

void PlanSettings::setImageCount(int value) {
  assign(m_imageCount, std::clamp(value, 1, kMostImages), &PlanSettings::imageCountChanged);
}

void PlanSettings::rollSeed() {
  setSeed(static_cast<qreal>(newSeed()));
}

quint64 PlanSettings::newSeed() {
  // Nine digits: enough never to meet twice in practice, few enough to read out.
  return QRandomGenerator::global()->bounded(1'000'000'000U);
}

void PlanSettings::resetToRecommended() {
  const RecommendedSettings& recommended = m_model.recommended;
  setSteps(recommended.steps);
  setGrowth(recommended.growth);
  resetGroups();
  setOrderKind(QStringLiteral("lpd"));
  setProximity(PlanOptions().proximity);
  setRepulsion(recommended.repulsion);
  setGuidance(recommended.cfg);
  setGuidanceSchedule(scheduleWord(recommended.schedule));
  setTemperature(recommended.temperature);
  setTopK(0);
  setTopP(1);
  setGreedy(false);
}

bool PlanSettings::setSeedText(const QString& text) {
  const std::optional<quint64> number = seedFromText(text);
  if (!number) return false;
  setSeed(static_cast<qreal>(*number));
  return true;
}

QList<int> PlanSettings::usualGroups() const {
  const GroupSizes sizes = groupSizesFor(m_steps, tokenCount(), m_growth);
  return {sizes.begin(), sizes.end()};
}

void PlanSettings::updateGroupSizes() {
  const QList<int> sizes = usualGroups();
  m_groupsEdited = false;
  if (sizes == m_groupSizes) return;
  m_groupSizes = sizes;
  Q_EMIT groupSizesChanged();
}

void PlanSettings::adoptGroups(const QList<int>& sizes) {
  if (sizes == m_groupSizes) return;
  m_groupsEdited = sizes != usualGroups();
  m_groupSizes = sizes;
  Q_EMIT groupSizesChanged();
  Q_EMIT edited();
  updatePlan();
}

QList<int> PlanSettings::plannedSteps() const {
  const GroupSizes sizes(m_groupSizes.begin(), m_groupSizes.end());
  QList<int> steps(tokenCount(), -1);
  const Order order = makeOrder({.kind = m_orderKind,
                                 .grid = m_model.grid,
                                 .groupSizes = sizes,
                                 .proximity = m_proximity,
                                 .repulsion = m_repulsion,
                                 .seed = m_seed});
  std::size_t next = 0;
  for (std::size_t step = 0; step < sizes.size(); ++step)
    for (int i = 0; i < sizes[step]; ++i)
      steps[order[next++]] = static_cast<int>(step);
  return steps;
}

void PlanSettings::updatePlan() {
  Q_EMIT planChanged();
  QString problem;
  if (m_model.transformer.classCount > 0) {
    try {
      request().validate(m_model.grid, m_model.transformer.classCount);
    } catch (const Error& error) {
      problem = problemText(error).text;
    }
  }
  if (problem == m_problem) return;
  m_problem = problem;
  Q_EMIT problemChanged();
}

}  // namespace lpd::studio
