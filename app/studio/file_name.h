#pragma once

#include "picture.h"

#include <QtCore/QDateTime>
#include <QtCore/QString>

namespace lpd::studio {

/// "{class}-{seed}-{index}" with what stands in braces filled in: class, seed, index, steps, order, model, date
/// (2026-11-23), time (14-05-09). Other words in braces stay as they are. What file systems forbid becomes "-"; never
/// empty, without an ending.
QString fileNameFor(const QString& pattern, const Picture& picture, const QDateTime& when);

/// `folder`/`name`.`ending`, or with -2, -3 … behind the name where that exists already.
QString freePath(const QString& folder, const QString& name, const QString& ending);

}  // namespace lpd::studio
