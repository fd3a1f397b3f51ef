#pragma once

#include <QtCore/QList>

namespace lpd::studio {

/// `sizes` with step `index` (from 0) at `wanted` patches, and the other steps giving or taking in proportion to what
/// they have, so that the sum stays and every step keeps at least one patch. `wanted` is clamped to what that allows;
/// a single step cannot change.
QList<int> withGroupSize(const QList<int>& sizes, qsizetype index, int wanted);

}  // namespace lpd::studio
