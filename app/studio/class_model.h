#pragma once

#include <lpd/model_info.h>

#include <QtCore/QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace lpd::studio {

/// The model's subjects, narrowed by what is typed. "Any subject" (class index -1) comes last.
class ClassModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by StudioApp")
  Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged)
  Q_PROPERTY(int count READ count NOTIFY countChanged)
  Q_PROPERTY(int totalCount READ totalCount NOTIFY totalCountChanged)

 public:
  enum Role { ClassIndexRole = Qt::UserRole + 1, NameRole, ThumbnailRole, SelectedRole };
  Q_ENUM(Role)

  explicit ClassModel(QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  QString filter() const { return m_filter; }
  int count() const { return static_cast<int>(m_rows.size()); }
  int totalCount() const { return static_cast<int>(m_model.classNames.size()); }  ///< without "Any subject"
  Q_INVOKABLE QString nameOf(int classIndex) const;
  Q_INVOKABLE QString thumbnailOf(int classIndex) const;

  void setFilter(const QString& filter);
  void setModel(const ModelInfo& model);
  void setSelected(int classIndex);

 Q_SIGNALS:
  void filterChanged();
  void countChanged();
  void totalCountChanged();

 private:
  void rebuild();
  void notifyRow(int classIndex);

  ModelInfo m_model;
  bool m_hasThumbnails = false;
  QString m_filter;
  std::vector<int> m_rows;  // class indices
  int m_selected = 0;
};

/// How well a name answers what was typed: 0 the same, 1 begins with it, 2 a word begins with it, 3 holds it, -1 not.
int matchRank(const QString& name, const QString& typed);

}  // namespace lpd::studio
