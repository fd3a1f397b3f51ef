#include "mock_picture_list.h"

#include "mock_scenes.h"

void MockPictureList::setCurrent(int index) {
  if (index == m_current) return;
  m_current = index;
  Q_EMIT currentChanged();
}

void MockPictureList::add(const QVariantMap& entry) {
  beginInsertRows({}, count(), count());
  m_entries.append(entry);
  endInsertRows();
  Q_EMIT countChanged();
  setCurrent(count() - 1);
}

QVariant MockPictureList::entryAt(int index) const {
  return index >= 0 && index < count() ? QVariant(m_entries[index]) : QVariant::fromValue(nullptr);
}

void MockPictureList::change(int index, const QVariantMap& values) {
  m_entries[index].insert(values);
  Q_EMIT dataChanged(this->index(index), this->index(index));
}

QVariant MockPictureList::data(const QModelIndex& index, int role) const {
  const QVariantMap& entry = m_entries[index.row()];
  switch (role) {
    case Title:
      return entry["title"];
    case SeedText:
      return entry["seedText"];
    case Index:
      return index.row();
    case Done:
      return entry["finished"];
    case Thumbnail:
      return mock::drawScene(entry["scene"].toInt(), 128, unsigned(entry["seed"].toDouble()));
    default:
      return {};
  }
}

QHash<int, QByteArray> MockPictureList::roleNames() const {
  return {{Title, "title"}, {SeedText, "seedText"}, {Index, "index"}, {Done, "done"}, {Thumbnail, "thumbnail"}};
}
