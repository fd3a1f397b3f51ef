#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QQuickPaintedItem>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

// Steps as bars on a clock: each from the end of the one before to its own, in the colour of its step, with its group's
// size inside where most have room for it. Steps from `shown` on are faint.
class StepTrack : public QQuickPaintedItem {
  Q_OBJECT
  Q_PROPERTY(QList<qreal> ends MEMBER m_ends WRITE setEnds NOTIFY changed)
  Q_PROPERTY(QList<int> sizes MEMBER m_sizes WRITE setSizes NOTIFY changed)
  Q_PROPERTY(int shown MEMBER m_shown WRITE setShown NOTIFY changed)
  Q_PROPERTY(qreal axisEnd MEMBER m_axisEnd WRITE setAxisEnd NOTIFY changed)
  Q_PROPERTY(QStringList stops MEMBER m_stops WRITE setStops NOTIFY changed)
  Q_PROPERTY(QFont font MEMBER m_font WRITE setFont NOTIFY changed)
  Q_PROPERTY(QColor inkOnDark MEMBER m_inkOnDark WRITE setInkOnDark NOTIFY changed)
  Q_PROPERTY(QColor inkOnBright MEMBER m_inkOnBright WRITE setInkOnBright NOTIFY changed)
  Q_PROPERTY(QColor faintInk MEMBER m_faintInk WRITE setFaintInk NOTIFY changed)
  QML_ELEMENT

 public:
  explicit StepTrack(QQuickItem* parent = nullptr);

  void setEnds(const QList<qreal>& ends) { set(m_ends, ends); }
  void setSizes(const QList<int>& sizes) { set(m_sizes, sizes); }
  void setShown(int shown) { set(m_shown, shown); }
  void setAxisEnd(qreal end) { set(m_axisEnd, end); }
  void setStops(const QStringList& stops) { set(m_stops, stops); }
  void setFont(const QFont& font) { set(m_font, font); }
  void setInkOnDark(const QColor& ink) { set(m_inkOnDark, ink); }
  void setInkOnBright(const QColor& ink) { set(m_inkOnBright, ink); }
  void setFaintInk(const QColor& ink) { set(m_faintInk, ink); }

  void paint(QPainter* painter) override;

 Q_SIGNALS:
  void changed();

 private:
  template <class T>
  void set(T& field, const T& value) {
    if (field == value) return;
    field = value;
    update();
    Q_EMIT changed();
  }
  QColor colorOf(qsizetype step) const;
  /// Most bars that can be seen have: numbers here and there would say nothing.
  bool hasRoomForNumbers() const;

  QList<qreal> m_ends;
  QList<int> m_sizes;
  int m_shown = 0;
  qreal m_axisEnd = 1;
  QStringList m_stops;
  QFont m_font;
  QColor m_inkOnDark = Qt::white, m_inkOnBright = Qt::black, m_faintInk = Qt::gray;
};
