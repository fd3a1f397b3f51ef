#pragma once

#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>

class QSettings;

namespace lpd::studio {

/// What the canvas tells beside the picture: which measure colours it, how strongly, and what is drawn over it.
/// Remembered; a stored value that makes no sense counts as not stored.
class CanvasLayers : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by StudioApp")
  Q_PROPERTY(QString view READ view WRITE setView NOTIFY viewChanged)
  Q_PROPERTY(qreal blend READ blend WRITE setBlend NOTIFY blendChanged)
  Q_PROPERTY(bool numbers READ numbers WRITE setNumbers NOTIFY numbersChanged)
  Q_PROPERTY(bool outlines READ outlines WRITE setOutlines NOTIFY outlinesChanged)
  Q_PROPERTY(bool glow READ glow WRITE setGlow NOTIFY glowChanged)
  Q_PROPERTY(bool grid READ grid WRITE setGrid NOTIFY gridChanged)
  Q_PROPERTY(bool halo READ halo WRITE setHalo NOTIFY haloChanged)
  Q_PROPERTY(bool links READ links WRITE setLinks NOTIFY linksChanged)
  Q_PROPERTY(bool crisp READ crisp WRITE setCrisp NOTIFY crispChanged)

 public:
  /// `settings` outlives this object.
  explicit CanvasLayers(QSettings& settings, QObject* parent = nullptr);

  QString view() const { return m_view; }       ///< "picture", "order", "support", "entropy" or "confidence"
  qreal blend() const { return m_blend; }       ///< 0..1, the layer's colour over the picture
  bool numbers() const { return m_numbers; }    ///< the value is written into each patch
  bool outlines() const { return m_outlines; }  ///< patches of the pointed patch's step are framed
  bool glow() const { return m_glow; }          ///< the group being made is lit, the next one dotted
  bool grid() const { return m_grid; }          ///< lines between patches
  bool halo() const { return m_halo; }          ///< what the keep-apart rule kept free around the pointed patch
  bool links() const { return m_links; }        ///< lines to the finished neighbours that spoke for a patch
  bool crisp() const { return m_crisp; }        ///< pixels stay square when enlarged, instead of smooth

  void setView(const QString& view);
  void setBlend(qreal blend);
  void setNumbers(bool on);
  void setOutlines(bool on);
  void setGlow(bool on);
  void setGrid(bool on);
  void setHalo(bool on);
  void setLinks(bool on);
  void setCrisp(bool on);

 Q_SIGNALS:
  void viewChanged();
  void blendChanged();
  void numbersChanged();
  void outlinesChanged();
  void glowChanged();
  void gridChanged();
  void haloChanged();
  void linksChanged();
  void crispChanged();

 private:
  template <class T>
  void store(T& field, const T& value, const char* key, void (CanvasLayers::*notify)());

  QSettings& m_settings;
  QString m_view = QStringLiteral("picture");
  double m_blend = 0.6;
  bool m_numbers = true;
  bool m_outlines = true;
  bool m_glow = true;
  bool m_grid = false;
  bool m_halo = true;
  bool m_links = true;
  bool m_crisp = false;
};

}  // namespace lpd::studio
