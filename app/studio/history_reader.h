#pragma once

#include "history_file.h"
#include "history_index.h"

#include <QtCore/QObject>
#include <QtCore/QSize>

#include <memory>
#include <optional>
#include <vector>

namespace lpd::studio {

/// A file that was opened to be shown or recalled.
struct LoadedPicture {
  QString file;
  std::optional<HistoryPicture> picture;  ///< nothing where the file is not one of ours, or broken
  QString problem;                        ///< one sentence; empty where there is a picture
  QString hint;
  QSize size = {};    ///< pixels
  bool gone = false;  ///< there is no such file
};

using HistoryKeys = std::shared_ptr<const std::vector<HistoryKey>>;

/// Answers the gallery's questions, on a thread of its own with a connection of its own. Questions of the view that
/// the index does not answer end in `unanswered`, those of a person in `failed`.
class HistoryReader : public QObject {
  Q_OBJECT

 public:
  HistoryReader() = default;  ///< no parent: it moves to its thread

  void open(const QString& place);
  void close();
  void find(quint64 query, const lpd::studio::HistoryFilter& filter);
  void fetch(quint64 query, int page, const QList<qint64>& ids);
  /// The rows in the order of their ids. Ends in `resolved` always, without rows where it failed.
  void resolve(quint64 ticket, const QList<qint64>& ids);
  void count();
  /// Says `changedElsewhere` where anybody has written since it was asked last.
  void poll();
  void load(quint64 ticket, const QString& file);  ///< without pixels

 Q_SIGNALS:
  void opened();
  void found(quint64 query, const lpd::studio::HistoryKeys& keys);
  void fetched(quint64 query, int page, const QList<lpd::studio::HistoryRow>& rows);
  void resolved(quint64 ticket, const QList<lpd::studio::HistoryRow>& rows);
  void counted(const lpd::studio::HistoryCounts& counts);
  void changedElsewhere();
  void damaged();
  void unanswered();  ///< ask again in a while
  void failed(const QString& text, const QString& hint);
  void loaded(quint64 ticket, const std::shared_ptr<const lpd::studio::LoadedPicture>& picture);

 private:
  template <class Work>
  bool withIndex(Work work);

  std::unique_ptr<HistoryIndex> m_index;
  qint64 m_version = 0;
};

/// Reads a file someone wants to see. Never throws: what is wrong is said in the result.
LoadedPicture loadPicture(const QString& file, bool withPixels);

}  // namespace lpd::studio
