#include "order/lpd_planner.h"
#include "order/order_check.h"
#include "order/patterns.h"
#include "random/philox.h"

#include <lpd/error.h>
#include <lpd/order.h>

#include <cmath>
#include <string>
#include <utility>

namespace lpd {

namespace {

void validateThreshold(double value, const char* name) {
  if (!std::isfinite(value) || value < 0)
    throw Error(ErrorCode::Usage, std::string(name) + " must be a number of at least 0");
}

Order pattern(OrderKind kind, const Grid& grid) {
  switch (kind) {
    case OrderKind::Halton:
      return haltonOrder(grid);
    case OrderKind::Par:
      return parOrder(grid);
    case OrderKind::Wavefront:
      return wavefrontOrder(grid);
    case OrderKind::Spiral:
      return spiralOrder(grid);
    case OrderKind::CoarseToFine:
      return coarseToFineOrder(grid);
    case OrderKind::Raster:
    case OrderKind::Random:
    case OrderKind::Lpd:
      break;
  }
  return rasterOrder(grid);
}

Order baselineOrder(const OrderOptions& options) {
  const std::vector<bool> isGiven = markGiven(options.grid, options.given);
  Order order = pattern(options.kind, options.grid);
  std::erase_if(order, [&](int position) { return isGiven[static_cast<std::size_t>(position)]; });
  if (options.kind == OrderKind::Random) {
    PhiloxStream stream(options.seed, options.imageIndex, NoiseDomain::Order);
    stream.shuffle(std::span<int>(order));
  }
  return order;
}

PlannedOrder lpdOrder(const OrderOptions& options, bool explain) {
  std::vector<int> open = openPositions(options.grid, options.given);
  const GroupSizes sizes = effectiveGroupSizes(options.groupSizes, static_cast<int>(open.size()));
  return LpdPlanner(options, std::move(open), explain).plan(sizes);
}

}  // namespace

void OrderOptions::validate() const {
  validateGrid(grid);
  markGiven(grid, given);
  if (!groupSizes.empty()) validateGroupSizes(groupSizes, grid.count() - static_cast<int>(given.size()));
  validateThreshold(proximity, "proximity");
  validateThreshold(repulsion, "repulsion");
}

Order makeOrder(const OrderOptions& options) {
  options.validate();
  return options.kind == OrderKind::Lpd ? lpdOrder(options, false).order : baselineOrder(options);
}

PlannedOrder explainOrder(const OrderOptions& options) {
  options.validate();
  if (options.kind == OrderKind::Lpd) return lpdOrder(options, true);
  PlannedOrder planned{baselineOrder(options), {}};
  planned.reasons = explainGivenOrder(planned.order, options);
  return planned;
}

}  // namespace lpd
