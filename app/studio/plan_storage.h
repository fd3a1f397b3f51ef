#pragma once

#include <QtCore/QSettings>

namespace lpd::studio {

class PlanSettings;

/// Writes the plan below "plan/"; the class goes by its name, since models number theirs differently.
void savePlan(QSettings& settings, const PlanSettings& plan);
/// Puts remembered values back. One that is missing, of another type or out of the model's range leaves the
/// recommended value, and only that one.
void restorePlan(const QSettings& settings, PlanSettings& plan);

}  // namespace lpd::studio
