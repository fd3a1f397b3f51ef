#pragma once

#include "canvas_look.h"
#include "number_atlas.h"
#include "patch_animation.h"

#include <QFont>
#include <QImage>
#include <QQuickItem>
#include <QtQml/qqmlregistration.h>

#include <bitset>

class CanvasNode;

// Shows a grid of patches: those of the first `shownSteps` groups as picture, the rest as empty cells; the group
// `currentGroup` glows and `nextGroup` is announced by dots. A layer explains the picture: it colours every patch by
// its step or, with `heat`, by its value, and writes the number. Positions are raster indices, steps count from 0, -1
// is none. The picture is enlarged smoothly or, with `smooth` off, in square pixels.
class PatchCanvas : public QQuickItem {
  Q_OBJECT
  Q_PROPERTY(int columns READ columns WRITE setColumns NOTIFY gridChanged)
  Q_PROPERTY(int rows READ rows WRITE setRows NOTIFY gridChanged)
  Q_PROPERTY(QImage picture READ picture WRITE setPicture NOTIFY pictureChanged)
  Q_PROPERTY(int pictureSteps READ pictureSteps WRITE setPictureSteps NOTIFY pictureChanged)
  Q_PROPERTY(QImage swatches READ swatches WRITE setSwatches NOTIFY swatchesChanged)
  Q_PROPERTY(QList<int> stepOfPosition READ stepOfPosition WRITE setStepOfPosition NOTIFY orderChanged)
  Q_PROPERTY(int steps READ steps WRITE setSteps NOTIFY orderChanged)
  Q_PROPERTY(int shownSteps READ shownSteps WRITE setShownSteps NOTIFY shownStepsChanged)
  Q_PROPERTY(int currentGroup READ currentGroup WRITE setCurrentGroup NOTIFY currentGroupChanged)
  Q_PROPERTY(int nextGroup READ nextGroup WRITE setNextGroup NOTIFY nextGroupChanged)
  Q_PROPERTY(bool reducedMotion MEMBER m_reducedMotion NOTIFY reducedMotionChanged)
  Q_PROPERTY(int hoveredPosition READ hoveredPosition NOTIFY hoveredPositionChanged)
  Q_PROPERTY(qreal pictureMix READ pictureMix WRITE setPictureMix NOTIFY lookChanged)
  Q_PROPERTY(qreal layerMix READ layerMix WRITE setLayerMix NOTIFY lookChanged)
  Q_PROPERTY(qreal blend READ blend WRITE setBlend NOTIFY lookChanged)
  Q_PROPERTY(bool heat READ heat WRITE setHeat NOTIFY lookChanged)
  Q_PROPERTY(qreal gridStrength READ gridStrength WRITE setGridStrength NOTIFY lookChanged)
  Q_PROPERTY(QColor gridLine READ gridLine WRITE setGridLine NOTIFY lookChanged)
  Q_PROPERTY(QList<qreal> values READ values WRITE setValues NOTIFY valuesChanged)
  Q_PROPERTY(qreal largestValue READ largestValue WRITE setLargestValue NOTIFY valuesChanged)
  Q_PROPERTY(int outlinedGroup READ outlinedGroup WRITE setOutlinedGroup NOTIFY outlinedGroupChanged)
  Q_PROPERTY(bool numbers MEMBER m_numbers NOTIFY numbersChanged)
  Q_PROPERTY(QFont numberFont MEMBER m_numberFont NOTIFY numbersChanged)
  Q_PROPERTY(qreal valueFactor MEMBER m_valueFactor NOTIFY numbersChanged)
  Q_PROPERTY(int decimals MEMBER m_decimals NOTIFY numbersChanged)
  Q_PROPERTY(QColor inkDark MEMBER m_inkDark NOTIFY numbersChanged)
  Q_PROPERTY(QColor inkLight MEMBER m_inkLight NOTIFY numbersChanged)
  Q_PROPERTY(QColor inkOpen MEMBER m_inkOpen NOTIFY numbersChanged)
  Q_PROPERTY(qreal ghostStrength READ ghostStrength WRITE setGhostStrength NOTIFY lookChanged)
  Q_PROPERTY(qreal ghostFront READ ghostFront WRITE setGhostFront NOTIFY lookChanged)
  Q_PROPERTY(QColor emptyFill READ emptyFill WRITE setEmptyFill NOTIFY lookChanged)
  Q_PROPERTY(QColor emptyLine READ emptyLine WRITE setEmptyLine NOTIFY lookChanged)
  Q_PROPERTY(QColor glow READ glow WRITE setGlow NOTIFY lookChanged)
  Q_PROPERTY(QColor glowEdge READ glowEdge WRITE setGlowEdge NOTIFY lookChanged)
  Q_PROPERTY(QColor dot READ dot WRITE setDot NOTIFY lookChanged)
  Q_PROPERTY(QStringList stepStops READ stepStops WRITE setStepStops NOTIFY stepStopsChanged)
  Q_PROPERTY(QStringList heatStops READ heatStops WRITE setHeatStops NOTIFY heatStopsChanged)
  QML_ELEMENT

