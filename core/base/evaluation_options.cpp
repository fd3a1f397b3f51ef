#include "base/evaluation_rows.h"

#include <lpd/error.h>

#include <algorithm>
#include <string>

namespace lpd {

std::vector<EvaluationCell> cellsOf(const EvaluationOptions& options, const ModelInfo& model) {
  const RecommendedSettings& recommended = model.recommended;
  const auto orElse = [](auto values, auto fallback) {
    if (values.empty()) values.push_back(fallback);
    return values;
  };
  std::vector<EvaluationCell> cells;
  for (const OrderKind order : options.orders)
    for (const int steps : orElse(options.steps, std::min(recommended.steps, model.grid.count())))
      for (const double guidance : orElse(options.guidance, recommended.cfg))
        for (const double temperature : orElse(options.temperatures, recommended.temperature)) {
          EvaluationCell cell;
          cell.order = order;
          cell.steps = steps;
          cell.guidance = guidance;
          cell.temperature = temperature;
          cells.push_back(cell);
        }
  return cells;
}

GenerationRequest requestOf(const EvaluationCell& cell, const EvaluationOptions& options, const ModelInfo& model) {
  GenerationRequest request;
  request.seed = options.seed;
  request.plan.kind = cell.order;
  request.plan.steps = cell.steps;
  request.plan.repulsion = model.recommended.repulsion;
  request.plan.growth = options.growth.value_or(model.recommended.growth);
  request.guidance = {cell.guidance, options.schedule.value_or(model.recommended.schedule)};
  request.sampling.temperature = cell.temperature;
  request.sampling.topK = options.topK;
  request.sampling.topP = options.topP;
  request.batchSize = options.batchSize;
  request.explain = false;
  return request;
}

void EvaluationOptions::validate(const ModelInfo& model) const {
  const auto refuse = [](const std::string& what, const std::string& hint) {
    throw Error(ErrorCode::Usage, what, hint);
  };
  if (orders.empty()) refuse("there is no order to evaluate", "name one, for example lpd");
  if (count < 1) refuse("there is no image to evaluate", "1000 images give useful intervals");
  if (judgeSteps < 1) refuse("the judge needs a step of training", "1200 are usual");
  if (resamples < 1) refuse("the bootstrap needs a sample", "200 are usual");
  if (trainingPictures < 1) refuse("no training picture would be searched", "4096 are usual");
  for (const EvaluationCell& cell : cellsOf(*this, model)) {
    GenerationRequest request = requestOf(cell, *this, model);
    request.classes.push_back(kUnconditional);
    request.validate(model.grid, model.transformer.classCount);
  }
}

}  // namespace lpd
