#include "patch_canvas.h"

#include "canvas_node.h"
#include "canvas_numbers.h"

#include <QQuickWindow>

#include <algorithm>
#include <cmath>

namespace {

uchar byteOf(qreal share) {
  return uchar(std::lround(255.0 * std::clamp(share, 0.0, 1.0)));
}

}  // namespace

PatchCanvas::PatchCanvas(QQuickItem* parent)
    : QQuickItem(parent), m_clock([this](int ms) {
        if (!m_animation.advance(ms)) m_clock.stop();
        m_stale.set(PatchMaterial::State);
        update();
      }) {
  setFlag(ItemHasContents);
  setAcceptHoverEvents(true);
  setAcceptedMouseButtons(Qt::LeftButton);
  m_animation.resize(1);
  connect(this, &PatchCanvas::numbersChanged, this, &PatchCanvas::update);
  connect(this, &PatchCanvas::smoothChanged, this, [this] {
    m_stale.set(PatchMaterial::Picture);
    update();
  });
}

void PatchCanvas::setColumns(int columns) {
  setGrid(columns, m_look.rows);
}
void PatchCanvas::setRows(int rows) {
  setGrid(m_look.columns, rows);
}

void PatchCanvas::setGrid(int columns, int rows) {
  columns = std::clamp(columns, 1, 64), rows = std::clamp(rows, 1, 64);
  if (columns == m_look.columns && rows == m_look.rows) return;
  m_look.columns = columns;
  m_look.rows = rows;
  m_animation.resize(columns * rows);
  retarget();
  setHovered(-1);
  Q_EMIT gridChanged();
}

void PatchCanvas::setPicture(const QImage& picture) {
  m_picture = picture;
  m_stale.set(PatchMaterial::Picture);
  update();
  Q_EMIT pictureChanged();
}

void PatchCanvas::setPictureSteps(int steps) {
  if (steps == m_pictureSteps) return;
  m_pictureSteps = steps;
  m_stale.set(PatchMaterial::Marks);
  update();
  Q_EMIT pictureChanged();
}

void PatchCanvas::setSwatches(const QImage& swatches) {
  m_swatches = swatches;
  m_stale.set(PatchMaterial::Swatches);
  update();
  Q_EMIT swatchesChanged();
}

void PatchCanvas::setStepOfPosition(const QList<int>& steps) {
  if (steps == m_targets.stepOfPosition) return;
  m_targets.stepOfPosition = steps;
  retarget();
  Q_EMIT orderChanged();
}

void PatchCanvas::setSteps(int steps) {
  if (steps == m_steps) return;
  m_steps = steps;
  retarget();
  Q_EMIT orderChanged();
}

void PatchCanvas::setShownSteps(int shown) {
  if (shown == m_targets.shown) return;
  m_targets.shown = shown;
  retarget();
  Q_EMIT shownStepsChanged();
}

void PatchCanvas::setCurrentGroup(int group) {
  if (group == m_targets.current) return;
  m_targets.current = group;
  retarget();
  Q_EMIT currentGroupChanged();
}

void PatchCanvas::setNextGroup(int group) {
  if (group == m_targets.next) return;
  m_targets.next = group;
  retarget();
  Q_EMIT nextGroupChanged();
}

void PatchCanvas::setValues(const QList<qreal>& values) {
  if (values == m_values) return;
  m_values = values;
  m_stale.set(PatchMaterial::Marks);
  update();
  Q_EMIT valuesChanged();
}

void PatchCanvas::setLargestValue(qreal value) {
  if (value == m_largestValue || !(value > 0)) return;
  m_largestValue = value;
  m_stale.set(PatchMaterial::Marks);
  update();
  Q_EMIT valuesChanged();
}

void PatchCanvas::setOutlinedGroup(int group) {
  if (group == m_outlinedGroup) return;
  m_outlinedGroup = group;
  m_stale.set(PatchMaterial::Marks);
  update();
  Q_EMIT outlinedGroupChanged();
}

void PatchCanvas::setHeatStops(const QStringList& stops) {
  if (stops == m_heatStops) return;
  m_heatStops = stops;
  m_heatRamp = colorRamp(stops);
  m_stale.set(PatchMaterial::HeatColors);
  update();
  Q_EMIT heatStopsChanged();
}

void PatchCanvas::setStepStops(const QStringList& stops) {
  if (stops == m_stepStops) return;
  m_stepStops = stops;
  m_stepRamp = colorRamp(stops);
  m_stale.set(PatchMaterial::StepColors);
  update();
  Q_EMIT stepStopsChanged();
}

void PatchCanvas::retarget() {
  m_stale.set(PatchMaterial::Steps);
  m_stale.set(PatchMaterial::Marks);
  polish();
  update();
}

void PatchCanvas::jump() {
  m_animation.jump();
  retarget();
}

void PatchCanvas::updatePolish() {
  m_animation.setTargets(m_targets);
  m_stale.set(PatchMaterial::State);
  if (m_reducedMotion) {
    m_animation.finish();
    m_clock.stop();
  } else if (m_animation.advance(0)) {
    m_clock.begin();
  }
}

int PatchCanvas::positionAt(qreal x, qreal y) const {
  if (x < 0 || y < 0 || x >= width() || y >= height()) return -1;
  const int column = int(x * m_look.columns / width());
  const int row = int(y * m_look.rows / height());
  return row * m_look.columns + column;
}

QRectF PatchCanvas::cellRect(int position) const {
  const qreal cellWidth = width() / m_look.columns, cellHeight = height() / m_look.rows;
  return {(position % m_look.columns) * cellWidth, (position / m_look.columns) * cellHeight, cellWidth, cellHeight};
}

