#include "preferences.h"

#include "language.h"

#include <QtCore/QSettings>
#include <QtCore/QStringList>

#include <algorithm>

namespace lpd::studio {

namespace {

bool isTheme(const QString& theme) {
  return theme == QLatin1String("auto") || theme == QLatin1String("dark") || theme == QLatin1String("light");
}

bool isLanguage(const QString& language) {
  return language == QLatin1String("system") || languages().contains(language);
}

bool isWindowState(const QString& state) {
  return state == QLatin1String("normal") || state == QLatin1String("maximized") ||
         state == QLatin1String("fullScreen");
}

bool isTextScale(qreal scale) {
  return scale == 1.0 || scale == 1.15 || scale == 1.3;
}

int panelWidth(const QSettings& settings, const QString& key, int fallback) {
  bool isNumber = false;
  const int width = settings.value(key).toInt(&isNumber);
  return isNumber && width >= Preferences::kNarrowestPanel && width <= Preferences::kWidestPanel ? width : fallback;
}

bool flag(const QSettings& settings, const QString& key, bool fallback) {
  const QString text = settings.value(key).toString();
  if (text == QLatin1String("true")) return true;
  return text == QLatin1String("false") ? false : fallback;
}

bool isPlausible(const QRect& geometry) {
  return geometry.width() >= 320 && geometry.height() >= 240 && geometry.width() <= 16384 &&
         geometry.height() <= 16384 && std::abs(geometry.x()) <= 32768 && std::abs(geometry.y()) <= 32768;
}

}  // namespace

Preferences::Preferences(QSettings& settings, QObject* parent) : QObject(parent), m_settings(settings) {
  const QString theme = settings.value(QStringLiteral("window/theme")).toString();
  if (isTheme(theme)) m_theme = theme;
  m_language = storedLanguage(settings);
  const qreal scale = settings.value(QStringLiteral("window/textScale")).toReal();
  if (isTextScale(scale)) m_textScale = scale;
  m_reducedMotion = flag(settings, QStringLiteral("window/reducedMotion"), m_reducedMotion);
  m_livePreviews = flag(settings, QStringLiteral("window/livePreviews"), m_livePreviews);
  m_leftWidth = panelWidth(settings, QStringLiteral("window/leftWidth"), m_leftWidth);
  m_rightWidth = panelWidth(settings, QStringLiteral("window/rightWidth"), m_rightWidth);
  m_inspectorOpen = flag(settings, QStringLiteral("window/inspectorOpen"), m_inspectorOpen);
  const int tile = settings.value(QStringLiteral("window/galleryTile")).toInt();
  if (tile >= kSmallestTile && tile <= kLargestTile) m_galleryTile = tile;
  const QString state = settings.value(QStringLiteral("window/windowState")).toString();
  if (isWindowState(state)) m_windowState = state;
  const QRect geometry = settings.value(QStringLiteral("window/windowGeometry")).toRect();
  if (isPlausible(geometry)) m_windowGeometry = geometry;
}

template <class T>
void Preferences::store(T& field, const T& value, const char* key, void (Preferences::*notify)()) {
  if (field == value) return;
  field = value;
  m_settings.setValue(QLatin1String("window/") + QLatin1String(key), value);
  Q_EMIT(this->*notify)();
}

void Preferences::setTheme(const QString& theme) {
  if (isTheme(theme)) store(m_theme, theme, "theme", &Preferences::themeChanged);
}

QString Preferences::storedLanguage(const QSettings& settings) {
  const QString language = settings.value(QStringLiteral("window/language")).toString();
  return isLanguage(language) ? language : QStringLiteral("system");
}

bool Preferences::languageWaits() const {
  return localeOf(m_language).language() != QLocale().language();
}

void Preferences::setLanguage(const QString& language) {
  if (isLanguage(language)) store(m_language, language, "language", &Preferences::languageChanged);
}

void Preferences::setTextScale(qreal scale) {
  if (isTextScale(scale)) store(m_textScale, scale, "textScale", &Preferences::textScaleChanged);
}

void Preferences::setReducedMotion(bool reduced) {
  store(m_reducedMotion, reduced, "reducedMotion", &Preferences::reducedMotionChanged);
}

void Preferences::setLivePreviews(bool on) {
  store(m_livePreviews, on, "livePreviews", &Preferences::livePreviewsChanged);
}

void Preferences::setLeftWidth(int pixels) {
  store(m_leftWidth, std::clamp(pixels, kNarrowestPanel, kWidestPanel), "leftWidth", &Preferences::leftWidthChanged);
}

void Preferences::setRightWidth(int pixels) {
  store(m_rightWidth, std::clamp(pixels, kNarrowestPanel, kWidestPanel), "rightWidth", &Preferences::rightWidthChanged);
}

void Preferences::setInspectorOpen(bool open) {
  store(m_inspectorOpen, open, "inspectorOpen", &Preferences::inspectorOpenChanged);
}

void Preferences::setGalleryTile(int pixels) {
  store(m_galleryTile, std::clamp(pixels, kSmallestTile, kLargestTile), "galleryTile",
        &Preferences::galleryTileChanged);
}

void Preferences::setWindowState(const QString& state) {
  if (isWindowState(state)) store(m_windowState, state, "windowState", &Preferences::windowStateChanged);
}

void Preferences::setWindowGeometry(const QRect& geometry) {
  if (isPlausible(geometry)) store(m_windowGeometry, geometry, "windowGeometry", &Preferences::windowGeometryChanged);
}

}  // namespace lpd::studio
