#pragma once

#include "history_reader.h"

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtQml/qqmlregistration.h>

namespace lpd::studio {

class GalleryModel;

/// The picture the keyboard is at, and those that are chosen for an action. Kept by id: both outlive a new filter as
/// far as their pictures do.
class GallerySelection : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by StudioApp")
  Q_PROPERTY(int current READ current NOTIFY changed)
  Q_PROPERTY(int count READ count NOTIFY changed)

 public:
  explicit GallerySelection(GalleryModel& model, QObject* parent = nullptr);

  int current() const { return m_current; }                        ///< index; -1 where there is none
  int count() const { return static_cast<int>(m_chosen.size()); }  ///< chosen pictures
  qint64 currentId() const { return m_currentId; }                 ///< 0 where there is none
  bool chosen(qint64 id) const { return m_chosen.contains(id); }
  /// The chosen pictures in their order; without any, the current one.
  QList<qint64> targets() const;
  bool allStarred() const;  ///< all of targets(), and there is one

  /// A plain click or arrow: this one only, and nothing chosen.
  Q_INVOKABLE void moveTo(int index);
  /// With Ctrl: adds or takes away.
  Q_INVOKABLE void toggle(int index);
  /// With Shift: all from the last plain one to this.
  Q_INVOKABLE void extendTo(int index);
  Q_INVOKABLE void selectAll();
  Q_INVOKABLE void clear();

 Q_SIGNALS:
  void changed();

 private:
  void setCurrent(int index);
  void followModel();
  int heir() const;

  GalleryModel& m_model;
  int m_current = -1;
  qint64 m_currentId = 0;
  int m_anchor = 0;
  QSet<qint64> m_chosen;
  HistoryKeys m_keys;  // those that `m_current` is an index of
};

}  // namespace lpd::studio
