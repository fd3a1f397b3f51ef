#include "picture_restore.h"

#include <lpd/error.h>

#include <algorithm>
#include <limits>

namespace lpd::studio {

namespace {

/// As much of a model as its record tells.
ModelInfo describedBy(const ImageRecord& record) {
  ModelInfo model;
  model.name = model.title = record.modelName;
  model.grid = record.grid;
  model.transformerSha256 = record.modelSha256;
  model.tokenizerSha256 = record.tokenizerSha256;
  if (record.classIndex >= 0) {
    model.classNames.resize(static_cast<std::size_t>(record.classIndex) + 1);
    model.classNames.back() = record.className;
    model.transformer.classCount = record.classIndex + 1;
  }
  return model;
}

bool hasClass(const ModelInfo& model, const ImageRecord& record) {
  return record.classIndex < static_cast<int>(model.classNames.size()) && model.grid == record.grid;
}

GenerationRequest requestOf(const ImageRecord& record) {
  GenerationRequest request;
  request.classes = {record.classIndex};
  request.seed = record.seed;
  request.firstIndex = record.index;
  request.plan.kind = record.orderKind;
  request.plan.steps = record.steps();
  request.plan.groupSizes = record.groupSizes;
  request.plan.proximity = record.proximity;
  request.plan.repulsion = record.repulsion;
  if (record.customOrder) request.plan.orders = {record.order};
  request.guidance = record.guidance;
  request.sampling = record.sampling;
  return request;
}

/// The order's own reasons where making it again gives the same one, else what can be told from the order alone.
std::vector<PlacementReason> reasonsOf(const ImageRecord& record) {
  const OrderOptions options{.kind = record.customOrder ? OrderKind::Raster : record.orderKind,
                             .grid = record.grid,
                             .groupSizes = record.groupSizes,
                             .proximity = record.proximity,
                             .repulsion = record.repulsion,
                             .seed = record.seed,
                             .imageIndex = static_cast<std::uint64_t>(record.index)};
  try {
    PlannedOrder planned = explainOrder(options);
    return planned.order == record.order ? std::move(planned.reasons) : explainGivenOrder(record.order, options);
  } catch (const Error&) {
    return {};  // settings no order can have: a record from elsewhere
  }
}

ImagePlan planOf(const ImageRecord& record) {
  ImagePlan plan;
  plan.grid = record.grid;
  plan.order = record.order;
  plan.groupSizes = record.groupSizes;
  plan.reasons = reasonsOf(record);
  return plan;
}

StepRecord stepOf(const HistoryPicture& stored, int step, int firstIndex) {
  constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();
  const ImageRecord& record = stored.record;
  const HistoryFacts& facts = stored.facts;
  StepRecord result;
  result.step = step;
  result.firstIndex = firstIndex;
  if (!facts.stepMs.empty()) result.elapsedMs = facts.stepMs[static_cast<std::size_t>(step)];
  const int size = record.groupSizes[static_cast<std::size_t>(step)];
  for (int i = 0; i < size; ++i) {
    const int position = record.order[static_cast<std::size_t>(firstIndex + i)];
    const auto at = static_cast<std::size_t>(position);
    result.positions.push_back(position);
    result.tokens.push_back(record.tokens[at]);
    result.probability.push_back(facts.probability.empty() ? kUnknown : facts.probability[at]);
    result.entropy.push_back(facts.entropy.empty() ? kUnknown : facts.entropy[at]);
  }
  result.alternatives.resize(static_cast<std::size_t>(size));
  return result;
}

}  // namespace

const ModelInfo* modelOf(const ImageRecord& record, const std::vector<ModelEntry>& models) {
  const auto found = std::find_if(models.begin(), models.end(), [&](const ModelEntry& entry) {
    return entry.info && entry.problem.empty() && entry.info->transformerSha256 == record.modelSha256 &&
           entry.info->tokenizerSha256 == record.tokenizerSha256;
  });
  return found == models.end() ? nullptr : &*found->info;
}

std::shared_ptr<Picture> restorePicture(const HistoryPicture& stored, const ModelInfo* model) {
  auto run = std::make_shared<Run>();
  run->model = model && hasClass(*model, stored.record) ? *model : describedBy(stored.record);
  if (!stored.image.isNull()) run->model.imageSize = stored.image.width();
  run->request = requestOf(stored.record);
  run->precision = stored.record.precision;
  auto picture = std::make_shared<Picture>(std::move(run), planOf(stored.record));
  int firstIndex = 0;
  for (int step = 0; step < stored.record.steps(); ++step) {
    picture->addStep(stepOf(stored, step, firstIndex));
    firstIndex += stored.record.groupSizes[static_cast<std::size_t>(step)];
  }
  picture->tokens = stored.record.tokens;
  picture->image = stored.image;
  picture->finished = true;
  return picture;
}

}  // namespace lpd::studio
