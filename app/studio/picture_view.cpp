#include "picture_view.h"

#include "patch_facts.h"

namespace lpd::studio {

PictureView::PictureView(QObject* parent) : QObject(parent), m_swatches(emptySwatchSheet(columns(), rows())) {
  connect(&m_gate, &FrameGate::frame, this, &PictureView::takeNews);
}

void PictureView::setPicture(std::shared_ptr<const Picture> picture) {
  if (picture == m_picture) return;
  m_picture = std::move(picture);
  m_stepOfPosition =
      m_picture ? QList<int>(m_picture->stepOfPosition.begin(), m_picture->stepOfPosition.end()) : QList<int>();
  m_groupSizes =
      m_picture ? QList<int>(m_picture->plan.groupSizes.begin(), m_picture->plan.groupSizes.end()) : QList<int>();
  m_measures = m_picture ? PatchMeasures(*m_picture) : PatchMeasures();
  m_stepMs.clear();
  m_totalMs = 0;
  m_stepsMade = 0;
  m_swatches = emptySwatchSheet(columns(), rows());
  m_paintedWith.reset();
  m_stepsPainted = 0;
  m_image = m_preview = QImage();
  m_previewSteps = 0;
  m_finished = m_cancelled = false;
  setSelectedPosition(-1);
  readProgress();
  Q_EMIT pictureChanged();
  Q_EMIT imageChanged();
  Q_EMIT advanced();
}

void PictureView::setEmptyGrid(const Grid& grid) {
  if (grid == m_emptyGrid) return;
  m_emptyGrid = grid;
  if (m_picture) return;
  m_swatches = emptySwatchSheet(columns(), rows());
  Q_EMIT pictureChanged();
  Q_EMIT advanced();
}

void PictureView::setShownSteps(int steps) {
  if (steps == m_shownSteps) return;
  m_shownSteps = steps;
  Q_EMIT shownStepsChanged();
}

void PictureView::setSelectedPosition(int position) {
  if (position < 0 || position >= columns() * rows()) position = -1;
  if (position == m_selectedPosition) return;
  m_selectedPosition = position;
  Q_EMIT selectedPositionChanged();
}

qreal PictureView::repulsion() const {
  if (!m_picture || m_picture->run->request.plan.kind != OrderKind::Lpd) return 0;
  return m_picture->run->request.plan.repulsion;
}

int PictureView::pixelWidth() const {
  return m_picture ? m_picture->run->model.imageSize : 0;
}

QVariantMap PictureView::locality() const {
  return m_picture ? localityFacts(m_picture->plan) : QVariantMap();
}

QVariant PictureView::cell(int position) const {
  if (!m_picture || position < 0 || position >= m_picture->plan.grid.count()) return QVariant::fromValue(nullptr);
  return patchFacts(*m_picture, position);
}

QVariant PictureView::stepFacts(int step) const {
  if (step < 1 || step > steps()) return QVariant::fromValue(nullptr);
  return studio::stepFacts(*m_picture, step - 1);
}

void PictureView::takeNews() {
  if (!m_picture) return;
  const qint64 imageBefore = m_image.cacheKey();
  readProgress();
  if (m_image.cacheKey() != imageBefore) Q_EMIT imageChanged();
  Q_EMIT advanced();
}

void PictureView::readProgress() {
  if (!m_picture) return;
  for (int step = m_stepsMade; step < m_picture->stepsMade(); ++step) {
    const StepRecord& record = m_picture->steps[static_cast<std::size_t>(step)];
    m_stepMs.append(record.elapsedMs);
    m_totalMs += record.elapsedMs;
    m_measures.add(record);
  }
  m_stepsMade = m_picture->stepsMade();
  m_image = m_picture->image;
  m_preview = m_picture->preview;
  m_previewSteps = m_picture->previewSteps;
  m_finished = m_picture->finished;
  m_cancelled = m_picture->cancelled;
  paintNewGroups();
}

void PictureView::paintNewGroups() {
  if (!m_picture->swatches) {  // its model is not here: the finished picture shows the colours, too
    if (m_finished && !m_image.isNull()) m_swatches = swatchSheetOf(m_image, columns(), rows());
    return;
  }
  if (m_paintedWith != m_picture->swatches) {  // the colours came later than the first steps
    m_paintedWith = m_picture->swatches;
    m_stepsPainted = 0;
  }
  const Grid& grid = m_picture->plan.grid;
  for (; m_stepsPainted < m_stepsMade; ++m_stepsPainted) {
    const StepRecord& record = m_picture->steps[static_cast<std::size_t>(m_stepsPainted)];
    for (std::size_t i = 0; i < record.positions.size(); ++i)
      m_paintedWith->paint(m_swatches, grid.column(record.positions[i]), grid.row(record.positions[i]),
                           record.tokens[i]);
  }
}

}  // namespace lpd::studio
