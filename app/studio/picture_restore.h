#pragma once

#include "history_file.h"

#include <lpd/model_info.h>

#include <memory>
#include <vector>

namespace lpd::studio {

/// The model whose tokens a record holds, among those on this machine; null where it is not here.
const ModelInfo* modelOf(const ImageRecord& record, const std::vector<ModelEntry>& models);

/// A picture that was made before, with its steps, as if it had just been made. What its PNG does not say is not
/// invented: probabilities and entropies are NaN, alternatives are empty. `model` may be null.
std::shared_ptr<Picture> restorePicture(const HistoryPicture& stored, const ModelInfo* model);

}  // namespace lpd::studio
