#include "exporter.h"

#include "wording.h"

#include <lpd/error.h>
#include <lpd/image_record.h>
#include <lpd/picture_io.h>

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSettings>
#include <QtCore/QStandardPaths>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

namespace lpd::studio {

namespace {

const QString kFolderKey = QStringLiteral("export/folder");

QUrl startFolder(const QSettings& settings) {
  const QString stored = settings.value(kFolderKey).toString();
  if (!stored.isEmpty() && QFileInfo(stored).isDir()) return QUrl::fromLocalFile(stored);
  const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
  return QUrl::fromLocalFile(QFileInfo(pictures).isDir() ? pictures : QDir::homePath());
}

ImageRecord recordOf(const Picture& picture) {
  return makeRecord(picture.run->model, picture.run->request, picture.plan.image, picture.plan.order,
                    picture.plan.groupSizes, picture.tokens);
}

}  // namespace

Exporter::Exporter(QSettings& settings, QObject* parent)
    : QObject(parent), m_settings(settings), m_lastFolder(startFolder(settings)) {
  m_pool.setMaxThreadCount(1);  // pictures are written one after the other
}

Exporter::~Exporter() {
  m_pool.waitForDone();  // a picture that is being written is finished; its report goes nowhere
}

void Exporter::saveImage(const QUrl& url) {
  if (!canSave()) {
    Q_EMIT failed(QStringLiteral("There is no finished picture to save"), QStringLiteral("Generate one first"));
    return;
  }
  if (!url.isLocalFile()) {
    Q_EMIT failed(QStringLiteral("%1 is not a file of this computer").arg(url.toDisplayString()),
                  QStringLiteral("Choose a folder on this computer"));
    return;
  }
  QString path = url.toLocalFile();
  PictureWriteOptions options;
  options.overwrite = !QFileInfo(path).suffix().isEmpty();
  if (!options.overwrite) path += QStringLiteral(".png");
  ++m_pending;
  Q_EMIT savingChanged();
  m_pool.start([this, path, options, picture = m_picture] {
    QString error;
    QString hint;
    try {
      writePicture(path.toStdString(), toImage(picture->image), recordText(recordOf(*picture)), options);
    } catch (const Error& failure) {
      error = capitalised(QString::fromUtf8(failure.what()));
      hint = capitalised(QString::fromStdString(failure.hint()));
    } catch (const std::exception& failure) {
      error = capitalised(QString::fromUtf8(failure.what()));
    }
    QMetaObject::invokeMethod(
        this, [this, path, error, hint] { finishSave(path, error, hint); }, Qt::QueuedConnection);
  });
}

QString Exporter::suggestedName() const {
  if (!m_picture) return QStringLiteral("picture.png");
  QString name = m_picture->title().toLower();
  for (QChar& c : name)
    if (!c.isLetterOrNumber()) c = QLatin1Char('-');
  return QStringLiteral("%1-%2-%3.png").arg(name).arg(m_picture->run->request.seed).arg(m_picture->plan.image);
}

void Exporter::copyImage() {
  if (!canSave()) return;
  QGuiApplication::clipboard()->setImage(m_picture->image);
  Q_EMIT copied();
}

void Exporter::setPicture(std::shared_ptr<const Picture> picture) {
  m_picture = std::move(picture);
  Q_EMIT canSaveChanged();
}

void Exporter::finishSave(const QString& path, const QString& error, const QString& hint) {
  --m_pending;
  Q_EMIT savingChanged();
  if (!error.isEmpty()) {
    Q_EMIT failed(error, hint);
    return;
  }
  const QString folder = QFileInfo(path).absolutePath();
  if (QUrl::fromLocalFile(folder) != m_lastFolder) {
    m_lastFolder = QUrl::fromLocalFile(folder);
    m_settings.setValue(kFolderKey, folder);
    Q_EMIT lastFolderChanged();
  }
  Q_EMIT saved(path);
}

}  // namespace lpd::studio
