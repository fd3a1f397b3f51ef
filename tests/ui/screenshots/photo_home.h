#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QString>
#include <QtCore/QTemporaryDir>

/// A home folder of its own for the pictures of the guide, with the shipped model and a history of a few days in it, so
/// that every picture shows the same, and nobody's own folders.
class PhotoHome {
 public:
  /// Before the application object is made: the environment decides where its fonts, settings and models are.
  PhotoHome();

  QString models() const;
  /// The history as it was made, and no settings, for the next window: each adds to them.
  void beginAnew() const;
  /// Makes the pictures of the history with the real model.
  void makeHistory();

 private:
  QString path(const QString& name) const { return m_folder.filePath(name); }

  QTemporaryDir m_folder;
};
