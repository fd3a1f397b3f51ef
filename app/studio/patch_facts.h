#pragma once

#include "picture.h"

#include <QtCore/QVariantMap>

namespace lpd::studio {

/// What the inspector says about one patch of a picture: where, when, why there, and how sure the model was.
/// `position` is within the picture's grid.
QVariantMap patchFacts(const Picture& picture, int position);

/// About one step (0-based): how many patches it makes, why they were chosen, and, once it is made, its time and what
/// its patches look like, as one image nine patches wide.
QVariantMap stepFacts(const Picture& picture, int step);

}  // namespace lpd::studio
