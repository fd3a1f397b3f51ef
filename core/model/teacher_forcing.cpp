#include "model/teacher_forcing.h"

#include <vector>

namespace lpd {

torch::Tensor teacherForcingMask(const GroupSizes& groupSizes) {
  // Group numbers: the class is -1, so that "context of groups before i" holds for it everywhere.
  std::vector<std::int64_t> context{-1}, queries;
  const auto groups = static_cast<std::int64_t>(groupSizes.size());
  for (std::int64_t group = 0; group < groups; ++group) {
    if (group + 1 < groups) context.insert(context.end(), groupSizes[group], group);
    queries.insert(queries.end(), groupSizes[group], group);
  }
  const auto ofContext = torch::tensor(context), ofQueries = torch::tensor(queries);
  const auto contextToContext = ofContext.unsqueeze(0) <= ofContext.unsqueeze(1);
  const auto queryToContext = ofContext.unsqueeze(0) < ofQueries.unsqueeze(1);
  const auto queryToQuery = ofQueries.unsqueeze(0) == ofQueries.unsqueeze(1);
  const auto contextToQuery = torch::zeros({ofContext.numel(), ofQueries.numel()}, torch::kBool);
  return torch::cat({torch::cat({contextToContext, contextToQuery}, 1), torch::cat({queryToContext, queryToQuery}, 1)});
}

}  // namespace lpd
