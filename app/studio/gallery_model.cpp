#include "gallery_model.h"

#include "history_images.h"
#include "wording.h"

#include <QtCore/QDateTime>
#include <QtCore/QHash>
#include <QtCore/QLocale>

#include <algorithm>
#include <utility>

namespace lpd::studio {

namespace {
constexpr int kRefreshMs = 60;
}

QString dayTitle(const QDate& day, const QDate& today) {
  if (day == today) return GalleryModel::tr("Today");
  if (day == today.addDays(-1)) return GalleryModel::tr("Yesterday");
  return QLocale().toString(day, day.year() == today.year()
                                     ? GalleryModel::tr("d MMMM", "a day of this year, as QDate::toString")
                                     : GalleryModel::tr("d MMMM yyyy", "a day of another year"));
}

GalleryModel::GalleryModel(HistoryReader& reader, QString folder, QObject* parent)
    : QAbstractListModel(parent), m_reader(reader), m_folder(std::move(folder)) {
  m_soon.setSingleShot(true);
  m_soon.setInterval(kRefreshMs);
  connect(&m_soon, &QTimer::timeout, this, &GalleryModel::ask);
  connect(&m_reader, &HistoryReader::found, this, &GalleryModel::takeKeys, Qt::QueuedConnection);
  connect(&m_reader, &HistoryReader::fetched, this, &GalleryModel::takePage, Qt::QueuedConnection);
}

int GalleryModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : count();
}

QVariant GalleryModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  if (role == IdRole) return idAt(index.row());
  if (role == DayRole)
    return dayTitle(QDateTime::fromMSecsSinceEpoch(createdAt(index.row())).date(), QDate::currentDate());
  const HistoryRow* row = this->row(index.row());
  if (role == KnownRole) return row != nullptr;
  if (!row) return {};
  switch (role) {
    case FileRole:
      return absolute(row->file);
    case Qt::DisplayRole:
    case TitleRole:
      return subjectTitle(row->className);
    case StepsRole:
      return row->steps;
    case StarredRole:
      return row->starred;
    case ThumbnailRole:
      return historyImageUrl(absolute(row->file), false);
    case SeedTextRole:
      return groupedInThrees(row->seed.toULongLong());
    default:
      return {};
  }
}

QHash<int, QByteArray> GalleryModel::roleNames() const {
  return {{IdRole, "id"},       {KnownRole, "known"},         {FileRole, "file"},
          {TitleRole, "title"}, {StepsRole, "steps"},         {StarredRole, "starred"},
          {DayRole, "day"},     {ThumbnailRole, "thumbnail"}, {SeedTextRole, "seedText"}};
}

int GalleryModel::indexOf(qint64 id) const {
  if (!m_keys) return -1;
  const auto found = std::find_if(m_keys->begin(), m_keys->end(), [id](const HistoryKey& key) { return key.id == id; });
  return found == m_keys->end() ? -1 : static_cast<int>(found - m_keys->begin());
}

/// Rows of an earlier answer are shown until the new ones are here: nothing flickers because a picture was saved.
const HistoryRow* GalleryModel::row(int index) const {
  const HistoryRow* row = m_rows.object(idAt(index));
  const int page = index / kPageRows;
  if (!row || !m_fetched.contains(page)) fetch(page);
  return row && row->id != 0 ? row : nullptr;
}

void GalleryModel::setFilter(const HistoryFilter& filter) {
  if (filter == m_filter) return;
  m_filter = filter;
  m_soon.stop();
  ask();
}

void GalleryModel::refresh() {
  if (!m_soon.isActive()) m_soon.start();
}

void GalleryModel::ask() {
  const quint64 query = ++m_asked;
  QMetaObject::invokeMethod(
      &m_reader, [reader = &m_reader, query, filter = m_filter] { reader->find(query, filter); }, Qt::QueuedConnection);
}

void GalleryModel::takeKeys(quint64 query, const HistoryKeys& keys) {
  if (query != m_asked) return;  // another question has been asked since
  Q_EMIT keysAboutToChange();
  beginResetModel();
  m_keys = keys;
  m_answered = query;
  m_fetching.clear();
  m_fetched.clear();
  endResetModel();
  Q_EMIT keysChanged();
}

void GalleryModel::forget() {
  m_rows.clear();
  takeKeys(++m_asked, nullptr);
}

void GalleryModel::fetch(int page) const {
  if (m_fetching.contains(page)) return;
  m_fetching.insert(page);
  QList<qint64> ids;
  for (int i = page * kPageRows; i < std::min(count(), (page + 1) * kPageRows); ++i)
    ids << idAt(i);
  QMetaObject::invokeMethod(
      &m_reader, [reader = &m_reader, query = m_answered, page, ids] { reader->fetch(query, page, ids); },
      Qt::QueuedConnection);
}

void GalleryModel::takePage(quint64 query, int page, const QList<HistoryRow>& rows) {
  if (query != m_answered) return;
  m_fetching.remove(page);
  m_fetched.insert(page);
  QHash<qint64, const HistoryRow*> byId;
  for (const HistoryRow& row : rows)
    byId.insert(row.id, &row);
  const int first = page * kPageRows;
  const int last = std::min(count(), first + kPageRows) - 1;
  for (int i = first; i <= last; ++i) {
    const HistoryRow* row = byId.value(idAt(i));
    m_rows.insert(idAt(i), row ? new HistoryRow(*row) : new HistoryRow);
  }
  Q_EMIT dataChanged(index(first), index(last));
  Q_EMIT rowsChanged(first, last);
}

}  // namespace lpd::studio
