#pragma once

#include <QtCore/QString>
#include <QtGui/QImage>

#include <vector>

namespace lpd::studio {

inline constexpr int kThumbnailPixels = 256;  ///< the longer side

/// Where the thumbnails of a history are kept, and a picture's.
QString thumbnailFolder(const QString& folder);
QString thumbnailFile(const QString& folder, const QString& file);
/// Makes a picture small enough for a thumbnail and stores it; without a place to store it, it is only small.
QImage makeThumbnail(const QImage& image, const QString& storeAs);

/// Where the deleted pictures of a history are kept while they can come back.
QString trashFolder(const QString& folder);
/// Whether a PNG of this name, relative to the history's folder, is one of its pictures.
bool belongsToHistory(const QString& name);
/// The pictures of a history's folder, by their names in it; without thumbnails and what was deleted.
std::vector<QString> picturesOfHistory(const QString& folder);

/// `name`, or the next like it, that no file of the folder has.
QString freeName(const QString& folder, const QString& name);
/// Gives a file another place, its folder made; never replaces a file.
bool moveFile(const QString& from, const QString& to);
/// Removes the folders in `folder` that hold no file.
void removeEmptyFolders(const QString& folder);

}  // namespace lpd::studio
