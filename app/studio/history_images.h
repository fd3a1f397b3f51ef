#pragma once

#include <QtCore/QCache>
#include <QtCore/QMutex>
#include <QtCore/QString>
#include <QtCore/QThreadPool>
#include <QtGui/QImage>
#include <QtQuick/QQuickImageProvider>

#include <memory>

namespace lpd::studio {

/// "image://history/thumbnail/<path>" or "image://history/picture/<path>"; `file` is an absolute path.
QString historyImageUrl(const QString& file, bool whole);

/// Pictures and thumbnails of the history, read by several threads and kept within bounds.
class HistoryImages {
 public:
  static constexpr int kCacheKiB = 48 * 1024;

  explicit HistoryImages(QString folder, int cacheKiB = kCacheKiB) : m_folder(std::move(folder)), m_cache(cacheKiB) {}

  /// Null where the file is not there. A thumbnail that is missing is made.
  QImage image(const QString& file, bool whole, const QSize& requestedSize);
  int cachedKiB();
  void setFolder(const QString& folder);

 private:
  QImage read(const QString& file, bool whole);

  QString m_folder;
  QMutex m_mutex;
  QCache<QString, QImage> m_cache;
};

/// Serves them to QML without keeping its threads waiting; what has been scrolled away is not read.
class HistoryImageProvider : public QQuickAsyncImageProvider {
 public:
  explicit HistoryImageProvider(std::shared_ptr<HistoryImages> images);
  ~HistoryImageProvider() override;
  QQuickImageResponse* requestImageResponse(const QString& id, const QSize& requestedSize) override;

 private:
  std::shared_ptr<HistoryImages> m_images;
  QThreadPool m_pool;
};

}  // namespace lpd::studio
