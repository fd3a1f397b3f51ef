#pragma once

#include "icon_path.h"

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

// One icon, drawn in any colour and size from a path of Icons.qml (16 px box, 1.5 px stroke).
class VectorIcon : public QQuickPaintedItem {
  Q_OBJECT
  Q_PROPERTY(QString path READ path WRITE setPath NOTIFY pathChanged)
  Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY colorChanged)
  Q_PROPERTY(qreal strokeWidth READ strokeWidth WRITE setStrokeWidth NOTIFY strokeWidthChanged)
  QML_ELEMENT

 public:
  explicit VectorIcon(QQuickItem* parent = nullptr);

  QString path() const { return m_path; }
  void setPath(const QString& path);
  QColor color() const { return m_color; }
  void setColor(const QColor& color);
  qreal strokeWidth() const { return m_strokeWidth; }
  void setStrokeWidth(qreal width);

  void paint(QPainter* painter) override;

 Q_SIGNALS:
  void pathChanged();
  void colorChanged();
  void strokeWidthChanged();

 private:
  QString m_path;
  IconPath m_icon;
  QColor m_color = Qt::white;
  qreal m_strokeWidth = 1.5;
};
