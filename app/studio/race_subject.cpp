#include "race_subject.h"

#include "plan_settings.h"
#include "wording.h"

#include <algorithm>

namespace lpd::studio {

namespace {

GenerationRequest withoutLaneSettings(GenerationRequest request) {
  request.classes.resize(1);
  request.plan.kind = OrderKind::Lpd;
  request.plan.steps = 1;
  request.plan.groupSizes.clear();
  request.plan.orders.clear();
  request.guidance.scale = 1;
  return request;
}

}  // namespace

RaceSubject::RaceSubject(PlanSettings& plan, QObject* parent) : QObject(parent), m_plan(plan) {}

GenerationRequest RaceSubject::request() const {
  GenerationRequest request = m_taken ? *m_taken : withoutLaneSettings(m_plan.request());
  if (m_classIndex) request.classes = {*m_classIndex};
  if (m_seed) {
    request.seed = *m_seed;
    request.firstIndex = 0;
  }
  return request;
}

void RaceSubject::chooseClass(int classIndex) {
  const int last = static_cast<int>(m_plan.model().classNames.size()) - 1;
  if (classIndex < kUnconditional || classIndex > last || request().classes.front() == classIndex) return;
  m_classIndex = classIndex;
  Q_EMIT changed();
}

bool RaceSubject::setSeedText(const QString& text) {
  const std::optional<quint64> seed = seedFromText(text);
  if (!seed) return false;
  if (seed != request().seed || request().firstIndex != 0) {
    m_seed = seed;
    Q_EMIT changed();
  }
  return true;
}

void RaceSubject::rollSeed() {
  m_seed = PlanSettings::newSeed();
  Q_EMIT changed();
}

void RaceSubject::followPlan() {
  if (!own()) return;
  m_taken.reset();
  m_classIndex.reset();
  m_seed.reset();
  Q_EMIT changed();
}

void RaceSubject::take(const ImageRecord& record, int classIndex) {
  GenerationRequest request;
  request.classes = {classIndex};
  request.seed = record.seed;
  request.firstIndex = record.index;
  request.plan.growth = growthOf(record.groupSizes).value_or(m_plan.growth());
  request.plan.proximity = record.proximity;
  request.plan.repulsion = record.repulsion;
  request.guidance = record.guidance;
  request.sampling = record.sampling;
  m_taken = withoutLaneSettings(std::move(request));
  m_classIndex.reset();
  m_seed.reset();
  Q_EMIT changed();
}

void RaceSubject::setModel(const ModelInfo& before, const ModelInfo& now) {
  if (!own()) return;
  const int chosen = request().classes.front();
  std::optional<int> found;
  if (chosen == kUnconditional)
    found = kUnconditional;
  else if (chosen < static_cast<int>(before.classNames.size())) {
    const auto& names = now.classNames;
    const auto name = std::find(names.begin(), names.end(), before.classNames[static_cast<std::size_t>(chosen)]);
    if (name != names.end()) found = static_cast<int>(name - names.begin());
  }
  // Without its subject nothing of the choice makes sense any more.
  if (!found) return followPlan();
  m_classIndex = found;
}

}  // namespace lpd::studio
