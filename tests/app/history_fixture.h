#pragma once

#include "history_file.h"
#include "history_index.h"

#include <QtCore/QDateTime>
#include <QtCore/QTime>

#include <memory>

namespace lpd::studio::test {

/// A finished picture of 4x4 patches in three steps, 64 px a side, with probabilities.
std::shared_ptr<Picture> finishedPicture(quint64 seed = 284119073, int classIndex = 1);

/// The same as the history keeps it.
HistoryPicture storedPicture(const QDateTime& created, quint64 seed = 284119073, int classIndex = 1);

/// A row of the index as a picture of these properties would have.
HistoryRow rowWith(const QString& className, const QString& order, int steps, quint64 seed, const QDateTime& created);

/// All PNGs of a history's folder, the trash left out.
QStringList picturesIn(const QString& folder);

}  // namespace lpd::studio::test
