#include "decode/request_plan.h"

namespace lpd {

GroupSizes plannedGroupSizes(const PlanOptions& plan, const Grid& grid) {
  return plan.groupSizes.empty() ? groupSizesFor(plan.steps, grid.count(), plan.growth) : plan.groupSizes;
}

ImagePlan planImage(const GenerationRequest& request, const Grid& grid, const GroupSizes& groupSizes, int image) {
  OrderOptions options;
  options.kind = request.plan.kind;
  options.grid = grid;
  options.groupSizes = groupSizes;
  options.proximity = request.plan.proximity;
  options.repulsion = request.plan.repulsion;
  options.seed = request.seed;
  options.imageIndex = static_cast<std::uint64_t>(request.firstIndex) + static_cast<std::uint64_t>(image);

  ImagePlan plan{image, grid, {}, groupSizes, {}};
  if (const auto& orders = request.plan.orders; !orders.empty()) {
    plan.order = orders[options.imageIndex % orders.size()];
    if (request.explain) plan.reasons = explainGivenOrder(plan.order, options);
  } else if (request.explain) {
    auto planned = explainOrder(options);
    plan.order = std::move(planned.order);
    plan.reasons = std::move(planned.reasons);
  } else {
    plan.order = makeOrder(options);
  }
  return plan;
}

}  // namespace lpd
