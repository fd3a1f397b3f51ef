#include "gallery_details.h"

#include "gallery_model.h"
#include "history_images.h"
#include "model_library.h"
#include "wording.h"

#include <QtCore/QDateTime>

namespace lpd::studio {

GalleryDetails::GalleryDetails(const ModelLibrary& models, QObject* parent) : QObject(parent), m_models(models) {
  connect(&m_models, &ModelLibrary::countChanged, this, &GalleryDetails::changed);
}

QString GalleryDetails::source() const {
  return hasPicture() ? historyImageUrl(m_loaded->file, true) : QString();
}

QString GalleryDetails::title() const {
  return hasPicture() ? subjectTitle(QString::fromStdString(record().className)) : QString();
}

QString GalleryDetails::when() const {
  if (!hasPicture()) return {};
  const HistoryFacts& facts = m_loaded->picture->facts;
  const QDateTime created = QDateTime::fromMSecsSinceEpoch(facts.createdMs);
  const QString text = tr("%1, %2").arg(dayTitle(created.date(), QDate::currentDate()),
                                        created.toString(tr("HH:mm", "a time of day, as QDateTime::toString")));
  return facts.seconds > 0 ? tr("%1 · %2").arg(text, durationText(facts.seconds * 1e3)) : text;
}

QString GalleryDetails::seedText() const {
  return hasPicture() ? groupedInThrees(record().seed) : QString();
}

QString GalleryDetails::indexText() const {
  return hasPicture() && record().index > 0 ? tr("%1 of this seed").arg(record().index + 1) : QString();
}

QString GalleryDetails::orderLabel() const {
  if (!hasPicture()) return {};
  return record().customOrder ? tr("Own order") : studio::orderLabel(record().orderKind);
}

QString GalleryDetails::modelName() const {
  return hasPicture() ? QString::fromStdString(record().modelName) : QString();
}

QString GalleryDetails::modelTitle() const {
  return m_models.titleOf(modelName());
}

QString GalleryDetails::sizeText() const {
  if (!hasPicture()) return {};
  const QSize size = m_loaded->size;
  return size.isValid() ? QStringLiteral("PNG %1 × %2").arg(size.width()).arg(size.height()) : QStringLiteral("PNG");
}

QList<int> GalleryDetails::groupSizes() const {
  if (!hasPicture()) return {};
  return {record().groupSizes.begin(), record().groupSizes.end()};
}

void GalleryDetails::show(std::shared_ptr<const LoadedPicture> loaded) {
  m_loaded = std::move(loaded);
  m_starred = hasPicture() && m_loaded->picture->facts.starred;
  Q_EMIT changed();
}

void GalleryDetails::setStarred(bool starred) {
  if (starred == m_starred) return;
  m_starred = starred;
  Q_EMIT changed();
}

}  // namespace lpd::studio