void PatchCanvas::setHovered(int position) {
  if (position == m_hovered) return;
  m_hovered = position;
  Q_EMIT hoveredPositionChanged();
}

void PatchCanvas::hoverMoveEvent(QHoverEvent* event) {
  setHovered(positionAt(event->position().x(), event->position().y()));
}
void PatchCanvas::hoverLeaveEvent(QHoverEvent*) {
  setHovered(-1);
}

void PatchCanvas::mousePressEvent(QMouseEvent* event) {
  m_pressed = positionAt(event->position().x(), event->position().y());
}

void PatchCanvas::mouseReleaseEvent(QMouseEvent* event) {
  const int released = positionAt(event->position().x(), event->position().y());
  if (released >= 0 && released == m_pressed) Q_EMIT patchClicked(released);
  m_pressed = -1;
}

QImage PatchCanvas::orderImage() const {
  QImage image(m_look.columns, m_look.rows, QImage::Format_RGBX8888);
  image.fill(Qt::black);
  const int last = std::max(1, m_steps - 1);
  const auto count = std::min<qsizetype>(m_targets.stepOfPosition.size(), m_look.columns * m_look.rows);
  for (qsizetype i = 0; i < count; ++i) {
    const int step = m_targets.stepOfPosition[i];
    if (step < 0) continue;
    uchar* texel = image.scanLine(int(i) / m_look.columns) + (i % m_look.columns) * 4;
    texel[0] = uchar(std::lround(255.0 * std::min(step, last) / last));
    texel[1] = 255;
  }
  return image;
}

QImage PatchCanvas::marksImage() const {
  QImage image(m_look.columns, m_look.rows, QImage::Format_RGBX8888);
  image.fill(Qt::black);
  for (int i = 0; i < m_look.columns * m_look.rows; ++i) {
    uchar* texel = image.scanLine(i / m_look.columns) + (i % m_look.columns) * 4;
    const qreal value = i < m_values.size() ? m_values[i] : -1;
    texel[0] = byteOf(value / m_largestValue);
    texel[1] = value >= 0 ? 255 : 0;
    const int step = i < m_targets.stepOfPosition.size() ? m_targets.stepOfPosition[i] : -1;
    texel[2] = uchar((step >= 0 && step == m_outlinedGroup ? 170 : 0) + (step < m_pictureSteps ? 85 : 0));
  }
  return image;
}

const QImage& PatchCanvas::meanColors() {
  const QImage& source = m_look.pictureMix >= 0.5 && !m_picture.isNull() ? m_picture : m_swatches;
  const QSize size(m_look.columns, m_look.rows);
  if (source.cacheKey() != m_meanColorsOf || m_meanColors.size() != size) {
    m_meanColorsOf = source.cacheKey();
    m_meanColors = source.isNull() ? QImage() : source.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
  }
  return m_meanColors;
}

void PatchCanvas::uploadStale(CanvasNode& node) {
  const auto refresh = [&](PatchMaterial::Texture texture, bool smooth, auto image) {
    if (m_stale.test(texture)) node.patches->setImage(window(), texture, image(), smooth);
  };
  refresh(PatchMaterial::Picture, smooth(), [&] { return m_picture; });
  refresh(PatchMaterial::Swatches, true, [&] { return m_swatches; });
  refresh(PatchMaterial::State, false, [&] { return m_animation.image(m_look.columns, m_look.rows); });
  refresh(PatchMaterial::Steps, false, [&] { return orderImage(); });
  refresh(PatchMaterial::StepColors, true, [&] { return m_stepRamp; });
  refresh(PatchMaterial::Marks, false, [&] { return marksImage(); });
  refresh(PatchMaterial::HeatColors, true, [&] { return m_heatRamp; });
  m_stale.reset();
}

void PatchCanvas::writeNumbers(CanvasNode& node) {
  const bool any = m_numbers && (m_look.layerMix > 0 || m_look.ghostStrength > 0);
  const NumberScene scene{.look = m_look,
                          .animation = m_animation,
                          .steps = m_targets.stepOfPosition,
                          .values = m_values,
                          .stepCount = m_steps,
                          .largestValue = m_largestValue,
                          .valueFactor = m_valueFactor,
                          .decimals = m_decimals,
                          .stepRamp = m_stepRamp,
                          .heatRamp = m_heatRamp,
                          .patches = any ? meanColors() : m_meanColors,
                          .inkDark = m_inkDark,
                          .inkLight = m_inkLight,
                          .inkOpen = m_inkOpen};
  const qreal size = any ? numberSize(scene) : 0;
  if (size <= 0) return node.hideNumbers();
  if (!m_atlas.isFor(m_numberFont, size, m_look.devicePixelRatio) || !node.hasNumbers()) {
    if (!m_atlas.isFor(m_numberFont, size, m_look.devicePixelRatio))
      m_atlas = NumberAtlas(m_numberFont, size, m_look.devicePixelRatio);
    node.showNumbers(window(), m_atlas);
  }
  node.numbers()->setNumbers(canvasNumbers(scene), m_atlas, m_look.devicePixelRatio);
}

QSGNode* PatchCanvas::updatePaintNode(QSGNode* old, UpdatePaintNodeData*) {
  auto* node = static_cast<CanvasNode*>(old);
  if (width() <= 0 || height() <= 0) {
    delete node;
    return nullptr;
  }
  if (!node) {
    node = new CanvasNode;
    m_stale.set();
  }
  uploadStale(*node);
  m_look.gridSize = size();
  m_look.devicePixelRatio = window()->effectiveDevicePixelRatio();
  node->patches->setLook(m_look);
  writeNumbers(*node);
  return node;
}
