#pragma once

#include "history_index.h"

#include <QtCore/QObject>
#include <QtCore/QVariantList>
#include <QtQml/qqmlregistration.h>

namespace lpd::studio {

class ModelLibrary;

/// What the gallery is narrowed to, and what there is to narrow it to.
class GalleryFilter : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by StudioApp")
  Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY changed)
  Q_PROPERTY(QString collection READ collection WRITE setCollection NOTIFY changed)
  Q_PROPERTY(QString subject READ subject WRITE setSubject NOTIFY changed)
  Q_PROPERTY(QString order READ order WRITE setOrder NOTIFY changed)
  Q_PROPERTY(QString model READ model WRITE setModel NOTIFY changed)
  Q_PROPERTY(int fewestSteps READ fewestSteps NOTIFY changed)
  Q_PROPERTY(int mostSteps READ mostSteps NOTIFY changed)
  Q_PROPERTY(bool oldestFirst READ oldestFirst WRITE setOldestFirst NOTIFY changed)
  Q_PROPERTY(bool narrowed READ narrowed NOTIFY changed)
  Q_PROPERTY(int allCount READ allCount NOTIFY countsChanged)
  Q_PROPERTY(int starredCount READ starredCount NOTIFY countsChanged)
  Q_PROPERTY(int raceCount READ raceCount NOTIFY countsChanged)
  Q_PROPERTY(int leastSteps READ leastSteps NOTIFY countsChanged)
  Q_PROPERTY(int greatestSteps READ greatestSteps NOTIFY countsChanged)
  Q_PROPERTY(QVariantList subjects READ subjects NOTIFY countsChanged)
  Q_PROPERTY(QVariantList choices READ choices NOTIFY countsChanged)

 public:
  /// `models` outlives this object.
  explicit GalleryFilter(const ModelLibrary& models, QObject* parent = nullptr);

  QString search() const { return m_filter.search; }
  QString collection() const { return m_collection; }  ///< "all", "starred", "race"
  QString subject() const { return m_filter.subject; }
  QString order() const { return m_filter.order; }
  QString model() const { return m_filter.model; }
  int fewestSteps() const { return m_filter.fewestSteps; }  ///< 0 = no bound
  int mostSteps() const { return m_filter.mostSteps; }
  bool oldestFirst() const { return m_filter.oldestFirst; }
  bool narrowed() const;  ///< not all pictures are asked for
  int allCount() const { return m_counts.all; }
  int starredCount() const { return m_counts.starred; }
  int raceCount() const { return m_counts.race; }
  int leastSteps() const { return m_counts.fewestSteps; }
  int greatestSteps() const { return m_counts.mostSteps; }
  QVariantList subjects() const { return m_subjects; }  ///< {subject, title, count, thumbnail}
  QVariantList choices() const { return m_choices; }    ///< {value: "order:lpd", label, detail}

  void setSearch(const QString& text);
  void setCollection(const QString& collection);
  void setSubject(const QString& subject);
  void setOrder(const QString& order);
  void setModel(const QString& model);
  void setOldestFirst(bool oldestFirst);
  /// 0 = no bound.
  Q_INVOKABLE void setSteps(int fewest, int most);
  /// One of `choices`.
  Q_INVOKABLE void choose(const QString& choice);
  Q_INVOKABLE void clear();
  Q_INVOKABLE QString orderLabel(const QString& word) const;
  Q_INVOKABLE QString modelLabel(const QString& name) const;  ///< the name where the model is not here

  const HistoryFilter& filter() const { return m_filter; }
  const HistoryCounts& counts() const { return m_counts; }
  void setCounts(const HistoryCounts& counts, const QString& folder);

 Q_SIGNALS:
  void changed();
  void countsChanged();

 private:
  template <class T>
  void set(T& field, const T& value);
  void offer();  ///< what there is to choose

  const ModelLibrary& m_models;
  HistoryFilter m_filter;
  QString m_collection = QStringLiteral("all");
  HistoryCounts m_counts;
  QVariantList m_subjects;
  QVariantList m_choices;
};

}  // namespace lpd::studio
