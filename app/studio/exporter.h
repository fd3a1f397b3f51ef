#pragma once

#include "picture.h"

#include <QtCore/QObject>
#include <QtCore/QThreadPool>
#include <QtCore/QUrl>
#include <QtQml/qqmlregistration.h>

#include <memory>

class QSettings;

namespace lpd::studio {

/// Saves and copies the picture being looked at. Files are written off the GUI thread, whole or not at all.
class Exporter : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by StudioApp")
  Q_PROPERTY(bool canSave READ canSave NOTIFY canSaveChanged)
  Q_PROPERTY(bool saving READ saving NOTIFY savingChanged)
  Q_PROPERTY(QUrl lastFolder READ lastFolder NOTIFY lastFolderChanged)

 public:
  /// `settings` outlives this object.
  explicit Exporter(QSettings& settings, QObject* parent = nullptr);
  ~Exporter() override;

  bool canSave() const { return m_picture && m_picture->finished; }
  bool saving() const { return m_pending > 0; }
  QUrl lastFolder() const { return m_lastFolder; }  ///< a folder that exists

  /// Format by the ending; none = PNG. An existing file is replaced (the file dialog has asked), except where the
  /// ending was added here.
  Q_INVOKABLE void saveImage(const QUrl& file);
  Q_INVOKABLE QString suggestedName() const;  ///< "mountain-sunset-284119073-0.png"
  Q_INVOKABLE void copyImage();

  void setPicture(std::shared_ptr<const Picture> picture);
  void refresh() { Q_EMIT canSaveChanged(); }

 Q_SIGNALS:
  void canSaveChanged();
  void savingChanged();
  void lastFolderChanged();
  void saved(const QString& path);
  void copied();
  void failed(const QString& text, const QString& hint);

 private:
  void finishSave(const QString& path, const QString& error, const QString& hint);

  QSettings& m_settings;
  QUrl m_lastFolder;
  std::shared_ptr<const Picture> m_picture;
  int m_pending = 0;
  QThreadPool m_pool;
};

}  // namespace lpd::studio
