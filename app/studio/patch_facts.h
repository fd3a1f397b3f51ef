#pragma once

#include "picture.h"

#include <QtCore/QVariantMap>

namespace lpd::studio {

/// What the inspector says about one patch of a picture: where, when, why there, and how sure the model was.
/// `position` is within the picture's grid.
QVariantMap patchFacts(const Picture& picture, int position);

}  // namespace lpd::studio
