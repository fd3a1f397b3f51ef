#pragma once

#include <lpd/image_record.h>

#include <QtCore/QString>

#include <optional>

namespace lpd::studio {

class ModelLibrary;
class PlanSettings;

/// What of a picture's settings is wanted.
enum class RecallPart {
  All,    ///< everything: the next click makes the same picture
  Remix,  ///< everything but the seed
  Seed,
  Steps,     ///< steps, group sizes and the order
  Guidance,  ///< scale and schedule
  Model,
};

/// Takes settings from a picture over into the plan. What cannot be had is left as it is and told in one sentence;
/// empty where all was taken.
QString recall(RecallPart part, const ImageRecord& record, PlanSettings& plan, ModelLibrary& models);

/// The picture's subject among those of `model`, found by its name.
std::optional<int> classOf(const ImageRecord& record, const ModelInfo& model);

}  // namespace lpd::studio
