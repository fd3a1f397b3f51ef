#include "gallery_selection.h"

#include "gallery_model.h"

#include <QtCore/QHash>

#include <algorithm>

namespace lpd::studio {

GallerySelection::GallerySelection(GalleryModel& model, QObject* parent) : QObject(parent), m_model(model) {
  connect(&m_model, &GalleryModel::keysChanged, this, &GallerySelection::followModel);
}

QList<qint64> GallerySelection::targets() const {
  QList<qint64> ids;
  for (int i = 0; i < m_model.count() && ids.size() < m_chosen.size(); ++i)
    if (m_chosen.contains(m_model.idAt(i))) ids << m_model.idAt(i);
  if (ids.isEmpty() && m_current >= 0) ids << m_currentId;
  return ids;
}

bool GallerySelection::allStarred() const {
  if (m_chosen.isEmpty()) return m_current >= 0 && m_current < m_model.count() && m_model.starredAt(m_current);
  int seen = 0;
  for (int i = 0; i < m_model.count() && seen < count(); ++i) {
    if (!m_chosen.contains(m_model.idAt(i))) continue;
    if (!m_model.starredAt(i)) return false;
    ++seen;
  }
  return seen > 0;
}

void GallerySelection::moveTo(int index) {
  if (m_model.count() == 0) return;
  m_chosen.clear();
  setCurrent(index);
  m_anchor = m_current;
  Q_EMIT changed();
}

void GallerySelection::toggle(int index) {
  if (index < 0 || index >= m_model.count()) return;
  // What was looked at is meant to be part of the choice that begins here.
  if (m_chosen.isEmpty() && m_current >= 0 && m_current != index) m_chosen.insert(m_currentId);
  const qint64 id = m_model.idAt(index);
  if (!m_chosen.remove(id)) m_chosen.insert(id);
  setCurrent(index);
  m_anchor = m_current;
  Q_EMIT changed();
}

void GallerySelection::extendTo(int index) {
  if (m_model.count() == 0) return;
  index = std::clamp(index, 0, m_model.count() - 1);
  m_chosen.clear();
  for (int i = std::min(m_anchor, index); i <= std::max(m_anchor, index); ++i)
    m_chosen.insert(m_model.idAt(i));
  setCurrent(index);
  Q_EMIT changed();
}

void GallerySelection::selectAll() {
  for (int i = 0; i < m_model.count(); ++i)
    m_chosen.insert(m_model.idAt(i));
  Q_EMIT changed();
}

void GallerySelection::clear() {
  if (m_chosen.isEmpty()) return;
  m_chosen.clear();
  Q_EMIT changed();
}

void GallerySelection::setCurrent(int index) {
  m_current = std::clamp(index, 0, m_model.count() - 1);
  m_currentId = m_model.idAt(m_current);
}

/// Where the picture is now that stood behind the current one before others went with it; at the end, the one before.
int GallerySelection::heir() const {
  if (!m_keys) return m_current;
  QHash<qint64, int> places;
  for (int i = 0; i < m_model.count(); ++i)
    places.insert(m_model.idAt(i), i);
  const auto place = [&](int before) { return places.value(m_keys->at(static_cast<std::size_t>(before)).id, -1); };
  for (int i = m_current + 1; i < static_cast<int>(m_keys->size()); ++i)
    if (place(i) >= 0) return place(i);
  for (int i = m_current - 1; i >= 0; --i)
    if (place(i) >= 0) return place(i);
  return m_current;
}

/// A picture that is gone hands its place to the one that moved up.
void GallerySelection::followModel() {
  QSet<qint64> still;
  for (int i = 0; i < m_model.count() && !m_chosen.isEmpty(); ++i)
    if (m_chosen.contains(m_model.idAt(i))) still.insert(m_model.idAt(i));
  m_chosen = still;
  const int found = m_currentId != 0 ? m_model.indexOf(m_currentId) : -1;
  if (found >= 0) {
    m_current = found;
  } else if (m_model.count() == 0) {
    m_current = -1;
    m_currentId = 0;
  } else if (m_current >= 0) {
    setCurrent(heir());
  }
  m_keys = m_model.keys();
  m_anchor = std::max(0, m_current);
  Q_EMIT changed();
}

}  // namespace lpd::studio
