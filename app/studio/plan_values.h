#pragma once

#include <QtCore/QString>
#include <QtCore/QVariantMap>

namespace lpd::studio {

class PlanSettings;

/// The settings of the plan as values with keys: what undo remembers and presets hold.
QVariantMap planValues(const PlanSettings& plan);
/// The same without what is asked for rather than how it is made: subject, seed and number of images.
QVariantMap presetValues(const PlanSettings& plan);
/// Sets those that are given. The plan limits them to what its model can do.
void setPlanValues(PlanSettings& plan, const QVariantMap& values);

/// What people call a setting, in the middle of a sentence: "guidance".
QString planValueLabel(const QString& key);

/// Takes settings that came from a file as they are meant, or says in `problem` what is wrong with the first bad one.
QVariantMap checkedPresetValues(const QVariantMap& values, QString& problem);

}  // namespace lpd::studio
