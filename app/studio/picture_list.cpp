#include "picture_list.h"

namespace lpd::studio {

namespace {
constexpr int kThumbnailSide = 128;  // px: sharp at 64 on a screen of twice the density
}

PictureList::PictureList(QObject* parent, qint64 roomBytes) : QAbstractListModel(parent), m_roomBytes(roomBytes) {}

int PictureList::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : count();
}

QVariant PictureList::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Picture& picture = *m_pictures[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
      return picture.title();
    case SeedTextRole:
      return picture.seedText();
    case IndexRole:
      return picture.plan.image;
    case DoneRole:
      return picture.finished;
    case CancelledRole:
      return picture.cancelled;
    case ThumbnailRole:
      if (picture.image.isNull()) return picture.drawSwatches();
      return picture.image.scaled(kThumbnailSide, kThumbnailSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    default:
      return {};
  }
}

QHash<int, QByteArray> PictureList::roleNames() const {
  return {{TitleRole, "title"}, {SeedTextRole, "seedText"},   {IndexRole, "imageIndex"},
          {DoneRole, "done"},   {CancelledRole, "cancelled"}, {ThumbnailRole, "thumbnail"}};
}

void PictureList::setCurrent(int index) {
  if (index < 0 || index >= count() || index == m_current) return;
  m_following = index == count() - 1;
  show(index);
}

std::shared_ptr<const Picture> PictureList::currentPicture() const {
  return m_current < 0 ? nullptr : at(m_current);
}

void PictureList::beginRun(const std::shared_ptr<const Run>& run) {
  if (run->purpose != RunPurpose::Pictures) return;
  m_run = run;
  m_runStart = count();
  m_runBegins = true;
}

void PictureList::addPicture(const ImagePlan& plan) {
  if (!m_run) return;
  auto picture = std::make_shared<Picture>(m_run, plan);
  if (m_run->model.tokenizerSha256 == m_swatchTokenizer.toStdString()) picture->swatches = m_swatches;
  append(std::move(picture));
  const bool first = std::exchange(m_runBegins, false);
  if (m_current < 0 || (m_following && (first || at(m_current)->finished))) show(count() - 1);
  makeRoom();
}

void PictureList::addStep(const StepRecord& record) {
  const int index = indexOfImage(record.image);
  if (index < 0) return;
  m_pictures[static_cast<std::size_t>(index)]->addStep(record);
  Q_EMIT advanced(index);
}

void PictureList::showPreview(int image, int steps, const QImage& preview) {
  const int index = indexOfImage(image);
  if (index < 0 || m_pictures[static_cast<std::size_t>(index)]->finished) return;
  Picture& picture = *m_pictures[static_cast<std::size_t>(index)];
  picture.preview = preview;
  picture.previewSteps = steps;
  Q_EMIT advanced(index);
}

void PictureList::finishPicture(const GeneratedImage& image) {
  const int index = indexOfImage(image.image);
  if (index < 0) return;
  Picture& picture = *m_pictures[static_cast<std::size_t>(index)];
  picture.tokens = image.tokens;
  picture.image = toQImage(image.pixels);
  picture.preview = QImage();
  picture.previewSteps = 0;
  picture.finished = true;
  announce(index);
  Q_EMIT pictureFinished(index);
}

void PictureList::showStored(std::shared_ptr<Picture> picture) {
  for (int i = 0; i < count(); ++i)
    if (!picture->file.isEmpty() && at(i)->file == picture->file) return setCurrent(i);
  if (picture->run->model.tokenizerSha256 == m_swatchTokenizer.toStdString()) picture->swatches = m_swatches;
  append(std::move(picture));
  setCurrent(count() - 1);
  stopFollowing();
  makeRoom();
}

void PictureList::endRun() {
  if (!m_run) return;
  while (count() > m_runStart && m_pictures.back()->steps.empty() && !m_pictures.back()->finished)
    remove(count() - 1);
  for (int i = m_runStart; i < count(); ++i) {
    Picture& picture = *m_pictures[static_cast<std::size_t>(i)];
    if (picture.finished) continue;
    picture.cancelled = true;
    announce(i);
  }
  m_run.reset();
}

void PictureList::setSwatches(const QString& tokenizerSha256, const std::shared_ptr<const SwatchTable>& swatches) {
  m_swatchTokenizer = tokenizerSha256;
  m_swatches = swatches;
  for (int i = 0; i < count(); ++i) {
    Picture& picture = *m_pictures[static_cast<std::size_t>(i)];
    if (picture.swatches || picture.run->model.tokenizerSha256 != tokenizerSha256.toStdString()) continue;
    picture.swatches = swatches;
    announce(i);
  }
}

int PictureList::indexOfImage(int image) const {
  for (int i = m_runStart; m_run && i < count(); ++i)
    if (at(i)->run == m_run && at(i)->plan.image == image) return i;
  return -1;
}

void PictureList::show(int index) {
  m_current = index;
  Q_EMIT currentChanged();
}

void PictureList::append(std::shared_ptr<Picture> picture) {
  beginInsertRows({}, count(), count());
  m_pictures.push_back(std::move(picture));
  endInsertRows();
  Q_EMIT countChanged();
}

void PictureList::remove(int index) {
  const int before = m_current;
  beginRemoveRows({}, index, index);
  m_pictures.erase(m_pictures.begin() + index);
  if (index < m_runStart) --m_runStart;
  if (index < m_current || m_current >= count()) --m_current;
  endRemoveRows();
  Q_EMIT countChanged();
  if (m_current != before) Q_EMIT currentChanged();
}

/// The oldest go that nobody looks at and that no run makes.
void PictureList::makeRoom() {
  if (m_mayLeave && !m_mayLeave()) return;
  qint64 bytes = 0;
  for (const auto& picture : m_pictures)
    bytes += picture->sizeBytes();
  for (int i = 0; bytes > m_roomBytes && i < count();) {
    const qint64 size = at(i)->sizeBytes();
    const bool stays = i == m_current || i == count() - 1 || !(at(i)->finished || at(i)->cancelled);
    if (stays) {
      ++i;
      continue;
    }
    m_olderLeft = true;
    remove(i);
    bytes -= size;
  }
}

void PictureList::announce(int index) {
  const QModelIndex row = this->index(index);
  Q_EMIT dataChanged(row, row, {DoneRole, CancelledRole, ThumbnailRole});
  Q_EMIT advanced(index);
}

}  // namespace lpd::studio
