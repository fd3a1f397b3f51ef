#pragma once

#include "history_file.h"
#include "history_query.h"

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtSql/QSqlDatabase>

#include <stdexcept>
#include <vector>

namespace lpd::studio {

/// What the index knows of a picture.
struct HistoryRow {
  qint64 id = 0;  ///< never that of another picture, not even in another index
  QString file;   ///< relative to the history's folder
  int classIndex = -1;
  QString className;
  QString model;
  QString modelSha256;
  QString seed;  ///< decimal; a seed has 64 bits without sign
  int imageIndex = 0;
  QString order;  ///< the order's word
  int steps = 0;
  double guidance = 1;
  double temperature = 1;
  qint64 createdMs = 0;
  double seconds = 0;
  bool starred = false;
  QString kind;
};

HistoryRow rowOf(const QString& file, const ImageRecord& record, const HistoryFacts& facts);

/// A picture's place in the answer to a query.
struct HistoryKey {
  qint64 id = 0;
  qint64 createdMs = 0;
  bool starred = false;
};

struct SubjectCount {
  QString className;
  int count = 0;
  QString newestFile;
};

struct HistoryCounts {
  int all = 0;
  int starred = 0;
  int race = 0;
  int fewestSteps = 0;
  int mostSteps = 0;
  QList<SubjectCount> subjects;  ///< most frequent first
  QStringList orders;            ///< words, those that occur
  QStringList models;            ///< names, those that occur
};

/// The index could not be read or written.
class IndexError : public std::runtime_error {
 public:
  IndexError(const QString& text, bool corrupt) : std::runtime_error(text.toStdString()), m_corrupt(corrupt) {}
  bool corrupt() const { return m_corrupt; }  ///< the file is no (whole) database: make it anew

 private:
  bool m_corrupt;
};

/// The SQLite index of the history (WAL, so that readers, the writer and other programs do not wait for each other).
/// One object is one connection: use it on one thread only. Everything throws IndexError.
class HistoryIndex {
 public:
  /// Two names of a place: a file, or "memory:NAME", shared within this process and gone with its last connection.
  explicit HistoryIndex(const QString& place);
  ~HistoryIndex();
  HistoryIndex(const HistoryIndex&) = delete;
  HistoryIndex& operator=(const HistoryIndex&) = delete;

  /// Adds rows in one transaction; one whose file is known already takes the new values. Gives their ids.
  QList<qint64> add(const QList<HistoryRow>& rows);
  int remove(const QStringList& files);  ///< returns how many of them it knew
  void setStarred(const QStringList& files, bool starred);

  QHash<QString, qint64> files();  ///< id by file
  std::vector<HistoryKey> find(const HistoryFilter& filter, const QDate& today);
  QList<HistoryRow> rows(const QList<qint64>& ids);  ///< in no particular order; unknown ids are left out
  HistoryCounts counts();
  /// Changes when another connection, of this or another program, has written.
  qint64 version();
  /// Throws unless the whole file is sound (10 ms for 10,000 pictures).
  void check();

  /// Deletes the index of a folder whose pictures have gone elsewhere, which can always be made anew from those there.
  /// Stays where it lists one that is there, or anybody has it open; says whether it is gone. Never throws.
  static bool removeUnused(const QString& file);

 private:
  class Statement;
  void open(const QString& place);
  template <class Work>
  void inOneGo(Work work);
  void createTable();
  bool leaveWal();

  QString m_connection;
  QSqlDatabase m_database;
};

}  // namespace lpd::studio
