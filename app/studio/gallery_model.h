#pragma once

#include "history_reader.h"

#include <QtCore/QAbstractListModel>
#include <QtCore/QCache>
#include <QtCore/QSet>
#include <QtCore/QTimer>
#include <QtQml/qqmlregistration.h>

namespace lpd::studio {

/// The pictures of the history that a filter lets through. Only ids and dates are kept for all of them; the rest is
/// fetched in pages as it is asked for, and forgotten again.
class GalleryModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by StudioApp")
  Q_PROPERTY(int count READ count NOTIFY keysChanged)
  Q_PROPERTY(bool ready READ ready NOTIFY keysChanged)

 public:
  enum Role {
    IdRole = Qt::UserRole + 1,
    KnownRole,  ///< its page is here
    FileRole,
    TitleRole,
    StepsRole,
    StarredRole,
    ThumbnailRole,
    SeedTextRole,
    DayRole,  ///< "Today", "Yesterday", "16 November 2026"
  };
  Q_ENUM(Role)
  static constexpr int kPageRows = 64;
  static constexpr int kKeptRows = 48 * kPageRows;

  /// `reader` outlives this object and lives on a thread of its own.
  GalleryModel(HistoryReader& reader, QString folder, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  int count() const { return m_keys ? static_cast<int>(m_keys->size()) : 0; }
  bool ready() const { return m_keys != nullptr; }  ///< the first answer has come
  qint64 idAt(int index) const { return m_keys->at(static_cast<std::size_t>(index)).id; }
  qint64 createdAt(int index) const { return m_keys->at(static_cast<std::size_t>(index)).createdMs; }
  bool starredAt(int index) const { return m_keys->at(static_cast<std::size_t>(index)).starred; }
  HistoryKeys keys() const { return m_keys; }  ///< of all; null before the first answer
  int indexOf(qint64 id) const;                ///< -1 where it is not among them
  /// Null until its page is here; asking for it fetches it.
  const HistoryRow* row(int index) const;
  void setFolder(const QString& folder) { m_folder = folder; }
  /// What is known is of an index that is no longer read: shows nothing until there is an answer from the new one.
  void forget();
  QString absolute(const QString& file) const { return m_folder + QLatin1Char('/') + file; }

  void setFilter(const HistoryFilter& filter);
  /// What the index holds is new. Many of these become one question.
  void refresh();

 Q_SIGNALS:
  void keysAboutToChange();
  void keysChanged();
  void rowsChanged(int first, int last);

 private:
  void ask();
  void takeKeys(quint64 query, const HistoryKeys& keys);
  void takePage(quint64 query, int page, const QList<HistoryRow>& rows);
  void fetch(int page) const;

  HistoryReader& m_reader;
  QString m_folder;
  HistoryFilter m_filter;
  HistoryKeys m_keys;
  quint64 m_asked = 0;                                   // id of the latest question
  quint64 m_answered = 0;                                // id of the one m_keys answers
  mutable QCache<qint64, HistoryRow> m_rows{kKeptRows};  // by id; one that is gone has no id of its own
  mutable QSet<int> m_fetching;                          // pages that are on their way
  mutable QSet<int> m_fetched;                           // pages that answer the same question as m_keys
  QTimer m_soon;
};

/// "Today", "Yesterday" or the date.
QString dayTitle(const QDate& day, const QDate& today);

}  // namespace lpd::studio
