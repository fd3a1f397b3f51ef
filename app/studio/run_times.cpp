#include "run_times.h"

#include <algorithm>
#include <cmath>

namespace lpd::studio {

int stepsOf(const GenerationRequest& request) {
  return request.plan.groupSizes.empty() ? request.plan.steps : static_cast<int>(request.plan.groupSizes.size());
}

RunTimes::Key RunTimes::keyOf(const Run& run) {
  const bool guided = run.request.guidance.scale != 1.0;  // two passes a step instead of one
  return {run.model.folder.string(), guided, stepsOf(run.request)};
}

void RunTimes::add(const Run& run, double milliseconds) {
  if (!run.request.classes.empty() && milliseconds > 0)
    m_msPerImage[keyOf(run)] = milliseconds / static_cast<double>(run.request.classes.size());
}

std::optional<double> RunTimes::estimate(const Run& run) const {
  const auto [folder, guided, steps] = keyOf(run);
  double nearest = INFINITY;
  std::optional<double> msPerImage;
  for (const auto& [key, ms] : m_msPerImage) {
    const auto& [knownFolder, knownGuided, knownSteps] = key;
    if (knownFolder != folder) continue;
    const double ratio = static_cast<double>(steps) / knownSteps;
    const double distance = std::abs(std::log(ratio)) + (knownGuided == guided ? 0 : 100);
    if (distance >= nearest) continue;
    nearest = distance;
    msPerImage = ms * ratio * (knownGuided == guided ? 1 : guided ? 2 : 0.5);
  }
  if (!msPerImage) return std::nullopt;
  return *msPerImage * static_cast<double>(run.request.classes.size());
}

}  // namespace lpd::studio
