#pragma once

#include <QtCore/QObject>
#include <QtCore/QRect>
#include <QtQml/qqmlregistration.h>

class QSettings;

namespace lpd::studio {

/// How the window looks; remembered. A stored value that makes no sense counts as not stored.
class Preferences : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by StudioApp")
  Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY themeChanged)
  Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
  Q_PROPERTY(bool languageWaits READ languageWaits NOTIFY languageChanged)
  Q_PROPERTY(qreal textScale READ textScale WRITE setTextScale NOTIFY textScaleChanged)
  Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY reducedMotionChanged)
  Q_PROPERTY(bool livePreviews READ livePreviews WRITE setLivePreviews NOTIFY livePreviewsChanged)
  Q_PROPERTY(int leftWidth READ leftWidth WRITE setLeftWidth NOTIFY leftWidthChanged)
  Q_PROPERTY(int rightWidth READ rightWidth WRITE setRightWidth NOTIFY rightWidthChanged)
  Q_PROPERTY(bool inspectorOpen READ inspectorOpen WRITE setInspectorOpen NOTIFY inspectorOpenChanged)
  Q_PROPERTY(int galleryTile READ galleryTile WRITE setGalleryTile NOTIFY galleryTileChanged)
  Q_PROPERTY(QString windowState READ windowState WRITE setWindowState NOTIFY windowStateChanged)
  Q_PROPERTY(QRect windowGeometry READ windowGeometry WRITE setWindowGeometry NOTIFY windowGeometryChanged)

 public:
  static constexpr int kNarrowestPanel = 264;  ///< px
  static constexpr int kWidestPanel = 420;     ///< px

  static constexpr int kSmallestTile = 104;  ///< px
  static constexpr int kLargestTile = 288;   ///< px

  /// `settings` outlives this object.
  explicit Preferences(QSettings& settings, QObject* parent = nullptr);

  /// What `settings` say of the language: it is needed before there is anything with a text.
  static QString storedLanguage(const QSettings& settings);

  QString theme() const { return m_theme; }
  QString language() const { return m_language; }  ///< "system" or one of languages()
  bool languageWaits() const;                      ///< another one is spoken until the program starts again
  qreal textScale() const { return m_textScale; }  ///< 1, 1.15 or 1.3
  bool reducedMotion() const { return m_reducedMotion; }
  bool livePreviews() const { return m_livePreviews; }  ///< pictures are decoded now and then while they are made
  int leftWidth() const { return m_leftWidth; }
  int rightWidth() const { return m_rightWidth; }
  bool inspectorOpen() const { return m_inspectorOpen; }
  int galleryTile() const { return m_galleryTile; }          ///< px; 0 = as the window's size suggests
  QString windowState() const { return m_windowState; }      ///< "normal", "maximized" or "fullScreen"
  QRect windowGeometry() const { return m_windowGeometry; }  ///< while it is normal; empty = none remembered

  void setTheme(const QString& theme);
  void setLanguage(const QString& language);
  void setTextScale(qreal scale);
  void setReducedMotion(bool reduced);
  void setLivePreviews(bool on);
  void setLeftWidth(int pixels);
  void setRightWidth(int pixels);
  void setInspectorOpen(bool open);
  void setGalleryTile(int pixels);
  void setWindowState(const QString& state);
  void setWindowGeometry(const QRect& geometry);

 Q_SIGNALS:
  void themeChanged();
  void languageChanged();
  void textScaleChanged();
  void reducedMotionChanged();
  void livePreviewsChanged();
  void leftWidthChanged();
  void rightWidthChanged();
  void inspectorOpenChanged();
  void galleryTileChanged();
  void windowStateChanged();
  void windowGeometryChanged();

 private:
  template <class T>
  void store(T& field, const T& value, const char* key, void (Preferences::*notify)());

  QSettings& m_settings;
  QString m_theme = QStringLiteral("dark");
  QString m_language = QStringLiteral("system");
  qreal m_textScale = 1;
  bool m_reducedMotion = false;
  bool m_livePreviews = true;
  int m_leftWidth = 296;
  int m_rightWidth = 312;
  bool m_inspectorOpen = true;
  int m_galleryTile = 0;
  QString m_windowState = QStringLiteral("normal");
  QRect m_windowGeometry;
};

}  // namespace lpd::studio
