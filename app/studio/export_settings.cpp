#include "export_settings.h"

#include <QtCore/QSettings>

#include <algorithm>

namespace lpd::studio {

namespace {

QString keyOf(const char* name) {
  return QLatin1String("export/") + QLatin1String(name);
}

template <class T>
void restore(const QSettings& settings, const char* name, T low, T high, T& field) {
  const QVariant stored = settings.value(keyOf(name));
  bool isNumber = false;
  const double value = stored.toDouble(&isNumber);
  if (isNumber && value >= low && value <= high) field = static_cast<T>(value);
}

void restore(const QSettings& settings, const char* name, bool& field) {
  const QString text = settings.value(keyOf(name)).toString();
  if (text == QLatin1String("true")) field = true;
  if (text == QLatin1String("false")) field = false;
}

}  // namespace

ExportSettings::ExportSettings(QSettings& settings, QObject* parent) : QObject(parent), m_settings(settings) {
  const QString pattern = settings.value(keyOf("namePattern")).toString().trimmed();
  if (!pattern.isEmpty()) m_namePattern = pattern;
  restore(settings, "quality", 1, 100, m_quality);
  restore(settings, "record", m_record);
  restore(settings, "pictureScale", 1, kLargestScale, m_pictureScale);
  restore(settings, "stepSeconds", kShortestStep, kLongestStep, m_animation.stepSeconds);
  restore(settings, "holdSeconds", kShortestHold, kLongestHold, m_animation.holdSeconds);
  restore(settings, "animationScale", 1, kLargestScale, m_animation.look.scale);
  restore(settings, "glow", m_animation.look.glow);
  restore(settings, "orderMap", m_animation.look.orderMap);
  restore(settings, "numbers", m_animation.look.numbers);
}

template <class T>
void ExportSettings::store(T& field, const T& value, const char* key) {
  if (field == value) return;
  field = value;
  m_settings.setValue(keyOf(key), value);
  Q_EMIT changed();
}

void ExportSettings::setNamePattern(const QString& pattern) {
  if (!pattern.trimmed().isEmpty()) store(m_namePattern, pattern.trimmed(), "namePattern");
}

void ExportSettings::setQuality(int quality) {
  store(m_quality, std::clamp(quality, 1, 100), "quality");
}

void ExportSettings::setRecord(bool record) {
  store(m_record, record, "record");
}

void ExportSettings::setPictureScale(int scale) {
  store(m_pictureScale, std::clamp(scale, 1, kLargestScale), "pictureScale");
}

void ExportSettings::setStepSeconds(qreal seconds) {
  store(m_animation.stepSeconds, std::clamp(seconds, kShortestStep, kLongestStep), "stepSeconds");
}

void ExportSettings::setHoldSeconds(qreal seconds) {
  store(m_animation.holdSeconds, std::clamp(seconds, kShortestHold, kLongestHold), "holdSeconds");
}

void ExportSettings::setAnimationScale(int scale) {
  store(m_animation.look.scale, std::clamp(scale, 1, kLargestScale), "animationScale");
}

void ExportSettings::setGlow(bool glow) {
  store(m_animation.look.glow, glow, "glow");
}

void ExportSettings::setOrderMap(bool orderMap) {
  store(m_animation.look.orderMap, orderMap, "orderMap");
}

void ExportSettings::setNumbers(bool numbers) {
  store(m_animation.look.numbers, numbers, "numbers");
}

}  // namespace lpd::studio
