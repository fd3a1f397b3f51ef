#include "plan_storage.h"

#include "plan_settings.h"

#include <QtCore/QVariant>

#include <algorithm>
#include <cmath>
#include <optional>

namespace lpd::studio {

namespace {

std::optional<double> storedNumber(const QSettings& settings, const char* key, double low, double high) {
  bool isNumber = false;
  const double value = settings.value(QLatin1String(key)).toDouble(&isNumber);
  if (!isNumber || !std::isfinite(value) || value < low || value > high) return std::nullopt;
  return value;
}

std::optional<int> storedWhole(const QSettings& settings, const char* key, int low, int high) {
  const std::optional<double> value = storedNumber(settings, key, low, high);
  if (!value || *value != std::floor(*value)) return std::nullopt;
  return static_cast<int>(*value);
}

std::optional<bool> storedFlag(const QSettings& settings, const char* key) {
  const QString text = settings.value(QLatin1String(key)).toString();
  if (text != QLatin1String("true") && text != QLatin1String("false")) return std::nullopt;
  return text == QLatin1String("true");
}

void restoreClass(const QSettings& settings, PlanSettings& plan) {
  const QString stored = settings.value(QStringLiteral("plan/class")).toString();
  if (stored.isEmpty()) return;
  if (stored == QLatin1String("none")) return plan.setClassIndex(kUnconditional);
  const auto& names = plan.model().classNames;
  const auto found = std::find(names.begin(), names.end(), stored.toStdString());
  if (found != names.end()) plan.setClassIndex(static_cast<int>(found - names.begin()));
}

/// Group sizes drawn by hand; empty where the usual ones are meant.
QList<int> storedGroups(const QSettings& settings) {
  QList<int> sizes;
  const QStringList words =
      settings.value(QStringLiteral("plan/groupSizes")).toString().split(u' ', Qt::SkipEmptyParts);
  for (const QString& word : words) {
    bool isNumber = false;
    sizes.append(word.toInt(&isNumber));
    if (!isNumber) return {};
  }
  return sizes;
}

QString groupsText(const PlanSettings& plan) {
  QStringList words;
  if (plan.groupsEdited())
    for (int size : plan.groupSizes())
      words.append(QString::number(size));
  return words.join(u' ');
}

/// A seed that was not locked has made its picture: the next start begins with another.
void restoreSeed(const QSettings& settings, PlanSettings& plan) {
  const bool locked = storedFlag(settings, "plan/seedLocked").value_or(false);
  const std::optional<double> seed = storedNumber(settings, "plan/seed", 0, PlanSettings::kLargestSeed);
  if (!locked || !seed) return;
  plan.setSeed(*seed);
  plan.setSeedLocked(true);
}

}  // namespace

void savePlan(QSettings& settings, const PlanSettings& plan) {
  const auto& names = plan.model().classNames;
  if (plan.classIndex() < static_cast<int>(names.size()))
    settings.setValue(QStringLiteral("plan/class"),
                      plan.classIndex() == kUnconditional
                          ? QStringLiteral("none")
                          : QString::fromStdString(names[static_cast<std::size_t>(plan.classIndex())]));
  settings.setValue(QStringLiteral("plan/steps"), plan.steps());
  settings.setValue(QStringLiteral("plan/growth"), plan.growth());
  settings.setValue(QStringLiteral("plan/groupSizes"), groupsText(plan));
  settings.setValue(QStringLiteral("plan/order"), plan.orderKind());
  settings.setValue(QStringLiteral("plan/proximity"), plan.proximity());
  settings.setValue(QStringLiteral("plan/repulsion"), plan.repulsion());
  settings.setValue(QStringLiteral("plan/guidance"), plan.guidance());
  settings.setValue(QStringLiteral("plan/guidanceSchedule"), plan.guidanceSchedule());
  settings.setValue(QStringLiteral("plan/temperature"), plan.temperature());
  settings.setValue(QStringLiteral("plan/topK"), plan.topK());
  settings.setValue(QStringLiteral("plan/topP"), plan.topP());
  settings.setValue(QStringLiteral("plan/greedy"), plan.greedy());
  settings.setValue(QStringLiteral("plan/seed"), QString::number(plan.seed(), 'f', 0));
  settings.setValue(QStringLiteral("plan/seedLocked"), plan.seedLocked());
  settings.setValue(QStringLiteral("plan/imageCount"), plan.imageCount());
}

void restorePlan(const QSettings& settings, PlanSettings& plan) {
  using P = PlanSettings;
  restoreClass(settings, plan);
  if (auto value = storedWhole(settings, "plan/steps", 1, plan.tokenCount())) plan.setSteps(*value);
  if (auto value = storedNumber(settings, "plan/growth", 0, kMostGrowth)) plan.setGrowth(*value);
  plan.setGroupSizes(storedGroups(settings));
  plan.setOrderKind(settings.value(QStringLiteral("plan/order")).toString());
  if (auto value = storedNumber(settings, "plan/proximity", 0, P::kMaxProximity)) plan.setProximity(*value);
  if (auto value = storedNumber(settings, "plan/repulsion", 0, P::kMaxRepulsion)) plan.setRepulsion(*value);
  if (auto value = storedNumber(settings, "plan/guidance", 1, P::kMaxGuidance)) plan.setGuidance(*value);
  plan.setGuidanceSchedule(settings.value(QStringLiteral("plan/guidanceSchedule")).toString());
  if (auto value = storedNumber(settings, "plan/temperature", 0, P::kMaxTemperature)) plan.setTemperature(*value);
  if (auto value = storedWhole(settings, "plan/topK", 0, plan.vocab())) plan.setTopK(*value);
  if (auto value = storedNumber(settings, "plan/topP", P::kMinTopP, 1)) plan.setTopP(*value);
  if (auto value = storedFlag(settings, "plan/greedy")) plan.setGreedy(*value);
  restoreSeed(settings, plan);
  if (auto value = storedWhole(settings, "plan/imageCount", 1, P::kMostImages)) plan.setImageCount(*value);
}

}  // namespace lpd::studio
