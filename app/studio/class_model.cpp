#include "class_model.h"

#include "class_thumbnails.h"
#include "wording.h"

#include <lpd/request.h>

#include <QtCore/QFileInfo>
#include <QtCore/QSettings>

#include <algorithm>
#include <utility>

namespace lpd::studio {

namespace {
const QString kFavouritesKey = QStringLiteral("favourites");
const QString kRecentsKey = QStringLiteral("recents");
}  // namespace

int matchRank(const QString& name, const QString& typed) {
  const qsizetype at = name.indexOf(typed, 0, Qt::CaseInsensitive);
  if (at < 0) return -1;
  if (at == 0) return typed.size() == name.size() ? 0 : 1;
  for (qsizetype i = at; i >= 0; i = name.indexOf(typed, i + 1, Qt::CaseInsensitive))
    if (!name[i - 1].isLetterOrNumber()) return 2;
  return 3;
}

ClassModel::ClassModel(QSettings* settings, QObject* parent) : QAbstractListModel(parent), m_settings(settings) {
  rebuild();
}

int ClassModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : count();
}

QVariant ClassModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const int classIndex = m_rows[static_cast<std::size_t>(index.row())];
  switch (role) {
    case ClassIndexRole:
      return classIndex;
    case Qt::DisplayRole:
    case NameRole:
      return nameOf(classIndex);
    case ThumbnailRole:
      return thumbnailOf(classIndex);
    case SelectedRole:
      return m_selected.contains(classIndex);
    case FavouriteRole:
      return m_favourites.contains(classIndex);
    default:
      return {};
  }
}

QHash<int, QByteArray> ClassModel::roleNames() const {
  return {{ClassIndexRole, "classIndex"},
          {NameRole, "name"},
          {ThumbnailRole, "thumbnail"},
          {SelectedRole, "selected"},
          {FavouriteRole, "favourite"}};
}

QString ClassModel::nameOf(int classIndex) const {
  if (classIndex != kUnconditional && (classIndex < 0 || classIndex >= totalCount())) return {};
  return className(m_model, classIndex);
}

QString ClassModel::thumbnailOf(int classIndex) const {
  if (!m_hasThumbnails || classIndex < 0 || classIndex >= totalCount()) return {};
  return ClassThumbnails::url(QString::fromStdString(m_model.name), classIndex);
}

QImage ClassModel::pictureOf(int classIndex) const {
  return m_thumbnails ? m_thumbnails->thumbnail(QString::fromStdString(m_model.name), classIndex) : QImage();
}

void ClassModel::setFilter(const QString& filter) {
  if (filter == m_filter) return;
  m_filter = filter;
  Q_EMIT filterChanged();
  rebuild();
}

void ClassModel::setModel(const ModelInfo& model) {
  m_model = model;
  m_hasThumbnails = QFileInfo::exists(QString::fromStdString(model.thumbnailsFile().string()));
  recall();
  rebuild();
  Q_EMIT totalCountChanged();
}

void ClassModel::setSelected(const QList<int>& classIndices) {
  if (classIndices == m_selected) return;
  const QList<int> before = std::exchange(m_selected, classIndices);
  for (int classIndex : before + m_selected)
    notifyRow(classIndex, SelectedRole);
}

void ClassModel::toggleFavourite(int classIndex) {
  if (nameOf(classIndex).isEmpty()) return;
  if (!m_favourites.removeOne(classIndex)) m_favourites << classIndex;
  std::sort(m_favourites.begin(), m_favourites.end());
  store(kFavouritesKey, m_favourites);
  notifyRow(classIndex, FavouriteRole);
  Q_EMIT favouritesChanged();
}

void ClassModel::noteUsed(const QList<int>& classIndices) {
  const QList<int> before = m_recents;
  for (auto used = classIndices.rbegin(); used != classIndices.rend(); ++used) {
    m_recents.removeOne(*used);
    m_recents.prepend(*used);
  }
  while (m_recents.size() > kMostRecents)
    m_recents.removeLast();
  if (m_recents == before) return;
  store(kRecentsKey, m_recents);
  Q_EMIT recentsChanged();
}

void ClassModel::recall() {
  m_favourites = stored(kFavouritesKey);
  m_recents = stored(kRecentsKey);
  Q_EMIT favouritesChanged();
  Q_EMIT recentsChanged();
}

/// The name a subject is stored by, in whatever language it is shown.
QString ClassModel::storedNameOf(int classIndex) const {
  return classIndex == kUnconditional ? QStringLiteral("Any subject") : nameOf(classIndex);
}

/// Stored by name: a later version of the model may have other numbers for the same subjects.
QList<int> ClassModel::stored(const QString& key) const {
  QList<int> classIndices;
  if (!m_settings) return classIndices;
  const QStringList names =
      m_settings->value(QStringLiteral("subjects/%1/%2").arg(QString::fromStdString(m_model.name), key)).toStringList();
  for (const QString& name : names)
    for (int i = kUnconditional; i < totalCount(); ++i)
      if (storedNameOf(i) == name && !classIndices.contains(i)) classIndices << i;
  return classIndices;
}

void ClassModel::store(const QString& key, const QList<int>& classIndices) {
  if (!m_settings) return;
  QStringList names;
  for (int classIndex : classIndices)
    names << storedNameOf(classIndex);
  m_settings->setValue(QStringLiteral("subjects/%1/%2").arg(QString::fromStdString(m_model.name), key), names);
}

void ClassModel::rebuild() {
  const QString typed = m_filter.simplified();
  std::vector<std::pair<int, int>> ranked;  // rank, class index
  for (int i = 0; i < totalCount(); ++i) {
    const int rank = matchRank(QString::fromStdString(m_model.classNames[static_cast<std::size_t>(i)]), typed);
    if (rank >= 0) ranked.emplace_back(typed.isEmpty() ? 0 : rank, i);
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  beginResetModel();
  m_rows.clear();
  for (const auto& [rank, classIndex] : ranked)
    m_rows.push_back(classIndex);
  if (totalCount() > 0 && matchRank(nameOf(kUnconditional), typed) >= 0) m_rows.push_back(kUnconditional);
  endResetModel();
  Q_EMIT countChanged();
}

void ClassModel::notifyRow(int classIndex, int role) {
  const auto found = std::find(m_rows.begin(), m_rows.end(), classIndex);
  if (found == m_rows.end()) return;
  const QModelIndex row = index(static_cast<int>(found - m_rows.begin()));
  Q_EMIT dataChanged(row, row, {role});
}

}  // namespace lpd::studio
