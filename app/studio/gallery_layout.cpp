#include "gallery_layout.h"

#include "gallery_model.h"
#include "gallery_selection.h"

#include <QtCore/QDateTime>
#include <QtCore/QVariantList>

#include <algorithm>
#include <cmath>

namespace lpd::studio {

GalleryLayout::GalleryLayout(const GalleryModel& model, const GallerySelection& selection, QObject* parent)
    : QObject(parent), m_model(model), m_selection(selection) {
  // Before anyone else hears of the new pictures: who is told may ask for lines at once.
  connect(&m_model, &GalleryModel::modelReset, this, &GalleryLayout::build);
  connect(&m_model, &GalleryModel::rowsChanged, this, &GalleryLayout::touch);
  connect(&m_selection, &GallerySelection::changed, this, &GalleryLayout::touch);
  measure();
}

void GalleryLayout::setWidth(qreal width) {
  if (width == m_width || !(width > 0)) return;
  m_width = width;
  measure();
  build();
}

void GalleryLayout::setWantedTile(qreal size) {
  if (size == m_wantedTile || !(size > 0)) return;
  m_wantedTile = size;
  measure();
  build();
}

void GalleryLayout::measure() {
  m_columns = std::max(1, static_cast<int>(std::floor((m_width + kGap) / (m_wantedTile + kGap))));
  m_tile = std::max(1.0, std::floor((m_width - kGap * (m_columns - 1)) / m_columns));
}

void GalleryLayout::build() {
  m_lines.clear();
  double y = 0;
  const int count = m_model.count();
  for (int first = 0; first < count;) {
    const QDate day = QDateTime::fromMSecsSinceEpoch(m_model.createdAt(first)).date();
    const qint64 dayStart = day.startOfDay().toMSecsSinceEpoch();
    const qint64 dayEnd = day.addDays(1).startOfDay().toMSecsSinceEpoch();
    int end = first;
    while (end < count && m_model.createdAt(end) >= dayStart && m_model.createdAt(end) < dayEnd)
      ++end;
    if (first > 0) y += kDayGap;
    m_lines.push_back({y, first, end - first, day});
    y += kTitleHeight;
    for (; first < end; first += m_columns) {
      m_lines.push_back({y, first, std::min(m_columns, end - first), {}});
      y += m_tile + kCaption;
    }
    first = end;
  }
  m_height = y;
  Q_EMIT changed();
  touch();
}

void GalleryLayout::touch() {
  ++m_revision;
  Q_EMIT revisionChanged();
}

int GalleryLayout::lineAt(qreal y) const {
  const auto after =
      std::upper_bound(m_lines.begin(), m_lines.end(), y, [](double at, const Line& line) { return at < line.y; });
  return std::max(0, static_cast<int>(after - m_lines.begin()) - 1);
}

qreal GalleryLayout::yOf(int line) const {
  return line >= 0 && line < lineCount() ? m_lines[static_cast<std::size_t>(line)].y : m_height;
}

QVariant GalleryLayout::line(int number) const {
  if (number < 0 || number >= lineCount()) return QVariant::fromValue(nullptr);
  const Line& line = m_lines[static_cast<std::size_t>(number)];
  if (line.day.isValid())
    return QVariantMap{{QStringLiteral("title"), dayTitle(line.day, QDate::currentDate())},
                       {QStringLiteral("count"), line.count}};
  QVariantList cells;
  for (int i = 0; i < line.count; ++i)
    cells.append(cell(line.first + i));
  return QVariantMap{{QStringLiteral("cells"), cells}};
}

QVariantMap GalleryLayout::cell(int index) const {
  const QModelIndex at = m_model.index(index);
  const auto value = [&](int role) { return m_model.data(at, role); };
  const qint64 id = m_model.idAt(index);
  return {{QStringLiteral("index"), index},
          {QStringLiteral("known"), value(GalleryModel::KnownRole)},
          {QStringLiteral("title"), value(GalleryModel::TitleRole).toString()},
          {QStringLiteral("steps"), value(GalleryModel::StepsRole).toInt()},
          {QStringLiteral("starred"), value(GalleryModel::StarredRole).toBool()},
          {QStringLiteral("thumbnail"), value(GalleryModel::ThumbnailRole).toString()},
          {QStringLiteral("chosen"), m_selection.chosen(id)},
          {QStringLiteral("current"), m_selection.current() == index}};
}

int GalleryLayout::lineOf(int index) const {
  const auto after =
      std::upper_bound(m_lines.begin(), m_lines.end(), index, [](int at, const Line& line) { return at < line.first; });
  return static_cast<int>(after - m_lines.begin()) - 1;  // of a day's first line of tiles, as it comes behind the title
}

int GalleryLayout::below(int index, int lines) const {
  if (m_lines.empty()) return -1;
  const int from = lineOf(std::max(0, index));
  const int column = std::max(0, index) - m_lines[static_cast<std::size_t>(from)].first;
  int at = from;
  for (int left = std::abs(lines), next = at; left > 0;) {
    next += lines > 0 ? 1 : -1;
    if (next < 0 || next >= lineCount()) break;
    if (m_lines[static_cast<std::size_t>(next)].day.isValid()) continue;
    at = next;
    --left;
  }
  const Line& line = m_lines[static_cast<std::size_t>(at)];
  return line.first + std::min(column, line.count - 1);
}

qint64 GalleryLayout::idAt(qreal y) const {
  if (m_lines.empty()) return 0;
  return m_model.idAt(m_lines[static_cast<std::size_t>(lineAt(y))].first);
}

qreal GalleryLayout::yOfId(qint64 id) const {
  const int index = m_model.indexOf(id);
  return index < 0 ? -1 : yOf(lineOf(index));
}

}  // namespace lpd::studio
