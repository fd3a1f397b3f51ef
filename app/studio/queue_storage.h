#pragma once

#include "generation_queue.h"

#include <lpd/model_info.h>

#include <QtCore/QByteArray>

#include <vector>

namespace lpd::studio {

/// The queue's items as JSON; lanes of a race are left out, as a race is not a race without all of them.
QByteArray queueToJson(const std::vector<GenerationQueue::Item>& items, const QJsonArray& others = {});

/// The items an earlier session left behind. What ran when it ended counts as failed and says so: nothing that may have
/// crashed the program is run again by itself. What makes no sense, or needs a model that is not here any more, is left
/// out.
std::vector<GenerationQueue::Item> queueFromJson(const QByteArray& json, const std::vector<ModelEntry>& models,
                                                 QJsonArray* others = nullptr);

}  // namespace lpd::studio
