#include "base/number_text.h"
#include "order/order_check.h"

#include <lpd/error.h>
#include <lpd/request.h>

#include <cmath>
#include <limits>
#include <string>

namespace lpd {

namespace {

[[noreturn]] void refuse(const std::string& what, const std::string& hint) {
  throw Error(ErrorCode::Usage, what, hint);
}

void validateClasses(const std::vector<int>& classes, int classCount) {
  if (classes.empty()) refuse("there is no image to make", "name a class, or none, for each image");
  for (int index : classes)
    if (index != kUnconditional && (index < 0 || index >= classCount))
      refuse("there is no class " + std::to_string(index), "classes are 0.." + std::to_string(classCount - 1));
}

void validateIndices(int firstIndex, std::size_t images) {
  if (firstIndex < 0) refuse("image index " + std::to_string(firstIndex) + " is negative", "image indices start at 0");
  if (images > static_cast<std::size_t>(std::numeric_limits<int>::max() - firstIndex))
    refuse("too many images after index " + std::to_string(firstIndex), "split the request");
}

void validateAtLeastZero(double value, const char* name) {
  if (!std::isfinite(value) || value < 0) refuse(std::string(name) + " must be at least 0", "1 is the usual value");
}

void validatePlan(const PlanOptions& plan, int count) {
  if (!plan.groupSizes.empty())
    validateGroupSizes(plan.groupSizes, count);
  else
    groupSizesFor(plan.steps, count, plan.growth);
  validateAtLeastZero(plan.proximity, "proximity");
  validateAtLeastZero(plan.repulsion, "repulsion");
  for (std::size_t i = 0; i < plan.orders.size(); ++i)
    validateOrder(plan.orders[i], count, "order " + std::to_string(i));
}

void validateSampling(const SamplingOptions& sampling) {
  validateAtLeastZero(sampling.temperature, "temperature");
  if (sampling.topK < 0) refuse("top-k " + std::to_string(sampling.topK) + " is negative", "0 keeps every token");
  if (!(sampling.topP > 0 && sampling.topP <= 1))
    refuse("top-p " + numberText(sampling.topP) + " is out of range", "give a number above 0 and up to 1");
}

}  // namespace

std::string_view toString(GuidanceSchedule schedule) {
  switch (schedule) {
    case GuidanceSchedule::Linear:
      return "linear";
    case GuidanceSchedule::Steps:
      return "steps";
    case GuidanceSchedule::Constant:
      break;
  }
  return "constant";
}

GuidanceSchedule parseGuidanceSchedule(std::string_view word) {
  for (const GuidanceSchedule schedule : kGuidanceSchedules)
    if (toString(schedule) == word) return schedule;
  refuse("there is no guidance schedule '" + std::string(word) + "'", "use linear, steps or constant");
}

void GenerationRequest::validate(const Grid& grid, int classCount) const {
  validateGrid(grid);
  validateClasses(classes, classCount);
  validateIndices(firstIndex, classes.size());
  validatePlan(plan, grid.count());
  validateAtLeastZero(guidance.scale, "guidance");
  validateSampling(sampling);
  if (batchSize < 0) refuse("batch size " + std::to_string(batchSize) + " is negative", "0 lets the program choose");
}

}  // namespace lpd
