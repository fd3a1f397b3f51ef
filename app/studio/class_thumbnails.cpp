#include "class_thumbnails.h"

#include <QtCore/QFileInfo>
#include <QtCore/QMutexLocker>
#include <QtCore/QUrl>

namespace lpd::studio {

void ClassThumbnails::setModels(const std::vector<ModelEntry>& models) {
  QMutexLocker lock(&m_mutex);
  m_files.clear();
  m_strips.clear();
  for (const ModelEntry& entry : models) {
    if (!entry.info) continue;
    const QString file = QString::fromStdString(entry.info->thumbnailsFile().string());
    const QString name = QString::fromStdString(entry.info->name);
    if (!m_files.contains(name) && QFileInfo::exists(file)) m_files.insert(name, file);
  }
}

QImage ClassThumbnails::thumbnail(const QString& model, int classIndex) {
  QMutexLocker lock(&m_mutex);
  if (!m_strips.contains(model) && m_files.contains(model)) m_strips.insert(model, QImage(m_files.value(model)));
  const QImage strip = m_strips.value(model);
  if (classIndex < 0 || strip.width() < kSide || (classIndex + 1) * kSide > strip.height()) return {};
  return strip.copy(0, classIndex * kSide, kSide, kSide);
}

QString ClassThumbnails::url(const QString& model, int classIndex) {
  return QStringLiteral("image://classes/%1/%2").arg(QString::fromUtf8(QUrl::toPercentEncoding(model))).arg(classIndex);
}

ClassImageProvider::ClassImageProvider(std::shared_ptr<ClassThumbnails> thumbnails)
    : QQuickImageProvider(QQuickImageProvider::Image), m_thumbnails(std::move(thumbnails)) {}

QImage ClassImageProvider::requestImage(const QString& id, QSize* size, const QSize& requestedSize) {
  const qsizetype slash = id.lastIndexOf(QLatin1Char('/'));
  bool isNumber = false;
  const int classIndex = id.mid(slash + 1).toInt(&isNumber);
  if (slash <= 0 || !isNumber) return {};
  QImage image = m_thumbnails->thumbnail(QUrl::fromPercentEncoding(id.left(slash).toUtf8()), classIndex);
  if (size) *size = image.size();
  if (!image.isNull() && requestedSize.width() > 0 && requestedSize.height() > 0)
    image = image.scaled(requestedSize, Qt::KeepAspectRatio, Qt::SmoothTransformation);
  return image;
}

}  // namespace lpd::studio
