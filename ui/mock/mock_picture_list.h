#pragma once

#include <QAbstractListModel>
#include <QList>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

// The mock's pictures; a QML ListModel cannot hold images.
class MockPictureList : public QAbstractListModel {
  Q_OBJECT
  QML_NAMED_ELEMENT(PictureList)
  Q_PROPERTY(int count READ count NOTIFY countChanged)
  Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY currentChanged)
  Q_PROPERTY(bool olderLeft MEMBER m_olderLeft NOTIFY countChanged)

 public:
  using QAbstractListModel::QAbstractListModel;

  int count() const { return int(m_entries.size()); }
  int current() const { return m_current; }
  void setCurrent(int index);

  // `entry` has title, seedText, scene and seed, and whatever else its reader wants back from entryAt().
  Q_INVOKABLE void add(const QVariantMap& entry);
  Q_INVOKABLE QVariant entryAt(int index) const;
  Q_INVOKABLE void change(int index, const QVariantMap& values);

  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : count(); }
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

 Q_SIGNALS:
  void countChanged();
  void currentChanged();

 private:
  enum Role { Title = Qt::UserRole + 1, SeedText, Index, Done, Thumbnail };
  QList<QVariantMap> m_entries;
  int m_current = -1;
  bool m_olderLeft = false;
};
