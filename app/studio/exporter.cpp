#include "exporter.h"

#include "file_name.h"
#include "order_table.h"
#include "problem_text.h"
#include "wording.h"

#include <lpd/error.h>
#include <lpd/files.h>
#include <lpd/image_record.h>
#include <lpd/picture_io.h>

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSettings>
#include <QtCore/QStandardPaths>
#include <QtGui/QClipboard>
#include <QtGui/QDesktopServices>
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

PictureText textOf(const Picture& picture) {
  return recordText(recordOf(picture));
}

QImage enlarged(const QImage& image, int scale) {
  return scale == 1 ? image : image.scaled(image.size() * scale, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

void writeCopy(const QString& source, const QString& file, int scale, bool withRecord,
               const PictureWriteOptions& options) {
  const std::filesystem::path from = source.toStdString();
  const auto record = withRecord ? readRecord(from) : std::nullopt;
  writePicture(file.toStdString(), toImage(enlarged(toQImage(readPicture(from)), scale)),
               record ? recordText(*record) : PictureText(), options);
}

std::vector<Image> ofOneSize(const QStringList& files) {
  std::vector<Image> pictures;
  for (const QString& file : files) {
    Image picture = readPicture(file.toStdString());
    if (pictures.empty() || (picture.width == pictures[0].width && picture.height == pictures[0].height))
      pictures.push_back(std::move(picture));
  }
  return pictures;
}

// The order as a file of its own; which one, its ending says.
void writeOrder(const std::filesystem::path& file, const ImagePlan& plan, const QString& ending) {
  if (ending == QLatin1String("json"))
    writeOrders(file, {plan.order});
  else if (ending == QLatin1String("csv"))
    writeFile(file, orderTable(plan));
  else if (ending == QLatin1String("svg"))
    writeFile(file, orderToSvg(plan.grid, plan.order, plan.groupSizes));
  else
    writePicture(file, drawOrder(plan.grid, plan.order, plan.groupSizes, 1024));
}

}  // namespace

Exporter::Exporter(QSettings& settings, QObject* parent)
    : QObject(parent), m_settings(settings), m_exportSettings(settings), m_lastFolder(startFolder(settings)) {
  m_pool.setMaxThreadCount(1);  // files are written one after the other
  m_dragPool.setMaxThreadCount(1);
}

Exporter::~Exporter() {
  m_stop.request_stop();  // of animations; a picture that is being written is finished, and its report goes nowhere
  m_pool.waitForDone();
  m_dragPool.waitForDone();
}

QString Exporter::lastFolderText() const {
  return folderText(m_lastFolder.toLocalFile());
}

void Exporter::setLastFolder(const QUrl& folder) {
  if (folder == m_lastFolder || !QFileInfo(folder.toLocalFile()).isDir()) return;
  m_lastFolder = folder;
  m_settings.setValue(kFolderKey, folder.toLocalFile());
  Q_EMIT lastFolderChanged();
}

void Exporter::saveImage(const QUrl& url) {
  if (!canSave()) {
    Q_EMIT failed(tr("There is no finished picture to save"), tr("Generate one first"));
    return;
  }
  if (!url.isLocalFile()) {
    Q_EMIT failed(tr("%1 is not a file of this computer").arg(url.toDisplayString()),
                  tr("Choose a folder on this computer"));
    return;
  }
  QString path = url.toLocalFile();
  PictureWriteOptions options;
  options.overwrite = !QFileInfo(path).suffix().isEmpty();
  if (!options.overwrite) path += QStringLiteral(".png");
  setLastFolder(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
  start([path] { return path; },
        [options, picture = m_picture](const QString& file, const std::stop_token&) {
          writePicture(file.toStdString(), toImage(picture->image), textOf(*picture), options);
          return true;
        });
}

void Exporter::exportAs(Kind kind, const QString& ending) {
  if (!canSave()) {
    Q_EMIT failed(tr("There is no finished picture to export"), tr("Generate one first"));
    return;
  }
  start(freeName(baseFor(kind), ending), jobFor(kind, ending));
}

void Exporter::exportFiles(const QStringList& files, Kind kind, const QString& ending) {
  PictureWriteOptions options;
  options.quality = m_exportSettings.quality();
  if (kind == Kind::Sheet && !files.isEmpty()) {
    const QString name = QStringLiteral("sheet-") + QDate::currentDate().toString(Qt::ISODate);
    start(freeName(name, ending), [files, options](const QString& path, const std::stop_token&) {
      writePicture(path.toStdString(), makeSheet(ofOneSize(files)), {}, options);
      return true;
    });
    return;
  }
  for (const QString& file : files)
    start(freeName(QFileInfo(file).completeBaseName(), ending),
          [file, options, scale = m_exportSettings.pictureScale(), withRecord = m_exportSettings.record()](
              const QString& path, const std::stop_token&) {
            writeCopy(file, path, scale, withRecord, options);
            return true;
          });
}

Exporter::Job Exporter::jobFor(Kind kind, const QString& ending) const {
  PictureWriteOptions written;
  written.quality = m_exportSettings.quality();
  switch (kind) {
    case Kind::Picture:
      return [picture = m_picture, written, scale = m_exportSettings.pictureScale(),
              withRecord = m_exportSettings.record()](const QString& file, const std::stop_token&) {
        writePicture(file.toStdString(), toImage(enlarged(picture->image, scale)),
                     withRecord ? textOf(*picture) : PictureText(), written);
        return true;
      };
    case Kind::Animation:
      return [picture = m_picture, options = m_exportSettings.animation()](const QString& file,
                                                                           const std::stop_token& stop) {
        return writeAnimation(file.toStdString(), toImage(picture->image), picture->plan.grid, picture->plan.order,
                              picture->plan.groupSizes, options, stop);
      };
    case Kind::Sheet:
      return [pictures = sheetPictures(), written](const QString& file, const std::stop_token&) {
        std::vector<Image> images;
        for (const auto& picture : pictures)
          images.push_back(toImage(picture->image));
        writePicture(file.toStdString(), makeSheet(images), {}, written);
        return true;
      };
    case Kind::Order:
      break;
  }
  return [picture = m_picture, ending](const QString& file, const std::stop_token&) {
    writeOrder(file.toStdString(), picture->plan, ending);
    return true;
  };
}

void Exporter::cancel() {
  m_stop.request_stop();
  m_stop = {};
  *m_givenUp = true;
  m_givenUp = std::make_shared<std::atomic<bool>>(false);
}

/// The name is looked for when the file is written: those before it in the queue have taken theirs by then.
Exporter::Place Exporter::freeName(const QString& name, const QString& ending) const {
  return [folder = m_lastFolder.toLocalFile(), name, ending] { return freePath(folder, name, ending); };
}

void Exporter::start(Place place, Job job) {
  if (m_pending++ == 0) Q_EMIT savingChanged();
  m_pool.start([this, place = std::move(place), job = std::move(job), stop = m_stop.get_token(), givenUp = m_givenUp] {
    const QString path = place();
    QString error, hint;
    bool written = false;
    try {
      written = !*givenUp && job(path, stop);
    } catch (const std::exception& failure) {
      const ProblemText problem = problemText(failure);
      error = problem.text;
      hint = problem.hint;
    }
    QMetaObject::invokeMethod(
        this, [this, path, written, error, hint] { finishSave(path, written, error, hint); }, Qt::QueuedConnection);
  });
}

QString Exporter::suggestedName() const {
  return baseFor(Kind::Picture) + QStringLiteral(".png");
}

QString Exporter::nameFor(Kind kind, const QString& ending) const {
  return QFileInfo(freePath(m_lastFolder.toLocalFile(), baseFor(kind), ending)).fileName();
}

QString Exporter::baseFor(Kind kind) const {
  if (!m_picture) return QStringLiteral("picture");
  QString name = fileNameFor(m_exportSettings.namePattern(), *m_picture, QDateTime::currentDateTime());
  if (kind == Kind::Sheet) name += QStringLiteral("-sheet");
  if (kind == Kind::Order) name += QStringLiteral("-order");
  return name;
}

QString Exporter::formatNote(const QString& ending) const {
  if (ending != QLatin1String("mp4")) return {};
  const std::string codec = animationCodec("animation.mp4");
  if (codec.empty()) return tr("FFmpeg has no MP4 encoder here; choose GIF or WebP");
  return codec == "MPEG-4" ? tr("FFmpeg has no H.264 encoder here: the file is MPEG-4, larger than it could be")
                           : QString();
}

QImage Exporter::frame(int steps) const {
  if (!canSave()) return {};
  StepLook look = m_exportSettings.animation().look;
  look.scale = 1;
  look.glow = look.glow && steps < stepCount();
  const ImagePlan& plan = m_picture->plan;
  return toQImage(drawStep(toImage(m_picture->image), plan.grid, plan.order, plan.groupSizes,
                           std::clamp(steps, 0, stepCount()), look));
}

QImage Exporter::orderDrawing() const {
  if (!m_picture) return {};
  return toQImage(drawOrder(m_picture->plan.grid, m_picture->plan.order, m_picture->plan.groupSizes, 512));
}

void Exporter::copyImage() {
  if (!canSave()) return;
  QGuiApplication::clipboard()->setImage(m_picture->image);
  Q_EMIT copied();
}

QUrl Exporter::dragFile() {
  if (!canSave()) return {};
  if (!m_dragFolder) m_dragFolder = std::make_unique<QTemporaryDir>();
  const QString path = m_dragFolder->filePath(suggestedName());
  const QUrl url = QUrl::fromLocalFile(path);
  if (m_picture == m_dragged && QFileInfo::exists(path)) return url;
  m_dragged = m_picture;
  m_dragPool.start([this, path, picture = m_picture] {
    try {
      PictureWriteOptions options;
      options.overwrite = true;
      writePicture(path.toStdString(), toImage(picture->image), textOf(*picture), options);
    } catch (const std::exception& failure) {
      const ProblemText problem = problemText(failure);
      QMetaObject::invokeMethod(
          this, [this, problem] { Q_EMIT failed(problem.text, problem.hint); }, Qt::QueuedConnection);
    }
  });
  return url;
}

void Exporter::openFolder() const {
  QDesktopServices::openUrl(m_lastFolder);
}

void Exporter::setPicture(std::shared_ptr<const Picture> picture) {
  m_lookedAt = std::move(picture);
  if (m_held) return;
  m_picture = m_lookedAt;
  Q_EMIT canSaveChanged();
}

void Exporter::letGo() {
  if (std::exchange(m_held, false)) setPicture(m_lookedAt);
}

std::vector<std::shared_ptr<const Picture>> Exporter::sheetPictures() const {
  std::vector<std::shared_ptr<const Picture>> pictures;
  if (!canSave()) return pictures;
  if (m_session) pictures = m_session();
  std::erase_if(pictures, [this](const auto& picture) {
    return !picture->finished || picture->image.size() != m_picture->image.size();
  });
  if (pictures.empty()) pictures.push_back(m_picture);
  return pictures;
}

void Exporter::finishSave(const QString& path, bool written, const QString& error, const QString& hint) {
  if (!error.isEmpty())
    Q_EMIT failed(error, hint);
  else if (written)
    Q_EMIT saved(path);
  // Last: who counts what was saved has counted all of it then.
  if (--m_pending == 0) Q_EMIT savingChanged();
}

}  // namespace lpd::studio
