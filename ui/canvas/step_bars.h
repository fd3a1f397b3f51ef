#pragma once

#include "bar_node.h"
#include "number_node.h"

#include <QFont>
#include <QQuickItem>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

// The bars of a timeline: one a step, as high as its group is large, in the colour of the step, with its size and the
// milliseconds it took. One item, however many steps there are.
class StepBars : public QQuickItem {
  Q_OBJECT
  Q_PROPERTY(QList<int> sizes MEMBER m_sizes NOTIFY changed)
  Q_PROPERTY(QList<qreal> stepMs MEMBER m_stepMs NOTIFY changed)
  Q_PROPERTY(int step MEMBER m_step NOTIFY changed)
  Q_PROPERTY(bool planned MEMBER m_planned NOTIFY changed)
  Q_PROPERTY(bool live MEMBER m_live NOTIFY changed)
  Q_PROPERTY(bool showMs MEMBER m_showMs NOTIFY changed)
  Q_PROPERTY(bool dense MEMBER m_dense NOTIFY changed)
  Q_PROPERTY(qreal gap MEMBER m_gap NOTIFY changed)
  Q_PROPERTY(qreal floorY MEMBER m_floorY NOTIFY changed)
  Q_PROPERTY(qreal barSpace MEMBER m_barSpace NOTIFY changed)
  Q_PROPERTY(QStringList stepStops READ stepStops WRITE setStepStops NOTIFY changed)
  Q_PROPERTY(QFont font MEMBER m_font NOTIFY changed)
  Q_PROPERTY(QColor inkDark MEMBER m_inkDark NOTIFY changed)
  Q_PROPERTY(QColor inkLight MEMBER m_inkLight NOTIFY changed)
  Q_PROPERTY(QColor text1 MEMBER m_text1 NOTIFY changed)
  Q_PROPERTY(QColor text3 MEMBER m_text3 NOTIFY changed)
  Q_PROPERTY(QColor text4 MEMBER m_text4 NOTIFY changed)
  QML_ELEMENT

 public:
  explicit StepBars(QQuickItem* parent = nullptr);

  QStringList stepStops() const { return m_stepStops; }
  void setStepStops(const QStringList& stops);

  // The bar of 1-based `step`; empty where there is none.
  Q_INVOKABLE QRectF barRect(int step) const;
  QList<ColoredBar> bars() const;
  QList<CanvasNumber> numbers() const;

 Q_SIGNALS:
  void changed();

 protected:
  QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData*) override;

 private:
  qreal pitch() const { return m_sizes.isEmpty() ? width() : width() / m_sizes.size(); }
  QColor colorOf(int step) const;

  QList<int> m_sizes;
  QList<qreal> m_stepMs;  // of the steps made
  int m_step = 0;         // 1-based, 0 = before the first
  bool m_planned = false;
  bool m_live = false;
  bool m_showMs = true;
  bool m_dense = false;
  qreal m_gap = 8;
  qreal m_floorY = 0;
  qreal m_barSpace = 68;
  QStringList m_stepStops;
  QImage m_ramp;
  QFont m_font;
  QColor m_inkDark, m_inkLight, m_text1, m_text3, m_text4;
  NumberAtlas m_atlas;
};
