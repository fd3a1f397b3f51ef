#include "patch_measures.h"

#include <QtCore/QVariantList>

#include <algorithm>
#include <cmath>

namespace lpd::studio {

PatchMeasures::PatchMeasures(const Picture& picture)
    : entropy(picture.plan.grid.count(), -1), confidence(picture.plan.grid.count(), -1) {
  const auto& reasons = picture.plan.reasons;
  if (reasons.size() != picture.plan.order.size()) return;
  support.resize(picture.plan.grid.count());
  for (std::size_t i = 0; i < reasons.size(); ++i)
    support[picture.plan.order[i]] = static_cast<qreal>(reasons[i].support);
}

void PatchMeasures::add(const StepRecord& record) {
  for (std::size_t i = 0; i < record.positions.size(); ++i) {
    if (i < record.entropy.size() && !std::isnan(record.entropy[i])) {
      entropy[record.positions[i]] = static_cast<qreal>(record.entropy[i]);
      largestEntropy = std::max(largestEntropy, std::ceil(static_cast<qreal>(record.entropy[i])));
    }
    if (i < record.probability.size() && !std::isnan(record.probability[i]))
      confidence[record.positions[i]] = static_cast<qreal>(record.probability[i]);
  }
}

QVariantMap localityFacts(const ImagePlan& plan) {
  const OrderStats stats = measureOrder(plan.grid, plan.order, plan.groupSizes);
  QVariantList byStep;
  for (double support : stats.supportByStep)
    byStep.append(support);
  return {{QStringLiteral("support"), stats.meanSupport},
          {QStringLiteral("apart"), stats.meanNearestInGroup},
          {QStringLiteral("beside"), stats.adjacentShare},
          {QStringLiteral("supportByStep"), byStep}};
}

}  // namespace lpd::studio
