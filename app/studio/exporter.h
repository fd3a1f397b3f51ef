#pragma once

#include "export_settings.h"
#include "picture.h"

#include <QtCore/QObject>
#include <QtCore/QTemporaryDir>
#include <QtCore/QThreadPool>
#include <QtCore/QUrl>
#include <QtQml/qqmlregistration.h>

#include <atomic>
#include <functional>
#include <memory>
#include <stop_token>

class QSettings;

namespace lpd::studio {

/// Saves, exports and copies the picture being looked at. Files are written off the GUI thread, one after the other,
/// each whole or not at all.
class Exporter : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by StudioApp")
  Q_PROPERTY(bool canSave READ canSave NOTIFY canSaveChanged)
  Q_PROPERTY(bool saving READ saving NOTIFY savingChanged)
  Q_PROPERTY(QUrl lastFolder READ lastFolder WRITE setLastFolder NOTIFY lastFolderChanged)
  Q_PROPERTY(QString lastFolderText READ lastFolderText NOTIFY lastFolderChanged)
  Q_PROPERTY(lpd::studio::ExportSettings* settings READ settings CONSTANT)
  Q_PROPERTY(int stepCount READ stepCount NOTIFY canSaveChanged)
  Q_PROPERTY(int pictureSide READ pictureSide NOTIFY canSaveChanged)
  Q_PROPERTY(int sheetCount READ sheetCount NOTIFY canSaveChanged)

 public:
  /// What exportAs() writes.
  enum class Kind {
    Picture,    ///< png, jpg, webp
    Animation,  ///< gif, mp4, webp
    Sheet,      ///< every finished picture of the session that has this one's size: png, jpg, webp
    Order,      ///< json (as the released tools), csv, svg, png
  };
  Q_ENUM(Kind)

  /// `settings` outlives this object.
  explicit Exporter(QSettings& settings, QObject* parent = nullptr);
  ~Exporter() override;

  bool canSave() const { return m_picture && m_picture->finished; }
  bool saving() const { return m_pending > 0; }
  QUrl lastFolder() const { return m_lastFolder; }  ///< a folder that exists
  QString lastFolderText() const;                   ///< as people know it
  void setLastFolder(const QUrl& folder);
  ExportSettings* settings() { return &m_exportSettings; }
  int stepCount() const { return m_picture ? m_picture->stepCount() : 0; }
  int pictureSide() const { return canSave() ? m_picture->image.width() : 0; }  ///< pixels across
  int sheetCount() const { return static_cast<int>(sheetPictures().size()); }   ///< pictures a sheet would hold

  /// Format by the ending; none = PNG. An existing file is replaced (the file dialog has asked), except where the
  /// ending was added here.
  Q_INVOKABLE void saveImage(const QUrl& file);
  /// Writes the picture being looked at with the settings, into lastFolder, under a name that is free.
  Q_INVOKABLE void exportAs(lpd::studio::Exporter::Kind kind, const QString& ending);
  /// The same for pictures that lie in files: each as a picture, or all that have the first one's size on a sheet.
  Q_INVOKABLE void exportFiles(const QStringList& files, lpd::studio::Exporter::Kind kind, const QString& ending);
  /// Gives up the animation being written and what waits behind it; what is written already stays.
  Q_INVOKABLE void cancel();
  Q_INVOKABLE QString suggestedName() const;  ///< "mountain-sunset-284119073-0.png"
  /// That exportAs would give it now.
  Q_INVOKABLE QString nameFor(lpd::studio::Exporter::Kind kind, const QString& ending) const;
  /// Why this machine writes an ending differently or not at all; empty where all is well.
  Q_INVOKABLE QString formatNote(const QString& ending) const;
  /// A frame of the animation as the settings draw it, not enlarged; null without a finished picture.
  Q_INVOKABLE QImage frame(int steps) const;
  Q_INVOKABLE QImage orderDrawing() const;
  Q_INVOKABLE void copyImage();
  /// The picture as a PNG with its record, to drag out of the window: where it will lie in a moment, long before
  /// anybody can have dropped it. Empty without a finished picture.
  Q_INVOKABLE QUrl dragFile();
  Q_INVOKABLE void openFolder() const;

  /// While somebody is asked where to save or how to export, the picture stays the one that is looked at now.
  Q_INVOKABLE void hold() { m_held = true; }
  Q_INVOKABLE void letGo();
  void setPicture(std::shared_ptr<const Picture> picture);
  /// Where the pictures of a sheet come from.
  void setSession(std::function<std::vector<std::shared_ptr<const Picture>>()> session) {
    m_session = std::move(session);
  }
  void refresh() { Q_EMIT canSaveChanged(); }

 Q_SIGNALS:
  void canSaveChanged();
  void savingChanged();
  void lastFolderChanged();
  void saved(const QString& path);
  void copied();
  void failed(const QString& text, const QString& hint);

 private:
  /// Writes a file; false = stopped. Throws what core throws.
  using Job = std::function<bool(const QString& path, std::stop_token stop)>;
  using Place = std::function<QString()>;  ///< a file's path, asked for just before it is written
  Place freeName(const QString& name, const QString& ending) const;
  QString baseFor(Kind kind) const;  ///< a file name without its ending
  void start(Place place, Job job);
  Job jobFor(Kind kind, const QString& ending) const;
  void finishSave(const QString& path, bool written, const QString& error, const QString& hint);
  std::vector<std::shared_ptr<const Picture>> sheetPictures() const;

  QSettings& m_settings;
  ExportSettings m_exportSettings;
  QUrl m_lastFolder;
  std::shared_ptr<const Picture> m_picture;
  std::shared_ptr<const Picture> m_lookedAt;  ///< another than that while it is held
  bool m_held = false;
  std::function<std::vector<std::shared_ptr<const Picture>>()> m_session;
  std::unique_ptr<QTemporaryDir> m_dragFolder;
  std::shared_ptr<const Picture> m_dragged;  ///< what was written there last
  int m_pending = 0;
  std::stop_source m_stop;
  /// Unlike a stop, which at the program's end lets pictures be finished that wait to be written.
  std::shared_ptr<std::atomic<bool>> m_givenUp = std::make_shared<std::atomic<bool>>(false);
  QThreadPool m_pool;
  QThreadPool m_dragPool;  ///< nobody who drags waits for an animation
};

}  // namespace lpd::studio
