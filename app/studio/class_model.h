#pragma once

#include <lpd/model_info.h>

#include <QtCore/QAbstractListModel>
#include <QtGui/QImage>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <utility>
#include <vector>

class QSettings;

namespace lpd::studio {

class ClassThumbnails;

/// The model's subjects, narrowed by what is typed. "Any subject" (class index -1) comes last. Which ones have a star
/// and which were used lately is remembered for each model.
class ClassModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by StudioApp")
  Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged)
  Q_PROPERTY(int count READ count NOTIFY countChanged)
  Q_PROPERTY(QList<int> favourites READ favourites NOTIFY favouritesChanged)
  Q_PROPERTY(QList<int> recents READ recents NOTIFY recentsChanged)
  Q_PROPERTY(int totalCount READ totalCount NOTIFY totalCountChanged)

 public:
  enum Role { ClassIndexRole = Qt::UserRole + 1, NameRole, ThumbnailRole, SelectedRole, FavouriteRole };
  Q_ENUM(Role)
  static constexpr int kMostRecents = 12;

  /// `settings` (may be null: nothing is remembered) outlives this object.
  explicit ClassModel(QSettings* settings = nullptr, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  QString filter() const { return m_filter; }
  int count() const { return static_cast<int>(m_rows.size()); }
  int totalCount() const { return static_cast<int>(m_model.classNames.size()); }  ///< without "Any subject"
  Q_INVOKABLE QString nameOf(int classIndex) const;
  Q_INVOKABLE QString thumbnailOf(int classIndex) const;
  /// The same as pixels; null where there is none.
  Q_INVOKABLE QImage pictureOf(int classIndex) const;

  void setFilter(const QString& filter);
  void setModel(const ModelInfo& model);
  void setThumbnails(std::shared_ptr<ClassThumbnails> thumbnails) { m_thumbnails = std::move(thumbnails); }
  void setSelected(const QList<int>& classIndices);
  QList<int> favourites() const { return m_favourites; }  ///< ascending
  QList<int> recents() const { return m_recents; }        ///< newest first
  Q_INVOKABLE void toggleFavourite(int classIndex);
  void noteUsed(const QList<int>& classIndices);

 Q_SIGNALS:
  void filterChanged();
  void countChanged();
  void totalCountChanged();
  void favouritesChanged();
  void recentsChanged();

 private:
  void rebuild();
  void notifyRow(int classIndex, int role);
  void recall();
  QString storedNameOf(int classIndex) const;
  QList<int> stored(const QString& key) const;
  void store(const QString& key, const QList<int>& classIndices);

  ModelInfo m_model;
  bool m_hasThumbnails = false;
  QString m_filter;
  std::vector<int> m_rows;  // class indices
  QList<int> m_selected{0};
  QSettings* m_settings = nullptr;
  std::shared_ptr<ClassThumbnails> m_thumbnails;
  QList<int> m_favourites;
  QList<int> m_recents;
};

/// How well a name answers what was typed: 0 the same, 1 begins with it, 2 a word begins with it, 3 holds it, -1 not.
int matchRank(const QString& name, const QString& typed);

}  // namespace lpd::studio
