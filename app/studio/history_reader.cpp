#include "history_reader.h"

#include "problem_text.h"
#include "wording.h"

#include <lpd/error.h>

#include <QtCore/QFileInfo>
#include <QtCore/QHash>
#include <QtGui/QImageReader>

#include <algorithm>

namespace lpd::studio {

namespace {

QString onlyOurs() {
  return HistoryReader::tr(
      "Drop a PNG that LPD Studio or lpd wrote; other programs leave the settings out when they save");
}

}  // namespace

LoadedPicture loadPicture(const QString& file, bool withPixels) {
  LoadedPicture result{file, std::nullopt, {}, {}, {}};
  const QString name = QFileInfo(file).fileName();
  try {
    result.picture = readHistoryFile(file, withPixels);
    if (result.picture) {
      result.size = QImageReader(file).size();  // reads the head only
      return result;
    }
    result.problem = HistoryReader::tr("%1 does not say how it was made").arg(name);
    result.hint = onlyOurs();
  } catch (const Error& error) {
    const bool broken = error.code() == ErrorCode::InvalidFile;
    result.gone = error.code() == ErrorCode::NotFound;
    result.problem = result.gone ? HistoryReader::tr("%1 is not there any more").arg(name)
                     : broken    ? HistoryReader::tr("%1 is damaged or no PNG of LPD Studio").arg(name)
                                 : problemText(error).text;
    result.hint = broken ? onlyOurs() : windowHint(error.hint());
  } catch (const std::exception& error) {
    result.problem = problemText(error).text;
  }
  return result;
}

/// False where there is no answer.
template <class Work>
bool HistoryReader::withIndex(Work work) {
  if (!m_index) return false;  // it is being opened; then all is asked anew
  try {
    work(*m_index);
    return true;
  } catch (const IndexError& error) {
    if (!error.corrupt()) {
      Q_EMIT unanswered();
    } else {
      m_index.reset();  // until the worker has made another
      Q_EMIT damaged();
    }
    return false;
  }
}

void HistoryReader::open(const QString& place) {
  m_index.reset();
  try {
    m_index = std::make_unique<HistoryIndex>(place);
    m_version = m_index->version();
    Q_EMIT opened();
  } catch (const IndexError& error) {
    if (error.corrupt())
      Q_EMIT damaged();
    else
      Q_EMIT failed(tr("The gallery cannot be read: %1").arg(QString::fromUtf8(error.what())),
                    tr("Close other programs that use it, then start again"));
  }
}

void HistoryReader::close() {
  m_index.reset();
}

void HistoryReader::find(quint64 query, const HistoryFilter& filter) {
  withIndex([&](HistoryIndex& index) {
    Q_EMIT found(query, std::make_shared<const std::vector<HistoryKey>>(index.find(filter, QDate::currentDate())));
  });
}

void HistoryReader::fetch(quint64 query, int page, const QList<qint64>& ids) {
  withIndex([&](HistoryIndex& index) { Q_EMIT fetched(query, page, index.rows(ids)); });
}

void HistoryReader::resolve(quint64 ticket, const QList<qint64>& ids) {
  QList<HistoryRow> rows;
  if (!withIndex([&](HistoryIndex& index) { rows = index.rows(ids); }))
    Q_EMIT failed(tr("The gallery is busy"), tr("Try again in a moment"));
  else if (rows.isEmpty())
    Q_EMIT failed(tr("%n picture(s) are not there any more", nullptr, static_cast<int>(ids.size())), {});
  QHash<qint64, qsizetype> place;
  for (qsizetype i = 0; i < ids.size(); ++i)
    place.insert(ids[i], i);
  std::sort(rows.begin(), rows.end(),
            [&](const HistoryRow& a, const HistoryRow& b) { return place.value(a.id) < place.value(b.id); });
  Q_EMIT resolved(ticket, rows);
}

void HistoryReader::count() {
  withIndex([&](HistoryIndex& index) { Q_EMIT counted(index.counts()); });
}

void HistoryReader::poll() {
  withIndex([&](HistoryIndex& index) {
    const qint64 version = index.version();
    if (version == m_version) return;
    m_version = version;
    Q_EMIT changedElsewhere();
  });
}

void HistoryReader::load(quint64 ticket, const QString& file) {
  Q_EMIT loaded(ticket, std::make_shared<const LoadedPicture>(loadPicture(file, false)));
}

}  // namespace lpd::studio
