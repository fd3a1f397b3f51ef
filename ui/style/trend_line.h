#pragma once

#include <QColor>
#include <QList>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

// A smooth line through values (0 at the bottom, 1 at the top), each over the middle of its share of the width.
class TrendLine : public QQuickPaintedItem {
  Q_OBJECT
  Q_PROPERTY(QList<qreal> values READ values WRITE setValues NOTIFY valuesChanged)
  Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY colorChanged)
  Q_PROPERTY(qreal strokeWidth MEMBER m_strokeWidth NOTIFY strokeWidthChanged)
  QML_ELEMENT

 public:
  explicit TrendLine(QQuickItem* parent = nullptr);

  QList<qreal> values() const { return m_values; }
  void setValues(const QList<qreal>& values);
  QColor color() const { return m_color; }
  void setColor(const QColor& color);

  void paint(QPainter* painter) override;

 Q_SIGNALS:
  void valuesChanged();
  void colorChanged();
  void strokeWidthChanged();

 private:
  QList<qreal> m_values;
  QColor m_color = Qt::white;
  qreal m_strokeWidth = 1.75;
};
