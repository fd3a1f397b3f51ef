#pragma once

#include <lpd/model_info.h>

#include <QtCore/QHash>
#include <QtCore/QMutex>
#include <QtGui/QImage>
#include <QtQuick/QQuickImageProvider>

#include <memory>
#include <vector>

namespace lpd::studio {

/// Class pictures of the bundles, cut from their strips. Filled on the GUI thread, read by QML's image loader thread.
class ClassThumbnails {
 public:
  static constexpr int kSide = 64;  ///< pixels

  /// Replaces the bundles whose strips are known.
  void setModels(const std::vector<ModelEntry>& models);
  /// The picture of a class; null where there is none.
  QImage thumbnail(const QString& model, int classIndex);
  /// "image://classes/<model>/<index>"
  static QString url(const QString& model, int classIndex);

 private:
  QMutex m_mutex;
  QHash<QString, QString> m_files;  // by model name
  QHash<QString, QImage> m_strips;  // by model name, read on first use
};

/// Serves "image://classes/<model>/<index>".
class ClassImageProvider : public QQuickImageProvider {
 public:
  explicit ClassImageProvider(std::shared_ptr<ClassThumbnails> thumbnails);
  QImage requestImage(const QString& id, QSize* size, const QSize& requestedSize) override;

 private:
  std::shared_ptr<ClassThumbnails> m_thumbnails;
};

}  // namespace lpd::studio
