#include "mock_art.h"

#include "mock_order.h"
#include "mock_scenes.h"

#include <QPainter>
#include <QQmlEngine>
#include <QQuickImageProvider>
#include <QUrl>

namespace {

constexpr int kSwatch = 4;

class ClassPictures : public QQuickImageProvider {
 public:
  explicit ClassPictures(int pixels) : QQuickImageProvider(Image), m_pixels(pixels) {}
  QImage requestImage(const QString& id, QSize* size, const QSize& requested) override {
    const int pixels = requested.width() > 0 ? requested.width() : m_pixels;
    if (size) *size = QSize(pixels, pixels);
    return mock::drawScene(id.section(QLatin1Char('/'), -1).toInt(), pixels, 3);
  }

 private:
  int m_pixels;
};

QRect patchRect(const QImage& picture, int columns, int rows, int position) {
  const int w = picture.width() / columns, h = picture.height() / rows;
  return {position % columns * w, position / columns * h, w, h};
}

}  // namespace

QStringList MockArt::names() const {
  return mock::sceneNames();
}

QImage MockArt::picture(int scene, int size, double seed) const {
  return mock::drawScene(scene < 0 ? int(quint64(seed) % 16) : scene, size, unsigned(quint64(seed) % 1000));
}

QImage MockArt::swatches(int scene, double seed, const QList<int>& steps, int columns, int rows, int made) const {
  QImage result = picture(scene, 256, seed)
                      .scaled(columns * kSwatch, rows * kSwatch, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                      .convertToFormat(QImage::Format_RGBA8888_Premultiplied);
  QPainter painter(&result);
  painter.setCompositionMode(QPainter::CompositionMode_Clear);
  for (int i = 0; i < steps.size(); ++i)
    if (steps[i] < 0 || steps[i] >= made)
      painter.fillRect(i % columns * kSwatch, i / columns * kSwatch, kSwatch, kSwatch, Qt::transparent);
  return result;
}

QImage MockArt::swatch(int scene, double seed, int columns, int rows, int position, int variant) const {
  const int other = (position + variant * 37) % (columns * rows);
  const QImage image = picture(scene, 256, seed);
  return image.copy(patchRect(image, columns, rows, other))
      .scaled(kSwatch, kSwatch, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

QList<int> MockArt::groupSizes(int steps, int tokens) const {
  return mock::groupSizes(steps, tokens);
}

QList<int> MockArt::order(const QString& kind, const QList<int>& sizes, int columns, int rows, double seed) const {
  return mock::stepOfPosition(kind, sizes, {columns, rows}, unsigned(quint64(seed)));
}

QString MockArt::save(const QVariant& picture, const QUrl& file) const {
  return picture.value<QImage>().save(file.toLocalFile()) ? QString()
                                                          : tr("%1 cannot be written").arg(file.toLocalFile());
}

void MockArt::installImageProvider(QQmlEngine& engine) {
  engine.addImageProvider(QStringLiteral("classes"), new ClassPictures(64));
  engine.addImageProvider(QStringLiteral("history"), new ClassPictures(256));
}
