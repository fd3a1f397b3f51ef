#include "canvas_layers.h"

#include <QtCore/QSettings>
#include <QtCore/QStringList>

#include <algorithm>
#include <cmath>

namespace lpd::studio {

namespace {

bool isView(const QString& view) {
  static const QStringList kViews{QStringLiteral("picture"), QStringLiteral("order"), QStringLiteral("support"),
                                  QStringLiteral("entropy"), QStringLiteral("confidence")};
  return kViews.contains(view);
}

void readFlag(const QSettings& settings, const char* key, bool& flag) {
  const QString text = settings.value(QLatin1String("canvas/") + QLatin1String(key)).toString();
  if (text == QLatin1String("true") || text == QLatin1String("false")) flag = text == QLatin1String("true");
}

}  // namespace

CanvasLayers::CanvasLayers(QSettings& settings, QObject* parent) : QObject(parent), m_settings(settings) {
  const QString view = settings.value(QStringLiteral("canvas/view")).toString();
  if (isView(view)) m_view = view;
  bool isNumber = false;
  const double blend = settings.value(QStringLiteral("canvas/blend")).toDouble(&isNumber);
  if (isNumber && blend >= 0 && blend <= 1) m_blend = blend;
  readFlag(settings, "numbers", m_numbers);
  readFlag(settings, "outlines", m_outlines);
  readFlag(settings, "glow", m_glow);
  readFlag(settings, "grid", m_grid);
  readFlag(settings, "halo", m_halo);
  readFlag(settings, "links", m_links);
  readFlag(settings, "crisp", m_crisp);
}

template <class T>
void CanvasLayers::store(T& field, const T& value, const char* key, void (CanvasLayers::*notify)()) {
  if (field == value) return;
  field = value;
  m_settings.setValue(QLatin1String("canvas/") + QLatin1String(key), value);
  Q_EMIT(this->*notify)();
}

void CanvasLayers::setView(const QString& view) {
  if (isView(view)) store(m_view, view, "view", &CanvasLayers::viewChanged);
}

void CanvasLayers::setBlend(qreal blend) {
  if (std::isfinite(blend)) store(m_blend, std::clamp(blend, 0.0, 1.0), "blend", &CanvasLayers::blendChanged);
}

void CanvasLayers::setNumbers(bool on) {
  store(m_numbers, on, "numbers", &CanvasLayers::numbersChanged);
}

void CanvasLayers::setOutlines(bool on) {
  store(m_outlines, on, "outlines", &CanvasLayers::outlinesChanged);
}

void CanvasLayers::setGlow(bool on) {
  store(m_glow, on, "glow", &CanvasLayers::glowChanged);
}

void CanvasLayers::setGrid(bool on) {
  store(m_grid, on, "grid", &CanvasLayers::gridChanged);
}

void CanvasLayers::setHalo(bool on) {
  store(m_halo, on, "halo", &CanvasLayers::haloChanged);
}

void CanvasLayers::setLinks(bool on) {
  store(m_links, on, "links", &CanvasLayers::linksChanged);
}

void CanvasLayers::setCrisp(bool on) {
  store(m_crisp, on, "crisp", &CanvasLayers::crispChanged);
}

}  // namespace lpd::studio
