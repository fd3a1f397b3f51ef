#pragma once

#include "canvas_look.h"
#include "patch_animation.h"

#include <QImage>
#include <QQuickItem>
#include <QtQml/qqmlregistration.h>

#include <bitset>

// Shows a grid of patches: those of the first `shownSteps` groups as picture, the rest as empty cells; the group
// `currentGroup` glows and `nextGroup` is announced by dots. Positions are raster indices, steps count from 0, -1 is
// none.
class PatchCanvas : public QQuickItem {
  Q_OBJECT
  Q_PROPERTY(int columns READ columns WRITE setColumns NOTIFY gridChanged)
  Q_PROPERTY(int rows READ rows WRITE setRows NOTIFY gridChanged)
  Q_PROPERTY(QImage picture READ picture WRITE setPicture NOTIFY pictureChanged)
  Q_PROPERTY(QImage swatches READ swatches WRITE setSwatches NOTIFY swatchesChanged)
  Q_PROPERTY(QList<int> stepOfPosition READ stepOfPosition WRITE setStepOfPosition NOTIFY orderChanged)
  Q_PROPERTY(int steps READ steps WRITE setSteps NOTIFY orderChanged)
  Q_PROPERTY(int shownSteps READ shownSteps WRITE setShownSteps NOTIFY shownStepsChanged)
  Q_PROPERTY(int currentGroup READ currentGroup WRITE setCurrentGroup NOTIFY currentGroupChanged)
  Q_PROPERTY(int nextGroup READ nextGroup WRITE setNextGroup NOTIFY nextGroupChanged)
  Q_PROPERTY(bool reducedMotion MEMBER m_reducedMotion NOTIFY reducedMotionChanged)
  Q_PROPERTY(int hoveredPosition READ hoveredPosition NOTIFY hoveredPositionChanged)
  Q_PROPERTY(qreal pictureMix READ pictureMix WRITE setPictureMix NOTIFY lookChanged)
  Q_PROPERTY(qreal orderMix READ orderMix WRITE setOrderMix NOTIFY lookChanged)
  Q_PROPERTY(qreal ghostStrength READ ghostStrength WRITE setGhostStrength NOTIFY lookChanged)
  Q_PROPERTY(qreal ghostFront READ ghostFront WRITE setGhostFront NOTIFY lookChanged)
  Q_PROPERTY(QColor emptyFill READ emptyFill WRITE setEmptyFill NOTIFY lookChanged)
  Q_PROPERTY(QColor emptyLine READ emptyLine WRITE setEmptyLine NOTIFY lookChanged)
  Q_PROPERTY(QColor glow READ glow WRITE setGlow NOTIFY lookChanged)
  Q_PROPERTY(QColor glowEdge READ glowEdge WRITE setGlowEdge NOTIFY lookChanged)
  Q_PROPERTY(QColor dot READ dot WRITE setDot NOTIFY lookChanged)
  Q_PROPERTY(QStringList stepStops READ stepStops WRITE setStepStops NOTIFY stepStopsChanged)
  QML_ELEMENT

 public:
  explicit PatchCanvas(QQuickItem* parent = nullptr);

  int columns() const { return m_look.columns; }
  void setColumns(int columns);
  int rows() const { return m_look.rows; }
  void setRows(int rows);
  QImage picture() const { return m_picture; }
  void setPicture(const QImage& picture);
  QImage swatches() const { return m_swatches; }
  void setSwatches(const QImage& swatches);
  QList<int> stepOfPosition() const { return m_targets.stepOfPosition; }
  void setStepOfPosition(const QList<int>& steps);
  int steps() const { return m_steps; }
  void setSteps(int steps);
  int shownSteps() const { return m_targets.shown; }
  void setShownSteps(int shown);
  int currentGroup() const { return m_targets.current; }
  void setCurrentGroup(int group);
  int nextGroup() const { return m_targets.next; }
  void setNextGroup(int group);
  int hoveredPosition() const { return m_hovered; }

  qreal pictureMix() const { return m_look.pictureMix; }
  void setPictureMix(qreal mix) { setLook(m_look.pictureMix, mix); }
  qreal orderMix() const { return m_look.orderMix; }
  void setOrderMix(qreal mix) { setLook(m_look.orderMix, mix); }
  qreal ghostStrength() const { return m_look.ghostStrength; }
  void setGhostStrength(qreal strength) { setLook(m_look.ghostStrength, strength); }
  qreal ghostFront() const { return m_look.ghostFront; }
  void setGhostFront(qreal front) { setLook(m_look.ghostFront, front); }
  QColor emptyFill() const { return m_look.emptyFill; }
  void setEmptyFill(const QColor& color) { setLook(m_look.emptyFill, color); }
  QColor emptyLine() const { return m_look.emptyLine; }
  void setEmptyLine(const QColor& color) { setLook(m_look.emptyLine, color); }
  QColor glow() const { return m_look.glow; }
  void setGlow(const QColor& color) { setLook(m_look.glow, color); }
  QColor glowEdge() const { return m_look.glowEdge; }
  void setGlowEdge(const QColor& color) { setLook(m_look.glowEdge, color); }
  QColor dot() const { return m_look.dot; }
  void setDot(const QColor& color) { setLook(m_look.dot, color); }
  QStringList stepStops() const { return m_stepStops; }
  void setStepStops(const QStringList& stops);

  // The position under a point of the item, -1 outside the grid.
  Q_INVOKABLE int positionAt(qreal x, qreal y) const;
  // The cell's rectangle in item coordinates.
  Q_INVOKABLE QRectF cellRect(int position) const;
  // Shows the targets at once, without animation: for a picture that was not being watched before.
  Q_INVOKABLE void jump();

 Q_SIGNALS:
  void gridChanged();
  void pictureChanged();
  void swatchesChanged();
  void orderChanged();
  void shownStepsChanged();
  void currentGroupChanged();
  void nextGroupChanged();
  void reducedMotionChanged();
  void hoveredPositionChanged();
  void lookChanged();
  void stepStopsChanged();
  void patchClicked(int position);

 protected:
  QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData*) override;
  void updatePolish() override;
  void hoverMoveEvent(QHoverEvent* event) override;
  void hoverLeaveEvent(QHoverEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;

 private:
  template <class T>
  void setLook(T& field, const T& value) {
    if (field == value) return;
    field = value;
    update();
    Q_EMIT lookChanged();
  }
  void setGrid(int columns, int rows);
  void setHovered(int position);
  void retarget();  // once a frame, however many properties changed
  QImage orderImage() const;
  QImage stepColorImage() const;

  CanvasLook m_look;
  QImage m_picture, m_swatches;
  QStringList m_stepStops;
  int m_steps = 0;
  int m_hovered = -1;
  int m_pressed = -1;
  bool m_reducedMotion = false;
  PatchAnimation::Targets m_targets;
  PatchAnimation m_animation;
  FrameClock m_clock;
  std::bitset<5> m_stale = 0b11111;  // textures to upload, by PatchMaterial::Texture
};
