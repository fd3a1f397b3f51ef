#include "recall.h"

#include "model_library.h"
#include "picture_restore.h"
#include "plan_settings.h"
#include "wording.h"

#include <algorithm>

namespace lpd::studio {

namespace {

QString takeModel(const ImageRecord& record, ModelLibrary& models) {
  if (models.model().transformerSha256 == record.modelSha256) return {};
  const ModelInfo* model = modelOf(record, models.entries());
  if (!model)
    return ModelLibrary::tr("It was made with the model %1, which is not here")
        .arg(QString::fromStdString(record.modelName));
  models.selectByName(QString::fromStdString(model->name));
  return {};
}

QString takeClass(const ImageRecord& record, PlanSettings& plan) {
  const std::optional<int> classIndex = classOf(record, plan.model());
  if (!classIndex)
    return PlanSettings::tr("This model does not know the subject “%1”")
        .arg(subjectTitle(QString::fromStdString(record.className)));
  plan.setClassIndex(*classIndex);
  return {};
}

QString takeSeed(const ImageRecord& record, PlanSettings& plan) {
  if (static_cast<double>(record.seed) > PlanSettings::kLargestSeed)
    return PlanSettings::tr("Its seed is too large for the window; lpd can use it");
  plan.setSeed(static_cast<qreal>(record.seed));
  plan.setSeedLocked(true);  // else the next click would roll another
  if (record.index >= PlanSettings::kMostImages)
    return PlanSettings::tr("It is picture %1 of its seed, more than the window makes at once; lpd can make it")
        .arg(record.index + 1);
  plan.setImageCount(std::max(plan.imageCount(), record.index + 1));  // image k of a seed comes with those before it
  return {};
}

QString takeSteps(const ImageRecord& record, PlanSettings& plan) {
  if (record.steps() > plan.tokenCount())
    return PlanSettings::tr("This model makes at most %1 steps").arg(plan.tokenCount());
  plan.setSteps(record.steps());
  plan.setOrderKind(orderWord(record.orderKind));
  plan.setProximity(record.proximity);
  plan.setRepulsion(record.repulsion);
  if (record.customOrder) return PlanSettings::tr("Its order came from a file, which the plan does not have");
  const QList<int> sizes(record.groupSizes.begin(), record.groupSizes.end());
  if (plan.groupSizes() != sizes) plan.setGrowth(growthOf(record.groupSizes).value_or(plan.growth()));
  if (plan.groupSizes() != sizes) plan.setGroupSizes(sizes);
  return plan.groupSizes() == sizes
             ? QString()
             : PlanSettings::tr("Its group sizes do not fit this model; the plan has the usual ones");
}

void takeGuidance(const ImageRecord& record, PlanSettings& plan) {
  plan.setGuidance(record.guidance.scale);
  plan.setGuidanceSchedule(scheduleWord(record.guidance.schedule));
}

void takeSampling(const ImageRecord& record, PlanSettings& plan) {
  plan.setTemperature(record.sampling.temperature);
  plan.setTopK(record.sampling.topK);
  plan.setTopP(record.sampling.topP);
  plan.setGreedy(record.sampling.greedy);
}

/// The first thing that could not be had is the one to tell: without the model, the rest follows from it.
QString takeAll(const ImageRecord& record, PlanSettings& plan, ModelLibrary& models, bool withSeed) {
  QStringList problems{takeModel(record, models), takeClass(record, plan), takeSteps(record, plan)};
  takeGuidance(record, plan);
  takeSampling(record, plan);
  if (withSeed) problems << takeSeed(record, plan);
  problems.removeAll(QString());
  return problems.isEmpty() ? QString() : problems.constFirst();
}

}  // namespace

std::optional<int> classOf(const ImageRecord& record, const ModelInfo& model) {
  if (record.classIndex == kUnconditional) return kUnconditional;
  const auto found = std::find(model.classNames.begin(), model.classNames.end(), record.className);
  if (found == model.classNames.end()) return std::nullopt;
  return static_cast<int>(found - model.classNames.begin());
}

QString recall(RecallPart part, const ImageRecord& record, PlanSettings& plan, ModelLibrary& models) {
  switch (part) {
    case RecallPart::All:
      return takeAll(record, plan, models, true);
    case RecallPart::Remix: {
      const QString problem = takeAll(record, plan, models, false);
      plan.setSeedLocked(false);
      plan.rollSeed();
      return problem;
    }
    case RecallPart::Seed:
      return takeSeed(record, plan);
    case RecallPart::Steps:
      return takeSteps(record, plan);
    case RecallPart::Guidance:
      takeGuidance(record, plan);
      return {};
    case RecallPart::Model:
      return takeModel(record, models);
  }
  return {};
}

}  // namespace lpd::studio
