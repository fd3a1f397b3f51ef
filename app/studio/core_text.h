#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <exception>

namespace lpd::studio {

/// Core speaks English, for it has no Qt. Here are its sentences in the language of the window, as core writes them:
/// first letter small, no full stop.

/// A sentence of core, or a hint; as it is where it is not known.
QString coreText(const QString& english);
/// The same of an error. Where its sentence is not known, the window's language says what kind of failure it is, and
/// core's sentence follows.
QString coreText(const std::exception& error);
/// The sentences that are known, with %1, %2, ... where core fills something in.
QStringList coreSentences();

}  // namespace lpd::studio
