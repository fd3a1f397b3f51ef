#include "history_images.h"

#include "history_folder.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QMutexLocker>
#include <QtCore/QRunnable>
#include <QtCore/QUrl>

#include <atomic>

namespace lpd::studio {

namespace {

const QString kWhole = QStringLiteral("picture/");
const QString kThumbnail = QStringLiteral("thumbnail/");
constexpr int kThreads = 2;

/// Deleted by QML once it has said `finished`; so the work, which may outlive it, is an object of its own.
class Response : public QQuickImageResponse {
 public:
  struct Work {
    std::atomic<bool> cancelled = false;
    QMutex mutex;
    Response* response = nullptr;  // null once QML has deleted it
  };

  Response() : m_work(std::make_shared<Work>()) { m_work->response = this; }
  ~Response() override {
    QMutexLocker lock(&m_work->mutex);
    m_work->response = nullptr;
  }
  std::shared_ptr<Work> work() const { return m_work; }
  void finish(const QImage& image) {
    m_image = image;
    Q_EMIT finished();
  }
  QQuickTextureFactory* textureFactory() const override {
    return QQuickTextureFactory::textureFactoryForImage(m_image);
  }
  QString errorString() const override {
    return m_image.isNull() ? QCoreApplication::translate("HistoryImages", "The picture is not there") : QString();
  }
  void cancel() override { m_work->cancelled = true; }

 private:
  std::shared_ptr<Work> m_work;
  QImage m_image;
};

}  // namespace

QString historyImageUrl(const QString& file, bool whole) {
  return QStringLiteral("image://history/") + (whole ? kWhole : kThumbnail) +
         QString::fromLatin1(QUrl::toPercentEncoding(file));
}

QImage HistoryImages::image(const QString& file, bool whole, const QSize& requestedSize) {
  const QString key =
      QStringLiteral("%1|%2|%3x%4").arg(file).arg(whole).arg(requestedSize.width()).arg(requestedSize.height());
  {
    QMutexLocker lock(&m_mutex);
    if (const QImage* cached = m_cache.object(key)) return *cached;
  }
  QImage image = read(file, whole);
  if (image.isNull()) return {};
  const bool smaller = requestedSize.width() > 0 && requestedSize.width() < image.width();
  if (smaller) image = image.scaled(requestedSize, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
  QMutexLocker lock(&m_mutex);
  m_cache.insert(key, new QImage(image), std::max(1, static_cast<int>(image.sizeInBytes() / 1024)));
  return image;
}

int HistoryImages::cachedKiB() {
  QMutexLocker lock(&m_mutex);
  return static_cast<int>(m_cache.totalCost());
}

void HistoryImages::setFolder(const QString& folder) {
  QMutexLocker lock(&m_mutex);
  m_folder = folder;
}

QImage HistoryImages::read(const QString& file, bool whole) {
  const QString folder = [this] {
    QMutexLocker lock(&m_mutex);
    return m_folder;
  }();
  const QString within = folder + QLatin1Char('/');
  if (whole || !file.startsWith(within)) return QImage(file);
  const QString thumbnail = thumbnailFile(folder, file.mid(within.size()));
  const QImage stored(thumbnail);
  return stored.isNull() ? makeThumbnail(QImage(file), thumbnail) : stored;
}

HistoryImageProvider::HistoryImageProvider(std::shared_ptr<HistoryImages> images) : m_images(std::move(images)) {
  m_pool.setMaxThreadCount(kThreads);
  m_pool.setThreadPriority(QThread::LowPriority);
}

HistoryImageProvider::~HistoryImageProvider() {
  m_pool.clear();
  m_pool.waitForDone();
}

QQuickImageResponse* HistoryImageProvider::requestImageResponse(const QString& id, const QSize& requestedSize) {
  const bool whole = id.startsWith(kWhole);
  const QString file = QUrl::fromPercentEncoding(id.mid(whole ? kWhole.size() : kThumbnail.size()).toUtf8());
  auto* response = new Response;
  m_pool.start([images = m_images, work = response->work(), file, whole, requestedSize] {
    const QImage image = work->cancelled ? QImage() : images->image(file, whole, requestedSize);
    QMutexLocker lock(&work->mutex);
    if (work->response) work->response->finish(image);
  });
  return response;
}

}  // namespace lpd::studio
