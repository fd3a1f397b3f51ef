#pragma once

#include <QColor>
#include <QImage>
#include <QQuickPaintedItem>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

// A QImage that QML was handed as a value (a thumbnail, a token's swatch), with rounded corners. For few, small
// pictures. Whatever is no image, an undefined value among others, counts as none.
class PixelImage : public QQuickPaintedItem {
  Q_OBJECT
  Q_PROPERTY(QVariant image READ image WRITE setImage NOTIFY imageChanged)
  Q_PROPERTY(qreal radius READ radius WRITE setRadius NOTIFY radiusChanged)
  Q_PROPERTY(QColor background READ background WRITE setBackground NOTIFY backgroundChanged)
  QML_ELEMENT

 public:
  explicit PixelImage(QQuickItem* parent = nullptr);

  QVariant image() const { return m_image; }
  void setImage(const QVariant& image);
  qreal radius() const { return m_radius; }
  void setRadius(qreal radius);
  QColor background() const { return m_background; }
  void setBackground(const QColor& color);

  void paint(QPainter* painter) override;

 Q_SIGNALS:
  void imageChanged();
  void radiusChanged();
  void backgroundChanged();

 private:
  QImage m_image;
  qreal m_radius = 0;
  QColor m_background = Qt::transparent;
};
