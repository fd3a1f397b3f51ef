#include "order_table.h"

#include <cstdio>
#include <string>

namespace lpd::studio {

namespace {

const char* wordOf(Pick pick) {
  switch (pick) {
    case Pick::Start:
      return "start";
    case Pick::Proximity:
      return "proximity";
    case Pick::Spread:
      return "spread";
    case Pick::Pattern:
      break;
  }
  return "pattern";
}

std::string reasonText(const PlacementReason& reason) {
  char text[80];
  std::snprintf(text, sizeof text, ",%s,%.4g,%.4g", wordOf(reason.pick), static_cast<double>(reason.support),
                static_cast<double>(reason.nearestInGroup));
  return text;
}

}  // namespace

std::string orderTable(const ImagePlan& plan) {
  std::string text = "index,step,row,column,position";
  text += plan.reasons.empty() ? "\n" : ",pick,support,nearest_in_group\n";
  std::size_t index = 0;
  for (std::size_t step = 0; step < plan.groupSizes.size(); ++step)
    for (int i = 0; i < plan.groupSizes[step]; ++i, ++index) {
      const int position = plan.order[index];
      text += std::to_string(index + 1) + "," + std::to_string(step + 1) + "," +
              std::to_string(plan.grid.row(position)) + "," + std::to_string(plan.grid.column(position)) + "," +
              std::to_string(position);
      if (!plan.reasons.empty()) text += reasonText(plan.reasons[index]);
      text += "\n";
    }
  return text;
}

}  // namespace lpd::studio