 public:
  explicit PatchCanvas(QQuickItem* parent = nullptr);

  int columns() const { return m_look.columns; }
  void setColumns(int columns);
  int rows() const { return m_look.rows; }
  void setRows(int rows);
  QImage picture() const { return m_picture; }
  void setPicture(const QImage& picture);
  // How many steps the picture shows; the patches of later ones stay swatches.
  int pictureSteps() const { return m_pictureSteps; }
  void setPictureSteps(int steps);
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
  qreal layerMix() const { return m_look.layerMix; }  // 0..1
  void setLayerMix(qreal mix) { setLook(m_look.layerMix, mix); }
  qreal blend() const { return m_look.blend; }  // 0..1, the layer's colour over the picture
  void setBlend(qreal blend) { setLook(m_look.blend, blend); }
  bool heat() const { return m_look.heat; }
  void setHeat(bool heat) { setLook(m_look.heat, heat); }
  qreal gridStrength() const { return m_look.gridStrength; }  // 0..1
  void setGridStrength(qreal strength) { setLook(m_look.gridStrength, strength); }
  QColor gridLine() const { return m_look.gridLine; }
  void setGridLine(const QColor& color) { setLook(m_look.gridLine, color); }
  QList<qreal> values() const { return m_values; }  // by position; negative is unknown
  void setValues(const QList<qreal>& values);
  qreal largestValue() const { return m_largestValue; }  // at the end of the colour scale
  void setLargestValue(qreal value);
  int outlinedGroup() const { return m_outlinedGroup; }
  void setOutlinedGroup(int group);
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
  QStringList heatStops() const { return m_heatStops; }
  void setHeatStops(const QStringList& stops);

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
  void heatStopsChanged();
  void valuesChanged();
  void outlinedGroupChanged();
  void numbersChanged();
  void patchClicked(int position);

 protected:
  QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData*) override;
  void updatePolish() override;
  void hoverMoveEvent(QHoverEvent* event) override;
  void hoverLeaveEvent(QHoverEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;

 private:
  static constexpr int kAllSteps = 1 << 30;
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
  QImage marksImage() const;
  void uploadStale(CanvasNode& node);
  void writeNumbers(CanvasNode& node);
  const QImage& meanColors();

  CanvasLook m_look;
  QImage m_picture, m_swatches;
  int m_pictureSteps = kAllSteps;
  QImage m_meanColors;        // one texel a patch,
  qint64 m_meanColorsOf = 0;  // of the image with this key
  QStringList m_stepStops, m_heatStops;
  QImage m_stepRamp, m_heatRamp;  // 256x1
  QList<qreal> m_values;
  qreal m_largestValue = 1;
  int m_outlinedGroup = -1;
  bool m_numbers = false;
  QFont m_numberFont;
  qreal m_valueFactor = 1;
  int m_decimals = 1;
  QColor m_inkDark = Qt::black, m_inkLight = Qt::white, m_inkOpen = Qt::gray;
  NumberAtlas m_atlas;
  int m_steps = 0;
  int m_hovered = -1;
  int m_pressed = -1;
  bool m_reducedMotion = false;
  PatchAnimation::Targets m_targets;
  PatchAnimation m_animation;
  FrameClock m_clock;
  std::bitset<7> m_stale = 0b1111111;  // textures to upload, by PatchMaterial::Texture
};
