#pragma once

#include "picture.h"

#include <QtCore/QList>
#include <QtCore/QVariantMap>

namespace lpd::studio {

/// What is known of every patch, by position: the numbers behind the canvas's layers.
struct PatchMeasures {
  QList<qreal> support;      ///< sum over finished neighbours of 1/distance; empty where the plan was not explained
  QList<qreal> entropy;      ///< bits; -1 where not made yet
  qreal largestEntropy = 1;  ///< bits, rounded up: the end of a scale
  QList<qreal> confidence;   ///< probability of the token taken, 0..1; -1 where not made yet

  PatchMeasures() = default;
  explicit PatchMeasures(const Picture& picture);
  void add(const StepRecord& record);
};

/// How local an order is: mean "support", "apart" (cells to the nearest patch of the step), "beside" (share of patches
/// with a finished neighbour) and "supportByStep".
QVariantMap localityFacts(const ImagePlan& plan);

}  // namespace lpd::studio
