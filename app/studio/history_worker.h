#pragma once

#include "history_file.h"
#include "history_index.h"
#include "history_trash.h"
#include "star_writer.h"

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace lpd::studio {

class HistoryMove;

/// Writes the history: pictures, thumbnails and the index, on a thread of its own. The folder is the truth: each start
/// compares it with the index, and an index that is damaged is moved aside and made anew from the pictures.
class HistoryWorker : public QObject {
  Q_OBJECT

 public:
  explicit HistoryWorker(QString folder);  ///< no parent: it moves to its thread
  ~HistoryWorker() override;

  /// Opens the index, or one in memory where the folder cannot be written, and begins to read the folder.
  void open();
  void save(quint64 ticket, const lpd::studio::HistoryPicture& picture);
  // What is done to pictures while they move would reach the old ones and not the new: it waits until they have.

  /// `files` are absolute, as they were seen: ids are of one index only, names of one folder.
  void setStarred(const QStringList& files, bool starred);
  /// Deletes; what was deleted before is then gone for good, and these can come back until the next or purge().
  void trash(const QStringList& files);
  void restore();
  void purge();
  /// Takes those that are not there out of the index, and says so once.
  void forgetGone(const QStringList& files);
  /// A reader has found the index damaged.
  void repair();
  /// Makes another folder ready to be the history's, with the pictures of this one if they are to come along; ends in
  /// `movePrepared`, `moveStopped` or `moveFailed`. Then either finishMove() or abandonMove().
  void prepareMove(const QString& folder, bool takePictures, const std::shared_ptr<std::atomic<bool>>& stop);
  void finishMove();
  void abandonMove();
  /// Removes what the history had beside its pictures in the folder they came from, unless a program still uses it.
  void leaveOldFolder();

 Q_SIGNALS:
  void opened(const QString& place);  ///< for HistoryIndex; also when it changes
  void saved(quint64 ticket, const QString& file);
  void saveFailed(quint64 ticket, const QString& text, const QString& hint);
  void changed();
  void trashed(int count);
  void rebuilt(int pictures);  ///< a damaged index has been made anew
  void failed(const QString& text, const QString& hint);
  void moveProgressed(int done, int all);
  void movePrepared(const QString& folder);
  void moveStopped();
  void moveFailed(const QString& text, const QString& hint);
  void moved(const QString& folder, int pictures, int leftBehind);

 private:
  void openIndex();
  void moveIndexAside();
  void beginScan();
  void scanSome();
  void read(const QStringList& names);
  void store(const QString& name, const HistoryPicture& picture);
  void trashNow(const QStringList& names);
  QStringList stillThere(const QStringList& names);
  void whenStill(std::function<void()> work);
  void endMove();
  QString path(const QString& name) const;
  QStringList pathsOf(const QStringList& names) const;
  QStringList namesOf(const QStringList& files) const;
  template <class Work>
  bool withIndex(Work work);

  QString m_folder;
  std::unique_ptr<HistoryIndex> m_index;
  bool m_lasting = false;  // the index is in the folder
  QStringList m_toRead;    // pictures the index does not know
  int m_read = 0;
  bool m_wasDamaged = false;
  bool m_behind = false;  // pictures were saved that the index could not take
  StarWriter m_stars{this};
  HistoryTrash m_trash;
  std::unique_ptr<HistoryMove> m_move;
  bool m_takesPictures = false;
  std::vector<std::function<void()>> m_afterMove;
  QString m_cameFrom;                 // the folder before, where its pictures came along
  QHash<QString, QString> m_renamed;  // of these, new names by old ones
  QString m_toLeave;                  // the same folder, as long as it has an index
};

}  // namespace lpd::studio
