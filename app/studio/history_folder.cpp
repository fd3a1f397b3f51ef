#include "history_folder.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtGui/QImageWriter>

#include <algorithm>

namespace lpd::studio {

namespace {

const QString kThumbnails = QStringLiteral("thumbnails");
const QString kTrash = QStringLiteral("trash");
constexpr int kThumbnailQuality = 90;

}  // namespace

QString thumbnailFolder(const QString& folder) {
  return folder + QLatin1Char('/') + kThumbnails;
}

QString thumbnailFile(const QString& folder, const QString& file) {
  return thumbnailFolder(folder) + QLatin1Char('/') + file + QStringLiteral(".jpg");
}

QImage makeThumbnail(const QImage& image, const QString& storeAs) {
  if (image.isNull()) return {};
  const QImage small =
      image.width() > kThumbnailPixels || image.height() > kThumbnailPixels
          ? image.scaled(kThumbnailPixels, kThumbnailPixels, Qt::KeepAspectRatio, Qt::SmoothTransformation)
          : image;
  // Whether it can be stored matters to nobody: the picture itself is there.
  if (!storeAs.isEmpty() && QDir().mkpath(QFileInfo(storeAs).absolutePath())) {
    QSaveFile file(storeAs);
    if (file.open(QFile::WriteOnly)) {
      QImageWriter writer(&file, "jpg");
      writer.setQuality(kThumbnailQuality);
      if (writer.write(small) && file.flush()) file.commit();
    }
  }
  return small;
}

QString trashFolder(const QString& folder) {
  return folder + QLatin1Char('/') + kTrash;
}

bool belongsToHistory(const QString& name) {
  return !name.startsWith(kThumbnails + QLatin1Char('/')) && !name.startsWith(kTrash + QLatin1Char('/'));
}

std::vector<QString> picturesOfHistory(const QString& folder) {
  std::vector<QString> names;
  const QDir place(folder);
  QDirIterator files(folder, {QStringLiteral("*.png")}, QDir::Files, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    const QString name = place.relativeFilePath(files.next());
    if (belongsToHistory(name)) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

QString freeName(const QString& folder, const QString& name) {
  QString candidate = name;
  for (int i = 2; QFile::exists(folder + QLatin1Char('/') + candidate); ++i)
    candidate = name.chopped(4) + QStringLiteral("-%1.png").arg(i);
  return candidate;
}

bool moveFile(const QString& from, const QString& to) {
  return QDir().mkpath(QFileInfo(to).absolutePath()) && QFile::rename(from, to);
}

void removeEmptyFolders(const QString& folder) {
  const QStringList names = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
  for (const QString& name : names) {
    removeEmptyFolders(folder + QLatin1Char('/') + name);
    QDir(folder).rmdir(name);  // refuses one that is not empty
  }
}

}  // namespace lpd::studio
